// Maps numbers of the old version to those of the new one, so that references to a renumbered clause are not reported as changes.
using Dsl.Ir.Nodes;

namespace Dsl.Diff;

/// <summary>Maps numbers of policies and clauses.</summary>
internal sealed class Renumbering
{
    private readonly Dictionary<(string Policy, string? Clause), (string Policy, string? Clause)> _numbers = [];

    /// <summary>Nothing has another number.</summary>
    public static Renumbering None { get; } = new();

    /// <summary>Notes what became of a policy.</summary>
    public void Add(IrPolicy old, IrPolicy @new) => _numbers[(old.Number, null)] = (@new.Number, null);

    /// <summary>Notes what became of a clause.</summary>
    public void Add(IrPolicy oldPolicy, IrClause old, IrPolicy newPolicy, IrClause @new) =>
        _numbers[(oldPolicy.Number, old.Number)] = (newPolicy.Number, @new.Number);

    /// <summary>The number in the new version; the same where nothing is known of it.</summary>
    public (string Policy, string? Clause) Of(string policy, string? clause) =>
        _numbers.TryGetValue((policy, clause), out var known) ? known
        : clause is not null && _numbers.TryGetValue((policy, null), out var moved) ? (moved.Policy, clause)
        : (policy, clause);
}
