// What a batch is asked to do, how it reports progress, its outcome.
using System.Collections.Immutable;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Running;

/// <summary>What a batch is asked to do.</summary>
/// <param name="Source">The registry.</param>
/// <param name="Output">DST; rejected rows and the manifest stand beside it.</param>
/// <param name="Context">测算日 and 年度. Values of external parameters come from the registry.</param>
public sealed record BatchOptions(RegistrySource Source, string Output, EvaluationContext Context)
{
    /// <summary>
    /// The form of the output; null for <see cref="OutputForm.Json"/> where the name ends in .json, else <see cref="OutputForm.Long"/>.
    /// </summary>
    public OutputForm? Form { get; init; }

    /// <summary>The form that was asked for, by flag or by name.</summary>
    internal OutputForm FormInForce =>
        Form ?? (Output.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? OutputForm.Json : OutputForm.Long);

    /// <summary>Whether CSV output begins with a byte order mark (for Excel).</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>
    /// Whether cells of CSV are written as they are; else those that a spreadsheet would run as a formula get an apostrophe in front.
    /// </summary>
    public bool RawCsv { get; init; }

    /// <summary>The file for the summary (JSON where its name ends in .json, else text); null for none.</summary>
    public string? SummaryPath { get; init; }

    /// <summary>The sheet of what is 待核定, for officers to fill in; null for none.</summary>
    public string? ApprovalsPath { get; init; }

    /// <summary>Whether partitions keep what is 待核定, too, so that merging can write the sheet.</summary>
    public bool KeepsApprovals { get; init; }

    /// <summary>How many threads compute, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The engine's name, one of <see cref="EvaluationEngines.Names"/>.</summary>
    public string Engine { get; init; } = EvaluationEngines.Reference;

    /// <summary>The parts of <see cref="Source"/>, one after another in its place; empty where it is no whole of parts.</summary>
    internal ImmutableArray<RegistrySource> Parts { get; init; } = [];

    /// <summary>An engine in place of the named one: tests put one there whose code is wrong.</summary>
    internal Func<IrProgram, EvaluationContext, IEvaluationEngine>? Substitute { get; init; }
}

/// <summary>How far a batch is.</summary>
/// <param name="Subjects">Subjects that were evaluated.</param>
/// <param name="Rejected">Rows that were rejected so far.</param>
/// <param name="Fraction">The part of the main tables that was read, 0 to 1.</param>
public readonly record struct BatchProgress(long Subjects, long Rejected, double Fraction);

/// <summary>The outcome of a batch.</summary>
/// <param name="Findings">Findings about files; with an error among them nothing was written.</param>
/// <param name="Result">What was computed and written; null where nothing was.</param>
public sealed record BatchOutcome(ImmutableArray<DataFinding> Findings, BatchResult? Result)
{
    /// <summary>Whether nothing was written because of an error.</summary>
    public bool HasErrors => Result is null || Findings.Any(static finding => finding.Severity == Severity.Error);
}

/// <summary>What a batch computed and wrote.</summary>
/// <param name="Summary">Totals and counts.</param>
/// <param name="Registry">目标, 资金池 and 义务.</param>
/// <param name="OutputRows">Rows (or JSON results) written.</param>
/// <param name="RejectedRows">Rows that were rejected.</param>
/// <param name="Files">The files that were written, DST first.</param>
public sealed record BatchResult(RunSummary Summary, RegistryResult Registry, long OutputRows, long RejectedRows,
    ImmutableArray<string> Files)
{
    /// <summary>Subjects that could not be computed; their rows are among those that were rejected.</summary>
    public long FailedSubjects { get; init; }

    /// <summary>测算日 and 年度, and the values of external parameters.</summary>
    public EvaluationContext Context { get; init; } = new(DateOnly.MinValue, 1);
}
