// 数量 of a result as text.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Facts.Results;

/// <summary>Writes quantities that a clause counts.</summary>
internal static class QuantityText
{
    /// <summary>With the unit of the clause, such as 12个月; null where nothing is counted.</summary>
    public static string? Of(IrClause clause, Bounds? quantity) =>
        quantity is { } known && clause.Frequency.Allowance is { } allowance ? QuantityFormat.Display(known, allowance.Type) : null;
}
