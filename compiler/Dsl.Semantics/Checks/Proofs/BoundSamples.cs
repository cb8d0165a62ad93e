// The values of an input in the bounds of a table (an external parameter, another fact) that its cases can distinguish.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Values.Exact;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>Samples of an input in bounds.</summary>
internal static class BoundSamples
{
    private const int MostThresholds = 60;

    /// <summary>
    /// A value for each order in which the bounds of a column can stand; null where they cannot be distinguished: between whole numbers
    /// it matters how far apart bounds stand, too.
    /// </summary>
    public static ImmutableArray<Rational>? Of(IReadOnlyList<TableVariable> variables, BoundExpression bound, Settled settled,
        TableDomain domain)
    {
        var places = new HashSet<Rational>();
        var range = new ExpressionRange(settled, domain).Of(bound);
        var conditions = domain.Conditions
            .Where(condition => Leaves.Of(condition.Truth, node => Leaves.Same(node, bound) || settled.Of(node) is not null).Count == 0)
            .ToList();
        var cuts = new Cuts(bound, settled.WithoutBound);
        conditions.RemoveAll(condition => !cuts.Add(condition.Truth));
        places.UnionWith(cuts.Thresholds.Select(static threshold => threshold.Offset));
        foreach (var variable in variables)
        {
            places.UnionWith(variable.Cuts.OfBound);
            if (Leaves.Same(variable.Input, bound))
                places.UnionWith(variable.Cuts.Thresholds.Select(static threshold => threshold.Offset));
            if (variable.Cuts.Thresholds.All(static threshold => threshold.Slope.IsZero))
                continue;
            var column = variable.Domain;
            var thresholds = variable.Cuts.Thresholds
                .Concat(new[] { column.Bounds.Low, column.Bounds.High }.OfType<Rational>()
                    .Select(static end => new Threshold(Rational.Zero, end)))
                .SelectMany(threshold => column.Step is not null && threshold.Slope.IsZero
                    ? [threshold, threshold with { Offset = column.Floor(threshold.Offset) },
                        threshold with { Offset = column.Ceiling(threshold.Offset) }]
                    : new[] { threshold })
                .Distinct().ToList();
            var moving = thresholds.FindAll(static threshold => !threshold.Slope.IsZero);
            if (thresholds.Count > MostThresholds || column.Step is { Sign: > 0 } step && moving.Count > 1
                && !(range.Step is { } width
                    && moving.TrueForAll(threshold => (threshold.Slope * width / step).IsInteger && (threshold.Offset / step).IsInteger)))
                return null;
            foreach (var (left, right) in moving
                .SelectMany(left => thresholds.Where(right => right.Slope != left.Slope).Select(right => (left, right))))
            {
                foreach (var apart in column.Step is { Sign: > 0 } one ? [-one, Rational.Zero, one] : (Rational[])[Rational.Zero])
                    places.Add((right.Offset - left.Offset + apart) / (left.Slope - right.Slope));
            }
        }
        bool Admits(Rational number) => conditions.TrueForAll(condition =>
            settled.WithoutBound.At(bound, NumberValue.Of(number)).TruthOf(condition.Truth) is not { } holds
            || holds == condition.MustHold);
        return [.. NumberSamples.Of(places, range, inMiddle: false).Where(Admits)];
    }
}
