// Findings for programs, as JSON with a format version.
using System.Text.Json;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Cli.Output;

/// <summary>Prints findings as JSON. Lines and columns count from 1, columns in UTF-16 units.</summary>
internal static class DiagnosticJson
{
    private const int FormatVersion = 1;

    /// <summary>Writes all findings and their counts; what could not be read only where there is such.</summary>
    public static void Write(TextWriter output, IReadOnlyCollection<Diagnostic> findings, int files,
        IReadOnlyCollection<DataFinding> unread) =>
        JsonText.Write(output, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("formatVersion", FormatVersion);
            writer.WriteNumber("files", files);
            writer.WriteNumber("errors", findings.Count(static finding => finding.Severity == Severity.Error));
            writer.WriteNumber("warnings", findings.Count(static finding => finding.Severity == Severity.Warning));
            writer.WriteNumber("remarks", findings.Count(static finding => finding.Severity == Severity.Remark));
            writer.WriteStartArray("findings");
            foreach (var finding in findings)
                WriteFinding(writer, finding);
            writer.WriteEndArray();
            if (unread.Count > 0)
            {
                writer.WriteStartArray("unread");
                foreach (var problem in unread)
                {
                    writer.WriteStartObject();
                    writer.WriteString("code", problem.Code);
                    writer.WriteString("file", problem.Place.File);
                    writer.WriteString("message", problem.Problem.Message);
                    writer.WriteString("remedy", problem.Problem.Remedy);
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
            }
            writer.WriteEndObject();
        });

    private static void WriteFinding(Utf8JsonWriter writer, Diagnostic finding)
    {
        writer.WriteStartObject();
        writer.WriteString("code", finding.Code);
        writer.WriteString("severity", finding.Severity.Level());
        WritePlace(writer, finding.Source, finding.Span);
        if (finding.Block is { } block)
            writer.WriteString("block", block);

        writer.WriteString("message", finding.Message);
        writer.WriteString("remedy", finding.Remedy);
        writer.WriteStartArray("fixes");
        foreach (var fix in finding.Fixes)
            WriteFix(writer, finding.Source, fix);
        writer.WriteEndArray();
        writer.WriteStartArray("related");
        foreach (var (source, span, note) in finding.Related)
        {
            writer.WriteStartObject();
            WritePlace(writer, source, span);
            writer.WriteString("note", note);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter writer, SourceText source, TextFix fix)
    {
        writer.WriteStartObject();
        writer.WriteString("title", fix.Title);
        writer.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            writer.WriteStartObject();
            WritePlace(writer, source, edit.Span);
            writer.WriteString("newText", edit.NewText);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter writer, SourceText source, TextSpan span)
    {
        var (start, end) = (source.PositionOf(span.Start), source.PositionOf(span.End));
        writer.WriteString("path", source.Path);
        writer.WriteNumber("line", start.Line + 1);
        writer.WriteNumber("column", start.Column + 1);
        writer.WriteNumber("endLine", end.Line + 1);
        writer.WriteNumber("endColumn", end.Column + 1);
    }
}
