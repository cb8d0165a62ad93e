// policies/ci: the script runs for real on copies of the policies; the workflow and the pages name commands that exist.
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dsl.Cli.Hosting;
using Dsl.Cli.Tests.Harness;
using Dsl.Testing;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed partial class ReviewTests : IDisposable
{
    private const string Policy = "渝中府办〔2021〕13号.policy";
    private readonly ScratchFolder _folder = new();

    public ReviewTests()
    {
        _folder.CopyFrom(RepositoryRoot.Combine("policies"), "base");
        _folder.CopyFrom(RepositoryRoot.Combine("policies"), "head");
        _folder.Write("policy", $"#!/bin/sh\nexec dotnet '{PolicyProcess.Program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder["policy"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    [Fact]
    public void 没有改动的通过()
    {
        if (Review("base", "head", "out") is not { } run)
            return;
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(["check.sarif", "check.txt", "diff.md", "fmt.txt", "summary.md", "test.txt", "test.xml"], Reports());
        var summary = Read("summary.md");
        Assert.Equal(4, Regex.Count(summary, @"^\| \S+ \| 通过 \|", RegexOptions.Multiline));
        Assert.Contains("**含义没有变化。**", summary, StringComparison.Ordinal);
        AssertJUnit(failures: false);
    }

    [Fact]
    public void 改了含义而检查都通过的列出差额()
    {
        Change("  条件 承担方式 = 牵头 且 项目绩效达标\n  奖补 = min(上年度国拨经费 * 3%, 100万元)\n  单位上限 1000万元",
            "  条件 承担方式 = 牵头 且 项目绩效达标\n  条件 上年度国拨经费 > 0元\n  奖补 = min(上年度国拨经费 * 3%, 100万元)\n  "
            + "单位上限 1000万元");
        if (Review("base", "head", "out", "base/sample") is not { } run)
            return;
        Assert.Equal((0, ""), (run.Code, run.Error));
        var summary = Read("summary.md");
        Assert.Contains("**含义有变化：条款 改动 1。", summary, StringComparison.Ordinal);
        Assert.Contains("| 条款 3.1 国家科技重大项目研发团队奖励 | 条件 |  | 上年度国拨经费 &gt; 0元 |", summary, StringComparison.Ordinal);
        Assert.Contains("### 测算", summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("奖补 = min(实际费用 * 30%, 100万元)", "奖补 = min(实际费 * 30%, 100万元)", "检查", false)]
    [InlineData("恒有 条款 20 奖补 <= 100万元", "恒有 条款 20 奖补 <= 100万元 且 非 奖补 = 0元", "算例", true)]
    [InlineData("  单位上限 1000万元\n", "    单位上限    1000万元\n", "版式", true)]
    public void 不通过的写明是哪一项(string right, string wrong, string step, bool compares)
    {
        Change(right, wrong);
        if (Review("base", "head", "out") is not { } run)
            return;
        Assert.Equal(1, run.Code);
        Assert.Contains($"{step}：不通过", run.Output, StringComparison.Ordinal);
        Assert.Contains($"| {step} | **不通过** |", Read("summary.md"), StringComparison.Ordinal);
        Assert.Equal(compares, Reports().Contains("diff.md"));
        Assert.NotEmpty(Read("check.sarif"));
        if (compares)
            AssertJUnit(failures: step == "算例");
    }

    [Fact]
    public void 第一次起草没有旧版可比()
    {
        Directory.CreateDirectory(_folder["empty"]);
        if (Review("empty", "head", "out") is not { } run)
            return;
        Assert.Equal(0, run.Code);
        Assert.Contains("与旧版比较：没有做，没有旧版", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("base", "nothing", "out")]
    [InlineData("nothing", "head", "out")]
    [InlineData("base", "head", "out", "nothing")]
    [InlineData("base", "head")]
    public void 用法有误的说明白(params string[] arguments)
    {
        if (Review(arguments) is not { } run)
            return;
        Assert.Equal(2, run.Code);
        Assert.NotEqual("", run.Error);
    }

    [Theory]
    [InlineData("policies/ci/README.md")]
    [InlineData("policies/ci/github-actions.yml")]
    [InlineData("policies/ci/review.sh")]
    [InlineData("compiler/docs/比较两版政策.md")]
    public void 写到的命令和选项都存在(string path)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine(path.Split('/')));
        var root = CommandLine.CreateRoot(
            new CliContext { Output = TextWriter.Null, Error = TextWriter.Null, Today = static () => PolicyRun.Today });
        var calls =
            Call().Matches(text).Select(static call => call.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.NotEmpty(calls);
        foreach (var words in calls)
        {
            var command = CommandTree.Find(root, words);
            Assert.True(command is not null, $"{path}: no command {words[0]}");
            Assert.All(words.Where(static word => word.StartsWith("--", StringComparison.Ordinal)),
                word => Assert.Contains(command.Options, option => option.Name == word));
        }
        foreach (Match link in Link().Matches(text))
            Assert.True(
                Path.Exists(Path.Combine(Path.GetDirectoryName(RepositoryRoot.Combine(path.Split('/'))) ?? "", link.Groups[1].Value)),
                link.Value);
    }

    public void Dispose() => _folder.Dispose();

    private void Change(string old, string @new)
    {
        var text = File.ReadAllText(_folder["head/" + Policy]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(_folder["head/" + Policy], text.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>Runs the script; null where there is no shell for it.</summary>
    private ProcessRun? Review(params string[] folders)
    {
        if (OperatingSystem.IsWindows())
            return null;
        using var process = PolicyProcess.StartTool("bash", [("POLICY", _folder["policy"])],
            [RepositoryRoot.Combine("policies", "ci", "review.sh"), .. folders.Select(folder => _folder[folder])]);
        return PolicyProcess.End(process);
    }

    private string Read(string report) => File.ReadAllText(_folder["out/" + report]);

    private string[] Reports() =>
        [.. Directory.EnumerateFiles(_folder["out"]).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Well formed, with counts that are those of its cases.</summary>
    private void AssertJUnit(bool failures)
    {
        var document = XDocument.Parse(Read("test.xml")).Root;
        Assert.Equal("testsuites", document?.Name.LocalName);
        foreach (var counted
            in document?.DescendantsAndSelf().Where(static element => element.Name != "testcase" && element.Name != "failure") ?? [])
        {
            Assert.Equal((int?)counted.Attribute("tests"), counted.Descendants("testcase").Count());
            Assert.Equal((int?)counted.Attribute("failures"), counted.Descendants("failure").Count());
        }
        Assert.All(document?.Descendants("testcase") ?? [],
            static item => Assert.True(item.Attribute("name")?.Value.Length > 0 && item.Attribute("classname")?.Value.Length > 0));
        Assert.Equal(failures, document?.Descendants("failure").Any());
    }

    // policy or ./policy or "$POLICY" with its words up to a pipe, a redirection, a comment or the end of the code.
    [GeneratedRegex("""(?:`policy|\./policy|"\$POLICY") ((?:check|fmt|test|diff|eval|batch) [^`|#\n>]*)""")]
    private static partial Regex Call();

    [GeneratedRegex(@"\]\(((?!https?:)[^)#]+)\)")]
    private static partial Regex Link();
}
