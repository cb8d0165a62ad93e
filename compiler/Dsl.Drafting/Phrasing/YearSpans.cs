// An award that differs from year to year: 前三年按70%奖励，后两年按40%奖励; 首年奖励12万元，次年奖励6万元.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using static Dsl.Drafting.Phrasing.PhraseWords;

namespace Dsl.Drafting.Phrasing;

/// <summary>The years of one award, in the order in which the sentence says them.</summary>
internal sealed partial class YearSpans
{
    private const string Digits = "一二三四五六七八九";

    private readonly List<(int To, string Written, bool IsShare)> _spans = [];
    private Fact? _base;

    public bool IsEmpty => _spans.Count == 0;

    /// <summary>按其地方贡献连续奖励五年: what the shares behind it are taken of.</summary>
    public bool TakeBase(PhraseLine line, Phrase phrase)
    {
        if (BaseOnly.Match(phrase.Text) is not { Success: true } match || PhraseAward.BaseOf(line, phrase,
            match.Groups["base"]) is not { } amount)
            return false;
        _base = amount;
        return true;
    }

    /// <summary>
    /// Takes a phrase that says the award of some years; null where it says no years, false where its years do not follow.
    /// </summary>
    public bool? Take(PhraseLine line, Phrase phrase)
    {
        if (Span().Match(phrase.Text) is not { Success: true } span)
            return null;
        var last = _spans.Count == 0 ? 0 : _spans[^1].To;
        var (from, to) = span.Groups["front"].Success ? (1, Number(span.Groups["front"].Value))
            : span.Groups["back"].Success ? (last + 1, last + Number(span.Groups["back"].Value))
            : span.Groups["first"].Success ? (1, 1)
            : span.Groups["next"].Success ? (2, 2)
            : (Number(span.Groups["from"].Value), Number(span.Groups[span.Groups["to"].Success ? "to" : "from"].Value));
        var rest = new Phrase(phrase.Start + span.Length, phrase.Text[span.Length..]);
        if (last == 0 && (from != 1 || !Paid.IsMatch(rest.Text)))
            return null;
        if (from != last + 1 || to < from || span.Groups["back"].Success && last == 0
            || Paid.Match(rest.Text) is not { Success: true } paid)
            return false;
        var isShare = paid.Groups["share"].Success || paid.Groups["full"].Success;
        if ((paid.Groups["full"].Success ? "100%" : line.Written(paid.Groups[isShare ? "share" : "amount"], rest.Start)) is not { } written)
            return false;
        if (paid.Groups["base"] is { Success: true } words)
        {
            if (PhraseAward.BaseOf(line, rest, words) is not { } amount || _base is not null && _base.Name != amount.Name)
                return false;
            _base = amount;
        }
        if (isShare && _base is null)
            return false;
        _spans.Add((to, written, isShare));
        return true;
    }

    /// <summary>The award of all years; null where they do not make one.</summary>
    public PhraseAward? Award()
    {
        if (_spans.Count < 2 || _spans.Exists(span => span.IsShare != _spans[0].IsShare) || !_spans[0].IsShare && _base is not null)
            return null;
        var choice = string.Concat(_spans.SkipLast(1).Select(static span => $"若 第几年 不超过 {span.To}年 则 {span.Written} 否则 "))
            + _spans[^1].Written;
        return _base is null ? new(choice, false, []) { Varies = true, Years = _spans[^1].To }
            : new($"{_base.Name} * ({choice})", false, [_base]) { Varies = true, Years = _spans[^1].To };
    }

    /// <summary>The number that one digit says, such as 三 or 3.</summary>
    public static int Number(string digit) => digit == "两" ? 2 : char.IsAsciiDigit(digit[0]) ? digit[0] - '0'
        : Digits.IndexOf(digit[0]) + 1;

    [GeneratedRegex("^(?:其中:?)?(?:前(?<front>[一二三四五六七八九两1-9])个?年|后(?<back>[一二三四五六七八九两1-9])个?年|第(?<from>"
        + "[一二三四五六七八九1-9])年?(?:[、至到—-]第?(?<to>[一二三四五六七八九1-9]))?年度?|(?<first>首年)|(?<next>次年))内?"
        + "(?:每年)?(?:分别)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    private static Regex Paid { get; } = new("^(?:按照?(?:其)?" + Base + "(?:的|予以|给予)*(?<full>全额)|(?:按照?|给予)?(?:(?:其)?" + Base
        + "的?)?" + PhraseWords.Share
        + "|(?:按照?|给予|奖励|补贴|补助|资助)*(?<amount>" + FigureMask.Money
        + "+))(?:的?(?:比例|标准))?的?(?:给予|予以|进行)?(?:" + Kind + "|执行)?$", RegexOptions.CultureInvariant);

    private static Regex BaseOnly { get; } = new("^(?:按照?|以)(?:其)?" + Base
        + "(?:连续|每年)?(?:给予)?(?:奖励|补贴|补助|资助|扶持)?(?:" + FigureMask.Years
        + "+内?)?(?:给予)?(?:连续|一定)?(?:奖励|补贴|补助|资助|扶持)$|^(?:按照?|以)(?:其)?" + Base
        + "(?:连续|每年)?(?:给予)?(?:奖励|补贴|补助|资助|扶持)"
        + FigureMask.Years + "+$", RegexOptions.CultureInvariant);
}
