// Dates and years: moved by durations, subtracted, 满.
using Dsl.Semantics.Binding.Bound;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

internal sealed partial class ExpressionBinder
{
    private BoundExpression ShiftDate(ExpressionSyntax syntax, TextSpan span, bool isMinus, BoundExpression date, BoundExpression right)
    {
        if (isMinus && right.Type == DslType.Date)
            return new BoundArithmetic(syntax, span, ArithmeticOperator.Subtract, date, right, DslType.In(Units.Days));
        if (right.Type is QuantityType { IsBare: true })
        {
            sink.Report(TypeDiagnostics.DurationExpected, right.Span, TextOf(right));
            return new BoundError(syntax, span);
        }
        if (!IsDuration(right.Type))
        {
            sink.Report(TypeDiagnostics.UnitMismatch, span, TextOf(date), "日期", TextOf(right), UnitName(right.Type), isMinus ? "相减" : "相加");
            return new BoundError(syntax, span);
        }
        return Shift(syntax, span, isMinus, date, right);
    }

    /// <summary>Years are months × 12; days stay days.</summary>
    private static BoundDateShift Shift(ExpressionSyntax syntax, TextSpan span, bool isMinus, BoundExpression date, BoundExpression duration)
    {
        var inDays = IsDuration(duration.Type, Units.Days);
        var amount = inDays ? duration : ScaleDurations(duration, Dimension.Of(Units.Months)) ?? duration;
        if (isMinus)
            amount = new BoundNegate(duration.Syntax, duration.Span, amount);
        return new BoundDateShift(syntax, span, date, amount, InMonths: !inDays);
    }

    private BoundExpression ShiftYear(ExpressionSyntax syntax, TextSpan span, ArithmeticOperator op, BoundExpression year, BoundExpression right)
    {
        if (op == ArithmeticOperator.Subtract && right.Type == DslType.Year)
            return new BoundArithmetic(syntax, span, op, year, right, DslType.In(Units.Years));
        if (right.Type is QuantityType { IsBare: true } || IsDuration(right.Type, Units.Years))
            return new BoundArithmetic(syntax, span, op, year, Retype(right, DslType.In(Units.Years)), DslType.Year);
        sink.Report(TypeDiagnostics.UnitMismatch, span, TextOf(year), "年度", TextOf(right), UnitName(right.Type), op == ArithmeticOperator.Subtract ? "相减" : "相加");
        return new BoundError(syntax, span);
    }

    /// <summary>登记日期 满 3年  →  登记日期 + 36个月 ≤ 测算日; 工作年限 满 3年  →  工作年限 ≥ 3年.</summary>
    private BoundExpression BindReached(BinaryExpression link, BoundExpression left, int start)
    {
        var (right, span) = (Bind(link.Right), Covering(start, link));
        if (left.IsError || right.IsError)
            return new BoundError(link, span);
        if (right.Type is QuantityType { IsBare: true })
        {
            sink.Report(TypeDiagnostics.DurationExpected, right.Span, TextOf(right));
            return new BoundError(link, span);
        }
        if (IsDuration(left.Type) && IsDuration(right.Type))
            return Compare(link, span, ComparisonOperator.GreaterOrEqual, left, right);
        if (left.Type != DslType.Date || !IsDuration(right.Type))
        {
            var (odd, wanted) = left.Type != DslType.Date ? (left, DslType.Date) : (right, DslType.In(Units.Years));
            sink.Report(TypeDiagnostics.TypeExpected, odd.Span, wanted == DslType.Date ? "日期" : "时间长度", TextOf(odd), Describe(odd.Type), wanted == DslType.Date ? "登记日期" : "3年");
            return new BoundError(link, span);
        }
        var asOf = new BoundSpecial(link, span, SpecialName.AsOfDate, DslType.Date);
        return new BoundComparison(link, span, ComparisonOperator.LessOrEqual, Shift(link, span, isMinus: false, left, right), asOf);
    }
}
