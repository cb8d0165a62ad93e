// What the service counts. No tag holds a fact, a key of a subject or a name of a person.
using System.Diagnostics.Metrics;

namespace Dsl.Host;

/// <summary>The counters of the service.</summary>
internal static class HostMeter
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "Policy.Host";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Evaluated =
        Meter.CreateCounter<long>("policy.evaluations", "{subject}", "Subjects evaluated by requests");

    private static readonly Counter<long> Refused =
        Meter.CreateCounter<long>("policy.refusals", "{subject}", "Subjects of requests that had mistakes in their facts");

    private static readonly Counter<long> Recorded = Meter.CreateCounter<long>("policy.audit.records", "{record}", "Records of the audit");

    private static readonly Counter<long> AuditFailures =
        Meter.CreateCounter<long>("policy.audit.failures", "{record}", "Records that could not be written: their acts were refused");

    private static readonly Counter<long> Reloads =
        Meter.CreateCounter<long>("policy.reloads", "{reload}", "Readings of policies, by outcome");

    private static readonly Counter<long> Jobs = Meter.CreateCounter<long>("policy.jobs", "{job}", "Jobs that ended, by kind and state");

    private static readonly Histogram<double> JobTime = Meter.CreateHistogram<double>("policy.job.duration", "s", "How long jobs took",
        advice: new() { HistogramBucketBoundaries = [1, 5, 15, 60, 300, 900, 3600, 14_400] });

    /// <summary>Counts subjects of requests.</summary>
    public static void Evaluation(long evaluated, long refused)
    {
        Evaluated.Add(evaluated);
        Refused.Add(refused);
    }

    /// <summary>Counts records of the audit.</summary>
    public static void Audit(long count, bool isWritten) => (isWritten ? Recorded : AuditFailures).Add(count);

    /// <summary>Counts a reading of policies.</summary>
    /// <param name="outcome">served, unchanged or refused.</param>
    public static void Reload(string outcome) => Reloads.Add(1, KeyValuePair.Create<string, object?>("outcome", outcome));

    /// <summary>Counts a job that ended.</summary>
    /// <param name="kind">What it did.</param>
    /// <param name="state">How it ended.</param>
    /// <param name="time">How long it took since it was begun for the last time.</param>
    public static void Job(string kind, string state, TimeSpan time)
    {
        var tag = KeyValuePair.Create<string, object?>("kind", kind);
        Jobs.Add(1, tag, new("state", state));
        JobTime.Record(time.TotalSeconds, tag);
    }
}
