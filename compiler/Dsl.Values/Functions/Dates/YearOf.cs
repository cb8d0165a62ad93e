// 所在年度: the calendar year of a date.
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Values.Functions.Dates;

/// <summary>所在年度(日期).</summary>
public static class YearOf
{
    /// <summary>The function.</summary>
    public static BuiltinFunction Definition { get; } = new("所在年度", "日期所在的年度。")
    {
        Parameters = ["日期"],
        MinArity = 1,
        MaxArity = 1,
        Typing = static arguments => arguments[0] is DateType
            ? DslType.Year
            : FunctionTyping.Mismatch($"「所在年度」的一项应为日期，此处是「{arguments[0]}」"),
        Evaluate = static arguments => arguments[0] is NumberValue date
            ? new NumberValue(date.Bounds.Monotone(static day => CivilDate.FromNumber(day).Year), date.Unknowns)
            : arguments[0],
        Examples = [new("所在年度(2021-06-21)", "2021年度"), new("所在年度(2021-12-31 + 1天)", "2022年度")],
    };
}
