// DSL22xx: declarations that are incomplete, doubled, or point nowhere.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Declarations;

/// <summary>Findings about blocks and lines.</summary>
public static class DeclarationDiagnostics
{
    /// <summary>数据 without 主键.</summary>
    public static readonly DiagnosticRule MissingKey = new("DSL2201", Severity.Error,
        "数据「{0}」没有 主键。", "写一行 主键 字段 : 文本，例如 主键 统一社会信用代码 : 文本。");

    /// <summary>Two 主键.</summary>
    public static readonly DiagnosticRule SeveralKeys = new("DSL2202", Severity.Error,
        "「{0}」有两个 主键：「{1}」和「{2}」。", "只留一个主键。");

    /// <summary>对象, 属于, 范围 of an unknown subject.</summary>
    public static readonly DiagnosticRule UnknownSubject = new("DSL2203", Severity.Error,
        "没有「{0}」这个数据。{1}", "已定义的数据有：{2}。");

    /// <summary>No 数据 at all, or no default among several.</summary>
    public static readonly DiagnosticRule NoSubject = new("DSL2204", Severity.Error,
        "不知道申报主体是谁：{0}。", "在政策或条款里写一行 对象，例如 对象 企业；并在 schema 中用 数据 定义它。");

    /// <summary>Two clauses with one number.</summary>
    public static readonly DiagnosticRule DuplicateNumber = new("DSL2205", Severity.Error,
        "{0}编号 {1} 用了两次。", "给其中一个换一个编号。");

    /// <summary>A line that may stand once stands twice.</summary>
    public static readonly DiagnosticRule DuplicateLine = new("DSL2206", Severity.Error,
        "「{0}」在这里写了两次，只能写一次。", "删去一行，或者把两行并成一行。");

    /// <summary>使用 of a file that is not there.</summary>
    public static readonly DiagnosticRule UnknownFile = new("DSL2207", Severity.Error,
        "找不到数据定义文件「{0}」。{1}", "路径相对于政策文件夹；现有的文件：{2}。");

    /// <summary>原文 that is not there.</summary>
    public static readonly DiagnosticRule UnknownOfficialText = new("DSL2208", Severity.Error,
        "找不到原文文件「{0}」。", "原文的路径相对于本文件；把原文放到 {1}，或者改正路径。");

    /// <summary>A second 政策 in one file.</summary>
    public static readonly DiagnosticRule SeveralPolicies = new("DSL2209", Severity.Error,
        "一个文件只能写一份政策，这里又有「{0}」。", "把它移到另一个 .policy 文件。");

    /// <summary>条款 and the like without 政策.</summary>
    public static readonly DiagnosticRule BlockOutsidePolicy = new("DSL2210", Severity.Error,
        "「{0}」写在了没有 政策 的文件里，不知道属于哪一份文件。", "在文件开头写上 政策 和标题。");

    /// <summary>事项 that no list holds.</summary>
    public static readonly DiagnosticRule UnknownMatter = new("DSL2211", Severity.Error,
        "事项「{0}」不在任何名录里。{1}", "在 schema 里写 名录 事项 = [{0}, …]，或者改正这个词。");

    /// <summary>A clause number that does not exist.</summary>
    public static readonly DiagnosticRule UnknownClause = new("DSL2212", Severity.Error,
        "没有{0} {1}。{2}", "现有的{0}编号：{3}。");

    /// <summary>Values of a parameter out of order.</summary>
    public static readonly DiagnosticRule ParameterOrder = new("DSL2213", Severity.Error,
        "参数「{0}」的沿革没有按日期从早到晚写：{1} 不晚于前面的 {2}。", "按日期从早到晚排列，每个日期只写一次。");

    /// <summary>A cap that contradicts what it caps.</summary>
    public static readonly DiagnosticRule CeilingBelowFloor = new("DSL2214", Severity.Error,
        "{0}（{1}）低于{2}（{3}）。", "对照原文检查两个数：上限不能低于它所限制的数。");

    /// <summary>分担 with another number of levels than parts.</summary>
    public static readonly DiagnosticRule ShareCount = new("DSL2215", Severity.Error,
        "分担写了 {0} 级，比例却有 {1} 项。", "级次和比例要一一对应，例如 市级:区级 = 6:4。");

    /// <summary>频次 that does not fit together.</summary>
    public static readonly DiagnosticRule FrequencyMisuse = new("DSL2216", Severity.Error,
        "频次写得不完整：{0}。", "频次的写法：一次性；每次（与 每个 同用）；每年 [最多 3年]；每年 自 评定日期 次年起（或 当年起） 连续 3年。");

    /// <summary>A clause that says nothing.</summary>
    public static readonly DiagnosticRule ClauseWithoutContent = new("DSL2217", Severity.Error,
        "条款 {0} 没有说给什么。", "写 奖补（给钱）、享受（非金钱的待遇）或 说明（没有可计算的内容及理由）。");

    /// <summary>单位上限 without 奖补 and the like.</summary>
    public static readonly DiagnosticRule LineWithoutAward = new("DSL2218", Severity.Error,
        "写了「{0}」，却没有 奖补。", "补上 奖补，或者删去「{0}」。");

    /// <summary>失效日期 before 施行日期.</summary>
    public static readonly DiagnosticRule ExpiryBeforeEffective = new("DSL2219", Severity.Error,
        "失效日期 {0} 早于施行日期 {1}。", "核对两个日期。");

    /// <summary>Two policies with one 文号.</summary>
    public static readonly DiagnosticRule DuplicatePolicyNumber = new("DSL2220", Severity.Error,
        "文号「{0}」已经用在另一份政策上。", "核对文号；每份政策的文号（没有文号的，标题）不能相同。");

    /// <summary>Neither 施行日期 nor 成文日期.</summary>
    public static readonly DiagnosticRule MissingDate = new("DSL2221", Severity.Error,
        "政策没有写 施行日期，也没有 成文日期，不知道从哪天起算。", "写一行 施行日期 2021-06-21。");

    /// <summary>A word that the line does not know.</summary>
    public static readonly DiagnosticRule UnknownWord = new("DSL2222", Severity.Error,
        "「{0}」不能写在 {1} 后面。{2}", "{1} 的写法：{3}。");

    /// <summary>A list that holds a value twice.</summary>
    public static readonly DiagnosticRule DuplicateMember = new("DSL2223", Severity.Warning,
        "「{0}」在列表里写了两次。", "删去重复的一个。");

    /// <summary>A list without values.</summary>
    public static readonly DiagnosticRule EmptyList = new("DSL2224", Severity.Error,
        "列表里没有取值。", "在方括号里至少写一个取值，例如 [渝中区, 其他]；不能用另一个名录的名称代替。");

    /// <summary>A block without a line that it needs.</summary>
    public static readonly DiagnosticRule MissingLine = new("DSL2225", Severity.Error,
        "{0} {1} 缺少「{2}」。", "补上一行，例如：{3}。");

    /// <summary>资金 with several levels and no 分担.</summary>
    public static readonly DiagnosticRule SeveralLevels = new("DSL2226", Severity.Error,
        "资金写了 {0} 级，没有说各出多少。", "用 分担 写明比例，例如 分担 {1} = 6:4；只有一级出资的，资金 只写这一级。");

    /// <summary>A default or given value of something that is counted, with a fraction.</summary>
    public static readonly DiagnosticRule NotWhole = new("DSL2250", Severity.Error,
        "「{0}」的值 {1} 不是整数：{2}是一个一个数的。", "填报时也只收整数；平均数由算式相除得到。");

    /// <summary>A default or fact outside the range of its field.</summary>
    public static readonly DiagnosticRule OutsideRange = new("DSL2227", Severity.Error,
        "「{0}」的值 {1} 超出范围 {2}。", "改正这个值；确实可能的，在数据定义里给「{0}」写上更大的 范围。");

    /// <summary>A row fact in a cap of the whole subject.</summary>
    public static readonly DiagnosticRule RowInSubjectCap = new("DSL2229", Severity.Error,
        "「{0}」随 {1} 的每一行不同，这里按整个主体计算。", "用主体的事实，或者用 合计({1}, …) 这样的函数。");

    /// <summary>计量 with a word that is no unit.</summary>
    public static readonly DiagnosticRule UnknownUnit = new("DSL2230", Severity.Error,
        "「{0}」不是计量单位。", "计量单位有：人、家、件、套、所、个、项、次、平方米 等。");

    /// <summary>A duty that was due before the policy took effect.</summary>
    public static readonly DiagnosticRule DeadlineBeforeEffective = new("DSL2231", Severity.Error,
        "期限 {0} 早于施行日期 {1}。", "核对期限；施行以后多久，写 施行日期 + 1个月。");

    /// <summary>资金, 分担 or 级次 with a word that is no level of government.</summary>
    public static readonly DiagnosticRule UnknownLevel = new("DSL2232", Severity.Error,
        "没有「{0}」这一级。{1}", "可以写：{2}。几级共同出资的，写 分担 市级:区级 = 6:4。");
}
