// One registry through every engine with one and with several threads; whatever differs from the interpreter on one thread is named.
using System.Collections.Immutable;
using Dsl.Agreement.Tests.Registries;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;

namespace Dsl.Agreement.Tests.Comparing;

/// <summary>What a run wrote, by file name.</summary>
internal sealed record Written(ImmutableSortedDictionary<string, string> Files);

/// <summary>Runs and compares.</summary>
internal static class EngineRuns
{
    private const string Law = EvaluationEngines.Reference;
    private const string Trouble = ".异常.txt";

    private static readonly (OutputForm Form, string Name)[] Forms =
        [(OutputForm.Long, "逐条.csv"), (OutputForm.Wide, "逐户.csv"), (OutputForm.Json, "全部.json")];

    /// <summary>Every run that is compared with the first: each engine on one and on three threads.</summary>
    public static IReadOnlyList<(string Engine, int Threads)> Variants { get; } =
        [.. EvaluationEngines.Names.OrderBy(static name => name == Law ? 0 : 1).SelectMany(static name => new[] { (name, 1), (name, 3) })];

    /// <summary>The difference of the first variant that differs, or null.</summary>
    public static string? FindDifference(IrProgram program, EvaluationContext context, string registry)
    {
        var law = Run(program, context, registry, Variants[0].Engine, Variants[0].Threads);
        if (law.Files.FirstOrDefault(static file => file.Key.EndsWith(Trouble, StringComparison.Ordinal)) is { Value: { } trouble })
            return $"{Law}（1 线程）没有结果：{trouble}";
        foreach (var (engine, threads) in Variants.Skip(1))
        {
            var other = Run(program, context, registry, engine, threads);
            if (Difference(law, other) is { } difference)
                return $"{Law}（1 线程）与 {engine}（{threads} 线程）不同：{difference}";
        }
        return FindDifferenceOfFacts(program, context, registry);
    }

    /// <summary>The first line in which compiled code on facts at hand differs from the interpreter, or null.</summary>
    private static string? FindDifferenceOfFacts(IrProgram program, EvaluationContext context, string registry)
    {
        var (subjects, known) = FactsReader.Read(program, context, registry);
        var (interpreter, table) = (new Interpreter(program, known), ResultOutputs.Table(OutputForm.Long, program));
        var results = subjects.Count == 0 ? [] : PreparedProgram.Create(program).Evaluate([.. subjects], known);
        foreach (var (facts, result) in subjects.Zip(results))
        {
            var (law, other) = (table.Rows(facts, interpreter.Evaluate(facts)), table.Rows(facts, result));
            var lines = law.Select(static row => string.Join(',', row)).Zip(other.Select(static row => string.Join(',', row)));
            foreach (var (left, right) in lines)
            {
                if (left != right)
                    return $"直接给出的事实\n  一：{left}\n  二：{right}";
            }
            if (law.Count() != other.Count())
                return $"直接给出的事实：{facts.Key} 的行数不同";
        }
        return null;
    }

    /// <summary>What a variant writes; an exception is what it writes, too.</summary>
    public static Written Run(IrProgram program, EvaluationContext context, string registry, string engine, int threads)
    {
        var folder = Directory.CreateTempSubdirectory("policy-agreement-").FullName;
        try
        {
            // An engine that generates code takes its time to begin: with several threads one form must do.
            foreach (var (form, name) in Forms.Where(pair => pair.Form == OutputForm.Long || threads == 1))
                RunForm(program, context, registry, engine, threads, form, Path.Combine(folder, name));
            return new(Directory.EnumerateFiles(folder).Where(static file => !file.EndsWith(".manifest.json", StringComparison.Ordinal))
                .ToImmutableSortedDictionary(static file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void RunForm(IrProgram program, EvaluationContext context, string registry, string engine, int threads, OutputForm form,
        string output)
    {
        var options = new BatchOptions(new RegistrySource(registry), output, context)
        {
            Form = form, Engine = engine, Threads = threads, SummaryPath = output + ".汇总.json"
        };
        var trouble = output + Trouble;
        try
        {
            var outcome = BatchRunner.Run(program, [], options, null, CancellationToken.None);
            // What is said of the engine itself is said of one engine.
            File.WriteAllLines(output + ".提示.txt",
                outcome.Findings.Where(static finding => !EngineDiagnostics.Rules.Contains(finding.Problem.Rule))
                    .Select(static finding => $"{finding}"));
            if (outcome.Result is null)
                File.WriteAllText(trouble, string.Join("\n", outcome.Findings));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            File.WriteAllText(trouble, $"{error.GetType().Name}: {error.Message}\n{error.StackTrace}");
        }
    }

    private static string? Difference(Written law, Written other)
    {
        var compared = Forms.Select(static form => form.Name).Where(name => other.Files.ContainsKey(name)).ToList();
        var names =
            law.Files.Keys.Union(other.Files.Keys).Where(name => compared.Exists(form => name.StartsWith(form, StringComparison.Ordinal)));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var (left, right) = (law.Files.GetValueOrDefault(name), other.Files.GetValueOrDefault(name));
            if (left == right)
                continue;
            var (a, b) = ((left ?? "（没有这个文件）").Split('\n'), (right ?? "（没有这个文件）").Split('\n'));
            var at = Enumerable.Range(0, Math.Max(a.Length, b.Length)).First(i => i >= a.Length || i >= b.Length || a[i] != b[i]);
            return $"{name} 第 {at + 1} 行\n  一：{a.ElementAtOrDefault(at)}\n  二：{b.ElementAtOrDefault(at)}";
        }
        return null;
    }
}
