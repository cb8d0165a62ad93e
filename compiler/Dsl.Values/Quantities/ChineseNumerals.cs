// Numbers written in Chinese characters: 三, 二十, 一百万, 一千二百.
using System.Numerics;
using Dsl.Values.Exact;

namespace Dsl.Values.Quantities;

/// <summary>Reads numbers in Chinese characters.</summary>
public static class ChineseNumerals
{
    /// <summary>The characters that numbers are made of.</summary>
    public const string Characters = "零〇一二两三四五六七八九十" + Scales.Characters;

    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number of a word made of 零 to 九, 两, 〇, 十, 百, 千, 万 and 亿; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> word, out Rational value)
    {
        // total: finished 亿 and 万 groups; group: the part below 万 so far; digit: a digit that waits for its place.
        BigInteger total = 0, group = 0;
        var digit = -1;
        value = default;
        if (word.IsEmpty || word.Length > 30)
            return false;
        foreach (var character in word)
        {
            if (DigitOf(character) is var read and >= 0)
            {
                digit = digit > 0 && read > 0 ? -2 : read;
            }
            else if (PlaceOf(character) is var place and > 0)
            {
                group += (digit < 0 ? 1 : digit) * place;
                digit = -1;
            }
            else if (Scales.FactorOf(character) is var scale and > 0)
            {
                var part = group + Math.Max(0, digit);
                if (total.IsZero && part.IsZero)
                    return false;
                total = scale > Scales.TenThousand ? (total + part) * scale : total + part * scale;
                (group, digit) = (0, -1);
            }
            else
            {
                return false;
            }
            if (digit == -2)
                return false;
        }
        value = total + group + Math.Max(0, digit);
        return true;
    }

    /// <summary>The number of a word that may have 点 and digits after it: 三点五.</summary>
    public static bool TryParseDecimal(ReadOnlySpan<char> word, out Rational value)
    {
        var point = word.IndexOf('点');
        if (point < 0)
            return TryParse(word, out value);
        var digits = word[(point + 1)..];
        if (digits.IsEmpty || !TryParse(word[..point], out value))
        {
            value = default;
            return false;
        }
        var place = Rational.One;
        foreach (var character in digits)
        {
            if (DigitOf(character) is not (>= 0 and var digit) || character == '两')
                return false;
            value += (place /= 10) * digit;
        }
        return true;
    }

    /// <summary>What the last character of a numeral counts: 10000 for 二十万; 1 where it is a digit or 十.</summary>
    public static long ScaleOf(ReadOnlySpan<char> word) => word.IsEmpty ? 1 : Math.Max(1, Scales.FactorOf(word[^1]));

    private static int DigitOf(char character) => character switch { '两' => 2, '〇' => 0, _ => Digits.IndexOf(character) };

    /// <summary>What a digit before the character counts; 0 for 万 and 亿, which count all that stands before them.</summary>
    private static long PlaceOf(char character) =>
        character == '十' ? 10 : Scales.FactorOf(character) is var factor and < Scales.TenThousand ? factor : 0;
}
