// 条款 26 in code: the number of a clause, which may be no figure.
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Text;

namespace Dsl.Syntax.Lexing;

internal sealed partial class Lexer
{
    /// <summary>Reads 条款 and the number behind it.</summary>
    private void ReadClauseReference()
    {
        var end = _position + SyntaxFacts.ClauseKind.Length;
        if (end < _text.Length && CharacterFacts.IsDigit(_text[end]))
            Report(SyntaxDiagnostics.GluedKeyword(source, At(_position, SyntaxFacts.ClauseKind.Length), SyntaxFacts.ClauseKind));
        Add(SyntaxKind.Name, end, SyntaxFacts.ClauseKind);
        SkipToText();
        end = ClauseNumberEnd();
        if (end > _position)
            Add(SyntaxKind.Word, end, WidthFolding.HalfWidth(_text[_position..end]));
    }

    /// <summary>
    /// The end of a number such as 26 or 三(一).1: before a space, 的金额, a comma, a bracket that the number does not close, and one with
    /// an = in it.
    /// </summary>
    private int ClauseNumberEnd()
    {
        var (end, depth, open) = (SpacedEnd(), 0, -1);
        var of = _text.IndexOf(ReferenceWords.Amount, _position, end - _position, StringComparison.Ordinal);
        end = of > _position ? of : end;
        for (var at = _position; at < end; at++)
        {
            var sign = Punctuation.At(_text, at) is { Sign.Kind: var kind } ? kind : SyntaxKind.Name;
            if (sign == SyntaxKind.OpenParenthesis && depth++ == 0)
                open = at;
            else if (sign is SyntaxKind.Comma or SyntaxKind.Semicolon or SyntaxKind.Equals)
                return depth > 0 ? open : at;
            else if (sign == SyntaxKind.CloseParenthesis && depth-- == 0)
                return at;
        }
        return depth > 0 ? open : end;
    }
}
