// Cuts a document into its parts by the marks at the beginning of paragraphs: 章 ＞ 第X条 ＞（一）＞ 1． ＞ (1) ＞ ①.
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dsl.Drafting.Structure;

internal static partial class OutlineReader
{
    private const int LongestHeading = 40;

    /// <summary>The parts in the order of the text; every paragraph is in one of them, or is the heading of one.</summary>
    public static ImmutableArray<Article> Read(IReadOnlyList<string> paragraphs)
    {
        var parts = Parts(paragraphs);
        return [.. Numbered(parts).Where(static article => article.Paragraphs.Length > 0 || article.HeadingLine.Length > 0)];
    }

    private static List<Part> Parts(IReadOnlyList<string> paragraphs)
    {
        var open = new Part([], "", "", []) { IsPreamble = paragraphs.Any(static paragraph => Markers.Read(paragraph) is not null) };
        var parts = new List<Part> { open };
        // 一、 is a level above 第X条 if it occurs first, otherwise below it.
        var firstOf =
            paragraphs.Select(Markers.Read).OfType<Marker>()
                .FirstOrDefault(static marker => marker.Kind is MarkerKind.Numeral or MarkerKind.Clause)
                ?.Kind;
        foreach (var paragraph in paragraphs)
        {
            if (Markers.Read(paragraph) is { } marker)
                parts.Add(open = open.Enter(marker, paragraph, firstOf == MarkerKind.Clause));
            else
                open.Texts.Add(paragraph);
        }
        return parts;
    }

    private static IEnumerable<Article> Numbered(List<Part> parts)
    {
        // A section that consists only of its heading is the topic of the parts below it; without parts it is text itself.
        foreach (var (index, part) in parts.Index())
        {
            if (part is { Texts.Count: 0, Heading: not "" } && part.Path is [_, ..] path && path[^1].Marker.Kind >= MarkerKind.Clause
                && (index + 1 == parts.Count || parts[index + 1].Path.Length <= path.Length))
                part.Texts.Add(part.Heading);
        }
        // 第3条 without a chapter means the article of the chapter with the most articles.
        var main = parts.Where(static part => part.Article is not null).GroupBy(static part => part.Chapter, StringComparer.Ordinal)
            .OrderByDescending(static group => group.Count()).Select(static group => group.Key).FirstOrDefault() ?? "";
        var used = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.OrderBy(part => part.Chapter == main ? 0 : 1).Where(static part => part.StemPlace.Length > 0))
        {
            if (!used.ContainsKey(part.StemPlace))
                used[part.StemPlace] = part.Article is null ? Free(part.StemPlace, used) : Stem(part, used);
        }
        foreach (var part in parts)
        {
            var stem = part.StemPlace.Length > 0 ? used[part.StemPlace] : part.IsPreamble ? "前言" : "1";
            yield return new Article(part.Place, stem, part.OwnHeading, part.ChapterHeading, part.SectionHeading, [.. part.Texts])
            {
                HeadingLine = part.Texts.Contains(part.Heading) ? "" : part.HeadingLine, Lead = part.Lead, IsPreamble = part.IsPreamble,
            };
        }
    }

    private static string Stem(Part part, Dictionary<string, string> used)
    {
        var number = part.Article ?? "";
        if (!used.ContainsValue(number))
            return number;
        var appended = part.ChapterHeading.Contains("附则", StringComparison.Ordinal) ? "附" + number : part.StemPlace;
        return used.ContainsValue(appended) ? Free(part.StemPlace, used) : appended;
    }

    private static string Free(string place, Dictionary<string, string> used)
    {
        var free = place;
        for (var count = 2; used.ContainsValue(free); count++)
            free = $"{place}-{count}";
        return free;
    }

    [GeneratedRegex("^(?<heading>[^。；，！？：]{2,40})。(?<rest>.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex FirstSentence();

    [GeneratedRegex("[：:]$|以下|下列|如下", RegexOptions.CultureInvariant)]
    private static partial Regex Opens();

    /// <summary>A mark with the heading after it and the words that introduce a list below it.</summary>
    private sealed record Level(Marker Marker, string Heading, List<string> Texts)
    {
        public string Lead => Texts.Append(Heading).LastOrDefault(static text => Opens().IsMatch(text)) ?? "";
    }

    /// <summary>A part while the document is read: the marks above it from the highest to its own.</summary>
    private sealed record Part(ImmutableArray<Level> Path, string Heading, string HeadingLine, List<string> Texts)
    {
        public bool IsPreamble { get; init; }

        public string Place => string.Concat(Path.Select(static level => level.Marker.Place));

        public string Chapter => Path is [{ Marker.Kind: < MarkerKind.Clause } first, ..] ? first.Marker.Number : "";

        public string ChapterHeading => Path is [{ Marker.Kind: < MarkerKind.Clause } first, ..] ? first.Heading : "";

        public string SectionHeading =>
            Path.Take(ArticleAt < 0 ? Path.Length : ArticleAt).Skip(1).LastOrDefault()?.Heading
            ?? (Path is [{ Marker.Kind: MarkerKind.NumeralBracket } only, ..] ? only.Heading : "");

        /// <summary>Its number as an article; null where no article is around it.</summary>
        public string? Article => ArticleAt < 0 ? null : Path[ArticleAt].Marker.Number;

        /// <summary>The place that the numbers of its clauses go by: that of its article, else its own.</summary>
        public string StemPlace =>
            ArticleAt < 0 ? Place : string.Concat(Path.Take(ArticleAt + 1).Select(static level => level.Marker.Place));

        public string OwnHeading =>
            Heading.Length > 0 || ArticleAt < 0
                ? Heading
                : Path.Skip(ArticleAt).LastOrDefault(static level => level.Heading.Length > 0)?.Heading ?? "";

        public string Lead => Path.SkipLast(1).LastOrDefault(static level => level.Lead.Length > 0)?.Lead ?? "";

        /// <summary>第X条, or 1. where there is none.</summary>
        private int ArticleAt =>
            Path.FirstOrDefault(static level => level.Marker.Kind == MarkerKind.Clause) is { } clause ? Path.IndexOf(clause)
                : Path.FirstOrDefault(static level => level.Marker.Kind == MarkerKind.Digit) is { } digit ? Path.IndexOf(digit) : -1;

        /// <summary>The part that a mark opens.</summary>
        public Part Enter(Marker marker, string paragraph, bool isNumeralBelow)
        {
            var (heading, texts) = Split(paragraph[marker.Length..].TrimStart('　', ' '), marker);
            var line = heading.Length == 0
                ? texts.Count == 0 ? paragraph : ""
                : paragraph[..(paragraph.IndexOf(heading, StringComparison.Ordinal) + heading.Length)];
            var above = Path.TakeWhile(level => Rank(level.Marker.Kind, isNumeralBelow) < Rank(marker.Kind, isNumeralBelow));
            return new Part([.. above, new Level(marker, heading, texts)], heading, line, texts);
        }

        private static int Rank(MarkerKind kind, bool isNumeralBelow) =>
            isNumeralBelow && kind == MarkerKind.Numeral ? (int)MarkerKind.Clause * 2 + 1 : (int)kind * 2;

        private static (string Heading, List<string> Texts) Split(string text, Marker marker)
        {
            if (text.Length == 0)
                return ("", []);
            if (text.Length <= LongestHeading && !text.EndsWith('。') && !text.EndsWith('；') && !text.EndsWith('：'))
                return (text, []);
            if (!marker.IsOfArticle && text.Length <= LongestHeading && text.IndexOf('。') == text.Length - 1 && !text.Contains('，')
                && !text.AsSpan().ContainsAnyInRange('0', '9'))
                return (text[..^1], []);
            return FirstSentence().Match(text) is { Success: true } match && !match.Groups["heading"].ValueSpan.ContainsAnyInRange('0', '9')
                ? (match.Groups["heading"].Value, [match.Groups["rest"].Value])
                : ("", [text]);
        }
    }
}
