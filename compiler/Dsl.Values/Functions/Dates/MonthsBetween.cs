// 月数: whole months between two dates.
using Dsl.Values.Types;

namespace Dsl.Values.Functions.Dates;

/// <summary>月数(从, 到).</summary>
public static class MonthsBetween
{
    /// <summary>The function.</summary>
    public static BuiltinFunction Definition { get; } = new("月数", "从一个日期到另一个日期满多少个月；不足的不计，先后颠倒时为负。")
    {
        Parameters = ["从", "到"],
        MinArity = 2,
        MaxArity = 2,
        Typing = static arguments => FullMonths.Type("月数", arguments, Units.Months),
        Evaluate = static arguments => FullMonths.Between(arguments, 1),
        Examples =
        [
            new("月数(2018-06-21, 2021-07-21)", "37个月"),
            new("月数(2018-06-21, 2021-06-20)", "35个月"),
        ],
    };
}
