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
internal sealed class DiagnosticReport
{
    private readonly IReadOnlyCollection<Diagnostic> _findings;
    private readonly int _files;
    private readonly IReadOnlyCollection<DataFinding> _unread;

    internal DiagnosticReport(IReadOnlyCollection<Diagnostic> findings, int files, IReadOnlyCollection<DataFinding> unread) =>
        (_findings, _files, _unread) = (findings, files, unread);

    [JsonPropertyName("formatVersion")] public int FormatVersion { get; } = DiagnosticReportJson.FormatVersion;
    [JsonPropertyName("files")] public int Files => _files;
    [JsonPropertyName("errors")] public int Errors => Count(Severity.Error);
    [JsonPropertyName("warnings")] public int Warnings => Count(Severity.Warning);
    [JsonPropertyName("remarks")] public int Remarks => Count(Severity.Remark);

    [JsonPropertyName("findings")]
    public IEnumerable<DiagnosticEntry> Findings => _findings.Select(static finding => new DiagnosticEntry(finding));

    [JsonPropertyName("unread"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<UnreadFile>? Unread => _unread.Count == 0 ? null : _unread.Select(static problem => new UnreadFile(problem));

    private int Count(Severity severity) => _findings.Count(finding => finding.Severity == severity);
}

/// <summary>A file that could not be read.</summary>
internal sealed class UnreadFile
{
    private readonly DataFinding _problem;

    internal UnreadFile(DataFinding problem) => _problem = problem;

    [JsonPropertyName("code")] public string Code => _problem.Code;
    [JsonPropertyName("file")] public string File => _problem.Place.File;
    [JsonPropertyName("message")] public string Message => _problem.Problem.Message;
    [JsonPropertyName("remedy")] public string Remedy => _problem.Problem.Remedy;
}

/// <summary>A diagnostic.</summary>
internal sealed class DiagnosticEntry
{
    private readonly Diagnostic _finding;
    private readonly PlacedSpan _place;

    internal DiagnosticEntry(Diagnostic finding)
    {
        _finding = finding;
        _place = new(_finding.Source, _finding.Span);
    }

    [JsonPropertyName("code")] public string Code => _finding.Code;
    [JsonPropertyName("severity")] public string Severity => _finding.Severity.Level();
    [JsonPropertyName("path")] public string Path => _place.Path;
    [JsonPropertyName("line")] public int Line => _place.Line;
    [JsonPropertyName("column")] public int Column => _place.Column;
    [JsonPropertyName("endLine")] public int EndLine => _place.EndLine;
    [JsonPropertyName("endColumn")] public int EndColumn => _place.EndColumn;

    [JsonPropertyName("block"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Block => _finding.Block;

    [JsonPropertyName("message")] public string Message => _finding.Message;
    [JsonPropertyName("remedy")] public string Remedy => _finding.Remedy;
    [JsonPropertyName("fixes")] public IEnumerable<FixEntry> Fixes => _finding.Fixes.Select(fix => new FixEntry(_finding.Source, fix));

    [JsonPropertyName("related")]
    public IEnumerable<RelatedEntry> Related =>
        _finding.Related.Select(static related => new RelatedEntry(new(related.Source, related.Span), related.Note));
}

/// <summary>A fix.</summary>
internal sealed class FixEntry
{
    private readonly SourceText _source;
    private readonly TextFix _fix;

    internal FixEntry(SourceText source, TextFix fix) => (_source, _fix) = (source, fix);

    [JsonPropertyName("title")] public string Title => _fix.Title;

    [JsonPropertyName("edits")]
    public IEnumerable<EditEntry> Edits => _fix.Edits.Select(edit => new EditEntry(new(_source, edit.Span), edit.NewText));
}

/// <summary>An edit of a fix.</summary>
internal sealed class EditEntry
{
    private readonly PlacedSpan _place;
    private readonly string _newText;

    internal EditEntry(PlacedSpan place, string newText) => (_place, _newText) = (place, newText);

    [JsonPropertyName("path")] public string Path => _place.Path;
    [JsonPropertyName("line")] public int Line => _place.Line;
    [JsonPropertyName("column")] public int Column => _place.Column;
    [JsonPropertyName("endLine")] public int EndLine => _place.EndLine;
    [JsonPropertyName("endColumn")] public int EndColumn => _place.EndColumn;
    [JsonPropertyName("newText")] public string NewText => _newText;
}

/// <summary>Another place that a diagnostic is about.</summary>
internal sealed class RelatedEntry
{
    private readonly PlacedSpan _place;
    private readonly string _note;

    internal RelatedEntry(PlacedSpan place, string note) => (_place, _note) = (place, note);

    [JsonPropertyName("path")] public string Path => _place.Path;
    [JsonPropertyName("line")] public int Line => _place.Line;
    [JsonPropertyName("column")] public int Column => _place.Column;
    [JsonPropertyName("endLine")] public int EndLine => _place.EndLine;
    [JsonPropertyName("endColumn")] public int EndColumn => _place.EndColumn;
    [JsonPropertyName("note")] public string Note => _note;
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
