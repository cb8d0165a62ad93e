// One clause for one subject: force, conditions, frequency, award and gates per row; then the sum and the caps of the subject.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Evaluates clauses up to the point where they meet their rivals.</summary>
internal sealed class ClauseEvaluator(EvaluationContext context, ExpressionEvaluator evaluator, EvaluationScope scope)
{
    /// <summary>The rows of a clause, each by itself: row amount, row rounding.</summary>
    public ClauseWork Evaluate(IrPolicy policy, IrClause clause, Frame subject, SubjectFacts facts)
    {
        var records = new ClauseRecords(facts, policy, clause, context.Year);
        var gate = GateRule.Passes(policy, clause, subject, evaluator);
        if (clause.Each is not { } detail)
            return new(policy, clause, subject, records) { Gate = gate, Units = [Unit(policy, clause, subject, null, records, gate)] };

        var rows = facts.Details[detail.Ordinal];
        // Records name rows: they say nothing of a row that nobody has seen.
        var noRecords = new ClauseRecords(facts with { Approvals = [], Payments = [] }, policy, clause, context.Year);
        return new(policy, clause, subject, records)
        {
            Gate = gate,
            Units = [.. (rows ?? []).Select(row => Unit(policy, clause, subject.ForRow(detail, row), row.Key, records, gate))],
            AnyRow = rows is { Length: > 0 } ? null : Unit(policy, clause, subject.ForRow(detail, null), null, noRecords, gate),
            TableIsMissing = rows is null,
        };
    }

    private UnitWork Unit(IrPolicy policy, IrClause clause, Frame frame, string? rowKey, ClauseRecords records, TruthValue gate)
    {
        var inForce = ForceRule.IsInForce(policy, clause, context.AsOf, frame, evaluator);
        var conditions = clause.Conditions.Select(condition => Condition(condition, frame)).ToImmutableArray();
        var history = records.NetByEarlierYear(rowKey);
        var frequency = FrequencyRule.Allows(clause.Frequency, history, context.Year, frame, evaluator);
        var qualifies = ValueRules.All(conditions.Append(frequency).Append(inForce));
        var award = qualifies.Truth == Truth.No ? AwardOutcome.None : AwardRule.Evaluate(clause, frame, records.Approved(rowKey), evaluator);
        var isDue = ValueRules.All([qualifies, gate]);
        return new(frame, rowKey)
        {
            InForce = inForce,
            Conditions = conditions,
            History = history,
            Frequency = frequency,
            Qualifies = qualifies,
            Award = award,
            IsDue = isDue,
            Amount = ValueRules.Under(isDue, award.Amount),
        };
    }

    private TruthValue Condition(IrCondition condition, Frame frame)
    {
        var value = evaluator.EvaluateTruth(condition.Expression, frame);
        return condition.FromScope && scope.UnknownScopeCountsAsMet && value.Truth == Truth.Unknown ? TruthValue.Yes : value;
    }

    /// <summary>The sum of the rows that were not displaced, then 单位上限, then 累计上限.</summary>
    public void AddUp(ClauseWork work)
    {
        var clause = work.Clause;
        work.Sum = work.TableIsMissing ? SumOfUnknownRows(work)
            : work.Units.Aggregate(ValueRules.Zero, static (sum, unit) => ValueRules.Add(sum, unit.Amount));
        var open = work.Units.Where(static unit => unit.DisplacedBy is null).ToList();
        work.IsDue = work.TableIsMissing && work.AnyRow is { IsDue.Truth: not Truth.No } anyRow
            ? new(Truth.Unknown, MissingTable(clause) | anyRow.IsDue.Unknowns)
            : AnyOf(open.Select(static unit => unit.IsDue));
        work.Takes = work.TableIsMissing || open.Count == 0 || open.TrueForAll(static unit => unit.Waits.IsNone) ? work.IsDue
            : AnyOf(open.Select(static unit => unit.Waits.IsNone ? unit.IsDue : new TruthValue(Truth.Unknown, unit.Waits)));
        var caps = ImmutableArray.CreateBuilder<CapOutcome>();
        var amount = work.Sum;
        if (work.IsDue.Truth != Truth.No && clause.SubjectCap is { } subjectCap)
            amount = Cut("单位上限", subjectCap, 0, amount, work, caps);
        if (work.IsDue.Truth != Truth.No && clause.CumulativeCap is { } cumulativeCap)
            amount = Cut("累计上限", cumulativeCap, work.Records.NetOfEarlierYears(clause.Each is not null), amount, work, caps);
        (work.Amount, work.Caps) = (amount, caps.ToImmutable());
    }

    private NumberValue Cut(
        string name, IrExpression cap, Rational paidBefore, NumberValue amount, ClauseWork work, ImmutableArray<CapOutcome>.Builder caps)
    {
        var written = evaluator.EvaluateNumber(cap, work.Subject);
        var left = new NumberValue(written.Bounds - Bounds.Exactly(paidBefore), written.Unknowns);
        // The sum is of fen; a cap that is not (a share of a figure) must not bring fractions back in.
        var limit = IrRounding.ToFen.Round(ValueRules.AtLeastZero(left));
        var outcome = new CapOutcome(name, limit, paidBefore, amount, ValueRules.Min(amount, limit));
        caps.Add(outcome);
        return outcome.After;
    }

    /// <summary>Nobody knows how many rows there are: 0 if a row can only give 0, else from 0 without an upper end.</summary>
    private static NumberValue SumOfUnknownRows(ClauseWork work) =>
        work.AnyRow is { IsDue.Truth: not Truth.No, Amount: var amount } && amount.Bounds.High is not { Sign: <= 0 }
            ? new(Bounds.NonNegative, MissingTable(work.Clause))
            : ValueRules.Zero;

    private static Unknowns MissingTable(IrClause clause) => Unknowns.Of(UnknownKind.Table, clause.Each?.Name ?? "");

    private static TruthValue AnyOf(IEnumerable<TruthValue> values)
    {
        var (truth, unknowns) = (Truth.No, Unknowns.None);
        foreach (var value in values)
            (truth, unknowns) = (truth.Or(value.Truth), unknowns | value.Unknowns);
        return new(truth, unknowns);
    }
}
