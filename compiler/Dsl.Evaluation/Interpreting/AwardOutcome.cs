// How an award came about, and where the rules read what it is computed from.
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>How an award came about.</summary>
/// <param name="Computed">The formula, or the ceiling of a 核定, as it was computed; null where there is neither.</param>
/// <param name="Approved">The 核定 record; null where there is none, or none is asked for.</param>
/// <param name="Amount">Never below 0, rounded once.</param>
internal sealed record AwardOutcome(NumberValue? Computed, Rational? Approved, NumberValue Amount)
{
    /// <summary>No money: 享受.</summary>
    public static AwardOutcome None { get; } = new(null, null, NumberValue.Zero);

    /// <summary>Whether the approved amount was cut to the ceiling.</summary>
    public bool IsCut => Approved is { } approved && Computed is { } ceiling
        && AwardRule.ExceedsCeiling<NumberValue, TruthValue>(ceiling, NumberValue.Of(approved));
}

/// <summary>A row of a clause, or the subject as a whole, as the rules ask for it.</summary>
/// <param name="clause">The clause.</param>
/// <param name="frame">Where facts are read.</param>
/// <param name="approved">The 核定 record; null for none.</param>
/// <param name="evaluator">Evaluates what is asked for.</param>
internal sealed class UnitExpressions(IrClause clause, Frame frame, Rational? approved, ExpressionEvaluator evaluator)
    : IAnchored<NumberValue>, IAwarded<NumberValue>
{
    private static readonly NumberValue WithoutRecord = new(Bounds.NonNegative, Unknowns.Of(UnknownKind.Approval, "核定"));

    private NumberValue? _computed;

    public NumberValue Anchor => Evaluate(clause.Frequency.Anchor);

    public NumberValue Amount => _computed ??= Evaluate(clause.Award switch
    {
        IrFormula formula => formula.Amount,
        IrApproval discretion => discretion.Ceiling,
        _ => null,
    });

    public NumberValue Approved => approved is { } amount ? NumberValue.Of(amount) : WithoutRecord;

    /// <summary>The award, with what it was computed from.</summary>
    public AwardOutcome Award()
    {
        var amount = AwardRule.Of(clause.Award, this, new YuanRounding(clause.Rounding));
        return new(_computed, clause.Award is IrApproval or IrCaseByCase ? approved : null, amount);
    }

    private NumberValue Evaluate(IrExpression? expression) =>
        expression is null ? NumberValue.Zero : evaluator.EvaluateNumber(expression, frame);
}
