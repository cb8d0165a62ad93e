// Does the jobs one after the other, each on a thread of its own; stops in good order, and goes on after a start.
using Dsl.Batch.Running;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dsl.Host.Runs;

/// <summary>Works off the queue.</summary>
internal sealed partial class JobWorker(JobQueue queue, JobStore jobs, RegistryStore registries, IEnumerable<IJobWork> works,
    Retention retention, TimeProvider clock, ILogger<JobWorker> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<JobKind, IJobWork> _works = works.ToDictionary(static work => work.Kind);

    /// <summary>One core is left to requests.</summary>
    public static int Threads => Math.Max(1, Environment.ProcessorCount - 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start of the service does not wait for the queue.
        await Task.Yield();
        await Insist(() => jobs.Recover(stoppingToken), stoppingToken).ConfigureAwait(false);
        await Insist(() => ImportAtFirst(stoppingToken), stoppingToken).ConfigureAwait(false);
        while (!stoppingToken.IsCancellationRequested)
        {
            await retention.OncePerDay(stoppingToken).ConfigureAwait(false);
            if (await Next(stoppingToken).ConfigureAwait(false) is { } job)
                await Work(job, stoppingToken).ConfigureAwait(false);
            else
                await queue.Wait(stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>A service that never had a registry takes the one of its settings, or the examples beside the policies.</summary>
    private async Task<bool> ImportAtFirst(CancellationToken cancellation)
    {
        if (!queue.HasSource || queue.Serving is not { } set
            || (await registries.All(cancellation).ConfigureAwait(false)).Count > 0
            || (await jobs.All(JobKind.Import, cancellation).ConfigureAwait(false)).Count > 0)
            return false;
        await queue.Import(set, AuditEntry.System, "", cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// Begins the next job. One whose beginning was kept, while the connection broke before that was heard, would be under way for ever:
    /// it waits again first.
    /// </summary>
    private Task<Job?> Next(CancellationToken stopping)
    {
        var isAgain = false;
        return Insist(async () =>
        {
            if (isAgain)
                await jobs.Recover(stopping).ConfigureAwait(false);
            isAgain = true;
            return await jobs.Take(stopping).ConfigureAwait(false);
        }, stopping);
    }

    private async Task Work(Job job, CancellationToken stopping)
    {
        LogBegun(log, job.Kind, job.Id, job.Epoch);
        var begun = clock.GetTimestamp();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var progress = new LatestProgress();
        var work = JobThread.Run(() => _works[job.Kind].Do(job, progress, stop.Token));
        var order = JobOrder.GoOn;
        while (await Task.WhenAny(work, Task.Delay(Beat, clock, CancellationToken.None)).ConfigureAwait(false) != work)
        {
            order = order == JobOrder.GoOn ? await Report(job, progress.Latest).ConfigureAwait(false) : order;
            if (order != JobOrder.GoOn)
                await stop.CancelAsync().ConfigureAwait(false);
        }
        if (order == JobOrder.Leave)
            return;
        var end = await EndOf(job, work, progress.Latest, stopping).ConfigureAwait(false);
        end = end with { Job = end.Job with { FinishedAt = end.Job.IsOver ? clock.GetUtcNow() : null } };
        // What could not be noted is found under way at the next start, and gone on with.
        var isKept = await Insist(() => jobs.End(end.Job, end.Made, CancellationToken.None), stopping).ConfigureAwait(false);
        if (!isKept)
            return;
        LogEnded(log, job.Kind, job.Id, end.Job.State);
        if (!end.Job.IsOver && !stopping.IsCancellationRequested)
            await Task.WhenAny(Task.Delay(Patience, clock, stopping)).ConfigureAwait(false);
        HostMeter.Job($"{job.Kind}", $"{end.Job.State}", clock.GetElapsedTime(begun));
    }

    private async Task<JobEnd> EndOf(Job job, Task<JobEnd> work, JobProgress progress, CancellationToken stopping)
    {
        try
        {
            return await work.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new(job with { State = stopping.IsCancellationRequested ? JobState.Waiting : JobState.Cancelled, Progress = progress });
        }
        catch (HostException error)
        {
            var failed = JobEnd.Failed(job, error.Problem);
            // The store comes back, and what was computed is there: the job goes on then.
            return HostDiagnostics.IsOfStore(error.Problem.Rule)
                ? failed with { Job = failed.Job with { State = JobState.Waiting, Progress = progress } } : failed;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            LogBroken(log, error, job.Id);
            return JobEnd.Failed(job, HostDiagnostics.DataFolderFailed.With(FileFailure.Words(error).TrimEnd('。')));
        }
#pragma warning disable CA1031 // Whatever it was, the queue goes on.
        catch (Exception error)
        {
            LogBroken(log, error, job.Id);
            return JobEnd.Failed(job, JobDiagnostics.JobBroken.With(job.Id));
        }
#pragma warning restore CA1031
    }

    private async Task<JobOrder> Report(Job job, JobProgress progress)
    {
        try
        {
            return await jobs.Report(job, progress, CancellationToken.None).ConfigureAwait(false);
        }
        catch (HostException error)
        {
            // The work goes on; whether it still counts is asked again in a moment.
            LogStore(log, error.Problem.Message);
            return JobOrder.GoOn;
        }
    }

    /// <summary>Does a step of the queue, again and again while the store does not answer.</summary>
    private async Task<T?> Insist<T>(Func<Task<T>> step, CancellationToken stopping)
    {
        for (; ; )
        {
            try
            {
                return await step().ConfigureAwait(false);
            }
            catch (HostException error)
            {
                LogStore(log, error.Problem.Message);
                if (stopping.IsCancellationRequested)
                    return default;
                await Task.WhenAny(Task.Delay(Patience, clock, stopping)).ConfigureAwait(false);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} {Job} begun, time {Epoch}")]
    private static partial void LogBegun(ILogger log, JobKind kind, string job, int epoch);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} {Job}: {State}")]
    private static partial void LogEnded(ILogger log, JobKind kind, string job, JobState state);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} broke off")]
    private static partial void LogBroken(ILogger log, Exception error, string job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    private static partial void LogStore(ILogger log, string problem);

    /// <summary>Keeps the last report only.</summary>
    private sealed class LatestProgress : IProgress<BatchProgress>
    {
        private volatile JobProgress _latest = new(0, 0, 0);

        public JobProgress Latest => _latest;

        public void Report(BatchProgress value) => _latest = new(value.Fraction, value.Subjects, value.Rejected);
    }
}
