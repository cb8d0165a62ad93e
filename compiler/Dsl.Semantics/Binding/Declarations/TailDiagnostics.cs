// DSL227x: what would be accepted and mean nothing: said twice, said where nothing reads it, at odds with another line.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Declarations;

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

    /// <summary>范围, 缺省 or 认定 that says nothing of its field.</summary>
    public static readonly DiagnosticRule EmptyModifier = new("DSL2273", Severity.Error,
        "字段「{0}」的「{1}」不起作用：{2}。", "{3}");

    /// <summary>A line that the examples of this kind do not read.</summary>
    public static readonly DiagnosticRule LineOfOtherExample = new("DSL2274", Severity.Error,
        "「{0}」在{1}的算例里不起作用。", "删去这一行；它只用在{2}的算例里。");

    /// <summary>其中 with a condition that nothing of the indicator takes.</summary>
    public static readonly DiagnosticRule UnusedPart = new("DSL2275", Severity.Error,
        "其中「{0}」不起作用：{1}。", "{2}");

    /// <summary>令 配套 = 1:0.5: a ratio that is neither multiplied with nor compared.</summary>
    public static readonly DiagnosticRule RatioAlone = new("DSL2276", Severity.Error,
        "「{0}」写在这里，看不出是 {1} 倍还是 {2} 倍。", "直接写成一个数，如 {1}；配套的，写在乘号后面，如 研发费用 * {0}（{1} 倍）。");

    /// <summary>额 * 2:1.</summary>
    public static readonly DiagnosticRule RatioReadings = new("DSL2278", Severity.Warning,
        "「{0}」按「前一项出 1 份，这里配后一项与前一项之比」读，是 {1} 倍；也可能指 {2} 倍。", "对照原文，写成 1 比几：1:0.5 是一半，1:2 是两倍。");

    /// <summary>已知 企业: 无.</summary>
    public static readonly DiagnosticRule NoneOfNoTable = new("DSL2277", Severity.Error,
        "「{0}: 无」不起作用：「无」只说一张明细表没有行，{0}不是明细。", "没有事实可写的，删去这一行。");
}
