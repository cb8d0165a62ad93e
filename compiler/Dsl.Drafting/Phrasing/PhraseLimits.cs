// What further phrases change of an award: another figure for some, ceilings by case, numbers that count at most, what is only noted.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Values.Quantities;
using Dsl.Values.Types;
using static Dsl.Drafting.Phrasing.PhraseWords;

namespace Dsl.Drafting.Phrasing;

/// <summary>Another figure for some: 小微企业补贴80%, 属于智能化改造的提高至10%.</summary>
/// <param name="Condition">For whom, as a condition.</param>
/// <param name="Facts">The facts of the condition.</param>
/// <param name="Written">The figure instead.</param>
/// <param name="IsShare">Whether it is a share.</param>
/// <param name="Text">The words of the document.</param>
internal sealed record Raise(string Condition, ImmutableArray<Fact> Facts, string Written, bool IsShare, string Text);

internal static partial class PhraseLimits
{
    /// <summary>Reads a phrase that gives some of the subjects another figure; null where it says something else.</summary>
    public static (Raise Raise, bool IsPartial)? RaiseOf(PhraseLine line, Phrase phrase)
    {
        if (RaisePattern.Match(phrase.Text) is not { Success: true } match
            || line.FigureAt(phrase.Start + match.Groups["value"].Index, match.Groups["value"].Length) is not { } figure
            || Quantities.Write(figure with { PerUnit = "" }) is not { } written)
            return null;
        var who = match.Groups["who"];
        if (PhraseSubject.Read(line, [new Phrase(phrase.Start + who.Index, who.Value)], null) is not { Lists: 0, Doubts: [] } subject
            || ConditionOf(subject) is not { Length: > 0 } condition)
            return null;
        ImmutableArray<Fact> facts = [.. subject.Thresholds.Select(static threshold => threshold.Fact),
            .. subject.Fact is null ? Array.Empty<Fact>() : [subject.Fact]];
        return (new Raise(condition, facts, written, figure.Kind == FigureKind.Percent, line.Original(phrase.Start, phrase.End)),
            phrase.Text.StartsWith("其中", StringComparison.Ordinal));
    }

    /// <summary>The amount with the other figures for some; null where the amount has no figure of that kind.</summary>
    public static string? Raised(string amount, string figure, IEnumerable<Raise> raises)
    {
        var chosen = figure;
        var unit = figure.IndexOf('/') is var slash and >= 0 ? figure[slash..] : "";
        foreach (var raise in raises)
        {
            if (figure.Length == 0 || raise.IsShare != figure.EndsWith('%'))
                return null;
            chosen = $"若 {raise.Condition} 则 {raise.Written}{(raise.IsShare ? "" : unit)} 否则 {chosen}";
        }
        return chosen == figure ? amount
            : amount == figure ? chosen
            : amount.Replace(figure, $"({chosen})", StringComparison.Ordinal);
    }

    /// <summary>Ceilings in one phrase, one for each case: 国际性、全国性活动最高分别为100万元、60万元.</summary>
    public static (ImmutableArray<string> Caps, PhraseCases? Cases, string RowNoun)? CapsOf(PhraseLine line, Phrase phrase)
    {
        if (CapTiers.Match(phrase.Text) is not { Success: true } match)
            return null;
        string?[] caps = [.. match.Groups["tier"].Captures.Select(capture => line.Written(capture, phrase.Start))];
        var named = match.Groups["cases"].Value;
        var cases = PhraseCases.Named(named, caps.Length);
        return caps.Contains(null) || named.Length > 0 && cases is null ? null : ([.. caps.OfType<string>()], cases,
            match.Groups["row"].Value is var row and ("项目" or "产品") ? row : "");
    }

    /// <summary>A ceiling for some: 省级以上龙头企业贴息额度不超过80万元.</summary>
    public static (Fact Fact, string Cap)? CapOf(PhraseLine line, Phrase phrase) =>
        CapWho.Match(phrase.Text) is { Success: true } match && line.Written(match.Groups["cap"], phrase.Start) is { } cap
        && Names.Of(match.Groups["who"].Value, "") is { Length: > 1 } name
            ? (new Fact(null, name, "是否 认定", ""), cap) : null;

    /// <summary>How many of them count at most: 每年不超过50辆.</summary>
    public static (string Unit, string Written, string Text)? CountOf(PhraseLine line, Phrase phrase) =>
        MostCounted.Match(phrase.Text) is { Success: true } match
        && line.FigureAt(phrase.Start + match.Groups["count"].Index, match.Groups["count"].Length) is { } figure
        && Quantities.Write(figure) is { } written && Units.Find(figure.Unit) is { } unit
            ? (unit.Name, written, line.Original(phrase.Start, phrase.End)) : null;

    /// <summary>
    /// Whether a phrase says when it is paid out, what else applies or what is refused besides: it is noted, not written.
    /// </summary>
    public static bool IsAside(string phrase) =>
        (Payout.IsMatch(phrase) || Aside().IsMatch(phrase)) && !Gives().IsMatch(phrase);

    /// <summary>不足1亿元部分不计: a step counts when it is full.</summary>
    public static bool IsRest(string phrase) => Rest().IsMatch(phrase);

    /// <summary>补贴标准不高于20元/平方米·月: a ceiling per unit; null where the phrase says something else.</summary>
    public static Ceiling? PriceOf(PhraseLine line, Phrase phrase)
    {
        if (MostPriced().Match(phrase.Text) is not { Success: true } match
            || line.FigureAt(phrase.Start + match.Groups["price"].Index, match.Groups["price"].Length) is not { PerUnit: not "年" } figure
            || Quantities.Write(figure with { PerUnit = "" }) is not { } written)
            return null;
        string[] months = match.Groups["monthly"].Success ? ["月"] : [];
        return PhraseUnits.Times(written, [.. figure.PerUnit.Split('/'), .. months], "", PhraseSubject.Empty) is { } times
            ? new Ceiling(times.Amount, "", false, false) { Facts = times.Facts } : null;
    }

    private static string ConditionOf(PhraseSubject subject) =>
        string.Join(" 且 ", subject.Thresholds.Select(static threshold => threshold.Expression)
            .Concat(subject.Fact is null ? [] : [subject.Fact.Name]));

    private static Regex RaisePattern { get; } = new("^(?:其中:?|对于?|但)?(?<who>(?:(?!提高|上调|提升|增加|上浮|给予)[^,;:()]){2,40}?)(?"
        + ":的)?(?:给予|按)?(?:补贴|补助"
        + "|奖励|资助|扶持|奖补|支付"
        + "|支持)?的?(?:比例|标准|额度|资金|金额)?(?:可|再|则)?(?:(?:提高|上调|提升|增加|调整)(?:到|至|为)(?:每年|每月|每人)?(?<value>"
        + FigureMask.Money + "+|" + FigureMask.Price + "+|" + FigureMask.Share
        + "+)|(?:(?:提高|上调|提升|增加|调整)(?:到|至|为)|(?<=补贴|补助|奖励|资助|按))"
        + "(?<value>" + FigureMask.Share + "+))(?:的?(?:奖励|补贴|补助|支持|资助))?$", RegexOptions.CultureInvariant);

    [GeneratedRegex("^(?:且|但)?(?:补贴|补助|奖励|奖补|租金)*(?:标准|单价|价格)?(?:最高)?(?:不超过|不高于|最高|最多)(?<monthly>每月)?"
        + "(?<price>" + FigureMask.Price
        + "+)$", RegexOptions.CultureInvariant)]
    private static partial Regex MostPriced();

    private static Regex CapTiers { get; } = new("^(?:且|但)?(?:(?:单|每)个?(?<row>项目|产品|企业|主体))?(?<cases>(?!单|每|同一)" + Plain
        + "{0,40}?)" + CapWords
        + "(?:分别|依次)?(?:最高|上限|不超过|最多)(?:分别|依次)?(?:为|不超过|可达|达)?"
        + "(?:分别)?(?<tier>" + FigureMask.Money + "+)(?:[、和](?<tier>" + FigureMask.Money + "+)){1,8}$", RegexOptions.CultureInvariant);

    private static Regex CapWho { get; } = new("^(?:且|但|其中)?(?<who>(?![单每同其该累合总年当补奖资扶贴最上])(?:(?!最高|最多|不超过|不"
        + "高于)" + Plain
        + "){2,24}?)的?" + CapWords
        + "(?:最高|最多|不超过|不高于)" + CapWords + "(?:不超过)?(?<cap>" + FigureMask.Money + "+)$", RegexOptions.CultureInvariant);

    private static Regex MostCounted { get; } = new("^(?:且|但)?(?:" + Scope
        + ")?的?(?:每年度?|年度|全年)?(?:奖励|补贴|补助)?(?:总数|数量|面积|数)?(?:最高|最多)?"
        + "(?:不超过|不高于|最高|最多)"
        + "(?<count>" + FigureMask.Count + "+)$", RegexOptions.CultureInvariant);

    // 分5年等额发放, 分三年按40%、30%、30%的比例拨付, 验收合格后拨付60%, 按投资进度分期拨付
    private static Regex Payout { get; } = new("^[^,]{0,40}(?:分[一二三四五六两0-9" + FigureMask.AnyFigure
        + "]+(?:年|期|次|批|个月)?|分期|逐年|预拨|拨付|兑付|发放|兑现|支付)[^,]{0,30}"
        + "(?:拨付|兑付|发放|兑现|支付|安排|到位|余款|" + FigureMask.Share + "|等额)[^,]{0,8}$|^(?:其中)?[^,]{0,12}" + FigureMask.Share
        + "+[^,]{1,24}(?:拨付|兑付|发放|兑现|支付)$|^按[^,]{0,10}进度(?:分期)?(?:拨付|兑付)$", RegexOptions.CultureInvariant);

    [GeneratedRegex("^(?:(?:以上)?(?:政策)?所需(?:资金|经费)|已?(?:享受|获得|取得)[^,]*(?:不再|不予|不得|不重复)|享受[^,]*(?:不得|年内)"
        + "|[^,]*(?:晋级|晋升|升级|提升)[^,]*差额|(?:补贴|奖补)?期限[^,]*(?:—|-|至)[^,]*|不得(?:重复|转让|对外|申报)"
        + "|从高不重复|[^,]{0,20}就高不重复|逾期|具体|最终|实际金额以)", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    [GeneratedRegex("(?:给予|予以|奖励|补助|补贴|资助|奖补)[^,]{0,10}[" + FigureMask.Money + FigureMask.Price + "]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Gives();

    [GeneratedRegex("^(?:不足|不满)[^,]{1,10}(?:的|部分|的部分)*(?:不计|不予?计算|不予?奖励|不予?补贴|不享受|不予?补助|忽略不计)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Rest();
}
