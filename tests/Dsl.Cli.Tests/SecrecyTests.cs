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
        $"postgres://u:{Secret}@h/db#t", $"postgres://u:{Secret}@h", $"postgresql://u:1/{Secret}@h/db#t", $"postgres://u%3A{Secret}@h/db#t",
        $"POSTGRES://u:{Secret}#x@h/db#t",
        $"postgres://u@h/db?password={Secret}#t", $"postgres://u@h/db?sslmode=require&password={Secret}#t",
        $"postgres://u@h/db?pass%77ord={Secret}#t",
        $"Host=h;Password={Secret};Database=db", $"host=h password={Secret} dbname=db", $"host=h pwd='{Secret} x' dbname=db",
        $"jdbc:postgresql://h/db?user=u&password={Secret}",
        $"postgres://u:{Secret}", $"postgres://u:{Secret}/db#t", $" postgres://u:{Secret}@h/db#t", $"postgres:/u:{Secret}@h/db#t",
        $"postgres:u:{Secret}@h/db", $"mysql://u:{Secret}@h/db", $"postgres://u@a;Password={Secret}/db#t",
        $"postgres://u%253A{Secret}@h/db#t", $"postgres://u：{Secret}@h/db#t", $"ｐｏｓｔｇｒｅｓ：／／ｕ：{Secret}＠h/db#t",
        $"postgres//u:{Secret}@h/db#t", $"u:{Secret}@h/db#t", $"//u:{Secret}@h/db#t",
        $"postgres://h/db?pwd:{Secret}#t", $"postgres://h/db?password:{Secret}#t", $"postgres://h/db?密码={Secret}#t",
        $"--password={Secret}", $"--Password:{Secret}", $"h:5432:db:u:{Secret}",
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Addresses))]
    public void 地址里的密码不显示也不保存(string address)
    {
        string[][] runs =
        [
            ["batch", _folder["p"], "--input", address, "--output", _folder["out/r.csv"]],
            ["batch", _folder["p"], "--input", _folder["p/sample"], "--output", address],
            ["batch", _folder["p"], "--input", _folder["p/sample"], "--detail", "技改项目=" + address, "--output", _folder["out/r.csv"]],
            ["batch", _folder["p"], "--input", _folder["p/sample"], "--output", _folder["out/r.csv"], "--summary", address],
            ["eval", _folder["p"], "--facts", address], ["check", address], ["fmt", address], ["sample", _folder["p"], "--output", address],
            ["draft", address],
            ["diff", _folder["p"], _folder["p"], "--input", address], ["publish", address, "--history", address], ["explain", address],
            [address], ["--x=" + address],
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
    [InlineData("postgres://me@127.0.0.1:1/r#模式.表")]
    public void 没有密码的地址照常(string address) =>
        Assert.Contains("DSL5803", PolicyRun.Of("batch", _folder["p"], "--input", address, "--output", _folder["out/r.csv"]).Error,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("--pass=geheim9", "--pass…")]
    [InlineData("-pgeheim9", "-p…")]
    [InlineData("--pw：geheim9", "--pw…")]
    public void 没有的选项只显示名称(string option, string shown)
    {
        foreach (var run in new[] { PolicyRun.Of("batch", _folder["p"], option), PolicyRun.Of(option), PolicyRun.Of("check", option) })
        {
            Assert.Equal(2, run.Code);
            Assert.Contains($"没有选项“{shown}”", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, run.Output + run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void 数据里的换行不另起一行_给人看的文件里没有控制字符()
    {
        const string Key = "甲\n错误：假的一行";
        File.WriteAllText(_folder["p/sample/企业.csv"],
            $"统一社会信用代码,名称,注册区,依法纳税,新招用员工数\n\"{Key}\",甲,示例区,是,12\n\"{Key}二\",乙,示例区,是,\e[31m\n");
        File.AppendAllText(_folder["p/sources/示例府办〔2024〕1号.txt"], "\n另外\e[31m奖励\u202e77万元。\n");
        File.WriteAllText(_folder["事实.json"],
            "{\"企业\": {\"统一社会信用代码\": \"甲\\n错误：假的一行\", \"新招用员工数\": \"甲\\n错误：假的一行\"}}");
        PolicyRun[] runs =
        [
            PolicyRun.Of([.. _folder.Batch("out/r.csv"), "--summary", _folder["out/汇总.txt"]]),
            PolicyRun.Of("publish", _folder["out/r.csv"], "--history", _folder["兑现记录.csv"]),
            PolicyRun.Of("eval", _folder["p"], "--facts", _folder["事实.json"]), PolicyRun.Of("check", "没有\n错误：假的一行"),
            PolicyRun.Of("coverage", _folder["p"], "--output", _folder["out/对照.txt"]),
            PolicyRun.Of("coverage", _folder["p"], "--format", "html", "--output", _folder["out/对照.html"]),
        ];
        foreach (var run in runs)
            Assert.DoesNotContain("\n错误：假", run.Output + run.Error, StringComparison.Ordinal);
        Assert.Contains("\\u000A错误：假的一行", runs[1].Output, StringComparison.Ordinal);
        foreach (var file in new[] { "out/汇总.txt", "out/对照.txt", "out/对照.html" })
            Assert.DoesNotContain(_folder.Read(file),
                static unit => (char.IsControl(unit) && unit is not ('\n' or '\t')) || unit == '\u202e');
        Assert.Contains("另外\\u001B[31m奖励\\u202E", _folder.Read("out/对照.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void 数据里的控制字符不到屏幕上()
    {
        const string Odd = "甲\e[31m\a\u009b2J\u007f\u202e乙\r丙";
        var policy = _folder[$"{Odd.Replace('\r', 'x')}.policy"];
        File.WriteAllText(policy, $"政策 {Odd}\n  文号 甲〔2024〕{Odd}\n条款 {Odd}\n  条件 {Odd}\n  奖补 = {Odd}\n");
        var name = string.Concat(Odd.Select(static character => $"\\u{(int)character:x4}"));
        File.WriteAllText(_folder["事实.json"],
            "{\"企业\": {\"统一社会信用代码\": \"1\", \"名称\": \"" + name + "\", \"注册区\": \"" + name + "\"}}");
        PolicyRun[] runs =
        [
            PolicyRun.Of("check", policy), PolicyRun.Of("check", policy, "--format", "json"),
            PolicyRun.Of("check", policy, "--format", "sarif"), PolicyRun.Of("fmt", policy, "--check"),
            PolicyRun.Of("eval", _folder["p"], "--facts", _folder["事实.json"]),
            PolicyRun.Of("eval", _folder["p"], "--facts", _folder["事实.json"], "--format", "json"),
            PolicyRun.Of("batch", Odd, "--input", Odd, "--output", Odd), PolicyRun.Of(Odd), PolicyRun.Of("check", "--" + Odd),
            PolicyRun.Of("explain", Odd),
        ];
        foreach (var run in runs)
        {
            Assert.DoesNotContain(run.Output + run.Error,
                static character => (char.IsControl(character) && character is not ('\n' or '\t')) || character is '\u202e');
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
            Assert.Equal(1,
                CommandLine.Run(["check", policy],
                    new CliContext { Output = output, Error = error, Today = static () => PolicyRun.Today, OutputHasColours = colours }));
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
