// DSL2260 to DSL2263: the bands of 超额累进.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

/// <summary>Findings about 超额累进.</summary>
public static class BandDiagnostics
{
    /// <summary>min(超额累进(净投资额), 100万元).</summary>
    public static readonly DiagnosticRule WithoutTable = new("DSL2260", Severity.Error,
        "「{0}」要自成一行，下面画出各档，不能写在算式里面。",
        "先写成 令 累进额 = 超额累进(…) 和它的各档，再在算式里用 累进额，如 奖补 = min(累进额, 100万元)。");

    /// <summary>| 500万元 | 4% |.</summary>
    public static readonly DiagnosticRule NoBand = new("DSL2261", Severity.Error,
        "「{0}」没有说从多少到多少。", "写成 500万元以内、500万元..1000万元 或 1000万元以上。");

    /// <summary>A gap between two bands.</summary>
    public static readonly DiagnosticRule DoNotMeet = new("DSL2262", Severity.Error,
        "第 {0} 档到 {1}，第 {2} 档从 {3} 起，中间的部分没有写。", "一档到哪里为止，下一档就从哪里起，两处写同一个数或同一个算式。");

    /// <summary>A part in two bands.</summary>
    public static readonly DiagnosticRule Overlap = DoNotMeet.Worded("第 {0} 档到 {1}，第 {2} 档从 {3} 起，两档重叠。");

    /// <summary>Two bounds that may be anything.</summary>
    public static readonly DiagnosticRule MayDiffer = DoNotMeet.Worded("第 {0} 档到 {1}，第 {2} 档从 {3} 起，看不出是同一个数。");

    /// <summary>The first band does not begin at 0.</summary>
    public static readonly DiagnosticRule NotFromZero = DoNotMeet.Worded(
        "第一档从 {0} 起，{0} 以内的部分没有写。", "补上第一档；不给的，写明 | {0}以内 | 0% |。");

    /// <summary>The last band ends.</summary>
    public static readonly DiagnosticRule Ends = DoNotMeet.Worded(
        "最后一档到 {0} 为止，{0} 以上的部分没有写。", "补上最后一档；不给的，写明 | {0}以上 | 0% |。");

    /// <summary>A band that does not end stands before another.</summary>
    public static readonly DiagnosticRule Overlaps = DoNotMeet.Worded(
        "第 {0} 档没有写到多少为止，与第 {1} 档重叠。", "写成从多少到多少，如 500万元..1000万元；没有止境的一档放在最后。");

    /// <summary>1000万元..500万元.</summary>
    public static readonly DiagnosticRule Empty = DoNotMeet.Worded(
        "第 {0} 档从 {1} 到 {2}，里面没有数。", "从小到大写，一档的末尾大于它的开头。");

    /// <summary>A bound of another unit than the base.</summary>
    public static readonly DiagnosticRule UnitsDiffer = TypeDiagnostics.ComparisonMismatch.Worded(
        "「{0}」是{1}，「{2}」是{3}，不能相比。", "各档的界限和累进的数写同样的单位。");

    /// <summary>A rate below 0.</summary>
    public static readonly DiagnosticRule NegativeRate = new("DSL2263", Severity.Error,
        "这一段的比例是 {0}，数越大给得越少。", "比例不能是负的；不给的一段写 0%。");
}
