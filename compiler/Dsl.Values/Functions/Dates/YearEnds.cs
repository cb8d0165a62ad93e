// 年初 and 年末: the first and the last day of a year.
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Values.Functions.Dates;

/// <summary>年初[(年度)], 年末[(年度)]; of the 年度 that is applied for where none is written.</summary>
public static class YearEnds
{
    /// <summary>年初.</summary>
    public static BuiltinFunction FirstDay { get; } = Of("年初", "第一天", First) with
    {
        Examples = [new("年初(2021年度)", "2021-01-01"), new("年初(所在年度(2024-02-29))", "2024-01-01")],
    };

    /// <summary>年末.</summary>
    public static BuiltinFunction LastDay { get; } = Of("年末", "最后一天", Last) with
    {
        Examples = [new("年末(2021年度)", "2021-12-31"), new("年末(所在年度(2024-02-29))", "2024-12-31")],
    };

    /// <summary>The day number of 1 January.</summary>
    public static long First(long year) => new DateOnly(Held(year), 1, 1).DayNumber;

    /// <summary>The day number of 31 December.</summary>
    public static long Last(long year) => new DateOnly(Held(year), 12, 31).DayNumber;

    private static int Held(long year) => (int)Math.Clamp(year, 1, 9999);

    private static BuiltinFunction Of(string name, string day, Func<long, long> point) =>
        new(name, $"一个年度的{day}；不写年度的是申报年度，括号也不写。")
        {
            Parameters = ["年度"],
            MinArity = 0,
            MaxArity = 1,
            LastArgument = ContextKind.ApplicationYear,
            Typing = arguments => arguments is [YearType] or []
                ? DslType.Date
                : FunctionTyping.Mismatch($"「{name}」的一项应为年度，此处是「{arguments[0]}」"),
            Meaning = new CalendarMeaning(point, 0, CivilDate.LastDay) { Trends = [Trend.Rises] },
            Examples = [],
        };
}
