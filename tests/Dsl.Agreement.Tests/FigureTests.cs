// Every valid policy is compiled, computed and agrees, whatever figures stand in it: signs, zeros, huge and tiny ones,
// every function and unit.
using System.Globalization;
using Dsl.Agreement.Tests.Generating;
using Dsl.Agreement.Tests.Registries;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Syntax.Diagnostics;
using Xunit;

namespace Dsl.Agreement.Tests;

/// <summary>
/// AGREEMENT_CASES says how many policies, AGREEMENT_SEED where to begin. Many policies make one program, which is compiled once.
/// </summary>
public class FigureTests
{
    private const long UsualCases = 60;

    private const int PerProgram = 60;

    private const int MostShown = 6;

    private static readonly DateOnly[] Days = [new(2024, 6, 30), new(2023, 12, 31), new(2022, 2, 28), new(9999, 12, 31), new(2026, 1, 2)];

    [Fact]
    public void 任何数的政策都能编译_计算_逐字节一致()
    {
        var (first, cases) = (Setting("AGREEMENT_SEED", 1), Setting("AGREEMENT_CASES", UsualCases));
        var (done, found) = (0L, new List<string>());
        for (var seed = (ulong)first; done < cases && found.Count < MostShown; seed++)
        {
            var count = (int)Math.Min(PerProgram, cases - done);
            if (Difference(PolicyMaker.MakeWild(seed, count), seed) is { } difference)
                found.Add($"种子 {seed}：{difference}");
            done += count;
        }
        Assert.True(found.Count == 0, string.Join("\n\n", found));
    }

    private static long Setting(string name, long usual) =>
        long.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
            ? value
            : usual;

    private static string? Difference(PolicySet set, ulong seed)
    {
        if (set.Compilation.Diagnostics.FirstOrDefault(static finding => finding.Severity == Severity.Error) is { } error)
            return $"{error.Code} {error.Message}";
        var program = set.Compilation.Program;
        var asOf = new Draw(seed, "测算日").Pick(Days);
        var folder = Directory.CreateTempSubdirectory("policy-figures-").FullName;
        try
        {
            RegistryMaker.Make(program, seed, 12, isWild: true).Write(Path.Combine(folder, "数据"));
            var runs = EvaluationEngines.Names.ToDictionary(static name => name, name =>
            {
                var output = Path.Combine(folder, name + ".csv");
                var options =
                    new BatchOptions(new RegistrySource(Path.Combine(folder, "数据")), output, new EvaluationContext(asOf, asOf.Year))
                    {
                        Engine = name, Threads = 2, SummaryPath = output + ".汇总.json"
                    };
                var outcome = Run(program, options, out var trouble);
                var wrong = outcome?.Findings.FirstOrDefault(static finding =>
                    finding.Problem.Rule == EngineDiagnostics.ClausesNotCompiled
                    || finding.Problem.Rule == EngineDiagnostics.SubjectsInterpreted);
                return (Failure: outcome?.Result is null ? trouble + string.Join("\n", outcome?.Findings ?? []) : wrong?.ToString(),
                    Files: (string[])[output, output + ".汇总.json"]);
            });
            var law = runs[EvaluationEngines.Reference];
            return runs.Values.Select(static run => run.Failure).FirstOrDefault(static failure => failure is not null)
                ?? runs.Values.SelectMany(run => run.Files.Zip(law.Files, (other, right) => FirstDifference(right, other, set)))
                    .FirstOrDefault(static difference => difference is not null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // An exception is a difference like any other.
    private static BatchOutcome? Run(IrProgram program, BatchOptions options, out string trouble)
    {
        try
        {
            trouble = "";
            return BatchRunner.Run(program, [], options, null, CancellationToken.None);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            trouble = $"{options.Engine}：{error}";
            return null;
        }
    }

    private static string? FirstDifference(string right, string other, PolicySet set)
    {
        var (a, b) = (File.ReadAllLines(right), File.ReadAllLines(other));
        var at =
            Enumerable.Range(0, Math.Max(a.Length, b.Length)).FirstOrDefault(i => a.ElementAtOrDefault(i) != b.ElementAtOrDefault(i), -1);
        if (at < 0)
            return null;
        var line = a.ElementAtOrDefault(at) ?? "";
        var policy = set.Files.FirstOrDefault(file =>
            line.Contains($"示府办〔2021〕{Path.GetFileNameWithoutExtension(file.Path)}号", StringComparison.Ordinal));
        return $"第 {at + 1} 行\n  一：{line}\n  二：{b.ElementAtOrDefault(at)}\n\n{set.Files[0].Text}\n{policy.Text}";
    }
}
