// Missing facts and open decisions in words.
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Facts.Results;

/// <summary>Missing facts and open decisions in words.</summary>
public static class UnknownText
{
    /// <summary>缺少: data that is missing.</summary>
    public static IEnumerable<string> Missing(Unknowns unknowns) => unknowns.Items.Where(static item => !item.AwaitsDecision).Select(Of);

    /// <summary>等待: decisions that are open.</summary>
    public static IEnumerable<string> Awaited(Unknowns unknowns) => unknowns.Items.Where(static item => item.AwaitsDecision).Select(Of);

    /// <summary>让位于 in one cell.</summary>
    public static string Of(Displacement? displacement) =>
        displacement is null ? "" : $"{displacement.PolicyNumber} {displacement.ClauseNumber}".Trim() + $"（{displacement.Rule}）";

    /// <summary>One thing without the key of its row, so that it can be counted over subjects.</summary>
    public static string WithoutRow(UnknownItem item)
    {
        var (open, close) = (item.Name.IndexOf('[', StringComparison.Ordinal), item.Name.LastIndexOf("].", StringComparison.Ordinal));
        return Of(open > 0 && close > open ? item with { Name = item.Name[..open] + item.Name[(close + 1)..] } : item);
    }

    private static string Of(UnknownItem item) => item.Kind switch
    {
        UnknownKind.ZeroDivisor => $"除数为零：{item.Name}",
        UnknownKind.NoRows => $"没有行：{item.Name}",
        UnknownKind.NoTableRow => $"没有适用的行：{item.Name}",
        UnknownKind.SeveralTableRows => $"几行同时适用：{item.Name}",
        UnknownKind.Limit => $"数值超出限度：{item.Name}",
        UnknownKind.Table => $"{item.Name}（未提供）",
        UnknownKind.OpenList => $"{item.Name}（认定）",
        _ => item.Name,
    };
}
