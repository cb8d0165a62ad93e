// Lengths of methods by matching braces: a body is a block that opens after a parameter list at the depth of members.
using System.Text.RegularExpressions;

namespace Dsl.Repository.Tests.Code;

/// <summary>Finds method bodies in C# text.</summary>
public static partial class MethodLengths
{
    /// <summary>First line (1-based) and number of lines of each member with a block body.</summary>
    public static IEnumerable<(int Line, int Lines)> Of(string text)
    {
        var lines = CodeText.WithoutStringsAndComments(text).ReplaceLineEndings("\n").Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim() != "{" || !MemberHead().IsMatch(lines[i - 1]) || TypeHead().IsMatch(Head(lines, i - 1)))
                continue;
            var indent = lines[i].Length - lines[i].TrimStart().Length;
            var end = Array.FindIndex(lines, i, line => line.StartsWith(new string(' ', indent) + "}", StringComparison.Ordinal));
            if (end > i)
                yield return (i, end - i + 2);
        }
    }

    /// <summary>The declaration that ends in a line: back to where its parameter list opens.</summary>
    private static string Head(string[] lines, int last)
    {
        var (first, open) = (last, 0);
        for (; first >= 0; first--)
        {
            open += lines[first].AsSpan().Count('(') - lines[first].AsSpan().Count(')');
            if (open >= 0)
                break;
        }
        return string.Join(' ', lines[Math.Max(first, 0)..(last + 1)]);
    }

    // The line before the brace ends a parameter list or a constraint.
    [GeneratedRegex(@"^\s.*\)\s*(where .*)?$|^\s+where .*$")]
    private static partial Regex MemberHead();

    [GeneratedRegex(@"\b(class|record|struct|interface|if|for|foreach|while|switch|using|lock|catch|fixed)\b")]
    private static partial Regex TypeHead();
}
