// The value of an expression for one case: a value per fact.
using Dsl.Values.Terms;
using Dsl.Semantics.Bound;
using Dsl.Values.Exact;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>Evaluates expressions of a clause where facts have values.</summary>
/// <param name="known">The value of a fact, 参数, date, aggregate, or of any other expression; null where the case has none.</param>
internal sealed class CaseEvaluator(Func<BoundExpression, Value?> known)
{
    /// <summary>The number; null where the case does not determine it.</summary>
    public Rational? NumberOf(BoundExpression node) =>
        ValueOf(node) is NumberValue { Bounds: { IsPoint: true, Low: { } number } } ? number : null;

    /// <summary>The truth; null where the case does not determine it.</summary>
    public bool? TruthOf(BoundExpression node) => node switch
    {
        BoundNot n => !TruthOf(n.Operand),
        BoundLogical n => Join(n.IsAnd, [.. n.Operands.Select(TruthOf)]),
        BoundComparison n =>
            NumberOf(n.Left) is { } left && NumberOf(n.Right) is { } right ? Holds(n.Operator, left.CompareTo(right)) : null,
        BoundSameText n => ValueOf(n.Left) is TextValue left && ValueOf(n.Right) is TextValue right ? left.Text == right.Text : null,
        BoundSameTruth n => TruthOf(n.Left) is { } left && TruthOf(n.Right) is { } right ? left == right : null,
        BoundMembership n =>
            ValueOf(n.Operand) is TextValue { Text: { } text } ? n.Values.Contains(text) ? true : n.IsOpen ? null : false : null,
        _ => ValueOf(node) is TruthValue { IsCertain: true } truth ? truth.Truth == Truth.Yes : null,
    };

    /// <summary>The value; null where the case does not determine it.</summary>
    public Value? ValueOf(BoundExpression node) => node is BoundConstant constant ? constant.Value : known(node) ?? node switch
    {
        BoundLocal { Let.Value: var value } => ValueOf(value),
        BoundNegate n => NumberOf(n.Operand) is { } number ? NumberValue.Of(-number) : null,
        BoundArithmetic n => NumberOf(n.Left) is { } left && NumberOf(n.Right) is { } right ? Compute(n.Operator, left, right) : null,
        BoundConditional n => TruthOf(n.Condition) is { } holds ? ValueOf(holds ? n.WhenTrue : n.WhenFalse) : null,
        BoundTable n => RowOf(n) is { } row ? ValueOf(row.Result) : null,
        BoundDateShift n => NumberOf(n.Date) is { } date && NumberOf(n.Amount) is { } amount ? Shift(date, amount, n.InMonths) : null,
        BoundCall n => Call(n),
        BoundNot or BoundLogical or BoundComparison or BoundSameText or BoundSameTruth or BoundMembership =>
            TruthOf(node) is { } truth ? TruthValue.Of(truth) : null,
        _ => ConstantFolder.Fold(node),
    };

    private Value? Call(BoundCall call)
    {
        var arguments = call.Arguments.Select(ValueOf).OfType<Value>().ToList();
        return arguments.Count == call.Arguments.Length ? call.Function.Evaluate([.. arguments]) : null;
    }

    /// <summary>The one row that applies; null where a row is undetermined, or none applies, or several.</summary>
    private BoundTableRow? RowOf(BoundTable table)
    {
        BoundTableRow? found = null;
        foreach (var row in table.Rows)
        {
            var cells = row.Cells.OfType<BoundExpression>().Select(TruthOf).ToList();
            if (cells.Contains(false) || cells.Count == 0 && found is not null && ReferenceEquals(row, table.Rows[^1]))
                continue;
            if (cells.Contains(null) || found is not null)
                return null;
            found = row;
        }
        return found;
    }

    /// <summary>Whether a comparison holds for sides in an order (as <see cref="IComparable.CompareTo"/> says it).</summary>
    private static bool Holds(ComparisonOperator op, int order) => op switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };

    private static NumberValue Shift(Rational date, Rational amount, bool inMonths) => NumberValue.Of(CivilDate.ToNumber(
        inMonths ? CivilDate.AddMonths(CivilDate.FromNumber(date), amount) : CivilDate.FromNumber(date + amount)));

    private static bool? Join(bool isAnd, List<bool?> truths) =>
        truths.Contains(!isAnd) ? !isAnd : truths.Contains(null) ? null : isAnd;

    private static NumberValue? Compute(ArithmeticOperator op, Rational left, Rational right) => op switch
    {
        ArithmeticOperator.Add => NumberValue.Of(left + right),
        ArithmeticOperator.Subtract => NumberValue.Of(left - right),
        ArithmeticOperator.Multiply => NumberValue.Of(left * right),
        _ => right.IsZero ? null : NumberValue.Of(left / right),
    };
}
