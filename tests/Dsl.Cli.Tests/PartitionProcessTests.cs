// Partitions by real processes: killed at any moment, two at once, and what the commands say.
using Dsl.Batch.Registries;
using Dsl.Batch.Snapshots;
using Dsl.Cli.Tests.Harness;
using Dsl.Loading.Policies;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class PartitionProcessTests : IDisposable
{
    private const string Date = "2024-06-30";

    private readonly StarterFolder _folder = new();
    private readonly string _snapshot;

    public PartitionProcessTests()
    {
        _folder.WriteRegistry(6_000);
        var outcome = SnapshotImport.Run(
            PolicyLoader.Load([_folder["p"]]),
            new(new RegistrySource(_folder["data"]), _folder["snapshots"], new(new(2024, 6, 30), 2024)) { SubjectsPerPart = 1_000 },
            CancellationToken.None);
        Assert.True(outcome.Snapshot?.Partitions.Length > 3, string.Join('\n', outcome.Findings));
        _snapshot = outcome.Folder;
    }

    public void Dispose() => _folder.Dispose();

    private string[] Part(params string[] more) =>
        ["batch", _folder["p"], "--input", _snapshot, "--date", Date, "--run", _folder["run"], "--threads", "1", .. more];

    private string[] Merge => ["merge", _folder["run"], "--output", _folder["out/r.csv"], "--summary", _folder["out/s.json"]];

    private void Expect() => Assert.Equal(0, PolicyRun.Of("batch", _folder["p"], "--input", _snapshot, "--date", Date, "--output",
        _folder["expected/r.csv"], "--summary", _folder["expected/s.json"]).Code);

    private void ExpectMerged()
    {
        Assert.Equal(_folder.Read("expected/r.csv"), _folder.Read("out/r.csv"));
        Assert.Equal(_folder.Read("expected/s.json"), _folder.Read("out/s.json"));
        Assert.Empty(Kills.Unfinished(_folder["run"]));
        Assert.Empty(Kills.Unfinished(_folder["out"]));
    }

    [Fact]
    public void 随时被强行结束_接着算完_合并与一次算完相同()
    {
        Expect();
        // The first one also compiles, and keeps that for all others.
        Assert.Equal(0, PolicyProcess.RunWith([_folder.Cache], Part()).Code);
        Directory.Delete(_folder["run"], recursive: true);
        var computing = Kills.Milliseconds(() => Assert.Equal(0, PolicyProcess.RunWith([_folder.Cache], Part()).Code));
        var merging = Kills.Milliseconds(() => Assert.Equal(0, PolicyProcess.RunWith([_folder.Cache], Merge).Code));
        var random = new Random(5);
        for (var kill = Kills.Count(2); kill > 0; kill--)
        {
            Directory.Delete(_folder["run"], recursive: true);
            Directory.Delete(_folder["out"], recursive: true);
            Kills.Start([_folder.Cache], random.Next(computing), Part());
            Assert.Equal(0, PolicyRun.Of(Part()).Code);
            Kills.Start([_folder.Cache], random.Next(merging), Merge);
            Assert.Equal(0, PolicyRun.Of(Merge).Code);
            ExpectMerged();
        }
    }

    [Fact]
    public void 两个进程同时算_都算完_一个分区只有一份()
    {
        using (var left = PolicyProcess.StartWith([_folder.Cache], Part()))
        using (var right = PolicyProcess.StartWith([_folder.Cache], Part("--partition", "1/1")))
            Assert.Equal((0, 0), (PolicyProcess.End(left).Code, PolicyProcess.End(right).Code));
        Expect();
        Assert.Equal(0, PolicyProcess.RunWith([_folder.Cache], Merge).Code);
        ExpectMerged();
    }

    [Fact]
    public void 命令说明分区的情形()
    {
        var first = PolicyRun.Of(Part("--partition", "1/100"));
        Assert.Equal(0, first.Code);
        Assert.Contains("1 个分区都算完了，其中 0 个以前已经算完。", first.Output, StringComparison.Ordinal);
        Assert.Contains("这一份没有分区。", PolicyRun.Of(Part("--partition", "99/100")).Output, StringComparison.Ordinal);
        var early = PolicyRun.Of(Merge);
        Assert.Equal(2, early.Code);
        Assert.Contains("DSL5921", early.Error, StringComparison.Ordinal);
        foreach (var (wrong, says) in new (string[], string)[]
        {
            (Part("--partition", "3/2"), "不是第几份/几份"), (Part("--output", "r.csv"), "--run 不能和 --output 一起写"),
            (["batch", _folder["p"], "--input", _snapshot, "--partition", "1/2", "--output", "r.csv"], "--partition 要和 --run 一起写"),
            (["batch", _folder["p"], "--input", _snapshot], "缺少必填的选项 --output DST"),
            (["batch", _folder["p"], "--input", _folder["data"], "--run", _folder["other"]], "DSL5912"),
            (Part("--detail", "科技项目=a.csv"), "DSL5913"), (["merge", _folder["data"], "--output", "r.csv"], "DSL5924"),
        })
        {
            var run = PolicyRun.Of(wrong);
            Assert.Equal(2, run.Code);
            Assert.Contains(says, run.Error, StringComparison.Ordinal);
        }
    }
}
