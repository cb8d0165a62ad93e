// Common parts of the target shapes: the year, the comparison, the block.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Drafting.Shapes;

internal static partial class Targets
{
    /// <summary>Words before a figure, longest first, with the comparison of the language; none is 达到.</summary>
    private static readonly (string Word, string Comparison)[] Words =
    [
        ("不低于", "不低于"), ("不少于", "不少于"), ("不超过", "不超过"), ("超过", "超过"), ("突破", "超过"), ("高于", "超过"),
            ("大于", "超过"),
    ];

    /// <summary>What a target is reached by: 2025年度, 每年, or null where the sentence says neither.</summary>
    public static string? TermOf(SentenceReading sentence)
    {
        if (UntilOf(sentence) is { Success: true } until && Rational.TryParse(until.Groups["year"].Value, out var year) && year >= 1900)
            return $"{until.Groups["year"].Value}年度";
        return Yearly().IsMatch(sentence.Text) ? "每年" : null;
    }

    /// <summary>The words that say by when, such as 到2025年; empty where the sentence says no year.</summary>
    public static string TermWords(SentenceReading sentence) => UntilOf(sentence).Value;

    /// <summary>The 值 of a figure with the words around it, such as 超过 1万家; null where the language has no such unit.</summary>
    public static string? ValueOf(string sentence, OfficialFigure figure)
    {
        if (Quantities.Write(figure) is not { } written)
            return null;
        var after = sentence.AsSpan(figure.End);
        if (Suffixes.AtStart(after.StartsWith("（含）") ? after[3..] : after) is { Length: > 0 } suffix)
            return written + (suffix.EndsWith('上') ? "以上" : "以下");
        var before = sentence[..figure.Start];
        var word = Words.FirstOrDefault(pair => before.EndsWith(pair.Word, StringComparison.Ordinal));
        return word.Word is null ? written : $"{word.Comparison} {written}";
    }

    /// <summary>The words before a figure that say what is counted, from the last comma on.</summary>
    public static string NounBefore(string sentence, int from, int figure)
    {
        var words = Brackets().Replace(Comparisons().Replace(sentence[from..figure], ""), "");
        var cut = words.LastIndexOfAny(['，', '、', '；', '：', '（', '）']) + 1;
        var noun = Leading().Replace(words[cut..], "");
        return Doing().IsMatch(noun) ? "" : noun;
    }

    /// <summary>到2027年, said in the sentence or before its semicolon.</summary>
    private static Match UntilOf(SentenceReading sentence) =>
        Until().Match(sentence.Text) is var own && (own.Success || !sentence.Sentence.IsPart)
            ? own
            : Until().Match(sentence.Sentence.Before);

    public static DraftBlock Make(string title, ImmutableArray<string> quote, string? term, string type, string value,
        params IEnumerable<DraftLine> parts)
    {
        var lines = new List<DraftLine>();
        if (term is not null)
            lines.Add(new("期限", term));
        lines.Add(new("指标", $"外部 : {type}"));
        lines.Add(new("值", value));
        lines.AddRange(parts);
        return new DraftBlock { Kind = "目标", Title = Names.Title(title, "目标"), Quote = quote, Lines = [.. lines] };
    }

    [GeneratedRegex("(?:到|至|力争到?|截至)(?<year>[0-9]{4})年(?:底|末)?(?!至|—|-)", RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex("(?:力争|确保|实现)?每年(?!度|资助|补贴|补助|给予|奖|按|最高|选择|累计|不超过|安排)[^，。；]{0,30}[0-9]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Yearly();

    [GeneratedRegex("(?:不低于|不少于|超过|突破|高于|大于|达到|达|提高到|增长到|增加到|提升到|增长|约|新增|累计|力争|总量|保持在)+$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Comparisons();

    [GeneratedRegex("（[^（）]*）", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    // 累计引进100所高校: what is counted follows the figure.
    [GeneratedRegex("^(?:累计|新增|引进|引育|培育|新培育|建设|建成|新建|打造|达|力争|实现|和|共|总计)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Doing();

    [GeneratedRegex("^(?:力争|确保|实现|其中|到[0-9]{4}年(?:底|末)?|每年|全市|全区|全县|全省|[0-9]{4}年)+", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();
}
