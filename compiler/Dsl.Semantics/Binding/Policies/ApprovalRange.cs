// 核定 x..y: the two ends, also where only the share differs (投资额 * 5%..20%).
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds the range of a 核定.</summary>
internal sealed class ApprovalRange(DiagnosticSink sink, ExpressionBinder expressions)
{
    private const string Least = "核定的最低数", Most = "核定的最高数";

    /// <summary>Floor and ceiling.</summary>
    public (BoundExpression Floor, BoundExpression Ceiling) Bind(RangeExpression range)
    {
        // An end that is left out was reported by the parser.
        if (range is not { Low: { } low, High: { } high })
            return (new BoundError(range), new BoundError(range));
        var floor = expressions.BindMoney(low, Least);
        if (ShareOf(low, high) is not { } whole)
            return (floor, expressions.BindMoney(high, Most));
        // What both ends share was read, and reported, with the lower one.
        using (sink.Mute())
            return (floor, expressions.BindMoney(whole, Most));
    }

    // 投资额 * 5%..20%: the upper share is of the same.
    private static BinaryExpression? ShareOf(ExpressionSyntax low, ExpressionSyntax high) =>
        low is BinaryExpression { Operator.Kind: SyntaxKind.Star, Right: LiteralExpression least } product
            && IsShare(least) && IsShare(high)
            ? new BinaryExpression(product.Left, product.Operator, high)
            : null;

    private static bool IsShare(ExpressionSyntax syntax) => syntax is LiteralExpression { Token.Number.Unit: "%" or "‰" };
}
