// How long a formula is with every 令 in it written out, and how deep 令 stand in one another: later stages follow 令 wherever they are
// used.

namespace Dsl.Semantics.Bound;

/// <summary>The size of a formula.</summary>
/// <param name="Nodes">Its parts, those of a 令 at each use.</param>
/// <param name="Depth">How many 令 stand in one another.</param>
internal readonly record struct FormulaSize(long Nodes, int Depth)
{
    /// <summary>A few dozen 令 that each use the one before once or twice stay far below.</summary>
    public const int MostNodes = 50_000;

    /// <summary>Far more than a reader can follow.</summary>
    public const int MostDepth = 500;

    /// <summary>Whether it is within the limits.</summary>
    public bool Fits => Nodes <= MostNodes && Depth <= MostDepth;

    /// <summary>The size of a value; parts without 令 count once where they stand.</summary>
    public static FormulaSize Of(BoundExpression value)
    {
        var (written, unfolded, depth) = (0L, 0L, 0);
        foreach (var node in value.DescendantsAndSelf())
        {
            written++;
            if (node is not BoundLocal { Let.Size: var size })
                continue;
            (unfolded, depth) = (Math.Min(unfolded + size.Nodes, long.MaxValue / 4), Math.Max(depth, size.Depth));
        }
        // What is written once has been read once: only what 令 make of it counts.
        return new(unfolded == 0 ? Math.Min(written, MostNodes / 2) : written + unfolded, depth + 1);
    }
}
