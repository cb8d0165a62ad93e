// What drafting made, for people.
using Dsl.Drafting.Comparing;
using Dsl.Runtime.Drafting;

namespace Dsl.Cli.Output;

/// <summary>Prints drafts.</summary>
internal static class DraftText
{
    /// <summary>The files, the kinds of blocks, what is left to decide.</summary>
    public static void Write(TextWriter output, PolicyDraft draft)
    {
        foreach (var (path, what) in draft.Files)
            output.WriteLine($"已写入 {path}（{what}）");
        var natures = draft.Draft.Blocks.CountBy(static block => block.Nature).Select(static pair => $"{pair.Key} {pair.Value}");
        output.WriteLine($"起草了 {draft.Draft.Blocks.Length} 块：{string.Join('、', natures)}。");
        var undecided = draft.Draft.Blocks.Sum(static block => block.Notes.Length);
        output.WriteLine($"待定 {undecided} 处：在文件里找「待定」逐一处理，再用 policy check 检查、补写算例。");
        if (draft.Draft.LeftOut > 0)
            output.WriteLine($"原文太长，后面还有 {draft.Draft.LeftOut} 条没有起草：请分成几个文件。");
    }

    /// <summary>How many figures of a finished policy the draft had.</summary>
    public static void Write(TextWriter output, DraftComparison comparison)
    {
        output.WriteLine($"数 {comparison.Figures} 个，落在正确条款 {comparison.Placed} 个（{comparison.Percent}%）");
        foreach (var missed in comparison.Missed)
            output.WriteLine($"  没有落到：{missed.Kind} {missed.Number}（{missed.Place}） {missed.Written}");
    }
}
