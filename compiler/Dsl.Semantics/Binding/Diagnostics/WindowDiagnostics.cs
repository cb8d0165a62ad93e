// What is wrong with the period of 频次 自 X and its names.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

/// <summary>Findings on periods.</summary>
internal static class WindowDiagnostics
{
    /// <summary>次月起 from a year.</summary>
    public static readonly DiagnosticRule MonthsFromYear = new("DSL2280", Severity.Error,
        "按月计的期间要从一个日期算起，「{0}」是年度，看不出从哪个月起。",
        "换成日期，如 自 入驻日期 {1} 连续 36个月；按年给的，写 次年起 连续 3年。");

    /// <summary>第几年 without a period of years.</summary>
    public static readonly DiagnosticRule NoYears = new("DSL2281", Severity.Error,
        "「{0}」在这里没有值：它是按年的期间里的第几年。",
        "写在有 频次 每年 自 某日 次年起（当年起、第6年起） 连续 几年 的条款里；别的情形用 年度 - 所在年度(某日) + 1年。");

    /// <summary>当年月数 without a period of months.</summary>
    public static readonly DiagnosticRule NoMonths = NoYears.Worded(
        "「{0}」在这里没有值：它是按月的期间落在当年的月数。",
        "写在有 频次 每年 自 某日 次月起（当月起） 连续 几个月 的条款里；按年的期间，当年都是十二个月。");

    /// <summary>第几年 in X.</summary>
    public static readonly DiagnosticRule Cycle = new("DSL2282", Severity.Error,
        "「{0}」从频次写的日期算起，这个日期又用到它，成了循环。", "频次 自 后面写一个不用「{0}」的日期。");

    /// <summary>连续 with what is no whole number of months.</summary>
    public static readonly DiagnosticRule NotMonths = DeclarationDiagnostics.FrequencyMisuse.Worded(
        "频次写得不完整：「{0}」不是几个月。", "写整月数或整年数，如 36个月、3年。");

    /// <summary>每次 最多 3次, which may be meant for each year or for all years.</summary>
    public static readonly DiagnosticRule TimesInTotal = DeclarationDiagnostics.FrequencyMisuse.Worded(
        "频次写得不完整：每次 后面的次数要写明是累计的。", "各年加起来最多几次的，写 每次 累计 最多 3次；只写 每次 的，次数不限。");

    /// <summary>累计 最多 with what is no number of times.</summary>
    public static readonly DiagnosticRule NotTimes = DeclarationDiagnostics.FrequencyMisuse.Worded(
        "频次写得不完整：「{0}」不是几次。", "写整数次，如 3次。");

    /// <summary>第0年起.</summary>
    public static readonly DiagnosticRule NoSuchYear = DeclarationDiagnostics.FrequencyMisuse.Worded(
        "频次写得不完整：「{0}」不是期间的开头。", "当年是第 1 年，写成如 第6年起；当年就给的，写 当年起。");
}
