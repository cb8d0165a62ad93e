// What a result makes due beyond what is recorded: the difference, row by row, that brings the records to the result.
using Dsl.Ir.Facts;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Batch.Publishing;

/// <summary>Computes differences between results and records.</summary>
/// <remarks>
/// Rows are recorded with their amounts before the caps of the subject, and what the caps take away as a record of its own, as in the
/// result: so the records of a clause sum up to what was paid (累计上限), and each row that was paid for counts as paid (每次, 最多 N年).
/// A clause that pays nothing leaves no records: its years do not count as paid. What is still open (资料不全, 待核定) never takes
/// anything back that lies within its bounds.
/// </remarks>
internal static class PaymentDifference
{
    /// <summary>What is to be added per 事项行; nothing where records and result agree.</summary>
    public static IEnumerable<(string RowKey, Rational Amount)> Of(PublishedClause clause, IReadOnlyDictionary<string, Rational> recorded)
    {
        if (clause.IsPaidElsewhere || (clause.Lines is [{ RowKey: "", IsOpen: true }] && recorded.Keys.Any(static key => key.Length > 0)))
            return [];
        Rational Recorded(string key) => recorded.GetValueOrDefault(key);
        var rows = clause.Lines.Where(static line => line.RowKey != PaymentRecord.CutRow).ToList();
        var due = rows
            .Select(line =>
                (line.RowKey, Amount: line.Status == ClauseStatus.Displaced ? Rational.Zero : Within(line.Amount, Recorded(line.RowKey))))
            .ToList();
        var (sum, paid) = (Sum(due.Select(static row => row.Amount)), Sum(recorded.Values));
        var total = Rational.Min(sum, Within(Whole(clause.Lines), paid));
        if (total.Sign <= 0)
            (due, sum, total) = ([.. due.Select(static row => (row.RowKey, Rational.Zero))], Rational.Zero, Rational.Zero);
        var gone = recorded.Keys.Where(key => key != PaymentRecord.CutRow && rows.TrueForAll(line => line.RowKey != key))
            .Select(static key => (RowKey: key, Amount: Rational.Zero));
        return due.Concat(gone).Append((RowKey: PaymentRecord.CutRow, Amount: total - sum))
            .Select(row => (row.RowKey, row.Amount - Recorded(row.RowKey)))
            .Where(static row => !row.Item2.IsZero);
    }

    private static Bounds Whole(List<PublishedLine> lines) => new(
        Sum(lines.Select(static line => line.Amount.Low ?? Rational.Zero)),
        lines.Exists(static line => line.Amount.High is null) ? null : Sum(lines.Select(static line => line.Amount.High ?? Rational.Zero)));

    /// <summary>The same for the parts of a clause, by 事项行 and 期次 together: each by itself.</summary>
    public static IEnumerable<(string Key, Rational Amount)> OfParts(PublishedClause clause, IReadOnlyDictionary<string, Rational> recorded)
    {
        if (clause.IsPaidElsewhere)
            return [];
        var due = clause.Lines.Where(static line => line.Part.Length > 0)
            .ToDictionary(static line => PartKey.Of(line.RowKey, line.Part), static line => line.Amount, StringComparer.Ordinal);
        // Parts of an award that is still open may yet be due: only what is certainly not is taken back.
        var isOpen = clause.Lines.Exists(static line => line.IsOpen);
        return due.Keys.Union(recorded.Keys)
            .Select(key => (Key: key, Paid: recorded.GetValueOrDefault(key)))
            .Select(part => (part.Key, Amount: due.TryGetValue(part.Key, out var amount) ? Within(amount, part.Paid) - part.Paid
                : isOpen ? Rational.Zero : -part.Paid))
            .Where(static part => !part.Amount.IsZero);
    }

    /// <summary>The recorded amount where the result allows it, else the nearest that it allows.</summary>
    private static Rational Within(Bounds bounds, Rational recorded) =>
        bounds.Low is { } low && recorded < low ? low
        : bounds.High is { } high && recorded > high ? high
        : recorded;

    private static Rational Sum(IEnumerable<Rational> amounts) => amounts.Aggregate(Rational.Zero, static (sum, amount) => sum + amount);
}
