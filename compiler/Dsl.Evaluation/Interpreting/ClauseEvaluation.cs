// A clause under evaluation: its rows, sum, caps, rivals; turned into a result at the end and read by the explanation.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>A cap of the subject and what it did.</summary>
/// <param name="Name">单位上限, 累计上限, 累计上限每行 or 累计最多.</param>
/// <param name="Limit">The cap as computed, to the fen.</param>
/// <param name="PaidBefore">Net payments of earlier years, which 累计上限 takes off; 0 for 单位上限.</param>
/// <param name="Before">The sum before it.</param>
/// <param name="After">The sum after it.</param>
internal sealed record CapOutcome(string Name, NumberValue Limit, Rational PaidBefore, NumberValue Before, NumberValue After)
{
    /// <summary>What 累计上限 每行 is called.</summary>
    public const string OfRow = "累计上限每行";

    /// <summary>Whether it is 单位上限.</summary>
    public bool IsOfSubject => Name == "单位上限";

    /// <summary>累计 最多 N次 with the rows that were paid in earlier years; null for a cap of money.</summary>
    public (int Most, int PaidRows)? Occasions { get; init; }

    /// <summary>What was to be kept to, in Chinese.</summary>
    public string Text => Occasions is { } rows
        ? $"{Name} {rows.Most}次{(rows.PaidRows == 0 ? "" : $"（以前年度已兑现 {rows.PaidRows}次）")}"
        : $"{Name} {Wording.Money(Limit.Bounds)}"
            + (PaidBefore.IsZero ? "" : $"（已扣除以前年度兑现的 {Wording.Money(Bounds.Exactly(PaidBefore))}）");

    /// <summary>Whether it changed anything.</summary>
    public bool Bites => Before.Bounds != After.Bounds;
}

/// <summary>Displaced rows would have received more than was left of the rows that displaced them.</summary>
/// <param name="Loser">How messages name the clause whose rows were displaced; null where several clauses together would have
/// received more.</param>
/// <param name="Lost">The sum of its rows; the sum of all clauses of the 事项 with another choice of rows.</param>
/// <param name="Kept">What is left of the clause that displaced them; the sum of all clauses of the 事项.</param>
internal sealed record RowShortfall(string? Loser, Rational Lost, Rational Kept);

/// <summary>The sum of the rows under the caps, before competition between clauses.</summary>
/// <param name="Sum">The sum of the rows that were not displaced.</param>
/// <param name="IsDue">Whether some row is due.</param>
/// <param name="Takes">
/// Whether it certainly stands against other clauses: as IsDue, but 未知 while each row that is due may still be displaced by another row.
/// </param>
/// <param name="Caps">In the order in which they are applied.</param>
internal sealed record ClauseTotal(NumberValue Sum, TruthValue IsDue, TruthValue Takes, ImmutableArray<CapOutcome> Caps)
{
    /// <summary>Nothing is added up yet.</summary>
    public static ClauseTotal None { get; } = new(NumberValue.Zero, TruthValue.No, TruthValue.No, []);
}

/// <summary>How a clause stands after the competitions held so far.</summary>
/// <param name="Amount">The amount: after the caps, then after competition.</param>
/// <param name="IsDue">Whether the clause is certainly due; 未知 while a rival may displace it.</param>
internal sealed record ClauseStanding(NumberValue Amount, TruthValue IsDue)
{
    /// <summary>Which clause displaced it as a whole.</summary>
    public Displacement? DisplacedBy { get; init; }

    /// <summary>Whether something may come off it as a clause: by a rival, support from outside, or what was received.</summary>
    public bool MayLose { get; init; }

    /// <summary>What was received in earlier years for the 事项 and came off the amount; null where nothing did.</summary>
    public ReceivedOutcome? Received { get; init; }

    /// <summary>The clauses that it competes with while that is open.</summary>
    public CompetingGroup? Group { get; init; }
}

/// <summary>The evaluation of one clause for one subject.</summary>
internal sealed class ClauseEvaluation(IrPolicy policy, IrClause clause, Frame subject, ClauseRecords records) : ICompetitor
{
    public IrPolicy Policy { get; } = policy;

    public IrClause Clause { get; } = clause;

    /// <summary>The frame of the subject.</summary>
    public Frame Subject { get; } = subject;

    /// <summary>Approvals and payments.</summary>
    public ClauseRecords Records { get; } = records;

    /// <summary>The rows; the subject itself where there is no 每个.</summary>
    public required ImmutableArray<UnitEvaluation> Units { get; init; }

    /// <summary>What can be said without any row, where 每个 has none or its table was not supplied.</summary>
    public UnitEvaluation? AnyRow { get; init; }

    /// <summary>Whether the table of 每个 was not supplied.</summary>
    public bool TableIsMissing { get; init; }

    /// <summary>Whether all procedures are completed.</summary>
    public required TruthValue Procedure { get; init; }

    /// <summary>Sum and caps; none before they are computed.</summary>
    public ClauseTotal Total { get; private set; } = ClauseTotal.None;

    /// <summary>After the competitions held so far.</summary>
    public ClauseStanding Standing { get; set; } = new(NumberValue.Zero, TruthValue.No);

    /// <summary>What rows displaced by its own would have received, where less is left of its own; null where that is not so.</summary>
    public RowShortfall? Shortfall { get; set; }

    /// <summary>What 名额 and 总额 made of it; null where the clause has neither, or nothing is claimed.</summary>
    public PlaceStanding? Place { get; set; }

    /// <summary>What is paid this year, where the award is paid in parts; null elsewhere, and before all competitions are held.</summary>
    public PayoutOutcome? Payout { get; set; }

    /// <summary>The award as it stands, in full.</summary>
    public NumberValue Award => Standing.Amount;

    /// <summary>What is paid this year: the award as it stands, or the parts that are due.</summary>
    public NumberValue Amount => Payout?.Paid ?? Standing.Amount;

    /// <summary>合计上限 over it, in the order in which they were applied.</summary>
    public ImmutableArray<JointCut> JointCuts { get; private set; } = [];

    /// <summary>The amount before 合计上限.</summary>
    public NumberValue Uncapped => JointCuts is [var first, ..] ? first.Before : Amount;

    /// <summary>Whether it is due as it stands.</summary>
    public TruthValue IsDue => Standing.IsDue;

    /// <summary>Which clause displaced it as a whole.</summary>
    public Displacement? DisplacedBy => Standing.DisplacedBy;

    /// <summary>Caps, in the order in which they are applied.</summary>
    public ImmutableArray<CapOutcome> Caps => Total.Caps;

    /// <summary>What was received in earlier years and came off the amount; null where nothing did.</summary>
    public ReceivedOutcome? Received => Standing.Received;

    /// <summary>The clauses that it competes with while that is open.</summary>
    public CompetingGroup? Group => Standing.Group;

    /// <summary>The conditions that fail for every row.</summary>
    public BigInteger Failed => (AnyRow is { } anyRow ? [anyRow] : Units)
        .Aggregate(FailedSet<BigInteger>.OfNoUnit, static (failed, unit) => FailedSet<BigInteger>.InCommon(failed, unit.Failed));

    /// <summary>The rows together: those that were displaced give nothing and are not due.</summary>
    public ClauseOutcome<TruthValue, NumberValue> Together()
    {
        var units = new ClauseUnits(this);
        return ClauseSequence<TruthValue, NumberValue>.Sum(ref units);
    }

    /// <summary>Takes over sum and caps.</summary>
    public void Set(ClauseTotal total, NumberValue amount)
    {
        Total = total;
        Standing = Standing with { Amount = amount, IsDue = total.IsDue };
    }

    /// <summary>Takes over what a 合计上限 did.</summary>
    public void Cut(JointCut cut)
    {
        JointCuts = JointCuts.Add(cut);
        Standing = Standing with { Amount = cut.After };
    }

    /// <summary>让位 of the clause, or of its rows where no other row can get anything.</summary>
    public Displacement? Displacement => DisplacedBy
        ?? (Units.Any(static unit => unit.IsPossible) ? null
            : Units.Select(static unit => unit.DisplacedBy).FirstOrDefault(static by => by is not null));

    /// <summary>The status.</summary>
    public ClauseStatus Status
    {
        get
        {
            var units = Together();
            var own = StatusRule.Of(
                units.InForce.Truth, units.Qualifies.Truth, Displacement is not null, IsDue.Truth, Award.IsCertain,
                    (IsDue.Unknowns | Award.Unknowns).MissesData);
            return Payout is { } payout ? payout.With(own) : own;
        }
    }
}
