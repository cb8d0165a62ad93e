// The shapes in the order in which they are tried. A new shape is a file beside this one and a row here.
using System.Collections.Immutable;

namespace Dsl.Drafting.Shapes;

/// <summary>All shapes of sentences without a computed award.</summary>
internal static class ShapeTable
{
    /// <summary>Shapes of figures that are no money given.</summary>
    public static ImmutableArray<ISentenceShape> Figures { get; } =
        [new ScopeShape(), new DutyShape(), new ProcedureShape(), new DistributedTargetShape(), new TargetShape(), new PoolShape(),
            new ShareOfFundsShape(), new LaterShape(), new QuantityTargetShape()];

    /// <summary>Shapes of words that give nothing.</summary>
    public static ImmutableArray<ISentenceShape> Rules { get; } = [new CompetitionShape(), new ExclusionShape()];

    /// <summary>Shapes of words.</summary>
    public static ImmutableArray<ISentenceShape> Words { get; } =
        [.. Rules, new ApprovalShape(), new OpenAwardShape(), new EntitlementShape()];
}
