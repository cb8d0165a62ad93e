// Properties of 从高不重复 over random groups with a past: gaps only narrow, and more never becomes less.
using Dsl.Evaluation.Tests.Support;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Evaluation.Tests.Properties;

public class CompetitionProperties
{
    [Fact]
    public void 补齐以后在原来的上下界之内() => Properties.ForSeeds(8000, static seed =>
    {
        var world = new World();
        var contest = new RandomCompetition(world, seed);
        var (open, known) = contest.Facts(percentUnknown: 15 + seed % 40);
        var (before, after) = (world.Run(open, contest.Policies), world.Run(known, contest.Policies));
        return Properties.FindProblem(before, after) is { } problem
            ? $"种子 {seed}：{problem}\n{contest.Describe(open, before)}\n补齐以后\n{contest.Describe(known, after)}"
            : null;
    });

    [Fact]
    public void 资料齐全的都能定下来() => Properties.ForSeeds(3000, static seed =>
    {
        var world = new World();
        var contest = new RandomCompetition(world, seed);
        var result = world.Run(contest.Facts(percentUnknown: 0).Known, contest.Policies);
        var clauses = result.Policies.SelectMany(static policy => policy.Clauses).ToList();
        var sum = clauses.Aggregate(Rational.Zero, static (total, clause) => total + (clause.Amount.Low ?? 0));
        return clauses.Exists(static clause => !clause.Amount.IsPoint) ? $"种子 {seed}：有没有定下来的"
            : result.Totals.Amount == Bounds.Exactly(sum) ? null
            : $"种子 {seed}：合计 {result.Totals.Amount} 不是 {sum}";
    });

    [Theory]
    [InlineData(CompetitionKind.AllMeet)]
    [InlineData(CompetitionKind.AllRemember)]
    [InlineData(CompetitionKind.WithoutRows)]
    public void 哪一个数变大合计都不变小(CompetitionKind kind) => Properties.ForSeeds(4000, seed =>
    {
        var world = new World();
        var contest = new RandomCompetition(world, seed, kind);
        var facts = contest.Facts(percentUnknown: 0).Known;
        var raised = contest.Raised(facts);
        var (less, more) = (world.Run(facts, contest.Policies), world.Run(raised, contest.Policies));
        return more.Totals.Amount.Low >= less.Totals.Amount.Low
            ? null
            : $"种子 {seed}：变小了\n{contest.Describe(facts, less)}\n变大以后\n{contest.Describe(raised, more)}";
    });
}
