// In which fractions generated code holds the numbers of a clause that the rules go on with.
using Dsl.Columns.Kernels;
using Dsl.Ir.Nodes;

namespace Dsl.Columns.Emitting;

/// <summary>How the numbers of a clause are held; exact where no fraction holds them.</summary>
public sealed record ClauseForms
{
    /// <summary>奖补, or 最高 of 核定; in fen where there is neither.</summary>
    public NumberShape Amount { get; init; } = NumberShape.Fixed(100, long.MaxValue);

    /// <summary>奖补 in the block kernel; null where there is no block kernel.</summary>
    public NumberShape? BlockAmount { get; init; }

    /// <summary>单位上限.</summary>
    public NumberShape SubjectCap { get; init; } = NumberShape.Exact;

    /// <summary>累计上限.</summary>
    public NumberShape CumulativeCap { get; init; } = NumberShape.Exact;

    /// <summary>How the award is held that an amount is rounded to; exact where a lane does not hold all that it goes through.</summary>
    public static NumberShape Rounded(IrRounding rounding, NumberShape amount)
    {
        if (amount.IsExact)
            return amount;
        var steps = RoundingSteps.Of(rounding.Step, amount.Denominator);
        var between = NumberShape.Fixed(steps.Divisor, amount.Magnitude * steps.Multiplier);
        return between.IsExact ? between : NumberShape.Fixed(100, (amount.Magnitude * steps.Multiplier / steps.Divisor + 1) * steps.Step);
    }
}
