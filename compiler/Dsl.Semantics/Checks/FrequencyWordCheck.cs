// 频次 against the words of the quotation: 一次性给予 that is paid every year, 次年起 that begins in the year itself.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks;

/// <summary>Quotations that say how often, and a 频次 that says otherwise.</summary>
public sealed class FrequencyWordCheck : ICheck
{
    private static readonly DiagnosticRule SaysOtherwise = new("DSL3037", Severity.Warning,
        "原文写「{0}」，频次写的是「{1}」。",
        "照原文改频次；这一句里别的几项才是「{0}」的，用「……」略去；理解有取舍的，写明理由（// 忽略 DSL3037 …）。");

    private static readonly string[] OnceWords = ["一次性", "只能享受一次", "仅享受一次", "只享受一次", "仅可申请一次", "只能申请一次"],
        YearlyWords =
            ["每年", "逐年", "按年", "年度内", "分年", "分期", "分次", "连续", "次年", "次月", "当年起", "之年起", "年内", "每次", "历年"],
        YearlyAwards = ["每年给予", "每年最高", "每年不超过", "每年补贴", "每年补助", "每年奖励", "每年按", "每年可领取", "逐年给予",
            "按年给予", "按年度给予"],
        ThisYearWords = ["当年起", "之年起", "当年开始", "之日起", "之月起", "本年起"],
        NextYearWords = ["次年起", "第二年起", "次年开始", "下一年起"],
        ThisMonthWords = ["当月起", "之月起", "当月开始", "之日起"], NextMonthWords = ["次月起", "次月开始", "下月起", "下个月起"];

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [SaysOtherwise];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, block) in context.CitedBlocks.Where(static entry => entry.Block.IsComputed))
            Check(context, policy, block);
    }

    private static void Check(CheckContext context, BoundPolicy policy, CitedBlock block)
    {
        if (block.Syntax.Lines.OfType<FrequencyLine>().FirstOrDefault() is not { } line)
            return;
        var quoted = string.Concat(Quotation.TokensOf(block.Syntax)
            .SelectMany(static quote => new Quotation(quote).Pieces).Select(static piece => piece.Text));
        // 首次 … gives each level once in a lifetime, so that the clause itself is asked every year.
        var isByLevel = block.Syntax.LinesOf("奖补").Any(static award => award.DescendantsAndSelf().OfType<MilestoneExpression>().Any());
        var words = line.Mode.Value == "每年" && FirstOf(quoted, YearlyWords) is null ? isByLevel ? null : FirstOf(quoted, OnceWords)
            // 每年给予, not 每年评选: the second says when, not how often one and the same gets it.
            : line.Mode.Value == "一次性" && FirstOf(quoted, OnceWords) is null && !block.Syntax.LinesOf("每个").Any()
                ? FirstOf(quoted, YearlyAwards)
            : line.FirstYearKeyword?.Value == "当年起" && FirstOf(quoted, ThisYearWords) is null ? FirstOf(quoted, NextYearWords)
            : line.FirstYearKeyword?.Value == "次年起" && FirstOf(quoted, NextYearWords) is null
                ? FirstOf(quoted, ["当年起", "之年起", "当年开始"])
            : line.FirstYear == "当月起" && FirstOf(quoted, ThisMonthWords) is null ? FirstOf(quoted, NextMonthWords)
            : line.FirstYear == "次月起" && FirstOf(quoted, NextMonthWords) is null ? FirstOf(quoted, ["当月起", "之月起", "当月开始"])
            : null;
        if (words is not null)
            context.Report(SaysOtherwise.At(policy.Source, line.Span, words, line.FirstYear.Length > 0 ? line.FirstYear : line.Mode.Value));
    }

    private static string? FirstOf(string text, string[] words) =>
        words.FirstOrDefault(word => text.Contains(word, StringComparison.Ordinal));
}
