// 频次: how often an award is given, and in which years.
using Dsl.Values.Terms;

namespace Dsl.Ir.Nodes;

/// <summary>频次 with its figures.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Years">N; null for no limit.</param>
/// <param name="Anchor">X, a date or a year; null but for <see cref="FrequencyKind.Consecutive"/>.</param>
public sealed record IrFrequency(FrequencyKind Kind, int? Years, IrExpression? Anchor)
{
    /// <summary>Written as 每次 rather than 一次性; both mean <see cref="FrequencyKind.Once"/>.</summary>
    public bool IsPerOccasion { get; init; }

    /// <summary>Years from that of <see cref="Anchor"/> to the first that counts: 1 for 次年起, 0 for 当年起.</summary>
    public int YearsToFirst { get; init; } = 1;

    /// <summary>Not said.</summary>
    public static IrFrequency Unlimited { get; } = new(FrequencyKind.Unlimited, null, null);
}
