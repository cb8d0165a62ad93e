// The values of a clause for the subject as a whole, as the interpreter supplies them to the sequence of rules.
using System.Collections.Immutable;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>The units of a clause as they stand: those that were displaced give nothing and are not due.</summary>
internal readonly struct ClauseUnits(ClauseEvaluation work) : IClauseUnits<TruthValue, NumberValue>
{
    public int Count => work.Units.Length;

    public TruthValue MissingTable =>
        work.TableIsMissing ? TruthValue.Waiting(UnknownKind.Table, work.Clause.PerRow?.Name ?? "") : TruthValue.No;

    public UnitOutcome<TruthValue, NumberValue> Unit(int index) => Standing(work.Units[index]);

    public UnitOutcome<TruthValue, NumberValue> AnyRow() => work.AnyRow is { } any ? Standing(any) : Nothing;

    private static UnitOutcome<TruthValue, NumberValue> Nothing => new()
    {
        InForce = TruthValue.No,
        Frequency = TruthValue.No,
        Qualifies = TruthValue.No,
        IsDue = TruthValue.No,
        Award = NumberValue.Zero,
        Amount = NumberValue.Zero,
        IsCut = false,
    };

    private static UnitOutcome<TruthValue, NumberValue> Standing(UnitEvaluation unit) => unit.Outcome with
    {
        IsDue = unit.DisplacedBy is null ? unit.IsDue : TruthValue.No,
        Amount = unit.Amount,
    };
}

/// <summary>The procedures of a clause.</summary>
internal readonly struct ProcedureTruths(ImmutableArray<IrProcedure> procedures, Frame subject, ExpressionEvaluator evaluator)
    : IProcedureTruths<TruthValue>
{
    public TruthValue Applies(int procedure) =>
        procedures[procedure].Applies is { } when ? evaluator.EvaluateTruth(when, subject) : TruthValue.Yes;

    public TruthValue IsDone(int procedure, int step) =>
        evaluator.EvaluateTruth(procedures[procedure].Steps[step].Expression, subject);

    public TruthValue Open(int procedure, int step) =>
        TruthValue.Waiting(UnknownKind.Procedure, procedures[procedure].Steps[step].Text);
}

/// <summary>The caps of a clause; what each of them did is recorded for the explanation.</summary>
internal sealed class ClauseCaps(ClauseEvaluation work, ExpressionEvaluator evaluator) : IClauseCaps<NumberValue>
{
    private readonly ImmutableArray<CapOutcome>.Builder _applied = ImmutableArray.CreateBuilder<CapOutcome>();

    private Rational _paidBefore;

    public NumberValue PaidBefore => NumberValue.Of(
        _paidBefore = Receipts.ComesOffAfterCaps(work.Clause) ? Rational.Zero : work.Records.PaidBefore(work.Clause.PerRow is not null));

    public NumberValue Cap(CapKind kind) =>
        (kind == CapKind.Subject ? work.Clause.SubjectCap : work.Clause.CumulativeCap) is { } cap
            ? YuanRounding.ToFen.Round(evaluator.EvaluateNumber(cap, work.Subject)) : NumberValue.Zero;

    public void Applied(CapKind kind, NumberValue limit, NumberValue before, NumberValue after) => _applied.Add(kind == CapKind.Subject
        ? new("单位上限", limit, Rational.Zero, before, after)
        : new("累计上限", limit, _paidBefore, before, after));

    /// <summary>What 累计 最多 N次 leaves of the sum of the rows.</summary>
    public ClauseOutcome<TruthValue, NumberValue> Occasions(ClauseOutcome<TruthValue, NumberValue> sum)
    {
        if (work.Clause.Frequency.Times is not { } most || sum.IsDue.IsNo || work.Units.IsEmpty)
            return sum;
        var paidRows = work.Records.PaidRows;
        var left = OccasionRule.RowsLeft(most, paidRows);
        var after = OccasionRule.HighestOf([.. work.Units.Select(static unit => unit.Amount)], left);
        if (after.Bounds == sum.Amount.Bounds)
            return sum;
        _applied.Add(new("累计最多", NumberValue.Of(left), Rational.Zero, sum.Amount, after) { Occasions = (most, paidRows) });
        return sum with { Amount = after };
    }

    /// <summary>The caps applied so far.</summary>
    public ImmutableArray<CapOutcome> ToOutcomes() => _applied.ToImmutable();
}
