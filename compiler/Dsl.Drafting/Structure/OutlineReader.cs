// Cuts a document into its parts by the marks at the beginning of paragraphs.
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dsl.Drafting.Structure;

/// <summary>Reads the parts of a document.</summary>
internal static partial class OutlineReader
{
    private const int LongestHeading = 40;

    /// <summary>The parts in the order of the text.</summary>
    public static ImmutableArray<Article> Read(IReadOnlyList<string> paragraphs)
    {
        var parts = Parts(paragraphs);
        return [.. Numbered(parts).Where(static article => article.Paragraphs.Length > 0)];
    }

    private static List<Part> Parts(IReadOnlyList<string> paragraphs)
    {
        var (parts, open) = (new List<Part>(), new Part());
        var isMarked = paragraphs.Any(static paragraph => Markers.Read(paragraph) is not null);
        foreach (var paragraph in paragraphs)
        {
            if (Markers.Read(paragraph) is { } marker)
            {
                open = open.Enter(marker, paragraph[marker.Length..].TrimStart('　', ' '));
                parts.Add(open);
            }
            else if (isMarked && parts.Count == 0)
            {
                // The notice and the preamble promise nothing.
                continue;
            }
            else
            {
                if (parts.Count == 0)
                    parts.Add(open);
                open.Texts.Add(paragraph);
            }
        }
        return parts;
    }

    private static IEnumerable<Article> Numbered(List<Part> parts)
    {
        // A section that is nothing but its heading says what the articles below it are about; without articles it is the text itself.
        foreach (var part in parts.Where(static part => part is { Article: "", Section: not "", Texts.Count: 0, Heading: not "" }))
        {
            if (!parts.Exists(other => other.Article.Length > 0 && other.Chapter == part.Chapter && other.Section == part.Section))
                part.Texts.Add(part.Heading);
        }
        // The chapter whose articles are counted through the document is the one that 第3条 means.
        var main = parts.Where(static part => part.Article.Length > 0).GroupBy(static part => part.Chapter, StringComparer.Ordinal)
            .OrderByDescending(static group => group.Count()).Select(static group => group.Key).FirstOrDefault() ?? "";
        var used = new Dictionary<string, string>(StringComparer.Ordinal);
        var order = parts.OrderBy(part => part.Chapter == main ? 0 : 1).Select(static part => part.Place).Where(static place => place.Length > 0).Distinct(StringComparer.Ordinal);
        foreach (var place in order)
        {
            var part = parts.First(candidate => candidate.Place == place);
            used[place] = part.Article.Length == 0 ? place : Stem(part, place, used);
        }
        foreach (var part in parts)
        {
            var stem = part.Place.Length == 0 ? "1" : used[part.Place];
            yield return new Article(part.Place, stem, part.Heading, part.ChapterHeading, part.SectionHeading, [.. part.Texts]);
        }
    }

    private static string Stem(Part part, string place, Dictionary<string, string> used)
    {
        if (!used.ContainsValue(part.Article))
            return part.Article;
        var appended = part.ChapterHeading.Contains("附则", StringComparison.Ordinal) ? "附" + part.Article : place;
        return used.ContainsValue(appended) ? place : appended;
    }

    [GeneratedRegex("^(?<heading>[^。；，！？：]{2,40})。(?<rest>.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex FirstSentence();

    /// <summary>A part while the document is read.</summary>
    private sealed record Part
    {
        public string Chapter { get; private init; } = "";

        public string Section { get; private init; } = "";

        public string Article { get; private init; } = "";

        public string ChapterHeading { get; private init; } = "";

        public string SectionHeading { get; private init; } = "";

        public string Heading { get; private init; } = "";

        public List<string> Texts { get; private init; } = [];

        public string Place => Chapter + (Section.Length > 0 ? $"({Section})" : "") + Article;

        /// <summary>The part that a mark opens.</summary>
        public Part Enter(Marker marker, string text)
        {
            var (heading, rest) = Split(text, marker.Level);
            return marker.Level switch
            {
                MarkerLevel.Chapter => new Part { Chapter = marker.Number, ChapterHeading = heading, Heading = heading, Texts = rest },
                MarkerLevel.Section => new Part
                {
                    Chapter = Chapter, ChapterHeading = ChapterHeading, Section = marker.Number, SectionHeading = heading, Heading = heading, Texts = rest,
                },
                _ => this with { Article = marker.Number, Heading = heading, Texts = rest },
            };
        }

        private static (string Heading, List<string> Texts) Split(string text, MarkerLevel level)
        {
            if (text.Length == 0)
                return ("", []);
            if (text.Length <= LongestHeading && !text.EndsWith('。') && !text.EndsWith('；'))
                return (text, []);
            if (level != MarkerLevel.Article && text.Length <= LongestHeading && text.IndexOf('。') == text.Length - 1 && !text.Contains('，') && !text.AsSpan().ContainsAnyInRange('0', '9'))
                return (text[..^1], []);
            return FirstSentence().Match(text) is { Success: true } match && !match.Groups["heading"].ValueSpan.ContainsAnyInRange('0', '9')
                ? (match.Groups["heading"].Value, [match.Groups["rest"].Value])
                : ("", [text]);
        }
    }
}
