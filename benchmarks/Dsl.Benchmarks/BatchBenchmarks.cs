// The parts of a batch over 10,000 subjects: reading CSV, both engines, writing results.
using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Columns.Blocks;
using Dsl.Data.Outputs;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Loading.Policies;

namespace Dsl.Benchmarks;

/// <summary>One thread. Each engine has blocks of its own, because the numbers of texts are its own.</summary>
[MemoryDiagnoser]
public class BatchBenchmarks
{
    private readonly Dictionary<string, (IEvaluationEngine Engine, ImmutableArray<FactBatch> Blocks)> _engines = [];
    private LoadedPolicies? _policies;
    private string _folder = "";
    private ImmutableArray<ResultBatch> _results = [];

    private IrProgram Input => _policies?.Compilation.Program ?? throw new InvalidOperationException();

    [GlobalSetup]
    public void Draw()
    {
        _policies = BenchmarkPolicies.Load();
        _folder = BenchmarkPolicies.WriteSample(Input);
        foreach (var name in EvaluationEngines.Names)
        {
            var engine = EvaluationEngines.Create(name, Input, BenchmarkPolicies.Context(_policies))
                ?? throw new InvalidOperationException(name);
            _engines[name] = (engine, Read(engine));
        }
        var (engineOfResults, blocks) = _engines["columns"];
        _results = [.. blocks.Select(engineOfResults.Evaluate)];
    }

    [GlobalCleanup]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public int Interpreter() => Evaluate(EvaluationEngines.Reference);

    [Benchmark]
    public int Columns() => Evaluate("columns");

    /// <summary>Main tables and details, up to facts in columns.</summary>
    [Benchmark]
    public int ReadCsv() => Read(_engines["columns"].Engine).Length;

    /// <summary>The long form, into a file that is thrown away.</summary>
    [Benchmark]
    public long WriteCsv()
    {
        using var output = new AtomicOutput();
        var (target, _) = ResultOutputs.Open(Path.Combine(_folder, "out", "r.csv"), OutputForm.Long, Input, output, hasByteOrderMark: false,
            isRaw: false);
        using (target)
        {
            if (target is null)
                throw new InvalidOperationException();
            foreach (var results in _results)
            {
                var block = target.NewBlock();
                block.Add(results);
                target.Take(block);
            }
            return target.RowCount;
        }
    }

    private int Evaluate(string name)
    {
        var (engine, blocks) = _engines[name];
        var count = 0;
        foreach (var block in blocks)
        {
            using var results = engine.Evaluate(block);
            count += results.Facts.Length;
        }
        return count;
    }

    private ImmutableArray<FactBatch> Read(IEvaluationEngine engine)
    {
        var (registry, _) = Registry.Open(Input, new RegistrySource(_folder));
        if (registry is null)
            throw new InvalidOperationException();
        var rejected = new RejectedRowList();
        registry.LoadDetails(engine.Texts, 2023, rejected, 1, CancellationToken.None);
        var blocks = ImmutableArray.CreateBuilder<FactBatch>();
        foreach (var table in registry.Tables)
        {
            using var reader = table.Table.OpenReader();
            var readers = table.Readers(engine.Texts);
            foreach (var raw in table.Read(reader, registry.Keys))
                blocks.Add(table.Complete(raw, readers, engine.Texts).Facts);
        }
        return blocks.ToImmutable();
    }
}
