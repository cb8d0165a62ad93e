// Closed standard output and error: the report about files is true, and files are complete.
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class ConsoleTests : IDisposable
{
    private readonly StarterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"$@\" >&-", 2)]
    [InlineData("\"$@\" >&- 2>&-", 2)]
    [InlineData("\"$@\" 2>&-", 0)]
    [InlineData("\"$@\" <&- >/dev/full", 2)]
    [InlineData("\"$@\" 2>/dev/full", 0)]
    public void 屏幕写不出去_结果完好_不说没有留下(string shell, int code)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var expected = _folder.ExpectedResult();
        using var process = PolicyProcess.StartTool("sh", [_folder.Cache],
            ["-c", shell, "sh", "dotnet", PolicyProcess.Program, .. _folder.Batch("out/r.csv")]);
        var run = PolicyProcess.End(process);
        Assert.Equal(code, run.Code);
        Assert.Equal(["r.csv", "r.csv.manifest.json"], _folder.Names("out"));
        Assert.Equal(expected, _folder.Read("out/r.csv"));
        Assert.DoesNotContain("没有留下", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("程序内部错误", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void 只看开头_命令照常结束()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var process = PolicyProcess.StartTool("bash", [_folder.Cache], ["-c", "\"$@\" | head -1; echo ${PIPESTATUS[0]}", "bash",
            "dotnet", PolicyProcess.Program, "emit", _folder["p"], "--target", "csharp"]);
        Assert.EndsWith("\n0\n", PolicyProcess.End(process).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void 覆盖情况先写文件_再上屏幕()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var process = PolicyProcess.StartTool("sh", [],
            ["-c", "\"$@\" >/dev/full", "sh", "dotnet", PolicyProcess.Program, "test", _folder["p"], "--coverage", _folder["c.txt"]]);
        Assert.Equal(2, PolicyProcess.End(process).Code);
        Assert.NotEqual("", _folder.Read("c.txt"));
    }

    [Fact]
    public void 两个批量同时写一个结果_结果和清单成对()
    {
        _folder.WriteRegistry(2_000);
        for (var round = 0; round < 3; round++)
        {
            using (var left = PolicyProcess.StartWith([_folder.Cache], _folder.Batch("out/r.csv")))
            using (var right = PolicyProcess.StartWith([_folder.Cache], _folder.LargeBatch("out/r.csv")))
                Assert.Equal((0, 0), (PolicyProcess.End(left).Code, PolicyProcess.End(right).Code));
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_folder["out/r.csv"])));
            Assert.Contains(hash, _folder.Read("out/r.csv.manifest.json"), StringComparison.Ordinal);
            Assert.DoesNotContain(_folder.Names("out"), static name => name.EndsWith(".tmp", StringComparison.Ordinal));
        }
    }
}
