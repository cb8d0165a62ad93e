// 算例 and 恒有: the worked examples of a policy run against its clauses.
using System.Collections.Immutable;
using Dsl.Evaluation.Explaining;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Examples;

/// <summary>
/// Runs examples. Unless an example states otherwise: an unknown condition of the 范围 counts as met, 核定, 兑现记录 and 其他政策支持 are
/// empty, other tables are not supplied, the date is 施行日期; only the clause itself and those of 连同 compete.
/// </summary>
/// <param name="program">The policies.</param>
/// <param name="cancellation">
/// Stops what is running with an <see cref="OperationCanceledException"/>: between rows, and between clauses.
/// </param>
public sealed class ExampleRunner(IrProgram program, CancellationToken cancellation = default)
{
    /// <summary>Runs one example.</summary>
    /// <param name="isExplained">Whether the evaluation is recorded and explained;
    /// without, only the result is known, in a fraction of the time.</param>
    public ExampleResult Run(IrPolicy policy, IrExample example, bool isExplained = true) =>
        example.IsTarget ? RunTarget(policy, example) : RunClause(policy, example, isExplained ? new EvaluationTrace() : null, isExplained);

    /// <summary>Runs one example of a clause and records the value of every node, without explaining them.</summary>
    public ExampleResult Trace(IrPolicy policy, IrExample example) => RunClause(policy, example, new EvaluationTrace(), isExplained: false);

    /// <summary>Runs every example of the program, policy by policy.</summary>
    public IEnumerable<ExampleResult> RunAll() =>
        program.Policies.SelectMany(policy => policy.Examples.Select(example => Run(policy, example)));

    /// <summary>
    /// Tests the 恒有 of a policy on the facts and in the setting of each of its examples of the same clause.
    /// </summary>
    public IEnumerable<InvariantResult> CheckInvariants(IrPolicy policy) => policy.Examples.Where(static example => !example.IsTarget)
        .SelectMany(example => CheckInvariants(policy, policy.Invariants.Where(invariant => invariant.Number == example.Number),
            Facts(policy, example), Context(policy, example), Scope(policy, example))
            .Select(result => result with { Example = example }));

    /// <summary>Tests the 恒有 of a policy on given facts: once per row under 每个.</summary>
    public IEnumerable<InvariantResult> CheckInvariants(IrPolicy policy, SubjectFacts facts, EvaluationContext context) =>
        CheckInvariants(policy, policy.Invariants, facts, context, EvaluationScope.Everything);

    private IEnumerable<InvariantResult> CheckInvariants(
        IrPolicy policy, IEnumerable<IrInvariant> invariants, SubjectFacts facts, EvaluationContext context, EvaluationScope scope)
    {
        var wanted = invariants.ToList();
        if (wanted.Count == 0)
            yield break;
        var trace = new EvaluationTrace();
        var result = new Interpreter(program, context).Evaluate(facts, scope, trace, cancellation);
        var evaluator = new ExpressionEvaluator(context);
        foreach (var invariant in wanted)
        {
            var clause = Find(result, policy, invariant.Number);
            if (clause is null || trace.Find(policy, clause) is not { } work)
                continue;
            foreach (var unit in work.Units)
            {
                // Without 每个 the award is the final amount of the clause; a row's is before the caps of the subject.
                var award = unit.RowKey is null ? work.Award : unit.Amount;
                var truth = evaluator.EvaluateTruth(invariant.Condition, unit.Frame.WithAward(award));
                yield return new(policy, invariant, unit.RowKey, truth.Truth, award.Bounds);
            }
        }
    }

    private ExampleResult RunClause(IrPolicy policy, IrExample example, EvaluationTrace? trace, bool isExplained)
    {
        var result = new Interpreter(program, Context(policy, example))
            .Evaluate(Facts(policy, example), Scope(policy, example), trace, cancellation);
        if (Find(result, policy, example.Number) is not { } clause)
            return new(policy, example, false, Expected(policy, example), "没有这一条款", null, null);
        var passed =
            HasExpectedStatus(example, clause.Status.Word(), ClauseStatus.Eligible.Word())
            && HasExpectedAmount(example, clause.Award)
            && (example.ExpectedPayout is not { } payout || clause.Amount == Bounds.Exactly(payout));
        var got = $"{clause.Status.Word()} {Wording.Money(clause.Award)}"
            + (clause.Entitled is null && example.ExpectedPayout is null ? "" : $"，本年兑付 {Wording.Money(clause.Amount)}");
        return new(policy, example, passed, Expected(policy, example), got, clause,
            trace is not null && isExplained ? Explainer.Explain(policy, clause, trace) : null)
        {
            Trace = trace
        };
    }

    private ExampleResult RunTarget(IrPolicy policy, IrExample example)
    {
        var registry = new RegistryEvaluator(program, Context(policy, example));
        foreach (var group in example.Groups)
        {
            cancellation.ThrowIfCancellationRequested();
            registry.Add(group.Facts, group.Count);
        }
        if (example.Groups.IsEmpty)
            registry.Add(Facts(policy, example));
        var target = registry.Finish().Targets
            .FirstOrDefault(candidate => ReferenceEquals(candidate.Policy, policy) && candidate.Target.LegalBasis.Number == example.Number);
        if (target is null)
            return new(policy, example, false, Expected(policy, example), "没有这一目标", null, null);
        var figure = target.Figure;
        var parts = example.ExpectedParts
            .Select(expected => (Expected: expected, Got: target.Parts.First(part => part.Text == expected.Part))).ToList();
        var passed = HasExpectedStatus(example, figure.Status.Word(), null) && HasExpectedAmount(example, figure.Indicator)
            && parts.TrueForAll(static part => (part.Expected.Status ?? part.Got.Status.Word()) == part.Got.Status.Word()
                && (part.Expected.Figure ?? part.Got.Indicator) == part.Got.Indicator);
        var type = target.Target.Type;
        var wanted = parts.Select(part => Part(part.Expected.Part, part.Expected.Status ?? "", part.Expected.Figure, type))
            .Prepend(Expected(policy, example));
        var got = parts.Select(part => Part(part.Expected.Part, part.Got.Status.Word(), part.Got.Indicator, type))
            .Prepend($"{figure.Status.Word()} {QuantityFormat.Display(figure.Indicator, type)}");
        return new(policy, example, passed, string.Join('；', wanted), string.Join('；', got), null, null) { Target = target };
    }

    private static string Part(string name, string status, Bounds? figure, DslType type) =>
        $"其中 {name} : {$"{status} {(figure is { } number ? QuantityFormat.Display(number, type) : "")}".Trim()}";

    private static ClauseResult? Find(SubjectResult result, IrPolicy policy, string number) =>
        result.Policies.Where(candidate => ReferenceEquals(candidate.Policy, policy)).SelectMany(static candidate => candidate.Clauses)
            .FirstOrDefault(clause => clause.Clause.Number == number);

    private static EvaluationContext Context(IrPolicy policy, IrExample example)
    {
        var asOf = example.AsOf ?? policy.EffectiveDate;
        return new(asOf, example.Year ?? asOf.Year) { Parameters = example.Parameters };
    }

    private EvaluationScope Scope(IrPolicy policy, IrExample example)
    {
        var clauses = example.CompetingClauses.Append((policy.Number, example.Number))
            .Select(name => program.Policies.FirstOrDefault(candidate => candidate.Number == name.Item1)?.FindClause(name.Item2));
        return new([.. clauses.OfType<IrClause>()], UnknownScopeCountsAsMet: true);
    }

    // Records of an example are those of its own policy where they do not say of which.
    private static SubjectFacts Facts(IrPolicy policy, IrExample example)
    {
        var facts = example.Facts;
        var hasSupport = facts.Subject.Details is [.., { IsBuiltIn: true } support] && facts.Details[support.Ordinal] is null;
        return facts with
        {
            Details =
                hasSupport ? facts.Details.SetItem(facts.Subject.OtherSupport.Ordinal, ImmutableArray<RowFacts>.Empty) : facts.Details,
            Approvals = [.. facts.Approvals.Select(record => record with { PolicyNumber = record.PolicyNumber ?? policy.Number })],
            Payments = [.. facts.Payments.Select(record => record with { PolicyNumber = record.PolicyNumber ?? policy.Number })],
        };
    }

    // 应得 60万元 alone means 符合 and exactly that; a range alone says nothing of the status.
    private static bool HasExpectedStatus(IrExample example, string got, string? statusOfAmount) =>
        example.ExpectedStatus is { } expected ? expected == got
        : example.ExpectedAmount is not { IsPoint: true } || statusOfAmount is null || statusOfAmount == got;

    private static bool HasExpectedAmount(IrExample example, Bounds got) => example.ExpectedAmount is not { } expected || expected == got;

    private static string Expected(IrPolicy policy, IrExample example)
    {
        var status =
            example.ExpectedStatus ?? (example is { IsTarget: false, ExpectedAmount.IsPoint: true } ? ClauseStatus.Eligible.Word() : "");
        var type = example.IsTarget
            ? policy.Targets.FirstOrDefault(target => target.LegalBasis.Number == example.Number)?.Type ?? DslType.Number
            : DslType.Money;
        return example.ExpectedAmount is { } amount ? $"{status} {QuantityFormat.Display(amount, type)}".Trim() : status;
    }
}
