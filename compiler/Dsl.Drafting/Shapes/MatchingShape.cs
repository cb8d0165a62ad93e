// 按照市级资助1:1进行配套资助: an award of a higher level, matched.
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed class MatchingShape : IAwardShape
{
    public AwardForm? Read(AwardReading award)
    {
        if (award.Award.First(FigureRole.Ratio) is not { } ratio || ratio.Figure.Parts.Length != 2)
            return null;
        var matched = award.Fact(award.BaseOf(ratio) ?? "上级资助额", "金额");
        var product = $"{matched.Name} * {AwardReading.Written(ratio)}";
        return new AwardForm(award.Cap is { } cap ? $"= min({product}, {AwardReading.Written(cap)})" : $"= {product}") { Facts = [matched] };
    }
}
