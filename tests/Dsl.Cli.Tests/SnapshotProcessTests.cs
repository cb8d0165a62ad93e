// Imports as processes of their own: killed at any moment, and two at once.
using System.Globalization;
using System.Text;
using Dsl.Batch.Snapshots;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class SnapshotProcessTests : IDisposable
{
    private const string Policy = """
        政策 兑现办法
          文号 兑府〔2023〕1号
          施行日期 2023-01-01
          级次 区级

        数据 企业
          主键 代码 : 文本
          投入 : 金额

        明细 项目 属于 企业
          费 : 金额

        条款 1 一次性奖励
          频次 一次性
          奖补 = 投入 * 10%

        """;

    private readonly ScratchFolder _folder = new();

    public SnapshotProcessTests()
    {
        _folder.Write("p/办法.policy", Policy);
        var (subjects, details) = (new StringBuilder("代码,投入\n"), new StringBuilder("代码,费\n"));
        for (var i = 0; i < 3000; i++)
        {
            subjects.Append(CultureInfo.InvariantCulture, $"S{i},{(i == 5 ? "很多" : $"{i + 1}万元")}\n");
            details.Append(CultureInfo.InvariantCulture, $"S{i * 7 % 3100},{i}\n");
        }
        _folder.Write("in/企业.csv", subjects.ToString());
        _folder.Write("in/项目.csv", details.ToString());
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 随时被强行结束的导入_不留下看起来完整的快照_再导入一次就齐()
    {
        if (OperatingSystem.IsWindows())
            return; // Windows has no signal to send to another process.
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(0, PolicyProcess.Run(Arguments("first")).Code);
        var (length, id) = ((int)clock.ElapsedMilliseconds, Assert.Single(Names("first")));
        var (random, kills) = (new Random(20230630), Kills.Count(4));
        for (var i = 0; i < kills; i++)
        {
            using (var process = PolicyProcess.Start(Arguments("second")))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                if (i % 2 == 0)
                    Thread.Sleep(random.Next(20, length));
                else // Once it writes: the moments that matter.
                    SpinWait.SpinUntil(() => process.HasExited || (Directory.Exists(_folder["second"]) && Names("second").Length > 0),
                        PolicyProcess.Patience);
                if (i % 4 == 3)
                    Thread.Sleep(random.Next(1 + length / 3));
                PolicyProcess.Signal(process, "KILL");
                Assert.True(process.WaitForExit(PolicyProcess.Patience));
            }
            if (Directory.Exists(_folder["second"]))
                Assert.All(Names("second").Where(static name => !name.EndsWith(".policy.tmp", StringComparison.Ordinal)),
                    name => Whole(name, id));
            Assert.Equal(0, PolicyRun.Of(Arguments("second")).Code);
            Assert.Equal([id], Names("second"));
            Whole(id, id);
            Directory.Delete(_folder["second"], recursive: true);
        }
    }

    [Fact]
    public void 同时导入几次_是同一个快照()
    {
        var processes = Enumerable.Range(0, 3).Select(_ => PolicyProcess.Start(Arguments("first"))).ToList();
        Assert.All(processes.Select(PolicyProcess.End).ToList(), static run => Assert.Equal(0, run.Code));
        processes.ForEach(static process => process.Dispose());
        Assert.Single(Names("first"));
    }

    [Fact]
    public void 说写到了哪里_有几个分区_几行未读入()
    {
        var run = PolicyRun.Of(Arguments("first"));
        var folder = Assert.Single(Directory.EnumerateDirectories(_folder["first"]));
        var id = Path.GetFileName(folder);
        Assert.Equal(0, run.Code);
        Assert.Equal($"已写入 {folder}\n快照 {id}：3000 个主体，8 个分区。\n"
            + $"按这些政策有 88 行未读入，见 {folder}/rejected.csv。\n", run.Output);
        Assert.Equal($"内容相同的快照已经有了：{folder}\n快照 {id}：3000 个主体，8 个分区。\n"
            + "按这些政策有 88 行未读入；快照里的清单是先前导入时写的。\n", PolicyRun.Of(Arguments("first")).Output);
    }

    [Fact]
    public void 命令写错了要说明()
    {
        Assert.Contains("  registry import SRC PATH…", PolicyRun.Of("registry", "--help").Output, StringComparison.Ordinal);
        Assert.Contains("没有命令“imprt”，您要的是 import 吗？", PolicyRun.Of("registry", "imprt").Error, StringComparison.Ordinal);
        Assert.Contains("用法见 policy registry import --help", PolicyRun.Of("registry", "import").Error, StringComparison.Ordinal);
        var twice = PolicyRun.Of([.. Arguments("first"), "--detail", "项目=a.csv", "--detail", "项目=b.csv"]);
        Assert.Contains("--detail 里“项目”写了不止一次", twice.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["first"]));
    }

    private void Whole(string name, string id)
    {
        Assert.Equal(id, name);
        var (snapshot, findings) = RegistrySnapshot.Open(_folder["second/" + name]);
        Assert.Empty(findings);
        Assert.Equal(id, snapshot?.Id);
        Assert.True(File.Exists(_folder[$"second/{name}/rejected.csv"]));
    }

    private string[] Names(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(_folder[folder]).Select(static path => Path.GetFileName(path))];

    private string[] Arguments(string folder) =>
        ["registry", "import", _folder["in"], _folder["p"], "--rows", "400", "--output", _folder[folder]];
}
