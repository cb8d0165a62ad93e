// What drafting made, for programs.
using System.Text.Json.Serialization;
using Dsl.Batch.Drafting;
using Dsl.Drafting;
using Dsl.Drafting.DraftEvaluation;
using Dsl.Loading.Json;

namespace Dsl.Cli.Output;

/// <summary>Writes drafts as JSON, with a version of the format.</summary>
internal static class DraftJson
{
    public const int FormatVersion = 1;

    /// <summary>The head, the blocks and the texts of a draft.</summary>
    public static void Write(TextWriter output, PolicyDraft draft) =>
        output.WriteLine(JsonStyle.Indent(new(draft), DraftShapes.Of.DraftDocument));

    /// <summary>A comparison with a finished policy.</summary>
    public static void Write(TextWriter output, DraftComparison comparison) =>
        output.WriteLine(JsonStyle.Indent(new(comparison), DraftShapes.Of.DraftComparisonDocument));

    /// <summary>An outcome in the words of users.</summary>
    public static string NameOf(FigureOutcome outcome) => outcome switch
    {
        FigureOutcome.Same => "用途相符", FigureOutcome.Undecided => "待定", FigureOutcome.OtherUse => "用途不符", _ => "没有落到",
    };
}

[JsonSerializable(typeof(DraftDocument))]
[JsonSerializable(typeof(DraftComparisonDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class DraftShapes : JsonSerializerContext
{
    public static DraftShapes Of { get; } = new(JsonStyle.ForShapes());
}

/// <summary>A draft.</summary>
internal sealed class DraftDocument
{
    private readonly PolicyDraft _draft;

    internal DraftDocument(PolicyDraft draft) => _draft = draft;

    [JsonPropertyName("版本")] public int FormatVersion { get; } = DraftJson.FormatVersion;
    [JsonPropertyName("标题")] public string Title => _draft.Draft.Head.Title;
    [JsonPropertyName("文号")] public string? Number => _draft.Draft.Head.Number;
    [JsonPropertyName("成文日期")] public string? Dated => _draft.Draft.Head.Dated;
    [JsonPropertyName("文件")] public IEnumerable<string> Files => _draft.Files.Select(static file => file.Path);

    [JsonPropertyName("条款")]
    public IEnumerable<DraftedEntry> Blocks => _draft.Draft.Blocks.Select(static block => new DraftedEntry(block));

    [JsonPropertyName("首部待定")] public IEnumerable<string> Doubts => _draft.Draft.Head.Doubts;
    [JsonPropertyName("待定")] public int Undecided => _draft.Draft.Undecided;
    [JsonPropertyName("未起草")] public int Undrafted => _draft.Draft.Undrafted.Length;

    [JsonPropertyName("未起草的句子")]
    public IEnumerable<UndraftedEntry> Sentences =>
        _draft.Draft.Undrafted.Select(static sentence => new UndraftedEntry(sentence.Place, sentence.Text));

    [JsonPropertyName("太长未读的条数")] public int LeftOut => _draft.Draft.LeftOut;
    [JsonPropertyName("政策文件")] public string Policy => _draft.Draft.Policy;
    [JsonPropertyName("数据定义")] public string Schema => _draft.Draft.Schema;
}

/// <summary>A drafted block.</summary>
internal sealed class DraftedEntry
{
    private readonly DraftedBlock _block;

    internal DraftedEntry(DraftedBlock block) => _block = block;

    [JsonPropertyName("类别")] public string Kind => _block.Kind;
    [JsonPropertyName("编号")] public string Number => _block.Number;
    [JsonPropertyName("条")] public string Place => _block.Place;
    [JsonPropertyName("标题")] public string Title => _block.Title;
    [JsonPropertyName("性质")] public string Nature => _block.Nature;
    [JsonPropertyName("待定")] public IEnumerable<string> Notes => _block.Notes;
}

/// <summary>A sentence that nothing was drafted from.</summary>
internal sealed record UndraftedEntry(
    [property: JsonPropertyName("条")] string Place, [property: JsonPropertyName("文字")] string Text);

/// <summary>A draft beside a finished policy.</summary>
internal sealed class DraftComparisonDocument
{
    private readonly DraftComparison _comparison;

    internal DraftComparisonDocument(DraftComparison comparison) => _comparison = comparison;

    [JsonPropertyName("版本")] public int FormatVersion { get; } = DraftJson.FormatVersion;
    [JsonPropertyName("数")] public int Count => _comparison.Figures.Length;
    [JsonPropertyName("用途相符")] public int Same => _comparison.Count(FigureOutcome.Same);
    [JsonPropertyName("待定")] public int Undecided => _comparison.Count(FigureOutcome.Undecided);
    [JsonPropertyName("用途不符")] public int OtherUse => _comparison.Count(FigureOutcome.OtherUse);
    [JsonPropertyName("没有落到")] public int Missed => _comparison.Count(FigureOutcome.Missed);
    [JsonPropertyName("百分比")] public int Percent => _comparison.Percent(FigureOutcome.Same);

    [JsonPropertyName("各数")]
    public IEnumerable<ComparedFigureEntry> Figures => _comparison.Figures.Select(static figure => new ComparedFigureEntry(figure));
}

/// <summary>A figure of the finished policy, and what the draft makes of it.</summary>
internal sealed class ComparedFigureEntry
{
    private readonly ComparedFigure _figure;

    internal ComparedFigureEntry(ComparedFigure figure) => _figure = figure;

    [JsonPropertyName("类别")] public string Kind => _figure.Kind;
    [JsonPropertyName("编号")] public string Number => _figure.Number;
    [JsonPropertyName("条")] public string Place => _figure.Place;
    [JsonPropertyName("数")] public string Written => _figure.Written;
    [JsonPropertyName("用途")] public string Use => DraftComparison.NameOf(_figure.Use);
    [JsonPropertyName("结果")] public string Outcome => DraftJson.NameOf(_figure.Outcome);
}
