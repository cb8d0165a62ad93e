// Amounts: what must be money, with what the clause implies (元/件 under 每个, 元/年 under 每年).
using Dsl.Values.Types;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Binds amounts of money.</summary>
internal sealed class AmountBinder(DiagnosticSink sink, BindingFrame frame, ExpressionBinder expressions)
{
    /// <summary>Binds an amount of money; reports anything else.</summary>
    public BoundExpression Bind(ExpressionSyntax syntax, string what)
    {
        var bound = expressions.Bind(syntax);
        if (bound.IsError)
            return bound;
        if (expressions.Unifier.TryConvert(bound, DslType.Money) is { } money)
            return money;
        if (frame.IsIncomplete && HasUnitBelow(bound.Type))
            return new BoundError(syntax);
        if (CappedFormula(syntax) is { } capped)
        {
            sink.Add(capped);
            return new BoundError(syntax);
        }
        sink.Report(TypeDiagnostics.AwardNotMoney, bound.Span, what, sink.TextOf(bound), TypeWords.Of(bound.Type), 
            frame.IsOfSubject && HasUnitBelow(bound.Type) ? TypeRemedies.OfSubject(what) : TypeRemedies.Money(bound.Type, frame.PerRow));
        return new BoundError(syntax);
    }

    /// <summary>奖补 = 研发费用 * 15% 不超过 150万元: a ceiling in the words of a comparison; null for anything else.</summary>
    private Diagnostic? CappedFormula(ExpressionSyntax syntax)
    {
        if (syntax is not BinaryExpression { Operator: { Kind: SyntaxKind.LessOrEqual, Text.Length: > 1 } sign,
            Right: LiteralExpression { Token.Number.Unit: "元" } amount, Left: var formula })
            return null;
        using (sink.Mute())
        {
            if (expressions.Bind(formula) is { IsError: true } or { Type: TruthType })
                return null;
        }
        return SyntaxDiagnostics.StrayCeiling(sink.Source, sign, amount.Span.End, formula.Span, []);
    }

    private static bool HasUnitBelow(DslType type) =>
        type is QuantityType { Dimension: var dimension } && dimension.Factors.Any(static factor => factor.Power < 0);
}
