// What is no file in the place of one: a message at once, never a hang, never the word that nothing was found.
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class InputSafetyTests : IDisposable
{
    private readonly StarterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("check", "X")]
    [InlineData("fmt", "X")]
    [InlineData("fmt", "X", "--check")]
    [InlineData("test", "X")]
    [InlineData("coverage", "X")]
    [InlineData("emit", "X", "--target", "ir")]
    [InlineData("draft", "X")]
    [InlineData("diff", "p", "X")]
    [InlineData("diff", "X", "p")]
    [InlineData("eval", "p", "--facts", "X")]
    [InlineData("eval", "X", "--facts", "p/facts.json")]
    [InlineData("sample", "X", "--rows", "1", "--seed", "1", "--output", "s")]
    [InlineData("batch", "p", "--input", "X", "--output", "out/r.csv")]
    [InlineData("batch", "p", "--input", "p/sample", "--mapping", "X", "--output", "out/r.csv")]
    [InlineData("batch", "p", "--input", "p/sample", "--detail", "核定=X", "--output", "out/r.csv")]
    [InlineData("publish", "X", "--history", "h.csv")]
    public void 不是文件的不当作文件读(params string[] words)
    {
        foreach (var odd in Odd())
        {
            var run = PolicyRun.Of([.. words.Select(word => Placed(word, odd))]);
            Assert.True(run.Code == 2, $"{odd}: {run}");
            // A folder may be meant: then it is empty.
            Assert.Contains(odd == "odd.csv" ? "DSL5" : "DSL5005", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("没有发现问题", run.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("check")]
    [InlineData("fmt")]
    [InlineData("test")]
    [InlineData("coverage")]
    public void 文件夹里读不了的政策要说(string command)
    {
        foreach (var odd in Odd())
        {
            var place = _folder["p/丙.policy"];
            if (Directory.Exists(_folder[odd]) || OperatingSystem.IsWindows())
                Directory.CreateDirectory(place);
            else
                File.CreateSymbolicLink(place, _folder[odd]);
            var run = PolicyRun.Of(command, _folder["p"]);
            Assert.Equal(2, run.Code);
            Assert.Contains("丙.policy", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("没有发现问题", run.Output, StringComparison.Ordinal);
            if (Directory.Exists(place))
                Directory.Delete(place);
            else
                File.Delete(place);
        }
    }

    [Fact]
    public void 检查的各种格式都说出读不了的()
    {
        Directory.CreateDirectory(_folder["p/丙.policy"]);
        Assert.Contains("没有检查完", PolicyRun.Of("check", _folder["p"]).Output, StringComparison.Ordinal);
        Assert.Contains("\"unread\"", PolicyRun.Of("check", _folder["p"], "--format", "json").Output, StringComparison.Ordinal);
        Assert.Contains("\"executionSuccessful\": false", PolicyRun.Of("check", _folder["p"], "--format", "sarif").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void 绕回来的文件夹只读一遍()
    {
        if (OperatingSystem.IsWindows())
            return;
        var before = PolicyRun.Of("check", _folder["p"]);
        Directory.CreateSymbolicLink(_folder["p/自己"], ".");
        Directory.CreateSymbolicLink(_folder["p/schema/上面"], "..");
        Directory.CreateSymbolicLink(_folder["p/再上"], "../..");
        Directory.CreateSymbolicLink(_folder["p/根"], "/");
        Directory.CreateSymbolicLink(_folder["p/a-schema"], "schema");
        Assert.Equal(before, PolicyRun.Of("check", _folder["p"]));
        Directory.CreateSymbolicLink(_folder["linked"], "p");
        Assert.Equal(0, PolicyRun.Of("check", _folder["linked"]).Code);
    }

    [Fact]
    public void 读不了的配置要说()
    {
        File.Delete(_folder["p/policy.json"]);
        Directory.CreateDirectory(_folder["p/policy.json"]);
        var run = PolicyRun.Of("check", _folder["p"]);
        Assert.Equal(2, run.Code);
        Assert.Contains("policy.json", run.Error, StringComparison.Ordinal);
        run = PolicyRun.Of("check", _folder["p/支持企业技术改造若干措施.policy"]);
        Assert.Equal(2, run.Code);
    }

    [Theory]
    [InlineData("核定.csv")]
    [InlineData("核定.json")]
    [InlineData("核定.xlsx")]
    [InlineData("核定.parquet")]
    public void 数据文件夹里读不了的表要说_不当作没有(string name)
    {
        foreach (var odd in Odd())
        {
            var place = _folder["p/sample/" + name];
            if (Directory.Exists(_folder[odd]) || OperatingSystem.IsWindows())
                Directory.CreateDirectory(place);
            else
                File.CreateSymbolicLink(place, _folder[odd]);
            var run = PolicyRun.Of(_folder.Batch("out/r.csv"));
            Assert.Equal(2, run.Code);
            Assert.Contains(name, run.Error, StringComparison.Ordinal);
            Assert.Empty(_folder.Names("out"));
            if (Directory.Exists(place))
                Directory.Delete(place);
            else
                File.Delete(place);
        }
    }

    private string Placed(string word, string odd) => word switch
    {
        "X" => _folder[odd],
        "核定=X" => "核定=" + _folder[odd],
        "p" or "s" or "h.csv" => _folder[word],
        _ => word.Contains('/', StringComparison.Ordinal) ? _folder[word] : word,
    };

    /// <summary>A folder; where the system has them, a pipe without a writer, a link to nothing, a device without an end.</summary>
    private List<string> Odd()
    {
        List<string> odd = ["odd.csv"];
        Directory.CreateDirectory(_folder["odd.csv"]);
        if (!OperatingSystem.IsLinux())
            return odd;
        if (!Path.Exists(_folder["pipe.csv"]))
        {
            using var pipe = PolicyProcess.StartTool("mkfifo", [], _folder["pipe.csv"]);
            Assert.Equal(0, PolicyProcess.End(pipe).Code);
            File.CreateSymbolicLink(_folder["broken.csv"], "没有");
            File.CreateSymbolicLink(_folder["zero.csv"], "/dev/zero");
        }
        return ["odd.csv", "pipe.csv", "broken.csv", "zero.csv"];
    }
}
