// Cuts the text of an article into sentences, and sentences at semicolons.
namespace Dsl.Drafting.Structure;

/// <summary>A sentence, or the part of one between semicolons.</summary>
/// <param name="Text">Its words, without the stop.</param>
/// <param name="Before">The words of the same sentence before it, or of the sentence before; empty for none.</param>
/// <param name="IsPart">Whether it is a part behind a semicolon.</param>
internal sealed record Sentence(string Text, string Before, bool IsPart);

/// <summary>Cuts texts into sentences.</summary>
internal static class Sentences
{
    /// <summary>A bracket that is longer than this was not closed.</summary>
    private const int LongestBracket = 300;

    /// <summary>A sentence that is longer than this is cut, so that no pattern meets more.</summary>
    public const int Longest = 1200;

    /// <summary>The sentences of a paragraph.</summary>
    public static IEnumerable<Sentence> Of(string paragraph)
    {
        var (start, opened, depth, before, isPart) = (0, 0, 0, "", false);
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
            if (i < paragraph.Length && !isTooLong && !(isEnd && (depth == 0 || character == '\n')) && !(character is '；' or ';' && depth == 0))
                continue;
            if (paragraph[start..i].Trim() is { Length: > 0 } text)
            {
                yield return new Sentence(text, before, isPart);
                before = text;
            }
            (start, isPart, depth) = (i + 1, character is '；' or ';', 0);
        }
    }
}
