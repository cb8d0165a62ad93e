// Figures by what they say, so that a long clause is compared with a long quotation without trying every pair.
using System.Runtime.InteropServices;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Semantics.Checks.Figures;

/// <summary>Finds figures that say the same as another (see <see cref="FigureMatching.Same"/>).</summary>
/// <typeparam name="T">What has a figure.</typeparam>
public sealed class FigureIndex<T>
{
    // The items in the order given; those of one key are a chain through it, so that a key costs no list of its own.
    private readonly List<(OfficialFigure Figure, T Item, int Next)> _items = [];
    private readonly Dictionary<(FigureKey Key, Rational Value), int> _firsts = [];

    /// <summary>
    /// Reads things with figures. Of those whose figures say the same and that are of one class, the first stands for all.
    /// </summary>
    /// <param name="items">The things.</param>
    /// <param name="figureOf">The figure of each.</param>
    /// <param name="classOf">What distinguishes things beside their figures.</param>
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
                ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_firsts, key, out var exists);
                _items.Add((figure, item, exists ? first : -1));
                first = _items.Count - 1;
            }
        }
    }

    /// <summary>The things whose figure says the same as another, in no particular order; some may come twice.</summary>
    public IEnumerable<T> SameAs(OfficialFigure figure)
    {
        foreach (var key in FigureMatching.KeysOf(figure))
        {
            for (var place = _firsts.GetValueOrDefault(key, -1); place >= 0; place = _items[place].Next)
            {
                if (FigureMatching.Same(figure, _items[place].Figure))
                    yield return _items[place].Item;
            }
        }
    }
}

/// <summary>Makes indexes.</summary>
public static class FigureIndex
{
    /// <summary>An index of figures alone; their places do not matter.</summary>
    public static FigureIndex<OfficialFigure> Of(IEnumerable<OfficialFigure> figures) =>
        new(figures, static figure => figure, static _ => false);
}

/// <summary>What two figures that say the same have in common.</summary>
public enum FigureKey
{
    /// <summary>The year of dates and years.</summary>
    Year,

    /// <summary>The number, in the smaller unit: durations in months.</summary>
    Number,

    /// <summary>The second part of a ratio over its first; 0 where the first is 0.</summary>
    Ratio,

    /// <summary>A share that a ratio means (60% in 6:4), or a number that may be one.</summary>
    Share,
}
