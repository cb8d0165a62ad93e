// Habitual words of official writing (大于, 和, 如果, 的): reported, and read as what they mean, so that nothing else on the line is
// said to be wrong.
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Parsing;

/// <summary>Goes over the tokens of a statement before the grammar sees them.</summary>
internal static class Habits
{
    /// <summary>Reads the words of habit in a statement of code as the operators that they stand for.</summary>
    public static void Read(StatementContext context)
    {
        var statement = context.Statement;
        if (statement.Keyword is { Shape: not (LineForm.Expression or LineForm.Let or LineForm.Award or LineForm.TargetValue
            or LineForm.TargetPart or LineForm.Given or LineForm.BlockHeader) }
            || (statement.Keyword is null && context.Block != BlockKinds.Scope))
            return;
        var tokens = statement.Tokens;
        // 介于 100万元 和 500万元 之间: no 且.
        if (tokens.Exists(static token => token is { Kind: SyntaxKind.Name, Value: "介于" }))
            return;
        var inList = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            inList += tokens[i].Kind switch { SyntaxKind.OpenBracket => 1, SyntaxKind.CloseBracket => -1, _ => 0 };
            if (tokens[i].Kind == SyntaxKind.Name && WordMeant(tokens, i, inList > 0) is { } ours)
                ReadAs(context, i, ours);
            // 注册区县 是 渝中区: said as in speech.
            else if (tokens[i].Kind == SyntaxKind.YesKeyword && i > 0 && tokens[i - 1].Kind == SyntaxKind.Name && i + 1 < tokens.Count
                && SyntaxFacts.StartsOperand(tokens[i + 1].Kind) && tokens[i + 1].Kind != SyntaxKind.OpenParenthesis)
                ReadAs(context, i, "=");
        }
    }

    /// <summary>What the word at a place stands for; null where it is a name.</summary>
    private static string? WordMeant(List<SyntaxToken> tokens, int index, bool inList)
    {
        var word = tokens[index].Value;
        var (before, after) = (index > 0 ? tokens[index - 1].Kind : SyntaxKind.EndOfFile,
            index + 1 < tokens.Count ? tokens[index + 1].Kind : SyntaxKind.EndOfFile);
        if (!SyntaxFacts.StartsOperand(after) && after != SyntaxKind.Minus)
            return null;
        // 注册区县 是 渝中区.
        if (word == "在" && SyntaxFacts.EndsOperand(before))
            return after == SyntaxKind.OpenBracket ? "属于" : after == SyntaxKind.Name && index + 2 >= tokens.Count ? "=" : null;
        // Two words in a row: the second is the name of something (甲 和 乙), never the second of two words of habit.
        if (!SyntaxFacts.EndsOperand(before))
            return after is SyntaxKind.Name or SyntaxKind.OpenParenthesis && !inList
                && OfficialWords.Openers.TryGetValue(word, out var opener)
                ? opener
                : null;
        if (word == "的" && after == SyntaxKind.NumberLiteral && tokens[index + 1].Number is { Unit: "%" or "‰" })
            return "*";
        return !OfficialWords.Operators.TryGetValue(word, out var ours) ? null : !inList ? ours : ours is "且" or "或" ? "、" : null;
    }

    private static void ReadAs(StatementContext context, int index, string ours)
    {
        var written = context.Statement.Tokens[index];
        var kind = ours == "、" ? SyntaxKind.Comma
            : SyntaxFacts.ExpressionWords.TryGetValue(ours, out var word) ? word
            : Punctuation.At(ours, 0) is (_, var sign) ? sign.Kind
            : SyntaxKind.Bad;
        context.Statement.Tokens[index] =
            new SyntaxToken(kind, written.Span.Start, written.Text, written.LeadingTrivia) { Value = ours == "、" ? "," : ours };
        context.Found.Add(LexicalDiagnostics.OtherNotation(context.Source, written.Span, ours));
    }
}
