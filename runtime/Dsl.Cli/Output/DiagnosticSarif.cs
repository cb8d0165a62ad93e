// Diagnostics as SARIF 2.1.0, which code hosts and editors show beside the lines.
using System.Text.Json.Serialization;
using Dsl.Cli.Hosting;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Cli.Output;

/// <summary>Writes diagnostics as SARIF.</summary>
internal static class DiagnosticSarif
{
    /// <summary>Writes one run with all diagnostics; a run that could not read everything says so.</summary>
    public static void Write(TextWriter output, IReadOnlyCollection<Diagnostic> findings, IReadOnlyCollection<DataFinding> unread) =>
        output.WriteLine(JsonStyle.Indent(new([new(findings, unread)]), SarifShapes.Of.SarifLog));
}

[JsonSerializable(typeof(SarifLog))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class SarifShapes : JsonSerializerContext
{
    public static SarifShapes Of { get; } = new(JsonStyle.ForShapes());
}

internal sealed class SarifLog(IReadOnlyList<SarifRun> runs)
{
    [JsonPropertyName("$schema")] public string Schema { get; } = "https://json.schemastore.org/sarif-2.1.0.json";
    [JsonPropertyName("version")] public string Version { get; } = "2.1.0";
    [JsonPropertyName("runs")] public IEnumerable<SarifRun> Runs => runs;
}

internal sealed class SarifRun
{
    private readonly IReadOnlyCollection<Diagnostic> _findings;
    private readonly List<DiagnosticRule> _rules;

    public SarifRun(IReadOnlyCollection<Diagnostic> findings, IReadOnlyCollection<DataFinding> unread)
    {
        _findings = findings;
        _rules = [.. findings.Select(static finding => finding.Rule.WordingOf ?? finding.Rule).DistinctBy(static rule => rule.Code)
            .OrderBy(static rule => rule.Code, StringComparer.Ordinal)];
        Tool = new(new("policy", ProgramVersion.Current, _rules.Select(static rule =>
            new SarifRule(rule.Code, new(rule.Message), new(rule.Severity.Level())))));
        Invocations = unread.Count == 0 ? null : [new(false, unread.Select(static problem => new SarifNotification(
            "error", new($"{problem.Place.File}：{problem.Problem.Message}{problem.Problem.Remedy}"))))];
    }

    [JsonPropertyName("tool")] public SarifTool Tool { get; }

    [JsonPropertyName("invocations"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SarifInvocation>? Invocations { get; }

    [JsonPropertyName("columnKind")] public string ColumnKind { get; } = "utf16CodeUnits";

    [JsonPropertyName("results")]
    public IEnumerable<SarifResult> Results =>
        _findings.Select(finding => new SarifResult(finding, _rules.FindIndex(rule => rule.Code == finding.Code)));
}

internal sealed record SarifTool([property: JsonPropertyName("driver")] SarifDriver Driver);

internal sealed record SarifDriver(
    [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("rules")] IEnumerable<SarifRule> Rules);

internal sealed record SarifRule(
    [property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("shortDescription")] SarifText ShortDescription,
    [property: JsonPropertyName("defaultConfiguration")] SarifConfiguration DefaultConfiguration);

internal sealed record SarifConfiguration([property: JsonPropertyName("level")] string Level);

internal sealed record SarifInvocation(
    [property: JsonPropertyName("executionSuccessful")] bool ExecutionSuccessful,
    [property: JsonPropertyName("toolExecutionNotifications")] IEnumerable<SarifNotification> Notifications);

internal sealed record SarifNotification(
    [property: JsonPropertyName("level")] string Level, [property: JsonPropertyName("message")] SarifText Message);

/// <summary>A message, or the text that an edit inserts.</summary>
internal sealed record SarifText([property: JsonPropertyName("text")] string Text);

internal sealed class SarifResult(Diagnostic finding, int ruleIndex)
{
    [JsonPropertyName("ruleId")] public string RuleId => finding.Code;
    [JsonPropertyName("ruleIndex")] public int RuleIndex => ruleIndex;
    [JsonPropertyName("level")] public string Level => finding.Severity.Level();

    [JsonPropertyName("message")]
    public SarifText Message => new(finding.Remedy.Length > 0 ? $"{finding.Message} {finding.Remedy}" : finding.Message);

    [JsonPropertyName("locations")] public IEnumerable<SarifLocation> Locations => [new(new(finding.Source, finding.Span), null)];

    [JsonPropertyName("relatedLocations"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<SarifLocation>? RelatedLocations => finding.Related.IsEmpty ? null
        : finding.Related.Select(static related => new SarifLocation(new(related.Source, related.Span), new(related.Note)));

    [JsonPropertyName("fixes"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<SarifFix>? Fixes => finding.Fixes.IsEmpty ? null
        : finding.Fixes.Select(fix => new SarifFix(new(fix.Title), [new(new(finding.Source), fix.Edits.Select(edit =>
            new SarifReplacement(new(finding.Source, edit.Span), new(edit.NewText))))]));
}

internal sealed class SarifLocation(SarifPhysicalLocation place, SarifText? message)
{
    [JsonPropertyName("physicalLocation")] public SarifPhysicalLocation Place => place;

    [JsonPropertyName("message"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SarifText? Message => message;
}

internal sealed class SarifPhysicalLocation(SourceText source, TextSpan span)
{
    [JsonPropertyName("artifactLocation")] public SarifArtifact Artifact => new(source);
    [JsonPropertyName("region")] public SarifRegion Region => new(source, span);
}

internal sealed class SarifArtifact(SourceText source)
{
    /// <summary>A URI: Chinese and 〔〕 of the file name are escaped.</summary>
    [JsonPropertyName("uri")] public string Uri => string.Join('/', source.Path.Split('/').Select(System.Uri.EscapeDataString));
}

internal sealed class SarifRegion(SourceText source, TextSpan span)
{
    private readonly PlacedSpan _place = new(source, span);

    [JsonPropertyName("startLine")] public int StartLine => _place.Line;
    [JsonPropertyName("startColumn")] public int StartColumn => _place.Column;
    [JsonPropertyName("endLine")] public int EndLine => _place.EndLine;
    [JsonPropertyName("endColumn")] public int EndColumn => _place.EndColumn;
}

internal sealed record SarifFix(
    [property: JsonPropertyName("description")] SarifText Description,
    [property: JsonPropertyName("artifactChanges")] IReadOnlyList<SarifArtifactChange> ArtifactChanges);

internal sealed record SarifArtifactChange(
    [property: JsonPropertyName("artifactLocation")] SarifArtifact Artifact,
    [property: JsonPropertyName("replacements")] IEnumerable<SarifReplacement> Replacements);

internal sealed record SarifReplacement(
    [property: JsonPropertyName("deletedRegion")] SarifRegion DeletedRegion,
    [property: JsonPropertyName("insertedContent")] SarifText InsertedContent);
