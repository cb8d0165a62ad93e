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

internal sealed class SarifLog
{
    private readonly IReadOnlyList<SarifRun> _runs;

    internal SarifLog(IReadOnlyList<SarifRun> runs) => _runs = runs;

    [JsonPropertyName("$schema")] public string Schema { get; } = "https://json.schemastore.org/sarif-2.1.0.json";
    [JsonPropertyName("version")] public string Version { get; } = "2.1.0";
    [JsonPropertyName("runs")] public IEnumerable<SarifRun> Runs => _runs;
}

internal sealed class SarifRun
{
    private readonly IReadOnlyCollection<Diagnostic> _findings;
    private readonly List<DiagnosticRule> _rules;

    internal SarifRun(IReadOnlyCollection<Diagnostic> findings, IReadOnlyCollection<DataFinding> unread)
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

internal sealed class SarifResult
{
    private readonly Diagnostic _finding;
    private readonly int _ruleIndex;

    internal SarifResult(Diagnostic finding, int ruleIndex) => (_finding, _ruleIndex) = (finding, ruleIndex);

    [JsonPropertyName("ruleId")] public string RuleId => _finding.Code;
    [JsonPropertyName("ruleIndex")] public int RuleIndex => _ruleIndex;
    [JsonPropertyName("level")] public string Level => _finding.Severity.Level();

    [JsonPropertyName("message")]
    public SarifText Message => new(_finding.Remedy.Length > 0 ? $"{_finding.Message} {_finding.Remedy}" : _finding.Message);

    [JsonPropertyName("locations")] public IEnumerable<SarifLocation> Locations => [new(new(_finding.Source, _finding.Span), null)];

    [JsonPropertyName("relatedLocations"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<SarifLocation>? RelatedLocations => _finding.Related.IsEmpty ? null
        : _finding.Related.Select(static related => new SarifLocation(new(related.Source, related.Span), new(related.Note)));

    [JsonPropertyName("fixes"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<SarifFix>? Fixes => _finding.Fixes.IsEmpty ? null
        : _finding.Fixes.Select(fix => new SarifFix(new(fix.Title), [new(new(_finding.Source), fix.Edits.Select(edit =>
            new SarifReplacement(new(_finding.Source, edit.Span), new(edit.NewText))))]));
}

internal sealed class SarifLocation
{
    private readonly SarifPhysicalLocation _place;
    private readonly SarifText? _message;

    internal SarifLocation(SarifPhysicalLocation place, SarifText? message) => (_place, _message) = (place, message);

    [JsonPropertyName("physicalLocation")] public SarifPhysicalLocation Place => _place;

    [JsonPropertyName("message"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SarifText? Message => _message;
}

internal sealed class SarifPhysicalLocation
{
    private readonly SourceText _source;
    private readonly TextSpan _span;

    internal SarifPhysicalLocation(SourceText source, TextSpan span) => (_source, _span) = (source, span);

    [JsonPropertyName("artifactLocation")] public SarifArtifact Artifact => new(_source);
    [JsonPropertyName("region")] public SarifRegion Region => new(_source, _span);
}

internal sealed class SarifArtifact
{
    private readonly SourceText _source;

    internal SarifArtifact(SourceText source) => _source = source;

    /// <summary>A URI: Chinese and 〔〕 of the file name are escaped.</summary>
    [JsonPropertyName("uri")] public string Uri => string.Join('/', _source.Path.Split('/').Select(System.Uri.EscapeDataString));
}

internal sealed class SarifRegion
{
    private readonly SourceText _source;
    private readonly TextSpan _span;
    private readonly PlacedSpan _place;

    internal SarifRegion(SourceText source, TextSpan span)
    {
        _source = source;
        _span = span;
        _place = new(_source, _span);
    }

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
