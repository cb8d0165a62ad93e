// What a clause came to, as a value in another one, or in its own later years.
using Dsl.Ir.Schema;
using Dsl.Values.Types;

namespace Dsl.Ir.Nodes;

/// <summary>Which value of a clause is meant.</summary>
public enum ClauseValueKind
{
    /// <summary>What the clause comes to: after its caps, before 竞合; 0 where it is refused (条款 n 的金额).</summary>
    Amount,

    /// <summary>The largest net payment of an earlier year, 0 without one: 首次 of the clause itself.</summary>
    LargestReceipt,
}

/// <summary>A value of a clause of the same policy, for the subject as a whole.</summary>
/// <param name="kind">Which one.</param>
/// <param name="number">The clause's number.</param>
/// <param name="clause">The clause whose amount is meant; null for what the clause itself received.</param>
/// <param name="origin">Where it is written.</param>
public sealed class IrClauseValue(ClauseValueKind kind, string number, IrClause? clause, SourceLocation origin)
    : IrExpression(DslType.Money, origin)
{
    public ClauseValueKind Kind { get; } = kind;

    /// <summary>The clause's number.</summary>
    public string Number { get; } = number;

    /// <summary>The clause whose amount is meant, which never comes back to the one it is named in; null for receipts.</summary>
    public IrClause? Clause { get; } = clause;
}
