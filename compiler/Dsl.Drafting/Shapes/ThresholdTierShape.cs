// 对年营业收入突破1亿元、5亿元、10亿元的企业，分别给予20万元、50万元、100万元: the tiers are figures themselves.
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed class ThresholdTierShape : IAwardShape
{
    public AwardForm? Read(AwardReading award)
    {
        var first = award.Award.Figures.First(static figure => figure.OpensAward);
        var tiers = award.Award.Figures.SkipWhile(figure => figure != first).TakeWhile(figure => figure == first || figure.Role == FigureRole.Tier).ToList();
        var floors = award.Sentence.Figures.Where(figure => figure.Figure.End <= first.Figure.Start && figure.Figure.Unit.Length > 0).TakeLast(tiers.Count).ToList();
        if (tiers.Count < 2 || !first.IsMoney || floors.Count != tiers.Count || floors[0].Role != FigureRole.Threshold
            || floors.Zip(floors.Skip(1)).Any(pair => pair.First.Figure.Unit != pair.Second.Figure.Unit || pair.First.Figure.Value >= pair.Second.Figure.Value))
            return null;
        if (Thresholds.In(award.Sentence.Text, [floors[0]], 0, first.Figure.Start, award.Rows) is not [var threshold])
            return null;
        // The condition says the comparison with the first floor; the others are compared in the same words.
        var lowest = AwardReading.Written(floors[0]);
        var steps = floors.Zip(tiers).Skip(1).Reverse()
            .Select(pair => $"若 {threshold.Expression.Replace(lowest, AwardReading.Written(pair.First), StringComparison.Ordinal)} 则 {AwardReading.Written(pair.Second)} 否则 ");
        return new AwardForm((first.Role == FigureRole.Cap ? "= 核定 最高 " : "= ") + string.Concat(steps) + AwardReading.Written(first));
    }
}
