// What drafting made, for people.
using Dsl.Batch.Drafting;
using Dsl.Drafting.DraftEvaluation;

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
        output.WriteLine($"待定 {draft.Draft.Undecided} 处：在文件里找「待定」逐一处理，再用 policy check 检查、补写算例。");
        output.WriteLine($"未起草 {draft.Draft.Undrafted.Length} 句：原文照抄在「未起草」的注释里，该写的补写为条款，其余删去。");
        if (draft.Draft.LeftOut > 0)
            output.WriteLine($"原文太长，后面还有 {draft.Draft.LeftOut} 条没有起草：请分成几个文件。");
    }

    /// <summary>How many figures of a finished policy the draft had.</summary>
    public static void Write(TextWriter output, DraftComparison comparison)
    {
        output.WriteLine($"数 {comparison.Figures.Length} 个，用途相符 {comparison.Count(FigureOutcome.Same)} "
            + $"个（{comparison.Percent(FigureOutcome.Same)}%），待定 {comparison.Count(FigureOutcome.Undecided)} 个，用途不符 "
            + $"{comparison.Count(FigureOutcome.OtherUse)} 个，没有落到 {comparison.Count(FigureOutcome.Missed)} 个");
        foreach (var figure in comparison.Figures.Where(static figure => figure.Outcome != FigureOutcome.Same))
            output.WriteLine($"  {DraftJson.NameOf(figure.Outcome)}：{figure.Kind} {figure.Number}（{figure.Place}） "
                + $"{figure.Written}（{DraftComparison.NameOf(figure.Use)}）");
    }
}
