// The functions over rows: names and what they are called in the IR.
using System.Collections.Immutable;

namespace Dsl.Values.Functions;

/// <summary>A function over the rows of a detail table (or, in 目标, over the registry).</summary>
public enum AggregateKind
{
    /// <summary>合计: the sum; 0 over no rows.</summary>
    Sum,

    /// <summary>计数: how many rows.</summary>
    Count,

    /// <summary>最大值: unknown over no rows.</summary>
    Largest,

    /// <summary>最小值: unknown over no rows.</summary>
    Smallest,

    /// <summary>平均: unknown over no rows.</summary>
    Average,

    /// <summary>存在: whether there is a row.</summary>
    Exists,
}

/// <summary>An aggregate as users see it.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Name">Its name in the language.</param>
/// <param name="Summary">One sentence in Chinese.</param>
/// <param name="TakesSelector">Whether a value per row is wanted: 合计(明细, 值[, 条件]) against 计数(明细[, 条件]).</param>
public sealed record AggregateFunction(AggregateKind Kind, string Name, string Summary, bool TakesSelector)
{
    /// <summary>Its names in spreadsheets and everyday use, in upper case; rejected, with a message that names this aggregate.</summary>
    public ImmutableArray<string> Misnomers { get; init; } = [];
}

public static class AggregateFunctions
{
    public static ImmutableArray<AggregateFunction> All { get; } =
    [
        new(AggregateKind.Sum, "合计", "各行之和；没有行时为 0。", TakesSelector: true)
            { Misnomers = ["SUM", "求和", "总和", "总计", "SUMIF"] },
        new(AggregateKind.Count, "计数", "行数。", TakesSelector: false) { Misnomers = ["COUNT", "个数", "数量", "COUNTIF"] },
        new(AggregateKind.Largest, "最大值", "各行中的最大值；没有行时为未知。", TakesSelector: true),
        new(AggregateKind.Smallest, "最小值", "各行中的最小值；没有行时为未知。", TakesSelector: true),
        new(AggregateKind.Average, "平均", "各行的平均值；没有行时为未知。", TakesSelector: true)
            { Misnomers = ["AVERAGE", "AVG", "平均值"] },
        new(AggregateKind.Exists, "存在", "是否有这样的行。", TakesSelector: false),
    ];

    /// <summary>The aggregate of a name, or null.</summary>
    public static AggregateFunction? Find(string name) => All.FirstOrDefault(aggregate => aggregate.Name == name);
}
