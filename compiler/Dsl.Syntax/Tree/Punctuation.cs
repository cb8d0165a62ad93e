// The signs of the language with their full-width twins and other accepted spellings: the one table of them.
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dsl.Syntax.Tree;

/// <summary>A sign in all its spellings.</summary>
/// <param name="Kind">The kind of its token.</param>
/// <param name="Canonical">The half-width spelling, which the formatter writes.</param>
/// <param name="Others">The other accepted spellings.</param>
public sealed record Sign(SyntaxKind Kind, string Canonical, params ImmutableArray<string> Others);

public static class Punctuation
{
    public static ImmutableArray<Sign> All { get; } =
    [
        new(SyntaxKind.OpenParenthesis, "(", "（"), new(SyntaxKind.CloseParenthesis, ")", "）"),
        new(SyntaxKind.OpenBracket, "[", "［", "【"), new(SyntaxKind.CloseBracket, "]", "］", "】"),
        new(SyntaxKind.Comma, ",", "，", "、"), new(SyntaxKind.Semicolon, ";", "；"), new(SyntaxKind.Colon, ":", "：", "∶"),
        new(SyntaxKind.Equals, "=", "＝"), new(SyntaxKind.NotEquals, "!=", "≠", "<>", "！＝", "!＝", "！=", "＜＞"),
        new(SyntaxKind.GreaterOrEqual, ">=", "≥", "≧", "＞＝", ">＝", "＞="),
        new(SyntaxKind.LessOrEqual, "<=", "≤", "≦", "＜＝", "<＝", "＜="),
        new(SyntaxKind.Greater, ">", "＞"), new(SyntaxKind.Less, "<", "＜"),
        new(SyntaxKind.Plus, "+", "＋"), new(SyntaxKind.Minus, "-", "－", "−"),
        new(SyntaxKind.Star, "*", "×", "＊"), new(SyntaxKind.Slash, "/", "÷", "／"),
        new(SyntaxKind.RangeExclusive, "..<", "．．＜", "..＜"), new(SyntaxKind.Range, "..", "．．"), new(SyntaxKind.Dot, ".", "．"),
        new(SyntaxKind.Pipe, "|", "｜"),
    ];

    private static readonly FrozenDictionary<char, (string Spelling, Sign Sign)[]> ByFirst = All
        .SelectMany(static sign => sign.Others.Prepend(sign.Canonical).Select(spelling => (spelling, sign)))
        .GroupBy(static pair => pair.spelling[0])
        .ToFrozenDictionary(static group => group.Key,
            static group => group.OrderByDescending(static pair => pair.spelling.Length).ToArray());

    /// <summary>The sign that stands at a position, in its longest spelling; null where none does.</summary>
    public static (string Spelling, Sign Sign)? At(string text, int position)
    {
        if (position >= text.Length || !ByFirst.TryGetValue(text[position], out var candidates))
            return null;
        foreach (var candidate in candidates)
        {
            if (string.CompareOrdinal(text, position, candidate.Spelling, 0, candidate.Spelling.Length) == 0)
                return candidate;
        }
        return null;
    }
}
