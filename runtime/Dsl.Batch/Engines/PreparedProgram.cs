// A program with its compiled code, from which engines are made: compiling costs a second, an engine for another day next to nothing.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dsl.Columns.Blocks;
using Dsl.Columns.Compiling;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;

namespace Dsl.Batch.Engines;

/// <summary>A program that is ready to run. Safe on several threads.</summary>
public sealed class PreparedProgram
{
    // An engine numbers every text that it meets and forgets none; one that has met so many new ones is let go.
    private const int MostTexts = 20_000;

    // Days and years that requests ask for; a few of each at most are kept.
    private const int MostContexts = 16;

    private static readonly ConditionalWeakTable<IrProgram, CompiledProgram> Known = [];

    private readonly CompiledProgram _compiled;
    private readonly ConcurrentDictionary<(DateOnly AsOf, int Year), ConcurrentBag<Kept>> _engines = new();

    private PreparedProgram(IrProgram program, CompiledProgram compiled) => (Program, _compiled) = (program, compiled);

    /// <summary>The program.</summary>
    public IrProgram Program { get; }

    /// <summary>Compiles a program, or loads what was compiled before.</summary>
    public static PreparedProgram Create(IrProgram program) => new(program, Compiled(program));

    /// <summary>The compiled code of a program: a run of a service uses what answers its requests.</summary>
    internal static CompiledProgram Compiled(IrProgram program) =>
        Known.GetValue(program, static program => CompiledProgram.Create(program, KernelFolder.Open()));

    /// <summary>An engine of compiled code for dates and parameters; the interpreter where a parameter fits no column.</summary>
    public IEvaluationEngine Engine(EvaluationContext context) => ColumnsEngine.Create(Program, context, _compiled);

    /// <summary>
    /// Evaluates subjects whose facts are at hand. As those of a batch their results equal the interpreter's but for remarks, and the rows
    /// of refusals.
    /// </summary>
    /// <param name="facts">The subjects.</param>
    /// <param name="context">Dates and parameters.</param>
    /// <param name="take">Is given each subject by its index, with its place in results that are there during the call only.</param>
    public void Evaluate(ImmutableArray<SubjectFacts> facts, EvaluationContext context, Action<int, ResultBatch, int> take)
    {
        var kept = Take(context);
        foreach (var ofKind in ByKind(facts))
        {
            using var results = kept.Engine.Evaluate(
                FactTables.Batch([.. ofKind.Select(index => facts[index])], Program.Schema, kept.Engine.Texts));
            for (var i = 0; i < ofKind.Count; i++)
                take(ofKind[i], results, i);
        }
        Return(kept, context);
    }

    /// <summary>The results of subjects whose facts are at hand, in their order.</summary>
    public ImmutableArray<SubjectResult> Evaluate(ImmutableArray<SubjectFacts> facts, EvaluationContext context)
    {
        var all = new SubjectResult[facts.Length];
        Evaluate(facts, context, (index, results, subject) => all[index] = results.ResultOf(subject));
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    private static IEnumerable<List<int>> ByKind(ImmutableArray<SubjectFacts> facts)
    {
        var byKind = new Dictionary<IrSubject, List<int>>();
        for (var i = 0; i < facts.Length; i++)
        {
            if (!byKind.TryGetValue(facts[i].Subject, out var indexes))
                byKind.Add(facts[i].Subject, indexes = []);
            indexes.Add(i);
        }
        return byKind.Values;
    }

    private static bool IsPlain(EvaluationContext context) =>
        context.Parameters.IsEmpty && context.Replaced.IsEmpty && context.Places is null;

    private Kept Take(EvaluationContext context)
    {
        // Values of parameters are part of an engine; those that a request brings are its own.
        if (IsPlain(context) && _engines.TryGetValue((context.AsOf, context.Year), out var free) && free.TryTake(out var kept))
            return kept;
        var engine = Engine(context);
        return new(engine, engine.Texts.Count);
    }

    private void Return(Kept kept, EvaluationContext context)
    {
        if (!IsPlain(context) || kept.Engine.Texts.Count - kept.TextsAtFirst > MostTexts)
            return;
        if (_engines.Count >= MostContexts && !_engines.ContainsKey((context.AsOf, context.Year)))
            _engines.Clear();
        _engines.GetOrAdd((context.AsOf, context.Year), static _ => []).Add(kept);
    }

    private sealed record Kept(IEvaluationEngine Engine, int TextsAtFirst);
}
