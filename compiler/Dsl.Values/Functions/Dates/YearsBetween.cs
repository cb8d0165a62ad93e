// 年数: whole years between two dates.
using Dsl.Values.Types;

namespace Dsl.Values.Functions.Dates;

/// <summary>年数(从, 到).</summary>
public static class YearsBetween
{
    /// <summary>The function.</summary>
    public static BuiltinFunction Definition { get; } = new("年数", "从一个日期到另一个日期满多少年；不足的不计，先后颠倒时为负。")
    {
        Parameters = ["从", "到"],
        MinArity = 2,
        MaxArity = 2,
        Typing = static arguments => FullMonths.Type("年数", arguments, Units.Years),
        Evaluate = static arguments => FullMonths.Between(arguments, 12),
        Examples =
        [
            new("年数(2018-06-21, 2021-07-21)", "3年"),
            new("年数(2018-06-21, 2021-06-20)", "2年"),
        ],
    };
}
