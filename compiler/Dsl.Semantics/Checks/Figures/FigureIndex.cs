// Figures by what they say, so that a long clause is compared with a long quotation without trying every pair.
using Dsl.Library.Text;
using Dsl.Library.Values;

namespace Dsl.Semantics.Checks.Figures;

/// <summary>Finds a figure that says the same as another (see <see cref="FigureMatching.Same"/>).</summary>
public sealed class FigureIndex
{
    private readonly Dictionary<(FigureKey Key, Rational Value), List<OfficialFigure>> _figures = [];

    /// <summary>Reads figures; their places do not matter.</summary>
    public FigureIndex(IEnumerable<OfficialFigure> figures)
    {
        var seen = new HashSet<(FigureKind, Rational, string)>();
        foreach (var figure in figures)
        {
            if (figure.Kind != FigureKind.Ratio && !seen.Add((figure.Kind, figure.Value, figure.Unit)))
                continue;
            foreach (var key in FigureMatching.KeysOf(figure).Distinct())
            {
                if (!_figures.TryGetValue(key, out var alike))
                    _figures.Add(key, alike = []);
                alike.Add(figure);
            }
        }
    }

    /// <summary>Whether a figure of the index says the same as another.</summary>
    public bool HoldsSame(OfficialFigure figure) =>
        FigureMatching.KeysOf(figure).Any(key => _figures.TryGetValue(key, out var alike) && alike.Exists(other => FigureMatching.Same(figure, other)));
}

/// <summary>What two figures that say the same have in common.</summary>
public enum FigureKey
{
    /// <summary>The year of dates and years.</summary>
    Year,

    /// <summary>The number, durations in months.</summary>
    Number,

    /// <summary>The second part of a ratio over its first; 0 where the first is 0.</summary>
    Ratio,

    /// <summary>A share that a ratio means (60% in 6:4), or a number that may be one.</summary>
    Share,
}
