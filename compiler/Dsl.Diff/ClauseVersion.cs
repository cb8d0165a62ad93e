// What a clause decides, as a text that two programs share where the clause means the same: sheets that were handed out say for which
// version.
using Dsl.Ir.Nodes;

namespace Dsl.Diff;

/// <summary>The version of a clause.</summary>
public static class ClauseVersion
{
    /// <summary>
    /// The lines of a clause that decide, told in a fixed order; words that decide nothing, proofs and examples are no part of it.
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
