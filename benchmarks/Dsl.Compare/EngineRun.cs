// Our engines over a registry that is in memory: only evaluating is measured.
using System.Collections.Immutable;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Columns.Blocks;
using Dsl.Ir.Results;
using Dsl.Loading.Policies;
using Dsl.Values.Exact;

namespace Dsl.Compare;

/// <summary>An engine with the facts of a registry in columns.</summary>
internal sealed class EngineRun
{
    /// <summary>测算日 of every run.</summary>
    public static readonly DateOnly AsOf = new(2024, 6, 30);

    private readonly IEvaluationEngine _engine;
    private readonly ImmutableArray<FactBatch> _blocks;

    private EngineRun(IEvaluationEngine engine, ImmutableArray<FactBatch> blocks) => (_engine, _blocks) = (engine, blocks);

    /// <summary>How many subjects.</summary>
    public int Count => _blocks.Sum(static block => block.Facts.Length);

    /// <summary>About so many subjects: as many as whole blocks have.</summary>
    public int First(int most)
    {
        var count = 0;
        foreach (var block in _blocks)
        {
            if (count >= most)
                break;
            count += block.Facts.Length;
        }
        return count;
    }

    /// <summary>How many bytes evaluating a subject allocates, once pools are filled.</summary>
    public double BytesPerSubject()
    {
        Sum(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Sum(1);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Count;
    }

    /// <summary>Compiles the policies and reads the registry.</summary>
    /// <param name="name">The name of the engine.</param>
    /// <param name="policies">The folder of the policies.</param>
    /// <param name="registry">The folder of the registry.</param>
    public static EngineRun Load(string name, string policies, string registry)
    {
        var loaded = PolicyLoader.Load([policies]);
        var program = loaded.Compilation.Program;
        var context = loaded.Context(AsOf, AsOf.Year, AsOf);
        var engine = EvaluationEngines.Create(name, program, context) ?? throw new InvalidOperationException(name);
        var (opened, findings) = Registry.Open(program, new RegistrySource(registry).For(loaded));
        if (opened is null)
            throw new InvalidOperationException(string.Join('\n', findings));
        if (opened.LoadDetails(engine.Texts, AsOf.Year, new RejectedRowList(), 1, CancellationToken.None) is { } fatal)
            throw new InvalidOperationException($"{fatal}");
        var blocks = ImmutableArray.CreateBuilder<FactBatch>();
        foreach (var table in opened.Tables)
        {
            using var reader = table.Table.OpenReader();
            var readers = table.Readers(engine.Texts);
            foreach (var raw in table.Read(reader, opened.Keys))
                blocks.Add(table.Complete(raw, readers, engine.Texts).Facts);
        }
        return new(engine, blocks.ToImmutable());
    }

    /// <summary>Evaluates the first subjects, on one thread or several; the sum of all awards in fen.</summary>
    public Int128 Sum(int threads, int most = int.MaxValue)
    {
        var (next, sums) = (-1, new Int128[threads]);
        var left = most;
        if (threads == 1)
            SumBlocks(0);
        else
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, SumBlocks);
        return sums.Aggregate(Int128.Zero, static (sum, one) => sum + one);

        void SumBlocks(int thread)
        {
            Int128 sum = 0;
            for (int block; (block = Interlocked.Increment(ref next)) < _blocks.Length;)
            {
                if (Interlocked.Add(ref left, -_blocks[block].Facts.Length) + _blocks[block].Facts.Length <= 0)
                    break;
                using var results = _engine.Evaluate(_blocks[block]);
                for (var i = 0; i < results.Facts.Length; i++)
                    sum += SumOf(results, i);
            }
            sums[thread] = sum;
        }
    }

    private static Int128 SumOf(ResultBatch results, int subject)
    {
        if (!results.IsInColumns(subject) || !results.IsSum(subject))
            return Fen(results.TotalsOf(subject).Amount);
        Int128 sum = 0;
        foreach (var column in results.Clauses)
        {
            // What is given in kind is no part of the sum.
            if (!column.Clause.CountsInTotals || column.Clause.Form.Length > 0)
                continue;
            if (column.Objects.Count > 0 && column.Objects.TryGetValue(subject, out var result))
                sum += result.DisplacedBy is null ? Fen(result.Amount) : 0;
            else
                sum += column.Amounts.Low[subject];
        }
        return sum;
    }

    private static Int128 Fen(Bounds amount) => (Int128)((amount.Low ?? 0) * 100).Floor();
}
