// min (取低) and max (取高): the least and the greatest of some values.
using Dsl.Values.Functions.Meanings;

namespace Dsl.Values.Functions.Extremes;

/// <summary>min(a, b, …) and max(a, b, …).</summary>
public static class LeastAndGreatest
{
    public static BuiltinFunction Least { get; } = Of("min", "取各项中最小的一项，常用来封顶。", isLeast: true) with
    {
        Aliases = ["取低"],
        Misnomers = ["最小", "取小", "取较小", "取较小值", "取小值", "取最小值", "较小值", "孰低", "取低值"],
        Examples =
        [
            new("min(200万元 * 30%, 100万元)", "60万元"),
            new("min(500万元 * 30%, 100万元)", "100万元"),
            new("min(3人, 5人, 2人)", "2人"),
            new("min(2021-06-21, 2020-12-31)", "2020-12-31"),
        ],
    };

    public static BuiltinFunction Greatest { get; } = Of("max", "取各项中最大的一项，常用来保底。", isLeast: false) with
    {
        Aliases = ["取高"],
        Misnomers = ["最大", "取大", "取较大", "取较大值", "取大值", "取最大值", "较大值", "孰高", "取高值"],
        Examples =
        [
            new("max(20万元, 50万元 * 10%)", "20万元"),
            new("max(0元, 80万元 - 100万元)", "0元"),
            new("max(3%, 5%, 4%)", "5%"),
            new("max(2021年度, 2023年度)", "2023年度"),
        ],
    };

    private static BuiltinFunction Of(string name, string summary, bool isLeast) => new(name, summary)
    {
        Parameters = ["甲", "乙"],
        MinArity = 2,
        MaxArity = int.MaxValue,
        UnifiesArguments = true,
        Typing = arguments => ArgumentTypes.OneOrderedKind(name, arguments),
        Meaning = new ExtremeMeaning(isLeast),
        Examples = [],
    };
}
