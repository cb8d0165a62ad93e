// The findings of a comparison of two versions: what differs in meaning, and what a registry gets.
using Dsl.Diff;

namespace Dsl.Batch.Comparing;

/// <summary>A comparison.</summary>
/// <param name="Difference">What differs in meaning.</param>
/// <param name="Registry">What a registry gets under both; null where none was given.</param>
public sealed record ComparisonReport(ProgramDifference Difference, RegistryComparison? Registry)
{
    /// <summary>Whether nothing differs: neither the meaning nor any amount.</summary>
    public bool IsSame => Difference.IsSameMeaning
        && (Registry is null || (Registry.OnlyOld + Registry.OnlyNew == 0 && Registry.Clauses.All(static clause => !clause.Differs)));
}
