// The values of one unit as the interpreter supplies them to the sequence of rules; what an explanation shows is recorded.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Evaluation.Interpreting;

/// <summary>How an award came about.</summary>
/// <param name="Computed">The formula, or the ceiling of a 核定, as it was computed; null where there is neither.</param>
/// <param name="Approved">The 核定 record; null where there is none, or none is asked for.</param>
/// <param name="Amount">Never below 0, rounded once.</param>
/// <param name="IsCut">Whether the approved amount was cut to the ceiling.</param>
internal sealed record AwardOutcome(NumberValue? Computed, Rational? Approved, NumberValue Amount, bool IsCut)
{
    /// <summary>The floor of 核定 or 一事一议, as it was computed; null where there is none.</summary>
    public NumberValue? Floor { get; init; }

    /// <summary>Whether the approved amount was lifted to the floor.</summary>
    public bool IsLifted { get; init; }

    /// <summary>No money: 享受.</summary>
    public static AwardOutcome None { get; } = new(null, null, NumberValue.Zero, false);
}

/// <summary>A row of a clause, or the subject as a whole, as the rules ask for it.</summary>
/// <param name="frame">Where facts are read.</param>
/// <param name="rowKey">The row's key; null for the subject as a whole.</param>
/// <param name="records">Approvals and payments.</param>
/// <param name="procedures">Whether all procedures are completed.</param>
/// <param name="evaluator">Evaluates what is asked for.</param>
/// <param name="scope">Which conditions count as met.</param>
internal sealed class UnitExpressions(IrClause clause, Frame frame, string? rowKey, ClauseRecords records, TruthValue procedures,
    ExpressionEvaluator evaluator, EvaluationScope scope) : IUnitValues<NumberValue, TruthValue>, IAwarded<NumberValue, NumberValue>
{
    private static readonly NumberValue WithoutRecord = new(Bounds.NonNegative, Unknowns.Of(UnknownKind.Approval, "核定"));

    private readonly ImmutableSortedDictionary<int, Rational> _history = records.NetByEarlierYear(rowKey);
    private readonly Rational? _approved = records.Approved(rowKey);
    private ImmutableArray<TruthValue> _conditions = [];
    private BigInteger _failed;
    private NumberValue? _computed, _floor, _rowCap;

    public NumberValue Anchor => Evaluate(clause.Frequency.Anchor);

    public TruthValue Conditions
    {
        get
        {
            _conditions = [.. clause.Conditions.Select(Condition)];
            var together = new ConditionRule<TruthValue, BigInteger>();
            for (var i = 0; i < _conditions.Length; i++)
                together.Require(i, _conditions[i]);
            _failed = together.Failed;
            return together.All;
        }
    }

    public int PaidYears => _history.Count(static net => HistoryRule.IsPaidYear(net.Value));

    public int PaidRows => records.PaidRows;

    public Rational PaidQuantity => records.Before(HistoryKind.Quantity, rowKey);

    public TruthValue Procedures => procedures;

    public NumberValue Amount => _computed ??= Evaluate(clause.Award?.Expression);

    public NumberValue Floor => _floor ??= Evaluate(clause.Award?.Floor);

    public NumberValue Approved => _approved is { } amount ? NumberValue.Of(amount) : WithoutRecord;

    public bool IsApproved => _approved is not null;

    public NumberValue RowCap => _rowCap ??= YuanRounding.ToFen.Round(Evaluate(clause.RowCap));

    // Under 晋级补差 what the row received comes off after its cap.
    public NumberValue PaidToRow => clause.Frequency.IsStepUp ? NumberValue.Zero : NumberValue.Of(HistoryRule.TakenOff(
        _history.Aggregate(Rational.Zero, static (sum, year) => sum + year.Value)));

    public NumberValue Round(NumberValue amount) => new YuanRounding(clause.Rounding).Round(amount);

    /// <summary>The outcome of the sequence with what it was computed from.</summary>
    public UnitEvaluation Record(UnitOutcome<TruthValue, NumberValue> outcome) => new(frame, rowKey, outcome)
    {
        Conditions = _conditions,
        Failed = _failed,
        History = _history,
        Counted = clause.Frequency.Allowance is { } allowance && !outcome.Qualifies.IsNo
            ? new(Evaluate(allowance.Counted), AllowanceRule.QuantityLeft(allowance.Most, PaidQuantity)) : null,
        Award = outcome.Qualifies.IsNo ? AwardOutcome.None
            : new(_computed, clause.Award is IrApproval or IrCaseByCase ? _approved : null, outcome.Award, outcome.IsCut)
            {
                Floor = _floor, IsLifted = outcome.IsLifted,
            },
        RowCap = _rowCap is not null && outcome is { Rounded: { } rounded, RowLimit: { } limit }
            ? new(CapOutcome.OfRow, limit, PaidToRow.Bounds.Low ?? 0, rounded, outcome.Award) : null,
    };

    private TruthValue Condition(IrCondition condition)
    {
        var value = evaluator.EvaluateTruth(condition.Expression, frame);
        return condition.FromScope && scope.UnknownScopeCountsAsMet && value.Truth == Truth.Unknown ? TruthValue.Yes : value;
    }

    private NumberValue Evaluate(IrExpression? expression) =>
        expression is null ? NumberValue.Zero : evaluator.EvaluateNumber(expression, frame);
}
