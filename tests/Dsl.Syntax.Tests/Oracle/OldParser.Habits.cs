// Words that officers write out of habit (大于, 和, 如果, 的): reported, and read as what they mean, so that nothing else on the line is said to be wrong.
using Dsl.Syntax.Lexing;
using Dsl.Syntax.Parsing;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Tests.Oracle;

internal sealed partial class OldParser
{
    /// <summary>Reads the words of habit in a statement of code as the operators that they stand for.</summary>
    private void ReadHabits()
    {
        if (_statement.Keyword is { Shape: not (LineShape.Expression or LineShape.Let or LineShape.Award or LineShape.TargetValue or LineShape.TargetPart or LineShape.Given or LineShape.BlockHeader) }
            || (_statement.Keyword is null && _block != BlockKinds.Scope))
            return;
        var tokens = _statement.Tokens;
        // 介于 100万元 和 500万元 之间: no 且.
        if (tokens.Exists(static token => token is { Kind: SyntaxKind.Name, Value: "介于" }))
            return;
        var inList = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            inList += tokens[i].Kind switch { SyntaxKind.OpenBracket => 1, SyntaxKind.CloseBracket => -1, _ => 0 };
            if (tokens[i].Kind == SyntaxKind.Name && WordMeant(i, inList > 0) is { } ours)
                ReadAs(i, ours);
            // 注册区县 是 渝中区: said as in speech.
            else if (tokens[i].Kind == SyntaxKind.YesKeyword && i > 0 && tokens[i - 1].Kind == SyntaxKind.Name && i + 1 < tokens.Count && StartsOperand(tokens[i + 1].Kind) && tokens[i + 1].Kind != SyntaxKind.OpenParenthesis)
                ReadAs(i, "=");
        }
    }

    /// <summary>What the word at a place stands for; null where it is a name.</summary>
    private string? WordMeant(int index, bool inList)
    {
        var tokens = _statement.Tokens;
        var word = tokens[index].Value;
        var (before, after) = (index > 0 ? tokens[index - 1].Kind : SyntaxKind.EndOfFile, index + 1 < tokens.Count ? tokens[index + 1].Kind : SyntaxKind.EndOfFile);
        if (!StartsOperand(after) && after != SyntaxKind.Minus)
            return null;
        // 注册区县 是 渝中区.
        if (word == "在" && EndsOperand(before))
            return after == SyntaxKind.OpenBracket ? "属于" : after == SyntaxKind.Name && index + 2 >= tokens.Count ? "=" : null;
        // Two words in a row: the second is the name of something (甲 和 乙), never the second of two words of habit.
        if (!EndsOperand(before))
            return after is SyntaxKind.Name or SyntaxKind.OpenParenthesis && !inList && OfficialWords.Openers.TryGetValue(word, out var opener) ? opener : null;
        if (word == "的" && after == SyntaxKind.NumberLiteral && tokens[index + 1].Number is { Unit: "%" or "‰" })
            return "*";
        return !OfficialWords.Operators.TryGetValue(word, out var ours) ? null : !inList ? ours : ours is "且" or "或" ? "、" : null;
    }

    private void ReadAs(int index, string ours)
    {
        var written = _statement.Tokens[index];
        var kind = ours == "、" ? SyntaxKind.Comma : SyntaxFacts.ExpressionWords.TryGetValue(ours, out var word) ? word : Signs.At(ours, 0) is (_, var sign) ? sign.Kind : SyntaxKind.Bad;
        _statement.Tokens[index] = new SyntaxToken(kind, written.Span.Start, written.Text, written.LeadingTrivia) { Value = ours == "、" ? "," : ours };
        _found.Add(LexicalDiagnostics.OtherNotation(source, written.Span, ours));
    }

    /// <summary>最高, 最高100万元, 不超过 100万元, 封顶: the words of a ceiling outside of 核定.</summary>
    private bool IsCeiling(int ahead)
    {
        var token = PeekToken(ahead);
        if (token.Kind == SyntaxKind.LessOrEqual)
            return _statement.Keyword?.Shape == LineShape.Award && token.Text.Length > 1 && char.IsLetter(token.Text[0]) && PeekToken(ahead + 1).Kind == SyntaxKind.NumberLiteral;
        return (token.Kind == SyntaxKind.Name && token.Value.StartsWith("最高", StringComparison.Ordinal))
            || (token is { Kind: SyntaxKind.Name, Value: "封顶" or "上限" or "上限为" or "最多" or "总额不超过" } && PeekToken(ahead + 1).Kind == SyntaxKind.NumberLiteral);
    }

    // 若 甲，则 乙，否则 丙: the commas that speech has.
    private ExpressionSyntax SkipCommaBefore(SyntaxKind word, ExpressionSyntax before)
    {
        if (Current.Kind != SyntaxKind.Comma || PeekToken(1).Kind != word)
            return before;
        if (_found.Count == 0)
            Report(SyntaxDiagnostics.CommaInConditional(source, [.. _statement.Tokens.Where((token, index) => token.Kind == SyntaxKind.Comma && index + 1 < _statement.Tokens.Count && _statement.Tokens[index + 1].Kind is SyntaxKind.ThenKeyword or SyntaxKind.ElseKeyword)], PeekToken(1)));
        return new ErrorExpression([.. before.Tokens, Take()]);
    }

    /// <summary>每人 800元: a price said as in documents, as one thing that cannot be computed.</summary>
    private bool IsPriceInWords() =>
        Current is { Kind: SyntaxKind.Name, Text: ['每', _, ..] } && PeekToken(1) is { Kind: SyntaxKind.NumberLiteral, Number: { Unit: "元" } or { Unit.Length: 0, Scale.Length: > 0 } };
}
