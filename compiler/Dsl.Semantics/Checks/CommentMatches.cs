// Comments that say something to a check, found by their words: a file is passed at the speed of memory, and only lines with one are read.
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dsl.Semantics.Checks;

/// <summary>Finds comments.</summary>
internal static class CommentMatches
{
    /// <summary>The matches of a form of comments, none of which goes beyond its line; in the order of the text.</summary>
    /// <param name="comment">The form.</param>
    /// <param name="words">Words of which each match holds one.</param>
    /// <param name="content">The text.</param>
    public static IEnumerable<Match> Of(Regex comment, ImmutableArray<string> words, string content)
    {
        var last = -1;
        foreach (var start in LinesWith(words, content))
        {
            // A line may hold several words.
            if (start == last)
                continue;
            last = start;
            var end = content.IndexOf('\n', start) is >= 0 and var next ? next + 1 : content.Length;
            for (var match = comment.Match(content, start, end - start); match.Success; match = match.NextMatch())
                yield return match;
        }
    }

    // Where lines begin, in order. Word by word: only a search for a single one is fast with Chinese text.
    private static List<int> LinesWith(ImmutableArray<string> words, string content)
    {
        var lines = new List<int>();
        foreach (var word in words)
        {
            var end = 0;
            while (content.IndexOf(word, end, StringComparison.Ordinal) is >= 0 and var place)
            {
                lines.Add(content.LastIndexOf('\n', place) + 1);
                end = content.IndexOf('\n', place) is >= 0 and var next ? next + 1 : content.Length;
            }
        }
        lines.Sort();
        return lines;
    }
}
