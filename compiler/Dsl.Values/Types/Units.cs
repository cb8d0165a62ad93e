// The table of units: every word that may touch a figure. Add a unit here and nowhere else.
using System.Collections.Frozen;
using Dsl.Values.Exact;

namespace Dsl.Values.Types;

/// <summary>
/// The units that the language knows. Days are a unit of their own; what else measures the same converts: 年 and 岁 to 月, 吨 to 公斤.
/// </summary>
public static class Units
{
    /// <summary>元.</summary>
    public static Unit Yuan { get; } = new("元", UnitKind.Money);

    /// <summary>月 as a length of time, written 个月 or 月.</summary>
    public static Unit Months { get; } = new("月", UnitKind.Duration);

    /// <summary>年 as a length of time (年度 is a calendar year and no unit).</summary>
    public static Unit Years { get; } = new("年", UnitKind.Duration) { Part = (Months, 12) };

    /// <summary>岁: full years of age, written 岁 or 周岁.</summary>
    public static Unit YearsOfAge { get; } = new("岁", UnitKind.Duration) { Part = (Months, 12) };

    /// <summary>天 as a length of time, written 天 or 日.</summary>
    public static Unit Days { get; } = new("天", UnitKind.Duration);

    /// <summary>Counting words. All behave alike: never mixed with one another, vanish beside money.</summary>
    private static readonly string[] CountingWords =
    [
        "人", "家", "件", "套", "所", "个", "项", "次", "名", "户", "台", "辆", "座", "处", "张", "份", "篇", "部", "条", "种",
        "类", "期", "场", "批", "间", "支", "只", "组", "届", "款", "例", "宗", "笔", "点", "片", "村", "团队",
        "人次", "艘",
    ];

    /// <summary>The currencies of others. No rate is known: what is paid multiplies by a 参数 or a fact in 元/美元.</summary>
    private static readonly string[] ForeignCurrencies = ["美元", "欧元", "港元", "日元"];

    private static readonly string[] MeasureWords = ["平方米", "米", "公斤", "千瓦", "千瓦时", "小时"];

    /// <summary>Larger measures with the smaller ones that they are exactly so many of (15 亩 are one 公顷).</summary>
    private static readonly (string Word, string Part, Rational Times)[] LargerMeasures =
    [
        ("公里", "米", 1000), ("吨", "公斤", 1000), ("亩", "平方米", new(2000, 3)), ("公顷", "平方米", 10_000),
        ("平方公里", "平方米", 1_000_000),
    ];

    private static readonly FrozenDictionary<string, Unit> ByWord = BuildTable();

    /// <summary>Every word that stands for a unit (with aliases such as 个月 and 日), longest first.</summary>
    public static IReadOnlyList<string> Words { get; } =
        [.. ByWord.Keys.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];

    /// <summary>The unit that a word stands for, or null.</summary>
    public static Unit? Find(string word) => ByWord.GetValueOrDefault(word);

    private static FrozenDictionary<string, Unit> BuildTable()
    {
        var table = new Dictionary<string, Unit>(StringComparer.Ordinal)
        {
            ["元"] = Yuan, ["年"] = Years, ["月"] = Months, ["个月"] = Months, ["天"] = Days, ["日"] = Days,
            ["岁"] = YearsOfAge, ["周岁"] = YearsOfAge,
        };
        foreach (var word in ForeignCurrencies)
            table.Add(word, new Unit(word, UnitKind.Money));
        foreach (var word in CountingWords)
            table.Add(word, new Unit(word, UnitKind.Counting));
        foreach (var word in MeasureWords)
            table.Add(word, new Unit(word, UnitKind.Measure));
        foreach (var (word, part, times) in LargerMeasures)
            table.Add(word, new Unit(word, UnitKind.Measure) { Part = (table[part], times) });
        table.Add("千克", table["公斤"]);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
