// The results of the 算例 and 恒有 of a file.
using Dsl.Evaluation.Examples;
using Dsl.Evaluation.Explaining;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax.Text;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Examples;

/// <summary>Whether an example holds; an error where it cannot be computed.</summary>
internal enum ExampleVerdict
{
    Passed,
    Failed,
    Error,
}

/// <summary>The result of one.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Expected">As 应得 says; empty for a 恒有 and an error.</param>
/// <param name="Actual">The computed result, in the same words.</param>
/// <param name="Message">Why not, line by line; empty where it passed.</param>
/// <param name="Span">Where what is expected is written.</param>
internal sealed record ExampleOutcome(string Id, ExampleVerdict Verdict, string Expected, string Actual, string Message, TextSpan Span)
{
    /// <summary>Runs those that are asked for; all where no ids are given. An id that the file does not have is an error.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IEnumerable<ExampleOutcome> Run(Snapshot snapshot, string path, IReadOnlySet<string>? ids, CancellationToken cancellation)
    {
        var entries = snapshot.TreeOf(path) is { } tree ? ListedExample.Of(tree).ToList() : [];
        foreach (var id in ids?.Except(entries.Select(static entry => entry.Id)).Order(StringComparer.Ordinal)
            ?? Enumerable.Empty<string>())
            yield return new(id, ExampleVerdict.Error, "", "", "文件里没有这个算例了。", new(0, 0));
        var (policy, problem) = snapshot.ComputableOf(path);
        var run = policy is null ? null : new PolicyRun(snapshot.Computable.Program, policy, cancellation);
        foreach (var entry in entries.Where(entry => ids?.Contains(entry.Id) != false))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return run?.Of(entry)
                ?? new(entry.Id, ExampleVerdict.Error, "", "", problem.Length > 0 ? problem : Missing(snapshot, path, entry),
                    entry.Expectation);
        }
    }

    /// <summary>Why one that is in the file is not among what can be computed: an error in it, or in the clause that it is of.</summary>
    private static string Missing(Snapshot snapshot, string path, ListedExample entry) =>
        snapshot.ProblemWithin(path, entry.Syntax.Span, entry.Target.Span) is { Length: > 0 } reason
            ? reason
            : "没有这样的条款或目标，不能计算。";

    /// <summary>The examples of one policy.</summary>
    private sealed class PolicyRun(IrProgram program, IrPolicy policy, CancellationToken cancellation)
    {
        private readonly ExampleRunner _runner = new(program, cancellation);
        private readonly Lazy<ILookup<IrInvariant, InvariantResult>> _invariants =
            new(() => new ExampleRunner(program, cancellation).CheckInvariants(policy).ToLookup(static result => result.Invariant));

        /// <summary>The result of one; null where it is left out.</summary>
        public ExampleOutcome? Of(ListedExample entry)
        {
            if (entry.IsInvariant && policy.Invariants.FirstOrDefault(invariant => IsIn(invariant.Origin, entry)) is { } invariant)
                return Of(entry, invariant);
            return policy.Examples.FirstOrDefault(example => IsIn(example.Origin, entry)) is { } found
                ? Of(entry, found) : null;
        }

        private ExampleOutcome Of(ListedExample entry, IrExample example)
        {
            var result = _runner.Run(policy, example, isExplained: false);
            if (result.Passed)
                return new(entry.Id, ExampleVerdict.Passed, result.Expected, result.Got, "", entry.Expectation);
            // The derivation takes longer than the result: it is made only for a failure.
            var derivation =
                _runner.Run(policy, example).Explanation is { } explanation ? "\n" + ExplanationText.Write(explanation).TrimEnd() : "";
            return new(entry.Id, ExampleVerdict.Failed, result.Expected, result.Got,
                $"应得 {result.Expected}，算得 {result.Got}{derivation}", entry.Expectation);
        }

        private ExampleOutcome Of(ListedExample entry, IrInvariant invariant)
        {
            var broken = _invariants.Value[invariant].Where(static result => result.Truth == Truth.No).ToList();
            if (broken is not [var first, ..])
                return new(entry.Id, ExampleVerdict.Passed, "", "", "", entry.Expectation);
            var cases = broken.Select(static result =>
                $"算例 {result.Example?.Title}：奖补 {QuantityFormat.Display(result.Award, DslType.Money)}"
                + $"{(result.RowKey is { } key ? $"，事项行 {key}" : "")}");
            var derivation = first.Example is { } example && _runner.Run(policy, example).Explanation is { } explanation
                ? "\n" + ExplanationText.Write(explanation).TrimEnd()
                : "";
            return new(entry.Id, ExampleVerdict.Failed, "", "", $"不成立（{broken.Count} 例）：\n{string.Join('\n', cases)}{derivation}",
                entry.Expectation);
        }

        private static bool IsIn(SourceLocation origin, ListedExample entry) =>
            origin.Start >= entry.Syntax.Span.Start && origin.Start + origin.Length <= entry.Syntax.Span.End;
    }
}
