// The marks that number the parts of a document: 一、 （一） 1. 第三条.
using System.Text.RegularExpressions;
using Dsl.Library.Text;

namespace Dsl.Drafting.Structure;

/// <summary>How high a part stands.</summary>
internal enum MarkerLevel
{
    /// <summary>一、 or 第一章.</summary>
    Chapter,

    /// <summary>（一） or 第一节.</summary>
    Section,

    /// <summary>1. or 第三条.</summary>
    Article,
}

/// <summary>A mark at the beginning of a paragraph.</summary>
/// <param name="Level">How high the part stands.</param>
/// <param name="Number">Its number in digits for an article, in Chinese characters otherwise.</param>
/// <param name="Length">The length of the mark.</param>
internal sealed record Marker(MarkerLevel Level, string Number, int Length);

/// <summary>Reads marks.</summary>
internal static partial class Markers
{
    /// <summary>The mark that a paragraph begins with; null where there is none.</summary>
    public static Marker? Read(string paragraph)
    {
        var match = Mark().Match(paragraph);
        if (!match.Success)
            return null;
        if (match.Groups["chapter"] is { Success: true } chapter)
            return new(MarkerLevel.Chapter, chapter.Value, match.Length);
        if (match.Groups["section"] is { Success: true } section)
            return new(MarkerLevel.Section, section.Value, match.Length);
        var number = WidthFolding.Fold(match.Groups["article"].Value);
        if (!char.IsAsciiDigit(number[0]) && ChineseNumerals.TryParse(number, out var value))
            number = value.ToString();
        return new(MarkerLevel.Article, number.TrimStart('0') is { Length: > 0 } digits ? digits : "0", match.Length);
    }

    /// <summary>Where a paragraph must be cut because a part begins in the middle of it, as texts copied from web pages run together.</summary>
    public static IEnumerable<int> CutsIn(string paragraph)
    {
        for (var match = Inside().Match(paragraph); match.Success; match = match.NextMatch())
            yield return match.Index;
    }

    [GeneratedRegex("""
        ^(?:(?<chapter>[一二三四五六七八九十]{1,3})、
        |第(?<chapter>[一二三四五六七八九十]{1,3})[章部编]
        |[（(](?<section>[一二三四五六七八九十]{1,3})[）)]
        |第(?<section>[一二三四五六七八九十]{1,3})节
        |(?<article>[0-9０-９]{1,3})(?:[．、]|[.](?![0-9]))
        |第(?<article>[一二三四五六七八九十百0-9]{1,6})条)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    // Behind the end of a sentence, or behind the heading of a chapter.
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
