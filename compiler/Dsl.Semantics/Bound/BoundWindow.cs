// The period of 频次 自 X, and what 第几年 and 当年月数 are in it.
using System.Collections.Immutable;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Functions.Dates;
using Dsl.Values.Functions.Extremes;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Semantics.Bound;

/// <summary>自 X 次年起 连续 3年, 自 X 次月起 连续 36个月, 自 X 第6年起.</summary>
/// <param name="Syntax">The line.</param>
/// <param name="Anchor">X; a date where months are counted, else a date or a year.</param>
/// <param name="Length">How many years or months; null where it does not end, or where that was reported.</param>
public sealed record BoundWindow(FrequencyLine Syntax, BoundExpression Anchor, int? Length)
{
    /// <summary>第几年: the number of the year within the period.</summary>
    public const string NumberOfYear = "第几年";

    /// <summary>当年月数: the months of the period that lie in the year.</summary>
    public const string MonthsOfYear = "当年月数";

    private const int MonthsInYear = 12;

    /// <summary>Whether months are counted, not years.</summary>
    public bool IsMonthly => Syntax.IsMonthly;

    /// <summary>Years (or months) from that of X to the first that counts.</summary>
    public int ToFirst => Syntax.FirstYearNumber is { } number ? number - 1 : Syntax.FirstYear is "当年起" or "当月起" ? 0 : 1;

    /// <summary>What 第几年 is in the first year: 1年, or 6年 where 第6年起 is written.</summary>
    private int FirstNumber => Syntax.FirstYearNumber ?? 1;

    /// <summary>The type of a name; null for other names, and for names that have no value in this kind of period.</summary>
    public static DslType? TypeOf(string name, bool isMonthly) => (name, isMonthly) switch
    {
        (NumberOfYear, false) => DslType.In(Units.Years),
        (MonthsOfYear, true) => DslType.In(Units.Months),
        _ => null,
    };

    /// <summary>What the name of this kind of period stands for at a place: 第几年, or 当年月数.</summary>
    public BoundExpression At(ExpressionSyntax place, TextSpan span) => IsMonthly ? Months(new(place, span)) : Number(new(place, span));

    /// <summary>What holds of the names in every year of the period.</summary>
    public ImmutableArray<BoundExpression> Conditions
    {
        get
        {
            if (Anchor.IsError)
                return [];
            var (maker, first) = (new Maker(Anchor.Syntax, Anchor.Span), IsMonthly ? 1 : FirstNumber);
            var value = At(Anchor.Syntax, Anchor.Span);
            var begun = maker.Compare(ComparisonOperator.GreaterOrEqual, value, first);
            return Length is { } length && !IsMonthly
                ? [begun, maker.Compare(ComparisonOperator.LessOrEqual, value, first + length - 1)] : [begun];
        }
    }

    // 年度 − 所在年度(X) [+ 1年]
    private BoundExpression Number(Maker maker)
    {
        var elapsed = Elapsed(maker);
        return FirstNumber == ToFirst ? elapsed
            : maker.Of(ArithmeticOperator.Add, elapsed, maker.Number(FirstNumber - ToFirst, elapsed.Type), elapsed.Type);
    }

    // e = (年度 − 所在年度(X)) × 12 − 月份(X), the months from X's month to December before the year; the period is the months s to
    // s + N - 1 after X's month, so that it has min(12, N, e + 13 − s, s + N − 1 − e) months in common with the year, never fewer than 0.
    private BoundExpression Months(Maker maker)
    {
        var months = DslType.In(Units.Months);
        var elapsed = maker.Of(ArithmeticOperator.Subtract,
            maker.Of(ArithmeticOperator.Multiply, Elapsed(maker), maker.Number(MonthsInYear, DslType.Number), months),
            maker.Call(MonthOf.Definition, [Anchor], months), months);
        BoundExpression Constant(int value) => maker.Number(value, months);
        var (length, toFirst) = (Length ?? 1, ToFirst);
        var least = maker.Call(LeastAndGreatest.Least,
            [
                Constant(Math.Min(MonthsInYear, length)),
                maker.Of(ArithmeticOperator.Add, elapsed, Constant(MonthsInYear + 1 - toFirst), months),
                maker.Of(ArithmeticOperator.Subtract, Constant(toFirst + length - 1), elapsed, months),
            ], months);
        return maker.Call(LeastAndGreatest.Greatest, [Constant(0), least], months);
    }

    private BoundExpression Elapsed(Maker maker) => maker.Of(ArithmeticOperator.Subtract,
        new BoundIntrinsic(maker.Syntax, maker.Span, ContextKind.ApplicationYear, DslType.Year),
        Anchor.Type is YearType ? Anchor : maker.Call(YearOf.Definition, [Anchor], DslType.Year), DslType.In(Units.Years));

    /// <summary>Makes expressions that stand where the name stands.</summary>
    private readonly record struct Maker(ExpressionSyntax Syntax, TextSpan Span)
    {
        public BoundExpression Number(int value, DslType type) => new BoundConstant(Syntax, Span, NumberValue.Of(value), type);

        public BoundExpression Of(ArithmeticOperator op, BoundExpression left, BoundExpression right, DslType type) =>
            new BoundArithmetic(Syntax, Span, op, left, right, type);

        public BoundExpression Call(BuiltinFunction function, ImmutableArray<BoundExpression> arguments, DslType type) =>
            new BoundCall(Syntax, Span, function, arguments, type);

        public BoundExpression Compare(ComparisonOperator op, BoundExpression left, int right) =>
            new BoundComparison(Syntax, Span, op, left, Number(right, left.Type));
    }
}
