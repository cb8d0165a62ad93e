// 奖补: the amount of one row (or of the subject as a whole), before conditions and caps of the subject.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>How an award came about.</summary>
/// <param name="Computed">The formula, or the ceiling of a 核定, as it was computed; null where there is neither.</param>
/// <param name="Approved">The 核定 record; null where there is none.</param>
/// <param name="Amount">Never below 0, rounded once.</param>
internal sealed record AwardOutcome(NumberValue? Computed, Rational? Approved, NumberValue Amount)
{
    /// <summary>No money: 享受.</summary>
    public static AwardOutcome None { get; } = new(null, null, ValueRules.Zero);

    /// <summary>Whether the approved amount is above the ceiling whatever is still unknown, and was cut to it.</summary>
    public bool IsCut => Approved is { } approved && Computed is { Bounds.High: { } ceiling } && approved > Rational.Max(0, ceiling);
}

/// <summary>The rules of each kind of award.</summary>
internal static class AwardRule
{
    private static readonly NumberValue WithoutRecord = new(Bounds.NonNegative, Unknowns.Of(UnknownKind.Approval, "核定"));

    /// <summary>The award in a frame.</summary>
    public static AwardOutcome Evaluate(IrClause clause, Frame frame, Rational? approved, ExpressionEvaluator evaluator)
    {
        var outcome = clause.Award switch
        {
            IrFormula formula => OfFormula(evaluator.EvaluateNumber(formula.Amount, frame)),
            IrDiscretion { Ceiling: { } ceiling } => UpTo(evaluator.EvaluateNumber(ceiling, frame), approved),
            IrDiscretion or IrCaseByCase => new(null, approved, Fixed(approved)),
            _ => AwardOutcome.None,
        };
        return outcome with { Amount = clause.Rounding.Round(outcome.Amount) };
    }

    private static AwardOutcome OfFormula(NumberValue amount) => new(amount, null, ValueRules.AtLeastZero(amount));

    private static AwardOutcome UpTo(NumberValue ceiling, Rational? approved)
    {
        var limit = ValueRules.AtLeastZero(ceiling);
        // Without a record the amount lies in [0, ceiling]: the lower end of the ceiling says nothing.
        var amount = approved is null
            ? new NumberValue(new(0, limit.Bounds.High), limit.Unknowns | WithoutRecord.Unknowns)
            : ValueRules.Min(Fixed(approved), limit);
        return new(ceiling, approved, amount);
    }

    private static NumberValue Fixed(Rational? approved) => approved is { } amount ? NumberValue.Of(Rational.Max(0, amount)) : WithoutRecord;
}
