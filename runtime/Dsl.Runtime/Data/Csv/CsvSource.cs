// A CSV file before it is read: what it is, how it is encoded, its hash. One pass over the bytes, in constant memory.
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Dsl.Runtime.Data.Tables;
using Dsl.Runtime.Loading;

namespace Dsl.Runtime.Data.Csv;

/// <summary>A CSV file that can be read.</summary>
internal sealed class CsvSource : ITableSource
{
    /// <summary>CSV files.</summary>
    public static readonly TableFormat Format = new("CSV 文件（.csv）", TableFormat.Extension(".csv"), static path => { var (file, finding) = Inspect(path); return new(file, finding); });

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) ?? Utf8;

    private readonly string _path;

    private CsvSource(string path, InputFile input, long length, Encoding encoding) => (_path, Input, Length, Encoding) = (path, input, length, encoding);

    /// <inheritdoc/>
    public string Shown => Input.Path;

    /// <inheritdoc/>
    public ImmutableArray<string> Header { get; private set; } = [];

    /// <inheritdoc/>
    public long? HeaderRow => 1;

    /// <inheritdoc/>
    public long Length { get; }

    /// <inheritdoc/>
    public InputFile Input { get; }

    /// <summary>UTF-8 or GB18030.</summary>
    public Encoding Encoding { get; }

    /// <summary>Looks at a file whatever its name; the finding says why it cannot be read.</summary>
    public static (CsvSource? File, DataFinding? Finding) Inspect(string path)
    {
        var shown = PathText.Shown(path);
        (CsvSource?, DataFinding?) Fail(DataProblem problem) => (null, problem.At(new(shown)));
        try
        {
            if (!File.Exists(path))
                return Fail(FileRules.NotFound.With(shown));
            using var stream = File.OpenRead(path);
            if (WrongKind(stream) is { } kind)
                return Fail(FileRules.NotATable.With(kind));
            var (hash, isUtf8, isGb18030) = Scan(stream);
            if (!isUtf8 && !isGb18030)
                return Fail(FileRules.NotATable.With("编码既不是 UTF-8，也不是 GB18030（GBK）"));
            var file = new CsvSource(path, new(shown, hash), stream.Length, isUtf8 ? Utf8 : Gb18030);
            using var header = file.OpenReader([]);
            file.Header = header.Header;
            return header.Fatal is { } fatal ? (null, fatal) : (file, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(FileRules.CannotRead.With(shown, FileFailure.Words(error)));
        }
    }

    /// <inheritdoc/>
    public ITableReader Open(ImmutableArray<int> columns) => OpenReader(columns);

    private CsvReader OpenReader(ImmutableArray<int> columns) =>
        // The reader takes a byte order mark off.
        new(Shown, new StreamReader(_path, Encoding, detectEncodingFromByteOrderMarks: true, 1 << 16), columns);

    private static string? WrongKind(FileStream stream)
    {
        Span<byte> start = stackalloc byte[4];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return start[..length] switch
        {
            [0x50, 0x4B, 0x03, 0x04] => "是 Excel（xlsx）文件",
            [0xD0, 0xCF, 0x11, 0xE0] => "是 Excel（xls）文件",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "是 UTF-16 编码",
            _ => null,
        };
    }

    private static (string Hash, bool IsUtf8, bool IsGb18030) Scan(FileStream stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var utf8 = new TextValidity(Utf8);
        var buffer = new byte[1 << 16];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            hash.AppendData(buffer, 0, count);
            utf8.Feed(buffer.AsSpan(0, count));
        }
        // Only a file that is not UTF-8 is asked whether it is GB18030: most UTF-8 bytes would pass as GB18030 too.
        var isUtf8 = utf8.Finish();
        return (Convert.ToHexStringLower(hash.GetCurrentHash()), isUtf8, !isUtf8 && IsAll(stream, new TextValidity(Gb18030), buffer));
    }

    private static bool IsAll(FileStream stream, TextValidity validity, byte[] buffer)
    {
        stream.Position = 0;
        for (int count; validity.Holds && (count = stream.Read(buffer)) > 0;)
            validity.Feed(buffer.AsSpan(0, count));
        return validity.Finish();
    }
}
