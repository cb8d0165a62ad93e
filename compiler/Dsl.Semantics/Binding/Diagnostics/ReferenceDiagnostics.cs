// References between clauses: where they may stand, and what they may be of.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

/// <summary>Findings on 条款 n 的金额 and 比照 条款 n.</summary>
internal static class ReferenceDiagnostics
{
    /// <summary>条款 26 的金额 in every row.</summary>
    public static readonly DiagnosticRule AmountInRow = new("DSL2297", Severity.Error,
        "条款 {0} 的金额是整个主体的，写在逐行计算的算式里，每一行都会用到全部。",
        "另写一个没有「每个」的条款，或者用在 单位上限、累计上限 里。");

    /// <summary>条款 26 的金额 outside of clauses.</summary>
    public static readonly DiagnosticRule AmountOutsideClause = AmountInRow.Worded(
        "「条款 {0} 的金额」只能写在条款里。", "写在条款的 条件、令、奖补 或上限里。");

    /// <summary>min(比照 条款 7, 10万元).</summary>
    public static readonly DiagnosticRule LikeInside = AmountInRow.Worded(
        "「比照 条款 {0}」只能单独写在 奖补 = 后面。", "写成 奖补 = 比照 条款 {0}；只要金额的一部分，写 条款 {0} 的金额 * 50%。");

    /// <summary>A left side that is no fact.</summary>
    public static readonly DiagnosticRule NoFact = new("DSL2300", Severity.Error,
        "「{0}」不是条款 {1} 用的字段，不能换。", "等号左边写条款 {1} 的条件或算式里的一个字段，右边写拿来代替的字段。");

    /// <summary>A fact that is replaced twice.</summary>
    public static readonly DiagnosticRule ReplacedTwice = NoFact.Worded("「{0}」换了两次。", "只留一次。");

    /// <summary>Facts of a row that the clause does not have.</summary>
    public static readonly DiagnosticRule RowNotReplaced = NoFact.Worded(
        "条款 {0} 逐行用到「{1}」的字段（{2}），本条没有这样的行。", "本条也写 每个 {1}，或者在括号里把这些字段都换成本条的。");

    /// <summary>The same amount for every row.</summary>
    public static readonly DiagnosticRule SameForEveryRow = NoFact.Worded(
        "条款 {0} 不是逐行计算的，本条写了 每个 {1}，每一行都会得到同样的金额。", "在括号里把至少一个字段换成「{1}」的，或者删去 每个。");

    /// <summary>Clauses that refer to one another.</summary>
    public static readonly DiagnosticRule Cycle = new("DSL2298", Severity.Error,
        "条款之间循环引用：{0}。", "其中一条改为直接写条件和算式。");

    /// <summary>A chain of references that is too long.</summary>
    public static readonly DiagnosticRule TooDeep = Cycle.Worded(
        "条款一条引用一条，超过 {0} 层。", "直接引用最后的那一条，或者写出条件和算式。");

    /// <summary>A clause without an amount.</summary>
    public static readonly DiagnosticRule NoAmount = new("DSL2299", Severity.Error,
        "条款 {0} 没有奖补，没有金额可以引用。", "核对条款的编号；它的条件直接写在本条里。");

    /// <summary>A clause for other subjects.</summary>
    public static readonly DiagnosticRule OtherSubject = NoAmount.Worded(
        "条款 {0} 的对象是「{1}」，本条的对象是「{2}」。", "只能引用同一类对象的条款；条件和算式直接写在本条里。");
}
