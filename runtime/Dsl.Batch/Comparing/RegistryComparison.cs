// What a registry gets under two versions, as plain data: totals, clause by clause, who gains and who loses.
using System.Collections.Immutable;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Diff;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Batch.Comparing;

/// <summary>How to compare over a registry.</summary>
/// <param name="Source">The registry; both versions read it.</param>
/// <param name="Context">测算日 and 年度 of both.</param>
public sealed record RegistryComparisonOptions(RegistrySource Source, EvaluationContext Context)
{
    /// <summary>How many threads compute, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The engine's name, one of <see cref="EvaluationEngines.Names"/>.</summary>
    public string Engine { get; init; } = EvaluationEngines.Reference;

    /// <summary>How many subjects with the largest gains are named, and how many with the largest losses.</summary>
    public int Examples { get; init; } = 5;
}

/// <summary>How a subject stands under the new version against the old one.</summary>
public enum SubjectChange
{
    /// <summary>Its certain amount grows.</summary>
    Gains,

    /// <summary>Its certain amount shrinks.</summary>
    Loses,

    /// <summary>The certain amount stays, the upper bound grows.</summary>
    MayGain,

    /// <summary>The certain amount stays, the upper bound shrinks.</summary>
    MayLose,

    /// <summary>Only statuses differ, or amounts that make up for one another.</summary>
    Shifts,

    /// <summary>Nothing differs.</summary>
    Same,
}

/// <summary>
/// What a registry gets under two versions. Only subjects that both versions read are compared;
/// totals are those of each version's own batch.
/// </summary>
public sealed class RegistryComparison
{
    /// <summary>测算日 and 年度.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>The results of the old version.</summary>
    public required RunSummary Old { get; init; }

    /// <summary>The results of the new version.</summary>
    public required RunSummary New { get; init; }

    /// <summary>Clause by clause, in the order of the new version; removed ones last.</summary>
    public required ImmutableArray<ClauseComparison> Clauses { get; init; }

    /// <summary>How many subjects, by <see cref="SubjectChange"/>.</summary>
    public required ImmutableArray<long> Subjects { get; init; }

    /// <summary>Subjects that both versions read.</summary>
    public long Compared => Subjects.Sum();

    /// <summary>Subjects that only the old version reads (the new one rejects their rows, or knows no such kind).</summary>
    public required long OnlyOld { get; init; }

    /// <summary>Subjects that only the new version reads.</summary>
    public required long OnlyNew { get; init; }

    /// <summary>Rows that the old version rejects.</summary>
    public required long OldRejectedRows { get; init; }

    /// <summary>Rows that the new version rejects.</summary>
    public required long NewRejectedRows { get; init; }

    /// <summary>
    /// Columns that the registry lacks because only one version knows the fact: 企业.高新技术企业. What they would hold is unknown.
    /// </summary>
    public required ImmutableArray<string> AbsentColumns { get; init; }

    /// <summary>The largest gains, largest first.</summary>
    public required ImmutableArray<SubjectExample> Gains { get; init; }

    /// <summary>The largest losses, largest first.</summary>
    public required ImmutableArray<SubjectExample> Losses { get; init; }

    /// <summary>Whether clauses must be named with their policy.</summary>
    public bool HasSeveralPolicies =>
        Clauses.Select(static clause => (clause.Pair.NewPolicy ?? clause.Pair.OldPolicy)?.Number).Distinct().Count() > 1;

    /// <summary>How often a status became which other one, over subjects and clauses; null where there is no such clause.</summary>
    public IEnumerable<(ClauseStatus? Old, ClauseStatus? New, long Count)> StatusChanges => Clauses
        .SelectMany(static clause => clause.StatusChanges)
        .GroupBy(static change => change.Key, static change => change.Value)
        .Select(static group => (group.Key.Old, group.Key.New, group.Sum()))
        .OrderByDescending(static change => change.Item3).ThenBy(static change => change.Old).ThenBy(static change => change.New);
}

/// <summary>A clause over the registry.</summary>
/// <param name="pair">The clause in both versions.</param>
/// <param name="old">Its results in the old version; null where it is new.</param>
/// <param name="new">Its results in the new version; null where it is gone.</param>
public sealed class ClauseComparison(ClausePair pair, ClauseSummary? old, ClauseSummary? @new)
{
    /// <summary>The clause in both versions.</summary>
    public ClausePair Pair { get; } = pair;

    /// <summary>Its results in the old version.</summary>
    public AmountSum Old { get; } = old?.Amount ?? new();

    /// <summary>Its results in the new version.</summary>
    public AmountSum New { get; } = @new?.Amount ?? new();

    /// <summary>Subjects that get more under it: in amount, or where that stays, in the upper bound.</summary>
    public required long Gainers { get; init; }

    /// <summary>Subjects that get less under it.</summary>
    public required long Losers { get; init; }

    /// <summary>
    /// How many subjects went from which status to which other one; null where there is no such clause.
    /// A clause under which nothing was due is not reported as lost.
    /// </summary>
    public required IReadOnlyDictionary<(ClauseStatus? Old, ClauseStatus? New), long> StatusChanges { get; init; }

    /// <summary>Whether anything differs under it.</summary>
    public bool Differs =>
        Gainers + Losers > 0 || StatusChanges.Count > 0 || Old.Low != New.Low || Old.High != New.High || Old.Unbounded != New.Unbounded;
}

/// <summary>A subject that gains or loses.</summary>
/// <param name="Kind">企业, 人才, …</param>
/// <param name="Old">Its totals under the old version.</param>
/// <param name="New">Its totals under the new version.</param>
/// <param name="Clauses">The clauses that differ most, most first.</param>
public sealed record SubjectExample(string Kind, string Key, Totals Old, Totals New, ImmutableArray<ClauseExample> Clauses)
{
    /// <summary>By how much the certain amount differs, in yuan.</summary>
    public Rational Difference => (New.Amount.Low ?? 0) - (Old.Amount.Low ?? 0);
}

/// <summary>A clause for a subject.</summary>
/// <param name="Pair">The clause in both versions.</param>
/// <param name="Old">Its result under the old version; null where there is no such clause.</param>
/// <param name="New">Its result under the new version.</param>
/// <param name="Reason">The first thing that differs, in words.</param>
public sealed record ClauseExample(ClausePair Pair, ClauseResult? Old, ClauseResult? New, string Reason);
