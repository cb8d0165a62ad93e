// Between which ends a number lies whatever the facts are, and whether it is whole: interval arithmetic over declared ranges.
using System.Collections.Immutable;
using Dsl.Library.Functions;
using Dsl.Library.Types;
using Dsl.Library.Values;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Checks.Conditions;
using Dsl.Semantics.Symbols;

namespace Dsl.Semantics.Checks.Tables;

/// <summary>Ranges of expressions in a clause.</summary>
/// <param name="settled">What has a value.</param>
/// <param name="conditions">What the conditions of the clause leave of its facts; null where they say nothing (within aggregates).</param>
internal sealed class ExpressionRange(Settled settled, ClauseDomain? conditions)
{
    private const int LastDay = 3_652_058, LastYear = 9999;

    /// <summary>The range of a number.</summary>
    public NumberDomain Of(BoundExpression node)
    {
        if (settled.Of(node) is NumberValue { Bounds: { IsPoint: true, Low: { } known } bounds })
            return new(bounds, known.IsInteger);
        switch (node)
        {
            case BoundConstant { Value: NumberValue { Bounds: { IsPoint: true, Low: { } number } point } }:
                return new(point, number.IsInteger);
            case BoundFact { Field: var field }:
                return OfFact(field);
            case BoundSpecial { Name: SpecialName.AsOfDate } when settled.EffectiveDate is { } first:
                return new(new(CivilDate.ToNumber(first), CivilDate.ToNumber(settled.LastDay)), true);
            case BoundSpecial { Name: SpecialName.ApplicationYear } when settled.EffectiveDate is { } first:
                return new(new(first.Year, settled.LastDay.Year), true);
            case BoundLocal { Local.Value: { } value }:
                return Of(value);
            case BoundNegate n:
                var operand = Of(n.Operand);
                return operand with { Bounds = -operand.Bounds };
            case BoundArithmetic n:
                var result = Arithmetic(n.Operator, Of(n.Left), Of(n.Right));
                return result with { Bounds = NumberLimits.Hold(result.Bounds) };
            case BoundConditional n:
                return Hull([Of(n.WhenTrue), Of(n.WhenFalse)]);
            case BoundTable n:
                return Hull([.. n.Rows.Select(row => Of(row.Result))]);
            case BoundAggregate n:
                return Aggregate(n);
            case BoundCall n:
                return Call(n);
            default:
                return OfType(node.Type, node is BoundParameter);
        }
    }

    /// <summary>The values that an expression can only be, where all its branches are constants; null where it is anything else.</summary>
    public static ImmutableArray<Value>? Constants(BoundExpression node)
    {
        var found = new List<Value>();
        return Collect(node) ? [.. found.Distinct()] : null;

        bool Collect(BoundExpression next)
        {
            switch (next)
            {
                case BoundConstant { Value: { IsCertain: true } value }:
                    found.Add(value);
                    return true;
                case BoundLocal { Local.Value: { } value }:
                    return Collect(value);
                case BoundConditional n:
                    return Collect(n.WhenTrue) && Collect(n.WhenFalse);
                case BoundTable n:
                    return n.Rows.All(row => Collect(row.Result));
                default:
                    return false;
            }
        }
    }

    /// <summary>The declared 范围, else what input may be: money and counts from 0, ratios from 0 to 100%; less what conditions exclude.</summary>
    private NumberDomain OfFact(FieldSymbol field)
    {
        var domain = OfType(field.Type, isInput: true);
        var bounds = field.DeclaredRange ?? domain.Bounds;
        if (conditions?.Sets.TryGetValue(field, out var left) == true)
            bounds = new(Greater(bounds.Low, left.Set.Low), Lesser(bounds.High, left.Set.High));
        return domain with { Bounds = bounds };
    }

    private static NumberDomain OfType(DslType type, bool isInput) => type switch
    {
        DateType => new(new(Rational.Zero, LastDay), true),
        YearType => new(new(Rational.One, LastYear), true),
        QuantityType { IsRatio: true } when isInput => new(new(Rational.Zero, Rational.One), false),
        QuantityType { Dimension.Factors: [{ Unit.Kind: UnitKind.Counting, Power: 1 }] } when isInput => new(Bounds.NonNegative, true),
        QuantityType when isInput => new(Bounds.NonNegative, false),
        _ => new(Bounds.Everything, false),
    };

    private static NumberDomain Arithmetic(ArithmeticOperator op, NumberDomain left, NumberDomain right)
    {
        var isWhole = left.IsWhole && right.IsWhole;
        return op switch
        {
            ArithmeticOperator.Add => new(left.Bounds + right.Bounds, isWhole),
            ArithmeticOperator.Subtract => new(left.Bounds - right.Bounds, isWhole),
            ArithmeticOperator.Multiply => new(left.Bounds * right.Bounds, isWhole),
            // A divisor of 0 gives no value at all: what is left of [0, ∞) is positive, its reciprocal any positive number.
            _ when right.Bounds is { Low.Sign: >= 0 } divisor => new(
                left.Bounds * new Bounds(divisor.High is { Sign: > 0 } high ? Rational.One / high : Rational.Zero, divisor.Low is { Sign: > 0 } low ? Rational.One / low : null), false),
            _ => new(left.Bounds / right.Bounds, false),
        };
    }

    private static NumberDomain Hull(IReadOnlyList<NumberDomain> domains) =>
        domains.Aggregate(static (left, right) => new(left.Bounds.Hull(right.Bounds), left.IsWhole && right.IsWhole));

    /// <summary>Aggregates see every row, also those that conditions exclude.</summary>
    private NumberDomain Aggregate(BoundAggregate node)
    {
        if (node.Kind == AggregateKind.Count || node.Selector is not { } selector)
            return new(Bounds.NonNegative, true);
        var value = new ExpressionRange(settled, null).Of(selector);
        return node.Kind switch
        {
            AggregateKind.Sum => value with { Bounds = new(value.Bounds.Low is { Sign: >= 0 } ? Rational.Zero : null, value.Bounds.High is { Sign: <= 0 } ? Rational.Zero : null) },
            AggregateKind.Average => value with { IsWhole = false },
            _ => value,
        };
    }

    private NumberDomain Call(BoundCall call)
    {
        var arguments = call.Arguments.Select(Of).ToList();
        var bounds = call.Function.Evaluate([.. arguments.Select(static argument => new NumberValue(argument.Bounds, Unknowns.None))]) is NumberValue number ? number.Bounds : Bounds.Everything;
        var isWhole = call.Function.Name switch
        {
            "min" or "max" => arguments.TrueForAll(static argument => argument.IsWhole),
            "四舍五入" => arguments.Count == 1 || arguments[1].Bounds is { IsPoint: true, High.Sign: <= 0 },
            "向下取整" or "向上取整" => arguments.Count == 1 || arguments[1] is { IsWhole: true, Bounds.IsPoint: true },
            _ => true,
        };
        return new(bounds, isWhole);
    }

    private static Rational? Greater(Rational? left, Rational? right) => left is not { } a ? right : right is { } b ? Rational.Max(a, b) : a;

    private static Rational? Lesser(Rational? left, Rational? right) => left is not { } a ? right : right is { } b ? Rational.Min(a, b) : a;
}
