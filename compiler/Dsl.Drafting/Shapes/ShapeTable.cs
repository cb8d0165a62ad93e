// The shapes in the order in which they are tried. A new shape is a file beside this one and a row here.
using System.Collections.Immutable;

namespace Dsl.Drafting.Shapes;

/// <summary>All shapes.</summary>
internal static class ShapeTable
{
    /// <summary>Shapes of sentences that come before awards: they use up the figures that are no money paid.</summary>
    public static ImmutableArray<ISentenceShape> Before { get; } =
        [new ScopeShape(), new DutyShape(), new ProcedureShape(), new DistributedTargetShape(), new TargetShape(), new PoolShape(), new ShareOfFundsShape(), new LaterShape(), new QuantityTargetShape()];

    /// <summary>Shapes of awards with figures.</summary>
    public static ImmutableArray<IAwardShape> Awards { get; } =
        [new CostShareShape(), new MatchingShape(), new ExcessShape(), new ThresholdTierShape(), new TierShape(), new PerUnitShape(), new RateShape(), new RateCeilingShape(), new CeilingShape(), new FixedShape()];

    /// <summary>Shapes of sentences without awards of figures.</summary>
    public static ImmutableArray<ISentenceShape> After { get; } =
        [new CompetitionShape(), new ExclusionShape(), new DiscretionShape(), new OpenAwardShape(), new EntitlementShape()];
}
