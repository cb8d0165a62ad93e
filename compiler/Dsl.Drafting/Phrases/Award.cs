// One thing that a sentence promises: where it stands and the figures that belong together.
using System.Collections.Immutable;

namespace Dsl.Drafting.Phrases;

/// <summary>An award of a sentence.</summary>
/// <param name="Start">Where its words begin in the sentence.</param>
/// <param name="End">Where they end.</param>
/// <param name="Figures">Its figures in the order of their places, those of conditions with them.</param>
internal sealed record Award(int Start, int End, ImmutableArray<RoleFigure> Figures)
{
    /// <summary>The figures of one role.</summary>
    public IEnumerable<RoleFigure> Of(FigureRole role) => Figures.Where(figure => figure.Role == role);

    /// <summary>The first figure of a role; null where there is none.</summary>
    public RoleFigure? First(FigureRole role) => Figures.FirstOrDefault(figure => figure.Role == role);

    /// <summary>Whether it has a figure of a role.</summary>
    public bool Has(FigureRole role) => First(role) is not null;
}
