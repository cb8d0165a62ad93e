// Runs in partitions: the parts of a registry, each computed by itself, come to the files of one batch; whoever is first has done one.
using Dsl.Batch.Engines;
using Dsl.Batch.Partitions;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Columns.Blocks;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;
using Dsl.Values.Text;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class PartitionTests : IDisposable
{
    private const int Parts = 3;

    private readonly TemporaryFolder _folder = new();

    public PartitionTests()
    {
        for (var part = 1; part <= Parts; part++)
        {
            var rows = Enumerable.Range(1, 4 + part).Select(row => $"K{part}{row},名,渝中区,2020-01-0{row},是,600,{row}00,{10 * row}%");
            _folder.Write($"登记/{part}/企业.csv",
                "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n"
                + $"{string.Join('\n', rows)}\n=坏{part},名,渝中区,2020-01-01,是,1,很多,1%\n");
            _folder.Write($"登记/{part}/科技项目.csv",
                $"统一社会信用代码,项目编号,国拨经费\nK{part}1,\"甲,\"\"{part}\"\"\",1000\nK{part}9,乙,7\n");
        }
    }

    public void Dispose() => _folder.Dispose();

    private PartitionedRegistry Registry(string id = "0123456789abcdef") => new(
        _folder["登记"], id, new string('0', 64),
        [.. Enumerable.Range(1, Parts).Select(part => new RegistrySource(_folder[$"登记/{part}"]))]);

    private BatchOptions Options(string output = "r.csv") =>
        new(new RegistrySource(""), _folder[output], TestProgram.Context) { Threads = 2, SummaryPath = _folder[output + ".json"] };

    private PartitionOutcome Run(PartitionShare? share = null, BatchOptions? options = null, PartitionedRegistry? registry = null) =>
        PartitionRunner.Run(
            new(TestProgram.Program, [], [], registry ?? Registry(), _folder["运行"], options ?? Options()),
            share ?? PartitionShare.All, null, CancellationToken.None);

    private BatchOutcome Merge(string output = "合并.csv") =>
        RunMerger.Run(_folder["运行"], TestProgram.Program, [], Options(output), CancellationToken.None);

    private BatchOutcome MergeSheet(string sheet) => RunMerger.Run(_folder["运行"], TestProgram.Program, [],
        Options("合并.csv") with { ApprovalsPath = _folder[sheet] }, CancellationToken.None);

    private void OneBatch(string output = "一次.csv")
    {
        var options = Options(output) with { Parts = Registry().Parts };
        Assert.Empty(Codes(BatchRunner.Run(TestProgram.Program, [], options, null, CancellationToken.None).Findings));
    }

    private static string[] Codes(IEnumerable<DataFinding> findings) =>
        [.. findings.Where(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error)
            .Select(static finding => finding.Code)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void 分几份算再合并_与一次算完逐字节相同(int count)
    {
        OneBatch();
        for (var number = count; number >= 1; number--)
            Assert.Empty(Codes(Run(new(number, count)).Findings));
        var outcome = Merge();
        Assert.Empty(Codes(outcome.Findings));
        foreach (var suffix in (string[])["", ".rejected.csv", ".json"])
            Assert.Equal(_folder.Read("一次.csv" + suffix), _folder.Read("合并.csv" + suffix));
        Assert.Equal(_folder.Read("一次.csv.manifest.json"),
            _folder.Read("合并.csv.manifest.json").Replace("合并.csv", "一次.csv", StringComparison.Ordinal));
        Assert.DoesNotContain(_folder.Names, static name => name.Contains(".try-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("运行/新.csv")]
    [InlineData("运行/下面/新.parquet")]
    [InlineData("登记/1/新.csv")]
    [InlineData("登记/新.xlsx")]
    public void 合并的结果不写进分区和快照的文件夹(string output)
    {
        Assert.Empty(Codes(Run().Findings));
        var before = _folder.Names;
        Assert.Equal(["DSL5117"], Codes(Merge(output).Findings));
        Assert.Equal(before, _folder.Names);
        var result = _folder.Names.First(static name => name.StartsWith("运行/1.", StringComparison.Ordinal)
            && name.EndsWith(".csv", StringComparison.Ordinal) && !name.Contains("rejected", StringComparison.Ordinal));
        Assert.Equal(["DSL5117"], Codes(Merge(result).Findings));
        Assert.Empty(Codes(Merge().Findings));
    }

    [Fact]
    public void 另一个引擎的拒绝_用话说明()
    {
        Assert.Empty(Codes(Run().Findings));
        var refused = Run(options: Options() with { Engine = EvaluationEngines.Names[0] }).Findings;
        Assert.Equal(["DSL5920"], Codes(refused));
        Assert.Contains("引擎 columns", refused[0].Problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("{", refused[0].Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void 合并成别的格式也相同()
    {
        Run();
        foreach (var name in (string[])["一次.xlsx", "合并.xlsx"])
        {
            if (name[0] == '一')
                OneBatch(name);
            else
                Assert.Empty(Codes(Merge(name).Findings));
        }
        Assert.Equal(File.ReadAllBytes(_folder["一次.xlsx"]), File.ReadAllBytes(_folder["合并.xlsx"]));
        Assert.Equal(["DSL5925"], Codes(Merge("合并.json").Findings));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void 待核定的表也与一次算完的相同(string format)
    {
        var (whole, joined) = ($"一次待核定.{format}", $"合并待核定.{format}");
        Assert.Empty(Codes(Run(options: Options() with { KeepsApprovals = true }).Findings));
        var options = Options("一次.csv") with { Parts = Registry().Parts, ApprovalsPath = _folder[whole] };
        Assert.Empty(Codes(BatchRunner.Run(TestProgram.Program, [], options, null, CancellationToken.None).Findings));
        Assert.Empty(Codes(MergeSheet(joined).Findings));
        Assert.Equal(File.ReadAllBytes(_folder[whole]), File.ReadAllBytes(_folder[joined]));
        Assert.True(new FileInfo(_folder[joined]).Length > 500);
        foreach (var suffix in (string[])["", ".rejected.csv", ".json"])
            Assert.Equal(_folder.Read("一次.csv" + suffix), _folder.Read("合并.csv" + suffix));
        Assert.Equal(["DSL5920"], Codes(Run().Findings));
        var kept = _folder.Names.First(static name => name.EndsWith(".approvals.csv", StringComparison.Ordinal));
        File.AppendAllText(_folder[kept], "x");
        Assert.Equal(["DSL5922"], Codes(MergeSheet("再合并." + format).Findings));
    }

    [Fact]
    public void 没有记下待核定的分区_写不出待核定的表()
    {
        Assert.Empty(Codes(Run().Findings));
        Assert.Equal(["DSL5924"], Codes(MergeSheet("待核定.csv").Findings));
        Assert.DoesNotContain(_folder.Names, static name => name.EndsWith(".approvals.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void 没有算完的不合并_算完的不重算()
    {
        Assert.Equal((2, 0), (Run(new(1, 2)).Partitions, Run(new(1, 2)).FailedSubjects));
        var refused = Merge();
        Assert.Equal(["DSL5921"], Codes(refused.Findings));
        Assert.Contains("3 个分区里还有 1 个没有算完：2", refused.Findings[0].Problem.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["合并.csv"]));
        Assert.Equal((3, 2), (Run() is var all ? all.Partitions : 0, all.Skipped));
        Assert.Equal(3, Run().Skipped);
        Assert.Equal(0, Run(new(7, 8)).Partitions);
    }

    [Fact]
    public void 定义不同的拒绝_写明哪里不同()
    {
        Run();
        (string, PartitionOutcome)[] others =
        [
            ("测算日", Run(options: Options() with { Context = TestProgram.Context with { AsOf = new(2023, 1, 1) } })),
            ("年度", Run(options: Options() with { Context = TestProgram.Context with { Year = 2023 } })),
            ("快照", Run(registry: Registry("fedcba9876543210"))),
            ("结果的形式", Run(options: Options() with { Form = Results.OutputForm.Wide })),
            ("程序", Run(options: Options() with { Engine = "columns" })),
            ("其他文件", Run(options: Options() with { Source = new RegistrySource("") { OtherDocuments = ["甲〔2020〕1号"] } })),
        ];
        foreach (var (what, outcome) in others)
        {
            Assert.Equal(["DSL5920"], Codes(outcome.Findings));
            Assert.Contains(what + "不同", outcome.Findings[0].Problem.Message, StringComparison.Ordinal);
        }
        var merged = RunMerger.Run(
            _folder["运行"], TestProgram.Program, [new("别的.policy", new string('1', 64))], Options("合并.csv"), CancellationToken.None);
        Assert.Equal(["DSL5920"], Codes(merged.Findings));
    }

    [Fact]
    public void 文件损坏或不见的说明_删去标记可以重算()
    {
        Run();
        var done = _folder.Names.Where(static name => name.StartsWith("运行/2.", StringComparison.Ordinal)).ToList();
        foreach (var name in done.Where(static name => !name.EndsWith(".done", StringComparison.Ordinal)))
        {
            var content = File.ReadAllBytes(_folder[name]);
            File.WriteAllBytes(_folder[name], [.. content, (byte)' ']);
            Assert.Equal(["DSL5922"], Codes(Merge().Findings));
            File.Delete(_folder[name]);
            Assert.Equal(["DSL5922"], Codes(Merge().Findings));
            File.WriteAllBytes(_folder[name], content);
        }
        Assert.Empty(Codes(Merge().Findings));
        _folder.Write("运行/2.done", "{");
        Assert.Equal(["DSL5922"], Codes(Merge().Findings));
        Assert.Equal(["DSL5922"], Codes(Run().Findings));
        File.Delete(_folder["运行/2.done"]);
        Assert.Equal(2, Run().Skipped);
        OneBatch();
        Merge();
        Assert.Equal(_folder.Read("一次.csv"), _folder.Read("合并.csv"));
        _folder.Write("运行/run.json", "{}");
        Assert.Equal(["DSL5924"], Codes(Merge().Findings));
        File.Delete(_folder["运行/run.json"]);
        Assert.Equal(["DSL5924"], Codes(Merge().Findings));
    }

    [Fact]
    public void 两次结果不同的是错误_先完成的留着()
    {
        // The second attempt begins before the first one is done, and computes something else.
        var inner = default(PartitionOutcome);
        var options = Options() with
        {
            Substitute = (program, context) => new Engine(new InterpreterEngine(program, context), key =>
            {
                if (key == "K21" && inner is null)
                {
                    inner = new([], 0, 0, 0);
                    inner = Run(new(2, 3));
                }
                return key != "K22";
            }),
        };
        var outer = Run(new(2, 3), options);
        Assert.Empty(Codes(inner?.Findings ?? []));
        Assert.Equal(["DSL5923"], Codes(outer.Findings));
        Run();
        OneBatch();
        Merge();
        Assert.Equal(_folder.Read("一次.csv"), _folder.Read("合并.csv"));
    }

    [Fact]
    public void 两个同时算同一个分区_一个算完_另一个的不留()
    {
        var inner = default(PartitionOutcome);
        var options = Options() with
        {
            Substitute = (program, context) => new Engine(new InterpreterEngine(program, context), key =>
            {
                if (key == "K21" && inner is null)
                {
                    inner = new([], 0, 0, 0);
                    inner = Run(new(2, 3));
                }
                return true;
            }),
        };
        var outer = Run(new(2, 3), options);
        Assert.Empty(Codes([.. outer.Findings, .. inner?.Findings ?? []]));
        Assert.Equal((1, 0), (outer.Skipped, inner?.Skipped));
        Assert.Equal(4, _folder.Names.Count(static name => name.StartsWith("运行/2.", StringComparison.Ordinal)));
    }

    [Fact]
    public void 出错的主体单独列出_其余照算()
    {
        var tries = 0;
        var options = Options() with
        {
            Substitute = (program, context) => new Engine(new InterpreterEngine(program, context), key =>
                key != "K23" || (++tries > 0 ? throw new InvalidOperationException("算不出") : true)),
        };
        var outcome = Run(options: options);
        Assert.Empty(Codes(outcome.Findings));
        Assert.Equal((1L, 4), (outcome.FailedSubjects, tries));
        var merged = Merge();
        Assert.Equal((1L, 17L), (merged.Result?.FailedSubjects, merged.Result?.Summary.SubjectCount));
        Assert.DoesNotContain("K23", _folder.Read("合并.csv"), StringComparison.Ordinal);
        Assert.Contains("DSL5911,主体“K23”测算出错：InvalidOperationException 算不出。", _folder.Read("合并.csv.rejected.csv"),
            StringComparison.Ordinal);
        OneBatch();
        Assert.Equal(
            _folder.Read("一次.csv").Split('\n').Where(static line => !line.StartsWith("K23,", StringComparison.Ordinal)),
            _folder.Read("合并.csv").Split('\n'));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public void 进程几次死在同一个主体上_这个主体不再算(int deaths, int failed)
    {
        Directory.CreateDirectory(_folder["运行"]);
        for (var number = 1; number <= 3; number++)
            _folder.Write($"运行/1.try-{number}", number <= deaths ? "3" : "-1");
        var outcome = Run();
        Assert.Equal(failed, outcome.FailedSubjects);
        Assert.DoesNotContain(_folder.Names, static name => name.Contains(".try-", StringComparison.Ordinal));
        Merge();
        Assert.Equal(failed == 0, _folder.Read("合并.csv").Contains("K14,", StringComparison.Ordinal));
    }

    [Fact]
    public void 读表出错的不算主体的错()
    {
        File.Delete(_folder["登记/2/企业.csv"]);
        Assert.NotEmpty(Codes(Run().Findings));
        Assert.DoesNotContain(_folder.Names, static name => name.Contains(".try-", StringComparison.Ordinal));
    }

    /// <summary>An engine that asks before each subject; one that is refused gets the result of a subject without facts.</summary>
    private sealed class Engine(IEvaluationEngine law, Func<string, bool> ask) : IEvaluationEngine
    {
        public string Name => law.Name;

        public StringDictionary Texts => law.Texts;

        public IEnumerable<DataFinding> Notes => [];

        public ResultBatch Evaluate(FactBatch block)
        {
            using var results = law.Evaluate(block);
            return ResultBatch.Of(block.Facts, [.. block.Facts.Select((facts, index) => ask(facts.Key) ? results.ResultOf(index)
                : results.ResultOf(index) with { Totals = new(Values.Exact.Bounds.Exactly(1), 0, [], []) })]);
        }
    }
}
