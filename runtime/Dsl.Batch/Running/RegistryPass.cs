// One registry, or one part of a registry, through an engine: rows into the outputs, everything else into the tally.
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Columns.Blocks;
using Dsl.Data;
using Dsl.Data.Outputs;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Running;

/// <summary>Where a run writes its rows.</summary>
/// <param name="Result">The results.</param>
/// <param name="Rejected">The rows that were rejected.</param>
/// <param name="Sheet">The sheet of what waits for a decision; null where none is wanted.</param>
internal sealed record BatchTargets(ResultOutput Result, IRejectedOutput Rejected, ApprovalOutput? Sheet);

/// <summary>Has subjects computed where not every one of them may be trusted to be.</summary>
internal interface IGuard
{
    /// <summary>Evaluates a block. A subject that cannot be computed has no result; why, by its index.</summary>
    IReadOnlyDictionary<int, string> Evaluate(IEvaluationEngine engine, FactBatch block, Span<SubjectResult> results);
}

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

    /// <summary>Reads, evaluates and writes; null, or why an input cannot be read or the output cannot hold the results.</summary>
    /// <param name="threads">How many threads compute.</param>
    /// <param name="advance">Hears which part of the main tables was read, 0 to 1, on the calling thread.</param>
    /// <param name="cancellation">Stops the run.</param>
    public DataFinding? Execute(int threads, Action<double> advance, CancellationToken cancellation)
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
                    advance(total == 0 ? 1 : Math.Min(1, (double)(before + reader.Position) / total));
                }, cancellation);
            if (reader.Fatal is { } fatal)
                return fatal;
            before += reader.Position;
        }
        registry.RejectOrphans(targets.Rejected);
        if (targets.Result.Fatal is { } refused)
            return refused;
        tally.Add(registry, engine.Notes);
        (tally.Engine, tally.OutputRows, tally.RejectedRows) = (engine.Name, targets.Result.RowCount, targets.Rejected.RowCount);
        return null;
    }

    private Block Compute(RawBatch raw, FieldReaders readers, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var reading = raw.Table.Complete(raw, readers, engine.Texts);
        // Results that can no longer be written need not be computed.
        if (targets.Result.Fatal is not null)
            return new(reading, [], targets.Result.NewBlock(), new(program));
        var facts = reading.Facts.Facts;
        var results = new SubjectResult[facts.Length];
        var failures = NoFailures as IReadOnlyDictionary<int, string>;
        if (guard is null)
            engine.Evaluate(reading.Facts, results);
        else
            failures = guard.Evaluate(engine, reading.Facts, results);
        cancellation.ThrowIfCancellationRequested();
        var computed = facts.Index().Where(subject => !failures.ContainsKey(subject.Index))
            .Select(subject => new Computed(subject.Item, results[subject.Index], reading.Lines[subject.Index])).ToArray();
        var block = new Block(reading, computed, targets.Result.NewBlock(), new(program));
        foreach (var subject in computed)
        {
            block.Summary.Add(subject.Facts, subject.Result);
            block.Output.Add(subject.Facts, subject.Result);
            if (targets.Sheet is not null)
                block.Approvals.AddRange(ApprovalSheet.RowsOf(subject.Facts, subject.Result).Select(ApprovalSheet.Cells));
        }
        foreach (var (index, reason) in failures.OrderBy(static failure => failure.Key))
        {
            block.Failures.Add(RunDiagnostics.SubjectFailed.With(facts[index].Key, reason)
                .At(new(reading.Table.Table.Shown, reading.Lines[index])));
        }
        return block;
    }

    private void Consume(Block block, int table)
    {
        foreach (var row in block.Reading.Rejected)
            targets.Rejected.Add(row);
        foreach (var failure in block.Failures)
            targets.Rejected.Add([failure]);
        tally.FailedSubjects += block.Failures.Count;
        block.Reading.Table.Note(block.Reading);
        tally.Summary.Add(block.Summary);
        foreach (var (facts, result, line) in block.Subjects)
        {
            tally.Figures.Add(facts);
            tally.Figures.Add(result);
            foreach (var clause in result.Policies.SelectMany(static policy => policy.Clauses)
                .Where(static clause => !clause.ApprovalNotes.IsEmpty))
            {
                var notTaken = new ApprovalsNotTaken(
                    clause.ApprovalNotes.Length, table, line, facts.Key, clause.Clause.Number, clause.ApprovalNotes[0].Text);
                tally.NotTaken = tally.NotTaken?.Add(notTaken) ?? notTaken;
            }
        }
        targets.Sheet?.Write(block.Approvals);
        targets.Result.Take(block.Output);
    }

    private readonly record struct Computed(SubjectFacts Facts, SubjectResult Result, long Line);

    /// <summary>What one thread made of some subjects.</summary>
    private sealed record Block(SubjectBatch Reading, Computed[] Subjects, ResultBlock Output, RunSummary Summary)
    {
        /// <summary>Rows of the sheet for officers.</summary>
        public List<IReadOnlyList<string>> Approvals { get; } = [];

        /// <summary>Subjects that could not be computed.</summary>
        public List<DataFinding> Failures { get; } = [];
    }
}
