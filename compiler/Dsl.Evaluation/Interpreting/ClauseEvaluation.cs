// A clause under evaluation: its rows, sum, caps, rivals; turned into a result at the end and read by the explanation.
using System.Collections.Immutable;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>A cap of the subject and what it did.</summary>
/// <param name="Name">单位上限 or 累计上限.</param>
/// <param name="Limit">The cap as computed, to the fen.</param>
/// <param name="PaidBefore">Net payments of earlier years, which 累计上限 takes off; 0 for 单位上限.</param>
/// <param name="Before">The sum before it.</param>
/// <param name="After">The sum after it.</param>
internal sealed record CapOutcome(string Name, NumberValue Limit, Rational PaidBefore, NumberValue Before, NumberValue After)
{
    /// <summary>Whether it changed anything.</summary>
    public bool Bites => Before.Bounds != After.Bounds;
}

/// <summary>Rows that gave way would have come to more than was left of the rows that displaced them.</summary>
/// <param name="Loser">How messages name the clause whose rows gave way; null where several clauses together would have come to
/// more.</param>
/// <param name="Lost">What its rows came to; what all clauses of the 事项 would have come to with another choice of rows.</param>
/// <param name="Kept">What is left of the clause that displaced them; what all clauses of the 事项 come to.</param>
internal sealed record RowShortfall(string? Loser, Rational Lost, Rational Kept);

/// <summary>The evaluation of one clause for one subject.</summary>
internal sealed class ClauseEvaluation(IrPolicy policy, IrClause clause, Frame subject, ClauseRecords records) : ICompetitor
{
    /// <summary>The policy.</summary>
    public IrPolicy Policy { get; } = policy;

    /// <summary>The clause.</summary>
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

    /// <summary>Whether every gate lets it pass.</summary>
    public required TruthValue Procedure { get; init; }

    /// <summary>The sum of the rows; 0 before it is computed.</summary>
    public NumberValue Sum { get; set; } = NumberValue.Zero;

    /// <summary>Caps, in the order in which they act.</summary>
    public ImmutableArray<CapOutcome> Caps { get; set; } = [];

    /// <summary>The amount so far: after the caps, then after combination.</summary>
    public NumberValue Amount { get; set; } = NumberValue.Zero;

    /// <summary>Whether the clause is certainly due; 未知 while a rival may displace it.</summary>
    public TruthValue IsDue { get; set; } = TruthValue.No;

    /// <summary>Which clause displaced it as a whole.</summary>
    public Displacement? DisplacedBy { get; set; }

    /// <summary>Whether something may come off it as a clause: by a rival, support from outside, or what was received.</summary>
    public bool MayLose { get; set; }

    /// <summary>What was received in earlier years for the 事项 and came off the amount; null where nothing did.</summary>
    public ReceivedOutcome? Received { get; set; }

    /// <summary>What rows that gave way to its own would have come to, where less is left of these; null where that is not so.</summary>
    public RowShortfall? Shortfall { get; set; }

    /// <summary>The clauses that it competes with while that is open.</summary>
    public CompetingGroup? Group { get; set; }

    /// <summary>
    /// Whether it certainly stands against other clauses: as <see cref="IsDue"/>, but 未知 while each row that is due may still be
    /// displaced by another row.
    /// </summary>
    public TruthValue Takes { get; set; } = TruthValue.No;

    /// <summary>What its rows come to together: those that were displaced give nothing and are not due.</summary>
    public UnitsRule<NumberValue, TruthValue> Together()
    {
        if (AnyRow is { } any)
        {
            var missingTable = TableIsMissing ? TruthValue.Waiting(UnknownKind.Table, Clause.PerRow?.Name ?? "") : TruthValue.No;
            return UnitsRule<NumberValue, TruthValue>.OfUnknown(any.InForce, any.Qualifies, any.IsDue, any.Amount, missingTable);
        }
        var units = UnitsRule<NumberValue, TruthValue>.None;
        foreach (var unit in Units)
            units.Add(unit.InForce, unit.Qualifies, unit.DisplacedBy is null ? unit.IsDue : TruthValue.No, unit.Amount);
        return units;
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
            return StatusRule.Of(
                units.InForce.Truth, units.Qualifies.Truth, Displacement is not null, IsDue.Truth, Amount.IsCertain,
                    (IsDue.Unknowns | Amount.Unknowns).MissesData);
        }
    }
}
