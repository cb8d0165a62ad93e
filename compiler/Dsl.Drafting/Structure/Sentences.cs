// Cuts the text of an article into sentences, and sentences at semicolons.
namespace Dsl.Drafting.Structure;

/// <summary>A sentence, or the part of one between semicolons.</summary>
/// <param name="Text">Its words, without the stop.</param>
/// <param name="Before">The words of the same sentence before it, or of the sentence before; empty for none.</param>
/// <param name="IsPart">Whether it is a part after a semicolon.</param>
/// <param name="Lead">All words of the same sentence before it, and those that opened a list before its paragraph.</param>
internal sealed record Sentence(string Text, string Before, bool IsPart, string Lead);

internal static class Sentences
{
    /// <summary>A bracket that is longer than this was not closed.</summary>
    private const int LongestBracket = 300;

    /// <summary>A sentence that is longer than this is cut, so that no pattern meets more.</summary>
    public const int Longest = 1200;

    /// <summary>The sentences of a paragraph, cut at semicolons.</summary>
    /// <param name="lead">Words that opened a list before it; empty for none.</param>
    public static IEnumerable<Sentence> Of(string paragraph, string lead = "")
    {
        var (before, whole) = ("", 0);
        foreach (var (start, end, isPart) in Cut(paragraph, true))
        {
            if (!isPart)
                whole = start;
            if (paragraph[start..end].Trim() is not { Length: > 0 } text)
                continue;
            yield return new Sentence(text, before, isPart, lead + paragraph[whole..start]);
            before = text;
        }
    }

    /// <summary>The sentences of a paragraph as they stand, with what is between semicolons.</summary>
    public static IEnumerable<string> Units(string paragraph) =>
        Cut(paragraph, false).Select(span => paragraph[span.Start..span.End].Trim()).Where(static text => text.Length > 0);

    private static IEnumerable<(int Start, int End, bool IsPart)> Cut(string paragraph, bool atSemicolons)
    {
        var (start, opened, depth, isPart) = (0, 0, 0, false);
        for (var i = 0; i <= paragraph.Length; i++)
        {
            var character = i < paragraph.Length ? paragraph[i] : '。';
            if (character is '（' or '(' or '“' or '《' && depth++ == 0)
                opened = i;
            else if (character is '）' or ')' or '”' or '》' && depth > 0)
                depth--;
            if (depth > 0 && i - opened > LongestBracket)
                depth = 0;
            var isTooLong = i - start >= Longest && character is '，' or '、' || i - start >= Longest * 2;
            var isEnd = character is '。' or '！' or '？' or '\n';
            var isSemicolon = atSemicolons && character is '；' or ';';
            if (i < paragraph.Length && !isTooLong && !(isEnd && (depth == 0 || character == '\n')) && !(isSemicolon && depth == 0))
                continue;
            // A sentence that is cut for its length keeps the character at which it is cut.
            yield return (start, i, isPart);
            (start, isPart, depth) = (i + (isTooLong && !isEnd && !isSemicolon ? 0 : 1), isSemicolon || isTooLong, 0);
        }
    }
}
