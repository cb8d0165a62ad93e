// Outputs that would replace what a command reads, another output, a device or a folder: refused, and nothing on disk changes.
using System.Security.Cryptography;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class OutputSafetyTests : IDisposable
{
    private readonly StarterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("DSL5117", "--output", "p/sample/企业.csv")]
    [InlineData("DSL5117", "--output", "p/./sample/../sample/技改项目.csv")]
    [InlineData("DSL5117", "--output", "p/支持企业技术改造若干措施.policy")]
    [InlineData("DSL5117", "--output", "p/sources/示例府办〔2024〕1号.txt")]
    [InlineData("DSL5117", "--output", "out/r.csv", "--summary", "p/policy.json")]
    [InlineData("DSL5117", "--output", "out/r.csv", "--summary", "p/schema/企业.policy")]
    [InlineData("DSL5117", "--output", "out/r.csv", "--summary", "p/sample/企业.csv")]
    [InlineData("DSL5117", "--output", "out/r.csv", "--approvals", "p/sample/企业.csv")]
    [InlineData("DSL5117", "--output", "out/r.csv", "--summary", "map.json", "--mapping", "map.json")]
    [InlineData("DSL5119", "--output", "out/r.csv", "--summary", "out/./x/../r.csv")]
    [InlineData("DSL5119", "--output", "out/r.csv", "--summary", "out/R.CSV")]
    [InlineData("DSL5119", "--output", "out/r.csv", "--summary", "out/r.csv.manifest.json")]
    [InlineData("DSL5119", "--output", "out/r.csv", "--summary", "out/r.csv.rejected.csv")]
    [InlineData("DSL5119", "--output", "out/r.csv", "--summary", "out/a.csv", "--approvals", "out/a.csv")]
    [InlineData("DSL5328", "--output", "out/r.policy")]
    [InlineData("DSL5328", "--output", "out/r.csv", "--summary", "out/policy.json")]
    [InlineData("DSL5333", "--output", "p/sample/企业.json")]
    [InlineData("DSL5006", "--output", "p/sample")]
    [InlineData("DSL5006", "--output", "out/")]
    [InlineData("DSL5006", "--output", "p/facts.json/r.csv")]
    [InlineData("DSL5006", "--output", "out/r.csv", "--summary", "p/sample")]
    public void 批量的输出不顶替任何东西(string code, params string[] options)
    {
        File.WriteAllText(_folder["map.json"], "{\"企业名称\": \"名称\"}");
        Refuses(code, ["batch", _folder["p"], "--input", _folder["p/sample"], .. Placed(options)]);
    }

    [Theory]
    [InlineData("DSL5117", "test", "p", "--coverage", "p/支持企业技术改造若干措施.policy")]
    [InlineData("DSL5117", "coverage", "p", "--output", "p/sources/示例府办〔2024〕1号.txt")]
    [InlineData("DSL5328", "coverage", "p", "--output", "p/另一份.policy")]
    [InlineData("DSL5006", "coverage", "p", "--output", "p/sample")]
    [InlineData("DSL5330", "sample", "p", "--rows", "3", "--seed", "1", "--output", "p/sample")]
    [InlineData("DSL5006", "sample", "p", "--rows", "3", "--seed", "1", "--output", "p/facts.json")]
    [InlineData("DSL5119", "draft", "p/sources/示例府办〔2024〕1号.txt", "--output", "q/a.policy", "--schema", "q/a.policy")]
    public void 其他命令的输出也不(string code, params string[] arguments) => Refuses(code, Placed(arguments));

    [Fact]
    public void 样本不顶替别的格式的真实数据()
    {
        Directory.CreateDirectory(_folder["real"]);
        File.WriteAllText(_folder["real/企业.xlsx"], "真实的");
        Refuses("DSL5330", "sample", _folder["p"], "--rows", "3", "--seed", "1", "--output", _folder["real"]);
    }

    [Fact]
    public void 链接背后是输入_也看得出()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(_folder["l.csv"], "p/sample/企业.csv");
        Directory.CreateSymbolicLink(_folder["linked"], "p/sample");
        using (var link = PolicyProcess.StartTool("ln", [], _folder["p/sample/企业.csv"], _folder["hard.csv"]))
            Assert.Equal(0, PolicyProcess.End(link).Code);
        foreach (var path in (string[])["l.csv", "linked/企业.csv", "hard.csv"])
            Refuses("DSL5117", _folder.Batch(path));
        File.CreateSymbolicLink(_folder["one"], "two");
        File.CreateSymbolicLink(_folder["two"], "one");
        Refuses("DSL5006", _folder.Batch("one"));
    }

    [Fact]
    public void 管道和设备不被顶替()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Make("mkfifo", _folder["pipe"]);
        Refuses("DSL5006", _folder.Batch("pipe"));
        Refuses("DSL5006", [.. _folder.Batch("out/r.csv"), "--summary", _folder["pipe"]]);
        Refuses("DSL5006", "test", _folder["p"], "--coverage", _folder["pipe"]);
        if (!Environment.IsPrivilegedProcess)
            return;
        // The same numbers as /dev/null.
        using var attempt = PolicyProcess.StartTool("mknod", [], _folder["null"], "c", "1", "3");
        if (PolicyProcess.End(attempt).Code != 0)
            return;
        Refuses("DSL5006", _folder.Batch("null"));
        Refuses("DSL5006", "coverage", _folder["p"], "--output", _folder["null"]);
        Assert.True((File.GetAttributes(_folder["null"]) & FileAttributes.Device) != 0 || new FileInfo(_folder["null"]).Length == 0);
    }

    [Fact]
    public void 叫未读入的行而不是的文件_不删()
    {
        Directory.CreateDirectory(_folder["out"]);
        File.WriteAllText(_folder["out/r.csv.rejected.csv"], "甲,乙\n1,2\n");
        Refuses("DSL5331", _folder.Batch("out/r.csv"));
        // That of an earlier run goes away.
        File.WriteAllText(_folder["out/r.csv.rejected.csv"], "文件,行号,列,值,代码,原因\n");
        Assert.Equal(0, PolicyRun.Of(_folder.Batch("out/r.csv")).Code);
        Assert.Equal(["r.csv", "r.csv.manifest.json"], _folder.Names("out"));
    }

    [Fact]
    public void 数据文件夹里别的表不覆盖_先前的结果可以()
    {
        File.WriteAllText(_folder["p/sample/台账.csv"], "甲\n1\n");
        Refuses("DSL5329", _folder.Batch("p/sample/台账.csv"));
        Assert.Equal(0, PolicyRun.Of(_folder.Batch("p/sample/结果.csv")).Code);
        Assert.Equal(0, PolicyRun.Of(_folder.Batch("p/sample/结果.csv")).Code);
    }

    private void Refuses(string code, params string[] arguments)
    {
        var before = Everything();
        var run = PolicyRun.Of(arguments);
        Assert.Equal(2, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    private string[] Placed(string[] words) =>
        [.. words.Select(word => word.Contains('/', StringComparison.Ordinal) || word is "p" or "map.json" ? _folder[word] : word)];

    private static void Make(string tool, params string[] arguments)
    {
        using var process = PolicyProcess.StartTool(tool, [], arguments);
        Assert.Equal(0, PolicyProcess.End(process).Code);
    }

    /// <summary>Every name with what it holds; links lead nowhere new.</summary>
    private string Everything() =>
        string.Join('\n',
            Directory
                .EnumerateFileSystemEntries(_folder["."], "*",
                    new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
                .Order(StringComparer.Ordinal)
                .Select(static path => $"{path} " + (new FileInfo(path) is { Exists: true, Length: > 0 }
                    ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))
                    : "")));
}
