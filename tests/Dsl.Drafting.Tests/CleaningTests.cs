// Cleaning takes out white space and what it names, and nothing else; lines that were broken inside a sentence are joined.
using Dsl.Drafting.Cleaning;
using Dsl.Testing;
using Xunit;

namespace Dsl.Drafting.Tests;

public class CleaningTests
{
    public static TheoryData<string> Names => [.. Texts.Official.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void 清理只删空白和所记的文字(string name)
    {
        var cleaned = SourceCleaner.Clean(Texts.Official[name]);
        Assert.Equal(WithoutSpace(cleaned.Content), Replay(Texts.Official[name], cleaned));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void 每段一行没有空行(string name) =>
        Assert.All(SourceCleaner.Clean(Texts.Official[name]).Paragraphs,
            static paragraph => Assert.True(paragraph.Length > 0 && paragraph.Trim() == paragraph));

    [Fact]
    public void 逐行断开的原文接成的段落与入库的一样()
    {
        const string Name = "渝中府办〔2021〕13号";
        var kept = File.ReadAllLines(RepositoryRoot.Combine("policies", "sources", Name + ".txt"));
        Assert.Equal(kept, SourceCleaner.Clean(Texts.Official[Name]).Paragraphs);
    }

    [Theory]
    [InlineData("一、目标\n甲乙丙。\n- 2 -\n丁戊己。", "一、目标|甲乙丙。|丁戊己。", "-2-")]
    [InlineData("第1页 共3页\n一、目标\n甲乙丙。", "一、目标|甲乙丙。", "第1页共3页")]
    [InlineData("一、目标\n甲\u200B乙丙。<BR>", "一、目标|甲乙丙。", "\u200B|<BR>")]
    [InlineData("一、目标\n甲乙丙。\n5\n丁戊己。", "一、目标|甲乙丙。|5|丁戊己。", "")]
    [InlineData("一、目标\n甲。\n乙。\n丙。\n1\n丁。\n戊。\n己。\n2\n庚。", "一、目标|甲。|乙。|丙。|丁。|戊。|己。|庚。", "1|2")]
    [InlineData("第 1 0 条 甲乙。\n自 2 0 2 4 年 1 0 月 1 1 日起。\n级别 1 5 8 万元", "第10条甲乙。|自2024年10月11日起。|级别1 5 8万元",
        "")]
    [InlineData("关于印发《甲乙\n丙丁》的\n通知", "关于印发《甲乙丙丁》的通知", "")]
    [InlineData("支持AI for\tScience 平台", "支持AI for Science平台", "")]
    [InlineData("一、总则。二、措施（一）加强保障。甲乙。2．拓宽路径。丙丁。",
        "一、总则。|二、措施|（一）加强保障。甲乙。|2．拓宽路径。丙丁。", "")]
    public void 清理的各种情形(string raw, string paragraphs, string removals)
    {
        var cleaned = SourceCleaner.Clean(raw);
        Assert.Equal(paragraphs.Split('|'), cleaned.Paragraphs);
        Assert.Equal(removals.Split('|', StringSplitOptions.RemoveEmptyEntries), cleaned.Removals.Select(static removal => removal.Text));
        Assert.Equal(WithoutSpace(cleaned.Content), Replay(raw, cleaned));
    }

    private static string Replay(string raw, CleanedText cleaned)
    {
        var text = WithoutSpace(raw);
        foreach (var removal in cleaned.Removals.Reverse())
        {
            Assert.Equal(removal.Text, text.Substring(removal.Offset, removal.Text.Length));
            text = text.Remove(removal.Offset, removal.Text.Length);
        }
        return text;
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(static character => !char.IsWhiteSpace(character)));
}
