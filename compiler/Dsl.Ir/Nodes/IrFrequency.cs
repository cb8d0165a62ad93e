// 频次: how often an award is given, and in which years.
using Dsl.Values.Terms;

namespace Dsl.Ir.Nodes;

/// <summary>频次 with its figures.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Years">N; null for no limit, and where months are counted.</param>
/// <param name="Anchor">X, a date or a year; null but for <see cref="FrequencyKind.Consecutive"/>.</param>
public sealed record IrFrequency(FrequencyKind Kind, int? Years, IrExpression? Anchor)
{
    /// <summary>Written as 每次 rather than 一次性; both mean <see cref="FrequencyKind.Once"/>.</summary>
    public bool IsPerOccasion { get; init; }

    /// <summary>Years from that of <see cref="Anchor"/> to the first that counts: 1 for 次年起, 0 for 当年起, 5 for 第6年起.</summary>
    public int YearsToFirst { get; init; } = 1;

    /// <summary>N of 连续 N个月, which runs from the month of <see cref="Anchor"/>; null where years are counted.</summary>
    public int? Months { get; init; }

    /// <summary>Months from that of <see cref="Anchor"/> to the first that counts: 1 for 次月起, 0 for 当月起.</summary>
    public int MonthsToFirst { get; init; } = 1;

    /// <summary>N of 每次 累计 最多 N次: so many rows are paid over all years; null for no limit.</summary>
    public int? Times { get; init; }

    /// <summary>每年 累计 最多 N 计 X; null for no such limit.</summary>
    public IrAllowance? Allowance { get; init; }

    /// <summary>晋级补差: what was received before comes off the award, and does not refuse it.</summary>
    public bool IsStepUp { get; init; }

    /// <summary>Whether it has an end of its own, up to which it runs on after the policy has expired.</summary>
    public bool RunsOn => Kind == FrequencyKind.Consecutive && (Years is not null || Months is not null);

    /// <summary>Not said.</summary>
    public static IrFrequency Unlimited { get; } = new(FrequencyKind.Unlimited, null, null);
}
