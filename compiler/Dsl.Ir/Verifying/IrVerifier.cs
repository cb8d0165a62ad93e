// The structural invariants of the IR, each with a name; every back end may rely on them.
// A violation is a mistake of the compiler, not of a policy.
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Ir.Verifying;

/// <summary>A broken invariant.</summary>
/// <param name="Invariant">Its name.</param>
/// <param name="Where">The policy and clause.</param>
/// <param name="What">The violation found.</param>
public sealed record IrViolation(string Invariant, string Where, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: {Invariant}: {What}";
}

/// <summary>Checks programs against the invariants of the IR.</summary>
public static class IrVerifier
{
    /// <summary>All violations; empty for a sound program.</summary>
    public static IReadOnlyList<IrViolation> Verify(IrProgram program)
    {
        var found = new List<IrViolation>();
        foreach (var subject in program.Schema.Subjects)
            Schema(subject, found);
        foreach (var duplicate in program.Policies.GroupBy(static policy => policy.Number).Where(static group => group.Count() > 1))
            found.Add(new("policy numbers are unique", duplicate.Key, $"{duplicate.Count()} policies"));
        foreach (var policy in program.Policies)
        {
            foreach (var clause in policy.Clauses)
                Clause($"{policy.Number} {clause.Number}", clause, found);
            foreach (var exclusion in policy.Exclusions.Where(exclusion =>
                exclusion.Clauses.Concat(exclusion.Against).Any(clause => !policy.Clauses.Contains(clause) || clause.Contest is null)))
                found.Add(new("an exclusion is between clauses of one contest", policy.Number, exclusion.Text));
            foreach (var cap in policy.JointCaps)
                JointCap($"{policy.Number} {cap}", policy, cap, found);
            foreach (var target in policy.Targets)
                Target($"{policy.Number} {target.LegalBasis.Number}", target, found);
            foreach (var gate in policy.Procedures)
                Procedure($"{policy.Number} {gate.LegalBasis.Number}", gate, found);
            foreach (var invariant in policy.Invariants.Where(invariant => policy.FindClause(invariant.Number) is { }))
                new ExpressionVerifier($"{policy.Number} {invariant.Number}", found)
                    { PerRow = policy.FindClause(invariant.Number)?.PerRow, AllowsAward = true }
                    .Truth(invariant.Condition);
        }
        return found;
    }

    private static void Schema(IrSubject subject, List<IrViolation> found)
    {
        for (var i = 0; i < subject.Fields.Length; i++)
        {
            if (subject.Fields[i].Ordinal != i || subject.Fields[i].Detail is not null)
                found.Add(new("fields are numbered in order", subject.Name, subject.Fields[i].Name));
        }
        for (var i = 0; i < subject.Details.Length; i++)
        {
            var detail = subject.Details[i];
            if (detail.Ordinal != i || detail.Fields.Where((field, index) => field.Ordinal != index || field.Detail != detail.Name).Any())
                found.Add(new("details and their fields are numbered in order", subject.Name, detail.Name));
            if (detail.IsBuiltIn != (i == subject.Details.Length - 1 && detail.Name == IrDetail.OtherSupportName))
                found.Add(new("the built-in detail is last", subject.Name, detail.Name));
        }
    }

    private static void Clause(string where, IrClause clause, List<IrViolation> found)
    {
        if (clause.Kind == ClauseKind.Award != clause.Award is not null)
            found.Add(new("an award clause, and no other, has an award", where, clause.Kind.ToString()));
        if (clause.Shares.Length > 0
            && clause.Shares.Select(static share => share.Parts).Aggregate(static (a, b) => a + b) != clause.Shares[0].TotalParts)
            found.Add(new("shares add up", where, string.Join(":", clause.Shares.Select(static share => share.Parts))));
        if (clause.Frequency.Kind == FrequencyKind.Consecutive != clause.Frequency.Anchor is not null)
            found.Add(new("consecutive years, and nothing else, have a first year", where, clause.Frequency.Kind.ToString()));
        if (clause.Frequency is { Months: not null } and ({ Kind: not FrequencyKind.Consecutive } or { Years: not null }))
            found.Add(new("months are counted in a period of months only", where, clause.Frequency.Kind.ToString()));
        if (clause.Frequency.Times is not null && clause is not { Frequency.Kind: FrequencyKind.Once, PerRow: not null })
            found.Add(new("rows are counted where each is paid once", where, clause.Frequency.Kind.ToString()));
        if (clause.Frequency.Allowance is { } allowance && (clause.Frequency is not { Kind: FrequencyKind.Yearly, Years: null }
            || allowance.Most.Sign <= 0 || allowance.Type is not QuantityType))
            found.Add(new("a positive quantity is counted every year", where, allowance.Most.ToString()));
        if ((clause.RowCap is not null || clause.IsSubjectCapShared || clause.PaysOneRow) && clause.PerRow is null)
            found.Add(new("caps of rows stand where there are rows", where, clause.Number));
        if (clause.Payout is { } payout && (payout.Parts.IsEmpty || payout.Parts.Any(static part => part.Share.Sign <= 0)
            || payout.Parts.Aggregate(Rational.Zero, static (sum, part) => sum + part.Share) != Rational.One))
            found.Add(new("the parts of an award are the whole of it", where, $"{payout.Parts.Length} parts"));
        if (clause.Rounding.Step.Sign <= 0)
            found.Add(new("rounding has a positive step", where, clause.Rounding.Step.ToString()));

        var inRow = new ExpressionVerifier(where, found) { PerRow = clause.PerRow };
        foreach (var local in clause.Locals)
        {
            inRow.Any(local.Value);
            inRow.Known.Add(local);
        }
        foreach (var condition in clause.Conditions)
            inRow.Truth(condition.Expression);
        inRow.Money(clause.Award?.Floor);
        inRow.Money(clause.Award?.Expression);
        inRow.Money(clause.RowCap);
        if (clause.Frequency.Anchor is { } anchor)
            inRow.Any(anchor);
        if (clause.Frequency.Allowance is { } counted)
            inRow.Any(counted.Counted);
        var ofSubject = new ExpressionVerifier(where, found) { Known = inRow.Known };
        ofSubject.Money(clause.SubjectCap);
        ofSubject.Money(clause.CumulativeCap);
        foreach (var part in clause.Payout?.Parts ?? [])
        {
            if (part.Stage is { } stage)
                ofSubject.Truth(stage);
        }
        foreach (var order in new[] { clause.Quota?.Order, clause.Budget?.Order }.OfType<IrOrder>())
            ofSubject.Any(order.By);
        var ofAll = new ExpressionVerifier(where, found) { Known = inRow.Known };
        ofAll.Money(clause.Budget?.Amount);
        if (clause.Quota is { } quota)
            ofAll.Any(quota.Count);
        if (new[] { clause.Quota?.Count, clause.Budget?.Amount }.OfType<IrExpression>().SelectMany(IrWalk.All)
            .Any(static node => node is IrFact))
            found.Add(new("places and budgets are the same for all", where, clause.Number));
        if (clause.NeedsPlaces && clause.Award is null)
            found.Add(new("places and budgets are of awards", where, clause.Kind.ToString()));
    }

    private static void JointCap(string where, IrPolicy policy, IrJointCap cap, List<IrViolation> found)
    {
        if (cap.Clauses.Any(clause => !policy.Clauses.Contains(clause) || clause.Kind != ClauseKind.Award || clause.Subject != cap.Subject))
            found.Add(new("a joint cap is over awards of one kind of subject", where, cap.Text));
        if (cap.First.Any(clause => !cap.Clauses.Contains(clause)))
            found.Add(new("who is paid first is under the cap", where, cap.Text));
        var verifier = new ExpressionVerifier(where, found);
        foreach (var local in cap.Locals)
        {
            verifier.Any(local.Value);
            verifier.Known.Add(local);
        }
        verifier.Money(cap.Limit);
    }

    private static void Target(string where, IrTarget target, List<IrViolation> found)
    {
        var verifier = new ExpressionVerifier(where, found) { AllowsRegistry = true };
        foreach (var expression in new[] { target.Indicator, target.Value, target.Deadline }
            .Concat(target.Parts.SelectMany(static part => new[] { part.Indicator, part.Value })))
        {
            if (expression is not null)
                verifier.Any(expression);
        }
    }

    private static void Procedure(string where, IrProcedure gate, List<IrViolation> found)
    {
        var verifier = new ExpressionVerifier(where, found);
        if (gate.Applies is { } applies)
            verifier.Truth(applies);
        foreach (var step in gate.Steps)
            verifier.Truth(step.Expression);
        if (gate.Steps.IsEmpty)
            found.Add(new("a gate has a step", where, gate.LegalBasis.Title));
    }
}
