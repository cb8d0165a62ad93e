// A way in which sentences promise money: one file per shape, tried in the order of ShapeTable.
using System.Collections.Immutable;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

/// <summary>A shape of awards.</summary>
internal interface IAwardShape
{
    /// <summary>What the award is; null where it is not of this shape.</summary>
    AwardForm? Read(AwardReading award);
}

/// <summary>What a shape makes of an award.</summary>
/// <param name="Amount">What follows 奖补, with the = of it; lines of a table behind line ends.</param>
internal sealed record AwardForm(string Amount)
{
    /// <summary>The facts that it computes with.</summary>
    public ImmutableArray<Fact> Facts { get; init; } = [];

    /// <summary>Other lines that it needs, such as 分担 or 条件.</summary>
    public ImmutableArray<DraftLine> Lines { get; init; } = [];

    /// <summary>What has to be decided.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>A shape of whole sentences: targets, funds, duties. It claims the figures that it uses.</summary>
internal interface ISentenceShape
{
    /// <summary>The blocks of a sentence; none where it is not of this shape.</summary>
    IEnumerable<DraftBlock> Read(SentenceReading sentence);
}
