// IR expressions as text: every bracket and every default written out, so that two programs can be compared line by line.
using Dsl.Ir.Nodes;
using Dsl.Library.Types;
using Dsl.Library.Values;

namespace Dsl.Ir.Printing;

/// <summary>
/// Writes expressions. Facts of the subject are .name, facts of a row detail.name, parameters $name, 令 %name, inputs of the
/// evaluation @name; numbers are exact fractions in the base unit.
/// </summary>
internal sealed class ExpressionText : IrExpressionVisitor<int, string>
{
    private static readonly ExpressionText Instance = new();

    /// <summary>The text of an expression.</summary>
    public static string Of(IrExpression expression) => Instance.Visit(expression, 0);

    /// <inheritdoc/>
    protected override string Constant(IrConstant node, int context) => Constant(node.Value, node.Type);

    /// <summary>The text of a certain value.</summary>
    public static string Constant(Value value, DslType type) => value switch
    {
        NumberValue { Bounds: { Low: { } number, IsPoint: true } } => type is DateType ? CivilDate.Format(CivilDate.FromNumber(number)) : number.ToString(),
        NumberValue { Bounds: var bounds } => $"[{bounds.Low?.ToString() ?? "-∞"}, {bounds.High?.ToString() ?? "∞"}]",
        TruthValue truth => truth.Truth.Word(),
        TextValue { Text: { } text } => $"\"{text}\"",
        _ => "未知",
    };

    /// <inheritdoc/>
    protected override string Fact(IrFact node, int context) => $"{node.Field.Detail}.{node.Field.Name}";

    /// <inheritdoc/>
    protected override string ParameterValue(IrParameterValue node, int context) => "$" + node.Parameter.Name;

    /// <inheritdoc/>
    protected override string Context(IrContext node, int context) => node.Kind switch
    {
        IrContextKind.AsOfDate => "@测算日",
        IrContextKind.ApplicationYear => "@年度",
        IrContextKind.EffectiveDate => "@施行日期",
        _ => "@奖补",
    };

    /// <inheritdoc/>
    protected override string LocalValue(IrLocalValue node, int context) => "%" + node.Local.Name;

    /// <inheritdoc/>
    protected override string Arithmetic(IrArithmetic node, int context) => Infix(node.Left, node.Operator switch
    {
        IrArithmeticOperator.Add => "+",
        IrArithmeticOperator.Subtract => "-",
        IrArithmeticOperator.Multiply => "*",
        _ => "/",
    }, node.Right);

    /// <inheritdoc/>
    protected override string Negate(IrNegate node, int context) => $"(-{Of(node.Operand)})";

    /// <inheritdoc/>
    protected override string DateShift(IrDateShift node, int context) =>
        $"shift({Of(node.Date)}, {Of(node.Amount)} {(node.InMonths ? "months" : "days")})";

    /// <inheritdoc/>
    protected override string Compare(IrCompare node, int context) => Infix(node.Left, Symbol(node.Operator), node.Right);

    /// <summary>The symbol of a comparison.</summary>
    public static string Symbol(IrComparisonOperator comparison) => comparison switch
    {
        IrComparisonOperator.Equal => "=",
        IrComparisonOperator.NotEqual => "!=",
        IrComparisonOperator.Less => "<",
        IrComparisonOperator.LessOrEqual => "<=",
        IrComparisonOperator.Greater => ">",
        _ => ">=",
    };

    /// <inheritdoc/>
    protected override string SameText(IrSameText node, int context) => Infix(node.Left, "==", node.Right);

    /// <inheritdoc/>
    protected override string SameTruth(IrSameTruth node, int context) => Infix(node.Left, "<=>", node.Right);

    /// <inheritdoc/>
    protected override string Member(IrMember node, int context) =>
        $"({Of(node.Operand)} in [{string.Join(", ", node.Values.Select(static value => $"\"{value}\""))}{(node.IsOpen ? ", …" : "")}])";

    /// <inheritdoc/>
    protected override string And(IrAnd node, int context) => $"({string.Join(" and ", node.Operands.Select(Of))})";

    /// <inheritdoc/>
    protected override string Or(IrOr node, int context) => $"({string.Join(" or ", node.Operands.Select(Of))})";

    /// <inheritdoc/>
    protected override string Not(IrNot node, int context) => $"(not {Of(node.Operand)})";

    /// <inheritdoc/>
    protected override string Choose(IrChoose node, int context) =>
        $"(if {Of(node.Condition)} then {Of(node.WhenTrue)} else {Of(node.WhenFalse)})";

    /// <inheritdoc/>
    protected override string Aggregate(IrAggregate node, int context)
    {
        var selector = node.Selector is { } value ? ", " + Of(value) : "";
        var filter = node.Filter is { } condition ? ", where " + Of(condition) : "";
        return $"{node.Kind}({node.Detail?.Name ?? "registry of " + node.Registry?.Name}{selector}{filter})";
    }

    /// <inheritdoc/>
    protected override string Call(IrCall node, int context) => $"{node.Function.Name}({string.Join(", ", node.Arguments.Select(Of))})";

    private static string Infix(IrExpression left, string symbol, IrExpression right) => $"({Of(left)} {symbol} {Of(right)})";
}
