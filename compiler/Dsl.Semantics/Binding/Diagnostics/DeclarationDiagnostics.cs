// DSL22xx: declarations that are incomplete, doubled, or point nowhere.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

/// <summary>Findings about blocks and lines.</summary>
public static class DeclarationDiagnostics
{
    /// <summary>数据 without 主键.</summary>
    public static readonly DiagnosticRule MissingKey = new("DSL2201", Severity.Error,
        "数据「{0}」没有 主键。", "在唯一的编号前写 主键，如 主键 统一社会信用代码 : 文本。");

    /// <summary>Two 主键.</summary>
    public static readonly DiagnosticRule SeveralKeys = new("DSL2202", Severity.Error,
        "「{0}」有两个 主键：「{1}」和「{2}」。", "只留一个 主键，另一个去掉「主键」两个字。");

    /// <summary>对象, 属于, 范围 of an unknown subject.</summary>
    public static readonly DiagnosticRule UnknownSubject = new("DSL2203", Severity.Error,
        "没有「{0}」这个数据。{1}", "可以写的有：{2}；是新的一类主体的，先在数据定义（schema）里写 数据 {0}。");

    /// <summary>No 数据 at all, or no default among several.</summary>
    public static readonly DiagnosticRule NoSubject = new("DSL2204", Severity.Error,
        "不知道申报主体是谁：没有定义任何数据。", "在政策或条款里写一行 对象，如 对象 企业；数据定义（schema）里要有 数据 企业。");

    /// <summary>Several kinds of subjects, none of which is the usual one.</summary>
    public static readonly DiagnosticRule SeveralSubjects = NoSubject.Worded("不知道申报主体是谁：有几种数据，都不叫「企业」。");

    /// <summary>范围 of no subject.</summary>
    public static readonly DiagnosticRule ScopeWithoutSubject = NoSubject.Worded("不知道申报主体是谁：范围没有写是哪一类主体。");

    /// <summary>Two clauses with one number.</summary>
    public static readonly DiagnosticRule DuplicateNumber = new("DSL2205", Severity.Error,
        "{0}编号 {1} 用了两次。", "其中一个换一个编号。");

    /// <summary>A line that may stand once stands twice.</summary>
    public static readonly DiagnosticRule DuplicateLine = new("DSL2206", Severity.Error,
        "「{0}」在这里写了两次，只能写一次。", "删去一行；两行各有内容的，并成一行。");

    /// <summary>使用 of a file that is not there.</summary>
    public static readonly DiagnosticRule UnknownFile = new("DSL2207", Severity.Error,
        "找不到数据定义文件「{0}」。{1}", "从政策文件夹写起，如 schema/企业.policy；现有的文件：{2}。");

    /// <summary>原文 that is not there.</summary>
    public static readonly DiagnosticRule UnknownOfficialText = new("DSL2208", Severity.Error,
        "找不到原文文件「{0}」。", "把原文存到 {1}；已经有的，改正这里写的路径（从本文件所在的文件夹写起）。");

    /// <summary>A second 政策 in one file.</summary>
    public static readonly DiagnosticRule SeveralPolicies = new("DSL2209", Severity.Error,
        "一个文件只能写一份政策，这里又有「{0}」。", "把它移到另一个 .policy 文件。");

    /// <summary>条款 and the like without 政策.</summary>
    public static readonly DiagnosticRule BlockOutsidePolicy = new("DSL2210", Severity.Error,
        "「{0}」写在了没有 政策 的文件里，不知道属于哪一份文件。", "在文件开头写上 政策 和标题。");

    /// <summary>事项 that no list holds.</summary>
    public static readonly DiagnosticRule UnknownBenefitItem = new("DSL2211", Severity.Error,
        "事项「{0}」不在任何名录里。{1}", "写错了的，改正；是新事项的，加进数据定义（schema）里的名录，如 名录 事项 = [{0}]。");

    /// <summary>A clause number that does not exist.</summary>
    public static readonly DiagnosticRule UnknownClause = new("DSL2212", Severity.Error,
        "没有{0} {1}。{2}", "现有的{0}编号：{3}。");

    /// <summary>Values of a parameter out of order.</summary>
    public static readonly DiagnosticRule ParameterOrder = new("DSL2213", Severity.Error,
        "参数「{0}」的各次取值没有按日期从早到晚写：{1} 不晚于前面的 {2}。", "按日期从早到晚排列，每个日期只写一次。");

    /// <summary>A cap that contradicts what it caps.</summary>
    public static readonly DiagnosticRule CeilingBelowFloor = new("DSL2214", Severity.Error,
        "{0}（{1}）低于{2}（{3}）。", "对照原文检查两个数：上限不能低于它所限制的数。");

    /// <summary>分担 with another number of levels than parts.</summary>
    public static readonly DiagnosticRule ShareCount = new("DSL2215", Severity.Error,
        "分担写了 {0} 级，比例却有 {1} 项。", "级次和比例要一一对应，例如 市级:区级 = 6:4。");

    /// <summary>频次 that does not fit together.</summary>
    public static readonly DiagnosticRule FrequencyMisuse = new("DSL2216", Severity.Error,
        "频次写得不完整：{0} 后面不能再写年数。", "只写 {0}；几年都给的，写 每年 最多 3年。");

    /// <summary>每次 without rows.</summary>
    public static readonly DiagnosticRule EachTimeWithoutRows = FrequencyMisuse.Worded(
        "频次写得不完整：每次 按明细的每一行计一次，要同时写 每个。",
        "补上一行 每个 和明细的名称；只给一次的，写 一次性；每年给一次的，写 每年。");

    /// <summary>连续 without a beginning.</summary>
    public static readonly DiagnosticRule ConsecutiveWithoutStart = FrequencyMisuse.Worded(
        "频次写得不完整：连续 几年要写明从哪一年算起。", "写成如 每年 自 评定日期 次年起 连续 3年；不论从哪年起的，写 每年 最多 3年。");

    /// <summary>A beginning without 连续.</summary>
    public static readonly DiagnosticRule StartWithoutYears = FrequencyMisuse.Worded(
        "频次写得不完整：自 … {0} 后面要写 连续 几年。", "在后面写上年数，如 {1} 连续 3年。");

    /// <summary>最多 with what is no whole number of years.</summary>
    public static readonly DiagnosticRule NotYears = FrequencyMisuse.Worded("频次写得不完整：「{0}」不是几年。", "写整年数，如 3年。");

    /// <summary>A clause that says nothing.</summary>
    public static readonly DiagnosticRule ClauseWithoutContent = new("DSL2217", Severity.Error,
        "条款 {0} 没有说给什么。", "给钱的写一行 奖补，给别的待遇的写 享受，没有可计算内容的写 说明 和理由。");

    /// <summary>单位上限 without 奖补 and the like.</summary>
    public static readonly DiagnosticRule LineWithoutAward = new("DSL2218", Severity.Error,
        "写了「{0}」，却没有 奖补。", "补上 奖补，或者删去「{0}」。");

    /// <summary>失效日期 before 施行日期.</summary>
    public static readonly DiagnosticRule ExpiryBeforeEffective = new("DSL2219", Severity.Error,
        "失效日期 {0} 早于施行日期 {1}。", "对照原文改正其中一个。");

    /// <summary>Two policies with one 文号.</summary>
    public static readonly DiagnosticRule DuplicatePolicyNumber = new("DSL2220", Severity.Error,
        "文号「{0}」已经用在另一份政策上。", "核对文号；每份政策的文号（没有文号的，标题）不能相同。");

    /// <summary>Neither 施行日期 nor 成文日期.</summary>
    public static readonly DiagnosticRule MissingDate = new("DSL2221", Severity.Error,
        "政策没有写 施行日期，也没有 成文日期，不知道从哪天起算。", "写一行 施行日期 2021-06-21。");

    /// <summary>A word that the line does not know.</summary>
    public static readonly DiagnosticRule UnknownWord = new("DSL2222", Severity.Error,
        "「{0}」不能写在 {1} 后面。{2}", "{1} 的写法：{3}。");

    /// <summary>How 取整 is written.</summary>
    public const string RoundingForms = "四舍五入、向下 或 向上，再写 到 分、角、元、百元、千元 或 万元，各写一次";

    /// <summary>How 范围 is written in a clause.</summary>
    public const string ScopeForms = "条款里只写 范围 不限，表示不受本政策的范围限制";

    /// <summary>How 分担 is written.</summary>
    public const string ShareForms = "至少有一级的份额大于 0，例如 市级:区级 = 6:4";

    /// <summary>How 落实 is written.</summary>
    public const string PassThroughForms = "文号，或 文号 条款 编号；落实几条的，各写一个条款";

    /// <summary>How 竞合 is written.</summary>
    public const string CombinationForms = "本区其他政策 从高不重复；本政策内 从高不重复（或 晋级补差）；以往政策 从新；"
        + "条款 1、2 从高不重复（或 只给一项、晋级补差）；条款 1 与 条款 2 不重复享受；择一 条款 1、2 依 字段";

    /// <summary>How 连同 is written.</summary>
    public const string TogetherForms = "条款 编号，或 文号 条款 编号；几个编号用顿号分开，几份文件各写一行";

    /// <summary>A list that holds a value twice.</summary>
    public static readonly DiagnosticRule DuplicateMember = new("DSL2223", Severity.Warning,
        "「{0}」在方括号里写了两次。", "删去重复的一个。");

    /// <summary>A list without values.</summary>
    public static readonly DiagnosticRule EmptyList = new("DSL2224", Severity.Error,
        "这里没有写出取值。", "把取值写在方括号里，如 [渝中区, 其他]；不能写另一个名录的名称。");

    /// <summary>A block without a line that it needs.</summary>
    public static readonly DiagnosticRule MissingLine = new("DSL2225", Severity.Error,
        "{0} {1} 缺少「{2}」。", "补上一行，如 {3}。");

    /// <summary>资金 with several levels and no 分担.</summary>
    public static readonly DiagnosticRule SeveralLevels = new("DSL2226", Severity.Error,
        "资金写了 {0} 级，没有说各出多少。", "改写一行 分担，如 分担 {1} = 6:4；只有一级出资的，资金 只写这一级。");

    /// <summary>A default or given value of something that is counted, with a fraction.</summary>
    public static readonly DiagnosticRule NotWhole = new("DSL2250", Severity.Error,
        "「{0}」的值 {1} 不是整数：{2}是一个一个数的。", "写成整数；要平均数的，在算式里用总数除以个数。");

    /// <summary>A default or fact outside the range of its field.</summary>
    public static readonly DiagnosticRule OutsideRange = new("DSL2227", Severity.Error,
        "「{0}」的值 {1} 超出范围 {2}。", "改正这个值；确实可能的，在数据定义里给「{0}」写上更大的 范围。");

    /// <summary>A row fact in a cap of the whole subject.</summary>
    public static readonly DiagnosticRule RowInSubjectCap = new("DSL2229", Severity.Error,
        "「{0}」在 {1} 的各行里不同，这里是整个主体的上限。", "写一个金额、主体的事实，或者 合计({1}, {0})。");

    /// <summary>计量 with a word that is no unit.</summary>
    public static readonly DiagnosticRule UnknownUnit = new("DSL2230", Severity.Error,
        "「{0}」不是计量单位。", "写 人、家、件、项、个、平方米 这样的单位。");

    /// <summary>A duty that was due before the policy took effect.</summary>
    public static readonly DiagnosticRule DeadlineBeforeEffective = new("DSL2231", Severity.Error,
        "期限 {0} 早于施行日期 {1}。", "对照原文改正；施行以后多久的，写如 施行日期 + 1个月。");

    /// <summary>资金, 分担 or 级次 with a word that is no level of government.</summary>
    public static readonly DiagnosticRule UnknownLevel = new("DSL2232", Severity.Error,
        "没有「{0}」这一级。{1}", "可以写的有：{2}。");

    /// <summary>国家, 省: a level with another name.</summary>
    public static readonly DiagnosticRule LevelOfOtherName = UnknownLevel.Worded("没有「{0}」这一级。写成「{1}」。");

    /// <summary>Two external parameters of one name, which have one value in a run, and of two types.</summary>
    public static readonly DiagnosticRule ExternalOfTwoTypes = new("DSL2233", Severity.Error,
        "外部参数「{0}」在另一份政策里是 {1}，这里是 {2}，而测算时只给一个值。", "是同一个参数的，两处写同样的类型；不是的，改一个名称。");
}
