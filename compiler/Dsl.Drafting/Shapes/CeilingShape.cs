// 一次性资助最高1000万元: the authority decides up to a ceiling.
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed class CeilingShape : IAwardShape
{
    public AwardForm? Read(AwardReading award) =>
        !award.Award.Has(FigureRole.Amount) && award.Cap is { } cap ? new AwardForm($"= 核定 最高 {AwardReading.Written(cap)}") : null;
}
