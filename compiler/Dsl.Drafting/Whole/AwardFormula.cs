// The amount of an award and the facts that it computes with.
using System.Collections.Immutable;
using Dsl.Drafting.Blocks;

namespace Dsl.Drafting.Whole;

/// <summary>An amount.</summary>
/// <param name="Amount">The amount, without the ceiling around it.</param>
/// <param name="IsCeiling">Whether the amount is only a ceiling.</param>
/// <param name="Facts">The facts that it computes with.</param>
internal sealed record AwardFormula(string Amount, bool IsCeiling, ImmutableArray<Fact> Facts)
{
    /// <summary>Lines that it needs, such as 条件 and 令.</summary>
    public ImmutableArray<DraftLine> Lines { get; init; } = [];

    /// <summary>Whether an amount may be cut by a ceiling: a fixed one that is cut has not been understood.</summary>
    public bool MayBeCapped { get; init; } = true;

    /// <summary>Whether it compares the years of the subject: it is asked each year, whatever 一次性 is said of.</summary>
    public bool IsOfYears { get; init; }

    /// <summary>Whether it counts the things or persons that are given something.</summary>
    public bool Counts { get; init; }

    /// <summary>Whether the sum over several things or persons is that of the sum of their amounts.</summary>
    public bool IsLinear { get; init; }
}
