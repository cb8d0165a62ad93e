// A job that tries values of a 参数 on a snapshot.
using Dsl.Batch.Inspecting;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Host.Policies;
using Dsl.Loading.Json;

namespace Dsl.Host.Runs;

/// <summary>Try-outs. Begun again they begin anew: they are bounded, and nobody pays by them.</summary>
internal sealed class CurveWork(PolicySets sets, RunRegistry registry, JobFolders folders) : IJobWork
{
    /// <summary>The file of a result.</summary>
    public const string ResultName = "曲线.json";

    public JobKind Kind => JobKind.Curve;

    public JobEnd Do(Job job, IProgress<BatchProgress> progress, CancellationToken cancellation)
    {
        var set = sets.WithHash(job.SetHash, cancellation);
        (job, var snapshot, var unusable) = registry.Of(job, set, cancellation);
        if (snapshot is null)
            return JobEnd.Failed(job, unusable);
        var asked = AskedCurve.Of(job) ?? throw new InvalidOperationException(job.Id);
        var parameter = CurveValues.Find(set.Program, asked.Parameter, asked.PolicyNumber).Parameter;
        try
        {
            var results = SnapshotResults.Open(set.Prepared, new RegistrySource(snapshot).For(set.Policies),
                set.Policies.Context(job.AsOf, job.Year, job.AsOf), JobWorker.Threads);
            var parts = Math.Min(asked.Parts ?? results.PartCount, results.PartCount);
            var curve = ParameterCurve.Run(
                results, parameter, CurveValues.Read(parameter, asked.Values), parts, progress, cancellation);
            // Each beginning has a folder of its own; the one that ends the job names it.
            var name = $"{job.Id}.{job.Epoch}";
            Directory.CreateDirectory(folders.Result(name));
            using (var file = File.Create(Path.Combine(folders.Result(name), ResultName)))
                JsonStyle.Write(file, CurveDocument.Of(asked, parameter, curve, (parts, results.PartCount)), CurveShapes.Of.CurveDocument);
            return new(job with { State = JobState.Done, Result = name, Progress = new(1, curve.Subjects, 0) });
        }
        catch (SnapshotUnreadableException error)
        {
            return JobEnd.Failed(job, error.Finding.Problem);
        }
    }
}
