// 年龄: full years since birth.
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Values.Functions.Dates;

/// <summary>年龄(出生日期[, 到]): a year of age is full on the birthday, as 满 has it.</summary>
public static class AgeOf
{
    public static BuiltinFunction Definition { get; } = new("年龄", "到测算日（或写明的一天）满多少周岁；生日当天算满。")
    {
        Parameters = ["出生日期", "到"],
        MinArity = 1,
        MaxArity = 2,
        LastArgument = ContextKind.AsOfDate,
        Typing = static arguments => arguments.FirstOrDefault(static type => type is not DateType) is { } other
            ? FunctionTyping.Mismatch($"「年龄」从出生的日期算到另一个日期，此处有「{other}」")
            : DslType.In(Units.YearsOfAge),
        Meaning = new CalendarMeaning(FullPeriods.Years, -10_000, 10_000) { Trends = [Trend.Falls, Trend.Rises] },
        Examples =
        [
            new("年龄(1990-06-21, 2025-06-20)", "34岁"), new("年龄(1990-06-21, 2025-06-21)", "35岁"),
        ],
    };
}
