// One clause for one subject: supplies the sequences of rules with what expressions and records say, and keeps each step.
using System.Collections.Immutable;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Evaluates clauses up to the competitions.</summary>
/// <param name="context">Dates and external parameters.</param>
/// <param name="evaluator">Evaluates expressions.</param>
/// <param name="scope">Which conditions count as met.</param>
/// <param name="cancellation">Asked before each row, and before each time that rows are added up.</param>
internal sealed class ClauseEvaluator(
    EvaluationContext context, ExpressionEvaluator evaluator, EvaluationScope scope, CancellationToken cancellation = default)
{
    /// <summary>The rows of a clause, each by itself: row amount, row rounding.</summary>
    public ClauseEvaluation Evaluate(IrPolicy policy, IrClause clause, Frame subject, SubjectFacts facts)
    {
        var records = new ClauseRecords(facts, policy, clause, context.Year);
        var procedures = Procedures(policy, clause, subject);
        if (clause.PerRow is not { } detail)
        {
            return new(policy, clause, subject, records)
            {
                Procedure = procedures,
                Units = [Unit(policy, clause, subject, null, records, procedures)],
            };
        }

        var rows = facts.Details[detail.Ordinal];
        // Records name rows: they say nothing of a row that is not known.
        var noRecords = new ClauseRecords(facts with { Approvals = [], Payments = [] }, policy, clause, context.Year);
        return new(policy, clause, subject, records)
        {
            Procedure = procedures,
            Units = [.. (rows ?? []).Select(row => Unit(policy, clause, subject.ForRow(detail, row), row.Key, records, procedures))],
            AnyRow = rows is { Length: > 0 } ? null : Unit(policy, clause, subject.ForRow(detail, null), null, noRecords, procedures),
            TableIsMissing = rows is null,
        };
    }

    private UnitEvaluation Unit(IrPolicy policy, IrClause clause, Frame frame, string? rowKey, ClauseRecords records, TruthValue procedures)
    {
        cancellation.ThrowIfCancellationRequested();
        var unit = new UnitExpressions(clause, frame, rowKey, records, procedures, evaluator, scope);
        return unit.Record(UnitSequence<TruthValue, NumberValue>.Of<UnitExpressions, NumberValue, UnitExpressions, NumberValue>(
            policy, clause, context.AsOf, context.Year, unit, unit));
    }

    private TruthValue Procedures(IrPolicy policy, IrClause clause, Frame subject)
    {
        ImmutableArray<IrProcedure> procedures = [.. policy.ProceduresOf(clause)];
        return ProcedureRule<TruthValue>.AreCompleted(procedures, new ProcedureTruths(procedures, subject, evaluator));
    }

    /// <summary>The amount of a 合计上限, to the fen.</summary>
    public NumberValue LimitOf(IrJointCap cap, Frame subject) => YuanRounding.ToFen.Round(evaluator.EvaluateNumber(cap.Limit, subject));

    /// <summary>The sum of the rows that were not displaced, then the caps.</summary>
    public void AddUp(ClauseEvaluation work)
    {
        cancellation.ThrowIfCancellationRequested();
        var one = OneRow.Leave(work);
        var sum = work.Together();
        if (one is not null && !work.Units.IsEmpty)
            sum = sum with { Amount = one };
        var caps = new ClauseCaps(work, evaluator);
        var capped = ClauseSequence<TruthValue, NumberValue>.Cap(work.Clause, caps.Occasions(sum), ref caps);
        work.Set(new(sum.Amount, sum.IsDue, Takes(work, sum.IsDue), caps.ToOutcomes()), capped.Amount);
    }

    private static TruthValue Takes(ClauseEvaluation work, TruthValue isDue)
    {
        var open = work.Units.Where(static unit => unit.DisplacedBy is null).ToList();
        return work.TableIsMissing || open.Count == 0 || open.TrueForAll(static unit => unit.Standing.Rivals.IsNone) ? isDue
            : open.Select(static unit => unit.Standing.Rivals is { IsNone: false } rivals ? new(Truth.Unknown, rivals) : unit.IsDue)
                .Aggregate(static (any, one) => any | one);
    }
}
