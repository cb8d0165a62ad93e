// What drafting made, for programs.
using Dsl.Batch.Drafting;
using Dsl.Drafting.DraftEvaluation;

namespace Dsl.Cli.Output;

/// <summary>Writes drafts as JSON, with a version of the format.</summary>
internal static class DraftJson
{
    /// <summary>The head, the blocks and the texts of a draft.</summary>
    public static void Write(TextWriter output, PolicyDraft draft) => JsonText.Write(output, json =>
    {
        var (made, head) = (draft.Draft, draft.Draft.Head);
        json.WriteStartObject();
        json.WriteNumber("版本", 1);
        json.WriteString("标题", head.Title);
        json.WriteString("文号", head.Number);
        json.WriteString("成文日期", head.Dated);
        json.WriteStartArray("文件");
        foreach (var (path, _) in draft.Files)
            json.WriteStringValue(path);
        json.WriteEndArray();
        json.WriteStartArray("条款");
        foreach (var block in made.Blocks)
        {
            json.WriteStartObject();
            json.WriteString("类别", block.Kind);
            json.WriteString("编号", block.Number);
            json.WriteString("条", block.Place);
            json.WriteString("标题", block.Title);
            json.WriteString("性质", block.Nature);
            json.WriteStartArray("待定");
            foreach (var note in block.Notes)
                json.WriteStringValue(note);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("首部待定");
        foreach (var doubt in head.Doubts)
            json.WriteStringValue(doubt);
        json.WriteEndArray();
        json.WriteNumber("待定", made.Undecided);
        json.WriteNumber("未起草", made.Undrafted.Length);
        json.WriteStartArray("未起草的句子");
        foreach (var sentence in made.Undrafted)
        {
            json.WriteStartObject();
            json.WriteString("条", sentence.Place);
            json.WriteString("文字", sentence.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("太长未读的条数", made.LeftOut);
        json.WriteString("政策文件", made.Policy);
        json.WriteString("数据定义", made.Schema);
        json.WriteEndObject();
    });

    /// <summary>A comparison with a finished policy.</summary>
    public static void Write(TextWriter output, DraftComparison comparison) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("版本", 1);
        json.WriteNumber("数", comparison.Figures.Length);
        foreach (var outcome in Enum.GetValues<FigureOutcome>())
            json.WriteNumber(NameOf(outcome), comparison.Count(outcome));
        json.WriteNumber("百分比", comparison.Percent(FigureOutcome.Same));
        json.WriteStartArray("各数");
        foreach (var figure in comparison.Figures)
        {
            json.WriteStartObject();
            json.WriteString("类别", figure.Kind);
            json.WriteString("编号", figure.Number);
            json.WriteString("条", figure.Place);
            json.WriteString("数", figure.Written);
            json.WriteString("用途", DraftComparison.NameOf(figure.Use));
            json.WriteString("结果", NameOf(figure.Outcome));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>An outcome in the words of users.</summary>
    public static string NameOf(FigureOutcome outcome) => outcome switch
    {
        FigureOutcome.Same => "用途相符", FigureOutcome.Undecided => "待定", FigureOutcome.OtherUse => "用途不符", _ => "没有落到",
    };
}
