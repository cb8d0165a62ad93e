// DSL23xx: findings in 算例.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

/// <summary>Findings about examples.</summary>
public static class ExampleDiagnostics
{
    /// <summary>No 应得.</summary>
    public static readonly DiagnosticRule MissingExpectation = new("DSL2301", Severity.Error,
        "算例没有写 应得。", "补上一行，如 应得 60万元，或 应得 不符合。");

    /// <summary>A status word that does not exist.</summary>
    public static readonly DiagnosticRule UnknownStatus = new("DSL2302", Severity.Error,
        "「{0}」不是算例的结果。{1}", "写金额，如 应得 60万元；或写 {2} 之一。");

    /// <summary>A fact stated twice.</summary>
    public static readonly DiagnosticRule FactTwice = new("DSL2303", Severity.Error,
        "「{0}」在这个算例里写了两次。", "只留一次。");

    /// <summary>An unknown parameter, or one whose value is written in the policy.</summary>
    public static readonly DiagnosticRule NotExternal = new("DSL2304", Severity.Error,
        "「{0}」不是外部参数，算例不能另给它的值。", "它的值写在 参数 那一行里，删去这一行；可以另给的（外部参数）有：{1}。");

    /// <summary>无 beside rows.</summary>
    public static readonly DiagnosticRule RowsAndNone = new("DSL2305", Severity.Error,
        "「{0}」既写了 无，又写了内容。", "没有的，只留 无；有的，删去 无 那一行。");

    /// <summary>A figure of a 目标 that is computed, or that the target does not have.</summary>
    public static readonly DiagnosticRule NotExternalFigure = new("DSL2308", Severity.Error,
        "「{0}」不是目标 {1} 从外面报来的数。", "可以给出的有：{2}。");

    /// <summary>A number of subjects in the example of a clause.</summary>
    public static readonly DiagnosticRule MisplacedCount = new("DSL2309", Severity.Error,
        "「{0}」：条款的算例只有一个主体。", "几家主体只写在目标的算例里，写成 已知 企业 3家: 名 = 值；条款的算例只有一个主体。");

    /// <summary>A number of subjects in another unit.</summary>
    public static readonly DiagnosticRule CountWithoutUnit = MisplacedCount.Worded("「{0}」：几家主体要写家数。");

    /// <summary>A number of subjects that is no whole number.</summary>
    public static readonly DiagnosticRule CountNotWhole = MisplacedCount.Worded("「{0}」：几家要写不小于 0 的整数。");

    /// <summary>其中 in an example names no part of its target.</summary>
    public static readonly DiagnosticRule UnknownPart = new("DSL2310", Severity.Error,
        "「{0}」不是目标 {1} 的组成部分。", "照目标的 其中 写；有：{2}。");

    /// <summary>A year that the calendar does not have.</summary>
    public static readonly DiagnosticRule YearBeyond = new("DSL2249", Severity.Error,
        "「{0}」不是能计算的年度。", "年度从 1 到 9999，写成 2023年度 的样子。");

    /// <summary>A 兑现 record without a year.</summary>
    public static readonly DiagnosticRule MissingYear = new("DSL2307", Severity.Error,
        "兑现记录没有写是哪一年度。", "写上年度，如 兑现 2023年度 10万元。");
}
