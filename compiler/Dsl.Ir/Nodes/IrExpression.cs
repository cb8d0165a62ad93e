// The expressions of the IR: few, exact, explicit. Conversions, units and defaults are resolved before;
// nothing rounds but IrCall of a rounding function.
using System.Collections.Immutable;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Ir.Nodes;

/// <summary>An expression. Identity is by reference: explanations and back ends key on the node.</summary>
public abstract class IrExpression
{
    private protected IrExpression(DslType type, SourceLocation origin) => (Type, Origin) = (type, origin);

    public DslType Type { get; }

    public SourceLocation Origin { get; }
}

/// <summary>A constant.</summary>
public sealed class IrConstant(Value value, DslType type, SourceLocation origin) : IrExpression(type, origin)
{
    /// <summary>The value; certain.</summary>
    public Value Value { get; } = value;
}

/// <summary>A fact of the subject, or of the current row where <see cref="Field"/> belongs to a detail.</summary>
public sealed class IrFact(IrField field, SourceLocation origin) : IrExpression(field.Type, origin)
{
    /// <summary>The field; <see cref="IrField.Detail"/> says whether of the subject or of the row.</summary>
    public IrField Field { get; } = field;
}

/// <summary>The value of a 参数 on the as-of date, or an external one.</summary>
public sealed class IrParameterValue(IrParameter parameter, SourceLocation origin) : IrExpression(parameter.Type, origin)
{
    public IrParameter Parameter { get; } = parameter;
}

/// <summary>A value that comes from the evaluation itself.</summary>
public sealed class IrContext(ContextKind kind, DslType type, SourceLocation origin) : IrExpression(type, origin)
{
    public ContextKind Kind { get; } = kind;
}

/// <summary>A reference to a 令 of the clause; evaluated once per frame (subject, or row).</summary>
public sealed class IrLocalValue(IrLocal local, SourceLocation origin) : IrExpression(local.Value.Type, origin)
{
    /// <summary>The 令.</summary>
    public IrLocal Local { get; } = local;
}

/// <summary>Arithmetic on numbers (also: date − date in days, year ± years).</summary>
public sealed class IrArithmetic(ArithmeticOperator op, IrExpression left, IrExpression right, DslType type, SourceLocation origin)
    : IrExpression(type, origin)
{
    public ArithmeticOperator Operator { get; } = op;

    public IrExpression Left { get; } = left;

    public IrExpression Right { get; } = right;
}

/// <summary>−x.</summary>
public sealed class IrNegate(IrExpression operand, SourceLocation origin) : IrExpression(operand.Type, origin)
{
    public IrExpression Operand { get; } = operand;
}

/// <summary>A date moved by whole months or by days (years are lowered to months × 12).</summary>
public sealed class IrDateShift(IrExpression date, IrExpression amount, bool inMonths, SourceLocation origin)
    : IrExpression(DslType.Date, origin)
{
    public IrExpression Date { get; } = date;

    /// <summary>How far, in months or days; negative for earlier.</summary>
    public IrExpression Amount { get; } = amount;

    /// <summary>Months (the month's last day where the target is too short) rather than days.</summary>
    public bool InMonths { get; } = inMonths;
}

/// <summary>A comparison of two numbers with the same unit: 是/否 when it is so for every pair within the bounds, else 未知.</summary>
public sealed class IrCompare(ComparisonOperator op, IrExpression left, IrExpression right, SourceLocation origin)
    : IrExpression(DslType.Truth, origin)
{
    public ComparisonOperator Operator { get; } = op;

    public IrExpression Left { get; } = left;

    public IrExpression Right { get; } = right;
}

/// <summary>Whether two texts (or list values) are the same.</summary>
public sealed class IrSameText(IrExpression left, IrExpression right, SourceLocation origin) : IrExpression(DslType.Truth, origin)
{
    public IrExpression Left { get; } = left;

    public IrExpression Right { get; } = right;
}

/// <summary>Whether two truths are the same (x = 是, x = y).</summary>
public sealed class IrSameTruth(IrExpression left, IrExpression right, SourceLocation origin) : IrExpression(DslType.Truth, origin)
{
    public IrExpression Left { get; } = left;

    public IrExpression Right { get; } = right;
}

/// <summary>
/// x 属于 [values]. A known value outside an open list (等) is 未知 with <see cref="UnknownKind.OpenList"/>.
/// 不属于 is lowered to <see cref="IrNot"/>.
/// </summary>
public sealed class IrMember(IrExpression operand, ImmutableArray<string> values, bool isOpen, SourceLocation origin)
    : IrExpression(DslType.Truth, origin)
{
    /// <summary>The text or list value.</summary>
    public IrExpression Operand { get; } = operand;

    public ImmutableArray<string> Values { get; } = values;

    /// <summary>Whether the list ends in 等.</summary>
    public bool IsOpen { get; } = isOpen;
}

/// <summary>且 over two or more (chains are flat).</summary>
public sealed class IrAnd(ImmutableArray<IrExpression> operands, SourceLocation origin) : IrExpression(DslType.Truth, origin)
{
    /// <summary>The operands, in the order written.</summary>
    public ImmutableArray<IrExpression> Operands { get; } = operands;
}

/// <summary>或 over two or more (chains are flat).</summary>
public sealed class IrOr(ImmutableArray<IrExpression> operands, SourceLocation origin) : IrExpression(DslType.Truth, origin)
{
    /// <summary>The operands, in the order written.</summary>
    public ImmutableArray<IrExpression> Operands { get; } = operands;
}

/// <summary>非.</summary>
public sealed class IrNot(IrExpression operand, SourceLocation origin) : IrExpression(DslType.Truth, origin)
{
    public IrExpression Operand { get; } = operand;
}

/// <summary>
/// 若 c 则 a 否则 b. Under an unknown condition the value is the hull of both branches (numbers), 未知 unless both agree (truths, texts).
/// </summary>
public sealed class IrChoose(IrExpression condition, IrExpression whenTrue, IrExpression whenFalse, SourceLocation origin)
    : IrExpression(whenTrue.Type, origin)
{
    public IrExpression Condition { get; } = condition;

    /// <summary>The value where it holds.</summary>
    public IrExpression WhenTrue { get; } = whenTrue;

    /// <summary>The value where it does not.</summary>
    public IrExpression WhenFalse { get; } = whenFalse;
}

/// <summary>
/// A decision table: the value of the only row that applies, independent of row order. If no row applies the value is 未知
/// (<see cref="UnknownKind.NoTableRow"/>), also if several apply with different values (<see cref="UnknownKind.SeveralTableRows"/>).
/// While several rows may apply the value is their hull (numbers), 未知 unless they agree (truths, texts); if the
/// table may have gaps, nothing is known then. If rows are proved disjoint, the first certain row ends the search.
/// </summary>
public sealed class IrTable(string name, ImmutableArray<IrTableRow> rows, bool isComplete, bool isDisjoint, DslType type,
    SourceLocation origin)
    : IrExpression(type, origin)
{
    /// <summary>What it is called where it cannot answer: its columns and its line.</summary>
    public string Name { get; } = name;

    /// <summary>The rows in the order written.</summary>
    public ImmutableArray<IrTableRow> Rows { get; } = rows;

    /// <summary>Whether it is proved, or written as 其余情形, that some row applies to every case.</summary>
    public bool IsComplete { get; } = isComplete;

    /// <summary>
    /// Whether it is proved that no two rows apply to one case: then a row that certainly applies decides, without the others.
    /// </summary>
    public bool IsDisjoint { get; } = isDisjoint;
}

/// <summary>A row of a decision table.</summary>
/// <param name="Test">Its condition; null for 其余情形, the last row, which applies if no other row does.</param>
/// <param name="Text">Its condition in the users' words (入选级别 = 国家 且 投入 1000万元以上).</param>
/// <param name="Value">Its result.</param>
/// <param name="Origin">Where it is written.</param>
public sealed record IrTableRow(IrExpression? Test, string Text, IrExpression Value, SourceLocation Origin);

/// <summary>An aggregate over the subject's rows of a detail, or (in 目标) over all subjects of the registry.</summary>
public sealed class IrAggregate(
    AggregateKind kind, IrDetail? detail, IrSubject? registry, IrExpression? selector, IrExpression? filter, DslType type,
    SourceLocation origin)
        : IrExpression(type, origin)
{
    public AggregateKind Kind { get; } = kind;

    /// <summary>The detail; null where <see cref="Registry"/> is meant. In 目标 a detail means the rows of all subjects.</summary>
    public IrDetail? Detail { get; } = detail;

    /// <summary>The kind of subject counted over the whole registry; only in 目标.</summary>
    public IrSubject? Registry { get; } = registry;

    /// <summary>The value per row; null for 计数 and 存在.</summary>
    public IrExpression? Selector { get; } = selector;

    /// <summary>Which rows count; null for all.</summary>
    public IrExpression? Filter { get; } = filter;
}

/// <summary>A builtin function.</summary>
public sealed class IrCall(BuiltinFunction function, ImmutableArray<IrExpression> arguments, DslType type, SourceLocation origin)
    : IrExpression(type, origin)
{
    public BuiltinFunction Function { get; } = function;

    public ImmutableArray<IrExpression> Arguments { get; } = arguments;
}
