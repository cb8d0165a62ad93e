// Two results of batches against each other: who gains, who loses, what it costs.
using System.Collections.Immutable;
using Dsl.Batch.Publishing;
using Dsl.Batch.Results;
using Dsl.Data.Csv;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Batch.Comparing;

/// <summary>What a subject has in two results, in yuan: what is certain, and the most that it may become (null where unlimited).</summary>
/// <param name="Key">主键.</param>
/// <param name="Old">In the first result.</param>
/// <param name="New">In the second.</param>
public sealed record SubjectShift(string Key, Bounds Old, Bounds New)
{
    /// <summary>How much more is certain; negative for less.</summary>
    public Rational Gain => (New.Low ?? Rational.Zero) - (Old.Low ?? Rational.Zero);
}

/// <summary>What a clause comes to in two results, in yuan.</summary>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">条款.</param>
/// <param name="Old">In the first result, all subjects together.</param>
/// <param name="New">In the second.</param>
/// <param name="OldSubjects">Subjects that certainly get something in the first.</param>
/// <param name="NewSubjects">The same in the second.</param>
public sealed record ClauseShift(
    string PolicyNumber, string ClauseNumber, AmountSum Old, AmountSum New, long OldSubjects, long NewSubjects);

/// <summary>Two results against each other. Only what counts in totals counts here.</summary>
public sealed class ResultComparison
{
    /// <summary>The first result, all subjects together.</summary>
    public AmountSum Old { get; } = new();

    /// <summary>The second.</summary>
    public AmountSum New { get; } = new();

    /// <summary>Clauses whose figures differ, in the order of the first result; those of the second alone come last.</summary>
    public ImmutableArray<ClauseShift> Clauses { get; init; } = [];

    /// <summary>Subjects of both results, by how they stand in the second.</summary>
    public ImmutableDictionary<SubjectChange, long> Subjects { get; init; } = ImmutableDictionary<SubjectChange, long>.Empty;

    /// <summary>Subjects that only the first result lists: it lists those with at least one clause that is not 不符合.</summary>
    public long OnlyOld { get; init; }

    /// <summary>Subjects that only the second lists.</summary>
    public long OnlyNew { get; init; }

    /// <summary>Who gains most, the largest gain first.</summary>
    public ImmutableArray<SubjectShift> Gainers { get; init; } = [];

    /// <summary>Who loses most, the largest loss first.</summary>
    public ImmutableArray<SubjectShift> Losers { get; init; } = [];
}

/// <summary>Compares results in the long form (CSV), as <c>policy batch</c> writes them with their manifests.</summary>
public static class ResultComparer
{
    /// <summary>Compares two results; without a comparison the finding says why.</summary>
    /// <param name="old">The first result.</param>
    /// <param name="new">The second.</param>
    /// <param name="examples">How many subjects with the largest gains are named, and how many with the largest losses.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static (ResultComparison? Comparison, DataFinding? Finding) Compare(
        string old, string @new, int examples, CancellationToken cancellation)
    {
        var (before, unreadable) = Open(old);
        if (before is null)
            return (null, unreadable);
        var (after, alsoUnreadable) = Open(@new);
        return after is null ? (null, alsoUnreadable) : (new Work(examples).Compare(before, after, cancellation), null);
    }

    private static (CsvSource? File, DataFinding? Finding) Open(string result)
    {
        var (file, unreadable) = CsvSource.Inspect(result);
        if (file is null)
            return (null, unreadable);
        var (manifest, noManifest) = PublishedManifest.Read(result);
        if (manifest is null)
            return (null, noManifest);
        return manifest.OutputHash != file.Input.Sha256
            ? (null, PublishDiagnostics.ResultChanged.With().At(new(file.Shown)))
            : PublishedResult.Inspect(file) is { Finding: { } notLong } ? (null, notLong)
            : (file, null);
    }

    private sealed record Subject(string Key, Dictionary<(string, string), Bounds> Clauses)
    {
        public Bounds Total => Clauses.Values.Aggregate(Bounds.Exactly(Rational.Zero), static (sum, amount) => sum + amount);
    }

    private sealed class Work(int examples)
    {
        private readonly Dictionary<SubjectChange, long> _subjects = [];
        private readonly OrderedDictionary<(string Policy, string Clause), ClauseSums> _clauses = [];
        private readonly PriorityQueue<SubjectShift, Rational> _gainers = new(), _losers = new();

        public ResultComparison Compare(CsvSource before, CsvSource after, CancellationToken cancellation)
        {
            var (onlyOld, onlyNew, nothing) = (0L, 0L, Bounds.Exactly(Rational.Zero));
            foreach (var (left, right) in SubjectJoin.ByKey(SubjectsOf(before), SubjectsOf(after), static subject => subject.Key))
            {
                cancellation.ThrowIfCancellationRequested();
                var subject = new SubjectShift((left ?? right)?.Key ?? "", left?.Total ?? nothing, right?.Total ?? nothing);
                (onlyOld, onlyNew) = (onlyOld + (right is null ? 1 : 0), onlyNew + (left is null ? 1 : 0));
                Add(left, isNew: false);
                Add(right, isNew: true);
                if (left is not null && right is not null)
                    Count(left, right, subject);
                Keep(_gainers, subject, subject.Gain);
                Keep(_losers, subject, -subject.Gain);
            }
            var found = new ResultComparison
            {
                OnlyOld = onlyOld, OnlyNew = onlyNew, Subjects = _subjects.ToImmutableDictionary(),
                Clauses = [.. _clauses.Where(static clause => clause.Value.Differ).Select(static clause =>
                    new ClauseShift(clause.Key.Policy, clause.Key.Clause, clause.Value.Old, clause.Value.New,
                        clause.Value.OldSubjects, clause.Value.NewSubjects))],
                Gainers = Taken(_gainers), Losers = Taken(_losers),
            };
            foreach (var clause in _clauses.Values)
            {
                found.Old.Add(clause.Old);
                found.New.Add(clause.New);
            }
            return found;
        }

        private static IEnumerable<Subject> SubjectsOf(CsvSource file)
        {
            Subject? current = null;
            foreach (var clause in PublishedResult.Read(file))
            {
                if (current is null || !Identity.Same(current.Key, clause.Key))
                {
                    if (current is not null)
                        yield return current;
                    current = new(clause.Key, []);
                }
                var amount = clause.CountsInTotals
                    ? clause.Lines.Aggregate(Bounds.Exactly(Rational.Zero), static (sum, line) => sum + line.Amount)
                    : Bounds.Exactly(Rational.Zero);
                var place = (clause.PolicyNumber, clause.ClauseNumber);
                current.Clauses[place] = current.Clauses.TryGetValue(place, out var known) ? known + amount : amount;
            }
            if (current is not null)
                yield return current;
        }

        private void Add(Subject? subject, bool isNew)
        {
            foreach (var (place, amount) in subject?.Clauses ?? [])
            {
                if (!_clauses.TryGetValue(place, out var sums))
                    _clauses.Add(place, sums = new());
                sums.Add(amount, isNew);
            }
        }

        private void Count(Subject left, Subject right, SubjectShift subject)
        {
            var change = subject.Gain.Sign > 0 ? SubjectChange.Gains
                : subject.Gain.Sign < 0 ? SubjectChange.Loses
                : subject.Old.High == subject.New.High ? SameClauses(left, right) ? SubjectChange.Same : SubjectChange.Shifts
                : subject.New.High is not { } high || (subject.Old.High is { } before && high > before) ? SubjectChange.MayGain
                : SubjectChange.MayLose;
            _subjects[change] = _subjects.GetValueOrDefault(change) + 1;
        }

        private static bool SameClauses(Subject left, Subject right) =>
            left.Clauses.Count == right.Clauses.Count
            && left.Clauses.All(clause => right.Clauses.TryGetValue(clause.Key, out var other) && other == clause.Value);

        private void Keep(PriorityQueue<SubjectShift, Rational> most, SubjectShift subject, Rational gain)
        {
            if (gain.Sign <= 0)
                return;
            most.Enqueue(subject, gain);
            if (most.Count > examples)
                most.Dequeue();
        }

        private static ImmutableArray<SubjectShift> Taken(PriorityQueue<SubjectShift, Rational> most)
        {
            var taken = new List<SubjectShift>(most.Count);
            while (most.TryDequeue(out var subject, out _))
                taken.Add(subject);
            taken.Reverse();
            return [.. taken];
        }
    }

    private sealed class ClauseSums
    {
        public AmountSum Old { get; } = new();

        public AmountSum New { get; } = new();

        public long OldSubjects { get; private set; }

        public long NewSubjects { get; private set; }

        public bool Differ =>
            (Old.Low, Old.High, Old.Unbounded, OldSubjects) != (New.Low, New.High, New.Unbounded, NewSubjects);

        public void Add(Bounds amount, bool isNew)
        {
            var gets = amount.Low is { Sign: > 0 } ? 1 : 0;
            (isNew ? New : Old).Add(amount);
            (OldSubjects, NewSubjects) = isNew ? (OldSubjects, NewSubjects + gets) : (OldSubjects + gets, NewSubjects);
        }
    }
}
