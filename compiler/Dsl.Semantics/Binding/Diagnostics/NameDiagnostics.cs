// DSL20xx: names that mean nothing, too much, or something else here.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

/// <summary>Findings about names.</summary>
public static class NameDiagnostics
{
    /// <summary>A name that nothing declares.</summary>
    public static readonly DiagnosticRule UnknownName = new("DSL2001", Severity.Error,
        "没有「{0}」这个名称。{1}",
        "写错了的，改正；是新的事实的，先在数据定义（schema）的 数据 或 明细 里加一行，写明填什么，如 {0} : 金额。");

    /// <summary>A name that both the row and the subject have.</summary>
    public static readonly DiagnosticRule AmbiguousName = new("DSL2002", Severity.Error,
        "「{0}」在明细 {1} 和 {2} 里都有，不知道指哪一个。", "写明是谁的：{1}.{0} 或 {2}.{0}。");

    /// <summary>Known names and infix words without space between them.</summary>
    public static readonly DiagnosticRule WordsRunTogether = new("DSL2003", Severity.Error,
        "「{0}」连在一起了，应写「{1}」。", "在「且」「或」「超过」这样的词的两边各空一格。");

    /// <summary>研发费用（万元）.</summary>
    public static readonly DiagnosticRule UnitBehindName =
        WordsRunTogether.Worded("「{0}」后面带了单位，应写「{1}」。", "名称后面不写单位，单位写在每个数后面，如 100万元。");

    /// <summary>给予10万元, 研发费用的2倍.</summary>
    public static readonly DiagnosticRule PhraseOfDocuments =
        WordsRunTogether.Worded("「{0}」是文件里的说法，应写「{1}」。", "改为「{2}」。");

    /// <summary>A word that is no value of the list on the other side.</summary>
    public static readonly DiagnosticRule UnknownListValue = new("DSL2004", Severity.Error,
        "「{0}」不是 名录 {1} 的取值。{2}", "名录 {1} 的取值有：{3}。请改成其中之一，或者在名录中补上这个值。");

    /// <summary>A word that is no value of a list that is written at its field.</summary>
    public static readonly DiagnosticRule UnknownFieldValue = UnknownListValue.Worded(
        "「{0}」不是 这个字段可以写的值。{2}", "这个字段可以写的值有：{3}。请改成其中之一，或者在数据定义中补上这个值。");

    /// <summary>A function that does not exist.</summary>
    public static readonly DiagnosticRule UnknownFunction = new("DSL2005", Severity.Error,
        "没有「{0}」这个函数。", "可以写的有：{1}。");

    /// <summary>SUM, 求和: what others call a function.</summary>
    public static readonly DiagnosticRule FunctionOfOthers = UnknownFunction.Worded("没有「{0}」这个函数。", "写成 {1}(…)。");

    /// <summary>A function whose name is near to that of one.</summary>
    public static readonly DiagnosticRule MisspeltFunction =
        UnknownFunction.Worded("没有「{0}」这个函数。是不是「{1}」？", "写成 {1}(…)；相乘的，括号前写 *。");

    /// <summary>A name that has a meaning of its own in the language.</summary>
    public static readonly DiagnosticRule ReservedName = new("DSL2006", Severity.Error,
        "「{0}」是{1}，不能再用作{2}的名称。", "换一个名称，如「{0}情况」。");

    /// <summary>What 测算日, 奖补 and the like are.</summary>
    public const string ContextKind = "有固定含义的名称";

    /// <summary>A name declared twice.</summary>
    public static readonly DiagnosticRule DuplicateName = new("DSL2007", Severity.Error,
        "{1}「{0}」已经有了，不能再用一次。", "删去重复的一个，或者给其中一个改名。");

    /// <summary>A type that does not exist.</summary>
    public static readonly DiagnosticRule UnknownType = new("DSL2008", Severity.Error,
        "「{0}」不是可以填的类型。{1}",
        "钱写 金额，百分比写 比率，人数写 人，文字写 文本，填 是 或 否 的写 是否，还有 日期、年度、数；几个值之一的，写 [甲, 乙] "
        + "或名录的名称。");

    /// <summary>整数: figures have a unit.</summary>
    public static readonly DiagnosticRule NumberAsType = UnknownType.Worded(
        "「{0}」不是可以填的类型。{1}", "钱写 金额，百分比写 比率，数人的写 人、数家的写 家，没有单位的写 数。");

    /// <summary>布尔, 字符串: what other programs call a type.</summary>
    public static readonly DiagnosticRule TypeOfOthers = UnknownType.Worded("「{0}」不是可以填的类型。", "写成 {1}。");

    /// <summary>A fact of one subject where the whole registry is meant.</summary>
    public static readonly DiagnosticRule FactOutsideAggregate = new("DSL2009", Severity.Error,
        "「{0}」是一个 {1} 的事实，目标的指标要对全部 {1} 计算。", "要总数的写 合计({1}, {0})，要个数的写 计数({1}, 条件)。");

    /// <summary>A fact of the 每个 row inside an aggregate over another detail.</summary>
    public static readonly DiagnosticRule OuterRowInAggregate = new("DSL2010", Severity.Error,
        "「{0}」是 {1} 这一行的，不能写在汇总 {2} 的括号里面。", "括号里只写 {2} 的字段和申报主体的事实；用到「{0}」的部分移到括号外面。");

    /// <summary>The same, of the row that could be named in full.</summary>
    public static readonly DiagnosticRule OuterRowUnnamed = OuterRowInAggregate.Worded(
        "汇总 {2} 的括号里，「{0}」是外面 {1} 那一行的，要写全。", "写成 {1}.{0}。");

    /// <summary>A 令 of the head in a clause about another kind of subject.</summary>
    public static readonly DiagnosticRule LocalOfOtherSubject = new("DSL2180", Severity.Error,
        "政策开头的 令「{0}」说的是 {1}，本条的对象是 {2}。", "在本条里另写一行 令，用 {2} 的事实。");

    /// <summary>The name of a table, list or function where a value is wanted.</summary>
    public static readonly DiagnosticRule NotAValue = new("DSL2011", Severity.Error,
        "「{0}」是{1}，这里要的是一个值。", "{2}");

    /// <summary>A table that does not exist, or that is not of the subject.</summary>
    public static readonly DiagnosticRule UnknownTable = new("DSL2012", Severity.Error,
        "没有「{0}」这一{1}。{2}", "可以写的有：{3}。");

    /// <summary>A detail of another subject.</summary>
    public static readonly DiagnosticRule TableOfOtherSubject = UnknownTable.Worded(
        "没有「{0}」这一{1}。{2}", "「{0}」是 {4} 的明细，条款要写 对象 {4}。可以写的有：{3}。");

    /// <summary>A field that its table does not have.</summary>
    public static readonly DiagnosticRule UnknownField = new("DSL2013", Severity.Error,
        "{0} 里没有「{1}」这个字段。{2}", "{0} 的字段有：{3}。");

    /// <summary>令 that use each other.</summary>
    public static readonly DiagnosticRule LocalCycle = new("DSL2014", Severity.Error,
        "令「{0}」绕了一圈又用到自己，算不出来：{1}。", "改写其中一行，使每个 令 只用到已经能算出的名称。");

    /// <summary>令 that double with every line, or stand in one another without end.</summary>
    public static readonly DiagnosticRule LocalTooLong = new("DSL2245", Severity.Error,
        "令「{0}」用到的 令 又用到 令，全部展开以后太长。",
        "展开以后不能超过 {1} 项，套在一起的不能超过 {2} 层；一个 令 里少用几次前面的 令，或者把算式分成几项条款。");

    /// <summary>奖补 used outside 恒有.</summary>
    public static readonly DiagnosticRule AwardOutsideInvariant = new("DSL2015", Severity.Error,
        "「奖补」只有在 恒有 里才能当作一个数。", "要用算到一半的数，用 令 给它起一个名字，如 令 补助额 = 研发费用 * 3%。");

    /// <summary>A field of a detail whose rows are not in reach.</summary>
    public static readonly DiagnosticRule FieldOfOtherTable = new("DSL2016", Severity.Error,
        "「{0}」是{1} {2} 的字段，这里用不到。", "{3}");

    /// <summary>A value of a list that stands alone.</summary>
    public static readonly DiagnosticRule ListValueAlone = new("DSL2017", Severity.Error,
        "「{0}」是名录 {1} 的一个取值，要写明哪项事实是它。", "写成 {2} = {0}。");

    /// <summary>40元/平方米/月: a unit where a value is wanted.</summary>
    public static readonly DiagnosticRule UnitAlone = new("DSL2279", Severity.Error,
        "「{0}」是单位，前面要有数。",
        "单位紧跟在数后面，如 2万元/件，一个数只带一个「每」；按几样给钱的，逐项相乘，如 40元/平方米 * 租用面积 * 租用月数。");

    /// <summary>A figure in Chinese characters.</summary>
    public static readonly DiagnosticRule NumeralWord = new("DSL2018", Severity.Error,
        "数要用阿拉伯数字写：「{0}」应写「{1}」。", "改为「{1}」。");
}
