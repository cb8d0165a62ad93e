// What a subject received in earlier years under the clauses of the policies, as it comes off awards of this year.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Evaluation.Interpreting;

/// <summary>The receipts of one subject. For one thread.</summary>
/// <param name="facts">The subject.</param>
/// <param name="program">All policies: records of a clause count whether or not it is in force, or evaluated, today.</param>
/// <param name="year">年度; only earlier years count.</param>
/// <param name="support">Support under policies that are not written here.</param>
internal sealed class Receipts(SubjectFacts facts, IrProgram program, int year, OutsideSupport support)
{
    private readonly Dictionary<string, OfBenefitItem> _matters = new(StringComparer.Ordinal);
    private readonly Dictionary<IrClause, OfBenefitItem> _ofClauses = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Receipt> _receipts = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PaymentRecord> _payments =
        facts.Payments.IsEmpty ? [] : [.. facts.Payments.Where(record => record.Year < year && record.Part is null)];

    /// <summary>Whether a clause looks back at all: 每年 (and clauses without 频次) compete within the year only.</summary>
    public static bool Remembers(IrClause clause) =>
        clause is { Kind: ClauseKind.Award, Contest: not null, IsStackable: false }
        && (clause.Frequency.Kind == FrequencyKind.Once || clause.Frequency.IsStepUp);

    /// <summary>Whether what was received comes off row by row: not where one row only is paid, whichever that is.</summary>
    private static bool IsByRow(IrClause clause) => clause is { PerRow: not null, PaysOneRow: false };

    /// <summary>Whether what a clause itself was paid comes off its amount after its caps, so that these do not take it off too.</summary>
    public static bool ComesOffAfterCaps(IrClause clause) =>
        Remembers(clause) && !IsByRow(clause) && (clause.Frequency.IsStepUp || clause.PaysOneRow);

    /// <summary>What was received for a row of a clause: under clauses of the same 明细, and under other policies.</summary>
    public ImmutableArray<Receipt> OfRow(ICompetitor work, string? rowKey)
    {
        if (!Remembers(work.Clause) || !IsByRow(work.Clause))
            return [];
        var known = Of(work);
        var receipts =
            known.Paid[rowKey].Where(paid => ReferenceEquals(paid.Payer.Clause.PerRow, work.Clause.PerRow) && IsByRow(paid.Payer.Clause)
                    && Counts(work, paid.Payer))
                .Select(static paid => paid.Receipt);
        return Some(receipts, Competition.MeetsOutsiders(work) ? known.Outside.Where(outside => outside.RowKey == rowKey) : []);
    }

    /// <summary>
    /// What was received for the 事项 of a clause as a whole. Rows of the same 明细 have been counted row by row; what earlier
    /// years took off their sum was taken for money received before, which must not be taken off again. Support under other policies
    /// that names no row was for none of the rows of this year.
    /// </summary>
    public ReceivedBefore OfClause(ICompetitor work)
    {
        if (!Remembers(work.Clause))
            return ReceivedBefore.Nothing;
        var (known, each) = (Of(work), IsByRow(work.Clause) ? work.Clause.PerRow : null);
        bool IsOfSameRows(ICompetitor payer) => each is not null && ReferenceEquals(payer.Clause.PerRow, each) && IsByRow(payer.Clause);
        var receipts =
            known.Whole[null].Where(paid => !IsOfSameRows(paid.Payer) && Counts(work, paid.Payer)).Select(static paid => paid.Receipt);
        return new(
            Some(receipts,
                each is null && Competition.MeetsOutsiders(work) ? known.Outside.Where(static outside => outside.RowKey is null) : []),
            each is null ? []
                : [.. known.Paid[PaymentRecord.CutRow].Where(paid => IsOfSameRows(paid.Payer) && Counts(work, paid.Payer))
                    .Select(static paid => paid.Receipt)]);
    }

    // What was paid back in full is nothing received.
    private static ImmutableArray<Receipt> Some(IEnumerable<Receipt> paid, IEnumerable<OutsideReceipt> outside) =>
        [.. paid.Concat(outside.Select(static support => support.Receipt))
            .Where(static receipt => receipt.Amount.High is not { Sign: <= 0 })];

    private static bool Counts(ICompetitor work, ICompetitor payer) =>
        ReferenceEquals(work.Clause, payer.Clause) || Competition.AreRivals(work, payer);

    /// <summary>The receipts of the 事项 of a clause, without those that were taken off what it is paid beside.</summary>
    private OfBenefitItem Of(ICompetitor work)
    {
        var matter = work.Clause.Contest ?? "";
        if (!_matters.TryGetValue(matter, out var known))
        {
            var payers = Payers(matter);
            List<PaidRecord> all = [.. from record in _payments
                                 let payer = payers.Find(payer =>
                                     ClauseRecords.Names(record.PolicyNumber, record.ClauseNumber, payer.Policy, payer.Clause))
                                 where payer is not null
                                 select new PaidRecord(payer, record)];
            _matters.Add(matter, known = new(all, Grouped(all, byRow: true), Grouped(all, byRow: false), support.Earlier(matter)));
        }
        if (!known.All.Exists(paid => paid.Record.Amount.Sign > 0 && !Counts(work, paid.Payer)))
            return known;
        if (!_ofClauses.TryGetValue(work.Clause, out var own))
        {
            var left = known.All.FindAll(paid => !known.All.Exists(later => IsUsedUp(paid, later, work)));
            _ofClauses.Add(work.Clause,
                own = left.Count == known.All.Count
                    ? known
                    : known with { Paid = Grouped(left, byRow: true), Whole = Grouped(left, byRow: false) });
        }
        return own;
    }

    /// <summary>
    /// Whether what was paid came off a later award that is paid beside a clause: 乙 paid 50, then 甲 1 got 10 of its 60,
    /// now 甲 2 (which adds to甲 1) owes nothing to the 50 any more. The clause's own rows, and their rivals, say so themselves,
    /// by what was taken off their sum.
    /// </summary>
    private static bool IsUsedUp(PaidRecord paid, PaidRecord later, ICompetitor work)
    {
        if (later.Record.Amount.Sign <= 0 || later.Record.Year <= paid.Record.Year || ReferenceEquals(later.Payer.Clause, work.Clause)
            || Competition.AreRivals(later.Payer, work) || !Competition.AreRivals(later.Payer, paid.Payer))
            return false;
        var each = later.Payer.Clause.PerRow;
        return each is null || !ReferenceEquals(each, paid.Payer.Clause.PerRow) || later.Record.RowKey == paid.Record.RowKey;
    }

    // What 落实 passes on is recorded under the clause that pays. A record that leaves the policy out counts once.
    private List<Payer> Payers(string matter) =>
        _payments.IsEmpty
            ? []
            : program.ByAge.SelectMany(static policy => policy.Clauses, static (policy, clause) => new Payer(policy, clause))
                .Where(payer => Remembers(payer.Clause) && payer.Clause.Contest == matter && payer.Clause.CountsInTotals
                    && ReferenceEquals(payer.Clause.Subject, facts.Subject))
                .ToList();

    /// <summary>
    /// Receipts by payer, and by row where that is asked for. The same records make the same receipt, which comes off once.
    /// </summary>
    private ILookup<string?, PaidReceipt> Grouped(IEnumerable<PaidRecord> records, bool byRow) => records
        .GroupBy(paid => (paid.Payer, RowKey: byRow ? paid.Record.RowKey : null))
        .Select(group => new PaidReceipt(group.Key.Payer, group.Key.RowKey,
            Same(
                new(group.Key.Payer.Policy.Number, group.Key.Payer.Clause.Number, ByYear(group.Select(static paid => paid.Record)),
                    Unknowns.None),
                group.Key.RowKey, byRow)))
        .ToLookup(static paid => paid.RowKey);

    private Receipt Same(Receipt receipt, string? rowKey, bool byRow)
    {
        var name = $"{receipt.PolicyNumber} {receipt.ClauseNumber} {byRow} {rowKey} "
            + $"{string.Join(' ', receipt.ByYear.Select(static year => $"{year.Key} {year.Value.Low}"))}";
        if (!_receipts.TryGetValue(name, out var same))
            _receipts.Add(name, same = receipt);
        return same;
    }

    private static ImmutableSortedDictionary<int, Bounds> ByYear(IEnumerable<PaymentRecord> records) =>
        records.GroupBy(static record => record.Year)
            .ToImmutableSortedDictionary(static group => group.Key,
                static group => Bounds.Exactly(group.Aggregate(Rational.Zero, static (sum, record) => sum + record.Amount)));

    private sealed record Payer(IrPolicy Policy, IrClause Clause) : ICompetitor;

    private sealed record PaidReceipt(Payer Payer, string? RowKey, Receipt Receipt);

    private sealed record PaidRecord(Payer Payer, PaymentRecord Record);

    private sealed record OfBenefitItem(List<PaidRecord> All, ILookup<string?, PaidReceipt> Paid, ILookup<string?, PaidReceipt> Whole,
        ImmutableArray<OutsideReceipt> Outside);
}
