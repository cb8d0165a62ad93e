// How a clause's award and caps are held, and how they are rounded to fen.
using System.Numerics;
using Dsl.Columns.Emitting;
using Dsl.Columns.Kernels;
using Dsl.Ir.Nodes;

namespace Dsl.Columns.Running;

/// <summary>The form of an award with bounds.</summary>
/// <param name="layout">The fraction in which it is held.</param>
/// <param name="rounding">取整 of the clause.</param>
/// <param name="approvalWait">The bit that stands for a missing 核定 record.</param>
internal sealed class AwardForm(FixedPointLayout layout, IrRounding rounding, ulong approvalWait)
{
    private readonly Int128 _perFen = layout.IsExact ? 1 : (Int128)BigInteger.Max(1, layout.Denominator / 100);

    /// <summary>The rounding; null where no fraction holds the award.</summary>
    public FixedRounding? Fixed { get; } = RoundingIn(layout, rounding);

    /// <summary>The rounding of what no fraction holds.</summary>
    public ExactRounding Exact { get; } = new(rounding.Mode, rounding.Step);

    /// <summary>A 核定 record in the fraction of the award, or in fen where it has none; without one [0, ∞).</summary>
    public Interval Approved(long? fen) => fen is { } known ? Interval.Of(known * _perFen) : Interval.NonNegative(approvalWait);

    /// <summary>取整 of amounts in a fraction; null where there is none.</summary>
    public static FixedRounding? RoundingIn(FixedPointLayout layout, IrRounding rounding) =>
        layout.IsExact ? null : new(rounding.Mode, RoundingSteps.Of(rounding.Step, layout.Denominator));
}

/// <summary>The form of a cap.</summary>
/// <param name="layout">The fraction in which it is held.</param>
internal sealed class CapForm(FixedPointLayout layout)
{
    private readonly ExactRounding _exact = new(IrRounding.ToFen.Mode, IrRounding.ToFen.Step);

    /// <summary>The rounding; null where no fraction holds the cap.</summary>
    public FixedRounding? Fixed { get; } = AwardForm.RoundingIn(layout, IrRounding.ToFen);

    /// <summary>A cap that no fraction holds, to the fen.</summary>
    public Interval Round(ExactInterval cap) => _exact.Round(cap);
}
