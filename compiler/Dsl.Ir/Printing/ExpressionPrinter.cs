// Expressions of the IR as text: fully bracketed, exact figures, one form per node.
using Dsl.Ir.Nodes;
using Dsl.Library.Types;
using Dsl.Library.Values;

namespace Dsl.Ir.Printing;

/// <summary>Writes expressions.</summary>
internal sealed class ExpressionPrinter : IrExpressionVisitor<int, string>
{
    /// <summary>The text of an expression.</summary>
    public static string Print(IrExpression expression) => new ExpressionPrinter().Visit(expression, 0);

    /// <inheritdoc/>
    protected override string Constant(IrConstant node, int context) => Value(node.Value, node.Type);

    /// <inheritdoc/>
    protected override string Fact(IrFact node, int context) => node.Field.Detail is { } detail ? $"{detail}.{node.Field.Name}" : node.Field.Name;

    /// <inheritdoc/>
    protected override string ParameterValue(IrParameterValue node, int context) => $"参数.{node.Parameter.Name}";

    /// <inheritdoc/>
    protected override string Context(IrContext node, int context) => node.Kind switch
    {
        IrContextKind.AsOfDate => "测算日",
        IrContextKind.ApplicationYear => "年度",
        IrContextKind.EffectiveDate => "施行日期",
        _ => "奖补",
    };

    /// <inheritdoc/>
    protected override string LocalValue(IrLocalValue node, int context) => $"令.{node.Local.Name}";

    /// <inheritdoc/>
    protected override string Arithmetic(IrArithmetic node, int context) => Infix(node.Left, node.Right, node.Operator switch
    {
        IrArithmeticOperator.Add => "+",
        IrArithmeticOperator.Subtract => "-",
        IrArithmeticOperator.Multiply => "*",
        _ => "/",
    });

    /// <inheritdoc/>
    protected override string Negate(IrNegate node, int context) => $"-{Visit(node.Operand, context)}";

    /// <inheritdoc/>
    protected override string DateShift(IrDateShift node, int context) => $"({Visit(node.Date, context)} 推移 {Visit(node.Amount, context)} {(node.InMonths ? "月" : "天")})";

    /// <inheritdoc/>
    protected override string Compare(IrCompare node, int context) => Infix(node.Left, node.Right, Sign(node.Operator));

    /// <inheritdoc/>
    protected override string SameText(IrSameText node, int context) => Infix(node.Left, node.Right, "=");

    /// <inheritdoc/>
    protected override string SameTruth(IrSameTruth node, int context) => Infix(node.Left, node.Right, "=");

    /// <inheritdoc/>
    protected override string Member(IrMember node, int context) =>
        $"({Visit(node.Operand, context)} 属于 [{string.Join(", ", node.Values)}{(node.IsOpen ? ", 等" : "")}])";

    /// <inheritdoc/>
    protected override string And(IrAnd node, int context) => $"({string.Join(" 且 ", node.Operands.Select(operand => Visit(operand, context)))})";

    /// <inheritdoc/>
    protected override string Or(IrOr node, int context) => $"({string.Join(" 或 ", node.Operands.Select(operand => Visit(operand, context)))})";

    /// <inheritdoc/>
    protected override string Not(IrNot node, int context) => $"非 {Visit(node.Operand, context)}";

    /// <inheritdoc/>
    protected override string Choose(IrChoose node, int context) =>
        $"(若 {Visit(node.Condition, context)} 则 {Visit(node.WhenTrue, context)} 否则 {Visit(node.WhenFalse, context)})";

    /// <inheritdoc/>
    protected override string Aggregate(IrAggregate node, int context)
    {
        var parts = new List<string> { node.Detail?.Name ?? node.Registry?.Name ?? "" };
        if (node.Selector is { } selector)
            parts.Add(Visit(selector, context));
        if (node.Filter is { } filter)
            parts.Add($"其中 {Visit(filter, context)}");
        var name = Dsl.Library.Functions.AggregateFunctions.All.First(function => function.Kind == node.Kind).Name;
        return $"{name}({string.Join(", ", parts)})";
    }

    /// <inheritdoc/>
    protected override string Call(IrCall node, int context) => $"{node.Function.Name}({string.Join(", ", node.Arguments.Select(argument => Visit(argument, context)))})";

    /// <summary>The sign of a comparison.</summary>
    public static string Sign(IrComparisonOperator op) => op switch
    {
        IrComparisonOperator.Equal => "=",
        IrComparisonOperator.NotEqual => "!=",
        IrComparisonOperator.Less => "<",
        IrComparisonOperator.LessOrEqual => "<=",
        IrComparisonOperator.Greater => ">",
        _ => ">=",
    };

    /// <summary>A certain value with its unit.</summary>
    public static string Value(Value value, DslType type) => value switch
    {
        NumberValue { Bounds.Low: { } number } => type switch
        {
            DateType => CivilDate.Format(CivilDate.FromNumber(number)),
            YearType => $"{number}年度",
            QuantityType { IsRatio: true } => $"{number * 100}%",
            QuantityType { Dimension: var dimension } => $"{number}{dimension}",
            _ => number.ToString(),
        },
        TruthValue truth => truth.Truth.Word(),
        TextValue { Text: { } text } => $"“{text}”",
        _ => "未知",
    };

    private string Infix(IrExpression left, IrExpression right, string sign) => $"({Visit(left, 0)} {sign} {Visit(right, 0)})";
}
