// Figures by what they say, so that a long clause is compared with a long quotation without trying every pair.
using Dsl.Library.Text;
using Dsl.Library.Values;

namespace Dsl.Semantics.Checks.Figures;

/// <summary>Finds figures that say the same as another (see <see cref="FigureMatching.Same"/>).</summary>
/// <typeparam name="T">What has a figure.</typeparam>
public sealed class FigureIndex<T>
{
    private readonly Dictionary<(FigureKey Key, Rational Value), List<(OfficialFigure Figure, T Item)>> _items = [];

    /// <summary>Reads things with figures. Of those whose figures say the same and that are of one class, the first stands for all.</summary>
    /// <param name="items">The things.</param>
    /// <param name="figureOf">The figure of each.</param>
    /// <param name="classOf">What tells things apart beside their figures.</param>
    public FigureIndex(IEnumerable<T> items, Func<T, OfficialFigure> figureOf, Func<T, bool> classOf)
    {
        var seen = new HashSet<(FigureKind, Rational, string, bool)>();
        foreach (var item in items)
        {
            var figure = figureOf(item);
            if (figure.Kind != FigureKind.Ratio && !seen.Add((figure.Kind, figure.Value, figure.Unit, classOf(item))))
                continue;
            foreach (var key in FigureMatching.KeysOf(figure).Distinct())
            {
                if (!_items.TryGetValue(key, out var alike))
                    _items.Add(key, alike = []);
                alike.Add((figure, item));
            }
        }
    }

    /// <summary>The things whose figure says the same as another, in no particular order; some may come twice.</summary>
    public IEnumerable<T> SameAs(OfficialFigure figure) =>
        FigureMatching.KeysOf(figure).SelectMany(key => _items.GetValueOrDefault(key) ?? [])
            .Where(other => FigureMatching.Same(figure, other.Figure)).Select(static other => other.Item);
}

/// <summary>Makes indexes.</summary>
public static class FigureIndex
{
    /// <summary>An index of figures alone; their places do not matter.</summary>
    public static FigureIndex<OfficialFigure> Of(IEnumerable<OfficialFigure> figures) => new(figures, static figure => figure, static _ => false);
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
