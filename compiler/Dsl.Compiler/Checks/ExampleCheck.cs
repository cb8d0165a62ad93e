// 算例 that contradict the clause or target that they are about: found by computing them.
using System.Collections.Immutable;
using Dsl.Evaluation.Examples;
using Dsl.Ir.Nodes;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Compiler.Checks;

/// <summary>Computes the examples of sound policies. It needs the interpreter, so it runs after the checks of the bound tree.</summary>
public static class ExampleCheck
{
    private static readonly DiagnosticRule Contradicts = new("DSL3040", Severity.Error,
        "算例与{0} {1} 不符：应得 {2}，算得 {3}。", "照原文核对：条款写错的改条款，算例写错的改应得。policy test 给出推导过程。");

    /// <summary>How many examples of a policy are computed; `policy test` computes all.</summary>
    private const int MostExamples = 2000;

    /// <summary>Every rule of this check.</summary>
    public static ImmutableArray<DiagnosticRule> Rules { get; } = [Contradicts];

    /// <summary>Computes the examples.</summary>
    /// <param name="program">The sound policies.</param>
    /// <param name="sources">The .policy files by path.</param>
    /// <param name="cancellation">Cancelled when the result is no longer needed.</param>
    public static ImmutableArray<Diagnostic> Run(IrProgram program, IReadOnlyDictionary<string, SourceText> sources,
        CancellationToken cancellation)
    {
        var runner = new ExampleRunner(program);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var policy in program.Policies)
        {
            foreach (var example in policy.Examples.Take(MostExamples))
            {
                cancellation.ThrowIfCancellationRequested();
                var result = runner.Run(policy, example, isExplained: false);
                if (!result.Passed && sources.TryGetValue(example.ExpectationOrigin.Path, out var source))
                    findings.Add(Contradicts.At(source, new TextSpan(example.ExpectationOrigin.Start, example.ExpectationOrigin.Length),
                        example.IsTarget ? "目标" : "条款", example.Number, result.Expected, result.Got));
            }
        }
        return findings.ToImmutable();
    }
}
