// Drafts beside the finished policies of the repository: nine of ten figures are used as there or said to be undecided,
// and none is used for something else.
using Dsl.Drafting.DraftEvaluation;
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
        [.. Directory.EnumerateFiles(Policies, "*.policy").Select(static path => Path.GetFileNameWithoutExtension(path))
            .Where(Texts.Official.ContainsKey).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Finished))]
    public void 九成的数用途相符或标为待定而没有一个用错(string name)
    {
        var draft = Texts.Draft(Texts.Official[name]);
        Assert.NotNull(draft);
        var path = Path.Combine(Policies, name + ".policy");
        var comparison = DraftComparison.Of(draft, SyntaxTree.Parse(new SourceText(path, File.ReadAllText(path))));
        Assert.NotEmpty(comparison.Figures);
        var told = comparison.Percent(FigureOutcome.Same) + comparison.Percent(FigureOutcome.Undecided);
        Assert.True(told >= LeastPercent,
            string.Join('；', comparison.Figures.Where(static figure => figure.Outcome == FigureOutcome.Missed)));
        Assert.DoesNotContain(comparison.Figures, static figure => figure.Outcome == FigureOutcome.OtherUse);
    }

    [Fact]
    public void 数写错了条款或改了数或改了用途都算不符()
    {
        var draft = Texts.Draft("某市某区若干措施\n一、支持内容\n1.支持创新。对新认定的高新技术企业，一次性奖励20万元。\n"
            + "2.支持上市。对成功上市的企业，一次性奖励300万元。\n3.支持投资。对实施技改的企业，每年按设备投资额的8%给予补助，"
            + "最高50万元。\n");
        Assert.NotNull(draft);
        Assert.All(Compare(draft, draft.Policy).Figures, static figure => Assert.Equal(FigureOutcome.Same, figure.Outcome));
        Assert.Equal(["20万元 Missed"], Told(draft, draft.Policy.Replace("条   一1", "条   一3", StringComparison.Ordinal)));
        Assert.Equal(["30万元 Missed"], Told(draft, draft.Policy.Replace("奖补 = 20万元", "奖补 = 30万元", StringComparison.Ordinal)));
        Assert.Equal(["20万元 OtherUse"],
            Told(draft, draft.Policy.Replace("奖补 = 20万元", "奖补 = 核定 最高 20万元", StringComparison.Ordinal)));
        Assert.Equal(["50万元 OtherUse"],
            Told(draft,
                draft.Policy.Replace("奖补 = min(设备投资额 * 8%, 50万元)", "奖补 = 设备投资额 * 8% + 50万元", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Told(Draft draft, string finished) =>
        Compare(draft, finished).Figures.Where(static figure => figure.Outcome != FigureOutcome.Same)
            .Select(static figure => $"{figure.Written} {figure.Outcome}");

    private static DraftComparison Compare(Draft draft, string finished) =>
        DraftComparison.Of(draft, SyntaxTree.Parse(new SourceText("甲.policy", finished)));
}
