// 最高奖励2万元/件, 按每人2000元: an amount for each of something.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Library.Types;

namespace Dsl.Drafting.Shapes;

internal sealed partial class PerUnitShape : IAwardShape
{
    public AwardForm? Read(AwardReading award)
    {
        if (award.Award.Figures.FirstOrDefault(static figure => figure.OpensAward) is not { IsMoney: true, Role: FigureRole.Cap or FigureRole.Amount } price)
            return null;
        var written = AwardReading.Written(price);
        if (price.Figure.PerUnit is { Length: > 0 } and not "年" && award.Rows is not null)
            return new AwardForm(price.Role == FigureRole.Cap ? $"= 核定 最高 {written}" : $"= {written}") { Lines = [new("频次", "每次")] };
        if (price.Figure.PerUnit.Length > 0 || award.Rows is not null || Each().Match(award.Sentence.Text[..price.Figure.Start]) is not { Success: true } each || Units.Find(each.Groups["unit"].Value) is not { } unit)
            return null;
        var counted = Counted().Match(award.Sentence.Text[..price.Figure.Start]);
        var name = counted.Success ? Names.Of(counted.Groups["noun"].Value, "符合条件数") : Names.Of(each.Groups["noun"].Value, unit.Name == "人" ? "符合条件人" : Names.Of(award.SubjectNoun(), "符合条件")) + "数";
        var count = award.Fact(name, unit.Name);
        var product = $"{count.Name} * {written}/{unit.Name}";
        if (price.Role == FigureRole.Cap)
            return new AwardForm($"= 核定 最高 {product}") { Facts = [count] };
        return new AwardForm(award.Cap is { } cap && cap != price ? $"= min({product}, {AwardReading.Written(cap)})" : $"= {product}") { Facts = [count] };
    }

    [GeneratedRegex("按照?(?<noun>[^，。；]{2,12}(?:人数|数量|件数|数))(?:给予|以)?每", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex("(?:按照?)?每(?:新增|招用|培养|培训|引进)?(?:一|1)?(?<unit>人|名|家|件|项|个|台|套|户|亩|平方米|吨|辆|篇)(?<noun>[^，。；、0-9]{0,6}?)(?:给予|奖励|补贴|补助|资助|奖补|最高|不超过|的标准)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Each();
}
