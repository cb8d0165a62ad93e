// A registry cut into parts, and what batches over the parts come to together.
using Dsl.Batch.Running;
using Dsl.Batch.Snapshots;
using Dsl.Ir.Nodes;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Batch.Tests.Snapshots;

/// <summary>What a batch says, in an order of its own.</summary>
internal sealed record Said(string Rows, string Rejected, string Totals);

internal static class Cut
{
    /// <summary>
    /// Cuts the registry of a batch and runs the batch over every part: rows, rejected rows and totals are those of the batch over the
    /// whole. Where that is refused, so is the import.
    /// </summary>
    /// <param name="program">The policies.</param>
    /// <param name="options">The batch.</param>
    /// <param name="folder">Where snapshots and results go.</param>
    /// <param name="counts">How many parts are tried.</param>
    public static BatchOutcome Check(IrProgram program, BatchOptions options, string folder, params int[] counts)
    {
        var whole = Run(program, options with { Output = Path.Combine(folder, "whole.csv"), SummaryPath = null, ApprovalsPath = null });
        foreach (var count in counts)
        {
            var home = Path.Combine(folder, $"snapshots-{count}");
            var made = SnapshotImport.Run(program, [],
                new(options.Source, home, options.Context) { Parts = count, Threads = options.Threads }, CancellationToken.None);
            if (whole.Result is null)
            {
                Assert.Null(made.Snapshot);
                Assert.Equal(Errors(whole.Findings), Errors(made.Findings));
                Assert.Empty(Directory.Exists(home) ? Directory.EnumerateFileSystemEntries(home) : []);
                continue;
            }
            Assert.True(made.Snapshot is not null, string.Join('\n', made.Findings));
            var (snapshot, findings) = RegistrySnapshot.Open(made.Folder);
            Assert.Empty(findings);
            var outcomes = Parts(program, options, snapshot, folder).ToList();
            Assert.Equal(SaidBy(folder, ["whole"], [whole]),
                SaidBy(folder, [.. outcomes.Select(static (_, index) => $"part-{index + 1}")], outcomes));
            Assert.Equal(whole.Result.RejectedRows, made.RejectedRows);
        }
        return whole;
    }

    /// <summary>Runs a batch over every part into part-1.csv, part-2.csv ….</summary>
    private static IEnumerable<BatchOutcome> Parts(IrProgram program, BatchOptions options, RegistrySnapshot? snapshot, string folder)
    {
        foreach (var part in snapshot?.Partitions ?? [])
        {
            var outcome = Run(program, options with
            {
                Source = snapshot?.Source(part.Number) is { } source
                    ? source with { OtherDocuments = [.. source.OtherDocuments, .. options.Source.OtherDocuments] } : options.Source,
                Output = Path.Combine(folder, $"part-{part.Number}.csv"),
                SummaryPath = null,
                ApprovalsPath = null,
            });
            Assert.True(outcome.Result is not null, string.Join('\n', outcome.Findings));
            yield return outcome;
        }
    }

    private static BatchOutcome Run(IrProgram program, BatchOptions options)
    {
        foreach (var file in (string[])["", ".rejected.csv", ".manifest.json"])
            File.Delete(options.Output + file);
        return BatchRunner.Run(program, [], options, null, CancellationToken.None);
    }

    private static List<string> Errors(IEnumerable<Dsl.Loading.Findings.DataFinding> findings) =>
        [.. findings.Where(static finding => finding.Severity == Severity.Error).Select(static finding => $"{finding}")];

    private static Said SaidBy(string folder, string[] outputs, IReadOnlyList<BatchOutcome> outcomes) => new(
        Sorted(outputs.SelectMany(output => Lines(Path.Combine(folder, output + ".csv")))),
        Sorted(outputs.SelectMany(output => Lines(Path.Combine(folder, output + ".csv.rejected.csv")))),
        Totals(outcomes));

    private static IEnumerable<string> Lines(string path) => File.Exists(path) ? File.ReadAllText(path).Split('\n').Skip(1) : [];

    private static string Sorted(IEnumerable<string> lines) =>
        string.Join('\n', lines.Where(static line => line.Length > 0).Order(StringComparer.Ordinal));

    private static string Totals(IReadOnlyList<BatchOutcome> outcomes)
    {
        var results = outcomes.Select(static outcome => outcome.Result).OfType<BatchResult>().ToList();
        static Rational Sum(IEnumerable<Rational> values) => values.Aggregate(Rational.Zero, static (sum, value) => sum + value);
        return string.Join('\n',
        [
            $"{results.Sum(static result => result.Summary.SubjectCount)} {results.Sum(static result => result.Summary.PaidSubjects)} "
            + $"{results.Sum(static result => result.Summary.MarkedSubjects)} {results.Sum(static result => result.RejectedRows)}",
            $"{Sum(results.Select(static result => result.Summary.Total.Low))} "
            + $"{Sum(results.Select(static result => result.Summary.Total.High))} "
            + $"{results.Sum(static result => result.Summary.Total.Unbounded)}",
            // What is remarked on whole tables counts rows: the kinds of remarks are those of the whole.
            string.Join(' ', outcomes.SelectMany(static outcome => outcome.Findings).Select(static finding => finding.Code).Distinct()
                .Order(StringComparer.Ordinal)),
        ]);
    }
}
