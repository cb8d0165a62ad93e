// What a subject received in earlier years for a 事项: what 从高不重复 remembers between clauses that are 一次性 or 每次.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Library.Values;

namespace Dsl.Ir.Interpreting;

/// <summary>What was received in earlier years under one clause, or under a policy that is not written here.</summary>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">The clause; empty for 其他政策支持.</param>
/// <param name="ByYear">Net amounts by year, negative where more was paid back than paid.</param>
/// <param name="Unknowns">Why it is not certain.</param>
internal sealed record Receipt(string PolicyNumber, string ClauseNumber, ImmutableSortedDictionary<int, Bounds> ByYear, Unknowns Unknowns)
{
    /// <summary>The net amount over the years, never below 0.</summary>
    public Bounds Amount { get; } = Bounds.Max(ByYear.Aggregate(Bounds.Exactly(0), static (sum, year) => sum + year.Value), Bounds.Exactly(0));

    /// <summary>The years in which something was received: 2020、2021.</summary>
    public string Years => string.Join("、", ByYear.Where(static year => year.Value.High is not { Sign: <= 0 }).Select(static year => $"{year.Key}"));
}

/// <summary>What remembering did to an amount.</summary>
/// <param name="From">Where the money had come from.</param>
/// <param name="Before">The amount before.</param>
/// <param name="After">What is left.</param>
internal sealed record ReceivedOutcome(ImmutableArray<Receipt> From, NumberValue Before, NumberValue After);

/// <summary>The receipts of one subject. For one thread.</summary>
/// <param name="facts">The subject.</param>
/// <param name="program">All policies: records of a clause count whether or not it is in force, or evaluated, today.</param>
/// <param name="year">年度; only earlier years count.</param>
/// <param name="support">Support under policies that are not written here.</param>
internal sealed class Receipts(SubjectFacts facts, IrProgram program, int year, OutsideSupport support)
{
    private readonly Dictionary<string, OfMatter> _matters = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PaymentRecord> _payments = facts.Payments.IsEmpty ? [] : [.. facts.Payments.Where(record => record.Year < year)];

    /// <summary>Whether a clause looks back at all: 每年 (and clauses without 频次) compete within the year only.</summary>
    public static bool Remembers(IrClause clause) =>
        clause is { Kind: IrClauseKind.Award, Matter: not null, IsAdditional: false, Frequency.Kind: IrFrequencyKind.Once };

    /// <summary>Gives a row of a clause what was received for the same row: under clauses of the same 明细, and under other policies.</summary>
    public void AddToRow(Contender side, string? rowKey)
    {
        if (side.Work is not { } work || !Remembers(work.Clause))
            return;
        var known = Of(work.Clause.Matter ?? "");
        var receipts = known.Paid[rowKey].Where(paid => ReferenceEquals(paid.Payer.Clause.Each, work.Clause.Each) && Counts(work, paid.Payer))
            .Select(static paid => paid.Receipt);
        side.Received = Some(receipts, Contest.MeetsOutsiders(work) ? known.Outside.Where(outside => outside.RowKey == rowKey) : []);
    }

    /// <summary>
    /// Gives a clause what was received for the 事项 as a whole. Rows of the same 明细 have been counted row by row; what earlier
    /// years took off their sum was taken for money received before, which must not be taken off again. Support under other policies
    /// that names no row was for none of the rows of this year.
    /// </summary>
    public void AddToClause(Contender side)
    {
        if (side.Work is not { } work || !Remembers(work.Clause))
            return;
        var (known, each) = (Of(work.Clause.Matter ?? ""), work.Clause.Each);
        bool IsOfSameRows(IContestant payer) => each is not null && ReferenceEquals(payer.Clause.Each, each);
        var receipts = known.Whole.Where(paid => !IsOfSameRows(paid.Payer) && Counts(work, paid.Payer)).Select(static paid => paid.Receipt);
        side.Received = Some(receipts, each is null && Contest.MeetsOutsiders(work) ? known.Outside.Where(static outside => outside.RowKey is null) : []);
        side.TakenBefore = each is null ? []
            : [.. known.Paid[PaymentRecord.CutRow].Where(paid => IsOfSameRows(paid.Payer) && Counts(work, paid.Payer)).Select(static paid => paid.Receipt)];
    }

    // What was paid back in full is nothing received.
    private static ImmutableArray<Receipt> Some(IEnumerable<Receipt> paid, IEnumerable<OutsideReceipt> outside) =>
        [.. paid.Concat(outside.Select(static support => support.Receipt)).Where(static receipt => receipt.Amount.High is not { Sign: <= 0 })];

    private static bool Counts(IContestant work, IContestant payer) =>
        ReferenceEquals(work.Clause, payer.Clause) || Contest.AreRivals(work, payer);

    private OfMatter Of(string matter)
    {
        if (!_matters.TryGetValue(matter, out var known))
            _matters.Add(matter, known = new(Paid(matter, byRow: true).ToLookup(static paid => paid.RowKey), Paid(matter, byRow: false), support.Earlier(matter)));
        return known;
    }

    private ImmutableArray<PaidReceipt> Paid(string matter, bool byRow)
    {
        if (_payments.IsEmpty)
            return [];
        // What 落实 passes on is recorded under the clause that pays. A record that leaves the policy out counts once.
        var payers = program.ByAge.SelectMany(static policy => policy.Clauses, static (policy, clause) => new Payer(policy, clause))
            .Where(payer => Remembers(payer.Clause) && payer.Clause.Matter == matter && payer.Clause.CountsInTotals && ReferenceEquals(payer.Clause.Subject, facts.Subject)).ToList();
        return
        [
            .. from record in _payments
               let payer = payers.Find(payer => ClauseRecords.Names(record.PolicyNumber, record.ClauseNumber, payer.Policy, payer.Clause))
               where payer is not null
               group record by (Payer: payer, RowKey: byRow ? record.RowKey : null) into records
               select new PaidReceipt(records.Key.Payer, records.Key.RowKey, new(records.Key.Payer.Policy.Number, records.Key.Payer.Clause.Number, ByYear(records), Unknowns.None)),
        ];
    }

    private static ImmutableSortedDictionary<int, Bounds> ByYear(IEnumerable<PaymentRecord> records) => records.GroupBy(static record => record.Year)
        .ToImmutableSortedDictionary(static group => group.Key, static group => Bounds.Exactly(group.Aggregate(Rational.Zero, static (sum, record) => sum + record.Amount)));

    private sealed record Payer(IrPolicy Policy, IrClause Clause) : IContestant;

    private sealed record PaidReceipt(Payer Payer, string? RowKey, Receipt Receipt);

    private sealed record OfMatter(ILookup<string?, PaidReceipt> Paid, ImmutableArray<PaidReceipt> Whole, ImmutableArray<OutsideReceipt> Outside);
}

/// <summary>A row of 其他政策支持 of an earlier year.</summary>
/// <param name="RowKey">事项行; null for the subject as a whole.</param>
/// <param name="Receipt">What was received.</param>
internal sealed record OutsideReceipt(string? RowKey, Receipt Receipt);
