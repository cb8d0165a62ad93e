// The subjects of one registry, or of its parts one after another, through engines of one kind into one output and one tally.
using System.Collections.Immutable;
using Dsl.Batch.Claims;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Running;

/// <summary>A run whose registry is in order and whose engine is ready.</summary>
internal sealed class BatchPass
{
    private readonly IrProgram _program;
    private readonly BatchOptions _options;
    private readonly ImmutableArray<RegistrySource> _parts;
    private readonly Func<IEvaluationEngine> _engines;
    private readonly (Registry Registry, ImmutableArray<DataFinding> Findings) _first;

    private BatchPass(IrProgram program, BatchOptions options, ImmutableArray<RegistrySource> parts,
        (Registry, ImmutableArray<DataFinding>) first, Func<IEvaluationEngine> engines) =>
        (_program, _options, _parts, _first, _engines) = (program, options, parts, first, engines);

    /// <summary>SRC of every table.</summary>
    public ImmutableArray<string> SourceNames => _first.Registry.SourceNames;

    /// <summary>Findings about files and headers.</summary>
    public ImmutableArray<DataFinding> Findings => _first.Findings;

    /// <summary>Opens the registry (of several parts the first) and makes the engine ready; without a pass the findings say why.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="options">What to do.</param>
    /// <param name="parts">The registry, or its parts: all have the same tables with the same columns.</param>
    public static (BatchPass? Pass, ImmutableArray<DataFinding> Findings) Open(
        IrProgram program, BatchOptions options, ImmutableArray<RegistrySource> parts)
    {
        var (registry, findings) = Registry.Open(program, parts[0], HasNames(options));
        if (registry is null)
            return (null, findings);
        var context = options.Context with { Parameters = registry.Parameters };
        return Engines(program, options, context) is { } engines
            ? (new(program, options with { Context = context }, parts, (registry, findings), engines), findings)
            : (null, [.. findings,
                FileDiagnostics.UnknownEngine.With(options.Engine, string.Join('、', EvaluationEngines.Names)).At(new("--engine"))]);
    }

    /// <summary>Computes everything; without a tally the findings say why.</summary>
    /// <param name="targets">Where rows go.</param>
    /// <param name="guard">Has the engine compute; null where it is trusted.</param>
    /// <param name="progress">Hears how far the run is, on the calling thread.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public (RunTally? Tally, ImmutableArray<DataFinding> Findings) Run(
        BatchTargets targets, IGuard? guard, IProgress<BatchProgress>? progress, CancellationToken cancellation)
    {
        var tally = new RunTally(_program, _options.Context);
        var (settled, unsettled) = ClaimPass.Settle(_program, _parts, _options.Context, _options.Threads, cancellation);
        if (unsettled is not null)
            return (null, [.. _first.Findings, unsettled]);
        var engines = ReferenceEquals(settled, _options.Context) ? _engines : Engines(_program, _options, settled) ?? _engines;
        foreach (var (number, part) in _parts.Index())
        {
            var (registry, findings) = number == 0 ? _first : Registry.Open(_program, part, HasNames(_options));
            tally.AddFindings(findings);
            if (registry is null)
                return (null, [.. tally.Findings]);
            tally.DataFolder ??= part.DataFolder;
            var fatal = new RegistryPass(_program, registry, engines(), targets, tally, guard).Execute(
                _options.Threads,
                (fraction, subjects) => progress?.Report(
                    new(tally.Summary.SubjectCount + subjects, targets.Rejected.RowCount, (number + fraction) / _parts.Length)),
                cancellation);
            if (fatal is not null)
                return (null, [.. tally.Findings, fatal]);
        }
        return (tally, tally.AllFindings);
    }

    private static bool HasNames(BatchOptions options) => options.ApprovalsPath is not null || options.KeepsApprovals;

    private static Func<IEvaluationEngine>? Engines(IrProgram program, BatchOptions options, EvaluationContext context)
    {
        // The JSON form carries remarks, which only the interpreter writes.
        if (options.FormInForce == OutputForm.Json && options.Engine != EvaluationEngines.Reference
            && EvaluationEngines.Names.Contains(options.Engine))
            return () => new InterpreterEngine(program, context, EngineDiagnostics.RunInterpreted.With().At(EngineDiagnostics.Place));
        return options.Substitute is { } substitute
            ? () => substitute(program, context)
            : EvaluationEngines.Maker(options.Engine, program, context);
    }
}
