// DSL20xx: names that mean nothing, too much, or something else here.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Findings about names.</summary>
public static class NameDiagnostics
{
    /// <summary>A name that nothing declares.</summary>
    public static readonly DiagnosticRule UnknownName = new("DSL2001", Severity.Error,
        "没有「{0}」这个名称。{1}", "检查是否写错；如果是新的事实，请先在数据定义（schema）的 数据 或 明细 中写明它和它的类型。");

    /// <summary>A name that both the row and the subject have.</summary>
    public static readonly DiagnosticRule AmbiguousName = new("DSL2002", Severity.Error,
        "「{0}」在明细 {1} 和 {2} 里都有，不知道指哪一个。", "写明是谁的：{1}.{0} 或 {2}.{0}。");

    /// <summary>Known names and infix words without space between them.</summary>
    public static readonly DiagnosticRule WordsRunTogether = new("DSL2003", Severity.Error,
        "「{0}」连在一起写了，应为「{1}」。", "在「且、或、超过」这样的词的两边各空一格。");

    /// <summary>A word that is no value of the list on the other side.</summary>
    public static readonly DiagnosticRule UnknownListValue = new("DSL2004", Severity.Error,
        "「{0}」不是 {1}。{2}", "{1}有：{3}。请改成其中之一，或者在{4}补上这个值。");

    /// <summary>A function that does not exist.</summary>
    public static readonly DiagnosticRule UnknownFunction = new("DSL2005", Severity.Error,
        "没有「{0}」这个函数。{1}", "可用的函数：{2}。");

    /// <summary>A name that has a meaning of its own in the language.</summary>
    public static readonly DiagnosticRule ReservedName = new("DSL2006", Severity.Error,
        "「{0}」是{1}，不能再用作{2}的名称。", "换一个名称，比如「{0}情况」。");

    /// <summary>A name declared twice.</summary>
    public static readonly DiagnosticRule DuplicateName = new("DSL2007", Severity.Error,
        "{1}「{0}」写了两次。", "名称不能重复：删去一个，或者给其中一个改名。");

    /// <summary>A type that does not exist.</summary>
    public static readonly DiagnosticRule UnknownType = new("DSL2008", Severity.Error,
        "没有「{0}」这个类型。{1}", "类型可以是：文本、日期、是否、金额、比率、数、年度，计量单位（人、家、件、平方米……），名录的名称，或者直接写出取值 [甲, 乙]。");

    /// <summary>A fact of one subject where the whole registry is meant.</summary>
    public static readonly DiagnosticRule FactOutsideAggregate = new("DSL2009", Severity.Error,
        "「{0}」是单个 {1} 的事实，目标的指标要对全部 {1} 计算。", "用 计数({1}, 条件) 或 合计({1}, {0}) 这样的函数。");

    /// <summary>A fact of the 每个 row inside an aggregate over another detail.</summary>
    public static readonly DiagnosticRule OuterRowInAggregate = new("DSL2010", Severity.Error,
        "「{0}」取自 每个 {1} 的当前一行，不能用在对 {2} 汇总的函数里面。", "函数里面只能用 {2} 的字段和主体的事实；把涉及「{0}」的部分移到函数外面。");

    /// <summary>The name of a table, list or function where a value is wanted.</summary>
    public static readonly DiagnosticRule NotAValue = new("DSL2011", Severity.Error,
        "「{0}」是{1}，这里要的是一个值。", "{2}");

    /// <summary>A table that does not exist, or that is not of the subject.</summary>
    public static readonly DiagnosticRule UnknownTable = new("DSL2012", Severity.Error,
        "没有「{0}」这个{1}。{2}", "可用的有：{3}。{4}");

    /// <summary>A field that its table does not have.</summary>
    public static readonly DiagnosticRule UnknownField = new("DSL2013", Severity.Error,
        "{0} 里没有「{1}」。{2}", "{0} 的字段有：{3}。");

    /// <summary>令 that use each other.</summary>
    public static readonly DiagnosticRule LocalCycle = new("DSL2014", Severity.Error,
        "令「{0}」绕了一圈又用到自己：{1}。", "去掉其中一处引用，让每个 令 只用到别的、已经能算出的名称。");

    /// <summary>令 that double with every line, or stand in one another without end.</summary>
    public static readonly DiagnosticRule LocalTooLong = new("DSL2245", Severity.Error,
        "令「{0}」用到的 令 又用到 令，全部展开以后太长。", "展开以后不能超过 {1} 项，套在一起的不能超过 {2} 层；一个 令 里少用几次前面的 令，或者把算式分成几项条款。");

    /// <summary>奖补 used outside 恒有.</summary>
    public static readonly DiagnosticRule AwardOutsideInvariant = new("DSL2015", Severity.Error,
        "「奖补」作为数值只能写在 恒有 里。", "如果要用别的算式的结果，用 令 给它起一个名字。");

    /// <summary>A field of a detail whose rows are not in reach.</summary>
    public static readonly DiagnosticRule FieldOfOtherTable = new("DSL2016", Severity.Error,
        "「{0}」是{1} {2} 的字段，这里用不到。", "{3}");

    /// <summary>A value of a list that stands alone.</summary>
    public static readonly DiagnosticRule ListValueAlone = new("DSL2017", Severity.Error,
        "「{0}」是名录 {1} 的取值，只能写在 = 或 属于 的右边。", "写成比较，例如：{2} = {0}。");

    /// <summary>40元/平方米/月: a unit where a value is wanted.</summary>
    public static readonly DiagnosticRule UnitAlone = new("DSL2279", Severity.Error,
        "「{0}」是单位，不能单独写，这里要的是一个值。", "单位紧跟在数后面，如 2万元/件；按数量、按时间给钱的，乘以一项事实或一个数，如 40元/平方米 * 租用面积 * 月数。");

    /// <summary>A figure in Chinese characters.</summary>
    public static readonly DiagnosticRule NumeralWord = new("DSL2018", Severity.Error,
        "数要用阿拉伯数字写：「{0}」应写「{1}」。", "改为「{1}」；数、倍数（百 千 万 亿）和单位连着写。");
}
