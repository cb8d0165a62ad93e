// 兑付 with its shares and stages.
using System.Collections.Immutable;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;

namespace Dsl.Semantics.Bound;

/// <summary>兑付.</summary>
/// <param name="Syntax">The line.</param>
/// <param name="YearsToFirst">Years from that of the award to the first part: 1 for 次年起.</param>
/// <param name="Parts">The parts, in order; the last takes what the others leave.</param>
public sealed record BoundPayout(PayoutLine Syntax, int YearsToFirst, ImmutableArray<BoundPayoutPart> Parts)
{
    /// <summary>More years than any award is paid in.</summary>
    public const int MostYears = 50;

    /// <summary>In how many parts a line has an award paid; 0 where there is no line, or it does not say so.</summary>
    public static int PartsOf(PayoutLine? line) => line switch
    {
        null => 0,
        { Years: null } => line.Parts.Length,
        { Years: LiteralExpression { Token.Number: { Figure: { IsInteger: true } years } } } when years > 1 && years <= MostYears =>
            (int)years.Numerator,
        _ => 0,
    };
}

/// <summary>A part.</summary>
/// <param name="Share">Its share of the award.</param>
/// <param name="Stage">What must be reached; null where parts are paid year by year.</param>
public sealed record BoundPayoutPart(Rational Share, BoundExpression? Stage);
