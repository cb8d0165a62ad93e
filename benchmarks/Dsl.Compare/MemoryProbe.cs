// What the memory of this machine gives: the floor under every kernel that reads the same bytes.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dsl.Compare;

/// <summary>Reads columns and does nothing with them.</summary>
internal static class MemoryProbe
{
    /// <summary>Reads all facts of some rows once; the sum keeps the reads from being left out.</summary>
    public static long Read(Enterprises rows, int first, int end)
    {
        var sum = Vector512<long>.Zero;
        foreach (var column in rows.Money)
            sum += Sum(MemoryMarshal.AsBytes(column.AsSpan(first, end - first)));
        foreach (var column in (ReadOnlySpan<int[]>)[rows.Staff, rows.Researchers])
            sum += Sum(MemoryMarshal.AsBytes(column.AsSpan(first, end - first)));
        foreach (var column in (ReadOnlySpan<byte[]>)[rows.Years, rows.Patents, rows.Partners, rows.Grade, rows.IsCertified, rows.IsNew])
            sum += Sum(column.AsSpan(first, end - first));
        return Vector512.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<long> Sum(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, Vector512<long>>(bytes);
        var (a, b, c, d) = (Vector512<long>.Zero, Vector512<long>.Zero, Vector512<long>.Zero, Vector512<long>.Zero);
        var i = 0;
        for (; i + 4 <= words.Length; i += 4)
        {
            a += words[i];
            b += words[i + 1];
            c += words[i + 2];
            d += words[i + 3];
        }
        for (; i < words.Length; i++)
            a += words[i];
        return a + b + c + d;
    }
}
