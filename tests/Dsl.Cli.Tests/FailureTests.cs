// What happens when the program itself goes wrong, and when it is told to stop.
using System.Text.RegularExpressions;
using Dsl.Cli.Hosting;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public partial class FailureTests
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
        var report = ReportPath().Match(text).Groups[1].Value;
        Assert.Contains("BrokenWriter", File.ReadAllText(report), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            // No other user may read it.
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(report));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                new DirectoryInfo(Path.GetDirectoryName(report) ?? "").UnixFileMode);
        }
        Directory.Delete(Path.GetDirectoryName(report) ?? "", recursive: true);
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

    [GeneratedRegex(@"请把 (\S+) 连同")]
    private static partial Regex ReportPath();

    private sealed class BrokenWriter : StringWriter
    {
        public override void Write(ReadOnlySpan<char> buffer) => throw new InvalidOperationException("the writer is broken");

        public override void WriteLine(string? value) => throw new InvalidOperationException("the writer is broken");

        public override void Flush() => throw new InvalidOperationException("the writer is broken");
    }
}
