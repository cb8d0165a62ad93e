// What a publication looks at before it appends: the records and 核定 that the result was computed from, which file is meant,
// who else is at it.
using System.Collections.Immutable;
using System.Diagnostics;
using Dsl.Batch.Engines;
using Dsl.Batch.Publishing;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Policies;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class PublishHistoryTests : IDisposable
{
    private const string Policy = """
        政策 兑现办法
          文号 兑府〔2023〕1号
          施行日期 2020-01-01
          级次 区级

        数据 企业
          主键 代码 : 文本
          投入 : 金额

        明细 项目 属于 企业
          主键 编号 : 文本

        条款 1 一次性奖励
          频次 一次性
          奖补 = 投入 * 10%

        条款 2 最多两年
          频次 每年 最多 2年
          奖补 = 投入 * 1%

        条款 3 每个项目
          频次 每次
          每个 项目
          奖补 = 核定 最高 1万元
        """;

    private const string Header = "主键,文号,条款,事项行,年度,金额\n";

    private readonly TemporaryFolder _folder = new();

    public PublishHistoryTests()
    {
        _folder.Write("p/办法.policy", Policy);
        _folder.Write("in/企业.csv", "代码,投入\nA,100万元\n");
        _folder.Write("in/项目.csv", "主键,编号\nA,P1\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Header)]
    [InlineData(Header + "A,兑府〔2023〕1号,2,,2020,5\n")]
    [InlineData(Header + "C,别的〔2020〕9号,1,,2020,5\n")]
    public void 两个年度按同样的记录算出_先后公布_后一个停下(string history)
    {
        _folder.Write("in/兑现记录.csv", history);
        Batch(2022);
        Batch(2023);
        Assert.Null(Stops(2022));
        Assert.Equal("DSL5255", Stops(2023));
        // The first once more appends nothing and is no mistake.
        Assert.Null(Stops(2022));
        Batch(2023);
        Assert.Null(Stops(2023));
        Assert.Equal(1, History().Split('\n').Count(static line => line.StartsWith("A,兑府〔2023〕1号,1,", StringComparison.Ordinal)));
    }

    [Fact]
    public void 没有记录时算出的两个年度_后一个停下()
    {
        Batch(2022);
        Batch(2023);
        Assert.Null(Stops(2022));
        Assert.Equal("DSL5505", Stops(2023));
    }

    [Fact]
    public void 一个年度的两个结果_后一个停下()
    {
        Batch(2022, output: "first.csv");
        _folder.Write("in/企业.csv", "代码,投入\nA,90万元\nB,10万元\n");
        Batch(2022, output: "second.csv");
        Assert.Null(Stops(2022, output: "first.csv"));
        Assert.Equal("DSL5505", Stops(2022, output: "second.csv"));
    }

    [Theory]
    [InlineData(null, "B,100万元\n", null)]
    [InlineData("A,兑府〔2023〕1号,2,,2020,5\n", "B,100万元\n", null)]
    [InlineData(null, "B,100万元\nA,1万元\n", "DSL5505")]
    [InlineData("A,兑府〔2023〕1号,2,,2020,5\n", "Ａ,100万元\nB,1万元\n", "DSL5255")]
    [InlineData("B,兑府〔2023〕1号,2,,2020,5\n", "А,100万元\n", "DSL5255")]
    public void 同一年度的两批主体_互不相干就先后公布(string? history, string second, string? code)
    {
        if (history is not null)
            _folder.Write("in/兑现记录.csv", Header + history);
        Batch(2022, output: "first.csv");
        _folder.Write("in/企业.csv", "代码,投入\n" + second);
        Batch(2022, output: "second.csv");
        Assert.Null(Stops(2022, output: "first.csv"));
        Assert.Equal(code, Stops(2022, output: "second.csv"));
        Assert.Equal(code is null, History().Contains("\nB,兑府〔2023〕1号,1,,2022,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2022,8000", "DSL5258")]
    [InlineData("2022,", null)]
    [InlineData("2021,8000", null)]
    public void 测算以后才有的核定(string approval, string? code)
    {
        Batch(2022);
        _folder.Write("in/核定.csv", $"主键,条款,事项行,年度,金额\nA,3,P1,{approval}\n");
        Assert.Equal(code, Stops(2022));
    }

    [Fact]
    public void 数据文件夹里后来有了兑现记录_不公布到别处()
    {
        Batch(2022, output: "first.csv");
        Batch(2022, output: "second.csv");
        Assert.Null(Stops(2022, output: "first.csv"));
        _folder.Write("h/x", "");
        Assert.Equal("DSL5505", Stops(2022, "h/兑现记录.csv", output: "second.csv"));
        Assert.Equal("DSL5256", Stops(2022, "h/兑现纪录.csv", output: "second.csv"));
    }

    [Theory]
    [InlineData("A,兑府〔2023〕1号,2,,2020,5\nB,兑府〔2023〕1号,2,,2022,7\n", null)]
    [InlineData("b,兑府[2023]1号,２,,２０２２,7.00\nＡ,兑府（2023）1 号,2,,2020,0.0005万元\nC,别的〔2020〕9号,1,,2020,5\n", null)]
    [InlineData("A,兑府〔2023〕1号,2,,2020,6\nB,兑府〔2023〕1号,2,,2022,7\n", "DSL5255")]
    [InlineData("A,兑府〔2023〕1号,2,,2020,5\n", "DSL5255")]
    [InlineData("A,兑府〔2023〕1号,2,,2020,5\nB,兑府〔2023〕1号,2,,2022,8\n", "DSL5255")]
    [InlineData("A,兑府〔2023〕1号,2,,2020,5\nA,兑府〔2023〕1号,2,,2020,5\nB,兑府〔2023〕1号,2,,2022,7\n", "DSL5255")]
    [InlineData("A,兑府〔2023〕1号,2,,2024,5\nB,兑府〔2023〕1号,2,,2022,7\n", "DSL5255")]
    [InlineData("", "DSL5255")]
    public void 手工改动过的兑现记录_写法不同的不算(string rows, string? code)
    {
        _folder.Write("in/兑现记录.csv", Header + "A,兑府〔2023〕1号,2,,2020,5\nB,兑府〔2023〕1号,2,,2022,7\n");
        Batch(2022);
        var edited = Header + rows;
        _folder.Write("in/兑现记录.csv", edited);
        Assert.Equal(code, Stops(2022));
        Assert.StartsWith(edited, History(), StringComparison.Ordinal);
        Assert.Equal(code is null, History() != edited);
    }

    [Theory]
    [InlineData("主键,条款,事项行,年度,金额\nA,3,P1,2022,8000\n", null)]
    [InlineData("金额,主键,条款,事项行,文号\n0.8万元,ａ,３,p1,兑府[2023]1号\n", null)]
    [InlineData("主键,条款,事项行,年度,金额\nA,3,P1,2022,7000\n", "DSL5258")]
    [InlineData("主键,条款,事项行,年度,金额\n", "DSL5258")]
    public void 测算以后改动过的核定(string approvals, string? code)
    {
        _folder.Write("in/核定.csv", "主键,条款,事项行,年度,金额\nA,3,P1,2022,8000\n");
        Batch(2022);
        _folder.Write("in/核定.csv", approvals);
        Assert.Equal(code, Stops(2022));
    }

    [Fact]
    public void 核定读不到的_照样公布并提醒()
    {
        _folder.Write("in/核定.csv", "主键,条款,事项行,年度,金额\nA,3,P1,2022,8000\n");
        Batch(2022);
        File.Delete(_folder["in/核定.csv"]);
        var outcome = Publish(2022);
        Assert.NotNull(outcome.Report);
        Assert.Equal("DSL5724", Assert.Single(outcome.Findings).Code);
    }

    [Fact]
    public void 别的格式的兑现记录_内容相同就公布_并提醒是另一个文件()
    {
        _folder.Write("in/兑现记录.json", """[{"主键": "A", "文号": "兑府[2023]1号", "条款": "2", "年度": 2020, "金额": "0.0005万元"}]""");
        Batch(2022);
        _folder.Write("h/兑现记录.csv", Header + "A,兑府〔2023〕1号,2,,2020,5\n");
        var outcome = Publish(2022, "h/兑现记录.csv");
        Assert.NotNull(outcome.Report);
        Assert.Equal("DSL5723", Assert.Single(outcome.Findings).Code);
        _folder.Write("h/兑现记录.csv", Header + "A,兑府〔2023〕1号,2,,2020,6\n");
        Assert.Equal("DSL5255", Stops(2022, "h/兑现记录.csv"));
    }

    [Fact]
    public void 写错的路径不是新的兑现记录()
    {
        _folder.Write("in/兑现记录.csv", Header);
        Batch(2022);
        foreach (var path in (string[])["in/兑现纪录.csv", "in/记录.csv", "inn/兑现记录.csv", "兑现记录.csv"])
            Assert.Equal("DSL5256", Stops(2022, path));
        Assert.Equal(Header, History());
        var fresh = Publish(2022, "in/另一个.csv", newHistory: true).Report;
        Assert.True(fresh?.IsNew);
        File.Delete(_folder["in/兑现记录.csv"]);
        File.Delete(_folder["in/另一个.csv"]);
        Batch(2022);
        _folder.Write("h/兑现纪录.csv", Header);
        Assert.Equal("DSL5256", Stops(2022, "h/兑现记录.csv"));
        _folder.Write("g/兑现记录.xlsx", "");
        Assert.Equal("DSL5256", Stops(2022, "g/兑现记录.csv"));
        Assert.Null(Stops(2022, "in/台账.csv"));
    }

    [Theory]
    [InlineData("兑现记录.xlsx", "DSL5257")]
    [InlineData("兑现记录.parquet", "DSL5257")]
    [InlineData("兑现记录.duckdb#兑现记录", "DSL5257")]
    [InlineData("兑现记录.json", "DSL5257")]
    [InlineData("兑现记录", "DSL5257")]
    [InlineData(".csv", "DSL5257")]
    [InlineData("folder.csv", "DSL5721")]
    [InlineData("dangling.csv", "DSL5721")]
    [InlineData("circle.csv", "DSL5721")]
    [InlineData("null.csv", "DSL5721")]
    [InlineData("pipe.csv", "DSL5721")]
    public void 不是一个CSV文件的(string name, string code)
    {
        if (OperatingSystem.IsWindows())
            return; // Links need rights there, and pipes have no names in folders.
        Batch(2022);
        Directory.CreateDirectory(_folder["h/folder.csv"]);
        File.CreateSymbolicLink(_folder["h/dangling.csv"], "nowhere.csv");
        File.CreateSymbolicLink(_folder["h/circle.csv"], "circle.csv");
        File.CreateSymbolicLink(_folder["h/null.csv"], "/dev/null");
        Process.Start("mkfifo", [_folder["h/pipe.csv"]]).WaitForExit();
        Assert.Equal(code, Stops(2022, "h/" + name));
        Assert.Equal(["circle.csv", "dangling.csv", "folder.csv", "null.csv", "pipe.csv"],
            Directory.EnumerateFileSystemEntries(_folder["h"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead)]
    public void 链接和权限不变(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            return; // It has other permissions.
        _folder.Write("h/真的.csv", Header);
        File.SetUnixFileMode(_folder["h/真的.csv"], mode);
        File.CreateSymbolicLink(_folder["h/中间.csv"], "真的.csv");
        File.CreateSymbolicLink(_folder["in/兑现记录.csv"], "../h/中间.csv");
        Batch(2022);
        Assert.Null(Stops(2022));
        Assert.Equal("../h/中间.csv", new FileInfo(_folder["in/兑现记录.csv"]).LinkTarget);
        Assert.Equal(4, _folder.Read("h/真的.csv").Split('\n').Length);
        Assert.Equal(mode, File.GetUnixFileMode(_folder["h/真的.csv"]));
        Assert.Equal(["中间.csv", "真的.csv"],
            Directory.EnumerateFiles(_folder["h"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void 只读的和有几个名称的不动()
    {
        if (!OperatingSystem.IsLinux())
            return; // Elsewhere the number of links of a file is not known.
        _folder.Write("in/兑现记录.csv", Header);
        Batch(2022);
        File.SetUnixFileMode(_folder["in/兑现记录.csv"], UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        Assert.Equal("DSL5721", Stops(2022));
        File.SetUnixFileMode(_folder["in/兑现记录.csv"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Process.Start("ln", [_folder["in/兑现记录.csv"], _folder["别名.csv"]]).WaitForExit();
        Assert.Equal("DSL5721", Stops(2022));
        Assert.Equal(Header, _folder.Read("别名.csv"));
        File.Delete(_folder["别名.csv"]);
        Assert.Null(Stops(2022));
    }

    [Fact]
    public void 以后的年度先公布的_以前的年度不再付一次()
    {
        Batch(2024);
        Assert.Null(Stops(2024));
        Batch(2023);
        Assert.Equal("DSL5259", Stops(2023));
        // 最多 2年 has room for one more year; what is only once has not.
        _folder.Write("in/企业.csv", "代码,投入\nA,\n");
        _folder.Write("in/兑现记录.csv", Header + "A,兑府〔2023〕1号,2,,2024,10000\n");
        _folder.Write("p/办法.policy",
            Policy.Replace("  奖补 = 投入 * 10%", "  奖补 = 核定 最高 1万元", StringComparison.Ordinal)
                .Replace("奖补 = 投入 * 1%", "奖补 = 1万元", StringComparison.Ordinal));
        Batch(2023);
        Assert.Null(Stops(2023));
        Assert.EndsWith("A,兑府〔2023〕1号,2,,2023,10000.00\n", History(), StringComparison.Ordinal);
        Batch(2022);
        Assert.Equal("DSL5259", Stops(2022));
    }

    [Fact]
    public void 以前的程序写的清单不收()
    {
        Batch(2022);
        var manifest = _folder.Read("2022.csv.manifest.json");
        _folder.Write("2022.csv.manifest.json", manifest.Replace("\"记录\"", "\"别的\"", StringComparison.Ordinal));
        Assert.Equal("DSL5503", Stops(2022));
    }

    [Fact]
    public void 两个公布同时进行_一个等另一个()
    {
        _folder.Write("in/兑现记录.csv", Header);
        Batch(2022);
        using (var held = HistoryLock.Take(_folder["in/兑现记录.csv"], TimeSpan.Zero, CancellationToken.None))
        {
            Assert.NotNull(held);
            Assert.Equal("DSL5722",
                Assert.Single(Publisher.Run(Options(2022) with { Patience = TimeSpan.Zero }, CancellationToken.None).Findings).Code);
        }
        // The lock file of a killed process does not block others and is removed.
        _folder.Write("in/兑现记录.csv.lock", "");
        _folder.Write("in/兑现记录.csv.publish.tmp", Header + "A,兑");
        Assert.Null(Stops(2022));
        Assert.Equal(["企业.csv", "兑现记录.csv", "项目.csv"],
            Directory.EnumerateFiles(_folder["in"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void 许多公布同时追加_一笔不少()
    {
        const int Policies = 12;
        for (var i = 0; i < Policies; i++)
        {
            var path = Path.Combine("q", $"{i}");
            _folder.Write(Path.Combine(path, "办法.policy"),
                Policy.Replace("兑府〔2023〕1号", $"兑府〔2023〕{i + 100}号", StringComparison.Ordinal));
            Batch(2022, path, $"{i}.csv");
        }
        ImmutableArray<string> documents = [.. Enumerable.Range(100, Policies).Select(static number => $"兑府〔2023〕{number}号")];
        Parallel.For(0, Policies, new ParallelOptions { MaxDegreeOfParallelism = Policies }, i =>
            Assert.NotNull(
                Publisher.Run(Options(2022, output: $"{i}.csv") with { OtherDocuments = documents }, CancellationToken.None).Report));
        Assert.Equal((2 * Policies) + 2, History().Split('\n').Length);
        Assert.DoesNotContain(_folder.Names,
            static name => name.EndsWith(".lock", StringComparison.Ordinal) || name.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("小计")]
    [InlineData("合计")]
    [InlineData("平台小计")]
    [InlineData("备注")]
    public void 叫小计的事项行_记录照读(string rowKey)
    {
        _folder.Write("in/兑现记录.csv", Header + $"A,,3,{rowKey},2021,5\n");
        _folder.Write("in/核定.csv", $"主键,条款,事项行,年度,金额\nA,3,{rowKey},2021,5\n");
        foreach (var engine in EvaluationEngines.Names)
        {
            Batch(2022, engine: engine);
            Assert.DoesNotContain("2022.csv.rejected.csv", _folder.Names);
        }
        Assert.Null(Stops(2022));
    }

    private string History() => _folder.Read("in/兑现记录.csv");

    private void Batch(int year, string policies = "p", string? output = null, string engine = "interpreter")
    {
        var loaded = PolicyLoader.Load([_folder[policies]]);
        Assert.DoesNotContain(loaded.Diagnostics, static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error);
        var options =
            new BatchOptions(new RegistrySource(_folder["in"]), _folder[output ?? $"{year}.csv"],
                new EvaluationContext(new DateOnly(year, 6, 30), year))
            {
                Engine = engine
            };
        Assert.NotNull(BatchRunner.Run(loaded, options, null, CancellationToken.None).Result);
    }

    private PublishOptions Options(int year, string history = "in/兑现记录.csv", string? output = null) =>
        new(_folder[output ?? $"{year}.csv"], _folder[history]);

    private PublishOutcome Publish(int year, string history = "in/兑现记录.csv", bool newHistory = false) =>
        Publisher.Run(Options(year, history) with { NewHistory = newHistory }, CancellationToken.None);

    /// <summary>The code that a publication stops with; null where it does not stop.</summary>
    private string? Stops(int year, string history = "in/兑现记录.csv", string? output = null)
    {
        var outcome = Publisher.Run(Options(year, history, output), CancellationToken.None);
        Assert.Equal(outcome.Report is null ? 1 : 0,
            outcome.Findings.Count(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error));
        return outcome.Findings.FirstOrDefault(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error)?.Code;
    }
}
