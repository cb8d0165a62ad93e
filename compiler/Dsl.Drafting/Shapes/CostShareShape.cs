// 由市区按照6:4比例共担设备购置等投入: a cost that levels of government share.
using System.Text.RegularExpressions;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed partial class CostShareShape : IAwardShape
{
    public AwardForm? Read(AwardReading award)
    {
        if (award.Award.First(FigureRole.Ratio) is not { } ratio || !Shared().IsMatch(award.Sentence.Text))
            return null;
        var levels = LevelsBefore(award.Sentence.Text[..ratio.Figure.Start]);
        var amount = award.Fact("投入金额", "金额", "列入分担的投入");
        return levels.Count == ratio.Figure.Parts.Length
            ? new AwardForm($"= {amount.Name}") { Facts = [amount], Lines = [new("分担", $"{string.Join(':', levels)} = {AwardReading.Written(ratio)}")] }
            : new AwardForm("= 核定") { Notes = [$"分担的是哪几级（原文 {AwardReading.Written(ratio)}），补上「分担」一行并把奖补改为投入的金额"] };
    }

    private static List<string> LevelsBefore(string words)
    {
        var match = Levels().Match(words);
        return match.Success ? [.. match.Groups["levels"].Value.Replace("区县", "区", StringComparison.Ordinal).Where(static level => level is '省' or '市' or '区' or '县').Select(static level => level + "级")] : [];
    }

    [GeneratedRegex("共担|分担|共同承担|按比例承担|分别承担", RegexOptions.CultureInvariant)]
    private static partial Regex Shared();

    [GeneratedRegex("(?<levels>(?:[省市县区](?:级|财政|级财政)?[、与和]?(?:区县)?(?:财政|级)?){2,4})(?:两级|三级|财政|共同)?按照?(?:各自)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Levels();
}
