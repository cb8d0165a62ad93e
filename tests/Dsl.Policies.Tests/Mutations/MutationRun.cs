// Judges mutations of one file of a set: whether a check, a 算例 or a 恒有 notices them.
using System.Collections.Immutable;
using Dsl.Compiler;
using Dsl.Evaluation.Examples;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Exact;

namespace Dsl.Policies.Tests.Mutations;

/// <summary>Compiles the set with each change made.</summary>
/// <param name="text">The file as it is.</param>
/// <param name="compile">Compiles the whole set with another text of the file.</param>
internal sealed class MutationRun(string text, Func<string, Compilation> compile)
{
    private readonly Dictionary<(string Code, string Message), int> _known =
        Findings(compile(text)).CountBy(static finding => finding).ToDictionary();

    /// <summary>The changes that nothing notices, in the order of the file.</summary>
    public ImmutableArray<Mutation> Survivors(IEnumerable<Mutation> mutations) =>
        [.. mutations.AsParallel().Where(mutation => !IsNoticed(mutation)).OrderBy(static mutation => mutation.Start)
            .ThenBy(static mutation => mutation.New, StringComparer.Ordinal)];

    private bool IsNoticed(Mutation mutation)
    {
        var compilation = compile(mutation.Apply(text));
        if (Findings(compilation).CountBy(static finding => finding).Any(pair => pair.Value > _known.GetValueOrDefault(pair.Key)))
            return true;
        var runner = new ExampleRunner(compilation.Program);
        return compilation.Program.Policies.Any(policy =>
            policy.Examples.Where(example => mutation.Number is null || example.Number == mutation.Number)
                .Any(example => !runner.Run(policy, example).Passed)
            || runner.CheckInvariants(policy).Any(static result => result.Truth == Truth.No));
    }

    private static IEnumerable<(string Code, string Message)> Findings(Compilation compilation) =>
        compilation.Diagnostics.Where(static finding => finding.Severity != Severity.Remark)
            .Select(static finding => (finding.Code, finding.Message));
}
