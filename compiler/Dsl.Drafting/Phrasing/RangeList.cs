// Ranges of a figure one after the other, each with its amount: 6000—8000平方米（不含8000平方米）、8000—10000平方米.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Values.Quantities;

namespace Dsl.Drafting.Phrasing;

/// <summary>A list of ranges without a gap between them; the outer two may be open (1亿元以下, 10亿元以上).</summary>
/// <param name="Words">The words of the list.</param>
/// <param name="Fact">What is measured.</param>
/// <param name="Floors">Where each begins, as conditions, the lowest first; an empty one for a range that is open below.</param>
/// <param name="End">Where the last ends, as a condition; empty where it is open.</param>
/// <param name="Falls">Whether the document names the highest first.</param>
/// <param name="Notes">What the document leaves open.</param>
internal sealed record RangeList(string Words, Fact Fact, ImmutableArray<string> Floors, string End, bool Falls,
    ImmutableArray<string> Notes)
{
    private const string Figure = "[" + FigureMask.Money + FigureMask.Count + FigureMask.Foreign + FigureMask.Share + "]+";

    private const string Ends = "(?<low>" + Figure + ")(?<first>" + PhraseWords.Including + ")?(?:及?以上)?" + PhraseWords.To
        + "(?<high>" + Figure + ")(?:及?以下|以内)?(?<last>" + PhraseWords.Including + ")?(?:之间|区间)?";

    private const string Open = "(?<low>" + Figure + ")(?<first>" + PhraseWords.Including + ")?及?以上(?<first>" + PhraseWords.Including
        + ")?|(?<high>" + Figure + ")(?<last>" + PhraseWords.Including + ")?及?(?:以下|以内)(?<last>" + PhraseWords.Including + ")?";

    private static Regex OneRange { get; } = new("^(?:" + Ends + "|" + Open + ")$", RegexOptions.CultureInvariant);

    private static Regex List { get; } = new("(?:^|(?<=[,、且并的及于对]))(?<noun>(?!达到?|超过|突破)[\u4e00-\u9fff]{2,16}?)"
        + "(?:达到?|在|为)?(?<range>" + Unnamed(Ends + "|" + Open) + ")(?:[、和,](?<range>" + Unnamed(Ends + "|" + Open)
        + ")){1,8}(?=$|[,、的且并])", RegexOptions.CultureInvariant);

    /// <summary>The list in some words; null where there is none, or its ranges leave gaps or overlap.</summary>
    /// <param name="start">The place of the words in the line.</param>
    public static RangeList? In(PhraseLine line, string words, int start)
    {
        if (List.Match(words) is not { Success: true } list)
            return null;
        var isFirst = PhraseCases.IsFirstTime(list.Groups["noun"].Value, out var said);
        if (PhraseCases.IsUnclear(said) || Names.Of(said, "") is not { Length: > 1 } noun)
            return null;
        var ranges = list.Groups["range"].Captures.Select(capture => Range.Of(line, capture, start)).ToList();
        if (ranges.Contains(null) || !ranges.Exists(static range => range is { Low: not null, High: not null }))
            return null;
        var falls = ranges[0]?.High is null || ranges[^1]?.Low is null;
        falls |= ranges[0]?.Low?.Value > ranges[^1]?.Low?.Value;
        if (falls)
            ranges.Reverse();
        if (ranges[^1]?.Low is not { } top || Quantities.TypeOf(top) is not { } type || type == "数")
            return null;
        var fact = new Fact(null, type is "金额" or "美元" ? PhraseSubject.AmountOf(noun)
            : type == "比率" && noun.EndsWith("增长", StringComparison.Ordinal) ? noun + "率" : noun, type);
        if (Joined([.. ranges.OfType<Range>()], fact) is not var (floors, end, isOpen))
            return null;
        var notes = isFirst ? [PhraseCases.FirstTime] : Array.Empty<string>();
        return new(list.Value, fact, floors, end, falls, isOpen ? [$"「{fact.Name}」各档两头含不含，原文没有写明", .. notes] : [.. notes]);
    }

    /// <summary>The floors and the end of ranges from the lowest to the highest; null where they do not follow one another.</summary>
    private static (ImmutableArray<string> Floors, string End, bool IsOpen)? Joined(List<Range> ranges, Fact fact)
    {
        var (floors, isOpen) = (ImmutableArray.CreateBuilder<string>(), false);
        for (var i = 0; i < ranges.Count; i++)
        {
            var (low, includes) = (ranges[i].Low, ranges[i].IncludesLow);
            if (i > 0)
            {
                var (high, above) = (ranges[i - 1].High, ranges[i - 1].IncludesHigh);
                if (low is null || high is null || low.Value != high.Value || low.Unit != high.Unit
                    || includes is not null && includes == above)
                    return null;
                isOpen |= includes is null && above is null;
                includes ??= !above;
            }
            if (low is not null && ranges[i].High is { } end && (low.Value >= end.Value || low.Unit != end.Unit))
                return null;
            if (low is null)
                floors.Add("");
            else if (Quantities.Write(low) is { } from)
                floors.Add($"{fact.Name} {(includes ?? true ? "达到" : "超过")} {from}");
            else
                return null;
        }
        if (ranges[^1].High is not { } last)
            return (floors.ToImmutable(), "", isOpen);
        isOpen |= ranges[^1].IncludesHigh is null;
        return Quantities.Write(last) is { } to
            ? (floors.ToImmutable(), $"{fact.Name} {(ranges[^1].IncludesHigh == true ? "不超过" : "低于")} {to}", isOpen) : null;
    }

    // The groups of one range are read apart, so that each range has its own.
    private static string Unnamed(string pattern) => pattern.Replace("(?<low>", "(?:", StringComparison.Ordinal)
        .Replace("(?<high>", "(?:", StringComparison.Ordinal).Replace("(?<first>", "(?:", StringComparison.Ordinal)
        .Replace("(?<last>", "(?:", StringComparison.Ordinal);

    private sealed record Range(OfficialFigure? Low, bool? IncludesLow, OfficialFigure? High, bool? IncludesHigh)
    {
        public static Range? Of(PhraseLine line, Capture words, int start)
        {
            var match = OneRange.Match(words.Value);
            var (low, high) = (FigureOf(match.Groups["low"]), FigureOf(match.Groups["high"]));
            if (match.Groups["low"].Success && low is null || match.Groups["high"].Success && high is null || low is null && high is null)
                return null;
            return new(low, Includes(match.Groups["first"].Value), high, Includes(match.Groups["last"].Value));

            OfficialFigure? FigureOf(Group group) =>
                group.Success ? line.FigureAt(start + words.Index + group.Index, group.Length) : null;
        }

        private static bool? Includes(string words) => words.Length == 0 ? null : !words.Contains('不', StringComparison.Ordinal);
    }
}
