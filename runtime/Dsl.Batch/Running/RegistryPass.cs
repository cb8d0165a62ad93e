// One registry, or one part of a registry, through an engine: rows into the outputs, everything else into the tally.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Columns.Blocks;
using Dsl.Data;
using Dsl.Data.Outputs;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Running;

/// <summary>Where a run writes its rows.</summary>
/// <param name="Result">The results.</param>
/// <param name="Rejected">The rows that were rejected.</param>
/// <param name="Sheet">The sheet of what waits for a decision; null where none is wanted.</param>
internal sealed record BatchTargets(ResultOutput Result, IRejectedOutput Rejected, ApprovalOutput? Sheet);

/// <summary>The results of those subjects of a block that could be computed.</summary>
/// <param name="Results">Their results.</param>
/// <param name="Subjects">Their indexes in the block.</param>
/// <param name="Failures">Why others could not, by their index.</param>
internal sealed record GuardedResults(ResultBatch Results, ImmutableArray<int> Subjects, IReadOnlyDictionary<int, string> Failures);

/// <summary>Has subjects computed where not every one of them may be trusted to be.</summary>
internal interface IGuard
{
    /// <summary>Evaluates a block.</summary>
    GuardedResults Evaluate(IEvaluationEngine engine, FactBatch block);
}

/// <summary>A pass over a registry.</summary>
/// <param name="program">The policies.</param>
/// <param name="registry">The registry.</param>
/// <param name="engine">An engine that has computed nothing yet.</param>
/// <param name="targets">Where rows go.</param>
/// <param name="tally">Takes everything else.</param>
/// <param name="guard">Has the engine compute; null where it is trusted.</param>
internal sealed class RegistryPass(
    IrProgram program, Registry registry, IEvaluationEngine engine, BatchTargets targets, RunTally tally, IGuard? guard)
{
    private static readonly Dictionary<int, string> NoFailures = [];

    // Sums of one thread each, until all is read: they are exact, so that it does not matter who added what.
    private readonly ConcurrentBag<RunFigures> _figures = [];
    private long _subjects;

    /// <summary>Reads, evaluates and writes; null, or why an input cannot be read or the output cannot hold the results.</summary>
    /// <param name="threads">How many threads compute.</param>
    /// <param name="advance">Hears which part of the main tables was read, 0 to 1, and how many subjects were computed, on the calling
    /// thread.</param>
    /// <param name="cancellation">Stops the run.</param>
    public DataFinding? Execute(int threads, Action<double, long> advance, CancellationToken cancellation)
    {
        if (registry.LoadDetails(engine.Texts, tally.Context.Year, targets.Rejected, threads, cancellation) is { } unreadable)
            return unreadable;
        var (before, total) = (0L, registry.Tables.Sum(static table => table.Table.Source.Length));
        foreach (var (number, table) in registry.Tables.Index())
        {
            using var reader = table.Table.OpenReader();
            var readers = table.Readers(engine.Texts);
            OrderedPipeline.Run(table.Read(reader, registry.Keys), threads, block => Compute(block, readers, cancellation),
                result =>
                {
                    Consume(result, number);
                    advance(total == 0 ? 1 : Math.Min(1, (double)(before + reader.Position) / total), _subjects);
                }, cancellation);
            if (reader.Fatal is { } fatal)
                return fatal;
            before += reader.Position;
        }
        registry.RejectOrphans(targets.Rejected);
        if (targets.Result.Fatal is { } refused)
            return refused;
        foreach (var figures in _figures)
            tally.Add(figures);
        tally.Add(registry, engine.Notes);
        (tally.Engine, tally.OutputRows, tally.RejectedRows) = (engine.Name, targets.Result.RowCount, targets.Rejected.RowCount);
        return null;
    }

    private Block Compute(RawBatch raw, FieldReaders readers, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var reading = raw.Table.Complete(raw, readers, engine.Texts);
        var block = new Block(reading, targets.Result.NewBlock());
        // Results that can no longer be written need not be computed.
        if (targets.Result.Fatal is not null)
            return block;
        var guarded = guard?.Evaluate(engine, reading.Facts);
        using var results = guarded?.Results ?? engine.Evaluate(reading.Facts);
        cancellation.ThrowIfCancellationRequested();
        if (!_figures.TryTake(out var figures))
            figures = new(program, tally.Context);
        figures.Add(results);
        _figures.Add(figures);
        block.Count = results.Facts.Length;
        block.Output.Add(results);
        if (targets.Sheet is not null)
            block.Approvals.AddRange(ApprovalSheet.RowsOf(results, tally.Context.Year).Select(ApprovalSheet.Cells));
        block.NotTaken.AddRange(NotTakenBy(results, guarded?.Subjects, reading));
        foreach (var (index, reason) in (guarded?.Failures ?? NoFailures).OrderBy(static failure => failure.Key))
        {
            block.Failures.Add(RunDiagnostics.SubjectFailed.With(reading.Facts.Facts[index].Key, reason)
                .At(new(reading.Table.Table.Shown, reading.Lines[index])));
        }
        return block;
    }

    private static IEnumerable<NotTaken> NotTakenBy(ResultBatch results, ImmutableArray<int>? subjects, SubjectBatch reading)
    {
        for (var i = 0; i < results.Facts.Length; i++)
        {
            // What records say of a clause stands in objects.
            var clauses = !results.IsInColumns(i)
                ? results.ResultOf(i).Policies.SelectMany(static policy => policy.Clauses)
                : results.Clauses.Select(column => column.Objects.GetValueOrDefault(i)).OfType<ClauseResult>();
            foreach (var clause in clauses.Where(static clause => !clause.ApprovalNotes.IsEmpty))
            {
                yield return new(clause.ApprovalNotes.Length, reading.Lines[subjects is { } known ? known[i] : i], results.Facts[i].Key,
                    clause.Clause.Number, clause.ApprovalNotes[0]);
            }
        }
    }

    private void Consume(Block block, int table)
    {
        foreach (var row in block.Reading.Rejected)
            targets.Rejected.Add(row);
        foreach (var failure in block.Failures)
            targets.Rejected.Add([failure]);
        _subjects += block.Count;
        tally.FailedSubjects += block.Failures.Count;
        block.Reading.Table.Note(block.Reading);
        foreach (var (count, line, key, clause, note) in block.NotTaken)
        {
            // The reason of the first is told, and only that one written.
            var isFirst = tally.NotTaken is not { } known || known.IsAfter(table, line);
            var notTaken = new ApprovalsNotTaken(count, table, line, key, clause, isFirst ? note.Text : "");
            tally.NotTaken = tally.NotTaken?.Add(notTaken) ?? notTaken;
        }
        targets.Sheet?.Write(block.Approvals);
        targets.Result.Take(block.Output);
    }

    /// <summary>核定 that a clause did not take.</summary>
    private readonly record struct NotTaken(long Count, long Line, string Key, string Clause, ApprovalNote Note);

    /// <summary>What one thread made of some subjects.</summary>
    private sealed record Block(SubjectBatch Reading, ResultBlock Output)
    {
        /// <summary>How many subjects were computed.</summary>
        public int Count { get; set; }

        /// <summary>Rows of the sheet for officers.</summary>
        public List<IReadOnlyList<string>> Approvals { get; } = [];

        /// <summary>核定 that clauses did not take.</summary>
        public List<NotTaken> NotTaken { get; } = [];

        /// <summary>Subjects that could not be computed.</summary>
        public List<DataFinding> Failures { get; } = [];
    }
}
