// Files as they come from desks: other encodings, byte order marks, line ends, things that are no text at all.
using System.Text;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public class EncodingTests
{
    private const string Policy = "政策 补贴\n  文号 示例〔2024〕1号\n  施行日期 2024-01-01\n\n"
        + "数据 企业\n  主键 代码 : 文本\n  费用 : 金额\n\n条款 1 补贴\n  频次 每年\n  奖补 = min(费 * 10%, 50万元)\n";

    [Fact]
    public void 国标编码的文件说明怎样另存()
    {
        using var folder = new ScratchFolder();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var path = folder.Write("国标.policy", Encoding.GetEncoding("GB18030").GetBytes(Policy));
        var run = PolicyRun.Of("check", path);
        Assert.Equal(2, run.Code);
        Assert.Contains("GBK", run.Error, StringComparison.Ordinal);
        Assert.Contains("UTF-8", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void 宽字符编码的文件说明怎样另存()
    {
        using var folder = new ScratchFolder();
        var run = PolicyRun.Of("check", folder.Write("a.policy", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Policy)]));
        Assert.Equal(2, run.Code);
        Assert.Contains("UTF-16", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void 排版不动字节顺序标记_再排不变(string mark)
    {
        using var folder = new ScratchFolder();
        var (path, plain) = (folder.Write("a.policy", Encoding.UTF8.GetBytes(mark + "// 头\n" + Policy)),
            folder.Write("b.policy", Encoding.UTF8.GetBytes("// 头\n" + Policy)));
        Assert.Contains("整理了 1 个", PolicyRun.Of("fmt", path).Output, StringComparison.Ordinal);
        Assert.Equal(0, PolicyRun.Of("fmt", plain).Code);
        Assert.Equal(mark + Encoding.UTF8.GetString(File.ReadAllBytes(plain)), Encoding.UTF8.GetString(File.ReadAllBytes(path)));
        Assert.Equal(0, PolicyRun.Of("fmt", "--check", path).Code);
    }

    [Fact]
    public void 字节顺序标记不影响结果()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("a.policy", Policy);
        var plain = PolicyRun.Of("check", path);
        folder.Write("a.policy", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Policy)]);
        Assert.Equal(plain, PolicyRun.Of("check", path));
        Assert.Equal(1, plain.Code);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void 换行方式不影响结果(string lineEnd)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("a.policy", Policy);
        var plain = PolicyRun.Of("check", path);
        folder.Write("a.policy", Policy.Replace("\n", lineEnd, StringComparison.Ordinal));
        Assert.Equal(plain, PolicyRun.Of("check", path));
    }

    [Fact]
    public void 二进制内容不是政策()
    {
        using var folder = new ScratchFolder();
        var bytes = new byte[20_000];
        new Random(1).NextBytes(bytes);
        var run = PolicyRun.Of("check", folder.Write("乱.policy", bytes));
        Assert.Equal(2, run.Code);
        Assert.Contains("乱.policy", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void 乱写的文本只有诊断没有崩溃(int seed)
    {
        const string Alphabet =
            "政策条款奖补条件算例若则否则且或「」（）()[]|=<>%0123456789万元.:：,，\n \t{}\"“”\u0007\u001B\u200B\U00020000";
        using var folder = new ScratchFolder();
        var random = new Random(seed);
        var text = string.Concat(Enumerable.Range(0, 5000).Select(_ => Alphabet[random.Next(Alphabet.Length - 2)]));
        var run = PolicyRun.Of("check", folder.Write("乱.policy", text));
        Assert.Equal(1, run.Code);
        Assert.Equal("", run.Error);
        // Nothing of the file may steer the terminal.
        Assert.DoesNotContain('\u001B', run.Output);
        Assert.DoesNotContain('\u0007', run.Output);
    }

    [Fact]
    public void 空文件夹说明要什么()
    {
        using var folder = new ScratchFolder();
        var run = PolicyRun.Of("check", folder.Root);
        Assert.Equal(2, run.Code);
        Assert.Contains(".policy", run.Error, StringComparison.Ordinal);
    }
}
