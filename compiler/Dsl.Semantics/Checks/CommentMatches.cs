// Comments that say something to a check, found by their words: a file is passed at the speed of memory, and only lines with one are read.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Syntax;

namespace Dsl.Semantics.Checks;

/// <summary>Finds comments.</summary>
internal static class CommentMatches
{
    /// <summary>The matches of a form of comments, none of which goes beyond its line; in the order of the text.</summary>
    /// <param name="comment">The form.</param>
    /// <param name="words">Words of which each match holds one.</param>
    /// <param name="tree">The file.</param>
    public static IEnumerable<Match> Of(Regex comment, ImmutableArray<string> words, SyntaxTree tree)
    {
        var (content, last) = (tree.Source.Content, -1);
        foreach (var start in LinesWith(words, tree))
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
    private static List<int> LinesWith(ImmutableArray<string> words, SyntaxTree tree)
    {
        var (content, lines) = (tree.Source.Content, new List<int>());
        foreach (var (from, length) in tree.Commented.Select(range => range.GetOffsetAndLength(content.Length)))
        {
            foreach (var word in words)
            {
                var (next, last) = (from, from + length);
                while (next < last && content.AsSpan(next, last - next).IndexOf(word, StringComparison.Ordinal) is >= 0 and var within)
                {
                    var place = next + within;
                    lines.Add(content.LastIndexOf('\n', place) + 1);
                    next = content.IndexOf('\n', place) is >= 0 and var end ? end + 1 : content.Length;
                }
            }
        }
        lines.Sort();
        return lines;
    }
}
