// Words for a unit that can mean no other: ㎡ is 平方米, 人民币 is 元. What may be counted otherwise (个, 户) is no such word.
using System.Collections.Frozen;
using Dsl.Values.Types;

namespace Dsl.Values.Quantities;

/// <summary>Other words for units, as they stand in cells and headers.</summary>
public static class UnitWords
{
    /// <summary>What stands before a figure and says 元.</summary>
    public static IReadOnlyList<string> Currencies { get; } = ["人民币", "RMB", "CNY", "¥", "￥"];

    private static readonly FrozenDictionary<string, string[]> ForeignSigns = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["美元"] = ["US$", "USD", "$"], ["港元"] = ["HK$", "HKD", "$"], ["欧元"] = ["EUR", "€"], ["日元"] = ["JPY", "¥", "￥"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What stands before a figure and says its currency.</summary>
    public static IReadOnlyList<string> SignsOf(Unit currency) =>
        currency == Units.Yuan ? Currencies : ForeignSigns.GetValueOrDefault(currency.Name, []);

    /// <summary>The unit of each word.</summary>
    public static FrozenDictionary<string, string> Same { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["人民币"] = "元", ["人民币元"] = "元", ["元人民币"] = "元", ["元(人民币)"] = "元", ["元整"] = "元", ["元正"] = "元", ["圆"] = "元",
        ["圆整"] = "元", ["RMB"] = "元", ["CNY"] = "元", ["¥"] = "元", ["￥"] = "元",
        ["平米"] = "平方米", ["㎡"] = "平方米", ["m²"] = "平方米", ["m2"] = "平方米", ["平方千米"] = "平方公里", ["km²"] = "平方公里",
        ["km2"] = "平方公里", ["千米"] = "公里", ["km"] = "公里",
        ["kW"] = "千瓦", ["kWh"] = "千瓦时", ["个小时"] = "小时", ["周年"] = "年", ["位"] = "人", ["kg"] = "公斤", ["公吨"] = "吨",
        ["美金"] = "美元", ["USD"] = "美元", ["US$"] = "美元", ["港币"] = "港元", ["HKD"] = "港元", ["HK$"] = "港元",
        ["EUR"] = "欧元", ["€"] = "欧元", ["日圆"] = "日元", ["JPY"] = "日元",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Persons are counted in any of them.
    private static readonly string[] Persons = ["人", "名"];

    /// <summary>
    /// The unit meant by a word after a figure (without its scale); the word itself if it is not a synonym of a unit.
    /// </summary>
    public static string Canonical(string word) => Same.GetValueOrDefault(word, word);

    /// <summary>Words that count the same as a unit, itself first.</summary>
    public static IEnumerable<string> Alternatives(string unit) =>
        Array.IndexOf(Persons, unit) < 0 ? [unit] : Persons.OrderBy(person => person != unit);

    /// <summary>The unit of a word.</summary>
    public static Unit? Find(string word) => Units.Find(Canonical(word));
}
