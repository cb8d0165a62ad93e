// 对国家级、省级、市级的分别给予最高100万元、50万元、20万元: as many figures as cases.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed partial class TierShape : IAwardShape
{
    public AwardForm? Read(AwardReading award)
    {
        if (!award.Award.Has(FigureRole.Tier))
            return null;
        var first = award.Award.Figures.First(static figure => figure.OpensAward);
        var tiers = award.Award.Figures.SkipWhile(figure => figure != first).TakeWhile(figure => figure == first || figure.Role == FigureRole.Tier).ToList();
        if (CasesBefore(award.Sentence.Text[..first.Figure.Start], tiers.Count) is not { } cases)
            return Unnamed(award, first, tiers);
        var fact = award.Fact("级别", $"[{string.Join(", ", cases)}, 其他]", "原文的分档");
        var isShare = first.Figure.Unit == "%";
        var column = isShare ? "比例" : first.Role == FigureRole.Cap ? "最高" : "金额";
        var table = $"\n    | {fact.Name} | {column} |" + string.Concat(cases.Zip(tiers).Select(pair => $"\n    | {pair.First} | {AwardReading.Written(pair.Second)} |"));
        var condition = new DraftLine("条件", $"{fact.Name} 属于 [{string.Join(", ", cases)}]");
        if (!isShare)
            return new AwardForm((first.Role == FigureRole.Cap ? "= 核定 最高" : "=") + table) { Facts = [fact], Lines = [condition] };
        var amount = award.Fact(award.BaseOf(first) ?? "计算基数", "金额");
        var product = $"{amount.Name} * 比例";
        var capped = award.Cap is { } cap ? $"min({product}, {AwardReading.Written(cap)})" : product;
        return new AwardForm((first.Role == FigureRole.RateCap ? "= 核定 最高 " : "= ") + capped) { Facts = [fact, amount], Lines = [condition, new("令", "比例 =" + table)] };
    }

    /// <summary>The cases are not named one by one: a fact says which tier it is.</summary>
    private static AwardForm Unnamed(AwardReading award, RoleFigure first, List<RoleFigure> tiers)
    {
        var names = tiers.Select(static (_, index) => $"第{index + 1}档").ToList();
        var fact = award.Fact("档次", $"[{string.Join(", ", names)}]", "原文的分档");
        if (first.Figure.Unit == "%")
        {
            var amount = award.Fact(award.BaseOf(first) ?? "计算基数", "金额");
            return new AwardForm($"= {amount.Name} * ({Chain(fact, names, tiers)})") { Facts = [fact, amount], Notes = ["各档对应原文的哪一类对象"] };
        }
        return new AwardForm((first.Role == FigureRole.Cap ? "= 核定 最高 " : "= ") + Chain(fact, names, tiers)) { Facts = [fact], Notes = ["各档对应原文的哪一类对象"] };
    }

    private static string Chain(Fact fact, List<string> names, List<RoleFigure> tiers) =>
        string.Concat(names.Zip(tiers).SkipLast(1).Select(pair => $"若 {fact.Name} = {pair.First} 则 {AwardReading.Written(pair.Second)} 否则 ")) + AwardReading.Written(tiers[^1]);

    /// <summary>The cases that are listed last before the figures, as many as there are figures; null where they are not.</summary>
    private static List<string>? CasesBefore(string words, int count)
    {
        var levels = Level().Matches(words).Select(static match => match.Value).ToList();
        for (var start = levels.Count - count; start >= 0; start--)
        {
            var taken = levels.GetRange(start, count).ConvertAll(static level => level is "国家" or "省" or "市" or "区" or "县" ? level + "级" : level);
            if (taken.Distinct(StringComparer.Ordinal).Count() == count)
                return taken;
        }
        foreach (Match list in List().Matches(words).Reverse())
        {
            var items = Separator().Split(list.Value).Select(static item => Names.Of(item[(item.LastIndexOf('为') + 1)..], "")).ToList();
            if (items.Count == count && items.TrueForAll(static item => item.Length > 1) && items.Distinct(StringComparer.Ordinal).Count() == count)
                return items;
        }
        return null;
    }

    [GeneratedRegex("(?:国家|省|市|区|县)级|[特一二三四]等奖?|[金银铜]奖|[甲乙丙丁]级|[一二三四五]星级?|[1-5]?A{1,5}级|[A-E]类|[一二三四]类|第[一二三四]档|大型|中型|小型|微型|(?:国家|省|市|区|县)(?=[、和或及])", RegexOptions.CultureInvariant)]
    private static partial Regex Level();

    [GeneratedRegex("[^，。；：对]{2,20}(?:[、和及或][^，。；：、和及或]{2,20})+", RegexOptions.CultureInvariant)]
    private static partial Regex List();

    [GeneratedRegex("[、和及或]", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
