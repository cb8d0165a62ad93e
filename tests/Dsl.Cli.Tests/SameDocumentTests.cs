// Two files of one document: whichever way its 文号 is written, every command that computes or counts says so.
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class SameDocumentTests : IDisposable
{
    private const string Policy = """
        政策 兑现办法
          文号 兑府〔2023〕1号
          施行日期 2023-01-01
          级次 区级

        数据 企业
          主键 代码 : 文本

        条款 1 奖励
          奖补 = 10万元

        """;

    private readonly ScratchFolder _folder = new();

    public SameDocumentTests()
    {
        _folder.Write("old/办法.policy", Policy);
        _folder.Write("in/企业.csv", "代码\nA\n");
        _folder.Write("facts.json", "{\"企业\": {\"代码\": \"A\"}}");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("兑府[2023]1号")]
    [InlineData("兑府（２０２３） 1 号")]
    [InlineData("兑府【2023】1号")]
    [InlineData("兑府{2023}１号")]
    public void 写法不同的同一文号(string number)
    {
        var same = Policy.Replace("兑府〔2023〕1号", number, StringComparison.Ordinal);
        _folder.Write("new/办法.policy", same);
        Assert.Equal(0, PolicyRun.Of("diff", _folder["old"], _folder["new"], "--input", _folder["in"]).Code);
        _folder.Write("old/又一份.policy", same);
        string[][] commands =
        [
            ["check", _folder["old"]],
            ["test", _folder["old"]],
            ["coverage", _folder["old"]],
            ["emit", _folder["old"], "--target", "ir"],
            ["eval", _folder["old"], "--facts", _folder["facts.json"]],
            ["batch", _folder["old"], "--input", _folder["in"], "--output", _folder["out.csv"]],
            ["sample", _folder["old"], "--rows", "1", "--seed", "1", "--output", _folder["s"]],
            ["diff", _folder["old"], _folder["new"]],
            ["diff", _folder["new"], _folder["old"]],
        ];
        foreach (var command in commands)
        {
            var run = PolicyRun.Of(command);
            Assert.Equal(1, run.Code);
            Assert.Contains("DSL2220", run.Output + run.Error, StringComparison.Ordinal);
        }
    }
}
