// Where an expression stands: in the table of subjects, in that of rows under 每个, or among the rows of an aggregate.
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Sql.Tables;

namespace Dsl.Sql.Expressions;

/// <summary>A place.</summary>
/// <param name="Table">The table that is written.</param>
/// <param name="Policy">The policy of the clause.</param>
/// <param name="Subjects">The place of the subject; null where this is it.</param>
/// <param name="Detail">Whose rows the table has; null for subjects.</param>
internal sealed record SqlPlace(SqlTable Table, IrPolicy Policy, SqlPlace? Subjects, IrDetail? Detail)
{
    /// <summary>Whether the rows are those of an aggregate.</summary>
    public bool IsAggregate { get; init; }

    /// <summary>The detail of 每个, of whose row nothing is known here: there is none.</summary>
    public IrDetail? RowIsUnknown { get; init; }

    /// <summary>The place of the subject.</summary>
    public SqlPlace OfSubject => Subjects ?? this;

    /// <summary>Whether a node reads the row of a detail; aggregates over the detail read rows of their own.</summary>
    public static bool Reads(IrExpression node, IrDetail detail)
    {
        var left = new Stack<(IrExpression Node, bool InOwnRows)>([(node, false)]);
        var seen = new HashSet<(IrExpression, bool)>();
        while (left.TryPop(out var next))
        {
            if (!seen.Add(next))
                continue;
            if (next is (IrFact fact, false) && fact.Field.Detail == detail.Name)
                return true;
            // A 令 is that of the clause, wherever it is named.
            var inOwnRows = next.Node is not IrLocalValue
                && (next.InOwnRows || next.Node is IrAggregate aggregate && ReferenceEquals(aggregate.Detail, detail));
            foreach (var part in IrWalk.Parts(next.Node))
                left.Push((part, inOwnRows));
        }
        return false;
    }
}
