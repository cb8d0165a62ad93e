// What became of each sentence of a document, for people and for programs.
using System.Text.Json.Serialization;
using Dsl.Drafting;
using Dsl.Loading.Json;

namespace Dsl.Cli.Output;

/// <summary>Prints reports on drafts.</summary>
internal static class DraftReportText
{
    /// <summary>A line for each sentence, and below it the award and why it is 待定; the counts at the end.</summary>
    public static void Write(TextWriter output, Draft draft)
    {
        foreach (var sentence in draft.Sentences)
        {
            output.WriteLine($"{NameOf(sentence.Outcome)}　{(sentence.Place.Length > 0 ? $"（{sentence.Place}）" : "")}{sentence.Text}");
            if (sentence.Award.Length > 0)
                output.WriteLine($"    条款 {sentence.Number}　奖补 {sentence.Award}");
            foreach (var question in sentence.Questions)
                output.WriteLine($"    待定：{question}");
        }
        var paying = draft.Sentences.Where(static sentence => sentence.Pays).ToList();
        var counts = Enum.GetValues<SentenceOutcome>()
            .Select(outcome => $"{NameOf(outcome)} {paying.Count(sentence => sentence.Outcome == outcome)}");
        output.WriteLine($"给钱的句子 {paying.Count} 句：{string.Join('、', counts)}。");
    }

    /// <summary>An outcome in the words of users.</summary>
    public static string NameOf(SentenceOutcome outcome) => outcome switch
    {
        SentenceOutcome.Drafted => "起草",
        SentenceOutcome.DraftedWithQuestions => "起草，另有待定",
        SentenceOutcome.Undecided => "待定",
        SentenceOutcome.Explained => "说明",
        _ => "未起草",
    };
}

/// <summary>Writes reports on drafts as JSON.</summary>
internal static class DraftReportJson
{
    public static void Write(TextWriter output, Draft draft) =>
        output.WriteLine(JsonStyle.Indent(new(draft), DraftReportShapes.Of.DraftReportDocument));
}

[JsonSerializable(typeof(DraftReportDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class DraftReportShapes : JsonSerializerContext
{
    public static DraftReportShapes Of { get; } = new(JsonStyle.ForShapes());
}

/// <summary>What became of each sentence.</summary>
internal sealed class DraftReportDocument
{
    private readonly Draft _draft;

    internal DraftReportDocument(Draft draft) => _draft = draft;

    [JsonPropertyName("版本")] public int FormatVersion { get; } = DraftJson.FormatVersion;
    [JsonPropertyName("标题")] public string Title => _draft.Head.Title;
    [JsonPropertyName("给钱的句子")] public int Paying => _draft.Sentences.Count(static sentence => sentence.Pays);

    [JsonPropertyName("各句")]
    public IEnumerable<ReportedEntry> Sentences => _draft.Sentences.Select(static sentence => new ReportedEntry(sentence));
}

/// <summary>A sentence with what became of it.</summary>
internal sealed class ReportedEntry
{
    private readonly ReportedSentence _sentence;

    internal ReportedEntry(ReportedSentence sentence) => _sentence = sentence;

    [JsonPropertyName("条")] public string Place => _sentence.Place;
    [JsonPropertyName("文字")] public string Text => _sentence.Text;
    [JsonPropertyName("结果")] public string Outcome => DraftReportText.NameOf(_sentence.Outcome);
    [JsonPropertyName("条款")] public string Number => _sentence.Number;
    [JsonPropertyName("奖补")] public string Award => _sentence.Award;
    [JsonPropertyName("待定")] public IEnumerable<string> Questions => _sentence.Questions;
    [JsonPropertyName("给钱")] public bool Pays => _sentence.Pays;
}
