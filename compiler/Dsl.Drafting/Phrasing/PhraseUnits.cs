// Money for each of something (每人每天50元, 每标箱500元, 40元/平方米/月): times the number of them.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Values.Types;

namespace Dsl.Drafting.Phrasing;

internal static partial class PhraseUnits
{
    /// <summary>The months of the year for which something is paid.</summary>
    public static Fact Months { get; } = new(null, "补贴月数", "月", "本年补贴的月数");

    /// <summary>What a person is called where the sentence does not say.</summary>
    public static bool IsPerson(string unit) => unit is "人" or "名" or "位";

    /// <summary>Whether what is counted is a part of a thing: square metres and people of a project, not the projects themselves.</summary>
    public static bool IsCountedIn(ImmutableArray<Fact> facts, string thing) =>
        facts.All(fact => !fact.Name.Contains(thing, StringComparison.Ordinal)
            && (fact.Type is "人" or "月" or "天" || Units.Find(fact.Type)?.Kind is UnitKind.Measure));

    /// <summary>Whether a unit counts things that have a price each: 辆, 台, 件.</summary>
    public static bool IsThing(string unit) => unit is "辆" or "台" or "件" or "套" or "个" or "项" or "场" or "艘" or "篇" or "部";

    /// <summary>
    /// The numbers that an amount is multiplied with, and the amount per each of them; null for a unit that says nothing.
    /// </summary>
    /// <param name="written">The amount, such as 50元.</param>
    /// <param name="units">The units, such as 人 and 天.</param>
    /// <param name="noun">What is counted in the first unit; empty where the words in front say it.</param>
    /// <param name="subject">Whom it is for.</param>
    public static (string Amount, ImmutableArray<Fact> Facts)? Times(string written, IEnumerable<string> units, string noun,
        PhraseSubject subject)
    {
        var (facts, price) = (new List<Fact>(), written);
        foreach (var word in units.Where(static unit => unit != "年"))
        {
            var unit = word is "名" or "位" ? "人" : word is "日" ? "天" : word is "晚" or "季" or "赛季" ? "" : word;
            var known = Units.Find(unit);
            if (known is not null)
                price += "/" + known.Name;
            facts.Add(known?.Name switch
            {
                "月" => Months,
                "天" => new Fact(null, "补贴天数", "天", "本年补贴的天数"),
                _ => new Fact(null, Names.Of(noun.Length == 0 ? $"符合条件的{word}数" : Measure().IsMatch(noun) ? noun : noun + "数",
                    "数量"), known?.Name ?? "数",
                    subject.Text.Length == 0 ? "" : "原文：" + Names.Words(subject.Text, 400)),
            });
            noun = "";
        }
        return facts.Count == 0 || facts.DistinctBy(static fact => fact.Name).Count() != facts.Count
            ? null
            : (string.Concat(facts.Select(static fact => fact.Name + " * ")) + price, [.. facts]);
    }

    /// <summary>100元/亩, 每人每天50元: times the number of them.</summary>
    public static PhraseAward? Priced(string written, IReadOnlyList<string> units, string noun, bool isCeiling, PhraseSubject subject)
    {
        if (Times(written, units, noun, subject) is not { } times)
            return null;
        return new PhraseAward(times.Amount, isCeiling, times.Facts)
        {
            Varies = true, Counts = true, Figure = times.Amount[(times.Amount.LastIndexOf('*') + 2)..],
            Notes = units.Contains("月") ? ["「补贴月数」是本年的月数：连续几个月的上限还没有写进来"] : [],
        };
    }

    /// <summary>
    /// The award for one of the things that have a ceiling each: for one person nobody is counted. Null where it counts nothing else.
    /// </summary>
    /// <param name="award">An award that counts.</param>
    /// <param name="thing">What each row is, such as 人员 or 期.</param>
    /// <param name="notes">Where what has to be decided is added.</param>
    public static PhraseAward? ForEach(PhraseAward award, string thing, List<string> notes)
    {
        if (award.Facts.FirstOrDefault(static fact => fact.Type == "人") is not { } people)
            return award;
        if (thing is not "人员")
        {
            if (award.Facts.Length > 1)
                notes.Add($"上限是每人每{thing}的，还是每{thing}所有人合计的，请核对");
            return award;
        }
        return award.Facts.Length == 1 ? null : award with
        {
            Amount = award.Amount.Replace(people.Name + " * ", "", StringComparison.Ordinal).Replace("/人", "", StringComparison.Ordinal),
            Figure = award.Figure.Replace("/人", "", StringComparison.Ordinal),
            Facts = award.Facts.Remove(people),
        };
    }

    /// <summary>每人每月3000元: times the months of the year.</summary>
    public static PhraseAward? Monthly(string written, string unit, bool isCeiling, PhraseSubject subject)
    {
        if (unit.Length > 0 && !IsPerson(unit) && unit is not ("家" or "户") || isCeiling)
            return null;
        if (!IsPerson(unit) || subject.RowNoun.Length > 0)
            return new PhraseAward($"{written}/月 * {Months.Name}", false, [Months])
            {
                Varies = true, RowNoun = IsPerson(unit) ? subject.RowNoun : "", Figure = written + "/月"
            };
        var people = new Fact(null, "符合条件的人数", "人", "原文：" + Names.Words(subject.Text, 400));
        return new PhraseAward($"{written}/人/月 * {people.Name} * {Months.Name}", false, [people, Months])
        {
            Varies = true, Counts = true, Figure = written + "/人/月"
        };
    }

    /// <summary>What each of several amounts is for, where they say 每人, 每个; null where nothing says what.</summary>
    /// <param name="unit">The unit, such as 人.</param>
    /// <param name="noun">The noun behind it; empty for none.</param>
    public static string? RowsOf(string unit, string noun, PhraseSubject subject)
    {
        if (noun.Length > 1)
            return noun;
        if (subject.RowNoun.Length > 0)
            return subject.RowNoun;
        if (unit == "个" && subject.Noun.Length > 0 && subject.IsFirm)
            return "";
        return IsPerson(unit) ? "人员"
            : Thing().Matches(subject.Text) is { Count: > 0 } things ? things[^1].Value
            : unit is "件" or "辆" or "台" or "套" or "场" or "篇" or "部" or "间" or "班" or "列" or "届" or "艘" ? unit switch
            {
                "件" => "成果", "辆" => "车辆", "台" or "套" => "设备", "届" => "展会", "艘" => "船舶",
                    "场" => "活动", "篇" => "论文", "部" => "作品", "间" => "房间",
                    "列" => "班列",
                _ => "班次",
            }
            : null;
    }

    // What is a number by itself: 展览面积, 参会人数.
    [GeneratedRegex("(?:面积|数|量|里程|重量|吨位)$", RegexOptions.CultureInvariant)]
    private static partial Regex Measure();

    [GeneratedRegex("品种|产品|项目|标准|专利|商标|作品|课题|活动|展会|基地|平台|奖项|工作室|工作站|车辆|设备|门店|网点|论文|成果|赛事|会"
        + "议|剧目|药品|新药",
        RegexOptions.CultureInvariant)]
    private static partial Regex Thing();
}
