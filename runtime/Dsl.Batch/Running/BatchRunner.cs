// A batch: all subjects of a registry through an engine into files that appear whole or not at all.
using System.Collections.Immutable;
using System.Text;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Data;
using Dsl.Data.Outputs;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Records;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Dsl.Syntax.Text;

namespace Dsl.Batch.Running;

public static class BatchRunner
{
    /// <summary>
    /// Evaluates all subjects and writes DST, DST.rejected.csv (where a row was rejected), DST.manifest.json and the summary. Bad rows
    /// are rejected and counted; a bad file stops before anything is written. On cancellation nothing is left.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BatchOutcome Run(LoadedPolicies policies, BatchOptions options, IProgress<BatchProgress>? progress,
        CancellationToken cancellation) =>
        Run(policies.Compilation.Program, policies.Files, options with { Source = options.Source.For(policies) }, progress, cancellation);

    /// <summary>The same for a program from elsewhere.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="policyFiles">The files that they were read from, for the manifest.</param>
    /// <param name="options">What to do.</param>
    /// <param name="progress">Hears how far the run is, on the calling thread.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BatchOutcome Run(
        IrProgram program, ImmutableArray<InputFile> policyFiles, BatchOptions options, IProgress<BatchProgress>? progress,
        CancellationToken cancellation)
    {
        var (registry, findings) = Registry.Open(program, options.Source, withNames: options.ApprovalsPath is not null);
        if (registry is null)
            return new(findings, null);
        var context = options.Context with { Parameters = registry.Parameters };
        // The JSON form carries remarks, which only the interpreter writes.
        var engine = options.FormInForce == OutputForm.Json && options.Engine != EvaluationEngines.Reference
            && EvaluationEngines.Names.Contains(options.Engine)
            ? new InterpreterEngine(program, context, EngineDiagnostics.RunInterpreted.With().At(EngineDiagnostics.Place))
            : options.Substitute?.Invoke(program, context) ?? EvaluationEngines.Create(options.Engine, program, context);
        if (engine is null)
            return new(
                [.. findings, FileDiagnostics.UnknownEngine.With(options.Engine, string.Join('、', EvaluationEngines.Names))
                    .At(new("--engine"))],
                null);
        if (BatchOutputs.Problem(program, policyFiles, options, registry) is { } outputProblem)
            return new([.. findings, outputProblem], null);
        var files = new AtomicOutput();
        try
        {
            using var output = files;
            var (target, unwritable) =
                ResultOutputs.Open(options.Output, options.FormInForce, program, output, options.ByteOrderMark, options.RawCsv);
            if (target is null)
                return new(unwritable is null ? findings : [.. findings, unwritable], null);
            using var _ = target;
            using var sheet =
                options.ApprovalsPath is { } path ? ApprovalOutput.Open(path, output, options.ByteOrderMark, options.RawCsv) : null;
            var run = new BatchJob(program, policyFiles, options with { Context = context }, registry, engine, new(output, target, sheet));
            var fatal = run.Execute(progress, cancellation) ?? sheet?.Finish();
            if (fatal is not null)
                return new([.. findings, fatal], null);
            cancellation.ThrowIfCancellationRequested();
            var result = run.Finish(cancellation);
            // A table of a database is committed at once; nothing may fail after it that can be checked before.
            output.Prepare();
            if ((target.Fatal ?? target.Commit()) is { } refused)
                return new([.. findings, refused], null);
            output.Commit();
            return new([.. findings, .. registry.Remarks.Findings(context.Year), .. run.Warnings(), .. engine.Notes], result);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new([.. findings, files.Failure(error, options.Output)], null);
        }
    }
}

/// <summary>Where a batch writes.</summary>
/// <param name="Files">All files, which become visible together.</param>
/// <param name="Sheet">The sheet of what waits for a decision; null where none is wanted.</param>
internal sealed record BatchTargets(AtomicOutput Files, ResultOutput Result, ApprovalOutput? Sheet);

/// <summary>The steps of one batch.</summary>
internal sealed class BatchJob(
    IrProgram program, ImmutableArray<InputFile> policyFiles, BatchOptions options, Registry registry, IEvaluationEngine engine,
    BatchTargets targets)
{
    private readonly RunSummary _summary = new(program);
    private readonly RejectedCsv _rejected = new(targets.Files, SideFiles.Rejected(options.Output), options.RawCsv);
    private readonly RegistryEvaluator _registryFigures = new(program, options.Context);
    private (long Count, string Key, string Clause, string Text) _notTaken;

    /// <summary>Reads, evaluates and writes; null, or why an input cannot be read.</summary>
    public DataFinding? Execute(IProgress<BatchProgress>? progress, CancellationToken cancellation)
    {
        if (registry.LoadDetails(engine.Texts, options.Context.Year, _rejected, options.Threads, cancellation) is { } unreadable)
            return unreadable;
        var (before, total) = (0L, registry.Tables.Sum(static table => table.Table.Source.Length));
        foreach (var table in registry.Tables)
        {
            using var reader = table.Table.OpenReader();
            var readers = table.Readers(engine.Texts);
            OrderedPipeline.Run(table.Read(reader, registry.Keys), options.Threads, block => Compute(block, readers, cancellation),
                result =>
                {
                    Consume(result);
                    progress?.Report(new(_summary.SubjectCount, _rejected.RowCount,
                        total == 0 ? 1 : Math.Min(1, (double)(before + reader.Position) / total)));
                }, cancellation);
            if (reader.Fatal is { } fatal)
                return fatal;
            before += reader.Position;
        }
        registry.RejectOrphans(_rejected);
        return targets.Result.Fatal;
    }

    /// <summary>Writes manifest and summary; they become visible with the result.</summary>
    public BatchResult Finish(CancellationToken cancellation)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        files.Add(options.Output);
        if (_rejected.RowCount > 0)
            files.Add(SideFiles.Rejected(options.Output));
        else
            targets.Files.Replace(SideFiles.Rejected(options.Output));
        var result = new InputFile(PathText.Shown(options.Output), targets.Result.Finish(cancellation));
        ManifestOf(result).Write(targets.Files.Create(SideFiles.Manifest(options.Output)));
        files.Add(SideFiles.Manifest(options.Output));
        var batch = new BatchResult(_summary, _registryFigures.Finish(), targets.Result.RowCount, _rejected.RowCount, []);
        if (options.SummaryPath is { } path)
        {
            using var text = new StreamWriter(targets.Files.Create(path), new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            text.Write(path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                ? SummaryJson.Write(batch, options.Context)
                : SummaryText.Write(batch, options.Context));
            files.Add(path);
        }
        if (options.ApprovalsPath is { } approvals)
            files.Add(approvals);
        return batch with { Files = files.ToImmutable() };
    }

    private Manifest ManifestOf(InputFile result) => new()
    {
        Context = options.Context,
        Engine = engine.Name,
        PolicyNumbers = [.. program.Policies.Select(static policy => policy.Number)],
        Policies = policyFiles,
        Inputs = registry.Files,
        Output = result,
        OutputRows = targets.Result.RowCount,
        RejectedRows = _rejected.RowCount,
        Summary = _summary,
        RecordsRead = registry.RecordsRead,
        LimitedClauses = LimitedClause.Of(program),
        OtherDocuments = registry.OtherDocuments,
        DataFolder = Directory.Exists(options.Source.Path) ? PathText.Shown(options.Source.Path) : null,
    };

    /// <summary>What an officer should look into, once everything is computed.</summary>
    public IEnumerable<DataFinding> Warnings() => _notTaken is not ({ } count and > 0, var key, var clause, var text) ? []
        : [RowDiagnostics.ApprovalsNotTaken.With(count, key, $"条款 {clause}", text).At(new(BuiltInTables.Approvals))];

    private Block Compute(RawBatch raw, FieldReaders readers, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var reading = raw.Table.Complete(raw, readers, engine.Texts);
        var facts = reading.Facts.Facts;
        // Results that can no longer be written need not be computed.
        if (targets.Result.Fatal is not null)
            return new(reading, [], targets.Result.NewBlock(), new(program));
        var results = new SubjectResult[facts.Length];
        engine.Evaluate(reading.Facts, results);
        cancellation.ThrowIfCancellationRequested();
        var block = new Block(reading, results, targets.Result.NewBlock(), new(program));
        for (var i = 0; i < results.Length; i++)
        {
            block.Summary.Add(facts[i], results[i]);
            block.Output.Add(facts[i], results[i]);
            if (targets.Sheet is not null)
                block.Approvals.AddRange(ApprovalSheet.RowsOf(facts[i], results[i]).Select(ApprovalSheet.Cells));
        }
        return block;
    }

    private void Consume(Block block)
    {
        foreach (var row in block.Reading.Rejected)
            _rejected.Add(row);
        block.Reading.Table.Note(block.Reading);
        _summary.Add(block.Summary);
        foreach (var (facts, result) in block.Reading.Facts.Facts.Zip(block.Results))
        {
            _registryFigures.Add(facts);
            _registryFigures.Add(result);
            foreach (var clause in result.Policies.SelectMany(static policy => policy.Clauses)
                .Where(static clause => !clause.ApprovalNotes.IsEmpty))
            {
                if (_notTaken.Count == 0)
                    _notTaken = (0, facts.Key, clause.Clause.Number, clause.ApprovalNotes[0].Text);
                _notTaken.Count += clause.ApprovalNotes.Length;
            }
        }
        targets.Sheet?.Write(block.Approvals);
        targets.Result.Take(block.Output);
    }

    /// <summary>What one thread made of some subjects.</summary>
    private sealed record Block(SubjectReading Reading, SubjectResult[] Results, ResultBlock Output, RunSummary Summary)
    {
        /// <summary>Rows of the sheet for officers.</summary>
        public List<IReadOnlyList<string>> Approvals { get; } = [];
    }
}
