// a:b as a value: 额 * 1:0.5 pays 0.5 for each 1; in a comparison 3:2 is three to two. Anywhere else nobody could tell which is meant.
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Binding.Declarations;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

internal sealed partial class ExpressionBinder
{
    /// <summary>Where a ratio stands.</summary>
    private enum RatioUse
    {
        /// <summary>As a value of its own (令, 参数, arguments): equal parts only.</summary>
        Value,

        /// <summary>As a factor: 配套, b for each a.</summary>
        Factor,

        /// <summary>As a side of a comparison: a to b.</summary>
        Compared,
    }

    /// <summary>A factor of × : a ratio is 配套 there.</summary>
    private BoundExpression BindFactor(ExpressionSyntax syntax) => RatioIn(syntax) is { } ratio ? BindRatio(ratio, RatioUse.Factor) : Bind(syntax);

    private static LiteralExpression? RatioIn(ExpressionSyntax syntax) => syntax switch
    {
        LiteralExpression { Token.Kind: SyntaxKind.RatioLiteral } ratio => ratio,
        ParenthesizedExpression { Inner: var inner } => RatioIn(inner),
        _ => null,
    };

    private BoundExpression BindRatio(LiteralExpression syntax, RatioUse use)
    {
        var token = syntax.Token;
        var parts = WidthFolding.HalfWidth(token.Value).Split(':');
        if (parts.Length != 2 || !Rational.TryParse(parts[0], out var first) || !Rational.TryParse(parts[1], out var second) || first.IsZero || second.IsZero)
        {
            sink.Report(TypeDiagnostics.RatioParts, token.Span, token.Text);
            return Error(syntax);
        }
        var (matched, quotient) = (second / first, first / second);
        if (use == RatioUse.Value && first != second)
        {
            sink.Report(TailDiagnostics.RatioAlone, token.Span, token.Text, matched, quotient);
            return Error(syntax);
        }
        // 1:0.5 is how documents say 配套; of 2:1 they might as well mean twice as much.
        if (use == RatioUse.Factor && first > second && first != Rational.One)
        {
            var found = TailDiagnostics.RatioReadings.At(sink.Source, token.Span, token.Text, matched, quotient);
            foreach (var reading in new[] { $"{matched}", $"{quotient}" }.Where(static reading => !reading.Contains('/')))
                found = found.WithFix($"写成 1:{reading}", new TextEdit(token.Span, $"1:{reading}"));
            sink.Add(found);
        }
        return new BoundConstant(syntax, token.Span, NumberValue.Of(use == RatioUse.Compared ? quotient : matched), DslType.Ratio);
    }
}
