// 频次: how often an award is given, and in which years.
namespace Dsl.Ir.Nodes;

/// <summary>频次.</summary>
public enum IrFrequencyKind
{
    /// <summary>Not said: history does not restrict.</summary>
    Unlimited,

    /// <summary>一次性 (and 每次, which is once per row): no year before Y with a net payment.</summary>
    Once,

    /// <summary>每年 [最多 N年]: fewer than N such years.</summary>
    Yearly,

    /// <summary>每年 自 X 次年起|当年起 连续 N年: exactly N years from the year after X or that of X, also after expiry if X lies in the period in force.</summary>
    Consecutive,
}

/// <summary>频次 with its figures.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Years">N; null for no limit.</param>
/// <param name="Anchor">X, a date or a year; null but for <see cref="IrFrequencyKind.Consecutive"/>.</param>
public sealed record IrFrequency(IrFrequencyKind Kind, int? Years, IrExpression? Anchor)
{
    /// <summary>Written as 每次 rather than 一次性; both mean <see cref="IrFrequencyKind.Once"/>.</summary>
    public bool IsPerOccasion { get; init; }

    /// <summary>Years from that of <see cref="Anchor"/> to the first that counts: 1 for 次年起, 0 for 当年起.</summary>
    public int YearsToFirst { get; init; } = 1;

    /// <summary>Not said.</summary>
    public static IrFrequency Unlimited { get; } = new(IrFrequencyKind.Unlimited, null, null);
}
