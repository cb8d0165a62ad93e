// Findings about single values.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Facts.Diagnostics;

/// <summary>DSL53xx: values of cells and JSON properties.</summary>
public static class ValueDiagnostics
{
    public static readonly DiagnosticRule NotANumber =
        new("DSL5301", Severity.Error, "“{0}”不是数；这里应当填{1}。", "请填写数，如 {2}；不掌握的请留空。");

    /// <summary>The same where a count is expected.</summary>
    public static readonly DiagnosticRule NotACount = NotANumber.Worded("“{0}”不是数；这里应当填整数，单位“{1}”。");

    /// <summary>The same where a number in another unit than money is expected.</summary>
    public static readonly DiagnosticRule NotAQuantity = NotANumber.Worded("“{0}”不是数；这里应当填数，单位“{1}”。");

    /// <summary>35 where 35% is meant.</summary>
    public static readonly DiagnosticRule BarePercent =
        new("DSL5302", Severity.Error, "比率“{0}”超过了 100%。", "如果是百分之{0}，请写成 {0}% 或 {1}。");

    /// <summary>Outside the range.</summary>
    public static readonly DiagnosticRule OutOfRange =
        new("DSL5303", Severity.Error, "“{0}”超出了可以填的范围 {1}。",
            "请改正数值，或它的单位（如 元 和 万元）；确实可能的，在数据定义里写上更大的范围。");

    public static readonly DiagnosticRule NotInList =
        new("DSL5304", Severity.Error, "“{0}”不是可以填的值。", "请改为下面之一：{1}。");

    public static readonly DiagnosticRule NotADate =
        new("DSL5305", Severity.Error, "“{0}”不是日期，或者没有这一天。",
            "请写成 2021-06-21 的样子（2021.6.21、2021年6月21日 也行），四位的年在前。");

    /// <summary>The number of a day in a spreadsheet.</summary>
    public static readonly DiagnosticRule SerialDate = NotADate.Worded(
        "“{0}”不是日期，或者没有这一天；像是表格软件里 {1} 的序号，请核对后把这一列设为日期格式。");

    public static readonly DiagnosticRule NotAYear =
        new("DSL5306", Severity.Error, "“{0}”不是年度。", "请写成 2021 或 2021年度，不要带月、日。");

    /// <summary>Neither yes nor no.</summary>
    public static readonly DiagnosticRule NotATruth =
        new("DSL5307", Severity.Error, "“{0}”不是“是”或“否”。",
            "请填写 是/否、有/无、√、Y/N、1/0 或 true/false；× 有人用来表示否、有人用来勾选，请改写成 是 或 否；不掌握的请留空。");

    /// <summary>Another unit.</summary>
    public static readonly DiagnosticRule WrongUnit =
        new("DSL5308", Severity.Error, "“{0}”的单位是“{1}”，这里应当是“{2}”。", "请改写成以“{2}”为单位的数，或只填写数字。");

    /// <summary>20.5 people.</summary>
    public static readonly DiagnosticRule NotWhole =
        new("DSL5315", Severity.Error, "“{0}”不是整数：{1}是一个一个数的。",
            "请填写整数；平均数请分开填报总数和个数，由政策里的算式相除。");

    /// <summary>A 统一社会信用代码 with a slip.</summary>
    public static readonly DiagnosticRule WrongCreditCode =
        new("DSL5316", Severity.Error, "“{0}”不是正确的统一社会信用代码：应为 18 位，这里是 {1} 位。",
            "请对照营业执照核对；没有统一社会信用代码的主体，主键的类型用 文本。");

    /// <summary>The fifteen digits of an old registration.</summary>
    public static readonly DiagnosticRule OldRegistration =
        WrongCreditCode.Worded("“{0}”不是正确的统一社会信用代码：应为 18 位，这里是 {1} 位（像是旧的注册号）。");

    public static readonly DiagnosticRule CreditCodeCharacter = WrongCreditCode.Worded(
        "“{0}”不是正确的统一社会信用代码：第 {1} 位不会是“{2}”（只用数字和 I、O、S、V、Z 以外的字母）。");

    public static readonly DiagnosticRule CreditCodeCheck =
        WrongCreditCode.Worded("“{0}”不是正确的统一社会信用代码：校验码（第 18 位）与前 17 位不符。");

    /// <summary>1.2E+07.</summary>
    public static readonly DiagnosticRule Scientific =
        new("DSL5309", Severity.Error, "“{0}”是科学计数法，位数可能已经丢失。",
            "请在表格软件中把这一列设为“文本”或“数值”，填写完整的数字。");

    /// <summary>U+FFFD stands where a character was lost.</summary>
    public static readonly DiagnosticRule LostCharacter =
        new("DSL5320", Severity.Error, "“{0}”里有“\uFFFD”：原来的字在转换编码时丢失了。", "请从原来的系统重新导出，不要修补这个文件。");

    /// <summary>A key or text that a spreadsheet took for a number.</summary>
    public static readonly DiagnosticRule LostDigits =
        new("DSL5321", Severity.Error, "“{0}”是科学计数法，原来的编号已经丢失了末尾几位。", "请从原来的系统重新导出，把这一列设为“文本”。");

    /// <summary>A zero-width space among digits.</summary>
    public static readonly DiagnosticRule InvisibleCharacter =
        new("DSL5322", Severity.Error, "“{0}”里有看不见的字符（{1}）。", "请删去单元格内容，重新键入。");

    /// <summary>1900-01-01 and its like.</summary>
    public static readonly DiagnosticRule EarlyDate =
        new("DSL5326", Severity.Warning, "日期“{0}”在 1949 年以前。",
            "1899-12-30、1900-01-01 之类多是没有填写的日期变成的：请核对，不掌握的请留空。");

    /// <summary>Several of them in a column; {2} are the places of others.</summary>
    public static readonly DiagnosticRule EarlyDates = EarlyDate.Worded("日期“{0}”在 1949 年以前，这一列共有 {1} 个：另有{2}。");

    /// <summary>More of them than are named.</summary>
    public static readonly DiagnosticRule ManyEarlyDates = EarlyDate.Worded("日期“{0}”在 1949 年以前，这一列共有 {1} 个：另有{2}等。");
}
