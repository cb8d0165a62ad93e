// Looks into runs that are done: how their results divide, which subjects stand behind a figure, why one of them stands as it does. A run
// keeps no derivations: its snapshot is evaluated again with the policies, the day and the records that it read.
using Dsl.Batch.Inspecting;
using Dsl.Batch.Registries;
using Dsl.Evaluation.Explaining;
using Dsl.Evaluation.Interpreting;
using Dsl.Host.Policies;
using Dsl.Host.Problems;
using Dsl.Ir.Results;

namespace Dsl.Host.Runs;

/// <summary>Where a subject stands in a snapshot; lists name subjects so, because keys of persons are hidden in them.</summary>
internal readonly record struct SubjectPlace(int Part, int Index)
{
    /// <summary>A place as it is written, "3.127"; null where it is none.</summary>
    public static SubjectPlace? Parse(string text) =>
        text.Split('.') is [var part, var index] && int.TryParse(part, System.Globalization.NumberStyles.None, null, out var number)
            && int.TryParse(index, System.Globalization.NumberStyles.None, null, out var at) && number > 0 ? new(number, at) : null;

    public override string ToString() => $"{Part}.{Index}";
}

/// <summary>Some of the subjects behind a figure.</summary>
/// <param name="Subjects">The subjects with their result in the clause.</param>
/// <param name="Next">Where to go on; null where there are no more.</param>
internal sealed record SubjectPage(IReadOnlyList<(PlacedSubject Subject, ClauseResult Clause)> Subjects, SubjectPlace? Next);

/// <summary>A subject with its result and how that came about.</summary>
internal sealed record ExplainedSubject(string Key, SubjectResult Result, Explanation Why);

/// <summary>Looks into runs. Safe on several threads; one pass over a snapshot at a time.</summary>
internal sealed class RunInspector(PolicySets sets, RunRegistry registry) : IDisposable
{
    // What a run divides into is kept for the next look.
    private const int MostKept = 4;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly LinkedList<(string Job, RunDistribution Distribution)> _kept = [];

    /// <summary>How the results of a run divide.</summary>
    /// <exception cref="HostException">The snapshot cannot be read.</exception>
    public Task<RunDistribution> Distribution(Job job, CancellationToken cancellation) =>
        InTurn(() => KeptOf(job, cancellation), cancellation);

    /// <summary>The subjects that a filter finds, from a place on.</summary>
    /// <exception cref="HostException">The snapshot cannot be read.</exception>
    public Task<(SubjectPage Page, long? Count)> Subjects(Job job, SubjectFilter filter, (SubjectPlace From, int Most) range,
        CancellationToken cancellation) => InTurn(() =>
        {
            var distribution = KeptOf(job, cancellation);
            var count = distribution.Find(filter.PolicyNumber, filter.ClauseNumber)?.CountOf(filter);
            var (_, results) = Open(job, cancellation);
            return (Page(results, (filter, distribution.Groups), range, cancellation), count);
        }, cancellation);

    /// <summary>A subject of a run with its derivation; null where nothing stands in the place.</summary>
    /// <exception cref="HostException">The snapshot cannot be read.</exception>
    public Task<ExplainedSubject?> Subject(Job job, SubjectPlace place, CancellationToken cancellation) => InTurn(() =>
        {
            var (set, results) = Open(job, cancellation);
            if (place.Part > results.PartCount
                || results.Of(place.Part, null, cancellation).FirstOrDefault(subject => subject.Index == place.Index) is not { } found)
                return null;
            var trace = new EvaluationTrace();
            var result = new Interpreter(set.Program, results.Context()).Evaluate(found.Facts, trace);
            return new ExplainedSubject(found.Facts.Key, result, Explainer.Explain(result, trace));
        }, cancellation);

    public void Dispose() => _turn.Dispose();

    private static SubjectPage Page(SnapshotResults results, (SubjectFilter Filter, SubjectGroups Groups) wanted,
        (SubjectPlace From, int Most) range, CancellationToken cancellation)
    {
        var found = new List<(PlacedSubject, ClauseResult)>();
        for (var part = range.From.Part; part <= results.PartCount; part++)
        {
            foreach (var subject in results.Of(part, null, cancellation))
            {
                if ((part == range.From.Part && subject.Index < range.From.Index)
                    || wanted.Filter.Find(wanted.Groups, subject.Facts, subject.Result) is not { } clause)
                    continue;
                if (found.Count == range.Most)
                    return new(found, new(part, subject.Index));
                found.Add((subject, clause));
            }
        }
        return new(found, null);
    }

    private RunDistribution KeptOf(Job job, CancellationToken cancellation)
    {
        var known = _kept.FirstOrDefault(kept => kept.Job == job.Id);
        if (known.Distribution is not null)
        {
            _kept.Remove(known);
        }
        else
        {
            var (set, results) = Open(job, cancellation);
            known = (job.Id, RunDistribution.Of(set.Program, results, cancellation));
        }
        _kept.AddFirst(known);
        if (_kept.Count > MostKept)
            _kept.RemoveLast();
        return known.Distribution;
    }

    private (PolicySet Set, SnapshotResults Results) Open(Job job, CancellationToken cancellation)
    {
        var set = sets.WithHash(job.SetHash, cancellation);
        var (_, snapshot, unusable) = registry.Of(job, set, cancellation);
        return snapshot is null
            ? throw new HostException(unusable.First(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error).Problem)
            : (set, SnapshotResults.Open(set.Prepared, new RegistrySource(snapshot).For(set.Policies),
                set.Policies.Context(job.AsOf, job.Year, job.AsOf), JobWorker.Threads));
    }

    private async Task<T> InTurn<T>(Func<T> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Task.Run(work, cancellation).ConfigureAwait(false);
        }
        catch (SnapshotUnreadableException error)
        {
            throw new HostException(error.Finding.Problem, error);
        }
        finally
        {
            _turn.Release();
        }
    }
}
