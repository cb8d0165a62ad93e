// Whether a cell holds for one value of its column. A cell is a truth over the column and constants.
using Dsl.Library.Values;
using Dsl.Semantics.Binding.Bound;

namespace Dsl.Semantics.Checks.Tables;

/// <summary>Evaluates the cells of one column where the column has one value.</summary>
internal sealed class CellTruth(BoundExpression column, Value value)
{
    /// <summary>The truth of a cell; null where it reads anything but the column and constants.</summary>
    public bool? Of(BoundExpression cell) => cell switch
    {
        BoundComparison n when NumberOf(n.Left) is { } left && NumberOf(n.Right) is { } right => Holds(n.Operator, left.CompareTo(right)),
        BoundSameText n when ValueOf(n.Left) is TextValue left && ValueOf(n.Right) is TextValue right => left.Text == right.Text,
        BoundSameTruth n when ValueOf(n.Left) is TruthValue left && ValueOf(n.Right) is TruthValue right => left.Truth == right.Truth,
        BoundMembership { IsOpen: false } n when ValueOf(n.Operand) is TextValue { Text: { } text } => n.Values.Contains(text),
        BoundNot n => !Of(n.Operand),
        BoundLogical n => Join(n.IsAnd, [.. n.Operands.Select(Of)]),
        _ => ValueOf(cell) is TruthValue truth ? truth.Truth == Truth.Yes : null,
    };

    private static bool? Join(bool isAnd, List<bool?> truths) =>
        truths.Contains(null) ? null : isAnd ? !truths.Contains(false) : truths.Contains(true);

    /// <summary>Whether a comparison holds for sides in an order (as <see cref="IComparable.CompareTo"/> says it).</summary>
    internal static bool Holds(ComparisonOperator op, int order) => op switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };

    private Rational? NumberOf(BoundExpression node) => ValueOf(node) is NumberValue { Bounds: { IsPoint: true, Low: { } number } } ? number : null;

    private Value? ValueOf(BoundExpression node) =>
        node is BoundConstant constant ? constant.Value : IsColumn(node, column) ? value : null;

    /// <summary>Whether a node reads the column: the same fact, or the same 令.</summary>
    public static bool IsColumn(BoundExpression node, BoundExpression column) =>
        ReferenceEquals(node, column)
        || (node is BoundFact fact && column is BoundFact asked && fact.Field == asked.Field)
        || (node is BoundLocal local && column is BoundLocal named && ReferenceEquals(local.Local, named.Local));
}
