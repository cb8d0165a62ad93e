// Coverage for programs.
using System.Text.Json.Serialization;
using Dsl.Loading.Json;
using Dsl.Semantics.Coverage;
using Dsl.Syntax.Text;
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
internal sealed class CoverageDocument(CoverageReport report)
{
    [JsonPropertyName("格式版本")] public int FormatVersion { get; } = CoverageJson.FormatVersion;

    [JsonPropertyName("政策")]
    public IEnumerable<CoveredDocument> Policies => report.Policies.Select(static coverage => new CoveredDocument(coverage));

    [JsonPropertyName("没有原文")] public IEnumerable<string> WithoutSource => report.WithoutSource;
}

/// <summary>The coverage of a document.</summary>
internal sealed class CoveredDocument(SourceCoverage coverage)
{
    [JsonPropertyName("文号")] public string Number => coverage.Policy.Number;
    [JsonPropertyName("标题")] public string Title => coverage.Policy.Title;
    [JsonPropertyName("原文")] public string Path => coverage.Source.Path;

    [JsonPropertyName("句")]
    public OrderedDictionary<string, int> Shares => JsonStyle.Members(
        Enum.GetValues<QuotedShare>(), CoverageReport.Word, share => coverage.Sentences.Count(part => part.Share == share));

    [JsonPropertyName("数")]
    public OrderedDictionary<string, int> Uses => JsonStyle.Members(
        Enum.GetValues<FigureUse>(), CoverageReport.Word, use => coverage.Figures.Count(figure => figure.Use == use));

    [JsonPropertyName("各句")]
    public IEnumerable<CoveredSentence> Parts => coverage.Parts.Select(part => new CoveredSentence(coverage, part));

    [JsonPropertyName("各数")]
    public IEnumerable<CoveredFigure> Figures => coverage.Figures.Select(figure => new CoveredFigure(coverage, figure));
}

/// <summary>A sentence, and which clauses quote it.</summary>
internal sealed class CoveredSentence(SourceCoverage coverage, SourcePart part)
{
    [JsonPropertyName("行")] public int Line => CoverageReport.LineOf(coverage, part.Span.Start);
    [JsonPropertyName("起")] public int Start => part.Span.Start;
    [JsonPropertyName("止")] public int End => part.Span.End;
    [JsonPropertyName("文字")] public string Text => coverage.Source[part.Span];
    [JsonPropertyName("类别")] public string Role => CoverageReport.Word(part.Role);
    [JsonPropertyName("引用")] public string Share => CoverageReport.Word(part.Share);
    [JsonPropertyName("条款")] public IEnumerable<string> Blocks => part.Blocks.Select(BlockNames.NameOf);
}

/// <summary>A figure, and whether a clause computes with it.</summary>
internal sealed class CoveredFigure(SourceCoverage coverage, SourceFigure figure)
{
    [JsonPropertyName("行")] public int Line => CoverageReport.LineOf(coverage, figure.Span.Start);
    [JsonPropertyName("起")] public int Start => figure.Span.Start;
    [JsonPropertyName("止")] public int End => figure.Span.End;
    [JsonPropertyName("文字")] public string Text => coverage.Source[figure.Span];
    [JsonPropertyName("使用")] public string Use => CoverageReport.Word(figure.Use);
}
