// What a result counts beyond what is recorded: 数量 of 兑现记录, row by row.
using Dsl.Ir.Facts;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Batch.Publishing;

/// <summary>Computes differences between the quantities of results and records.</summary>
internal static class QuantityDifference
{
    /// <summary>
    /// What is to be added per 事项行; nothing where records and result agree. A clause that pays nothing counts nothing; what is still
    /// open takes nothing back.
    /// </summary>
    public static Dictionary<string, Rational> Of(PublishedClause clause, IReadOnlyDictionary<string, Rational> recorded)
    {
        if (clause.IsPaidElsewhere || (!clause.Counts && recorded.Count == 0))
            return [];
        var isPaid = clause.Lines.Exists(static line => line.IsOpen)
            || clause.Lines.Aggregate(Rational.Zero, static (sum, line) => sum + (line.Amount.Low ?? Rational.Zero)).Sign > 0;
        var due = new Dictionary<string, Rational>(StringComparer.Ordinal);
        foreach (var line in clause.Lines.Where(static line => line.RowKey != PaymentRecord.CutRow))
        {
            var counted = isPaid && line.Status != ClauseStatus.Displaced ? line.Quantity ?? Rational.Zero : Rational.Zero;
            due[line.RowKey] = line.IsOpen ? Rational.Max(counted, recorded.GetValueOrDefault(line.RowKey)) : counted;
        }
        return due.Keys.Union(recorded.Keys)
            .Select(rowKey => (RowKey: rowKey, Difference: due.GetValueOrDefault(rowKey) - recorded.GetValueOrDefault(rowKey)))
            .Where(static row => !row.Difference.IsZero)
            .ToDictionary(static row => row.RowKey, static row => row.Difference, StringComparer.Ordinal);
    }
}
