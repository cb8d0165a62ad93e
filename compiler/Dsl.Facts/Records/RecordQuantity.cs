// 数量 of 兑现记录: required where the clause counts something, in its unit.
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Ir.Facts;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Facts.Records;

/// <summary>Reads quantities of records.</summary>
public static class RecordQuantity
{
    /// <summary>The unit of a type of quantities; empty for plain numbers.</summary>
    public static string UnitOf(DslType type) => ValueText.UnitOf(type);

    /// <summary>The quantity; null for what caps took away, and (with a problem) where it is missing or cannot be read.</summary>
    /// <param name="clause">The number of the clause.</param>
    /// <param name="rowKey">事项行; null for the subject as a whole.</param>
    /// <param name="written">The cell.</param>
    /// <param name="type">What the clause counts in.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static Rational? Read(string clause, string? rowKey, string written, DslType type,
        List<(DataProblem Problem, string Column)> problems)
    {
        var isBlank = Identity.Of(written).Length == 0;
        if (isBlank && rowKey is not null && Identity.Same(rowKey, PaymentRecord.CutRow))
            return null;
        var reading = isBlank ? RowDiagnostics.QuantityMissing.With(clause, ValueText.Sample(type))
            : ValueReader.Read(written, type, Bounds.Everything);
        if (reading.Problem is { } problem)
            problems.Add((problem, RecordFields.Quantity));
        return (reading.Value as NumberValue)?.Bounds.Low;
    }
}
