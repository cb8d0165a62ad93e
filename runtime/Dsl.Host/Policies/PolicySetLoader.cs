// From paths to a set that can be served: loaded, without errors, compiled, tried out.
using System.Collections.Immutable;
using Dsl.Batch.Engines;
using Dsl.Evaluation.Explaining;
using Dsl.Evaluation.Interpreting;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Dsl.Syntax.Diagnostics;
using Dsl.Verification.Sampling;

namespace Dsl.Host.Policies;

/// <summary>Loads sets of policies.</summary>
/// <param name="clock">When sets are loaded, and the day that they are tried out on.</param>
internal sealed class PolicySetLoader(TimeProvider clock)
{
    private const int MostShown = 200;

    /// <summary>The set, or why it cannot be served.</summary>
    /// <param name="shown">What messages call the folder.</param>
    /// <param name="paths">Folders and files that make up the set.</param>
    /// <param name="files">Where the texts come from; null for the disk.</param>
    /// <param name="cancellation">Stops it.</param>
    public (PolicySet? Set, PolicyRefusal? Refused) Load(
        string shown, ImmutableArray<string> paths, PolicyFiles? files, CancellationToken cancellation)
    {
        var policies = PolicyLoader.Load(paths, files);
        cancellation.ThrowIfCancellationRequested();
        var unreadable = policies.Problems.Where(static problem => problem.Severity == Severity.Error)
            .Select(static problem => $"{problem}");
        var errors = policies.Diagnostics.Where(static finding => finding.Severity == Severity.Error).Select(LineOf);
        ImmutableArray<string> findings = [.. unreadable.Concat(errors)];
        if (!findings.IsEmpty)
            return (null, Refusal(shown, findings));
        var set = new PolicySet(policies, PreparedProgram.Create(policies.Compilation.Program), clock.GetUtcNow());
        cancellation.ThrowIfCancellationRequested();
        TryOut(set);
        return (set, null);
    }

    /// <summary>
    /// Evaluates and explains a made-up subject of each kind: what is compiled at the first use is compiled before anybody waits for it,
    /// and what cannot be evaluated at all is not served.
    /// </summary>
    private void TryOut(PolicySet set)
    {
        var context = set.Policies.Context(null, null, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        _ = set.Prepared.Engine(context);
        var (sampler, interpreter) = (new RegistrySampler(set.Program, new SampleOptions(1, 1)), new Interpreter(set.Program, context));
        foreach (var facts in sampler.Kinds.SelectMany(kind => sampler.Subjects(kind, 1)))
        {
            var trace = new EvaluationTrace();
            _ = Explainer.Explain(interpreter.Evaluate(facts, trace), trace);
        }
    }

    private PolicyRefusal Refusal(string shown, ImmutableArray<string> findings) =>
        new(clock.GetUtcNow(),
            HostDiagnostics.PolicySetRefused.With(shown, $"有 {findings.Length} 处错误，第一处是 {findings[0].TrimEnd('。')}"),
            [.. findings.Take(MostShown)]);

    private static string LineOf(Diagnostic finding)
    {
        var place = finding.Source.PositionOf(finding.Span.Start);
        return $"{finding.Source.Path}:{place.Line + 1}:{place.Column + 1} {finding.Code} {finding.Message}";
    }
}
