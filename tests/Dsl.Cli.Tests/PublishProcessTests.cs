// Publications as processes of their own: killed at any moment, and two at once.
using System.Globalization;
using System.Text;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class PublishProcessTests : IDisposable
{
    private const string History = "in/兑现记录.csv";
    private const string Header = "主键,文号,条款,事项行,年度,金额\n";

    private const string Policy = """
        政策 兑现办法
          文号 兑府〔2023〕1号
          施行日期 2023-01-01
          级次 区级

        数据 企业
          主键 代码 : 文本
          投入 : 金额

        条款 1 一次性奖励
          频次 一次性
          奖补 = 投入 * 10%

        """;

    private readonly ScratchFolder _folder = new();

    public PublishProcessTests()
    {
        _folder.Write("p/办法.policy", Policy);
        var subjects = new StringBuilder("代码,投入\n");
        for (var i = 0; i < 2000; i++)
            subjects.Append(CultureInfo.InvariantCulture, $"S{i},{i + 1}万元\n");
        _folder.Write("in/企业.csv", subjects.ToString());
        _folder.Write(History, Header);
        Assert.Equal(0, Batch(2023));
        Assert.Equal(0, Batch(2024));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 随时被强行结束的公布_兑现记录或旧或新_再公布一次就齐()
    {
        if (OperatingSystem.IsWindows())
            return; // Windows has no signal to send to another process.
        var old = Read();
        Assert.Equal(0, Publish(2023).Code);
        var published = Read();
        var (random, kills) = (new Random(20230630), Kills.Count(10));
        for (var i = 0; i < kills; i++)
        {
            _folder.Write(History, old);
            using (var process = PolicyProcess.Start(Arguments(2023)))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                if (i % 2 == 0)
                    Thread.Sleep(random.Next(20, 700));
                else // Once it is at the history: the moments that matter.
                    SpinWait.SpinUntil(() => process.HasExited || File.Exists(_folder[History + ".lock"]), PolicyProcess.Patience);
                if (i % 4 == 3)
                    SpinWait.SpinUntil(() => process.HasExited || File.Exists(_folder[History + ".publish.tmp"]), PolicyProcess.Patience);
                PolicyProcess.Signal(process, "KILL");
                Assert.True(process.WaitForExit(PolicyProcess.Patience));
            }
            Assert.Contains(Read(), (string[])[old, published]);
            Assert.Equal(0, PolicyRun.Of(Arguments(2023)).Code);
            Assert.Equal(published, Read());
            Assert.Equal(["企业.csv", "兑现记录.csv"],
                Directory.EnumerateFiles(_folder["in"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void 两个年度同时公布_只有一个追加_另一个说明要重新测算()
    {
        for (var i = 0; i < 6; i++)
        {
            _folder.Write(History, Header);
            using var left = PolicyProcess.Start(Arguments(2023));
            using var right = PolicyProcess.Start(Arguments(2024));
            ProcessRun[] runs = [PolicyProcess.End(left), PolicyProcess.End(right)];
            Assert.Equal([0, 2], runs.Select(static run => run.Code).Order());
            Assert.Contains("DSL5255", runs.Single(static run => run.Code == 2).Error, StringComparison.Ordinal);
            Assert.Equal(2002, Read().Split('\n').Length);
        }
    }

    [Fact]
    public void 同一个结果同时公布几次_只记一次()
    {
        var processes = Enumerable.Range(0, 4).Select(_ => PolicyProcess.Start(Arguments(2023))).ToList();
        Assert.All(processes.Select(PolicyProcess.End).ToList(), static run => Assert.Equal(0, run.Code));
        processes.ForEach(static process => process.Dispose());
        Assert.Equal(2002, Read().Split('\n').Length);
    }

    [Fact]
    public void 追加了而打印不出来的_照实说()
    {
        if (!OperatingSystem.IsLinux())
            return; // Elsewhere no device is always full.
        using var process = PolicyProcess.StartTool("sh", [],
            ["-c", "exec dotnet \"$0\" publish \"$1\" --history \"$2\" > /dev/full", PolicyProcess.Program, _folder["out/2023.csv"],
                _folder[History]]);
        var run = PolicyProcess.End(process);
        Assert.Equal(2, run.Code);
        Assert.Contains("已追加 2023年度 2000 笔", run.Error, StringComparison.Ordinal);
        Assert.Equal(2002, Read().Split('\n').Length);
    }

    private string Read() => File.ReadAllText(_folder[History]);

    private string[] Arguments(int year) => ["publish", _folder[$"out/{year}.csv"], "--history", _folder[History]];

    private ProcessRun Publish(int year) => PolicyProcess.Run(Arguments(year));

    private int Batch(int year) => PolicyRun.Of(
        "batch", _folder["p"], "--input", _folder["in"], "--output", _folder[$"out/{year}.csv"], "--date", $"{year}-06-30", "--engine",
        "interpreter").Code;
}
