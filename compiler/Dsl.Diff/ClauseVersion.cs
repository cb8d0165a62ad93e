// The meaning of a clause as a text, equal in two programs if the clause means the same: forms that were handed out state for which
// version they are.
using Dsl.Ir.Nodes;

namespace Dsl.Diff;

/// <summary>The version of a clause.</summary>
public static class ClauseVersion
{
    /// <summary>
    /// The lines of a clause that affect results, in a fixed order, without mere wording, proofs and examples.
    /// </summary>
    public static string TextOf(IrPolicy policy, IrClause clause)
    {
        var parts =
            new PolicyParts(new(new ExpressionKeys(), Renumbering.None), policy).Clauses().First(item => item.Clause == clause).Parts;
        return string.Join('\n',
            parts.Where(static part => part is { IsWording: false, IsCounted: false, Label: not "恒有" } && part.Text.Length > 0)
                .Select(static part => $"{part.Label} {part.Text}").Order(StringComparer.Ordinal));
    }
}
