// 月份: the month of a date within its year.
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Types;

namespace Dsl.Values.Functions.Dates;

/// <summary>月份(日期): 1月 to 12月, so that 12个月 − 月份(日期) are the months left of the year.</summary>
public static class MonthOf
{
    public static BuiltinFunction Definition { get; } = new("月份", "日期是当年的第几个月，1 至 12。")
    {
        Parameters = ["日期"],
        MinArity = 1,
        MaxArity = 1,
        Typing = static arguments => arguments[0] is DateType
            ? DslType.In(Units.Months)
            : FunctionTyping.Mismatch($"「月份」的一项应为日期，此处是「{arguments[0]}」"),
        // It goes up and down with the date.
        Meaning = new CalendarMeaning(Month, 1, 12),
        Examples = [new("月份(2021-06-21)", "6个月"), new("月份(2021-12-31 + 1天)", "1个月")],
    };

    /// <summary>The month of a day.</summary>
    public static long Month(long day) => CivilDate.OfDay(day).Month;
}
