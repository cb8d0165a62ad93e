// Sums and products of numbers, dates and years: what goes with what, and in which unit it comes out.
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Dsl.Values.Exact;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Joins bound operands by + − × ÷.</summary>
internal sealed class ArithmeticBinder(DiagnosticSink sink, BindingFrame frame, UnitUnifier units)
{
    /// <summary>left + right, or left − right.</summary>
    public BoundExpression Add(ExpressionSyntax syntax, TextSpan span, bool isMinus, string symbol, BoundExpression left,
        BoundExpression right)
    {
        if (left.IsError || right.IsError)
            return new BoundError(syntax, span);
        var op = isMinus ? ArithmeticOperator.Subtract : ArithmeticOperator.Add;
        if (left.Type == DslType.Date)
            return ShiftDate(syntax, span, isMinus, left, right);
        if (left.Type == DslType.Year)
            return ShiftYear(syntax, span, op, left, right);
        if (left.Type is not QuantityType)
            return ReportOperand(syntax, left, symbol);
        if (right.Type is not QuantityType)
            return ReportOperand(syntax, right, symbol);
        if (!units.TryUnify(ref left, ref right))
        {
            sink.Report(TypeDiagnostics.UnitMismatch, span, sink.TextOf(left), TypeWords.Unit(left.Type), sink.TextOf(right),
                TypeWords.Unit(right.Type), isMinus ? "相减" : "相加");
            return new BoundError(syntax, span);
        }
        if (isMinus && IsWrittenBelow(left, right))
        {
            sink.Report(TypeDiagnostics.RangeAsDifference, span, sink.Source[span], sink.TextOf(left), sink.TextOf(right));
            return new BoundError(syntax, span);
        }
        return new BoundArithmetic(syntax, span, op, left, right, UnitUnifier.Joined(left.Type, right.Type));
    }

    // A difference of two figures below zero is not meant: 5-10万元 is how documents write a range.
    private static bool IsWrittenBelow(BoundExpression left, BoundExpression right) =>
        left is BoundConstant { Value: NumberValue { Bounds: { IsPoint: true, Low: { } low } } }
        && right is BoundConstant { Value: NumberValue { Bounds: { IsPoint: true, Low: { } high } } }
        && low.Sign >= 0 && low < high;

    /// <summary>left × right, or left ÷ right.</summary>
    public BoundExpression Multiply(ExpressionSyntax syntax, TextSpan span, bool isOver, string symbol, BoundExpression left,
        BoundExpression right)
    {
        if (left.IsError || right.IsError)
            return new BoundError(syntax, span);
        if (left.Type is not QuantityType)
            return ReportOperand(syntax, left, symbol);
        if (right.Type is not QuantityType)
            return ReportOperand(syntax, right, symbol);
        UnitConversion.Meet(ref left, ref right);
        var (l, r) = ((QuantityType)left.Type, (QuantityType)right.Type);
        var dimension = isOver ? l.Dimension.Over(r.Dimension) : l.Dimension.Times(r.Dimension);
        var isShare = isOver && l.Dimension == r.Dimension && l.Dimension != Dimension.None;
        var type = new QuantityType(dimension)
        {
            IsBare = l.IsBare && r.IsBare,
            IsRatio = isShare || (!isOver && l.IsRatio && r.IsRatio),
        };
        return new BoundArithmetic(syntax, span, isOver ? ArithmeticOperator.Divide : ArithmeticOperator.Multiply, left, right, type);
    }

    private BoundExpression ShiftDate(ExpressionSyntax syntax, TextSpan span, bool isMinus, BoundExpression date, BoundExpression right)
    {
        if (isMinus && right.Type == DslType.Date)
            return new BoundArithmetic(syntax, span, ArithmeticOperator.Subtract, date, right, DslType.In(Units.Days));
        if (right.Type is QuantityType { IsBare: true })
        {
            sink.Report(TypeDiagnostics.DurationExpected, right.Span, sink.TextOf(right));
            return new BoundError(syntax, span);
        }
        if (!Durations.Is(right.Type))
        {
            sink.Report(TypeDiagnostics.UnitMismatch, span, sink.TextOf(date), "日期", sink.TextOf(right), TypeWords.Unit(right.Type),
                isMinus ? "相减" : "相加");
            return new BoundError(syntax, span);
        }
        return Shift(syntax, span, isMinus, date, right);
    }

    /// <summary>Years are months × 12; days stay days.</summary>
    public static BoundDateShift Shift(ExpressionSyntax syntax, TextSpan span, bool isMinus, BoundExpression date, BoundExpression duration)
    {
        var inDays = Durations.Is(duration.Type, Units.Days);
        var amount = inDays ? duration : UnitConversion.Scale(duration, Dimension.Of(Units.Months)) ?? duration;
        if (isMinus)
            amount = new BoundNegate(duration.Syntax, duration.Span, amount);
        return new BoundDateShift(syntax, span, date, amount, InMonths: !inDays);
    }

    private BoundExpression ShiftYear(ExpressionSyntax syntax, TextSpan span, ArithmeticOperator op, BoundExpression year,
        BoundExpression right)
    {
        if (op == ArithmeticOperator.Subtract && right.Type == DslType.Year)
            return new BoundArithmetic(syntax, span, op, year, right, DslType.In(Units.Years));
        if (right.Type is QuantityType { IsBare: true } || Durations.Is(right.Type, Units.Years))
            return new BoundArithmetic(syntax, span, op, year, units.Retype(right, DslType.In(Units.Years)), DslType.Year);
        sink.Report(TypeDiagnostics.UnitMismatch, span, sink.TextOf(year), "年度", sink.TextOf(right), TypeWords.Unit(right.Type),
            op == ArithmeticOperator.Subtract ? "相减" : "相加");
        return new BoundError(syntax, span);
    }

    /// <summary>Reports an operand that is no number.</summary>
    public BoundError ReportOperand(ExpressionSyntax syntax, BoundExpression operand, string symbol)
    {
        var name = operand is { Type: TextType, Syntax: LiteralExpression quoted } && frame.IsKnownWord(quoted.Token.Value)
            ? quoted.Token.Value
            : null;
        var remedy = TypeRemedies.Operand(operand.Type, symbol, isNameInQuotes: name is not null);
        var finding =
            TypeDiagnostics.OperandType.At(sink.Source, operand.Span, sink.TextOf(operand), TypeWords.Of(operand.Type), symbol, remedy);
        sink.Add(name is not null ? finding.WithFix("去掉引号", new TextEdit(operand.Span, name)) : finding);
        return new BoundError(syntax);
    }
}
