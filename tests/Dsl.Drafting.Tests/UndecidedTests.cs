// What a draft leaves open is found by the check, place by place, and what it leaves out is counted by coverage.
using Dsl.Compiler;
using Dsl.Semantics.Coverage;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.Drafting.Tests;

public sealed class UndecidedTests
{
    [Fact]
    public void 待定和未起草的处数与检查的提示一致()
    {
        foreach (var text in Texts.Official.Values)
        {
            var draft = Texts.Draft(text);
            Assert.NotNull(draft);
            var findings = CompilationOf(draft).Diagnostics;
            Assert.Equal(draft.Undecided, findings.Count(static finding => finding.Code == "DSL3060"));
            Assert.Equal(draft.Undrafted.Length, findings.Count(static finding => finding.Code == "DSL3061"));
            Assert.All(findings.Where(static finding => finding.Code is "DSL3060" or "DSL3061"),
                static finding => Assert.StartsWith("//", finding.Source[finding.Span], StringComparison.Ordinal));
        }
    }

    [Fact]
    public void 列表项和表格里的金额都算正文()
    {
        var draft = Texts.Draft("某市某区若干措施\n一、支持内容\n1.支持创新。对新认定的企业：\n（1）国家级奖励100万元；\n"
            + "（2）省级奖励50万元\n（3）房租减半\n（4）检测费全额补贴\n（5）免收三年租金\n（6）按2倍奖励\n（7）奖励30万\n级别 比例\n"
            + "市级 5%\n2.支持10亿元产业基金建设\n3.优化服务\n");
        Assert.NotNull(draft);
        var compilation = CompilationOf(draft);
        var coverage = SourceCoverage.Of(Assert.Single(compilation.Model.Policies), Assert.Single(compilation.OfficialTexts.Values),
            compilation.Model.Parameters);
        var sentences = coverage.Sentences.Select(part => coverage.Source[part.Span]).ToList();
        Assert.All(
            (string[])["国家级奖励100万元", "省级奖励50万元", "5%", "10亿元产业基金", "房租减半", "检测费全额补贴", "免收三年租金",
                "按2倍奖励", "奖励30万"],
            words => Assert.Contains(sentences, sentence => sentence.Contains(words, StringComparison.Ordinal)));
        Assert.DoesNotContain(sentences, static sentence => sentence.Contains("优化服务", StringComparison.Ordinal));
    }

    private static Compilation CompilationOf(Draft draft) =>
        Compilation.Create([new SourceText("原文.policy", draft.Policy)], [new SourceText(Texts.Options.SourcePath, draft.Source.Content)]);
}
