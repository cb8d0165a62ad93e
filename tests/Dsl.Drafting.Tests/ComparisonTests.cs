// Drafts beside the finished policies of the repository: nine of ten figures stand in the right clause.
using Dsl.Drafting.Comparing;
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Testing;
using Xunit;

namespace Dsl.Drafting.Tests;

public class ComparisonTests
{
    private const int LeastPercent = 90;

    private static readonly string Policies = RepositoryRoot.Combine("policies");

    public static TheoryData<string> Finished =>
        [.. Directory.EnumerateFiles(Policies, "*.policy").Select(static path => Path.GetFileNameWithoutExtension(path)).Where(Texts.Official.ContainsKey).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Finished))]
    public void 九成的数落在正确的条款(string name)
    {
        var draft = Texts.Draft(Texts.Official[name]);
        Assert.NotNull(draft);
        var path = Path.Combine(Policies, name + ".policy");
        var comparison = DraftComparison.Of(draft, SyntaxTree.Parse(new SourceText(path, File.ReadAllText(path))));
        Assert.True(comparison.Figures > 0);
        Assert.True(comparison.Percent >= LeastPercent, $"{comparison.Placed}/{comparison.Figures}: {string.Join('；', comparison.Missed)}");
    }

    [Fact]
    public void 数写错了条款或改了数都算没有落到()
    {
        var draft = Texts.Draft("某市某区若干措施\n一、支持内容\n1.支持创新。对新认定的高新技术企业，一次性奖励20万元。\n2.支持上市。对成功上市的企业，一次性奖励300万元。\n");
        Assert.NotNull(draft);
        Assert.Empty(Compare(draft, draft.Policy).Missed);
        Assert.Equal(["20万元"], Compare(draft, draft.Policy.Replace("条   一1", "条   一3", StringComparison.Ordinal)).Missed.Select(static missed => missed.Written));
        Assert.Equal(["30万元"], Compare(draft, draft.Policy.Replace("奖补 = 20万元", "奖补 = 30万元", StringComparison.Ordinal)).Missed.Select(static missed => missed.Written));
    }

    private static DraftComparison Compare(Draft draft, string finished) => DraftComparison.Of(draft, SyntaxTree.Parse(new SourceText("甲.policy", finished)));
}
