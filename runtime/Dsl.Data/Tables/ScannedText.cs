// The first pass over a file of rows that is text: its hash, its length, how it is encoded. In constant memory.
using System.Security.Cryptography;
using Dsl.Loading.Files;

namespace Dsl.Data.Tables;

/// <summary>What the first pass over a text found.</summary>
/// <param name="Sha256">The hash of its bytes in lower-case hexadecimal.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Encoding">How it is encoded, or why it is no text.</param>
/// <param name="IsBlank">Whether nothing but space stands in it.</param>
internal readonly record struct ScannedText(string Sha256, long Length, TextEncoding Encoding, bool IsBlank)
{
    private const int BufferSize = 1 << 16;

    /// <summary>Reads a file to its end.</summary>
    public static ScannedText Of(FileStream stream, bool takesGb18030)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (text, isBlank, buffer, length) = (new TextBytes(), true, new byte[BufferSize], 0L);
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            var bytes = buffer.AsSpan(0, count);
            hash.AppendData(bytes);
            text.Feed(bytes);
            length += count;
            isBlank &= (length == count ? TextEncoding.WithoutMark(bytes) : bytes).IndexOfAnyExcept(" \t\r\n"u8) < 0;
        }
        text.Finish();
        return new(Convert.ToHexStringLower(hash.GetCurrentHash()), length, TextEncoding.Of(stream, text, takesGb18030), isBlank);
    }
}
