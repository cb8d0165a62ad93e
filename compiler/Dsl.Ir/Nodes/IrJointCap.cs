// 合计上限: what several clauses of a policy may come to together.
using System.Collections.Immutable;
using Dsl.Ir.Schema;

namespace Dsl.Ir.Nodes;

/// <summary>合计上限, per subject and year. Reference identity.</summary>
/// <param name="text">The clauses as written: 条款 2、3, or 全部.</param>
/// <param name="subject">Whose facts the amount is computed from.</param>
/// <param name="clauses">The clauses, in the order that breaks ties: as named, for 全部 as they stand in the file.</param>
/// <param name="limit">Money.</param>
public sealed class IrJointCap(string text, IrSubject subject, ImmutableArray<IrClause> clauses, IrExpression limit)
{
    /// <summary>The clauses as written.</summary>
    public string Text { get; } = text;

    /// <summary>Whose facts <see cref="Limit"/> reads.</summary>
    public IrSubject Subject { get; } = subject;

    /// <summary>The clauses, in the order that breaks ties.</summary>
    public ImmutableArray<IrClause> Clauses { get; } = clauses;

    /// <summary>Those that are paid before the others, in this order; the rest bears the cut in proportion.</summary>
    public ImmutableArray<IrClause> First { get; init; } = [];

    /// <summary>The amount.</summary>
    public IrExpression Limit { get; } = limit;

    /// <summary>令 that <see cref="Limit"/> uses, each after those that it uses.</summary>
    public ImmutableArray<IrLocal> Locals { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"合计上限 {Text}";
}
