// What an accumulator holds, as plain data: kept, written down, and added to another one.
using System.Collections.Immutable;
using Dsl.Evaluation.Rules;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>
/// What the rows of an aggregate came to so far. Which members say something depends on the aggregate; rows that were added in
/// another order, or by way of other states, come to an equal one.
/// </summary>
public sealed record AggregateState
{
    /// <summary>合计, 平均: the sum of the rows that count.</summary>
    public SumState? Sum { get; init; }

    /// <summary>What the sum waits for.</summary>
    public Unknowns SumWaitsFor { get; init; } = Unknowns.None;

    /// <summary>
    /// 计数: how many. 最大值, 最小值: the extreme of the rows that certainly count; null without one. 平均: between what the values
    /// lie; null without rows.
    /// </summary>
    public NumberValue? Number { get; init; }

    /// <summary>存在: whether there is one. Else what is waited for beside the rows; 是 for nothing.</summary>
    public TruthValue Truth { get; init; } = TruthValue.Yes;

    /// <summary>最大值, 最小值: how far rows may reach that wait for the same things, in a fixed order.</summary>
    public ImmutableArray<UncertainRows> Uncertain { get; init; } = [];

    /// <summary>平均: how many rows certainly count.</summary>
    public long CertainRows { get; init; }

    /// <summary>平均: whether some may count or not.</summary>
    public bool HasPossibleRows { get; init; }

    /// <summary>平均: whether a table was not supplied.</summary>
    public bool TableIsMissing { get; init; }

    internal ExtremeParts<NumberValue, TruthValue> ExtremeParts =>
        new(Number is not null, Number ?? NumberValue.Zero,
            Uncertain.Select(static rows =>
                KeyValuePair.Create(new TruthValue(Values.Exact.Truth.Unknown, rows.WaitsFor), Waiting(rows.UpTo))), Truth);

    internal AverageParts<NumberValue, TruthValue> AverageParts =>
        new(Number is not null, Number ?? NumberValue.Zero, CertainRows, HasPossibleRows, TableIsMissing, Truth);

    internal static AggregateState Of(ExtremeParts<NumberValue, TruthValue> parts) => new()
    {
        Number = parts.HasCertain ? Waiting(parts.OfCertainRows.Bounds) : null,
        Truth = parts.Tables,
        Uncertain = [.. parts.Uncertain.Select(static rows => new UncertainRows(rows.Key.Unknowns, rows.Value.Bounds)).Order()],
    };

    internal static AggregateState Of(AverageParts<NumberValue, TruthValue> parts, AggregateState sum) => sum with
    {
        Number = parts.HasAny ? Waiting(parts.Hull.Bounds) : null,
        Truth = parts.Waiting,
        CertainRows = parts.CertainRows,
        HasPossibleRows = parts.HasPossibleRows,
        TableIsMissing = parts.TableIsMissing,
    };

    // What such a number waits for is said beside it.
    private static NumberValue Waiting(Bounds bounds) => new(bounds, Unknowns.None);
}

/// <summary>Rows that may count, or whose value is not certain.</summary>
/// <param name="WaitsFor">What they wait for.</param>
/// <param name="UpTo">Between what the largest of them lies.</param>
public sealed record UncertainRows(Unknowns WaitsFor, Bounds UpTo) : IComparable<UncertainRows>
{
    /// <inheritdoc/>
    public int CompareTo(UncertainRows? other)
    {
        if (other is null)
            return 1;
        foreach (var (left, right) in WaitsFor.Items.Zip(other.WaitsFor.Items))
        {
            if (left.CompareTo(right) is not 0 and var order)
                return order;
        }
        return WaitsFor.Items.Count.CompareTo(other.WaitsFor.Items.Count);
    }
}

/// <summary>What the subjects of a registry came to so far in one program.</summary>
/// <param name="Aggregates">The aggregates of its targets, in the order of the program.</param>
/// <param name="Pools">What is drawn from its pools, in the order of the program: the sum, and how many amounts have no upper end.</param>
public sealed record RegistryState(ImmutableArray<AggregateState> Aggregates, ImmutableArray<(Bounds Drawn, int Unbounded)> Pools);
