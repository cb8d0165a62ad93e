// The files of a run: they appear together, once everything that belongs to them is there.
using System.Collections.Immutable;
using System.Text;
using Dsl.Batch.Results;
using Dsl.Data;
using Dsl.Data.Outputs;
using Dsl.Ir.Nodes;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Batch.Running;

/// <summary>Writes result, rejected rows, manifest and summary of a run.</summary>
internal static class BatchFiles
{
    /// <summary>Opens the outputs, has them filled, and gives all files their names; where something is in the way, none is left.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="policyFiles">The files that they were read from.</param>
    /// <param name="options">Where to write what, and how.</param>
    /// <param name="known">What is known before anything is written, for outcomes without a result.</param>
    /// <param name="fill">Writes the rows; what it has to say, and what it collected, which is null where there is no result.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static BatchOutcome Write(
        IrProgram program, ImmutableArray<InputFile> policyFiles, BatchOptions options, ImmutableArray<DataFinding> known,
        Func<BatchTargets, (RunTally? Tally, ImmutableArray<DataFinding> Findings)> fill, CancellationToken cancellation)
    {
        var files = new AtomicOutput();
        try
        {
            using var output = files;
            var (result, unwritable) =
                ResultOutputs.Open(options.Output, options.FormInForce, program, output, options.ByteOrderMark, options.RawCsv);
            if (result is null)
                return new(unwritable is null ? known : [.. known, unwritable], null);
            using var _ = result;
            using var sheet =
                options.ApprovalsPath is { } path ? ApprovalOutput.Open(path, output, options.ByteOrderMark, options.RawCsv) : null;
            var targets =
                new BatchTargets(result, new RejectedCsv(output, SideFiles.Rejected(options.Output), options.RawCsv), sheet);
            var (tally, findings) = fill(targets);
            if (tally is null)
                return new(findings, null);
            if (sheet?.Finish() is { } fatal)
                return new([.. tally.Findings, fatal], null);
            cancellation.ThrowIfCancellationRequested();
            var written = Finish(program, policyFiles, options, tally, (targets, output), cancellation);
            // A table of a database is committed at once; nothing may fail after it that can be checked before.
            output.Prepare();
            if ((result.Fatal ?? result.Commit()) is { } refused)
                return new([.. tally.Findings, refused], null);
            output.Commit();
            return new(findings, written);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new([.. known, files.Failure(error, options.Output)], null);
        }
    }

    /// <summary>Writes manifest and summary; they become visible with the result.</summary>
    private static BatchResult Finish(
        IrProgram program, ImmutableArray<InputFile> policyFiles, BatchOptions options, RunTally tally,
        (BatchTargets Targets, AtomicOutput Files) outputs, CancellationToken cancellation)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        files.Add(options.Output);
        if (tally.RejectedRows > 0)
            files.Add(SideFiles.Rejected(options.Output));
        else
            outputs.Files.Replace(SideFiles.Rejected(options.Output));
        var result = new InputFile(PathText.Shown(options.Output), outputs.Targets.Result.Finish(cancellation));
        ManifestOf(program, policyFiles, tally, result).Write(outputs.Files.Create(SideFiles.Manifest(options.Output)));
        files.Add(SideFiles.Manifest(options.Output));
        var batch = new BatchResult(tally.Summary, tally.Figures.Finish(), tally.OutputRows, tally.RejectedRows, [])
        {
            FailedSubjects = tally.FailedSubjects, Context = tally.Context
        };
        if (options.SummaryPath is { } path)
        {
            using var text = new StreamWriter(outputs.Files.Create(path), new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            text.Write(path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                ? SummaryJson.Write(batch, tally.Context)
                : SummaryText.Write(batch, tally.Context));
            files.Add(path);
        }
        if (options.ApprovalsPath is { } approvals)
            files.Add(approvals);
        return batch with { Files = files.ToImmutable() };
    }

    private static Manifest ManifestOf(IrProgram program, ImmutableArray<InputFile> policyFiles, RunTally tally, InputFile result) => new()
    {
        Context = tally.Context,
        Engine = tally.Engine,
        PolicyNumbers = [.. program.Policies.Select(static policy => policy.Number)],
        Policies = policyFiles,
        Inputs = [.. tally.Inputs],
        Output = result,
        OutputRows = tally.OutputRows,
        RejectedRows = tally.RejectedRows,
        Summary = tally.Summary,
        RecordsRead = tally.RecordsRead,
        LimitedClauses = LimitedClause.Of(program),
        OtherDocuments = [.. tally.OtherDocuments],
        DataFolder = tally.DataFolder,
    };
}
