// What is wrong with figures from 兑现记录 (已得, 可补月数) and with what 频次 counts.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

/// <summary>Findings on what was paid in earlier years.</summary>
internal static class HistoryDiagnostics
{
    /// <summary>已得(2), 已得(投资额).</summary>
    public static readonly DiagnosticRule ClauseExpected = new("DSL2125", Severity.Error,
        "「{0}」括号里要写一项条款，这里写的是「{1}」。", "写成如 {0}(条款 2)；只能写本政策的条款，一次一项。");

    /// <summary>已得 in a 范围, a 目标, a 参数.</summary>
    public static readonly DiagnosticRule OutsideClause = ClauseExpected.Worded(
        "「{0}」只能写在条款里：别处不知道是哪一个主体以前年度的兑现。", "移到条款的 令、条件、奖补 或上限里。");

    /// <summary>已得 of a clause without 奖补.</summary>
    public static readonly DiagnosticRule PaysNothing = new("DSL2126", Severity.Error,
        "条款 {0} 没有 奖补，不会有兑现记录，「{1}」总是零。", "改成给钱的那一项条款的编号。");

    /// <summary>已得 of a clause of another kind of subject.</summary>
    public static readonly DiagnosticRule OtherSubject = PaysNothing.Worded(
        "条款 {0} 的对象是{2}，本条款的对象是{3}，「{1}」总是零。", "改成同一类主体的条款。");

    /// <summary>已得数量 of a clause that counts nothing.</summary>
    public static readonly DiagnosticRule CountsNothing = PaysNothing.Worded(
        "条款 {0} 的频次没有写 计 什么，兑现记录里没有它的数量，「{1}」总是零。",
        "在那一项条款写 频次 每年 累计 最多 36个月 计 本年缴费月数；要金额的用 已得，要年数的用 已得年数。");

    /// <summary>可补月数 where nothing is counted.</summary>
    public static readonly DiagnosticRule NothingLeft = new("DSL2127", Severity.Error,
        "「{0}」在这里没有值：它是 累计 最多 … 计 … 里扣除以前年度以后余下的。",
        "写在有 频次 每年 累计 最多 36个月 计 本年缴费月数 的条款里；按月计的叫 可补月数，按别的单位计的叫 可补数量。");

    /// <summary>累计 最多 3个百分点, 累计 最多 甲.</summary>
    public static readonly DiagnosticRule NoAllowance = new("DSL2128", Severity.Error,
        "「{0}」不能作累计的数量：要写一个大于零的数和单位。",
        "写成如 频次 每年 累计 最多 36个月 计 本年缴费月数；金额的累计写一行 累计上限。");

    /// <summary>每次 累计 最多 3次 计 X.</summary>
    public static readonly DiagnosticRule CountedEachTime = NoAllowance.Worded(
        "频次 {0} 后面不能写 计：它计的是次数。", "只写 每次 累计 最多 3次；按数量累计的，写 每年 累计 最多 36个月 计 本年缴费月数。");

    /// <summary>兑现 without 数量, or with it where nothing is counted.</summary>
    public static readonly DiagnosticRule QuantityMissing = new("DSL2129", Severity.Error,
        "条款 {0} 的频次按数量累计，兑现要写明 数量。",
        "写成如 兑现 2023年度 1万元 数量 {1}；写了 行 的，数量写在 行 前面。");

    /// <summary>数量 that means nothing.</summary>
    public static readonly DiagnosticRule QuantityUseless = QuantityMissing.Worded(
        "条款 {0} 的频次没有写 计 什么，兑现的数量不起作用。",
        "删去 数量；按数量累计的，条款写 频次 每年 累计 最多 36个月 计 本年缴费月数。");

    /// <summary>数量 beside 核定.</summary>
    public static readonly DiagnosticRule QuantityOfApproval = QuantityMissing.Worded(
        "核定没有数量：数量由条款的 计 算出。", "删去 数量。");
}
