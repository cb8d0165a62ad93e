// C# text with the contents of strings, characters and comments blanked, so that patterns meet code only.
using System.Text;

namespace Dsl.Repository.Tests.Code;

/// <summary>Blanks what is not code; offsets and lines stay.</summary>
public static class CodeText
{
    /// <summary>The text with strings and comments blanked.</summary>
    public static string WithoutStringsAndComments(string text)
    {
        var code = new StringBuilder(text);
        for (var i = 0; i < text.Length;)
        {
            var end = EndOfOpaque(text, i);
            for (var j = i; j < end; j++)
            {
                if (code[j] is not '\n' and not '\r')
                    code[j] = ' ';
            }
            i = Math.Max(end, i + 1);
        }
        return code.ToString();
    }

    /// <summary>Where the comment, string or character that starts here ends; the start itself where none starts.</summary>
    private static int EndOfOpaque(string text, int start)
    {
        var rest = text.AsSpan(start);
        if (rest.StartsWith("//"))
            return start + Length(rest, rest.IndexOf('\n'), 0);
        if (rest.StartsWith("/*"))
            return start + Length(rest, rest.IndexOf("*/"), 2);
        if (rest.StartsWith("\"\"\""))
        {
            var quotes = rest.IndexOfAnyExcept('"') is > 0 and var count ? count : rest.Length;
            var close = rest[quotes..].IndexOf(new string('"', quotes));
            return start + Length(rest, close < 0 ? -1 : quotes + close, quotes);
        }
        if (rest.StartsWith("@\"") || rest.StartsWith("$@\"") || rest.StartsWith("@$\""))
            return start + EndOfVerbatim(rest, rest.IndexOf('"') + 1);
        if (rest[0] is '"' or '\'')
            return start + EndOfEscaped(rest, rest[0]);
        return start;
    }

    private static int Length(ReadOnlySpan<char> rest, int found, int closing) => found < 0 ? rest.Length : found + closing;

    private static int EndOfVerbatim(ReadOnlySpan<char> rest, int from)
    {
        for (var i = from; i < rest.Length; i++)
        {
            if (rest[i] != '"')
                continue;
            if (i + 1 < rest.Length && rest[i + 1] == '"')
                i++;
            else
                return i + 1;
        }
        return rest.Length;
    }

    private static int EndOfEscaped(ReadOnlySpan<char> rest, char quote)
    {
        for (var i = 1; i < rest.Length && rest[i] != '\n'; i++)
        {
            if (rest[i] == '\\')
                i++;
            else if (rest[i] == quote)
                return i + 1;
        }
        return 1;
    }
}
