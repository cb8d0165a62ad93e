// The engines agree whatever the number of rows: none, one, blocks just full or not, one subject with very many details.
using System.Globalization;
using System.Text;
using Dsl.Agreement.Tests.Comparing;
using Dsl.Batch.Engines;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Policies;
using Dsl.Testing;
using Xunit;

namespace Dsl.Agreement.Tests;

public sealed class SizeTests : IDisposable
{
    // Far more than it takes; what grows with the square of the rows would take much longer still.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly LoadedPolicies Policies = PolicyLoader.Load([RepositoryRoot.Combine("runtime", "Dsl.Cli", "Starter")]);

    private static readonly EvaluationContext Context = Policies.Context(null, null, new(2024, 6, 30));

    private readonly string _folder = Directory.CreateTempSubdirectory("policy-sizes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    public void 行数在块的边上(int rows)
    {
        WriteSubjects(rows);
        WriteProjects(Enumerable.Range(0, rows).Where(static row => row % 3 == 0));
        Compare(1, 1, 2, 7);
    }

    [Fact]
    public void 一个主体十万行明细()
    {
        WriteSubjects(3);
        WriteProjects(Enumerable.Range(0, 100_000).Select(static row => row == 0 ? 0 : row == 1 ? 2 : 1));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        // Several threads: the long form only.
        Compare(3, 3);
        Assert.True(clock.Elapsed < Patience, $"{clock.Elapsed}");
    }

    private void Compare(int lawThreads, params int[] threads)
    {
        var expected = EngineRuns.Run(Policies.Compilation.Program, Context, _folder, EvaluationEngines.Reference, lawThreads);
        Assert.DoesNotContain(expected.Files.Keys, static name => name.Contains("异常", StringComparison.Ordinal));
        foreach (var count in threads)
        {
            var actual = EngineRuns.Run(Policies.Compilation.Program, Context, _folder, "columns", count);
            Assert.All(actual.Files, file => Assert.True(expected.Files[file.Key] == file.Value, $"{file.Key}, {count} threads"));
        }
    }

    private void WriteSubjects(int rows)
    {
        var text = new StringBuilder("统一社会信用代码,名称,注册区,依法纳税,新招用员工数\n");
        for (var row = 0; row < rows; row++)
            text.Append(CultureInfo.InvariantCulture,
                $"S{row},公司,{(row % 5 == 4 ? "其他" : "示例区")},{(row % 7 == 6 ? "" : "是")},{row % 130}\n");
        File.WriteAllText(Path.Combine(_folder, "企业.csv"), text.ToString());
    }

    private void WriteProjects(IEnumerable<int> owners)
    {
        var text = new StringBuilder("统一社会信用代码,项目编号,已竣工,设备投资额\n");
        foreach (var (number, owner) in owners.Index())
            text.Append(CultureInfo.InvariantCulture,
                $"S{owner},P{number},{(number % 4 == 3 ? "" : "是")},{number * 37 % 9_000_000}.{number % 90 + 10}\n");
        File.WriteAllText(Path.Combine(_folder, "技改项目.csv"), text.ToString());
    }
}
