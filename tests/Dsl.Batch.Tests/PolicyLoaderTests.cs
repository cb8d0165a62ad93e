// Policies from disk: what is found, what cannot be read and why.
using System.Text;
using Dsl.Facts.Diagnostics;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class PolicyLoaderTests : IDisposable
{
    private const string Schema = "数据 企业\n  主键 代码 : 文本\n  投资额 : 金额\n";
    private const string Policy = "政策 办法\n  文号 甲〔2021〕1号\n  施行日期 2021-01-01\n  原文 sources/甲.txt\n  使用 "
        + "schema/企业.policy\n\n条款 1 补贴\n  依据 「按投资额10%补贴」\n  频次 每年\n  奖补 = min(投资额 * 10%, 100万元)\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 文件夹里的政策_数据定义_原文()
    {
        WriteAll(new UTF8Encoding(true));
        var loaded = PolicyLoader.Load([_folder.Path]);
        Assert.Empty(loaded.Problems);
        Assert.Equal(["schema/企业.policy", "甲.policy"],
            loaded.Compilation.Trees.Select(tree => Path.GetRelativePath(_folder.Path, tree.Source.Path)).Order(StringComparer.Ordinal));
        Assert.Equal("按投资额10%补贴。", Assert.Single(loaded.Compilation.OfficialTexts).Value.Content);
        Assert.Equal(3, loaded.Files.Length);
        Assert.All(loaded.Compilation.Trees, static tree => Assert.Equal(tree.Source.Content, tree.Root.ToFullString()));
    }

    [Fact]
    public void 单个文件带上它使用的数据定义()
    {
        WriteAll(new UTF8Encoding(false));
        var loaded = PolicyLoader.Load([_folder["甲.policy"], _folder["甲.policy"]]);
        Assert.Empty(loaded.Problems);
        Assert.Equal(2, loaded.Compilation.Trees.Length);
    }

    [Fact]
    public void 不是UTF8_说明文件和办法()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _folder.Write("甲.policy", Policy, Encoding.GetEncoding("GB18030"));
        var finding = Assert.Single(PolicyLoader.Load([_folder.Path]).Problems);
        Assert.Equal("DSL5002", finding.Code);
        Assert.Contains("甲.policy”不是 UTF-8 编码的文本（第 1 行第 1 个字节起无法识别，可能是 GBK 编码）。", finding.Problem.Message,
            StringComparison.Ordinal);
        Assert.Contains("另存为 UTF-8", finding.Problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0 }, "UTF-16")]
    [InlineData(new byte[] { 0x41, 0, 0x41 }, "二进制")]
    public void 不是文本(byte[] bytes, string reason)
    {
        _folder.WriteBytes("甲.policy", bytes);
        Assert.Contains(reason, Assert.Single(PolicyLoader.Load([_folder.Path]).Problems).Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void 没有文件_空文件夹()
    {
        Assert.Equal("DSL5001", Assert.Single(PolicyLoader.Load([_folder["没有.policy"]]).Problems).Code);
        Assert.Equal("DSL5003", Assert.Single(PolicyLoader.Load([_folder.Path]).Problems).Code);
    }

    [Fact]
    public void 配置()
    {
        WriteAll(new UTF8Encoding(false));
        _folder.Write("policy.json", """{"测算日": "2023-05-01", "年度": 2022, "严重程度": {"DSL3001": "错误", "DSL3002": "关闭"}}""");
        var loaded = PolicyLoader.Load([_folder["甲.policy"]]);
        Assert.Empty(loaded.Problems);
        Assert.Equal(Severity.Error, loaded.Configuration.Compilation.Severities["DSL3001"]);
        Assert.Contains("DSL3002", loaded.Configuration.SwitchedOff);
        var today = new DateOnly(2026, 1, 1);
        Assert.Equal((new DateOnly(2023, 5, 1), 2022), DatesOf(loaded, null, null, today));
        Assert.Equal((new DateOnly(2024, 5, 1), 2024), DatesOf(loaded, new(2024, 5, 1), null, today));
        Assert.Equal((new DateOnly(2023, 5, 1), 2021), DatesOf(loaded, null, 2021, today));
    }

    [Theory]
    [InlineData("{", "不是正确的 JSON")]
    [InlineData("""{"测算日": "2023-02-30"}""", "“测算日”的值写错了")]
    [InlineData("""{"日期": "2023-02-20"}""", "没有“日期”这个项目")]
    [InlineData("""{"严重程度": {"DSL3001": "严重"}}""", "“严重程度”的写法是")]
    public void 配置写错(string text, string reason)
    {
        WriteAll(new UTF8Encoding(false));
        _folder.Write("policy.json", text);
        var finding = Assert.Single(PolicyLoader.Load([_folder.Path]).Problems);
        Assert.Equal("DSL5004", finding.Code);
        Assert.Contains(reason, finding.Problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x.policy", "x.policy")]
    [InlineData("policies", "sources/a.txt", "policies/sources/a.txt")]
    [InlineData("policies/x", "../sources/a.txt", "policies/sources/a.txt")]
    [InlineData("/a/b", "./c", "/a/b/c")]
    [InlineData(".", "a", "a")]
    [InlineData("..", "a", "../a")]
    public void 路径(string folder, string path, string expected) => Assert.Equal(expected, PathText.Join(folder, path));

    [Fact]
    public void 发现写成一行() =>
        Assert.Equal("企业.csv 第 3 行“研发投入”：DSL5307 “×”不是“是”或“否”。请填写 是/否、有/无、√、Y/N、1/0 或 true/false；"
            + "× 有人用来表示否、有人用来勾选，请改写成 是 或 否；不掌握的请留空。",
            ValueDiagnostics.NotATruth.With("×").At(new("企业.csv", 3, "研发投入", "×")).ToString());

    private static (DateOnly, int) DatesOf(LoadedPolicies loaded, DateOnly? asOf, int? year, DateOnly today)
    {
        var context = loaded.Context(asOf, year, today);
        return (context.AsOf, context.Year);
    }

    private void WriteAll(Encoding encoding)
    {
        _folder.Write("甲.policy", Policy, encoding);
        _folder.Write("schema/企业.policy", Schema, encoding);
        _folder.Write("sources/甲.txt", "按投资额10%补贴。", encoding);
        _folder.Write("schema/说明.txt", "不是政策");
    }
}
