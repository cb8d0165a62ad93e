// Diagnostics for programs, as JSON with a format version.
using System.Text.Json.Serialization;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Cli.Output;

/// <summary>Writes diagnostics as JSON. Lines and columns count from 1, columns in UTF-16 units.</summary>
internal static class DiagnosticReportJson
{
    public const int FormatVersion = 1;

    /// <summary>Writes all diagnostics and their counts; what could not be read only where there is such.</summary>
    public static void Write(TextWriter output, IReadOnlyCollection<Diagnostic> findings, int files,
        IReadOnlyCollection<DataFinding> unread) =>
        output.WriteLine(JsonStyle.Indent(new(findings, files, unread), DiagnosticShapes.Of.DiagnosticReport));
}

[JsonSerializable(typeof(DiagnosticReport))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class DiagnosticShapes : JsonSerializerContext
{
    public static DiagnosticShapes Of { get; } = new(JsonStyle.ForShapes());
}

/// <summary>All diagnostics of a run.</summary>
internal sealed class DiagnosticReport(IReadOnlyCollection<Diagnostic> findings, int files, IReadOnlyCollection<DataFinding> unread)
{
    [JsonPropertyName("formatVersion")] public int FormatVersion { get; } = DiagnosticReportJson.FormatVersion;
    [JsonPropertyName("files")] public int Files => files;
    [JsonPropertyName("errors")] public int Errors => Count(Severity.Error);
    [JsonPropertyName("warnings")] public int Warnings => Count(Severity.Warning);
    [JsonPropertyName("remarks")] public int Remarks => Count(Severity.Remark);

    [JsonPropertyName("findings")]
    public IEnumerable<DiagnosticEntry> Findings => findings.Select(static finding => new DiagnosticEntry(finding));

    [JsonPropertyName("unread"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<UnreadFile>? Unread => unread.Count == 0 ? null : unread.Select(static problem => new UnreadFile(problem));

    private int Count(Severity severity) => findings.Count(finding => finding.Severity == severity);
}

/// <summary>A file that could not be read.</summary>
internal sealed class UnreadFile(DataFinding problem)
{
    [JsonPropertyName("code")] public string Code => problem.Code;
    [JsonPropertyName("file")] public string File => problem.Place.File;
    [JsonPropertyName("message")] public string Message => problem.Problem.Message;
    [JsonPropertyName("remedy")] public string Remedy => problem.Problem.Remedy;
}

/// <summary>A diagnostic.</summary>
internal sealed class DiagnosticEntry(Diagnostic finding)
{
    private readonly PlacedSpan _place = new(finding.Source, finding.Span);

    [JsonPropertyName("code")] public string Code => finding.Code;
    [JsonPropertyName("severity")] public string Severity => finding.Severity.Level();
    [JsonPropertyName("path")] public string Path => _place.Path;
    [JsonPropertyName("line")] public int Line => _place.Line;
    [JsonPropertyName("column")] public int Column => _place.Column;
    [JsonPropertyName("endLine")] public int EndLine => _place.EndLine;
    [JsonPropertyName("endColumn")] public int EndColumn => _place.EndColumn;

    [JsonPropertyName("block"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Block => finding.Block;

    [JsonPropertyName("message")] public string Message => finding.Message;
    [JsonPropertyName("remedy")] public string Remedy => finding.Remedy;
    [JsonPropertyName("fixes")] public IEnumerable<FixEntry> Fixes => finding.Fixes.Select(fix => new FixEntry(finding.Source, fix));

    [JsonPropertyName("related")]
    public IEnumerable<RelatedEntry> Related =>
        finding.Related.Select(static related => new RelatedEntry(new(related.Source, related.Span), related.Note));
}

/// <summary>A fix.</summary>
internal sealed class FixEntry(SourceText source, TextFix fix)
{
    [JsonPropertyName("title")] public string Title => fix.Title;

    [JsonPropertyName("edits")]
    public IEnumerable<EditEntry> Edits => fix.Edits.Select(edit => new EditEntry(new(source, edit.Span), edit.NewText));
}

/// <summary>An edit of a fix.</summary>
internal sealed class EditEntry(PlacedSpan place, string newText)
{
    [JsonPropertyName("path")] public string Path => place.Path;
    [JsonPropertyName("line")] public int Line => place.Line;
    [JsonPropertyName("column")] public int Column => place.Column;
    [JsonPropertyName("endLine")] public int EndLine => place.EndLine;
    [JsonPropertyName("endColumn")] public int EndColumn => place.EndColumn;
    [JsonPropertyName("newText")] public string NewText => newText;
}

/// <summary>Another place that a diagnostic is about.</summary>
internal sealed class RelatedEntry(PlacedSpan place, string note)
{
    [JsonPropertyName("path")] public string Path => place.Path;
    [JsonPropertyName("line")] public int Line => place.Line;
    [JsonPropertyName("column")] public int Column => place.Column;
    [JsonPropertyName("endLine")] public int EndLine => place.EndLine;
    [JsonPropertyName("endColumn")] public int EndColumn => place.EndColumn;
    [JsonPropertyName("note")] public string Note => note;
}

/// <summary>A span with its lines and columns, counted from 1.</summary>
internal sealed class PlacedSpan
{
    public PlacedSpan(SourceText source, TextSpan span)
    {
        var (start, end) = (source.PositionOf(span.Start), source.PositionOf(span.End));
        (Path, Line, Column, EndLine, EndColumn) = (source.Path, start.Line + 1, start.Column + 1, end.Line + 1, end.Column + 1);
    }

    public string Path { get; }

    public int Line { get; }

    public int Column { get; }

    public int EndLine { get; }

    public int EndColumn { get; }
}
