// Findings as SARIF 2.1.0, which code hosts and editors show beside the lines.
using System.Text.Json;
using Dsl.Cli.Hosting;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Cli.Output;

/// <summary>Prints findings as SARIF.</summary>
internal static class DiagnosticSarif
{
    /// <summary>Writes one run with all findings; a run that could not read everything says so.</summary>
    public static void Write(TextWriter output, IReadOnlyCollection<Diagnostic> findings, IReadOnlyCollection<DataFinding> unread) =>
        JsonText.Write(output, writer =>
        {
            var rules = findings.Select(static finding => finding.Rule.WordingOf ?? finding.Rule).DistinctBy(static rule => rule.Code)
                .OrderBy(static rule => rule.Code, StringComparer.Ordinal).ToList();
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            writer.WriteStartObject();
            WriteTool(writer, rules);
            if (unread.Count > 0)
                WriteFailure(writer, unread);
            writer.WriteString("columnKind", "utf16CodeUnits");
            writer.WriteStartArray("results");
            foreach (var finding in findings)
                WriteResult(writer, finding, rules.FindIndex(rule => rule.Code == finding.Code));
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static void WriteFailure(Utf8JsonWriter writer, IEnumerable<DataFinding> unread)
    {
        writer.WriteStartArray("invocations");
        writer.WriteStartObject();
        writer.WriteBoolean("executionSuccessful", false);
        writer.WriteStartArray("toolExecutionNotifications");
        foreach (var problem in unread)
        {
            writer.WriteStartObject();
            writer.WriteString("level", "error");
            WriteMessage(writer, "message", $"{problem.Place.File}：{problem.Problem.Message}{problem.Problem.Remedy}");
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteTool(Utf8JsonWriter writer, List<DiagnosticRule> rules)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "policy");
        writer.WriteString("version", ProgramVersion.Current);
        writer.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Code);
            WriteMessage(writer, "shortDescription", rule.Message);
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", rule.Severity.Level());
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, Diagnostic finding, int ruleIndex)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Code);
        writer.WriteNumber("ruleIndex", ruleIndex);
        writer.WriteString("level", finding.Severity.Level());
        WriteMessage(writer, "message", finding.Remedy.Length > 0 ? $"{finding.Message} {finding.Remedy}" : finding.Message);
        writer.WriteStartArray("locations");
        WriteLocation(writer, finding.Source, finding.Span, note: null);
        writer.WriteEndArray();
        if (!finding.Related.IsEmpty)
        {
            writer.WriteStartArray("relatedLocations");
            foreach (var (source, span, note) in finding.Related)
                WriteLocation(writer, source, span, note);
            writer.WriteEndArray();
        }
        if (!finding.Fixes.IsEmpty)
            WriteFixes(writer, finding);
        writer.WriteEndObject();
    }

    private static void WriteFixes(Utf8JsonWriter writer, Diagnostic finding)
    {
        writer.WriteStartArray("fixes");
        foreach (var fix in finding.Fixes)
        {
            writer.WriteStartObject();
            WriteMessage(writer, "description", fix.Title);
            writer.WriteStartArray("artifactChanges");
            writer.WriteStartObject();
            WriteArtifact(writer, finding.Source);
            writer.WriteStartArray("replacements");
            foreach (var edit in fix.Edits)
            {
                writer.WriteStartObject();
                WriteRegion(writer, "deletedRegion", finding.Source, edit.Span);
                writer.WriteStartObject("insertedContent");
                writer.WriteString("text", edit.NewText);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter writer, SourceText source, TextSpan span, string? note)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        WriteArtifact(writer, source);
        WriteRegion(writer, "region", source, span);
        writer.WriteEndObject();
        if (note is not null)
            WriteMessage(writer, "message", note);
        writer.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter writer, SourceText source)
    {
        writer.WriteStartObject("artifactLocation");
        // A URI: Chinese and 〔〕 of the file name are escaped.
        writer.WriteString("uri", string.Join('/', source.Path.Split('/').Select(Uri.EscapeDataString)));
        writer.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter writer, string name, SourceText source, TextSpan span)
    {
        var (start, end) = (source.PositionOf(span.Start), source.PositionOf(span.End));
        writer.WriteStartObject(name);
        writer.WriteNumber("startLine", start.Line + 1);
        writer.WriteNumber("startColumn", start.Column + 1);
        writer.WriteNumber("endLine", end.Line + 1);
        writer.WriteNumber("endColumn", end.Column + 1);
        writer.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }
}
