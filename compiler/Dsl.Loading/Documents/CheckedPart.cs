// A part of a zip archive as it is unpacked: what it says of itself must be true, and it must not be larger than any table needs.
using System.IO.Compression;

namespace Dsl.Loading.Documents;

/// <summary>Reads a part once; at its end length and checksum must be those of the archive.</summary>
/// <remarks>Memory stays small: nothing that is read as a whole (a tag, a text) is longer than <see cref="LongestToken"/>.</remarks>
/// <param name="entry">The part.</param>
/// <param name="mostBytes">How many bytes it may have.</param>
internal sealed class CheckedPart(ZipArchiveEntry entry, long mostBytes) : Stream
{
    /// <summary>What stands between two &lt; at most: Excel's cells take 32,767 characters.</summary>
    public const int LongestToken = 4 << 20;

    // Repetitive tables compress to a fiftieth; a much higher ratio is a zip bomb.
    private const int SmallPart = 64 << 20, MostRatio = 400;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256)
        .Select(static index =>
            Enumerable.Range(0, 8).Aggregate((uint)index, static (sum, _) => (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1))];

    private readonly Stream _bytes = entry.Open();
    private uint _sum = uint.MaxValue;
    private long _read, _token;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw OnlyRead();

    /// <inheritdoc/>
    public override long Position
    {
        get => _read;
        set => throw OnlyRead();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = _bytes.Read(buffer);
        var bytes = buffer[..count];
        foreach (var next in bytes)
            _sum = (_sum >> 8) ^ Table[(_sum ^ next) & byte.MaxValue];
        _read += count;
        if (count == 0 && buffer.Length > 0 && (_read != entry.Length || ~_sum != entry.Crc32))
            throw new BrokenSheetException(DocumentPhrases.PartChanged.With(entry.FullName));
        if (_read > mostBytes || (_read > SmallPart && _read / MostRatio > entry.CompressedLength))
            throw new BrokenSheetException(
                DocumentPhrases.PartTooLarge.With(entry.FullName, Math.Min(_read, mostBytes) >> 20, MostRatio));
        _token = bytes.LastIndexOf((byte)'<') is >= 0 and var last ? count - last : _token + count;
        return _token <= LongestToken
            ? count
            : throw new BrokenSheetException(DocumentPhrases.TokenTooLong.With(entry.FullName, LongestToken >> 20));
    }

    /// <inheritdoc/>
    public override void Flush() => throw OnlyRead();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw OnlyRead();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw OnlyRead();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw OnlyRead();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _bytes.Dispose();
        base.Dispose(disposing);
    }

    private static InvalidOperationException OnlyRead() => new("a part that is only read");
}
