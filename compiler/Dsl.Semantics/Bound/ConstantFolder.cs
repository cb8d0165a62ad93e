// Values of expressions that depend on nothing: figures, signs, arithmetic, moved dates.
using Dsl.Values.Terms;
using Dsl.Values.Exact;

namespace Dsl.Semantics.Bound;

/// <summary>Folds constant expressions.</summary>
public static class ConstantFolder
{
    /// <summary>The value of an expression that depends on no fact, parameter or date; null otherwise.</summary>
    public static Value? Fold(BoundExpression expression) => expression switch
    {
        BoundConstant constant => constant.Value,
        BoundLocal { Let.Value: var value } => Fold(value),
        _ => Number(expression) is { } number ? NumberValue.Of(number) : null,
    };

    /// <summary>The number that an expression always is; null where it depends on something.</summary>
    public static Rational? Number(BoundExpression expression) => expression switch
    {
        BoundConstant { Value: NumberValue { Bounds.Low: { } value } } => value,
        BoundLocal { Let.Value: var value } => Number(value),
        BoundNegate negate => -Number(negate.Operand),
        BoundArithmetic arithmetic => Number(arithmetic.Left) is { } left && Number(arithmetic.Right) is { } right
            && Compute(arithmetic.Operator, left, right) is { } result
            && NumberLimits.Holds(result) ? result : null,
        BoundDateShift shift => Number(shift.Date) is { } date && Number(shift.Amount) is { } amount
            ? shift.InMonths ? CivilDate.ToNumber(CivilDate.AddMonths(CivilDate.FromNumber(date), amount)) : date + amount : null,
        BoundCall call => FoldCall(call),
        _ => null,
    };

    private static Rational? FoldCall(BoundCall call)
    {
        var arguments = call.Arguments.Select(Fold).ToList();
        return !arguments.Contains(null)
            && call.Function.Evaluate([.. arguments.OfType<Value>()]) is NumberValue { IsCertain: true, Bounds.Low: { } value }
            ? value
            : null;
    }

    /// <summary>Whether an operation of constants has a result that is no longer computed with.</summary>
    public static bool IsBeyondLimits(BoundArithmetic arithmetic) =>
        Number(arithmetic.Left) is { } left && Number(arithmetic.Right) is { } right
        && Compute(arithmetic.Operator, left, right) is { } result && !NumberLimits.Holds(result);

    private static Rational? Compute(ArithmeticOperator op, Rational left, Rational right) => op switch
    {
        ArithmeticOperator.Add => left + right,
        ArithmeticOperator.Subtract => left - right,
        ArithmeticOperator.Multiply => left * right,
        _ => right.IsZero ? null : left / right,
    };
}
