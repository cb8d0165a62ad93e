// How a misspelt word and a known one differ: a typing error, or another meaning (年数 is not a misspelt 天数, 累计上限 not a misspelt 合计
// 上限).
using System.Buffers;

namespace Dsl.Values.Text;

/// <summary>What one word in place of another would do to the meaning.</summary>
public enum Likeness
{
    /// <summary>The same word: other width, or other characters of the same sound (the slip of an input method).</summary>
    Same,

    /// <summary>
    /// One character typed wrong, left out, put in or swapped, of those that make no difference of meaning by themselves.
    /// </summary>
    Slip,

    /// <summary>Alike, but it takes more than a slip to get from one to the other.</summary>
    Other,

    /// <summary>The characters in which they differ stand for different things: 上年 and 本年, 天 and 年, 省级 and 市级.</summary>
    Contrary,
}

/// <summary>Separates misspellings from names with another meaning.</summary>
public static class NameLikeness
{
    /// <summary>Characters that by themselves make another thing of a name: when, of whom, how much, which way, what is counted.</summary>
    private static readonly SearchValues<char> Telling = SearchValues.Create(
        "上下前后左右当本去今昨明首末次初终始止早晚年月日天季周旬时国省市区县乡镇街村总净均累合计单每各人家件套所项户名次台"
        + "大中小微高低多少最强弱新旧老原增减升降涨跌加扣进出收支买卖借贷存取付缴内外境男女正负盈亏不未非无没有免否是已"
        + "零〇一二两三四五六七八九十百千万亿半双甲乙丙丁ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789率比度软硬主副直间应"
        + "实可代自同异");

    /// <summary>What it does to the meaning to write a known word in place of another.</summary>
    public static Likeness Of(string written, string known)
    {
        var (left, right) = (WidthFolding.Fold(written), WidthFolding.Fold(known));
        if (left == right)
            return Likeness.Same;
        if (left.All(char.IsAsciiLetter) && !right.All(char.IsAsciiLetter))
            return string.Equals(string.Concat(Pinyin.Of(right)), left, StringComparison.OrdinalIgnoreCase) ? Likeness.Same : Likeness.Slip;
        var (a, b) = Different(left, right);
        var isSwap = a.Length == b.Length && a.Order().SequenceEqual(b.Order());
        var (tellsLeft, tellsRight) = (a.AsSpan().ContainsAny(Telling), b.AsSpan().ContainsAny(Telling));
        if (!isSwap && tellsLeft && tellsRight)
            return Likeness.Contrary;
        if (!isSwap && left.Length == right.Length && Pinyin.Distance(left, right) == 0)
            return Likeness.Same;
        if (!isSwap && (tellsLeft || tellsRight))
            return Likeness.Contrary;
        return EditDistance.Between(left, right, 1) <= 1 ? Likeness.Slip : Likeness.Other;
    }

    /// <summary>What is left of both without what they begin and end with alike.</summary>
    private static (string Left, string Right) Different(string left, string right)
    {
        var start = left.AsSpan().CommonPrefixLength(right);
        var most = Math.Min(left.Length, right.Length) - start;
        var end = 0;
        while (end < most && left[^(end + 1)] == right[^(end + 1)])
            end++;
        return (left[start..^end], right[start..^end]);
    }
}
