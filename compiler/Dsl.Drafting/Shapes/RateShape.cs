// 按投资额20%给予补贴、最高30万元: a share, capped or not.
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed class RateShape : IAwardShape
{
    public AwardForm? Read(AwardReading award)
    {
        if (award.Award.First(FigureRole.Rate) is not { } rate)
            return null;
        var named = award.BaseOf(rate);
        var amount = award.Fact(named ?? "计算基数", "金额");
        var product = $"{amount.Name} * {AwardReading.Written(rate)}";
        return new AwardForm(award.Cap is { } cap ? $"= min({product}, {AwardReading.Written(cap)})" : $"= {product}")
        {
            Facts = [amount],
            Notes = named is null ? ["比例所乘的是哪个数，原文没有直接写明"] : [],
        };
    }
}
