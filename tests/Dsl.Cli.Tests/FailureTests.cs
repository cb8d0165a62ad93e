// What happens when the program itself goes wrong, and when it is told to stop.
using Dsl.Cli.Hosting;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public class FailureTests
{
    [Fact]
    public void 内部错误不显示调用栈()
    {
        using var error = new StringWriter();
        using var output = new BrokenWriter();
        var code = CommandLine.Run(["explain"], new CliContext { Output = output, Error = error, Today = static () => PolicyRun.Today });
        var text = error.ToString();
        Assert.Equal(3, code);
        Assert.Contains("程序内部错误", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        var report = Path.Combine(Path.GetTempPath(), $"policy-error-{Environment.ProcessId}.txt");
        Assert.Contains("BrokenWriter", File.ReadAllText(report), StringComparison.Ordinal);
        File.Delete(report);
    }

    [Theory]
    [InlineData("check", "")]
    [InlineData("fmt", "")]
    [InlineData("test", " ")]
    [InlineData("new", "")]
    [InlineData("draft", "")]
    [InlineData("coverage", "")]
    [InlineData("diff", "", "")]
    [InlineData("eval", "p", "--facts", "")]
    [InlineData("batch", "", "--input", "数据", "--output", "r.csv")]
    [InlineData("batch", "p", "--input", "数据", "--output", "")]
    [InlineData("batch", "p", "--input", "数据", "--output", "r.csv", "--summary", "")]
    [InlineData("batch", "p", "--input", "数据", "--output", "r.csv", "--mapping", "")]
    [InlineData("batch", "p", "--input", "数据", "--output", "r.csv", "--engine", "")]
    public void 空的参数是用法有误(params string[] arguments)
    {
        var run = PolicyRun.Of(arguments);
        Assert.Equal(2, run.Code);
        Assert.Contains("空的", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void 中断的批量不留下文件()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(0, PolicyRun.Of("new", folder["p"]).Code);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var run = PolicyRun.Of(cancelled.Token, "batch", folder["p"], "--input", folder["p/sample"], "--output", folder["out/r.csv"]);
        Assert.Equal(130, run.Code);
        Assert.False(Directory.Exists(folder["out"]) && Directory.EnumerateFileSystemEntries(folder["out"]).Any());
    }

    private sealed class BrokenWriter : StringWriter
    {
        public override void WriteLine(string? value) => throw new InvalidOperationException("the writer is broken");

        public override void Flush() => throw new InvalidOperationException("the writer is broken");
    }
}
