// 兑付: an award paid in parts.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Ir.Nodes;

/// <summary>In which years, or at which stages, an award is paid.</summary>
/// <param name="YearsToFirst">Years from that of the award to the first part; 0 where parts wait for stages.</param>
/// <param name="Parts">At least one; the last takes what the others leave.</param>
public sealed record IrPayout(int YearsToFirst, ImmutableArray<IrPayoutPart> Parts)
{
    /// <summary>Whether parts wait for stages.</summary>
    public bool IsByStage => Parts.Any(static part => part.Stage is not null);
}

/// <summary>A part.</summary>
/// <param name="Share">Its share of the award, above 0.</param>
/// <param name="Stage">A truth of the subject; null where parts are paid year by year.</param>
public sealed record IrPayoutPart(Rational Share, IrExpression? Stage);
