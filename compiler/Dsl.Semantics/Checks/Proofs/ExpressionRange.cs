// Between which ends a number lies whatever the facts are, and of what it is a multiple: interval arithmetic over declared ranges.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>Ranges of expressions in a clause.</summary>
/// <param name="settled">What has a value.</param>
/// <param name="conditions">What holds where the expression is asked for: the conditions of the clause, then those of branches.</param>
internal sealed class ExpressionRange(Settled settled, TableDomain conditions)
{
    private const int LastYear = 9999;

    // 令 may read one another twice each.
    private readonly Dictionary<BoundLet, NumberDomain> _ofLocals = [];

    /// <summary>The range of a number.</summary>
    public NumberDomain Of(BoundExpression node)
    {
        if (settled.Of(node) is NumberValue { Bounds: { IsPoint: true, Low: { } known } })
            return NumberDomain.Of(known);
        switch (node)
        {
            case BoundConstant { Value: NumberValue { Bounds: { IsPoint: true, Low: { } number } } }:
                return NumberDomain.Of(number);
            case BoundFact { Field: var field }:
                return OfFact(field);
            case BoundIntrinsic { Name: ContextKind.AsOfDate } when settled.EffectiveDate is { } first:
                return new(new(CivilDate.ToNumber(first), CivilDate.ToNumber(settled.LastDay)), Rational.One);
            case BoundIntrinsic { Name: ContextKind.ApplicationYear } when settled.EffectiveDate is { } first:
                return new(new(first.Year, settled.LastDay.Year), Rational.One);
            case BoundHistory { Kind: var kind }:
                return new(Bounds.NonNegative, kind == HistoryKind.Amount ? new Rational(1, 100) : null);
            case BoundLocal { Let: var let }:
                return _ofLocals.TryGetValue(let, out var ofLocal) ? ofLocal : _ofLocals[let] = Of(let.Value);
            case BoundNegate n:
                var operand = Of(n.Operand);
                return operand with { Bounds = -operand.Bounds };
            case BoundArithmetic n:
                var result = Narrowed(n, Arithmetic(n.Operator, Of(n.Left), Of(n.Right)));
                return result with { Bounds = NumberLimits.Hold(result.Bounds) };
            case BoundConditional n:
                return Hull([Where(n.Condition, holds: true).Of(n.WhenTrue), Where(n.Condition, holds: false).Of(n.WhenFalse)]);
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
                case BoundLocal { Let.Value: var value }:
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

    /// <summary>Ranges in a branch, where the condition of the branch holds as well: 甲 - 乙 is not negative where 甲 超过 乙.</summary>
    private ExpressionRange Where(BoundExpression condition, bool holds) => new(settled, conditions.With(condition, holds));

    /// <summary>What the conditions leave of a range; what they exclude at its very end is left in where there is no next number.</summary>
    private NumberDomain Narrowed(BoundArithmetic node, NumberDomain domain)
    {
        foreach (var (op, constant) in new ImpliedBounds(conditions, this).Of(node))
        {
            var step = domain.Step is { Sign: > 0 } width && domain.Contains(constant) ? width : Rational.Zero;
            domain = op switch
            {
                ComparisonOperator.Greater => domain.Within(new(constant + step, null)),
                ComparisonOperator.GreaterOrEqual => domain.Within(new(constant, null)),
                ComparisonOperator.Less => domain.Within(new(null, constant - step)),
                ComparisonOperator.LessOrEqual => domain.Within(new(null, constant)),
                ComparisonOperator.Equal => domain.Within(Bounds.Exactly(constant)),
                _ => domain,
            };
        }
        return domain;
    }

    /// <summary>
    /// The declared 范围, else what input may be: money and counts from 0, ratios from 0 to 100%; less what conditions exclude.
    /// </summary>
    private NumberDomain OfFact(FieldSymbol field)
    {
        var domain = OfType(field.Type, isInput: true);
        if (field.DeclaredRange is { } declared)
            domain = domain with { Bounds = declared };
        return conditions.Facts.Sets.TryGetValue(field, out var left) ? domain.Within(new(left.Set.Low, left.Set.High)) : domain;
    }

    private static NumberDomain OfType(DslType type, bool isInput) => type switch
    {
        DateType => new(new(Rational.Zero, CivilDate.LastDay), Rational.One),
        YearType => new(new(Rational.One, LastYear), Rational.One),
        QuantityType { IsRatio: true } when isInput => new(new(Rational.Zero, Rational.One), null),
        QuantityType { Dimension.Factors: [{ Unit.Kind: UnitKind.Counting, Power: 1 }] } when isInput =>
            new(Bounds.NonNegative, Rational.One),
        QuantityType when isInput => new(Bounds.NonNegative, null),
        _ => new(Bounds.Everything, null),
    };

    private static NumberDomain Arithmetic(ArithmeticOperator op, NumberDomain left, NumberDomain right)
    {
        var step = NumberDomain.CommonStep(left.Step, right.Step);
        return op switch
        {
            ArithmeticOperator.Add => new(left.Bounds + right.Bounds, step),
            ArithmeticOperator.Subtract => new(left.Bounds - right.Bounds, step),
            ArithmeticOperator.Multiply => new(left.Bounds * right.Bounds, left.Step * right.Step),
            // A divisor of 0 gives no value at all: what is left of [0, ∞) is positive, its reciprocal any positive number.
            _ when right.Bounds is { Low.Sign: >= 0 } divisor => new(
                left.Bounds * new Bounds(divisor.High is { Sign: > 0 } high ? Rational.One / high : Rational.Zero,
                    divisor.Low is { Sign: > 0 } low ? Rational.One / low : null),
                Quotient(left, right)),
            _ => new(left.Bounds / right.Bounds, Quotient(left, right)),
        };
    }

    private static Rational? Quotient(NumberDomain left, NumberDomain right) =>
        right.Bounds is { IsPoint: true, Low: { IsZero: false } divisor } ? left.Step / Rational.Max(divisor, -divisor) : null;

    private static NumberDomain Hull(IReadOnlyList<NumberDomain> domains) =>
        domains.Aggregate(static (left, right) => new(left.Bounds.Hull(right.Bounds), NumberDomain.CommonStep(left.Step, right.Step)));

    /// <summary>Aggregates see every row, also those that conditions exclude, but for their own.</summary>
    private NumberDomain Aggregate(BoundAggregate node)
    {
        if (node.Kind == AggregateKind.Count || node.Selector is not { } selector)
            return new(Bounds.NonNegative, Rational.One);
        var rows = TableDomain.Any(conditions.Facts.Source);
        var value = new ExpressionRange(settled, node.Filter is { } filter ? rows.With(filter, mustHold: true) : rows).Of(selector);
        return node.Kind switch
        {
            AggregateKind.Sum => value with { Bounds = new(value.Bounds.Low is { Sign: >= 0 } ? Rational.Zero : null,
                value.Bounds.High is { Sign: <= 0 } ? Rational.Zero : null) },
            AggregateKind.Average => value with { Step = null },
            _ => value,
        };
    }

    private NumberDomain Call(BoundCall call)
    {
        var arguments = call.Arguments.Select(Of).ToList();
        var bounds =
            call.Function.Evaluate([.. arguments.Select(static argument => new NumberValue(argument.Bounds, Unknowns.None))])
                is NumberValue number
                ? number.Bounds
                : Bounds.Everything;
        var second = arguments.Count < 2 ? null : arguments[1].Bounds is { IsPoint: true, Low: { } known } ? known : (Rational?)null;
        var step = call.Function.Meaning switch
        {
            ExtremeMeaning => arguments.Select(static argument => argument.Step).Aggregate(NumberDomain.CommonStep),
            RoundingMeaning rounding when arguments.Count > 1 => second is { } said ? rounding.StepOf(said) : null,
            RoundingMeaning or CalendarMeaning => Rational.One,
            _ => null,
        };
        return new(bounds, step);
    }
}
