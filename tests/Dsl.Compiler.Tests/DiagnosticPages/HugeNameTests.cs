// The snippets of the pages with names of thousands of characters: what is said of them stays readable.
using Dsl.Compiler.Tests.Support;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.Compiler.Tests.DiagnosticPages;

public class HugeNameTests
{
    private const int MostShown = 1500;

    private static readonly string Tail = new('长', 5_000);

    private static readonly string[] Names =
        ["研发费用", "科技项目", "渝中区", "依法纳税", "事项", "测试", "企业", "经费", "研发费拥", "企叶", "甲"];

    public static TheoryData<string> Codes => DiagnosticPageTests.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void 名称很长时报的话不长(string code)
    {
        var snippet = DiagnosticPageTests.Block(code, "错误的写法");
        if (snippet.Length > 10_000)
            return;
        foreach (var name in Names.Where(name => snippet.Contains(name, StringComparison.Ordinal)))
        {
            var files = Prelude.Files(snippet)
                .Select(file => new SourceText(file.Path, file.Content.Replace(name, name + Tail, StringComparison.Ordinal))).ToList();
            var byKind = files.ToLookup(static file => file.Path.EndsWith(".txt", StringComparison.Ordinal));
            foreach (var finding in Compilation.Create(byKind[false], byKind[true]).Diagnostics)
            {
                string[] shown = [finding.Message, finding.Remedy, .. finding.Fixes.Select(static fix => fix.Title),
                    .. finding.Related.Select(static related => related.Note)];
                Assert.All(shown, text => Assert.True(text.Length < MostShown, $"{finding.Code} {text.Length}"));
            }
        }
    }
}
