// Frequency, payer, ceiling: the lines of a clause besides its conditions and its amount.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Whole;

/// <summary>The terms of an award.</summary>
/// <param name="Lines">资金 and 频次.</param>
/// <param name="Cap">The ceiling of one award; null for none.</param>
/// <param name="Limits">单位上限 and 累计上限.</param>
/// <param name="RowNoun">What the ceiling of one award is for, such as 项目; empty where it does not say.</param>
/// <param name="Notes">What has to be decided.</param>
/// <param name="Runs">Whether it is given some years.</param>
internal sealed record TermsReading(List<DraftLine> Lines, string? Cap, List<DraftLine> Limits, string RowNoun, List<string> Notes,
    bool Runs)
{
    /// <summary>Reads the terms from the match of a whole sentence; null where two of them do not go together.</summary>
    /// <param name="mask">The sentence.</param>
    /// <param name="hasRows">Whether each award is for a thing of the subject.</param>
    public static TermsReading? Read(FigureMask mask, Match match, bool hasRows)
    {
        var often = match.Groups["often"].Captures.Select(static capture => capture.Value).ToHashSet(StringComparer.Ordinal);
        var isYearly = often.Contains("每年") || match.Groups["yearly"].Success || match.Groups["ofyear"].Success;
        if (often.Contains("一次性") && (isYearly || match.Groups["years"].Success) || (match.Groups["years"].Success && !isYearly))
            return null;
        var (lines, notes) = (new List<DraftLine>(), new List<string>());
        if (match.Groups["level"] is { Success: true } level)
            lines.Add(new("资金", level.Value + "级"));
        if (match.Groups["years"] is { Success: true } years)
        {
            if (FigureOf(mask, years) is not { } run)
                return null;
            lines.Add(new("频次", $"每年 最多 {run}"));
        }
        else if (often.Count > 0 || isYearly)
        {
            lines.Add(new("频次", isYearly ? "每年" : "一次性"));
        }
        else
        {
            notes.Add("频次原文没有写明：一次性、每年，还是每次（不写会有 DSL3016 提醒）");
        }
        var row = match.Groups["row"].Value;
        return Caps(mask, match, hasRows || row.Length > 0) is { } caps
            ? new(lines, caps.Cap, caps.Limits, row, notes, match.Groups["years"].Success)
            : null;
    }

    /// <summary>A figure as the language writes it; null where a group holds two of them side by side.</summary>
    public static string? FigureOf(FigureMask mask, Capture group) =>
        mask.At(group.Index) is var figure && figure.Length == group.Length ? Quantities.Write(figure) : null;

    /// <summary>The ceilings, each in its line; null where two are for the same.</summary>
    private static (string? Cap, List<DraftLine> Limits)? Caps(FigureMask mask, Match match, bool hasRows)
    {
        string? cap = null;
        var limits = new List<DraftLine>();
        foreach (var money in match.Groups["cap"].Captures.AsEnumerable())
        {
            // The words of a ceiling reach from the figure before it up to its own.
            var start = mask.Figures.Where(figure => figure.End <= money.Index).Select(static figure => figure.End).LastOrDefault();
            var tail = AwardPatterns.Tail().Matches(mask.Text[start..(money.Index + money.Length)]).LastOrDefault();
            if (tail is null || FigureOf(mask, money) is not { } written)
                return null;
            var isTotal = tail.Groups["total"].Success && !tail.Groups["yearly"].Success;
            var keyword = isTotal ? "累计上限" : hasRows && tail.Groups["each"].Success ? "单位上限" : "";
            if (isTotal && hasRows || (keyword.Length == 0 ? cap is not null : limits.Exists(line => line.Keyword == keyword)))
                return null;
            if (keyword.Length == 0)
                cap = written;
            else
                limits.Add(new(keyword, written));
        }
        return (cap, limits);
    }
}
