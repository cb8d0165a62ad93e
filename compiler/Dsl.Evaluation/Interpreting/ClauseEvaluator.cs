// One clause for one subject: force, conditions, frequency, award and gates per row; then the sum and the caps of the subject.
using System.Collections.Immutable;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Evaluates clauses up to the point where they meet their rivals.</summary>
internal sealed class ClauseEvaluator(EvaluationContext context, ExpressionEvaluator evaluator, EvaluationScope scope)
{
    /// <summary>The rows of a clause, each by itself: row amount, row rounding.</summary>
    public ClauseEvaluation Evaluate(IrPolicy policy, IrClause clause, Frame subject, SubjectFacts facts)
    {
        var records = new ClauseRecords(facts, policy, clause, context.Year);
        var gate = Procedure(policy, clause, subject);
        if (clause.PerRow is not { } detail)
            return new(policy, clause, subject, records) { Procedure = gate, Units = [Unit(policy, clause, subject, null, records, gate)] };

        var rows = facts.Details[detail.Ordinal];
        // Records name rows: they say nothing of a row that nobody has seen.
        var noRecords = new ClauseRecords(facts with { Approvals = [], Payments = [] }, policy, clause, context.Year);
        return new(policy, clause, subject, records)
        {
            Procedure = gate,
            Units = [.. (rows ?? []).Select(row => Unit(policy, clause, subject.ForRow(detail, row), row.Key, records, gate))],
            AnyRow = rows is { Length: > 0 } ? null : Unit(policy, clause, subject.ForRow(detail, null), null, noRecords, gate),
            TableIsMissing = rows is null,
        };
    }

    private UnitEvaluation Unit(IrPolicy policy, IrClause clause, Frame frame, string? rowKey, ClauseRecords records, TruthValue gate)
    {
        var unit = new UnitExpressions(clause, frame, records.Approved(rowKey), evaluator);
        var inForce = ForceRule.IsInForce<UnitExpressions, NumberValue, TruthValue>(policy, clause.Frequency, context.AsOf, unit);
        var conditions = clause.Conditions.Select(condition => Condition(condition, frame)).ToImmutableArray();
        var history = records.NetByEarlierYear(rowKey);
        var frequency = FrequencyRule.Allows<UnitExpressions, NumberValue, TruthValue>(
            clause.Frequency, history.Count(static net => HistoryRule.IsPaidYear(net.Value)), context.Year, unit);
        var qualifies = conditions.Append(frequency).Aggregate(inForce, static (all, one) => all & one);
        var award = qualifies.IsNo ? AwardOutcome.None : unit.Award();
        var isDue = qualifies & gate;
        return new(frame, rowKey)
        {
            InForce = inForce,
            Conditions = conditions,
            History = history,
            Frequency = frequency,
            Qualifies = qualifies,
            Award = award,
            IsDue = isDue,
            Amount = AwardRule.WhereDue(isDue, award.Amount),
        };
    }

    private TruthValue Condition(IrCondition condition, Frame frame)
    {
        var value = evaluator.EvaluateTruth(condition.Expression, frame);
        return condition.FromScope && scope.UnknownScopeCountsAsMet && value.Truth == Truth.Unknown ? TruthValue.Yes : value;
    }

    private TruthValue Procedure(IrPolicy policy, IrClause clause, Frame subject)
    {
        var gates = ProcedureRule<TruthValue>.None;
        foreach (var gate in policy.ProceduresOf(clause))
        {
            var applies = gate.Applies is { } when ? evaluator.EvaluateTruth(when, subject) : TruthValue.Yes;
            gates.Begin(applies);
            foreach (var step in applies.IsNo ? [] : gate.Steps)
                gates.Step(evaluator.EvaluateTruth(step.Expression, subject), TruthValue.Waiting(UnknownKind.Procedure, step.Text));
        }
        return gates.Passes;
    }

    /// <summary>The sum of the rows that were not displaced, then 单位上限, then 累计上限.</summary>
    public void AddUp(ClauseEvaluation work)
    {
        var clause = work.Clause;
        var units = work.Together();
        (work.Sum, work.IsDue) = (units.Amount, units.IsDue);
        var open = work.Units.Where(static unit => unit.DisplacedBy is null).ToList();
        work.Takes = work.TableIsMissing || open.Count == 0 || open.TrueForAll(static unit => unit.Waits.IsNone) ? work.IsDue
            : open.Select(static unit => unit.Waits.IsNone ? unit.IsDue : new TruthValue(Truth.Unknown, unit.Waits))
                .Aggregate(static (any, one) => any | one);
        var caps = ImmutableArray.CreateBuilder<CapOutcome>();
        var amount = work.Sum;
        if (!work.IsDue.IsNo && clause.SubjectCap is { } subjectCap)
            amount = Cut("单位上限", subjectCap, 0, amount, work, caps);
        if (!work.IsDue.IsNo && clause.CumulativeCap is { } cumulativeCap)
            amount = Cut("累计上限", cumulativeCap, work.Records.PaidBefore(clause.PerRow is not null), amount, work, caps);
        (work.Amount, work.Caps) = (amount, caps.ToImmutable());
    }

    private NumberValue Cut(
        string name, IrExpression cap, Rational paidBefore, NumberValue amount, ClauseEvaluation work, ImmutableArray<CapOutcome>.Builder caps)
    {
        var limit = CapRule.LeftOf(evaluator.EvaluateNumber(cap, work.Subject), NumberValue.Of(paidBefore), YuanRounding.ToFen);
        var outcome = new CapOutcome(name, limit, paidBefore, amount, CapRule.Cut(amount, limit));
        caps.Add(outcome);
        return outcome.After;
    }
}
