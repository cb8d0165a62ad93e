// Reference semantics: evaluates all policies for one subject, step by step in the order of the language.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Evaluation.Places;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Terms;

namespace Dsl.Evaluation.Interpreting;

/// <summary>
/// Evaluates subjects. The order is that of the language: row amount → row rounding → 累计上限 每行 → 从新 and 从高不重复 between rows →
/// sum per subject → 单位上限 → 累计上限 → 从新 and 从高不重复 between clauses → 合计上限 → 名额 and 总额 → 兑付 → 分担. Holds no state:
/// one instance serves any number of threads.
/// </summary>
/// <param name="program">The policies.</param>
/// <param name="context">Dates and external parameters.</param>
public sealed class Interpreter(IrProgram program, EvaluationContext context)
{
    // Ties go to the earlier policy, then to the earlier clause.
    private readonly ImmutableArray<IrPolicy> _byAge = program.ByAge;

    /// <summary>The policies.</summary>
    public IrProgram Program => program;

    /// <summary>Dates and external parameters.</summary>
    public EvaluationContext Context => context;

    /// <summary>The result for a subject: one per clause of its kind.</summary>
    public SubjectResult Evaluate(SubjectFacts facts) => Evaluate(facts, EvaluationScope.Everything, null);

    /// <summary>The result for a subject, recorded for an explanation.</summary>
    public SubjectResult Evaluate(SubjectFacts facts, EvaluationTrace trace) => Evaluate(facts, EvaluationScope.Everything, trace);

    /// <summary>The result of the clauses of a scope.</summary>
    /// <param name="facts">The subject.</param>
    /// <param name="scope">The clauses.</param>
    /// <param name="trace">Takes what an explanation needs; null for none.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled first.</exception>
    public SubjectResult Evaluate(
        SubjectFacts facts, EvaluationScope scope, EvaluationTrace? trace, CancellationToken cancellation = default)
    {
        var works = Works(facts, scope, trace, cancellation);
        var totals = program.Policies.ToDictionary(static policy => policy.Number, static _ => new TotalsBuilder());
        var all = new TotalsBuilder();
        foreach (var item in TotalsRule.Items(works))
        {
            totals[item.Policy.Number].Add(item.Amount, item.Form, item.Levels);
            all.Add(item.Amount, item.Form, item.Levels);
        }
        var byPolicy = works.ToLookup(static work => work.Policy.Number);
        var remarks = new Remarks(program, context);
        var policies = program.Policies.Select(policy => new PolicyResult(
            policy, [.. byPolicy[policy.Number].Select(work => Result(work, remarks))], totals[policy.Number].Build()));
        return new(facts.Key, context.AsOf, context.Year, [.. policies], all.Build(), Remarks.OfSubject(facts, works));
    }

    private List<ClauseEvaluation> Works(
        SubjectFacts facts, EvaluationScope scope, EvaluationTrace? trace, CancellationToken cancellation)
    {
        var covered = _byAge.SelectMany(static policy => policy.Clauses, static (policy, clause) => (policy, clause))
            .Where(pair => pair.clause.Kind != ClauseKind.Declaratory && ReferenceEquals(pair.clause.Subject, facts.Subject)
                && scope.Covers(pair.clause));
        var expressions = new ExpressionEvaluator(context, trace) { Scope = scope };
        var works = Works(facts, covered, new ClauseEvaluator(context, expressions, scope, cancellation));
        new PlaceStep(context, expressions).Apply(works, facts);
        works.ForEach(work => PayoutOutcome.Apply(work, expressions, context.Year));
        if (trace is not null)
            works.ForEach(trace.Record);
        return works;
    }

    /// <summary>Some clauses with the contests between them, before they are made results.</summary>
    /// <param name="clauses">In the order of <see cref="IrProgram.ByAge"/>.</param>
    internal List<ClauseEvaluation> Works(SubjectFacts facts, IEnumerable<(IrPolicy Policy, IrClause Clause)> clauses) =>
        Works(facts, clauses, new ClauseEvaluator(context, new ExpressionEvaluator(context), EvaluationScope.Everything));

    private List<ClauseEvaluation> Works(
        SubjectFacts facts, IEnumerable<(IrPolicy Policy, IrClause Clause)> clauses, ClauseEvaluator evaluator)
    {
        var works = new List<ClauseEvaluation>();
        Frame? subject = null;
        foreach (var (policy, clause) in clauses)
        {
            if (!ReferenceEquals(subject?.Policy, policy))
                subject = Frame.OfSubject(policy, facts);
            works.Add(evaluator.Evaluate(policy, clause, subject, facts));
        }
        Combination.Of(works, facts, program, context.Year).Decide(evaluator.AddUp);
        JointCaps.Apply(works, evaluator.LimitOf);
        works.ForEach(RowShares.Apply);
        return works;
    }

    /// <summary>What 名额 and 总额 of a clause give: the same for all subjects.</summary>
    public static PlaceTerms PlacesOf(IrPolicy policy, IrClause clause, EvaluationContext context) =>
        PlaceStep.TermsOf(policy, clause, context);

    /// <summary>
    /// What a subject claims under the clauses with 名额 or 总额, after 竞合, one per clause that may be due or of which it holds a place.
    /// </summary>
    public IEnumerable<(IrClause Clause, PlaceClaim Claim)> Claims(SubjectFacts facts)
    {
        // Whoever competes with such a clause decides on its claim.
        var ofKind = _byAge.SelectMany(static policy => policy.Clauses, static (policy, clause) => (Policy: policy, Clause: clause))
            .Where(pair => pair.Clause.Kind == ClauseKind.Award && ReferenceEquals(pair.Clause.Subject, facts.Subject)).ToList();
        var matters = ofKind.Where(static pair => pair.Clause.NeedsPlaces).Select(static pair => pair.Clause.Contest).ToHashSet();
        if (matters.Count == 0)
            yield break;
        var step = new PlaceStep(context, new ExpressionEvaluator(context));
        // What 合计上限 leaves depends on all that it is over, and these on whom they compete with.
        var isJoint = ofKind.Exists(static pair => pair.Clause.NeedsPlaces
            && pair.Policy.JointCaps.Any(cap => cap.Clauses.Contains(pair.Clause)));
        foreach (var work in Works(facts, ofKind.Where(pair =>
            isJoint || pair.Clause.NeedsPlaces || (pair.Clause.Contest is { } matter && matters.Contains(matter)))))
        {
            if (work.Clause.NeedsPlaces && step.ClaimOf(work, facts.Key) is { } claim)
                yield return (work.Clause, claim);
        }
    }

    private static ClauseResult Result(ClauseEvaluation work, Remarks remarks)
    {
        var result = ResultRule.Of(work, new()
        {
            Clause = work.Clause,
            Status = default,
            Amount = default,
            PaidThisYear = work.Records.PaidThisYear,
            FailedConditions = FailedSet<BigInteger>.Indexes(work.Failed),
            ApprovalNotes = Remarks.OfApprovals(work),
        });
        return result with { Notes = remarks.OfClause(work, result.Status, result.Unknowns) };
    }
}
