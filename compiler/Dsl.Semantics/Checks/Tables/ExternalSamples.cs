// The values of an external parameter that the bounds of a table can tell apart.
using System.Collections.Immutable;
using Dsl.Library.Values;
using Dsl.Semantics.Symbols;

namespace Dsl.Semantics.Checks.Tables;

/// <summary>Samples of an external parameter.</summary>
internal static class ExternalSamples
{
    private const int MostThresholds = 60;

    /// <summary>
    /// A value for each order in which the bounds of a column can stand; null where they cannot be told apart: between whole numbers
    /// it matters how far apart bounds stand, too.
    /// </summary>
    public static ImmutableArray<Rational>? Of(IReadOnlyList<TableVariable> variables, ParameterSymbol external)
    {
        var places = new HashSet<Rational>();
        var range = ExpressionRange.OfInput(external.Type);
        foreach (var variable in variables)
        {
            places.UnionWith(variable.Cuts.OfExternal);
            if (variable.Cuts.Thresholds.All(static threshold => threshold.Slope.IsZero))
                continue;
            var domain = variable.Domain;
            var thresholds = variable.Cuts.Thresholds
                .Concat(new[] { domain.Bounds.Low, domain.Bounds.High }.OfType<Rational>().Select(static end => new Threshold(Rational.Zero, end)))
                .SelectMany(threshold => domain.IsWhole && threshold.Slope.IsZero ? [threshold, threshold with { Offset = threshold.Offset.Floor() }, threshold with { Offset = threshold.Offset.Ceiling() }] : new[] { threshold })
                .Distinct().ToList();
            var moving = thresholds.FindAll(static threshold => !threshold.Slope.IsZero);
            if (thresholds.Count > MostThresholds || domain.IsWhole && moving.Count > 1 && !(range.IsWhole && moving.TrueForAll(static threshold => threshold.Slope.IsInteger && threshold.Offset.IsInteger)))
                return null;
            foreach (var (left, right) in moving.SelectMany(left => thresholds.Where(right => right.Slope != left.Slope).Select(right => (left, right))))
            {
                for (var apart = domain.IsWhole ? -1 : 0; apart <= (domain.IsWhole ? 1 : 0); apart++)
                    places.Add((right.Offset - left.Offset + apart) / (left.Slope - right.Slope));
            }
        }
        return NumberSamples.Of(places, range, inMiddle: false);
    }
}
