// The marks that number the parts of a document: 第一章, 第三条, 一、, （一）, 1., (1), ①.
using System.Text.RegularExpressions;
using Dsl.Values.Quantities;
using Dsl.Values.Text;

namespace Dsl.Drafting.Structure;

/// <summary>The form of a mark.</summary>
internal enum MarkerKind
{
    /// <summary>第一编, 第一部.</summary>
    Book,

    /// <summary>第一章; 总则 and 附则 that stand alone.</summary>
    Chapter,

    /// <summary>第一节.</summary>
    Section,

    /// <summary>一、.</summary>
    Numeral,

    /// <summary>第三条.</summary>
    Clause,

    /// <summary>（一）.</summary>
    NumeralBracket,

    /// <summary>1. .</summary>
    Digit,

    /// <summary>(1).</summary>
    DigitBracket,

    /// <summary>①.</summary>
    Circle,
}

/// <summary>A mark at the beginning of a paragraph.</summary>
/// <param name="Kind">Its form.</param>
/// <param name="Number">Its number: in digits for 第三条, 1. and (1), as it stands otherwise.</param>
/// <param name="Length">The length of the mark.</param>
internal sealed record Marker(MarkerKind Kind, string Number, int Length)
{
    /// <summary>Whether it may number an article, so that a few words after it are not the heading of a part.</summary>
    public bool IsOfArticle => Kind >= MarkerKind.Clause && Kind != MarkerKind.NumeralBracket;

    /// <summary>The number as a part of 条.</summary>
    public string Place => Kind is MarkerKind.Section or MarkerKind.NumeralBracket or MarkerKind.DigitBracket ? $"({Number})" : Number;
}

internal static partial class Markers
{
    /// <summary>The mark that a paragraph begins with; null where there is none.</summary>
    public static Marker? Read(string paragraph)
    {
        if (paragraph is "总则" or "附则")
            return new(MarkerKind.Chapter, paragraph[..1], 0);
        var match = Mark().Match(paragraph);
        if (!match.Success)
            return null;
        foreach (var kind in Enum.GetValues<MarkerKind>())
        {
            if (match.Groups[kind.ToString()] is { Success: true } group)
                return new(kind, NumberOf(kind, group.Value), match.Length);
        }
        return null;
    }

    /// <summary>
    /// Where a paragraph must be cut because a part begins in the middle of it: texts copied from web pages lose line breaks.
    /// </summary>
    public static IEnumerable<int> CutsIn(string paragraph)
    {
        for (var match = Inside().Match(paragraph); match.Success; match = match.NextMatch())
            yield return match.Index;
    }

    private static string NumberOf(MarkerKind kind, string written)
    {
        var number = string.Concat(WidthFolding.Fold(written).Where(static character => character != ' '));
        if (kind is not (MarkerKind.Clause or MarkerKind.Digit or MarkerKind.DigitBracket))
            return number;
        if (!char.IsAsciiDigit(number[0]) && ChineseNumerals.TryParse(number, out var value))
            number = value.ToString();
        return number.TrimStart('0') is { Length: > 0 } digits ? digits : "0";
    }

    [GeneratedRegex("""
        ^(?:(?<Numeral>[一二三四五六七八九十]{1,3})、
        |第\ ?(?<Book>[一二三四五六七八九十]{1,3})\ ?[编部]
        |第\ ?(?<Chapter>[一二三四五六七八九十]{1,3}|[0-9０-９](?:\ ?[0-9０-９])?)\ ?章
        |第\ ?(?<Section>[一二三四五六七八九十]{1,3})\ ?节
        |[（(]\ ?(?<NumeralBracket>[一二三四五六七八九十]{1,3})\ ?[）)]
        |[（(]?\ ?(?<DigitBracket>[0-9０-９]{1,2})\ ?[）)]
        |(?<Circle>[①-⑳])
        |(?<Digit>[0-9０-９]{1,3})(?:[．、]|[.](?![0-9]))
        |第\ ?(?<Clause>[一二三四五六七八九十百零〇]{1,6}|[0-9０-９](?:\ ?[0-9０-９]){0,2})\ ?条)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    // After the end of a sentence, or after the heading of a chapter.
    [GeneratedRegex("""
        (?<=[。；！？）)])(?=[一二三四五六七八九十]{1,3}、[^，。；、]{2,}|第[一二三四五六七八九十]{1,3}[章节条])
        |(?<=[。；！？]|[。；！？][）)”])(?=[（(][一二三四五六七八九十]{1,3}[）)][^，。；]{2,40}。)
        |(?<=(?:单位|部门)[：:][^（()）]{1,400}[）)])(?=[（(][一二三四五六七八九十]{1,3}[）)])
        |(?<=^[一二三四五六七八九十]{1,3}、[^，。；：、（]{2,30})(?=[（(][一二三四五六七八九十]{1,3}[）)][^，。；]{2,40}。)
        |(?<=(?:^|[。；）)])[一二三四五六七八九十]{1,3}、[^，。；：、（]{2,30})(?=[（(]一[）)])
        |(?<=[。；！？）)])(?=[0-9０-９]{1,3}[．、.](?![0-9])[^，。；]{2,40}。)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Inside();
}
