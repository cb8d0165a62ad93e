// DSL227x: what would be accepted without effect: written twice, written where nothing reads it, in contradiction to another line.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

/// <summary>Findings about words that have no effect where they stand.</summary>
public static class TailDiagnostics
{
    /// <summary>资金 names other levels than 分担.</summary>
    public static readonly DiagnosticRule LevelsDiffer = new("DSL2270", Severity.Error,
        "资金写的是 {0}，分担写的是 {1}，对不上。", "删去 资金 这一行（按 分担 的各级出资），或者两行写同样的几级。");

    /// <summary>The same word, rule or modifier a second time.</summary>
    public static readonly DiagnosticRule Twice = new("DSL2271", Severity.Error,
        "「{0}」在「{1}」里写了两次，后一次不起作用。", "删去重复的一个；若本来要写的是另一个，请改正。");

    /// <summary>恒有 目标 1.</summary>
    public static readonly DiagnosticRule InvariantOfTarget = new("DSL2272", Severity.Error,
        "恒有只能针对条款，这里写的是「{0}」。", "写成 恒有 条款 编号 条件，如 恒有 条款 1 奖补 <= 100万元。");

    /// <summary>范围, 缺省 or 认定 of a 主键.</summary>
    public static readonly DiagnosticRule ModifierOfKey = new("DSL2273", Severity.Error,
        "字段「{0}」的「{1}」不起作用：主键每一行都要有，也不由主管部门认定。", "删去「{1}」。");

    /// <summary>范围 of what is no number.</summary>
    public static readonly DiagnosticRule RangeOfNoNumber = ModifierOfKey.Worded(
        "字段「{0}」的「{1}」不起作用：{2}没有大小，不能写范围。", "删去「范围」；要限定取值的，把类型写成 [甲, 乙]。");

    /// <summary>范围 ..</summary>
    public static readonly DiagnosticRule RangeWithoutEnds = ModifierOfKey.Worded(
        "字段「{0}」的「{1}」不起作用：两端都没有写。", "写上至少一端，如 范围 0元..1000万元，或者删去「范围」。");

    /// <summary>范围 a..&lt;b.</summary>
    public static readonly DiagnosticRule OpenRangeOfField = ModifierOfKey.Worded(
        "字段「{0}」的「{1}」不起作用：字段的范围两端都含在内，不能写 ..<。", "写成 a..b，b 是最大的可能值。");

    /// <summary>A line that the examples of this kind do not read.</summary>
    public static readonly DiagnosticRule LineOfOtherExample = new("DSL2274", Severity.Error,
        "「{0}」在{1}的算例里不起作用。", "删去这一行；它只用在{2}的算例里。");

    /// <summary>其中 with a condition that nothing of the indicator takes.</summary>
    public static readonly DiagnosticRule UnusedPart = new("DSL2275", Severity.Error,
        "其中「{0}」不起作用：指标里没有对主体汇总的函数，条件不起作用。",
        "把指标写成 计数(企业, 条件)、合计(企业, 事实) 这样的算式，或者删去「其中」。");

    /// <summary>其中 with a condition, of a figure from outside.</summary>
    public static readonly DiagnosticRule UnusedPartOfExternal = UnusedPart.Worded(
        "其中「{0}」不起作用：指标由外部报来，这里的条件不会拿去计算。", "外部指标的组成部分只写名称，如 其中 中心城区 : 超过 7110家。");

    /// <summary>令 配套 = 1:0.5: a ratio that is neither multiplied with nor compared.</summary>
    public static readonly DiagnosticRule RatioAlone = new("DSL2276", Severity.Error,
        "「{0}」写在这里，看不出是 {1} 倍还是 {2} 倍。", "直接写成一个数，如 {1}；配套的，写在乘号后面，如 研发费用 * {0}（{1} 倍）。");

    /// <summary>额 * 2:1.</summary>
    public static readonly DiagnosticRule RatioReadings = new("DSL2278", Severity.Warning,
        "「{0}」按「前一项出 1 份，这里配后一项与前一项之比」读，是 {1} 倍；也可能指 {2} 倍。",
        "对照原文，写成 1 比几：1:0.5 是一半，1:2 是两倍。");

    /// <summary>已知 企业: 无.</summary>
    public static readonly DiagnosticRule NoneOfNoTable = new("DSL2277", Severity.Error,
        "「{0}: 无」不起作用：「无」只说一张明细表没有行，{0}不是明细。", "没有事实可写的，删去这一行。");
}
