// Runs the 算例 and 恒有 of a program: examples as written, invariants on the examples and on generated facts.
using System.Collections.Immutable;
using Dsl.Evaluation.Examples;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Json;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Verification.Sampling;

namespace Dsl.Verification.Examples;

/// <summary>How invariants are tested beyond the examples.</summary>
/// <param name="GeneratedSubjects">How many subjects are drawn; 0 for the examples alone.</param>
/// <param name="Seed">The same seed draws the same subjects.</param>
public sealed record TestOptions(int GeneratedSubjects = 300, long Seed = 1);

/// <summary>A case that breaks a 恒有.</summary>
/// <param name="Result">What was tested.</param>
/// <param name="Facts">The facts that break it, made small; null where an example of the policy does.</param>
/// <param name="Context">The dates that they break it on; null where an example of the policy does.</param>
public sealed record InvariantFailure(InvariantResult Result, SubjectFacts? Facts, EvaluationContext? Context);

/// <summary>The result of a 恒有.</summary>
/// <param name="Checked">How many cases decide it.</param>
/// <param name="Undecided">How many cases leave it open (未知).</param>
/// <param name="Failures">The first cases that break it, each once.</param>
/// <param name="FailureCount">How many cases break it.</param>
public sealed record InvariantReport(
    IrPolicy Policy, IrInvariant Invariant, long Checked, long Undecided, ImmutableArray<InvariantFailure> Failures, long FailureCount)
{
    /// <summary>Whether no case breaks it.</summary>
    public bool Passed => FailureCount == 0;
}

/// <summary>The result of a test run.</summary>
/// <param name="Examples">Every 算例, policy by policy.</param>
/// <param name="Invariants">Every 恒有.</param>
/// <param name="Coverage">Which parts of the clauses the examples reach.</param>
public sealed record TestReport(
    ImmutableArray<ExampleResult> Examples, ImmutableArray<InvariantReport> Invariants, ExampleCoverage Coverage)
{
    /// <summary>How many examples and invariants fail.</summary>
    public int FailureCount => Examples.Count(static example => !example.Passed) + Invariants.Count(static invariant => !invariant.Passed);

    /// <summary>How many there are.</summary>
    public int Count => Examples.Length + Invariants.Length;
}

/// <summary>Runs tests.</summary>
public static class TestRun
{
    private const int MostFailuresShown = 5;

    /// <summary>Runs everything.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static TestReport Run(IrProgram program, TestOptions options, CancellationToken cancellation)
    {
        var runner = new ExampleRunner(program);
        var coverage = new CoverageRecorder(program);
        var examples = ImmutableArray.CreateBuilder<ExampleResult>();
        foreach (var example in runner.RunAll())
        {
            cancellation.ThrowIfCancellationRequested();
            coverage.Add(example);
            // The trace of every example at once would be large.
            examples.Add(example with { Trace = null });
        }
        return new(examples.ToImmutable(), Invariants(program, runner, options, cancellation), coverage.Report());
    }

    private static ImmutableArray<InvariantReport> Invariants(IrProgram program, ExampleRunner runner, TestOptions options,
        CancellationToken cancellation)
    {
        var tallies = program.Policies.SelectMany(policy => policy.Invariants.Select(invariant => new Tally(policy, invariant))).ToList();
        if (tallies.Count == 0)
            return [];
        var byInvariant = tallies.ToDictionary(static tally => tally.Invariant);
        foreach (var result in program.Policies.SelectMany(runner.CheckInvariants))
            byInvariant[result.Invariant].Add(new(result, null, null));
        foreach (var (policy, facts) in Generated(program, options))
        {
            cancellation.ThrowIfCancellationRequested();
            var context = new EvaluationContext(policy.EffectiveDate.AddYears(1), policy.EffectiveDate.Year + 1);
            foreach (var result in runner.CheckInvariants(policy, facts, context))
                byInvariant[result.Invariant].Add(new(result, facts, context));
        }
        var shrinker = new CounterexampleShrinker(runner);
        return [.. tallies.Select(tally => tally.Report(shrinker, cancellation))];
    }

    /// <summary>Drawn subjects for each policy that has invariants: half of them complete, half with unknown facts.</summary>
    private static IEnumerable<(IrPolicy Policy, SubjectFacts Facts)> Generated(IrProgram program, TestOptions options)
    {
        foreach (var (unknowns, half) in ((long, int)[])[(0, (options.GeneratedSubjects + 1) / 2),
            (200_000, options.GeneratedSubjects / 2)])
        {
            // Every kind gets as many as the first one.
            var sampler = new RegistrySampler(program, new(half, options.Seed + unknowns) { UnknownPartsPerMillion = unknowns });
            foreach (var policy in program.Policies.Where(static policy => !policy.Invariants.IsEmpty))
            {
                var kinds = policy.Clauses.Where(clause => policy.Invariants.Any(invariant => invariant.Number == clause.Number))
                    .Select(static clause => clause.Subject).Distinct();
                foreach (var facts in kinds.SelectMany(kind => sampler.Subjects(kind, half)))
                    yield return (policy, facts);
            }
        }
    }

    private sealed class Tally(IrPolicy policy, IrInvariant invariant)
    {
        private readonly List<InvariantFailure> _failures = [];
        private long _checked;
        private long _undecided;
        private long _failed;

        public IrInvariant Invariant { get; } = invariant;

        public void Add(InvariantFailure tested)
        {
            var truth = tested.Result.Truth;
            _checked += truth == Truth.Unknown ? 0 : 1;
            _undecided += truth == Truth.Unknown ? 1 : 0;
            if (truth != Truth.No)
                return;
            _failed++;
            if (_failures.Count < MostFailuresShown)
                _failures.Add(tested);
        }

        public InvariantReport Report(CounterexampleShrinker shrinker, CancellationToken cancellation)
        {
            var failures = ImmutableArray.CreateBuilder<InvariantFailure>();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var failure in _failures)
            {
                cancellation.ThrowIfCancellationRequested();
                var small = shrinker.Shrink(failure);
                if (small is not { Facts: { } facts, Context: { } context } || seen.Add(FactsJsonWriter.Write(Unnamed(facts), context)))
                    failures.Add(small);
            }
            return new(policy, Invariant, _checked, _undecided, failures.ToImmutable(), _failed);
        }

        /// <summary>The facts without the name of the subject: cases that differ in nothing else are the same.</summary>
        private static SubjectFacts Unnamed(SubjectFacts facts) => facts with { Values = facts.Values.SetItem(0, null) };
    }
}
