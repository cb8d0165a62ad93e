// Coverage for programs.
using System.Text.Json.Serialization;
using Dsl.Loading.Json;
using Dsl.Semantics.Coverage;
using Dsl.Syntax.Tree;

namespace Dsl.Cli.Output.Coverage;

/// <summary>Writes coverage as JSON. Lines count from 1; places are UTF-16 units from the start of the file.</summary>
internal static class CoverageJson
{
    public const int FormatVersion = 1;

    /// <summary>Writes all documents.</summary>
    public static void Write(TextWriter output, CoverageReport report) =>
        output.WriteLine(JsonStyle.Indent(new(report), CoverageShapes.Of.CoverageDocument));
}

[JsonSerializable(typeof(CoverageDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class CoverageShapes : JsonSerializerContext
{
    public static CoverageShapes Of { get; } = new(JsonStyle.ForShapes());
}

/// <summary>The coverage of all documents.</summary>
internal sealed class CoverageDocument
{
    private readonly CoverageReport _report;

    internal CoverageDocument(CoverageReport report) => _report = report;

    [JsonPropertyName("格式版本")] public int FormatVersion { get; } = CoverageJson.FormatVersion;

    [JsonPropertyName("政策")]
    public IEnumerable<CoveredDocument> Policies => _report.Policies.Select(static coverage => new CoveredDocument(coverage));

    [JsonPropertyName("没有原文")] public IEnumerable<string> WithoutSource => _report.WithoutSource;
}

/// <summary>The coverage of a document.</summary>
internal sealed class CoveredDocument
{
    private readonly SourceCoverage _coverage;

    internal CoveredDocument(SourceCoverage coverage) => _coverage = coverage;

    [JsonPropertyName("文号")] public string Number => _coverage.Policy.Number;
    [JsonPropertyName("标题")] public string Title => _coverage.Policy.Title;
    [JsonPropertyName("原文")] public string Path => _coverage.Source.Path;

    [JsonPropertyName("句")]
    public OrderedDictionary<string, int> Shares => JsonStyle.Members(
        Enum.GetValues<QuotedShare>(), CoverageReport.Word, share => _coverage.Sentences.Count(part => part.Share == share));

    [JsonPropertyName("数")]
    public OrderedDictionary<string, int> Uses => JsonStyle.Members(
        Enum.GetValues<FigureUse>(), CoverageReport.Word, use => _coverage.Figures.Count(figure => figure.Use == use));

    [JsonPropertyName("各句")]
    public IEnumerable<CoveredSentence> Parts => _coverage.Parts.Select(part => new CoveredSentence(_coverage, part));

    [JsonPropertyName("各数")]
    public IEnumerable<CoveredFigure> Figures => _coverage.Figures.Select(figure => new CoveredFigure(_coverage, figure));
}

/// <summary>A sentence, and which clauses quote it.</summary>
internal sealed class CoveredSentence
{
    private readonly SourceCoverage _coverage;
    private readonly SourcePart _part;

    internal CoveredSentence(SourceCoverage coverage, SourcePart part) => (_coverage, _part) = (coverage, part);

    [JsonPropertyName("行")] public int Line => CoverageReport.LineOf(_coverage, _part.Span.Start);
    [JsonPropertyName("起")] public int Start => _part.Span.Start;
    [JsonPropertyName("止")] public int End => _part.Span.End;
    [JsonPropertyName("文字")] public string Text => _coverage.Source[_part.Span];
    [JsonPropertyName("类别")] public string Role => CoverageReport.Word(_part.Role);
    [JsonPropertyName("引用")] public string Share => CoverageReport.Word(_part.Share);
    [JsonPropertyName("条款")] public IEnumerable<string?> Blocks => _part.Blocks.Select(BlockNames.NameOf);
}

/// <summary>A figure, and whether a clause computes with it.</summary>
internal sealed class CoveredFigure
{
    private readonly SourceCoverage _coverage;
    private readonly SourceFigure _figure;

    internal CoveredFigure(SourceCoverage coverage, SourceFigure figure) => (_coverage, _figure) = (coverage, figure);

    [JsonPropertyName("行")] public int Line => CoverageReport.LineOf(_coverage, _figure.Span.Start);
    [JsonPropertyName("起")] public int Start => _figure.Span.Start;
    [JsonPropertyName("止")] public int End => _figure.Span.End;
    [JsonPropertyName("文字")] public string Text => _coverage.Source[_figure.Span];
    [JsonPropertyName("使用")] public string Use => CoverageReport.Word(_figure.Use);
}
