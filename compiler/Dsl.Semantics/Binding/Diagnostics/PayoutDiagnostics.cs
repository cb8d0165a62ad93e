// What is wrong with 兑付.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

/// <summary>Findings on parts of awards.</summary>
internal static class PayoutDiagnostics
{
    /// <summary>40%、40%.</summary>
    public static readonly DiagnosticRule NotWhole = new("DSL2283", Severity.Error,
        "兑付各期加起来是 {0}，不是 100%。", "改正比例；最后一期是其余的，写 余款。");

    /// <summary>余款、30%.</summary>
    public static readonly DiagnosticRule RestNotLast = NotWhole.Worded("余款只能写在兑付的最后一期。", "把余款移到最后。");

    /// <summary>60%、40%、余款.</summary>
    public static readonly DiagnosticRule NothingLeft = NotWhole.Worded("前面各期加起来是 {0}，没有余款可付。", "改正比例，或删去余款。");

    /// <summary>0%.</summary>
    public static readonly DiagnosticRule NoShare = NotWhole.Worded("「{0}」不是一期的比例。", "写大于 0、不超过 100% 的比例。");

    /// <summary>分 1年, 分 36个月.</summary>
    public static readonly DiagnosticRule NotYears = new("DSL2284", Severity.Error,
        "「{0}」不是分几年兑付。", "写 2年 至 50年 的整年数，如 兑付 分 3年。");

    /// <summary>期次 2023年度 0期.</summary>
    public static readonly DiagnosticRule NoSuchPart = new("DSL2285", Severity.Error,
        "「{0}」不是一期。", "写是哪一年度的应得、第几期，如 兑现 2024年度 40万元 期次 2023年度 1期。");

    /// <summary>期次 of a clause that is paid at once.</summary>
    public static readonly DiagnosticRule PartUseless = NoSuchPart.Worded("条款“{0}”不分期兑付，记录没有期次。",
        "删去 期次；分期兑付的，在条款里写 兑付。");

    /// <summary>本年兑付 of a clause that is paid at once.</summary>
    public static readonly DiagnosticRule NotInParts = NoSuchPart.Worded("条款“{0}”不分期兑付，应得就是本年兑付。",
        "删去 本年兑付；分期兑付的，在条款里写 兑付。");

    /// <summary>核定 with 期次.</summary>
    public static readonly DiagnosticRule PartOfApproval = NoSuchPart.Worded("核定没有期次：核定的是应得的全额。", "删去 期次。");
}
