// Results for a whole registry: targets, fund pools, duties. Plain data.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Ir.Results;

/// <summary>How a 目标 stands.</summary>
public enum TargetStatus
{
    /// <summary>达成.</summary>
    Reached,

    /// <summary>未达成: certainly not reached, and the deadline has passed (or there is none).</summary>
    Missed,

    /// <summary>进行中: certainly not reached yet, before the deadline.</summary>
    InProgress,

    /// <summary>未定: the known facts do not decide it.</summary>
    Undetermined,
}

/// <summary>The words for <see cref="TargetStatus"/>.</summary>
public static class TargetStatusExtensions
{
    private static readonly string[] Words = ["达成", "未达成", "进行中", "未定"];

    public static string Word(this TargetStatus status) => Words[(int)status];

    /// <summary>The status of a word, or null.</summary>
    public static TargetStatus? Parse(string word) => Array.IndexOf(Words, word) is >= 0 and var index ? (TargetStatus)index : null;
}

/// <summary>A figure against what it is to be.</summary>
/// <param name="Text">As written for 其中; the title for the target itself.</param>
/// <param name="Indicator">The bounds of the figure.</param>
/// <param name="Goal">The required value.</param>
/// <param name="Shortfall">The missing amount, at least 0; [0, 0] if reached.</param>
/// <param name="Unknowns">The unknowns that can still change the result.</param>
public sealed record TargetFigure(string Text, TargetStatus Status, Bounds Indicator, Bounds Goal, Bounds Shortfall, Unknowns Unknowns)
{
    /// <summary>How the figure must stand to <see cref="Goal"/>.</summary>
    public ComparisonOperator Comparison { get; init; } = ComparisonOperator.GreaterOrEqual;
}

/// <summary>The result of a 目标.</summary>
/// <param name="Figure">The figure as a whole.</param>
/// <param name="Parts">其中, in the order written.</param>
public sealed record TargetResult(IrPolicy Policy, IrTarget Target, TargetFigure Figure, ImmutableArray<TargetFigure> Parts);

/// <summary>The result of a 资金池; a report, which cuts no award.</summary>
/// <param name="Size">规模.</param>
/// <param name="Drawn">The sum of its clauses over all subjects; amounts without an upper bound are left out of High.</param>
/// <param name="Unbounded">How many amounts have no upper bound.</param>
/// <param name="IsExceeded">Whether the sum exceeds the pool: 是, 否 or 未知.</param>
public sealed record PoolResult(IrPolicy Policy, IrPool Pool, Bounds Size, Bounds Drawn, int Unbounded, Truth IsExceeded);

/// <summary>The result of a 义务.</summary>
/// <param name="Due">The due date; null where none is said or it is not known.</param>
/// <param name="IsPast">Whether the due date lies before the as-of date.</param>
public sealed record DutyResult(IrPolicy Policy, IrDuty Duty, DateOnly? Due, Truth IsPast);

/// <summary>What can be said of a registry.</summary>
/// <param name="Targets">目标, policy by policy.</param>
/// <param name="Pools">资金池.</param>
/// <param name="Duties">义务.</param>
public sealed record RegistryResult(ImmutableArray<TargetResult> Targets, ImmutableArray<PoolResult> Pools,
    ImmutableArray<DutyResult> Duties);
