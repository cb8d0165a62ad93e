// In which fractions generated code holds the numbers of a clause that the rules go on with.
using Dsl.Columns.Kernels;
using Dsl.Ir.Nodes;

namespace Dsl.Columns.Emitting;

/// <summary>How the numbers of a clause are held; exact where no fraction holds them.</summary>
public sealed record ClauseForms
{
    /// <summary>奖补, or 最高 of 核定; in fen where there is neither.</summary>
    public FixedPointLayout Amount { get; init; } = FixedPointLayout.Fixed(100, long.MaxValue);

    /// <summary>奖补 in the block kernel; null where there is no block kernel.</summary>
    public FixedPointLayout? BlockAmount { get; init; }

    /// <summary>单位上限.</summary>
    public FixedPointLayout SubjectCap { get; init; } = FixedPointLayout.Exact;

    /// <summary>累计上限.</summary>
    public FixedPointLayout CumulativeCap { get; init; } = FixedPointLayout.Exact;

    /// <summary>How a number is held that is rounded afterwards; what is taken off it, or compared with it, is in fen.</summary>
    public static FixedPointLayout Held(IrRounding rounding, FixedPointLayout number, bool isCompared)
    {
        var held = number.IsExact || !isCompared ? number : number.In(FixedPointLayout.Common(number, new(100, 0, false)));
        return Rounded(rounding, held).IsExact ? FixedPointLayout.Exact : held;
    }

    /// <summary>How the award is held that an amount is rounded to; exact where a lane does not hold all that it goes through.</summary>
    public static FixedPointLayout Rounded(IrRounding rounding, FixedPointLayout amount)
    {
        if (amount.IsExact)
            return amount;
        var steps = RoundingSteps.Of(rounding.Step, amount.Denominator);
        var between = FixedPointLayout.Fixed(steps.Divisor, amount.Magnitude * steps.Multiplier);
        return between.IsExact
            ? between
            : FixedPointLayout.Fixed(100, (amount.Magnitude * steps.Multiplier / steps.Divisor + 1) * steps.Step);
    }
}
