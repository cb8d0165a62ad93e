// What drafting made, for programs.
using Dsl.Drafting.Comparing;
using Dsl.Runtime.Drafting;

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
        json.WriteNumber("未起草", made.LeftOut);
        json.WriteString("政策文件", made.Policy);
        json.WriteString("数据定义", made.Schema);
        json.WriteEndObject();
    });

    /// <summary>A comparison with a finished policy.</summary>
    public static void Write(TextWriter output, DraftComparison comparison) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("版本", 1);
        json.WriteNumber("数", comparison.Figures);
        json.WriteNumber("落在正确条款", comparison.Placed);
        json.WriteNumber("百分比", comparison.Percent);
        json.WriteStartArray("没有落到");
        foreach (var missed in comparison.Missed)
        {
            json.WriteStartObject();
            json.WriteString("类别", missed.Kind);
            json.WriteString("编号", missed.Number);
            json.WriteString("条", missed.Place);
            json.WriteString("数", missed.Written);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
