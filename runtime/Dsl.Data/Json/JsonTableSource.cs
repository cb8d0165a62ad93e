// JSON files as tables of a registry: one array of objects (.json), or one object per line (.jsonl, .ndjson).
using System.Collections.Immutable;
using Dsl.Data.Tables;
using Dsl.Facts.Tables;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Syntax.Text;

namespace Dsl.Data.Json;

/// <summary>A JSON file that can be read.</summary>
/// <remarks>
/// Objects may leave members out, so only the last one shows which columns there are. Opening therefore reads the whole file once;
/// a file that is no JSON is refused then, before any row is used.
/// </remarks>
internal sealed class JsonTableSource : ITableSource
{
    /// <summary>
    /// JSON files. Other files are JSON too (facts of a subject, settings): only an array of rows is meant as a table whatever its name.
    /// </summary>
    public static readonly TableFormat Format =
        new("JSON 文件（.json、.jsonl、.ndjson）", static source => IsArray(source) || IsLines(source), Inspect)
        {
            IsMeantAsTable = static path => IsLines(path) || BeginsWithArray(path),
        };

    private readonly string _path;

    private JsonTableSource(string path, InputFile input, long length) => (_path, Input, Length) = (path, input, length);

    /// <inheritdoc/>
    public string Shown => Input.Path;

    /// <summary>The members of all objects, trimmed, in the order in which they are first met.</summary>
    public ImmutableArray<string> Header { get; private set; } = [];

    /// <inheritdoc/>
    public long? HeaderRow => null;

    /// <inheritdoc/>
    public bool IsEmpty { get; private set; } = true;

    /// <inheritdoc/>
    public long Length { get; }

    /// <inheritdoc/>
    public InputFile Input { get; }

    /// <inheritdoc/>
    public ITableReader Open(ImmutableArray<int> columns) =>
        new JsonTableReader(Shown, Again(), IsArray(_path), new(Header), columns);

    private static bool IsArray(string source) => TableFormat.Extension(".json")(source);

    private static bool IsLines(string source) => TableFormat.Extension(".jsonl")(source) || TableFormat.Extension(".ndjson")(source);

    private static TableOpening Inspect(string path)
    {
        var shown = PathText.Shown(path);
        try
        {
            if (InputStream.Problem(path) is { } problem)
                return problem.At(new(shown));
            using var stream = InputStream.Open(path);
            var text = ScannedText.Of(stream, takesGb18030: false);
            if (text.Encoding.Reason is { } reason)
                return FileDiagnostics.NotUtf8.With(shown, reason).At(new(shown, text.Encoding.Line));
            if (text.IsBlank)
                return JsonDiagnostics.EmptyFile.With().At(new(shown));
            var source = new JsonTableSource(path, new(shown, text.Sha256), text.Length);
            return source.ReadHeader() is { } finding ? finding : new TableOpening(source, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return FileDiagnostics.CannotRead.With(shown, FileFailure.Words(error)).At(new(shown));
        }
    }

    private DataFinding? ReadHeader()
    {
        var (members, chunk) = (new JsonMembers(), new TableBatch());
        using var reader = new JsonTableReader(Shown, Again(), IsArray(_path), members, []);
        while (reader.Read(chunk))
            IsEmpty = false;
        Header = [.. members.Names];
        return reader.Fatal;
    }

    private CheckedStream Again() => new(_path, Input.Sha256, Length, skipsMark: false);

    private static bool BeginsWithArray(string path)
    {
        try
        {
            using var stream = InputStream.Open(path);
            Span<byte> bytes = stackalloc byte[256];
            var start = TextEncoding.WithoutMark(bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)]);
            return start.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
