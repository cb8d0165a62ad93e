// What the records of a subject say of one clause: approvals of the application year, payments by year.
using System.Collections.Immutable;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Text;

namespace Dsl.Evaluation.Interpreting;

/// <summary>The 核定 and 兑现记录 of one clause for one subject.</summary>
public sealed class ClauseRecords
{
    private readonly ImmutableArray<ApprovalRecord> _approvals;
    private readonly ImmutableArray<PaymentRecord> _payments; // awards; what was paid of them in parts is apart
    private readonly ImmutableArray<PaymentRecord> _parts;
    private readonly bool _isInParts;
    private readonly int _year;

    /// <summary>Picks the records of a clause.</summary>
    public ClauseRecords(SubjectFacts facts, IrPolicy policy, IrClause clause, int year)
    {
        _year = year;
        _approvals = facts.Approvals.IsEmpty ? []
            : [.. facts.Approvals.Where(record => Names(record.PolicyNumber, record.ClauseNumber, policy, clause)
                && HistoryRule.CountsApproval(record.Year, year))];
        ImmutableArray<PaymentRecord> payments = facts.Payments.IsEmpty
            ? []
            : [.. facts.Payments.Where(record => Names(record.PolicyNumber, record.ClauseNumber, policy, clause))];
        _payments = payments.RemoveAll(static record => record.Part is not null);
        _parts = payments.RemoveAll(static record => record.Part is null);
        _isInParts = clause.Payout is not null;
    }

    /// <summary>The awards of earlier years of a clause that is paid in parts, with what was paid of each before this year.</summary>
    public IEnumerable<RecordedAward> Awards => Net(_payments)
        .Where(static net => HistoryRule.IsPaidYear(net.Value))
        .Select(net => new RecordedAward(net.Key, net.Value, _parts
            .Where(record => HistoryRule.IsOfEarlierYear(record.Year, _year) && record.Part?.AwardYear == net.Key)
            .GroupBy(static record => record.Part?.Number ?? 0)
            .ToImmutableDictionary(static group => group.Key,
                static group => group.Aggregate(Rational.Zero, static (sum, record) => sum + record.Amount))));

    /// <summary>Years of which parts were paid, but no award is on record.</summary>
    public IEnumerable<int> YearsWithoutAward => _parts.Select(static record => record.Part?.AwardYear ?? 0).Distinct()
        .Where(year => HistoryRule.IsOfEarlierYear(year, _year) && !_payments.Any(record => record.Year == year)).Order();

    /// <summary>Approvals of the application year.</summary>
    public ImmutableArray<ApprovalRecord> Approvals => _approvals;

    /// <summary>What was paid for the application year so far; null where no record says so.</summary>
    public Rational? PaidThisYear
    {
        get
        {
            var paid = (_isInParts ? _parts : _payments).Where(record => record.Year == _year).ToList();
            return paid.Count == 0 ? null : paid.Aggregate(Rational.Zero, static (sum, record) => sum + record.Amount);
        }
    }

    /// <summary>The approved amount for the subject (null) or a row; the last record counts where there are several.</summary>
    public Rational? Approved(string? rowKey) => _approvals.LastOrDefault(record => record.RowKey == rowKey)?.Amount;

    /// <summary>
    /// Net payments of each year before the application year, for the subject (null) or a row; years that net to nothing are in it.
    /// </summary>
    public ImmutableSortedDictionary<int, Rational> NetByEarlierYear(string? rowKey) =>
        Net(_payments.Where(record => record.RowKey == rowKey));

    /// <summary>How many rows were paid in earlier years.</summary>
    public int PaidRows => _payments.Select(static record => record.RowKey).Distinct()
        .Count(key => key is not (null or PaymentRecord.CutRow)
            && NetByEarlierYear(key).Any(static net => HistoryRule.IsPaidYear(net.Value)));

    /// <summary>Whether anything was paid in an earlier year, whatever the row.</summary>
    public bool WasPaid => Net(_payments).Any(static net => HistoryRule.IsPaidYear(net.Value));

    /// <summary>A figure of earlier years (已得, 已得年数, 已得数量) for the subject (null) or a row; never below 0.</summary>
    public Rational Before(HistoryKind kind, string? rowKey) => Before(kind, _payments.Where(record => record.RowKey == rowKey));

    /// <summary>The same for the subject as a whole: of all rows, and what was cut off them, or of what names no row.</summary>
    public Rational Before(HistoryKind kind, bool hasRows) =>
        Before(kind, _payments.Where(record => HistoryRule.CountsForCap(hasRows, record.RowKey is not null)));

    /// <summary>The greatest figure that any one row can have.</summary>
    public Rational MostOfAnyRow(HistoryKind kind) => _payments.Select(static record => record.RowKey).Distinct()
        .Select(key => Before(kind, key)).Append(Rational.Zero).Max();

    private Rational Before(HistoryKind kind, IEnumerable<PaymentRecord> payments) => kind switch
    {
        HistoryKind.Amount => HistoryRule.TakenOff(Net(payments).Aggregate(Rational.Zero, static (sum, year) => sum + year.Value)),
        HistoryKind.Years => Net(payments).Count(static net => HistoryRule.IsPaidYear(net.Value)),
        _ => HistoryRule.TakenOff(payments.Where(record => HistoryRule.IsOfEarlierYear(record.Year, _year))
            .Aggregate(Rational.Zero, static (sum, record) => sum + (record.Quantity ?? Rational.Zero))),
    };

    /// <summary>What 累计上限 takes off for earlier years.</summary>
    public Rational PaidBefore(bool hasRows) => HistoryRule.TakenOff(
        Net(_payments.Where(record => HistoryRule.CountsForCap(hasRows, record.RowKey is not null)))
            .Aggregate(Rational.Zero, static (sum, year) => sum + year.Value));

    private ImmutableSortedDictionary<int, Rational> Net(IEnumerable<PaymentRecord> payments) => payments
        .Where(record => HistoryRule.IsOfEarlierYear(record.Year, _year))
        .GroupBy(record => record.Year)
        .ToImmutableSortedDictionary(group => group.Key,
            group => group.Aggregate(Rational.Zero, static (sum, record) => sum + record.Amount));

    /// <summary>Whether a record is of a clause.</summary>
    public static bool Names(string? policyNumber, string clauseNumber, IrPolicy policy, IrClause clause) =>
        Identity.Same(clauseNumber, clause.Number) && (policyNumber is null || Identity.Same(policyNumber, policy.Number));
}
