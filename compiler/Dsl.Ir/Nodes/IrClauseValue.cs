// What a clause came to, as a value in another one, or in its own later years.
using Dsl.Ir.Schema;
using Dsl.Values.Types;

namespace Dsl.Ir.Nodes;

/// <summary>Which value of a clause is meant.</summary>
public enum ClauseValueKind
{
    /// <summary>The largest net payment of an earlier year, 0 without one: 首次 of the clause itself.</summary>
    LargestReceipt,
}

/// <summary>A value of a clause of the same policy, for the subject as a whole.</summary>
/// <param name="kind">Which one.</param>
/// <param name="number">The clause's number.</param>
/// <param name="origin">Where it is written.</param>
public sealed class IrClauseValue(ClauseValueKind kind, string number, SourceLocation origin) : IrExpression(DslType.Money, origin)
{
    public ClauseValueKind Kind { get; } = kind;

    /// <summary>The clause's number.</summary>
    public string Number { get; } = number;
}
