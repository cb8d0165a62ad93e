// 对超过500万元的部分按5%给予奖励、最高100万元: a share of what lies above a figure.
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed class ExcessShape : IAwardShape
{
    public AwardForm? Read(AwardReading award)
    {
        if (award.Award.First(FigureRole.Excess) is not { IsMoney: true } floor || (award.Award.First(FigureRole.Rate) ?? award.Award.First(FigureRole.RateCap)) is not { } rate)
            return null;
        var words = award.Sentence.Text[..floor.Figure.Start];
        var noun = words[(words.AsSpan().LastIndexOfAny("，。；、对") + 1)..].Replace("超过", "", StringComparison.Ordinal).Replace("超出", "", StringComparison.Ordinal);
        var amount = award.Fact(Names.Of(noun, "投入额"), "金额");
        var share = $"max({amount.Name} - {AwardReading.Written(floor)}, 0元) * {AwardReading.Written(rate)}";
        var capped = award.Cap is { } cap ? $"min({share}, {AwardReading.Written(cap)})" : share;
        return new AwardForm(rate.Role == FigureRole.RateCap ? $"= 核定 最高 {capped}" : $"= {capped}") { Facts = [amount] };
    }
}
