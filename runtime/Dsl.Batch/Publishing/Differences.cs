// Between a result and the records of its year: what is to be appended so that they agree.
using System.Collections.Immutable;
using Dsl.Data.Csv;
using Dsl.Ir.Facts;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Batch.Publishing;

/// <summary>Compares a result with the records.</summary>
internal sealed class Differences
{
    private static readonly Dictionary<string, Rational> Nothing = [];

    private readonly ImmutableArray<Payment> _due;
    private readonly List<Payment> _missing = [];
    private readonly int _year;

    /// <summary>Reads the result.</summary>
    public Differences(CsvSource file, PublishedManifest manifest, PaymentHistory history, CancellationToken cancellation)
    {
        _year = manifest.Year;
        var due = ImmutableArray.CreateBuilder<Payment>();
        var present = new HashSet<string>(Identity.Comparer);
        foreach (var clause in PublishedResult.Read(file))
        {
            cancellation.ThrowIfCancellationRequested();
            Listed.Add(clause.Key);
            // What was paid to the subject under an unknown 文号 may be this very money.
            if (history.Unattributed.Contains(clause.Key))
                continue;
            present.Add(clause.Key);
            var recorded = history.OfYear.GetValueOrDefault(PaymentHistory.Place(clause.Key, clause.PolicyNumber, clause.ClauseNumber));
            if (recorded is not null)
            {
                recorded.IsSettled = true;
                recorded.WriteAs(clause.Lines.Select(static line => line.RowKey).Append(PaymentRecord.CutRow));
            }
            AddAwards(due, clause.Awards, recorded, IsInParts(clause.PolicyNumber, clause.ClauseNumber));
            AddParts(due, clause, recorded);
        }
        // The result lists no clause that is 不符合: what is recorded under such a clause of a subject that was evaluated is taken back.
        foreach (var (place, recorded) in history.OfYear
            .Where(entry => !entry.Value.IsSettled && !history.Unattributed.Contains(entry.Value.Key))
            .OrderBy(static entry => entry.Key.Key, StringComparer.Ordinal).ThenBy(static entry => entry.Key.Policy, StringComparer.Ordinal)
            .ThenBy(static entry => entry.Key.Clause, StringComparer.Ordinal))
        {
            var back = recorded.Net.Where(row => !row.Value.IsZero || !recorded.Quantities.GetValueOrDefault(row.Key).IsZero)
                .Select(row => new Payment(recorded.Key, recorded.PolicyNumber, recorded.ClauseNumber, row.Key, _year, -row.Value)
                {
                    Quantity = recorded.Quantities.TryGetValue(row.Key, out var quantity) ? -quantity : null,
                    IsEntitlement = IsInParts(recorded.PolicyNumber, recorded.ClauseNumber),
                });
            back = back.Concat(recorded.Parts.Where(static part => !part.Value.IsZero).Select(part => new Payment(
                recorded.Key, recorded.PolicyNumber, recorded.ClauseNumber, PartKey.Split(part.Key).RowKey, _year, -part.Value)
                {
                    Part = PartKey.Split(part.Key).Part,
                }));
            if (present.Contains(place.Key))
                due.AddRange(back);
            else
                _missing.AddRange(back);
        }
        _due = due.ToImmutable();

        bool IsInParts(string policy, string clause) =>
            manifest.LimitOf(Identity.Of(policy), Identity.Of(clause)) is { IsInParts: true };
    }

    private void AddAwards(ImmutableArray<Payment>.Builder due, PublishedClause clause, RecordedClause? recorded, bool isInParts)
    {
        var amounts = PaymentDifference.Of(clause, recorded is null ? Nothing : recorded.Net).ToList();
        var quantities = QuantityDifference.Of(clause, recorded is null ? Nothing : recorded.Quantities);
        foreach (var rowKey in amounts.Select(static row => row.RowKey).Union(quantities.Keys))
            due.Add(new(clause.Key, clause.PolicyNumber, clause.ClauseNumber, rowKey, _year,
                amounts.FirstOrDefault(row => row.RowKey == rowKey).Amount)
            {
                IsEntitlement = isInParts,
                Quantity = clause.Counts && rowKey != PaymentRecord.CutRow ? quantities.GetValueOrDefault(rowKey) : null,
            });
    }

    private void AddParts(ImmutableArray<Payment>.Builder due, PublishedClause clause, RecordedClause? recorded)
    {
        foreach (var (key, amount) in PaymentDifference.OfParts(clause, recorded is null ? Nothing : recorded.Parts))
        {
            var (rowKey, part) = PartKey.Split(key);
            due.Add(new(clause.Key, clause.PolicyNumber, clause.ClauseNumber, rowKey, _year, amount) { Part = part });
        }
    }

    /// <summary>The subjects that the result speaks of.</summary>
    public HashSet<string> Listed { get; } = new(Identity.Comparer);

    /// <summary>Whether the records say of the subjects of the result what it says.</summary>
    public bool IsSettled => _due.IsEmpty;

    /// <summary>What is to be appended.</summary>
    /// <param name="withdrawMissing">Whether what subjects got that the result does not have is taken back.</param>
    public PublishReport Report(bool withdrawMissing) => withdrawMissing
        ? new(_year, [.. _due, .. _missing], 0, Rational.Zero)
        : new(_year, _due, _missing.Count, _missing.Aggregate(Rational.Zero, static (sum, payment) => sum - payment.Paid));
}
