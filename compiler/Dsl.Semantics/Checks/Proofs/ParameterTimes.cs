// The parameters of a table through time: one set of values for each period in which none of them changes.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Values.Exact;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>Values of parameters while a clause can be in force.</summary>
internal static class ParameterTimes
{
    /// <summary>The sets of values, in the order of time; a time at which one has no value is left out.</summary>
    public static ImmutableArray<ImmutableDictionary<ParameterSymbol, Value>> Of(BoundPolicy policy, BoundClause clause,
        IReadOnlyList<ParameterSymbol> parameters)
    {
        var dates = parameters.SelectMany(static parameter => parameter.History).Select(static entry => entry.From).OfType<DateOnly>()
            .ToList();
        // Without a date in them the values are those of any day, whatever the dates of the policy.
        var (first, last) = dates.Count == 0
            ? (DateOnly.MinValue, DateOnly.MinValue) : (policy.EffectiveDate ?? DateOnly.MinValue, LastDay(policy, clause));
        var days = dates.Where(day => day > first && day <= last).Prepend(first).Distinct().Order();
        var times = new List<ImmutableDictionary<ParameterSymbol, Value>>();
        foreach (var day in days)
        {
            var values = parameters
                .Select(parameter => (parameter, parameter.History.LastOrDefault(entry => entry.From is not { } from || from <= day).Value))
                .ToList();
            if (values.TrueForAll(static pair => pair.Value is not null))
                times.Add(values.ToImmutableDictionary(static pair => pair.parameter, static pair => pair.Value));
        }
        return [.. times.DistinctBy(values => string.Join('|', parameters.Select(parameter => values[parameter])))];
    }

    /// <summary>
    /// The last day on which a clause can be in force: what runs on year by year is paid after the end of the policy, too.
    /// </summary>
    public static DateOnly LastDay(BoundPolicy policy, BoundClause clause) =>
        clause.Frequency.Kind == FrequencyKind.Consecutive ? DateOnly.MaxValue : policy.ExpiryDate ?? DateOnly.MaxValue;
}
