// Computes partitions of a run, each by itself: whoever is the first to finish one has done it, and it is never computed again.
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Dsl.Batch.Claims;
using Dsl.Batch.Results;
using Dsl.Batch.Running;
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Partitions;

/// <summary>A share of the partitions of a run.</summary>
/// <param name="Number">Which one, from 1.</param>
/// <param name="Count">Of how many.</param>
public sealed record PartitionShare(int Number, int Count)
{
    /// <summary>All partitions.</summary>
    public static PartitionShare All { get; } = new(1, 1);

    /// <summary>Whether a partition, numbered from 1, belongs to the share.</summary>
    public bool Has(int partition) => (partition - 1) % Count == Number - 1;
}

/// <summary>What became of a share.</summary>
/// <param name="Findings">What there is to say; with an error among them not all was computed.</param>
/// <param name="Partitions">How many partitions the share has.</param>
/// <param name="Skipped">How many of them were done before, or by others.</param>
/// <param name="FailedSubjects">Subjects of the share that could not be computed.</param>
public sealed record PartitionOutcome(ImmutableArray<DataFinding> Findings, int Partitions, int Skipped, long FailedSubjects)
{
    /// <summary>Whether only claims were read, because those of other partitions are missing (名额, 总额).</summary>
    public bool WaitsForOthers { get; init; }
}

/// <summary>Computes partitions.</summary>
internal sealed class PartitionRunner
{
    /// <summary>So many attempts at a partition, and then at a subject, may fail.</summary>
    private const int MostFailures = 3;

    /// <summary>So many partitions are named in a message.</summary>
    private const int MostNamed = 20;

    private PartitionedRun _run;
    private readonly RunFolder _folder;
    private readonly HashSet<DataFinding> _findings = [];
    private readonly CancellationToken _cancellation;

    private PartitionRunner(PartitionedRun run, CancellationToken cancellation) =>
        (_run, _folder, _cancellation) = (run, new(run.Folder), cancellation);

    /// <summary>Computes a share of the partitions, those excepted that are done.</summary>
    /// <param name="run">What to compute.</param>
    /// <param name="share">Which partitions.</param>
    /// <param name="progress">Hears how far it is, on the calling thread.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PartitionOutcome Run(PartitionedRun run, PartitionShare share, IProgress<BatchProgress>? progress,
        CancellationToken cancellation)
    {
        var runner = new PartitionRunner(run, cancellation);
        if (runner._folder.Join(RunDefinition.Of(run)) is { } refused)
            return new([refused], 0, 0, 0);
        if (runner.NeedsOthers(share) is { } waiting)
            return new([waiting], Enumerable.Range(1, run.Registry.Parts.Length).Count(share.Has), 0, 0)
            {
                WaitsForOthers = waiting.Problem.Rule == ClaimDiagnostics.OthersFirst,
            };
        var left = Enumerable.Range(1, run.Registry.Parts.Length).Where(share.Has).ToList();
        var (count, skipped, failed) = (left.Count, 0, 0L);
        // What others are at comes last: they may be done by then, or have died.
        foreach (var isLast in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var partition in left.ToList())
            {
                if (!isLast && !runner._folder.IsDone(partition) && Attempt.GoesOn(runner._folder, partition))
                    continue;
                var report = progress is null ? null : new PartProgress(progress, count - left.Count, count);
                var (done, wasDone, problems) = runner.Finish(partition, report);
                if (done is null)
                    return new([.. runner._findings, .. problems], count, skipped, failed);
                left.Remove(partition);
                skipped += wasDone ? 1 : 0;
                failed += done.FailedSubjects;
            }
        }
        return new([.. runner._findings], count, skipped, failed);
    }

    /// <summary>
    /// Where policies have 名额 or 总额, reads the claims of the share, and settles them once those of all partitions are there; the
    /// finding says whose are missing, or what is wrong.
    /// </summary>
    private DataFinding? NeedsOthers(PartitionShare share)
    {
        if (!ClaimBook.IsNeeded(_run.Program) || _run.Options.Context.Places is not null)
            return null;
        var claims = new ClaimFiles(_run, _folder, _cancellation);
        foreach (var partition in Enumerable.Range(1, _run.Registry.Parts.Length).Where(share.Has))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (claims.Write(partition) is { } unreadable)
                return unreadable;
        }
        if (claims.Missing is { Count: > 0 } missing)
            return ClaimDiagnostics.OthersFirst.With(
                missing.Count, string.Join('、', missing.Take(MostNamed)) + (missing.Count > MostNamed ? " 等" : ""))
                .At(new(_folder.Shown));
        var (places, damaged) = claims.Settle();
        _run = _run with { Options = _run.Options with { Context = _run.Options.Context with { Places = places } } };
        return damaged;
    }

    /// <summary>Sees to it that a partition is done; the findings say why it is not.</summary>
    private (PartitionDone? Done, bool WasDone, ImmutableArray<DataFinding> Problems) Finish(
        int partition, IProgress<BatchProgress>? progress)
    {
        for (; ; )
        {
            _cancellation.ThrowIfCancellationRequested();
            var (known, damaged) = _folder.Done(partition);
            if (damaged is not null)
                return (null, true, [damaged]);
            if (known is not null)
            {
                // Whoever was first may have died before it could take away what others had left.
                if (_folder.Tries(partition).Count > 0)
                    _folder.Clean(partition, known.Attempt);
                return (known, true, []);
            }
            using var attempt = Attempt.Begin(_folder, partition);
            var guard = attempt.Died >= MostFailures ? new CarefulGuard(attempt, MostFailures) : null;
            try
            {
                var (done, name, problems) = Compute(partition, guard, progress);
                return done is null ? (null, false, problems) : Claim(partition, done, name);
            }
            catch (Exception error) when (guard is null
                && error is not (OperationCanceledException or IOException or UnauthorizedAccessException))
            {
                // Whatever it was, it is counted; after some failures it is found out which subject it comes from.
                attempt.Keep();
            }
        }
    }

    /// <summary>Makes an attempt the one that has done the partition, unless another was first.</summary>
    private (PartitionDone? Done, bool WasDone, ImmutableArray<DataFinding> Problems) Claim(
        int partition, PartitionDone done, string attempt)
    {
        if (_folder.TryFinish(partition, done))
        {
            _folder.Clean(partition, attempt);
            return (done, false, []);
        }
        foreach (var file in (string[])[
            _folder.Result(partition, attempt), _folder.Rejected(partition, attempt), _folder.Tally(partition, attempt),
            _folder.Approvals(partition, attempt)])
            RunFolder.Delete(file);
        var (first, damaged) = _folder.Done(partition);
        return first is null ? (null, false, damaged is null ? [] : [damaged])
            : first.Print == done.Print ? (first, true, [])
            : (null, false, [PartitionDiagnostics.NotDeterministic.With(partition, first.Print, done.Print).At(new(_folder.Shown))]);
    }

    /// <summary>Computes a partition into files of the attempt.</summary>
    private (PartitionDone? Done, string Attempt, ImmutableArray<DataFinding> Problems) Compute(
        int partition, CarefulGuard? guard, IProgress<BatchProgress>? progress)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var options = guard is null ? _run.Options : _run.Options with { Threads = 1 };
        var (pass, findings) = BatchPass.Open(_run.Program, options, [_run.Registry.Parts[partition - 1]]);
        if (pass is null)
            return (null, name, findings);
        using var files = new AtomicOutput();
        using var result = new PartialResult(
            ResultOutputs.Table(options.FormInForce, _run.Program), files.Create(_folder.Result(partition, name)));
        using var rejected = new PartialRejected(files.Create(_folder.Rejected(partition, name)));
        using var sheet = options.KeepsApprovals ? new PartialApprovals(files.Create(_folder.Approvals(partition, name))) : null;
        var (tally, said) = pass.Run(new(result, rejected, sheet), guard, progress, _cancellation);
        if (tally is null)
            return (null, name, said);
        _findings.UnionWith(tally.Findings);
        var summary = Encoding.UTF8.GetBytes(WrittenTally.Write(tally));
        files.Create(_folder.Tally(partition, name)).Write(summary);
        var done = new PartitionDone
        {
            Attempt = name,
            ResultHash = result.Finish(_cancellation),
            RejectedHash = rejected.Sha256,
            TallyHash = Convert.ToHexStringLower(SHA256.HashData(summary)),
            ApprovalsHash = sheet?.Sha256,
            OutputRows = tally.OutputRows,
            RejectedRows = tally.RejectedRows,
            FailedSubjects = tally.FailedSubjects,
        };
        files.Commit();
        return (done, name, []);
    }

    /// <summary>The progress of one of several partitions as that of them all.</summary>
    private sealed class PartProgress(IProgress<BatchProgress> whole, int index, int count) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => whole.Report(value with { Fraction = (index + value.Fraction) / count });
    }
}
