// Chains of operators of several levels, read in one loop: a chain of 50,000 terms is no recursion, and neither is a change of level.
using Dsl.Syntax.Tree;
using Superpower;
using Superpower.Model;
using Tokens = Superpower.Model.TokenList<Dsl.Syntax.Tree.SyntaxToken>;

namespace Dsl.Syntax.Parsing;

/// <summary>
/// Precedence parsing with an explicit stack: an operator reduces all pending operators of its level or a tighter one, then waits
/// itself for its right side. Operators of one level bind from the left.
/// </summary>
internal sealed class OperatorChain(
    StatementContext context, IReadOnlyList<SyntaxKind[]> levels, SyntaxKind prefix, TokenListParser<SyntaxToken, ExpressionSyntax> operand,
    TokenListParser<SyntaxToken, ExpressionSyntax> tooDeep)
{
    // The level of each kind: 1 is the loosest, 0 means no operator.
    private readonly int[] _levels =
        [.. Enum.GetValues<SyntaxKind>().Select(kind => levels.Select((kinds, index) => kinds.Contains(kind) ? index + 1 : 0).Max())];

    // Left sides and operators that wait for their right sides; those of outer chains are below.
    private readonly Stack<(ExpressionSyntax Left, SyntaxToken Operator, int Level)> _waiting = new();

    /// <summary>Reads a chain, or an operand alone.</summary>
    public TokenListParserResult<SyntaxToken, ExpressionSyntax> Parse(Tokens input)
    {
        var floor = _waiting.Count;
        var rest = input;
        while (true)
        {
            var right = context.At(rest.Position).Kind == prefix ? ParsePrefixed(rest) : operand(rest);
            var (value, next) = (right.Value, context.At(right.Remainder.Position));
            var level = _levels[(int)next.Kind];
            while (_waiting.Count > floor && _waiting.Peek().Level >= level)
            {
                var (left, sign, _) = _waiting.Pop();
                value = new BinaryExpression(left, sign, value);
            }
            if (level == 0)
                return TokenListParserResult.Value(value, input, right.Remainder);
            _waiting.Push((value, next, level));
            context.Taken++;
            rest = right.Remainder.ConsumeToken().Remainder;
        }
    }

    /// <summary>Prefix operators, collected in a loop and counted as nesting.</summary>
    private TokenListParserResult<SyntaxToken, ExpressionSyntax> ParsePrefixed(Tokens input)
    {
        var rest = input;
        while (context.At(rest.Position).Kind == prefix)
            rest = rest.ConsumeToken().Remainder;
        var count = rest.Position - input.Position;
        context.Taken += count;
        if (context.Nesting - 1 + count > ExpressionGrammar.NestingLimit)
            return tooDeep(input);
        context.Nesting += count;
        var inner = operand(rest);
        context.Nesting -= count;
        var value = inner.Value;
        for (var i = rest.Position - 1; i >= input.Position; i--)
            value = new UnaryExpression(context.At(i), value);
        return TokenListParserResult.Value(value, input, inner.Remainder);
    }
}
