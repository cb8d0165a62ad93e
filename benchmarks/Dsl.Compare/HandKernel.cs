// The twelve clauses as somebody would write them by hand for this processor: one fused loop, masks instead of branches, sums only.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static Dsl.Compare.Enterprises;

namespace Dsl.Compare;

/// <summary>Sums of all awards in fen. Amounts are at least 0.</summary>
internal static class HandKernel
{
    private const int Wan = 1_000_000;

    /// <summary>Whether the wide path runs here.</summary>
    public static bool IsWide => Avx512DQ.IsSupported && Avx512BW.IsSupported;

    /// <summary>The sum over some rows.</summary>
    public static Int128 Sum(Enterprises rows, int first, int end)
    {
        Int128 sum = 0;
        // Sums of a block fit 64 bits: a row pays less than 2^32 yuan.
        const int Block = 1 << 14;
        for (; first < end; first += Block)
            sum += IsWide ? SumWide(rows, first, Math.Min(end, first + Block)) : SumPlain(rows, first, Math.Min(end, first + Block));
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long SumWide(Enterprises rows, int first, int end)
    {
        var sum = Vector512<long>.Zero;
        var money = rows.Money;
        ref long cost = ref Start(money[Cost]), fund = ref Start(money[Fund]), award = ref Start(money[Award]),
            research = ref Start(money[Research]), investment = ref Start(money[Investment]), equipment = ref Start(money[Equipment]),
            refinancing = ref Start(money[Refinancing]), matched = ref Start(money[Matched]), income = ref Start(money[Income]);
        ref int staff = ref MemoryMarshal.GetArrayDataReference(rows.Staff),
            researchers = ref MemoryMarshal.GetArrayDataReference(rows.Researchers);
        var row = first;
        for (; row + Vector512<long>.Count <= end; row += Vector512<long>.Count)
        {
            var at = (nuint)row;
            var paid = And(IsEqual(Bytes(rows.IsCertified, row), 1), Capped(Load(ref cost, at), 3, 10, 100L * Wan));
            paid += Capped(Load(ref fund, at), 3, 100, 100L * Wan);
            paid += Share(Load(ref award, at), 1, 5);
            var spent = Load(ref research, at);
            paid += And(Vector512.LessThan(spent, Vector512.Create(1000L * Wan)), Share(spent, 1, 10));
            var built = Load(ref investment, at);
            var higher = And(Vector512.GreaterThanOrEqual(built, Vector512.Create(300L * Wan)), Capped(built, 3, 10, 200L * Wan));
            var bought = And(Vector512.LessThanOrEqual(Bytes(rows.Years, row), Vector512.Create(3L)),
                Capped(Load(ref equipment, at), 1, 5, 30L * Wan));
            paid += Vector512.Max(higher, bought);
            paid += Capped(Load(ref refinancing, at), 1, 500, 200L * Wan);
            var people = Integers(ref researchers, at);
            var isNew = IsEqual(Bytes(rows.IsNew, row), 1) & Vector512.GreaterThan(people * 10, Integers(ref staff, at))
                & Vector512.GreaterThanOrEqual(people, Vector512.Create(50L));
            paid += And(isNew, Vector512.Create(20L * Wan));
            paid += Load(ref matched, at);
            paid += Bytes(rows.Patents, row) * (2L * Wan) + Bytes(rows.Partners, row) * (10L * Wan);
            paid += Capped(Load(ref income, at), 1, 50, 500L * Wan);
            paid += Vector512.Shuffle(Vector512.Create(0L, 20L * Wan, 50L * Wan, 100L * Wan, 0, 0, 0, 0), Bytes(rows.Grade, row));
            sum += paid;
        }
        return Vector512.Sum(sum) + SumPlain(rows, row, end);
    }

    private static ref long Start(long[] column) => ref MemoryMarshal.GetArrayDataReference(column);

    private static Vector512<long> Load(ref long column, nuint row) => Vector512.LoadUnsafe(ref column, row);

    private static Vector512<long> Integers(ref int column, nuint row) =>
        Avx512F.ConvertToVector512Int64(Vector256.LoadUnsafe(ref column, row));

    private static Vector512<long> Bytes(byte[] column, int row) =>
        Avx512F.ConvertToVector512Int64(
            Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(
                ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(column), row))).AsByte());

    private static Vector512<long> IsEqual(Vector512<long> left, long right) => Vector512.Equals(left, Vector512.Create(right));

    private static Vector512<long> And(Vector512<long> mask, Vector512<long> value) => mask & value;

    /// <summary>p/q of an amount, half a fen up.</summary>
    private static Vector512<long> Share(Vector512<long> amount, int p, int q) =>
        Avx512DQ.ConvertToVector512Int64WithTruncation(Shared(amount, p, q));

    private static Vector512<long> Capped(Vector512<long> amount, int p, int q, long cap) =>
        Avx512DQ.ConvertToVector512Int64WithTruncation(Vector512.Min(Shared(amount, p, q), Vector512.Create((double)cap)));

    // floor((p·x + h) / q) with h = floor(q / 2) is the whole part of one fused multiply and add, exactly, while p·x + h < 2^51.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Shared(Vector512<long> amount, int p, int q) =>
        Vector512.FusedMultiplyAdd(
            Avx512DQ.ConvertToVector512Double(amount), Vector512.Create((double)p / q), Vector512.Create((q / 2 + 0.5) / q));

    /// <summary>The same in plain integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long SumPlain(Enterprises rows, int first, int end)
    {
        var (sum, money) = (0L, rows.Money);
        for (var row = first; row < end; row++)
        {
            var paid = -(long)rows.IsCertified[row] & Math.Min((money[Cost][row] * 3 + 5) / 10, 100L * Wan);
            paid += Math.Min((money[Fund][row] * 3 + 50) / 100, 100L * Wan);
            paid += (money[Award][row] + 2) / 5;
            paid += money[Research][row] < 1000L * Wan ? (money[Research][row] + 5) / 10 : 0;
            var built = money[Investment][row] >= 300L * Wan ? Math.Min((money[Investment][row] * 3 + 5) / 10, 200L * Wan) : 0;
            paid += Math.Max(built, rows.Years[row] <= 3 ? Math.Min((money[Equipment][row] + 2) / 5, 30L * Wan) : 0);
            paid += Math.Min((money[Refinancing][row] + 250) / 500, 200L * Wan);
            paid += rows.IsNew[row] == 1 && rows.Researchers[row] * 10 > rows.Staff[row] && rows.Researchers[row] >= 50 ? 20L * Wan : 0;
            paid += money[Matched][row] + rows.Patents[row] * (2L * Wan) + rows.Partners[row] * (10L * Wan);
            paid += Math.Min((money[Income][row] + 25) / 50, 500L * Wan);
            paid += rows.Grade[row] switch { 1 => 20L * Wan, 2 => 50L * Wan, 3 => 100L * Wan, _ => 0 };
            sum += paid;
        }
        return sum;
    }
}
