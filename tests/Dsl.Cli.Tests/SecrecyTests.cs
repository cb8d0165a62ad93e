// What never reaches a screen, a log or a file: passwords in whatever form of address, and control characters of data.
using Dsl.Cli.Hosting;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class SecrecyTests : IDisposable
{
    private const string Secret = "geheim9";

    private readonly StarterFolder _folder = new();

    public static TheoryData<string> Addresses =>
    [
        $"postgres://u:{Secret}@h/db#t", $"postgres://u:{Secret}@h", $"postgresql://u:1/{Secret}@h/db#t", $"postgres://u%3A{Secret}@h/db#t", $"POSTGRES://u:{Secret}#x@h/db#t",
        $"postgres://u@h/db?password={Secret}#t", $"postgres://u@h/db?sslmode=require&password={Secret}#t", $"postgres://u@h/db?pass%77ord={Secret}#t",
        $"Host=h;Password={Secret};Database=db", $"host=h password={Secret} dbname=db", $"host=h pwd='{Secret} x' dbname=db", $"jdbc:postgresql://h/db?user=u&password={Secret}",
        $"postgres://u:{Secret}", $"postgres://u:{Secret}/db#t", $" postgres://u:{Secret}@h/db#t", $"postgres:/u:{Secret}@h/db#t", $"postgres:u:{Secret}@h/db", $"mysql://u:{Secret}@h/db", $"postgres://u@a;Password={Secret}/db#t",
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Addresses))]
    public void 地址里的密码不显示也不保存(string address)
    {
        string[][] runs =
        [
            ["batch", _folder["p"], "--input", address, "--output", _folder["out/r.csv"]], ["batch", _folder["p"], "--input", _folder["p/sample"], "--output", address],
            ["batch", _folder["p"], "--input", _folder["p/sample"], "--detail", "技改项目=" + address, "--output", _folder["out/r.csv"]],
            ["batch", _folder["p"], "--input", _folder["p/sample"], "--output", _folder["out/r.csv"], "--summary", address],
            ["eval", _folder["p"], "--facts", address], ["check", address], ["fmt", address], ["sample", _folder["p"], "--output", address], ["draft", address],
            ["diff", _folder["p"], _folder["p"], "--input", address], ["publish", address, "--history", address], ["explain", address], [address], ["--x=" + address],
        ];
        foreach (var arguments in runs)
        {
            var run = PolicyRun.Of(arguments);
            Assert.Equal(2, run.Code);
            Assert.DoesNotContain(Secret, run.Output + run.Error, StringComparison.Ordinal);
            Assert.Contains("DSL5802", run.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(_folder["out"]));
        }
    }

    [Theory]
    [InlineData("postgres://me@127.0.0.1:1/registry#企业")]
    [InlineData("postgres://127.0.0.1:1/registry#\"a@b\"")]
    [InlineData("postgres://me%40x@127.0.0.1:1/r#t")]
    public void 没有密码的地址照常(string address) =>
        Assert.Contains("DSL5803", PolicyRun.Of("batch", _folder["p"], "--input", address, "--output", _folder["out/r.csv"]).Error, StringComparison.Ordinal);

    [Fact]
    public void 数据里的控制字符不到屏幕上()
    {
        const string Odd = "甲\e[31m\a\u009b2J\u007f\u202e乙\r丙";
        var policy = _folder[$"{Odd.Replace('\r', 'x')}.policy"];
        File.WriteAllText(policy, $"政策 {Odd}\n  文号 甲〔2024〕{Odd}\n条款 {Odd}\n  条件 {Odd}\n  奖补 = {Odd}\n");
        var name = string.Concat(Odd.Select(static character => $"\\u{(int)character:x4}"));
        File.WriteAllText(_folder["事实.json"], "{\"企业\": {\"统一社会信用代码\": \"1\", \"名称\": \"" + name + "\", \"注册区\": \"" + name + "\"}}");
        PolicyRun[] runs =
        [
            PolicyRun.Of("check", policy), PolicyRun.Of("check", policy, "--format", "json"), PolicyRun.Of("check", policy, "--format", "sarif"), PolicyRun.Of("fmt", policy, "--check"),
            PolicyRun.Of("eval", _folder["p"], "--facts", _folder["事实.json"]), PolicyRun.Of("eval", _folder["p"], "--facts", _folder["事实.json"], "--format", "json"),
            PolicyRun.Of("batch", Odd, "--input", Odd, "--output", Odd), PolicyRun.Of(Odd), PolicyRun.Of("check", "--" + Odd), PolicyRun.Of("explain", Odd),
        ];
        foreach (var run in runs)
        {
            Assert.DoesNotContain(run.Output + run.Error, static character => (char.IsControl(character) && character is not ('\n' or '\t')) || character is '\u202e');
            Assert.NotEqual(3, run.Code);
        }
        Assert.Contains("\\u001B[31m", runs[0].Output, StringComparison.Ordinal);
    }

    [Fact]
    public void 颜色是程序自己的_数据里的不算()
    {
        var policy = _folder["颜色.policy"];
        File.WriteAllText(policy, "政策 甲\e[32m\uFDD3\n条款 1 甲\n  条件 甲\e[0m\n");
        foreach (var colours in new[] { true, false })
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            Assert.Equal(1, CommandLine.Run(["check", policy], new CliContext { Output = output, Error = error, Today = static () => PolicyRun.Today, OutputHasColours = colours }));
            var text = output.ToString();
            Assert.Equal(colours, text.Contains("\e[1;31m错误", StringComparison.Ordinal));
            Assert.Equal(colours, text.Contains('\e', StringComparison.Ordinal));
            Assert.DoesNotContain("甲\e", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void 相对的缓存文件夹不用_说明以后结果不变()
    {
        var run = PolicyProcess.RunWith([("POLICY_CACHE", "缓存")], _folder.Batch("out/r.csv"));
        Assert.Equal(0, run.Code);
        Assert.Contains("DSL5910", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists("缓存"));
        Assert.Equal(_folder.ExpectedResult(), _folder.Read("out/r.csv"));
    }
}
