// Joins the partitions of a run, all of which are done, into the files that one run over the whole registry would have written.
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Dsl.Batch.Results;
using Dsl.Batch.Running;
using Dsl.Ir.Nodes;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Dsl.Syntax.Text;

namespace Dsl.Batch.Partitions;

/// <summary>Merges partitions.</summary>
internal sealed class RunMerger
{
    private const int RowsOfBlock = 512;
    private const int MostNamed = 20;

    private readonly RunFolder _folder;
    private readonly RunDefinition _definition;
    private readonly IrProgram _program;
    private readonly CancellationToken _cancellation;

    private RunMerger(RunFolder folder, RunDefinition definition, IrProgram program, CancellationToken cancellation) =>
        (_folder, _definition, _program, _cancellation) = (folder, definition, program, cancellation);

    /// <summary>Joins the partitions into DST, DST.rejected.csv, the manifest and the summary.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="program">The policies of the run.</param>
    /// <param name="policyFiles">The files that they were read from now.</param>
    /// <param name="options">Where to write what; its registry is of no matter.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BatchOutcome Run(
        string folder, IrProgram program, ImmutableArray<InputFile> policyFiles, BatchOptions options, CancellationToken cancellation)
    {
        var files = new RunFolder(folder);
        var (definition, finding) = files.Definition();
        if (definition is null)
            return new(finding is null ? [] : [finding], null);
        if (PolicySetHash.Of(policyFiles) is var hash && hash != definition.PolicyHash)
            return Refused(PartitionDiagnostics.OtherDefinition.With(files.Shown, "政策文件", definition.PolicyHash, hash));
        options = options with { Form = definition.OutputForm, Context = definition.Context };
        if (options.Output.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return Refused(PartitionDiagnostics.NotOfRows.With(PathText.Shown(options.Output)));
        if (options.ApprovalsPath is not null && !definition.KeepsApprovals)
            return Refused(PartitionDiagnostics.NoApprovals.With(files.Shown));
        if (RunFinisher.Finish(folder, definition, (program, policyFiles), options, cancellation) is { IsEmpty: false } unfinished)
            return new(unfinished, null);
        var merger = new RunMerger(files, definition, program, cancellation);
        if (merger.Missing() is { } missing)
            return new([missing], null);
        if (BatchOutputs.Problem(program, policyFiles, options, [], [folder, definition.Snapshot]) is { } problem)
            return new([problem], null);
        // What vouches for the policies are the files that were computed with.
        return BatchFiles.Write(program, [.. definition.Policies], options, [], merger.Fill, cancellation);

        BatchOutcome Refused(DataProblem reason) => new([reason.At(new(files.Shown))], null);
    }

    /// <summary>The finding about partitions that are not done; null where all are.</summary>
    private DataFinding? Missing()
    {
        var missing = new List<int>();
        for (var partition = 1; partition <= _definition.Partitions; partition++)
        {
            var (done, damaged) = _folder.Done(partition);
            if (damaged is not null)
                return damaged;
            if (done is null)
                missing.Add(partition);
        }
        return missing.Count == 0 ? null
            : PartitionDiagnostics.NotDone.With(
                _definition.Partitions, missing.Count,
                string.Join('、', missing.Take(MostNamed)) + (missing.Count > MostNamed ? " 等" : ""),
                string.Join(' ', _definition.PolicyPaths), _definition.Snapshot, _folder.Shown).At(new(_folder.Shown));
    }

    private (RunTally? Tally, ImmutableArray<DataFinding> Findings) Fill(BatchTargets targets)
    {
        RunTally? whole = null;
        for (var partition = 1; partition <= _definition.Partitions; partition++)
        {
            _cancellation.ThrowIfCancellationRequested();
            var (tally, problem) = Add(partition, targets);
            if (tally is null)
                return (null, problem is null ? [] : [problem]);
            whole ??= new(_program, tally.Context);
            whole.Add(tally);
        }
        return (whole, whole?.AllFindings ?? []);
    }

    /// <summary>Adds the rows of a partition to the outputs.</summary>
    private (RunTally? Tally, DataFinding? Problem) Add(int partition, BatchTargets targets)
    {
        var (done, damaged) = _folder.Done(partition);
        if (done is null)
            return (null, damaged ?? Missing());
        var (tally, unread) = TallyOf(partition, done);
        if (tally is null)
            return (null, unread);
        var (results, lost) = RunFolder.Open(partition, _folder.Result(partition, done.Attempt), done.ResultHash);
        if (results is null)
            return (null, lost);
        using (results)
        {
            // The first row holds the names of the columns.
            foreach (var rows in Rows(results).Skip(1).Chunk(RowsOfBlock))
            {
                _cancellation.ThrowIfCancellationRequested();
                var block = targets.Result.NewBlock();
                foreach (var row in rows)
                    block.Add(row);
                targets.Result.Take(block);
                if (targets.Result.Fatal is { } refused)
                    return (null, refused);
            }
        }
        var (rejected, alsoLost) = RunFolder.Open(partition, _folder.Rejected(partition, done.Attempt), done.RejectedHash);
        if (rejected is null)
            return (null, alsoLost);
        using (rejected)
        {
            foreach (var row in Rows(rejected))
                targets.Rejected.Add(row);
        }
        return targets.Sheet is { } sheet && AddApprovals(partition, done, sheet) is { } gone ? (null, gone) : (tally, null);
    }

    private DataFinding? AddApprovals(int partition, PartitionDone done, ApprovalOutput sheet)
    {
        var (approvals, lost) =
            RunFolder.Open(partition, _folder.Approvals(partition, done.Attempt), done.ApprovalsHash ?? "");
        if (approvals is null)
            return lost;
        using (approvals)
        {
            foreach (var rows in Rows(approvals).Chunk(RowsOfBlock))
                sheet.Write(rows);
        }
        return null;
    }

    private (RunTally? Tally, DataFinding? Problem) TallyOf(int partition, PartitionDone done)
    {
        var path = _folder.Tally(partition, done.Attempt);
        var (file, lost) = RunFolder.Open(partition, path, done.TallyHash);
        if (file is null)
            return (null, lost);
        using var text = new StreamReader(file, Encoding.UTF8);
        try
        {
            return (WrittenTally.Read(text.ReadToEnd(), _program, _definition.Context), null);
        }
        catch (JsonException)
        {
            return (null, RunFolder.Damaged(partition, path, PartitionPhrases.Unreadable.With()));
        }
    }

    private static IEnumerable<string[]> Rows(Stream stream)
    {
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        foreach (var row in CellLines.Read(text))
            yield return row;
    }
}
