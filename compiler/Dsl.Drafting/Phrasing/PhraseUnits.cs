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
                _ => new Fact(null, Names.Of((noun.Length > 0 ? noun : "符合条件的" + word) + "数", "数量"), known?.Name ?? "数",
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
            : unit is "件" or "辆" or "台" or "场" or "篇" or "部" or "间" or "班" or "列" ? unit switch
            {
                "件" => "成果", "辆" => "车辆", "台" => "设备", "场" => "活动", "篇" => "论文", "部" => "作品", "间" => "房间",
                    "列" => "班列",
                _ => "班次",
            }
            : null;
    }

    [GeneratedRegex("品种|产品|项目|标准|专利|商标|作品|课题|活动|展会|基地|平台|奖项|工作室|工作站|车辆|设备|门店|网点|论文|成果|赛事|会"
        + "议|剧目|药品|新药",
        RegexOptions.CultureInvariant)]
    private static partial Regex Thing();
}
