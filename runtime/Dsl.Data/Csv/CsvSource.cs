// A CSV file before it is read: what it is, how it is encoded, its hash. One pass over the bytes, in constant memory.
using System.Collections.Immutable;
using System.Text;
using Dsl.Data.Tables;
using Dsl.Facts.Tables;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Data.Csv;

/// <summary>A CSV file that can be read.</summary>
public sealed class CsvSource : ITableSource
{
    /// <summary>CSV files.</summary>
    public static readonly TableFormat Format = new("CSV 文件（.csv）", TableFormat.Extension(".csv"),
        static path => { var (file, finding) = Inspect(path); return new(file, finding); });

    private readonly string _path;

    private CsvSource(string path, InputFile input, long length, Encoding encoding) =>
        (_path, Input, Length, Encoding) = (path, input, length, encoding);

    /// <inheritdoc/>
    public string Shown => Input.Path;

    /// <inheritdoc/>
    public ImmutableArray<string> Header { get; private set; } = [];

    /// <inheritdoc/>
    public long? HeaderRow { get; private set; }

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
            if (InputStream.Problem(path) is { } problem)
                return Fail(problem);
            using var stream = InputStream.Open(path);
            if (WrongKind(stream) is { } kind)
                return Fail(FileDiagnostics.WorkbookAsText.With(kind));
            var text = ScannedText.Of(stream, takesGb18030: true);
            var found = EncodingOf(stream, text.Encoding);
            if (found.Encoding is not { } encoding)
                return (null, FileDiagnostics.NotATable.With(found.Reason ?? "").At(new(shown, found.Line)));
            var file = new CsvSource(path, new(shown, text.Sha256), text.Length, encoding);
            using var header = file.OpenReader([]);
            (file.Header, file.HeaderRow) = (header.Header, header.HeaderLine);
            return header.Fatal is { } fatal ? (null, fatal) : (file, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(FileDiagnostics.CannotRead.With(shown, FileFailure.Words(error)));
        }
    }

    /// <inheritdoc/>
    public ITableReader Open(ImmutableArray<int> columns) => OpenReader(columns);

    private CsvReader OpenReader(ImmutableArray<int> columns) =>
        // A reader that looks for a mark itself would put an encoding of its own in the place of ours: one that replaces what it cannot
        // read.
        new(Shown,
            new StreamReader(new CheckedStream(_path, Input.Sha256, Length, skipsMark: true), Encoding,
                detectEncodingFromByteOrderMarks: false, 1 << 16),
            columns);

    private static string? WrongKind(FileStream stream)
    {
        Span<byte> start = stackalloc byte[4];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return start[..length] switch
        {
            [0x50, 0x4B, 0x03, 0x04] => "xlsx",
            [0xD0, 0xCF, 0x11, 0xE0] => "xls",
            _ => null,
        };
    }

    private static TextEncoding EncodingOf(FileStream stream, TextEncoding found) =>
        // Codes of four bytes that stand for no character look like GB18030 and are none.
        found.Encoding == TextEncoding.Gb18030 && !IsAll(stream, new TextValidity(TextEncoding.Gb18030))
            ? new(null, EncodingPhrases.NeitherAsWhole.With(), null) : found;

    private static bool IsAll(FileStream stream, TextValidity validity)
    {
        var buffer = new byte[1 << 16];
        stream.Position = 0;
        for (int count; validity.Holds && (count = stream.Read(buffer)) > 0;)
            validity.Feed(buffer.AsSpan(0, count));
        return validity.Finish();
    }
}
