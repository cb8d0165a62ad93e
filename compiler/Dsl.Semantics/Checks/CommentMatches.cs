// Comments that say something to a check, found by their words: a file is passed at the speed of memory, and only lines with one are read.
using System.Buffers;
using System.Text.RegularExpressions;

namespace Dsl.Semantics.Checks;

/// <summary>Finds comments.</summary>
internal static class CommentMatches
{
    /// <summary>The matches of a form of comments, none of which goes beyond its line.</summary>
    /// <param name="comment">The form.</param>
    /// <param name="words">Words of which each match holds one.</param>
    /// <param name="content">The text.</param>
    public static IEnumerable<Match> Of(Regex comment, SearchValues<string> words, string content)
    {
        var end = 0;
        while (content.AsSpan(end).IndexOfAny(words) is >= 0 and var distance)
        {
            var word = end + distance;
            var start = Math.Max(end, content.LastIndexOf('\n', word) + 1);
            end = content.IndexOf('\n', word) is >= 0 and var next ? next + 1 : content.Length;
            for (var match = comment.Match(content, start, end - start); match.Success; match = match.NextMatch())
                yield return match;
        }
    }
}
