// The built program as a process of its own: what only a real process shows (encoding, signals, exit codes).
using System.Text;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public class ProcessTests
{
    [Fact]
    public void 版本由程序和语言两部分组成()
    {
        var run = PolicyProcess.Run("--version");
        Assert.Equal(0, run.Code);
        Assert.Matches(@"^policy \d+\.\d+\.\d+（语言版本 \d+\.\d+）\n$", run.Output);
    }

    [Fact]
    public void 输出是不带标记的统一码且没有颜色()
    {
        using var process =
            PolicyProcess.Start("check", Dsl.Testing.RepositoryRoot.Combine("tests", "Dsl.Cli.Tests", "cases", "一个文件多处错误"));
        using var bytes = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(bytes);
        Assert.True(process.WaitForExit(PolicyProcess.Patience));
        Assert.Equal(1, process.ExitCode);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray());
        Assert.StartsWith("错误 DSL", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', text);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void 收到中断信号时退出码为一百三十且不留文件()
    {
        if (OperatingSystem.IsWindows())
            return; // Windows has no signal to send to another process.
        using var folder = new StarterFolder();
        folder.WriteRegistry(200_000);
        using var process =
            PolicyProcess.StartInterruptible([folder.Cache], [.. folder.LargeBatch("out/r.csv"), "--engine", "interpreter"]);
        _ = process.StandardError.ReadToEndAsync();
        Assert.True(SpinWait.SpinUntil(() => folder.Names("out").Length > 0, PolicyProcess.Patience));
        PolicyProcess.Signal(process, "INT");
        Assert.True(process.WaitForExit(PolicyProcess.Patience));
        Assert.Equal(130, process.ExitCode);
        Assert.Empty(folder.Names("out"));
    }

    [Fact]
    public void 被强行结束的批量没有半截结果_再运行结果一样()
    {
        if (OperatingSystem.IsWindows())
            return; // Windows has no signal to send to another process.
        using var folder = new StarterFolder();
        folder.WriteRegistry(20_000);
        using (var process = PolicyProcess.StartWith([folder.Cache], folder.LargeBatch("out/r.csv")))
        {
            _ = process.StandardError.ReadToEndAsync();
            Assert.True(SpinWait.SpinUntil(() => folder.Names("out").Length > 0, PolicyProcess.Patience));
            PolicyProcess.Signal(process, "KILL");
            Assert.True(process.WaitForExit(PolicyProcess.Patience));
        }
        // No cleanup was possible; leftover files have names that no result has.
        Assert.All(folder.Names("out"), static name => Assert.EndsWith(".tmp", name, StringComparison.Ordinal));
        var (again, loaded) = folder.RunAndList(folder.LargeBatch("out/r.csv"));
        Assert.Equal(0, again.Code);
        Assert.DoesNotContain("Microsoft.CodeAnalysis", loaded);
        Assert.Equal(0, PolicyRun.Of([.. folder.LargeBatch("expected/r.csv"), "--engine", "interpreter"]).Code);
        Assert.Equal(folder.Read("expected/r.csv"), folder.Read("out/r.csv"));
    }

    [Fact]
    public void 两个批量同时开始_都对_缓存里是完好的代码()
    {
        using var folder = new StarterFolder();
        var expected = folder.ExpectedResult();
        using (var left = PolicyProcess.StartWith([folder.Cache], folder.Batch("left/r.csv")))
        using (var right = PolicyProcess.StartWith([folder.Cache], folder.Batch("right/r.csv")))
            Assert.Equal((0, 0), (PolicyProcess.End(left).Code, PolicyProcess.End(right).Code));
        Assert.Equal(expected, folder.Read("left/r.csv"));
        Assert.Equal(expected, folder.Read("right/r.csv"));
        Assert.Single(folder.Names("cache"), static name => name.EndsWith(".kernel", StringComparison.Ordinal));
        var (run, loaded) = folder.RunAndList(folder.Batch("out/r.csv"));
        Assert.Equal(0, run.Code);
        Assert.DoesNotContain("Microsoft.CodeAnalysis", loaded);
    }
}
