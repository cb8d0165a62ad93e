// The value of an expression for one case: a value per fact.
using Dsl.Library.Values;
using Dsl.Semantics.Binding;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Checks.Tables;
using Dsl.Semantics.Symbols;

namespace Dsl.Semantics.Checks.Conditions;

/// <summary>Evaluates expressions of a clause where facts have values. Dates, aggregates and rows have none here.</summary>
/// <param name="facts">The value of a fact; null where the case has none.</param>
/// <param name="parameters">The value of a 参数; null where it has none.</param>
internal sealed class CaseEvaluator(Func<FieldSymbol, Value?> facts, Func<ParameterSymbol, Value?> parameters)
{
    /// <summary>The number; null where the case does not tell.</summary>
    public Rational? NumberOf(BoundExpression node) => ValueOf(node) is NumberValue { Bounds: { IsPoint: true, Low: { } number } } ? number : null;

    /// <summary>The truth; null where the case does not tell.</summary>
    public bool? TruthOf(BoundExpression node) => node switch
    {
        BoundNot n => !TruthOf(n.Operand),
        BoundLogical n => Join(n.IsAnd, [.. n.Operands.Select(TruthOf)]),
        BoundComparison n => NumberOf(n.Left) is { } left && NumberOf(n.Right) is { } right ? CellTruth.Holds(n.Operator, left.CompareTo(right)) : null,
        BoundSameText n => ValueOf(n.Left) is TextValue left && ValueOf(n.Right) is TextValue right ? left.Text == right.Text : null,
        BoundSameTruth n => TruthOf(n.Left) is { } left && TruthOf(n.Right) is { } right ? left == right : null,
        BoundMembership n => ValueOf(n.Operand) is TextValue { Text: { } text } ? n.Values.Contains(text) ? true : n.IsOpen ? null : false : null,
        _ => ValueOf(node) is TruthValue { IsCertain: true } truth ? truth.Truth == Truth.Yes : null,
    };

    private Value? ValueOf(BoundExpression node) => node switch
    {
        BoundFact fact => facts(fact.Field),
        BoundParameter parameter => parameters(parameter.Parameter),
        BoundLocal { Local.Value: { } value } => ValueOf(value),
        BoundNegate n => NumberOf(n.Operand) is { } number ? NumberValue.Of(-number) : null,
        BoundArithmetic n => NumberOf(n.Left) is { } left && NumberOf(n.Right) is { } right ? Compute(n.Operator, left, right) : null,
        BoundConditional n => TruthOf(n.Condition) is { } holds ? ValueOf(holds ? n.WhenTrue : n.WhenFalse) : null,
        BoundTable n => RowOf(n) is { } row ? ValueOf(row.Result) : null,
        BoundCall n => Call(n),
        BoundNot or BoundLogical or BoundComparison or BoundSameText or BoundSameTruth or BoundMembership => TruthOf(node) is { } truth ? TruthValue.Of(truth) : null,
        _ => ConstantFolder.Fold(node),
    };

    private Value? Call(BoundCall call)
    {
        var arguments = call.Arguments.Select(ValueOf).OfType<Value>().ToList();
        return arguments.Count == call.Arguments.Length ? call.Function.Evaluate([.. arguments]) : null;
    }

    /// <summary>The first row that holds; null where a cell before it cannot be told.</summary>
    private BoundTableRow? RowOf(BoundTable table)
    {
        foreach (var row in table.Rows)
        {
            var cells = row.Cells.OfType<BoundExpression>().Select(TruthOf).ToList();
            if (!cells.Contains(false))
                return cells.Contains(null) ? null : row;
        }
        return null;
    }

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
