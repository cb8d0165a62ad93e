// 给予总投资额最高30%、单个项目最高200万元: the share itself is only a ceiling.
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed class RateCeilingShape : IAwardShape
{
    public AwardForm? Read(AwardReading award)
    {
        if (award.Award.First(FigureRole.RateCap) is not { } rate)
            return null;
        var named = award.BaseOf(rate);
        var amount = award.Fact(named ?? "计算基数", "金额");
        var product = $"{amount.Name} * {AwardReading.Written(rate)}";
        return new AwardForm(award.Cap is { } cap ? $"= 核定 最高 min({product}, {AwardReading.Written(cap)})" : $"= 核定 最高 {product}")
        {
            Facts = [amount],
            Notes = named is null ? ["比例所乘的是哪个数，原文没有直接写明"] : [],
        };
    }
}
