// The rows of a snapshot that the policies given cannot read, found by reading it part by part as a run would.
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Data;
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Text;

namespace Dsl.Batch.Snapshots;

internal static class RejectedList
{
    /// <summary>Writes the list, where there is something to list; how many rows there are, or why they cannot be read.</summary>
    public static (long Rows, DataFinding? Finding) Write(ImportJob job, RegistrySnapshot snapshot, string path,
        CancellationToken cancellation)
    {
        using var output = new AtomicOutput();
        var rejected = new RejectedCsv(output, path, isRaw: false);
        foreach (var part in snapshot.Partitions)
        {
            if (Read(job, job.SourceOf(snapshot.Source(part.Number)), rejected, cancellation) is { } fatal)
                return (0, fatal);
        }
        if (rejected.RowCount > 0)
            output.Commit();
        return (rejected.RowCount, null);
    }

    private static DataFinding? Read(ImportJob job, RegistrySource source, RejectedCsv rejected, CancellationToken cancellation)
    {
        var (registry, findings) = Registry.Open(job.Program, source);
        if (registry is null)
            return findings.First(static finding => finding.Severity == Severity.Error);
        var texts = new StringDictionary([]);
        if (registry.LoadDetails(texts, job.Options.Context.Year, rejected, job.Options.Threads, cancellation) is { } unreadable)
            return unreadable;
        foreach (var table in registry.Tables)
        {
            using var reader = table.Table.OpenReader();
            var readers = table.Readers(texts);
            OrderedPipeline.Run(table.Read(reader, registry.Keys), job.Options.Threads, block => table.Complete(block, readers, texts),
                reading =>
                {
                    foreach (var row in reading.Rejected)
                        rejected.Add(row);
                    table.Note(reading);
                }, cancellation);
            if (reader.Fatal is { } fatal)
                return fatal;
        }
        registry.RejectOrphans(rejected);
        return null;
    }
}
