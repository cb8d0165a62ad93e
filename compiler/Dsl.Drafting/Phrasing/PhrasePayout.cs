// In which parts an award is paid: 分三年按40%、30%、30%的比例拨付, 分3年平均兑付.
using System.Text.RegularExpressions;
using Dsl.Drafting.Phrases;
using Dsl.Values.Exact;

namespace Dsl.Drafting.Phrasing;

internal static partial class PhrasePayout
{
    /// <summary>What follows 兑付; null where the phrase says no plan, or not all of one.</summary>
    public static string? Of(PhraseLine line, Phrase phrase)
    {
        if (Plan().Match(phrase.Text) is not { Success: true } match)
            return null;
        var from = match.Groups["next"].Success ? "次年起 " : "";
        var years = match.Groups["years"] is { Success: true } group ? line.FigureAt(phrase.Start + group.Index, group.Length)?.Value
            : (Rational?)null;
        if (match.Groups["even"].Success)
            return years is { } length && length >= 2 ? $"{from}分 {length}年" : null;
        var shares = match.Groups["share"].Captures.Select(capture => line.FigureAt(phrase.Start + capture.Index, capture.Length)).ToList();
        if (shares.Contains(null) || years is { } count && count != shares.Count
            || shares.Aggregate(Rational.Zero, static (sum, share) => sum + (share?.Value ?? Rational.Zero)) != Rational.One)
            return null;
        var written = shares.Select(static share => share is null ? null : Quantities.Write(share)).ToList();
        return written.Contains(null) ? null : from + string.Join('、', written);
    }

    [GeneratedRegex("^(?:且|并)?(?<next>自?次年起)?(?:(?:奖励|补贴|补助|扶持|奖补|支持)?(?:资金|金额|总额))?(?<next>自?次年起)?"
        + "(?:分(?<years>" + FigureMask.Years + "+))?(?:(?<even>平均|等额|均)|(?:按照?|以)?(?<share>(?:" + FigureMask.Share + ")+)"
        + "(?:[、和,](?<share>(?:" + FigureMask.Share + ")+)){1,6}的?(?:比例)?)(?:分批|逐年|分期|分别|每年)*(?:给予)?"
        + "(?:拨付|兑付|发放|兑现|支付|安排|给付)(?:到位)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plan();
}
