// A registry as a snapshot, computed part by part in any order and merged, comes to what one batch over the registry itself comes to.
using Dsl.Agreement.Tests.Comparing;
using Dsl.Agreement.Tests.Generating;
using Dsl.Batch.Engines;
using Dsl.Batch.Partitions;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Batch.Snapshots;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Loading.Policies;
using Dsl.Testing;
using Xunit;

namespace Dsl.Agreement.Tests;

public class SnapshotRunTests
{
    [Theory]
    [InlineData(1, 6)]
    [InlineData(7, 6)]
    [InlineData(13, 6)]
    public void 随机的政策和登记数据(int first, int count)
    {
        for (var seed = first; seed < first + count; seed++)
        {
            var one = AgreementCase.Make((ulong)seed);
            var difference =
                one.InFolder(folder => Difference(new((ulong)seed, "快照"), one.Policies.Compilation.Program, one.Context, folder));
            Assert.True(difference is null, $"{difference}\n\n{one}");
        }
    }

    [Fact]
    public void 仓库的样本()
    {
        var policies = PolicyLoader.Load([RepositoryRoot.Combine("policies")]);
        Assert.Null(Difference(new(1, "快照"), policies.Compilation.Program, policies.Context(null, null, new(2024, 6, 30)),
            RepositoryRoot.Combine("policies", "sample")));
    }

    private static string? Difference(Draw draw, IrProgram program, EvaluationContext context, string registry)
    {
        var folder = Directory.CreateTempSubdirectory("policy-snapshot-").FullName;
        try
        {
            var import = SnapshotImport.Run(program, [],
                new(new RegistrySource(registry), Path.Combine(folder, "快照"), context) { Parts = draw.Between(1, 5), Threads = 1 },
                CancellationToken.None);
            var (direct, says) = Files(BatchRunner.Run(
                program, [], Options(new RegistrySource(registry), folder, "直接.csv", context), null, CancellationToken.None));
            if (import.Snapshot is null || direct is null)
                return (import.Snapshot is null) == (direct is null) ? null
                    : $"导入与测算一成一败：{string.Join('\n', import.Findings)}\n{says}";
            var source = new RegistrySource(import.Folder);
            var (whole, alsoSays) =
                Files(BatchRunner.Run(program, [], Options(source, folder, "快照.csv", context), null, CancellationToken.None));
            var (merged, finallySays) = Files(Merged(draw, program, source, folder, context));
            return Different("一个接一个与分区合并", whole, merged) ?? Different("直接与快照", Sorted(direct), Sorted(whole))
                ?? (alsoSays != finallySays ? $"提示不同：\n{alsoSays}\n\n{finallySays}" : null)
                ?? (says != alsoSays ? $"直接的提示不同：\n{says}\n\n{alsoSays}" : null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static BatchOutcome Merged(Draw draw, IrProgram program, RegistrySource source, string folder, EvaluationContext context)
    {
        var (snapshot, findings) = PartitionedRegistry.Open(source);
        if (snapshot is null)
            return new(findings, null);
        var (run, options) = (Path.Combine(folder, "运行"), Options(source, folder, "合并.csv", context));
        var shares = draw.Between(1, 7);
        foreach (var share in draw.Shuffle(Enumerable.Range(1, shares)))
        {
            var outcome = PartitionRunner.Run(
                new(program, [], [], snapshot, run, options), new(share, shares), null, CancellationToken.None);
            if (outcome.Findings.Any(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error))
                return new(outcome.Findings, null);
        }
        return RunMerger.Run(run, program, [], options, CancellationToken.None);
    }

    private static BatchOptions Options(RegistrySource source, string folder, string name, EvaluationContext context) =>
        new(source, Path.Combine(folder, name), context) { Threads = 2, SummaryPath = Path.Combine(folder, name + ".json") };

    // Results, rejected rows and summary; and what was said, in no order: rows come in another one.
    private static (string[]? Files, string Findings) Files(BatchOutcome outcome)
    {
        var says = string.Join('\n', outcome.Findings
            .Where(static finding => !EngineDiagnostics.Rules.Contains(finding.Problem.Rule))
            .Select(static finding => $"{finding}").Distinct().Order(StringComparer.Ordinal));
        return outcome.Result is not { } result ? (null, says)
            : ([File.ReadAllText(result.Files[0]),
                File.Exists(result.Files[0] + ".rejected.csv") ? File.ReadAllText(result.Files[0] + ".rejected.csv") : "",
                File.ReadAllText(result.Files[0] + ".json")], says);
    }

    private static string[]? Sorted(string[]? files) => files is null ? null : [Sorted(files[0]), Sorted(files[1]), files[2]];

    private static string Sorted(string text) => string.Join('\n', text.Split('\n').Order(StringComparer.Ordinal));

    private static string? Different(string what, string[]? left, string[]? right)
    {
        for (var i = 0; i < 3; i++)
        {
            var (a, b) = ((left?[i] ?? "").Split('\n'), (right?[i] ?? "").Split('\n'));
            var at = Enumerable.Range(0, Math.Max(a.Length, b.Length))
                .FirstOrDefault(line => a.ElementAtOrDefault(line) != b.ElementAtOrDefault(line), -1);
            if (at >= 0)
                return $"{what}，第 {i + 1} 个文件第 {at + 1} 行\n  一：{a.ElementAtOrDefault(at)}\n  二：{b.ElementAtOrDefault(at)}";
        }
        return null;
    }
}
