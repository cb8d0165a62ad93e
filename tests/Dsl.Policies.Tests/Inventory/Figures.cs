// The figures of a declaration, as exact numbers: those that the inventory states and those that stand in the IR.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Policies.Tests.Inventory;

/// <summary>Reads and collects figures. Durations are in months, ratios are fractions, money is in yuan.</summary>
internal static class Figures
{
    private static readonly (string Suffix, Rational Factor)[] Suffixes =
    [
        ("件/亿元", new Rational(1, 100_000_000)), ("亿元", 100_000_000), ("万元", 10_000), ("元", 1), ("%", new Rational(1, 100)),
        ("个月", 1), ("年", 12), ("人", 1), ("套", 1), ("所", 1),
        ("万家", 10_000), ("家", 1), ("个", 1), ("万平方米", 10_000),
    ];

    /// <summary>The numbers of a figure as 清单.csv writes it: 1000万元, 0.2%, 3年, 6:4 (two numbers).</summary>
    public static IEnumerable<Rational> Parse(string figure)
    {
        if (figure.Split(':') is { Length: > 1 } parts)
            return parts.Select(Number);
        foreach (var (suffix, factor) in Suffixes)
        {
            if (figure.EndsWith(suffix, StringComparison.Ordinal))
                return [Number(figure[..^suffix.Length]) * factor];
        }
        return [Number(figure)];
    }

    /// <summary>The figures of a clause: conditions of its own, 令, award, caps, shares, years of 频次.</summary>
    public static ImmutableArray<Rational> Of(IrClause clause)
    {
        var expressions = clause.Conditions.Where(condition => !condition.FromScope).Select(condition => condition.Expression)
            .Concat(clause.Locals.Select(local => local.Value))
            .Concat(Amounts(clause))
            .Concat(Present(clause.SubjectCap)).Concat(Present(clause.CumulativeCap)).Concat(Present(clause.Frequency.Anchor));
        // One level with all (1 of 1) is no figure of the text.
        var shares = clause.Shares.Length > 1 ? clause.Shares.Select(share => share.Parts) : [];
        Rational[] years = clause.Frequency.Years is { } count ? [count * 12] : [];
        return [.. expressions.SelectMany(In), .. shares, .. years];
    }

    /// <summary>The figures of an expression, in the order written. A ratio 1:1 is both numbers of the text.</summary>
    public static IEnumerable<Rational> In(IrExpression expression) => expression switch
    {
        IrConstant { Value: NumberValue { Bounds: { IsPoint: true, Low: { } number } } } constant =>
            constant.Type is YearType or DateType ? [] : [number],
        IrArithmetic { Operator: ArithmeticOperator.Multiply } product when Folded(product) is { } number => [number],
        IrArithmetic n => In(n.Left).Concat(In(n.Right)),
        IrNegate n => In(n.Operand),
        IrDateShift n => In(n.Date).Concat(In(n.Amount)),
        IrCompare n => In(n.Left).Concat(In(n.Right)),
        IrMember n => In(n.Operand),
        IrAnd n => n.Operands.SelectMany(In),
        IrOr n => n.Operands.SelectMany(In),
        IrNot n => In(n.Operand),
        IrChoose n => In(n.Condition).Concat(In(n.WhenTrue)).Concat(In(n.WhenFalse)),
        IrTable n => n.Rows.SelectMany(row => (row.Test is { } test ? In(test) : []).Concat(In(row.Value))),
        IrCall n => n.Arguments.SelectMany(In),
        _ => [],
    };

    /// <summary>The value of a product of constants (3年 as 3 × 12 months); null for anything else.</summary>
    private static Rational? Folded(IrExpression expression) => expression switch
    {
        IrConstant { Value: NumberValue { Bounds: { IsPoint: true, Low: { } number } } } => number,
        IrArithmetic { Operator: ArithmeticOperator.Multiply } n when Folded(n.Left) is { } left && Folded(n.Right) is { } right =>
            left * right,
        _ => null,
    };

    private static IEnumerable<IrExpression> Amounts(IrClause clause) => clause.Award switch
    {
        IrFormula formula => [formula.Amount],
        IrApproval discretion => Present(discretion.Ceiling),
        _ => [],
    };

    private static IEnumerable<IrExpression> Present(IrExpression? expression) => expression is null ? [] : [expression];

    private static Rational Number(string text) =>
        Rational.TryParse(text, out var number) ? number : throw new FormatException($"「{text}」 is no figure");
}
