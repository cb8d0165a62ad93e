// No message prints a very long name: every rule is filled with one, in every place.
using Dsl.Loading.Findings;
using Dsl.Repository.Tests.Generated;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.Repository.Tests;

public class HugeNameMessageTests
{
    private const int MostFacts = 8;

    // Many times what is shown; a megabyte in every place of every rule would take minutes and show nothing more.
    private static readonly string Huge = new('名', 1 << 14);

    public static TheoryData<string> Codes => [.. DeclaredDiagnostics.All.Select(static declared => declared.Rule.Code).Distinct()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void 名称再长也不整个写出来(string code)
    {
        foreach (var (rule, _) in DeclaredDiagnostics.All.Where(declared => declared.Rule.Code == code))
        {
            object[] facts = [.. Enumerable.Repeat<object>(Huge, MostFacts)];
            var finding = rule.At(new SourceText("甲.policy", ""), default, facts).WithFix(Huge).WithGuess(Huge).WithFixOn(Huge, Huge);
            var problem = rule.With(facts).At(new("甲.csv", 1, Huge, Huge));
            string[] shown = [finding.Message, finding.Remedy, .. finding.Fixes.Select(static fix => fix.Title), problem.ToString()];
            Assert.All(shown, static text => Assert.DoesNotContain(new string('名', Excerpt.LongestName), text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("研发费用", "研发费用")]
    [InlineData("甲、乙、丙", "甲、乙、丙")]
    public void 平常的名称照写(string fact, string shown) => Assert.Equal(shown, Excerpt.Of(fact));

    [Fact]
    public void 恰好六十字的照写() => Assert.Equal(new string('名', 60), Excerpt.Of(new string('名', 60)));

    [Fact]
    public void 长的截到六十字() => Assert.Equal(new string('名', 59) + "…，后面照写", Excerpt.Of(new string('名', 61) + "，后面照写"));

    [Fact]
    public void 一兆字的名称也截短() => Assert.InRange(Excerpt.Of(new string('名', 1 << 20)).Length, 1, Excerpt.LongestName);

    [Fact]
    public void 很多名称截到四百字() => Assert.InRange(Excerpt.Of(string.Join('、', Enumerable.Repeat("名称", 10_000))).Length, 300, 410);

    [Fact]
    public void 不截断成半个字()
    {
        foreach (var before in Enumerable.Range(0, 4))
            Assert.DoesNotContain("\uFFFD",
                System.Text.Encoding.UTF8.GetString(
                    System.Text.Encoding.UTF8.GetBytes(Excerpt.Of(new string('甲', before) + string.Concat(Enumerable.Repeat("𠀀", 300))))),
                StringComparison.Ordinal);
    }
}
