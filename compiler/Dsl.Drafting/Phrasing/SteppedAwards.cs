// What phrases compute whose amount grows in steps or lies between two ends.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Values.Types;

namespace Dsl.Drafting.Phrasing;

internal static partial class SteppedAwards
{
    /// <summary>超过500万元的部分按3%, 超出1000亩的部分每亩40元.</summary>
    public static PhraseAward? Excess(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject)
    {
        var step = match.Groups["step"];
        if (line.FigureAt(phrase.Start + step.Index, step.Length) is not { } figure || Quantities.Write(figure) is not { } floor
            || Quantities.TypeOf(figure) is not { } type)
            return null;
        var fact = FactOf(match.Groups["noun"].Value, type, subject, threshold => threshold.Value == figure.Value);
        return fact is null ? null : Paid(line, phrase, match, fact, $"max({fact.Name} - {floor}, 0{UnitOf(type)})");
    }

    /// <summary>增量部分的10%: of what is more than in the year before.</summary>
    public static PhraseAward? Growth(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject)
    {
        var type = match.Groups["share"].Success ? "金额" : Units.Find(match.Groups["eachunit"].Value)?.Name;
        if (type is null || FactOf(match.Groups["noun"].Value, type, subject, static _ => true) is not { } fact)
            return null;
        var last = fact with { Name = LastTime(fact.Name, "") };
        return Paid(line, phrase, match, fact, $"max({fact.Name} - {last.Name}, 0{UnitOf(type)})") is { } award
            ? award with { Facts = [.. award.Facts, last] } : null;
    }

    /// <summary>每满1亿元奖励10万元, 较上年每增加1亿元奖励10万元, 每1美元给予0.03元.</summary>
    public static PhraseAward? EachStep(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject)
    {
        var group = match.Groups["step"];
        if (line.FigureAt(phrase.Start + group.Index, group.Length) is not { } figure || Quantities.Write(figure) is not { } step
            || Quantities.TypeOf(figure) is not { } type || line.Written(match.Groups["amount"], phrase.Start) is not { } written
            || PhraseAward.ReceiverOf(match.Groups["recv"].Captures) is not { } receiver || match.Groups["more"].Success
            || Units.Find(figure.Unit)?.Kind is UnitKind.Counting
            || FactOf(match.Groups["noun"].Value is { Length: > 0 } noun ? noun
                : match.Groups["done"].Success ? match.Groups["done"].Value + "额" : "", type, subject,
                static _ => true) is not { } fact)
            return null;
        var kind = match.Groups["kind"].Value;
        if (figure.Value == 1 && kind.Length == 0 && type != "金额")
            return new($"{fact.Name} * {written}/{type}", false, [fact]) { Varies = true, Receiver = receiver,
                Figure = $"{written}/{type}" };
        var isMore = match.Groups["last"].Success || kind is "增加" or "增长" or "新增";
        var last = fact with { Name = LastTime(fact.Name, match.Groups["last"].Value) };
        var measured = isMore ? $"max({fact.Name} - {last.Name}, 0{UnitOf(type)})" : fact.Name;
        return new($"向下取整({measured} / {step}) * {written}", false, isMore ? [fact, last] : [fact])
        {
            Varies = true, Receiver = receiver,
            Notes = isMore && !match.Groups["last"].Success ? [$"「每{kind}」是与上年比还是与别的比，请核对"]
                : kind.Length == 0 ? ["不满一档的部分照不计写的，请核对"] : [],
        };
    }

    /// <summary>
    /// 达到1万平方米的奖励50万元，每增加1万平方米递增30万元: the award before with as much more for each full step above its floor; null
    /// where the phrase says something else, or nothing says from where the steps count.
    /// </summary>
    public static PhraseAward? Further(PhraseLine line, Phrase phrase, PhraseAward award, PhraseSubject subject)
    {
        if (StepPatterns.Further.Match(phrase.Text) is not { Success: true } match || award.Figure != award.Amount || award.IsCeiling
            || award.Varies || award.RowNoun.Length > 0)
            return null;
        var group = match.Groups["step"];
        if (line.FigureAt(phrase.Start + group.Index, group.Length) is not { } figure || Quantities.Write(figure) is not { } step
            || Quantities.TypeOf(figure) is not { } type || line.Written(match.Groups["amount"], phrase.Start) is not { } written
            || subject.Thresholds.Where(threshold => threshold.IsFloor && threshold.Fact.Type == type).ToList() is not [var floor])
            return null;
        return award with
        {
            Amount = $"{award.Amount} + 向下取整(max({floor.Fact.Name} - {floor.Written}, 0{UnitOf(type)}) / {step}) * {written}",
            Varies = true, Figure = "", Facts = [.. award.Facts, floor.Fact],
            Notes = [.. award.Notes,
                $"「{Names.Words(line.Original(phrase.Start, phrase.End), 40)}」照从 {floor.Written} 起算写的，请核对"],
        };
    }

    /// <summary>20万元—150万元, 不低于10万元: an authority decides between the two.</summary>
    public static PhraseAward? Range(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject) =>
        PhraseAward.ReceiverOf(match.Groups["recv"].Captures) is { } receiver
        && Ends(line, phrase, match, "") is { } ends
            ? new PhraseAward("", false, []) { Varies = true, Decided = ends, Receiver = receiver }
            : null;

    /// <summary>投资额的4%—15%: an authority decides between the two.</summary>
    public static PhraseAward? RateRange(PhraseLine line, Phrase phrase, Match match, PhraseSubject subject) =>
        PhraseAward.BaseOf(line, phrase, match.Groups["base"]) is { } amount
        && PhraseAward.ReceiverOf(match.Groups["recv"].Captures) is { } receiver
        && Ends(line, phrase, match, amount.Name + " * ") is { } ends
            ? new PhraseAward("", false, [amount]) { Varies = true, Decided = ends, Receiver = receiver }
            : null;

    private static (string Low, string? High)? Ends(PhraseLine line, Phrase phrase, Match match, string times)
    {
        if (line.Written(match.Groups["low"], phrase.Start) is not { } low)
            return null;
        if (!match.Groups["high"].Success)
            return (times + low, null);
        return line.Written(match.Groups["high"], phrase.Start) is { } high ? (times + low, times + high) : null;
    }

    private static PhraseAward? Paid(PhraseLine line, Phrase phrase, Match match, Fact fact, string measured)
    {
        if (PhraseAward.ReceiverOf(match.Groups["recv"].Captures) is not { } receiver || match.Groups["most"].Success
            || match.Groups["second"].Success || match.Groups["monthly"].Success)
            return null;
        if (match.Groups["share"] is { Success: true } share)
            return fact.Type == "金额" && !match.Groups["each"].Success && line.Written(share, phrase.Start) is { } rate
                ? new($"{measured} * {rate}", false, [fact]) { Varies = true, Receiver = receiver, Figure = rate } : null;
        var group = match.Groups["amount"];
        if (line.FigureAt(phrase.Start + group.Index, group.Length) is not { } figure
            || Quantities.Write(figure with { PerUnit = "" }) is not { } written)
            return null;
        var per = match.Groups["each"].Success ? match.Groups["eachunit"].Value : figure.PerUnit;
        return Units.Find(per) is { } unit && unit.Name == fact.Type && (figure.PerUnit.Length == 0 || !match.Groups["each"].Success)
            ? new($"{measured} * {written}/{unit.Name}", false, [fact]) { Varies = true, Receiver = receiver } : null;
    }

    /// <summary>What is measured: the noun of the phrase, else the fact of a condition in front of it.</summary>
    private static Fact? FactOf(string noun, string type, PhraseSubject subject, Func<DraftThreshold, bool> suits)
    {
        if (noun.Length > 0)
        {
            if (Unclear().IsMatch(noun) || Names.Of(noun, "") is not { Length: > 1 } name
                || name.Length < noun.Count(static c => c != '的'))
                return null;
            return new Fact(null, type is "金额" or "美元" ? PhraseSubject.AmountOf(name) : name, type);
        }
        return subject.Thresholds.LastOrDefault(threshold => threshold.Fact.Type == type && suits(threshold))?.Fact;
    }

    /// <param name="said">What the document compares with, such as 较上届; empty for the year before.</param>
    private static string LastTime(string name, string said) =>
        (said is [.., '届' or '期'] ? "上" + said[^1] : "上年度") + Own().Replace(name, "");

    private static string UnitOf(string type) => type == "金额" ? "元" : type;

    [GeneratedRegex("^(?:本[届期]|本年度?|当年度?|年度?|全年)(?=.{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex("首次|新增|连续|人均|近[一二三]|每|较|比上|累计|分别|[不未非]|以上|以下|给予|奖励|补贴", RegexOptions.CultureInvariant)]
    private static partial Regex Unclear();
}
