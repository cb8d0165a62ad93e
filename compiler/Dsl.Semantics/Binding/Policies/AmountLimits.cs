// Caps that contradict what they cap: below zero, below a fixed award, 累计上限 below 单位上限.
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Compares the fixed figures of a clause with one another.</summary>
internal sealed class AmountLimits(DiagnosticSink sink, NumberedBlock block, BoundClause clause)
{
    /// <summary>Reports every contradiction.</summary>
    public void Check()
    {
        var award = clause.Award?.Amount is { IsError: false } amount ? amount : null;
        var awardName = clause.Award?.Mode == BoundAwardMode.Approval ? "核定的最高数" : "奖补的最高数";
        var most = award is null ? null : UpperFigure(award);
        var subject = Figure(clause.SubjectCap);
        var total = Figure(clause.CumulativeCap);
        Compare("核定的最高数", clause.Award?.Mode == BoundAwardMode.Approval ? most : null, award?.Span, "零", 0);
        var floor = Figure(clause.Award?.Floor);
        Compare("核定的最低数", floor, clause.Award?.Floor?.Span, "零", 0);
        Compare("核定的最高数", most, award?.Span, "核定的最低数", floor);
        Compare("单位上限", subject, clause.SubjectCap?.Span, "核定的最低数", floor);
        Compare("累计上限", total, clause.CumulativeCap?.Span, "核定的最低数", floor);
        Compare("单位上限", subject, clause.SubjectCap?.Span, "零", 0);
        Compare("累计上限", total, clause.CumulativeCap?.Span, "零", 0);
        Compare("单位上限", subject, clause.SubjectCap?.Span, awardName, most);
        Compare("累计上限", total, clause.CumulativeCap?.Span, awardName, most);
        Compare("累计上限", total, clause.CumulativeCap?.Span, "单位上限", subject);
        Compare("总额", Figure(clause.Budget?.Amount), clause.Budget?.Amount.Span, "零", 0);
        var row = Figure(clause.RowCap);
        Compare("累计上限", row, clause.RowCap?.Span, "核定的最低数", floor);
        Compare("累计上限", row, clause.RowCap?.Span, "零", 0);
        Compare("累计上限", row, clause.RowCap?.Span, awardName, most);
        foreach (var call in award?.DescendantsAndSelf().OfType<BoundCall>() ?? [])
            CheckNesting(call);
    }

    private void Compare(string cap, Rational? ceiling, TextSpan? place, string what, Rational? floor)
    {
        if (ceiling is { } high && floor is { } low && high < low)
            sink.Report(DeclarationDiagnostics.CeilingBelowFloor, place ?? block.HeaderSpan(), cap,
                QuantityFormat.Typeable(high, DslType.Money), what, QuantityFormat.Typeable(low, DslType.Money));
    }

    private static Rational? Figure(BoundExpression? expression) =>
        expression is { IsError: false } ? ConstantFolder.Number(expression) : null;

    /// <summary>The figure that an amount never exceeds, where one is written: a constant, or a constant in min(…).</summary>
    private static Rational? UpperFigure(BoundExpression amount) => amount switch
    {
        BoundCall { Function.IsLeast: true } call => call.Arguments.Select(UpperFigure).Where(static figure => figure is not null).Min(),
        BoundConditional choice =>
            UpperFigure(choice.WhenTrue) is { } yes && UpperFigure(choice.WhenFalse) is { } no ? Rational.Max(yes, no) : null,
        _ => ConstantFolder.Number(amount),
    };

    /// <summary>
    /// min(max(x, 100万元), 50万元): the floor can never be paid; max(min(x, 50万元), 100万元): neither can what lies below it.
    /// </summary>
    private void CheckNesting(BoundCall call)
    {
        if (call.Function.Meaning is not ExtremeMeaning { IsLeast: var isLeast } || ConstantFolder.Number(call) is not null)
            return;
        foreach (var inner in call.Arguments.OfType<BoundCall>()
            .Where(argument => isLeast ? argument.Function.IsGreatest : argument.Function.IsLeast))
        {
            var (ceiling, floor) = isLeast ? (Least(call), Greatest(inner)) : (Least(inner), Greatest(call));
            Compare("最高", ceiling, call.Span, "最低", floor);
        }
    }

    private static Rational? Least(BoundCall call) => Figures(call).Min();

    private static Rational? Greatest(BoundCall call) => Figures(call).Max();

    private static IEnumerable<Rational?> Figures(BoundCall call) =>
        call.Arguments.Select(ConstantFolder.Number).Where(static figure => figure is not null);
}
