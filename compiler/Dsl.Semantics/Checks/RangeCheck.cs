// Ranges and limits that are the wrong way round: 100万..50万, max(…, 100万) under a ceiling of 50万.
using System.Collections.Immutable;
using Dsl.Library.Text;
using Dsl.Library.Values;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks;

/// <summary>Reversed cells of tables, and floors above ceilings.</summary>
public sealed class RangeCheck : ICheck
{
    private static readonly DiagnosticRule Reversed = new("DSL3009", Severity.Error,
        "区间「{0}」的下限大于上限，什么也不包含。", "把两端对调。");

    private static readonly DiagnosticRule FloorAboveCeiling = new("DSL3010", Severity.Error,
        "保底「{0}」高于封顶「{1}」，结果总是同一个数。", "对照原文核对保底和封顶，是否写反了 min 和 max。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Reversed, FloorAboveCeiling];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies)
        {
            foreach (var range in policy.Tree.Root.DescendantsAndSelf().OfType<TableCellSyntax>().Select(static cell => cell.Content).OfType<RangeExpression>())
                CheckRange(context, policy, range);
            foreach (var node in policy.Clauses.SelectMany(BoundParts.Of).SelectMany(static root => root.DescendantsAndSelf()).OfType<BoundCall>())
                CheckLimits(context, policy, node);
        }
    }

    private static void CheckRange(CheckContext context, BoundPolicy policy, RangeExpression range)
    {
        if (range.Low is not LiteralExpression low || range.High is not LiteralExpression high
            || ClauseFigure.Read(low.Token) is not { } least || ClauseFigure.Read(high.Token) is not { } most
            || least.Kind != most.Kind || least.Value <= most.Value)
            return;
        context.Report(policy, Reversed.At(policy.Source, range.Span, policy.Source[range.Span]).WithFix(
            "对调两端", new TextEdit(low.Span, policy.Source[high.Span]), new TextEdit(high.Span, policy.Source[low.Span])));
    }

    /// <summary>min(max(x, floor), ceiling) or max(min(x, ceiling), floor) with floor > ceiling.</summary>
    private static void CheckLimits(CheckContext context, BoundPolicy policy, BoundCall outer)
    {
        if (outer.Function.Name is not ("min" or "max"))
            return;
        var inverse = outer.Function.Name == "min" ? "max" : "min";
        foreach (var inner in outer.Arguments.OfType<BoundCall>().Where(call => call.Function.Name == inverse))
        {
            foreach (var (a, b) in outer.Arguments.OfType<BoundConstant>().SelectMany(_ => inner.Arguments.OfType<BoundConstant>(), static (a, b) => (a, b)))
            {
                var (floor, ceiling) = inverse == "max" ? (b, a) : (a, b);
                if (NumberOf(floor) is { } low && NumberOf(ceiling) is { } high && low > high)
                    context.Report(policy, FloorAboveCeiling.At(
                        policy.Source, outer.Span, QuantityFormat.Format(low, floor.Type), QuantityFormat.Format(high, ceiling.Type)));
            }
        }
    }

    private static Rational? NumberOf(BoundConstant constant) => constant.Value is NumberValue { Bounds: { IsPoint: true, Low: { } number } } ? number : null;
}
