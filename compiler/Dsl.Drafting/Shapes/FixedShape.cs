// 一次性奖励50万元: a fixed amount.
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed class FixedShape : IAwardShape
{
    public AwardForm? Read(AwardReading award) =>
        award.Award.First(FigureRole.Amount) is { } amount
            ? new AwardForm(award.Cap is { } cap ? $"= min({AwardReading.Written(amount)}, {AwardReading.Written(cap)})" : $"= {AwardReading.Written(amount)}") : null;
}
