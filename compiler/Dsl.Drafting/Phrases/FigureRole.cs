// What a figure of a sentence is for.
using Dsl.Values.Quantities;

namespace Dsl.Drafting.Phrases;

/// <summary>What a figure is for.</summary>
internal enum FigureRole
{
    /// <summary>Nothing that is known.</summary>
    Other,

    /// <summary>按…5%给予: a share that is paid.</summary>
    Rate,

    /// <summary>最高30%: the highest share that may be paid.</summary>
    RateCap,

    /// <summary>最高50万元.</summary>
    Cap,

    /// <summary>每个单位最高1000万元.</summary>
    SubjectCap,

    /// <summary>累计不超过300万元.</summary>
    TotalCap,

    /// <summary>给予50万元.</summary>
    Amount,

    /// <summary>The second and later figures of 分别给予50万元、30万元.</summary>
    Tier,

    /// <summary>超过500万元, 50人以上: a condition.</summary>
    Threshold,

    /// <summary>超过500万元的部分.</summary>
    Excess,

    /// <summary>不超过3年, 连续3年.</summary>
    Years,

    /// <summary>6:4, 1:1.</summary>
    Ratio,
}

/// <summary>A figure with what it is for.</summary>
/// <param name="Figure">The figure, with its place in the sentence.</param>
internal sealed record RoleFigure(OfficialFigure Figure, FigureRole Role)
{
    /// <summary>Whether it is an amount of money.</summary>
    public bool IsMoney => Figure is { Kind: FigureKind.Quantity, Unit: "元" };
}
