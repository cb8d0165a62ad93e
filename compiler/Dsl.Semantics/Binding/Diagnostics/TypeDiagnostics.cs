// DSL21xx: values of the wrong type or unit.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

/// <summary>Findings about types and units.</summary>
public static class TypeDiagnostics
{
    /// <summary>元 plus 人.</summary>
    public static readonly DiagnosticRule UnitMismatch = new("DSL2101", Severity.Error,
        "「{0}」的单位是 {1}，「{2}」的单位是 {3}，不能{4}。", "同样单位的数才能{4}：用错了事实的，改正；漏写了乘除的，补上。");

    /// <summary>A comparison of different units or types.</summary>
    public static readonly DiagnosticRule ComparisonMismatch = new("DSL2102", Severity.Error,
        "「{0}」是{1}，「{2}」是{3}，不能相比。", "{4}");

    /// <summary>An operator on a type that it does not take.</summary>
    public static readonly DiagnosticRule OperandType = new("DSL2103", Severity.Error,
        "「{0}」是{1}，不能用「{2}」来算。", "{3}");

    /// <summary>30 where 30% is meant.</summary>
    public static readonly DiagnosticRule PercentAsBareNumber = new("DSL2104", Severity.Error,
        "「{0}」是比率，却和 {1} 相比；{1} 表示 {1} 倍，百分之 {1} 要写成 {1}%。", "写成 {1}%；确实是 {1} 倍的，写成 {2}%。");

    /// <summary>A figure used as money without 元.</summary>
    public static readonly DiagnosticRule MoneyWithoutUnit = new("DSL2105", Severity.Warning,
        "「{0}」在这里是金额，却没有写单位，按 {0}元 计算。", "写上单位：{0}元 或 {0}万元。");

    /// <summary>A condition that is not a truth.</summary>
    public static readonly DiagnosticRule ConditionNotTruth = new("DSL2106", Severity.Error,
        "「{0}」是{1}，没有说要怎样才算符合条件。", "写成比较，如 {2}。");

    /// <summary>An award that is not money.</summary>
    public static readonly DiagnosticRule AwardNotMoney = new("DSL2107", Severity.Error,
        "{0}应当是金额，「{1}」却是{2}。", "{3}");

    /// <summary>Branches or results of different types.</summary>
    public static readonly DiagnosticRule BranchesDiffer = new("DSL2108", Severity.Error,
        "几种情形的结果不是同一种值：「{0}」是{1}，「{2}」是{3}。", "则 和 否则 后面（表里是最后一列）都写同样单位的数，如都写金额。");

    /// <summary>Arguments that a function does not take.</summary>
    public static readonly DiagnosticRule FunctionArguments = new("DSL2110", Severity.Error,
        "{0} 的括号里写得不对：{1}。", "写成 {0}({2})：{3}");

    /// <summary>Arguments of different types.</summary>
    public static readonly DiagnosticRule ArgumentsDiffer =
        FunctionArguments.Worded("{0} 的括号里写得不对：「{4}」是 {5}，「{6}」是 {7}。");

    /// <summary>Too few or too many arguments.</summary>
    public static readonly DiagnosticRule ArgumentCount = new("DSL2111", Severity.Error,
        "{0} 的括号里要写 {1} 项，用逗号分开，这里写了 {2} 项。", "写成 {0}({3})。");

    /// <summary>30..10.</summary>
    public static readonly DiagnosticRule ReversedRange = new("DSL2112", Severity.Error,
        "「{0}」上下颠倒了：{1} 大于 {2}。", "小的写在前面，大的写在后面。");

    /// <summary>5:3:2 as a value.</summary>
    public static readonly DiagnosticRule RatioParts = new("DSL2113", Severity.Error,
        "「{0}」不能当作一个数：作为数的比只能有两项，都不能是 0。",
        "配套写成 金额 * 1:0.5，比较写成 甲 / 乙 达到 3:2；多级分担写在 分担 里。");

    /// <summary>2021年 against 年度.</summary>
    public static readonly DiagnosticRule YearAsDuration = new("DSL2114", Severity.Error,
        "「{0}」的意思是多长时间，这里要的是哪一个年度。", "写成 {1}。");

    /// <summary>A set in 属于 that does not fit the left side.</summary>
    public static readonly DiagnosticRule MembershipOperand = new("DSL2115", Severity.Error,
        "「{0}」是{1}，「{2}」里没有这样的值。", "属于 后面写「{0}」可以取的几个值，如 属于 [甲, 乙]，或者它的名录的名称。");

    /// <summary>A value of another type than wanted.</summary>
    public static readonly DiagnosticRule TypeExpected = new("DSL2116", Severity.Error,
        "这里应当写{0}，「{1}」却是{2}。", "写成如 {3}。");

    /// <summary>A word beside a text that is no name.</summary>
    public static readonly DiagnosticRule TextExpected =
        TypeExpected.Worded("这里应当写文本，「{0}」却是没有定义的名称。", "写成如 “{0}”。");

    /// <summary>A formula where the name of a detail is wanted.</summary>
    public static readonly DiagnosticRule DetailExpected =
        TypeExpected.Worded("这里应当写一张明细的名称，「{0}」却是算式。", "写成如 {1}。");

    /// <summary>A value where a range is wanted.</summary>
    public static readonly DiagnosticRule RangeExpected =
        TypeExpected.Worded("这里应当写从多少到多少的一段，「{0}」却是一个值。", "写成如 0元..1000万元。");

    /// <summary>a..&lt;b where both ends belong to the range.</summary>
    public static readonly DiagnosticRule ClosedRangeExpected =
        TypeExpected.Worded("这里应当写含两端的区间，「{0}」却是不含上端的区间。", "写成如 0元..100万元。");

    /// <summary>A value that must not depend on facts.</summary>
    public static readonly DiagnosticRule ConstantExpected = new("DSL2117", Severity.Error,
        "这里要写出确定的值，「{0}」却要算了才知道。", "直接写出数字、日期或取值。");

    /// <summary>A table without facts or without rows.</summary>
    public static readonly DiagnosticRule TableTooSmall = new("DSL2119", Severity.Error,
        "这张表只有一列。", "表头写事实的名称，最后一列是结果（起一个名称，如 数额）；下面每一行写一种情形。");

    /// <summary>A head of a column that is no fact.</summary>
    public static readonly DiagnosticRule TableHeadNotName = TableTooSmall.Worded("这张表的表头有一格不是事实的名称。");

    /// <summary>A head of the results with a unit in it: it would be no unit of theirs.</summary>
    public static readonly DiagnosticRule TableResultNotName =
        TableTooSmall.Worded("这张表的最后一格表头「{0}」不是一个名称，单位要写在下面的每一格里。");

    /// <summary>A table cell that no row of facts can be compared with.</summary>
    public static readonly DiagnosticRule TableResultMissing = new("DSL2120", Severity.Error,
        "表的最后一列要写结果，这一格是「{0}」。", "写出这种情形下的金额或取值。");

    /// <summary>满 3.</summary>
    public static readonly DiagnosticRule DurationExpected = new("DSL2121", Severity.Error,
        "「{0}」没有说明是年、个月还是天。", "写成 {0}年、{0}个月 或 {0}天。");

    /// <summary>等 in a list of figures, or a list of figures that cannot be open.</summary>
    public static readonly DiagnosticRule OpenListOfNumbers = new("DSL2122", Severity.Error,
        "一列数或年度后面不能写「等」。", "去掉「等」，把每个数写出来；连着的一段写成 3..5。");

    /// <summary>A form that may not stand here: a formula among the values of a list.</summary>
    public static readonly DiagnosticRule NotInExpression = new("DSL2123", Severity.Error,
        "算式「{0}」不能写在这里。", "方括号里只写一个一个的值，如 [渝中区, 江津区]。");

    /// <summary>A set as a value.</summary>
    public static readonly DiagnosticRule SetAsValue =
        NotInExpression.Worded("方括号里的几个值「{0}」不能写在这里。", "几个值之一写成 属于 […]，如 注册区县 属于 [渝中区, 江津区]。");

    /// <summary>A range as a value.</summary>
    public static readonly DiagnosticRule RangeAsValue = NotInExpression.Worded(
        "从多少到多少的一段「{0}」不能写在这里。", "条件里分成两个比较，如 研发费用 达到 100万元 且 研发费用 不超过 500万元。");

    /// <summary>5-10万元, where a range was meant.</summary>
    public static readonly DiagnosticRule RangeAsDifference = new("DSL2295", Severity.Error,
        "「{0}」会当作 {1} 减 {2}，得出负数；像是要写从 {1} 到 {2} 的一段。",
        "表和范围里的一段写成 5万元..10万元（两端都写单位）；条件里写 甲 达到 5万元 且 甲 不超过 10万元；一段之内由主管部门定的，写 核定 "
        + "最高 10万元。");

    /// <summary>A chain too long for later stages.</summary>
    public static readonly DiagnosticRule ChainTooLong = new("DSL2124", Severity.Error,
        "这个算式连着写了 {0} 项，太长了。", "用 令 分成几段。");
}
