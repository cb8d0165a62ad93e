// 名额 and 总额 over a registry: engines, snapshots, partitions in any cut and their merging come to the same; comparison and explanation.
using System.Globalization;
using System.Text;
using Dsl.Batch.Comparing;
using Dsl.Batch.Engines;
using Dsl.Batch.Inspecting;
using Dsl.Batch.Partitions;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Batch.Snapshots;
using Dsl.Diff;
using Dsl.Evaluation.Explaining;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Policies;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class PlaceTests : IDisposable
{
    private static readonly EvaluationContext Context = new(new DateOnly(2024, 6, 30), 2024);

    private const string Policy = """
        政策 测试办法
          文号 测府〔2024〕1号
          施行日期 2024-01-01
          级次 区级
          竞合 本政策内 从高不重复
          合计上限 条款 5、7 不超过 10万元 先 条款 7

        名录 事项 = [平台建设]

        数据 企业
          主键 代码 : 文本
          名称     : 文本
          得分     : 数
          申报时间 : 日期
          产值     : 金额
          合格     : 是否

        明细 项目 属于 企业
          主键 编号 : 文本
          投资 : 金额

        参数 名额数 : 家 外部

        条款 1 前几名
          频次 每年
          条件 合格
          奖补 = 50万元
          名额 每年 名额数 按 得分 从高

        条款 2 先到先得
          频次 一次性
          奖补 = 产值 * 1%
          名额 6家 先到先得 按 申报时间

        条款 3 压缩
          分担 市级:区级 = 6:4
          频次 每年
          奖补 = 核定 最高 产值 * 10%
          总额 30万元 超出的 按比例压缩

        条款 4 延至下年
          频次 一次性
          每个 项目
          奖补 = 投资 * 3%
          单位上限 20万元
          总额 60万元 超出的 延至下年 按 得分 从低

        条款 5 竞合
          频次 每年
          事项 平台建设
          条件 合格
          奖补 = 10万元
          名额 每年 5家 按 得分
          总额 33万元 超出的 按比例压缩

        条款 6 竞合的另一条
          频次 每年
          事项 平台建设
          奖补 = 产值 * 2%

        条款 7 没有人排
          频次 每年
          奖补 = 产值 * 0.5%

        资金池 8 资金
          规模 100万元
          适用条款 1、3、5
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private LoadedPolicies Load(string text = Policy, string name = "p")
    {
        _folder.Write($"{name}/办法.policy", text);
        var policies = PolicyLoader.Load([_folder[name]]);
        Assert.DoesNotContain(policies.Diagnostics, static finding => finding.Severity == Severity.Error);
        return policies;
    }

    // Scores tie, are missing, as are conditions, dates and tables of rows; some were paid before.
    private void WriteRegistry(Random random, int subjects, bool isKnown = false)
    {
        bool IsBlank(int one) => !isKnown && random.Next(one) == 0;
        var main = new StringBuilder("代码,名称,得分,申报时间,产值,合格\n");
        var (rows, paid, approved) = (new StringBuilder("代码,编号,投资\n"), new StringBuilder("主键,文号,条款,事项行,年度,金额\n"),
            new StringBuilder("主键,文号,条款,事项行,年度,金额\n"));
        for (var i = 0; i < subjects; i++)
        {
            var score = IsBlank(8) ? "" : random.Next(1, isKnown ? 1000 : 12).ToString(CultureInfo.InvariantCulture);
            var date = IsBlank(10) ? "" : $"2024-0{random.Next(1, 6)}-1{random.Next(0, 9)}";
            var output = IsBlank(10) ? "" : $"{random.Next(1, 500)}0000.{random.Next(10)}7";
            main.Append(CultureInfo.InvariantCulture,
                $"S{i:000},名{i},{score},{date},{output},{(IsBlank(9) ? "" : random.Next(4) == 0 ? "否" : "是")}\n");
            for (var row = random.Next(3); row > 0; row--)
                rows.Append(CultureInfo.InvariantCulture, $"S{i:000},P{row},{random.Next(1, 90)}1234.56\n");
            if (random.Next(12) == 0)
                paid.Append(CultureInfo.InvariantCulture, $"S{i:000},测府〔2024〕1号,2,,2023,5000\n");
            if (random.Next(3) > 0)
                approved.Append(CultureInfo.InvariantCulture, $"S{i:000},测府〔2024〕1号,3,,2024,{random.Next(1, 9)}0000.33\n");
        }
        main.Append("坏,名,很多,2024-01-01,1,是\n");
        _folder.Write("in/企业.csv", main.ToString());
        _folder.Write("in/项目.csv", rows.ToString());
        _folder.Write("in/兑现记录.csv", paid.ToString());
        _folder.Write("in/核定.csv", approved.ToString());
        _folder.Write("in/参数.csv", $"名称,值\n名额数,{random.Next(0, 9)}家\n");
    }

    private string[] Batch(LoadedPolicies policies, RegistrySource source, string engine, string output, int threads = 2)
    {
        var outcome = BatchRunner.Run(policies, new(source, _folder[output], Context)
        {
            Engine = engine, Threads = threads, SummaryPath = _folder[output + ".json"], ApprovalsPath = _folder[output + ".sheet.csv"],
        }, null, CancellationToken.None);
        Assert.True(outcome.Result is not null, string.Join('\n', outcome.Findings));
        Assert.Contains(outcome.Findings, static finding => finding.Code == "DSL5953");
        return Written(output);
    }

    private string[] Written(string output) =>
        [Sorted(output), Sorted(output + ".sheet.csv"), _folder.Read(output + ".json"), Sorted(output + ".rejected.csv")];

    private string Sorted(string file) => string.Join('\n', _folder.Read(file).Split('\n').Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void 引擎_线程_快照_分区合并都相同(int seed)
    {
        var random = new Random(seed);
        WriteRegistry(random, random.Next(1, 60));
        var policies = Load();
        var source = new RegistrySource(_folder["in"]);
        var expected = Batch(policies, source, EvaluationEngines.Reference, "一.csv", threads: 1);
        foreach (var engine in EvaluationEngines.Names)
            Assert.Equal(expected, Batch(policies, source, engine, $"{engine}.csv"));
        var import = SnapshotImport.Run(policies.Compilation.Program, [],
            new(source, _folder["快照"], Context) { Parts = random.Next(1, 7), Threads = 1 }, CancellationToken.None);
        Assert.NotNull(import.Snapshot);
        var snapshot = new RegistrySource(import.Folder);
        Assert.Equal(expected, Batch(policies, snapshot, EvaluationEngines.Names[0], "快照.csv"));
        var count = random.Next(1, 5);
        foreach (var number in Enumerable.Range(1, count).OrderBy(_ => random.Next()))
        {
            var outcome = PartitionedBatch.Run(policies, [_folder["p"]], _folder["运行"], new(number, count),
                new(snapshot, "", Context) { Engine = EvaluationEngines.Names[0], KeepsApprovals = true, Threads = 1 }, null,
                CancellationToken.None);
            Assert.DoesNotContain(outcome.Findings, static finding => finding.Severity == Severity.Error);
        }
        var merged = PartitionedBatch.Merge(policies, _folder["运行"], new(new RegistrySource(""), _folder["合并.csv"], Context)
        {
            SummaryPath = _folder["合并.csv.json"], ApprovalsPath = _folder["合并.csv.sheet.csv"],
        }, CancellationToken.None);
        Assert.True(merged.Result is not null, string.Join('\n', merged.Findings));
        Assert.Contains(merged.Findings, static finding => finding.Code == "DSL5953");
        Assert.Equal(expected, Written("合并.csv"));
    }

    /// <summary>What is certain is never more than there are places, and adds up to the budget where all is known.</summary>
    [Fact]
    public void 名额和总额不会超过()
    {
        WriteRegistry(new Random(8), 50);
        _folder.Write("in/企业.csv", _folder.Read("in/企业.csv").Replace("坏,名,很多,2024-01-01,1,是\n", "", StringComparison.Ordinal));
        _folder.Write("in/参数.csv", "名称,值\n名额数,4家\n");
        var policies = Load();
        var outcome = BatchRunner.Run(
            policies, new(new RegistrySource(_folder["in"]), _folder["r.csv"], Context), null, CancellationToken.None);
        Assert.DoesNotContain(outcome.Findings, static finding => finding.Code == "DSL5953");
        var rows = _folder.Read("r.csv").Split('\n').Skip(1).Where(static line => line.Length > 0)
            .Select(static line => line.Split(',')).ToList();
        IEnumerable<string[]> Of(string clause) => rows.Where(row => row[2] == clause);
        Assert.InRange(Of("1").Count(static row => row[4] == "符合"), 0, 4);
        Assert.Contains(Of("1"), static row => row[4] == "让位" && row[9] == "排在前面的主体（名额）");
        Assert.Contains(Of("1"), static row => (row[4] is "待核定" or "资料不全") && row[11].Contains("名额", StringComparison.Ordinal));
        Assert.InRange(Of("3").Sum(static row => decimal.Parse(row[5], CultureInfo.InvariantCulture)), 0m, 300_000m);
        Assert.InRange(Of("4").Sum(static row => decimal.Parse(row[5], CultureInfo.InvariantCulture)), 0m, 600_000m);
        Assert.InRange(Of("5").Sum(static row => decimal.Parse(row[5], CultureInfo.InvariantCulture)), 0m, 330_000m);
    }

    /// <summary>What is claimed of the budget is what 合计上限 leaves: 20万 and 30万, not 80万 and 30万.</summary>
    [Fact]
    public void 合计上限在总额以前()
    {
        _folder.Write("in/企业.csv", "代码,产值\nA,8000000\nB,3000000\n");
        var policies = Load("""
            政策 测试办法
              文号 测府〔2024〕1号
              施行日期 2024-01-01
              级次 区级
              合计上限 条款 1、2 不超过 100万元 先 条款 2

            条款 1 一
              频次 每年
              奖补 = 产值 * 10%
              总额 100万元 超出的 按比例压缩

            条款 2 二
              频次 每年
              奖补 = 产值 * 10%

            数据 企业
              主键 代码 : 文本
              产值     : 金额
            """);
        foreach (var engine in EvaluationEngines.Names)
        {
            var outcome = BatchRunner.Run(policies,
                new(new RegistrySource(_folder["in"]), _folder[$"{engine}.csv"], Context) { Engine = engine }, null,
                CancellationToken.None);
            Assert.True(outcome.Result is not null, string.Join('\n', outcome.Findings));
            Assert.Equal(["A 1 200000.00", "A 2 800000.00", "B 1 300000.00", "B 2 300000.00"],
                _folder.Read($"{engine}.csv").Split('\n').Skip(1).Where(static line => line.Length > 0)
                    .Select(static line => line.Split(','))
                    .Select(static cells => $"{cells[0]} {cells[2]} {cells[5]}").Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void 比较两版_说明名次_换参数的值()
    {
        WriteRegistry(new Random(9), 40, isKnown: true);
        _folder.Write("in/参数.csv", "名称,值\n名额数,4家\n");
        var old = Load();
        var @new = Load(Policy.Replace("名额 6家 先到先得 按 申报时间", "名额 9家 先到先得 按 申报时间", StringComparison.Ordinal), "q");
        var source = new RegistrySource(_folder["in"]);
        var run = BatchRunner.Run(old, new(source, _folder["旧.csv"], Context), null, CancellationToken.None).Result;
        Assert.NotNull(run);
        var (before, after) = (old.Compilation.Program, @new.Compilation.Program);
        var (comparison, findings) = RegistryComparer.Run(before, after, ProgramComparer.Compare(before, after).Clauses,
            new(source, Context) { Engine = EvaluationEngines.Names[0] }, null, CancellationToken.None);
        Assert.True(comparison is not null, string.Join('\n', findings));
        // What 合计上限 leaves undecided between clauses is decided of their sum: the total is no sum of rows.
        Assert.Equal(run.Summary.Total.Low, comparison.Old.Total.Low);
        Assert.Equal(run.Summary.Total.High, comparison.Old.Total.High);
        Assert.True(comparison.New.Total.Low > comparison.Old.Total.Low);

        var import = SnapshotImport.Run(before, [], new(source, _folder["快照"], Context) { Parts = 3 }, CancellationToken.None);
        var results = SnapshotResults.Open(PreparedProgram.Create(before), new RegistrySource(import.Folder), Context, 1);
        var explained = Enumerable.Range(1, results.PartCount).SelectMany(part => results.Of(part, null, CancellationToken.None))
            .Select(subject =>
            {
                var trace = new EvaluationTrace();
                var result = new Interpreter(before, results.Context()).Evaluate(subject.Facts, trace);
                return ExplanationText.Write(Explainer.Explain(result, trace));
            }).ToList();
        Assert.Contains(explained, static text => text.Contains("名额 每年", StringComparison.Ordinal)
            && text.Contains("个主体中排第 1，在名额以内。", StringComparison.Ordinal));
        Assert.Contains(explained, static text => text.Contains("名额已满", StringComparison.Ordinal));
        Assert.Contains(explained, static text => text.Contains("延至下年", StringComparison.Ordinal));
        var places = before.Parameters.Single(static parameter => parameter.Name == "名额数");
        var curve = ParameterCurve.Run(results, places,
            [NumberValue.Of(0), NumberValue.Of(1000)], results.PartCount, null, CancellationToken.None);
        Assert.True(curve.Points[0].Total.Low < curve.Current.Total.Low || curve.Points[1].Total.Low > curve.Current.Total.Low);
        Assert.True(curve.Points[0].Total.Low < curve.Points[1].Total.Low);
    }

    /// <summary>A claim file that was cut, and partitions whose claims are missing.</summary>
    [Fact]
    public void 申请的文件缺了或坏了_说明()
    {
        WriteRegistry(new Random(10), 20);
        var policies = Load();
        var import = SnapshotImport.Run(policies.Compilation.Program, [],
            new(new RegistrySource(_folder["in"]), _folder["快照"], Context) { Parts = 3 }, CancellationToken.None);
        PartitionOutcome Run(PartitionShare share) => PartitionedBatch.Run(policies, [_folder["p"]], _folder["运行"], share,
            new(new RegistrySource(import.Folder), "", Context) { Threads = 1 }, null, CancellationToken.None);
        var first = Run(new(1, 3));
        Assert.True(first.WaitsForOthers);
        Assert.Equal("DSL5954", Assert.Single(first.Findings).Code);
        BatchOutcome Merge() => PartitionedBatch.Merge(
            policies, _folder["运行"], new(new RegistrySource(""), _folder["合并.csv"], Context), CancellationToken.None);
        Assert.Equal(["DSL5921"], Merge().Findings.Select(static finding => finding.Code));
        Assert.True(Run(new(2, 3)).WaitsForOthers);
        Assert.False(Run(new(3, 3)).WaitsForOthers);
        var claims = _folder.Read("运行/claims-2.csv");
        File.WriteAllText(_folder["运行/claims-2.csv"], claims[..^20]);
        Assert.Equal(["DSL5955"], Merge().Findings.Select(static finding => finding.Code));
        File.WriteAllText(_folder["运行/claims-2.csv"], claims);
        Assert.NotNull(Merge().Result);
    }
}
