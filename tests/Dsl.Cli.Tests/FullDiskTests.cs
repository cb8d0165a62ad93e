// A disk that fills up: no half-written result, a message, and a cache that is only a cache.
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class FullDiskTests : IDisposable
{
    // $0 is the folder with little room, $1 the bytes of it, the rest the command. Afterwards the folder is listed.
    private const string Disk =
        """size=$1; shift; mount -t tmpfs -o size=$size none "$0" && echo 旧的 >"$0/r.csv" && "$@"; code=$?; echo ----; ls -A "$0"; cat "$0/r.csv"; exit $code""";

    // Where no disk can be mounted: no file may grow beyond the limit, in units of 512 bytes.
    private const string SmallFiles =
        """trap '' XFSZ; echo 旧的 >"$0/r.csv"; size=$1; shift; ulimit -f $((size / 512)); "$@"; code=$?; echo ----; ls -A "$0"; cat "$0/r.csv"; exit $code""";

    private readonly StarterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void 结果写不下_说明_旧结果原样(bool disk)
    {
        if (!IsPossible(disk))
            return;
        _folder.WriteRegistry(3_000);
        var run = Run(disk, "out", 64 << 10, _folder.Cache, [.. _folder.LargeBatch("out/r.csv"), "--engine", "interpreter"]);
        Assert.Equal(2, run.Code);
        Assert.Contains("DSL5006", run.Error, StringComparison.Ordinal);
        Assert.Contains("无法写入", run.Error, StringComparison.Ordinal);
        Assert.Contains(disk ? "磁盘已满" : "文件超过了", run.Error, StringComparison.Ordinal);
        Assert.Equal("----\nr.csv\n旧的\n", run.Output);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void 缓存写不下_照常测算_不留碎片(bool disk)
    {
        if (!IsPossible(disk))
            return;
        var run = Run(disk, "cache", 4096, _folder.Cache, _folder.Batch("out/r.csv"));
        Assert.Equal(0, run.Code);
        // The small disk is open to all: nothing is kept there, not even the secret.
        Assert.EndsWith(disk ? "----\nr.csv\n旧的\n" : "----\nr.csv\nsecret\n旧的\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(_folder.ExpectedResult(), _folder.Read("out/r.csv"));
    }

    private ProcessRun Run(bool disk, string place, int bytes, (string, string) cache, string[] arguments)
    {
        Directory.CreateDirectory(_folder[place]);
        string[] command = [_folder[place], $"{bytes}", "dotnet", PolicyProcess.Program, .. arguments];
        // The runtime's own memory files are files, too.
        (string, string)[] environment = [cache, ("DOTNET_EnableWriteXorExecute", "0")];
        using var process = disk
            ? PolicyProcess.StartTool("unshare", environment, ["-m", "sh", "-c", Disk, .. command])
            : PolicyProcess.StartTool("sh", environment, ["-c", SmallFiles, .. command]);
        return PolicyProcess.End(process);
    }

    private bool IsPossible(bool disk) => disk ? SmallDisk.IsPossible(_folder["p"]) : !OperatingSystem.IsWindows();
}
