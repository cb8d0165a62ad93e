// What is wrong with 名额 and 总额.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

/// <summary>Findings on places and budgets.</summary>
internal static class PlaceDiagnostics
{
    /// <summary>名额 1.5家, 名额 100万元.</summary>
    public static readonly DiagnosticRule NotPlaces = new("DSL2146", Severity.Error,
        "名额「{0}」不是几家。", "写整数，如 名额 每年 10家 按 得分 从高；也可以写取值是家数的参数。");

    /// <summary>按 行业.</summary>
    public static readonly DiagnosticRule NoOrderOf = new("DSL2147", Severity.Error,
        "不能按「{0}」排先后：它是{1}，没有大小。", "按数或日期排，如 按 得分 从高、先到先得 按 申报时间。");

    /// <summary>按 申报时间, which may be meant from either end.</summary>
    public static readonly DiagnosticRule DateWithoutDirection = NoOrderOf.Worded(
        "按日期「{0}」排，看不出早的在先还是晚的在先。", "早的在先的，写 先到先得 按 {0} 或 按 {0} 从低；晚的在先的，写 按 {0} 从高。");

    /// <summary>延至下年 without an order.</summary>
    public static readonly DiagnosticRule NoOrder = new("DSL2148", Severity.Error,
        "超出总额的延至下年，没有写谁在先。", "接着写次序，如 延至下年 先到先得 按 申报时间；或者写 名额 … 按 得分，总额按它的次序。");

    /// <summary>总额 产值.</summary>
    public static readonly DiagnosticRule DependsOnSubject = new("DSL2149", Severity.Error,
        "{0}是全部主体合起来的一个数，不能随各个主体的事实「{1}」变。", "写一个数或参数，如 总额 年度预算；一个主体的上限写 单位上限。");

    /// <summary>延至下年 in a clause of every year.</summary>
    public static readonly DiagnosticRule PostponedYearly = new("DSL3050", Severity.Warning,
        "频次 每年 的条款，超出总额的写了延至下年：下年算的是下年的奖补，本年没有给的不会自动补上。",
        "一次性给的写 频次 一次性，没有给的下年还可以申报；本年的不再补的，改写 按比例压缩，或用注释写明怎样处理。");
}
