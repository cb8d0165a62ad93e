// Findings about single values.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Runtime.Data;

/// <summary>DSL53xx: values of cells and JSON properties.</summary>
public static class ValueRules
{
    /// <summary>Not a number.</summary>
    public static readonly DiagnosticRule NotANumber =
        new("DSL5301", Severity.Error, "“{0}”不是数字；应为{1}。", "请填写数字，如 {2}；不掌握的数据请留空。");

    /// <summary>35 where 35% is meant.</summary>
    public static readonly DiagnosticRule BarePercent =
        new("DSL5302", Severity.Error, "比率“{0}”超过了 100%。", "如果是百分之{0}，请写成 {0}% 或 {1}。");

    /// <summary>Outside the range.</summary>
    public static readonly DiagnosticRule OutOfRange =
        new("DSL5303", Severity.Error, "“{0}”超出了允许的范围 {1}。", "请核对数值和单位。");

    /// <summary>Not in the list.</summary>
    public static readonly DiagnosticRule NotInList =
        new("DSL5304", Severity.Error, "“{0}”不在可选的值之中。", "可以填写：{1}。");

    /// <summary>Not a date.</summary>
    public static readonly DiagnosticRule NotADate =
        new("DSL5305", Severity.Error, "“{0}”不是日期，或者没有这一天{1}。", "请写成 2021-06-21 的样子。");

    /// <summary>Not a year.</summary>
    public static readonly DiagnosticRule NotAYear =
        new("DSL5306", Severity.Error, "“{0}”不是年度。", "请写成 2021 或 2021年度。");

    /// <summary>Neither yes nor no.</summary>
    public static readonly DiagnosticRule NotATruth =
        new("DSL5307", Severity.Error, "“{0}”不是“是”或“否”。", "请填写 是/否、1/0 或 true/false；不掌握的请留空。");

    /// <summary>Another unit.</summary>
    public static readonly DiagnosticRule WrongUnit =
        new("DSL5308", Severity.Error, "“{0}”的单位是“{1}”，这里应当是“{2}”。", "请核对，或只填写数字。");

    /// <summary>1.2E+07.</summary>
    public static readonly DiagnosticRule Scientific =
        new("DSL5309", Severity.Error, "“{0}”是科学计数法，位数可能已经丢失。", "请在表格软件中把这一列设为“文本”或“数值”，填写完整的数字。");

    /// <summary>1900-01-01 and its like.</summary>
    public static readonly DiagnosticRule EarlyDate =
        new("DSL5326", Severity.Warning, "日期“{0}”在 1949 年以前{1}。", "1899-12-30、1900-01-01 之类多是没有填写的日期变成的：请核对，不掌握的请留空。");
}
