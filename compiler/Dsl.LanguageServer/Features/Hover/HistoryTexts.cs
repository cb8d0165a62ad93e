// 已得 and its kin, 可补月数: what is said of them, for hover and completion.
using Dsl.Semantics.Bound;

namespace Dsl.LanguageServer.Features.Hover;

/// <summary>The texts on figures from 兑现记录.</summary>
internal static class HistoryTexts
{
    /// <summary>What a function or name gives; null for others.</summary>
    public static string? Of(string name) => name switch
    {
        "已得" => "本政策一项条款以前年度兑现的净额；逐行计算的，同一明细按行，别的按主体。没有记录是 0元。",
        "已得年数" => "本政策一项条款以前得到过的年度有几个（各年的净额大于零才算）。",
        "已得数量" => "本政策一项条款以前年度计过的数量之和；那一项条款的频次要写 计 什么。",
        BoundHistory.MonthsLeft or BoundHistory.QuantityLeft => "累计 最多 … 计 … 里，扣除以前年度计过的以后余下的。",
        _ => null,
    };
}
