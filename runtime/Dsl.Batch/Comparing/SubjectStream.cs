// The subjects of a registry with their results under one version, one after another in the order of the tables.
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Data;
using Dsl.Ir.Facts;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Comparing;

internal sealed record EvaluatedSubject(SubjectFacts Facts, SubjectResult Result);

/// <summary>Evaluates a registry; holds a few blocks of subjects at a time.</summary>
internal sealed class SubjectStream(Registry registry, IEvaluationEngine engine, int year, int threads, CancellationToken cancellation)
{
    private readonly CountedRows _rejected = new();
    private readonly long _length = registry.Tables.Sum(static table => table.Table.Source.Length);
    private long _position;

    /// <summary>Why an input cannot be read; null while all is well.</summary>
    public DataFinding? Fatal { get; private set; }

    /// <summary>Rows that were rejected so far.</summary>
    public long RejectedRows => _rejected.Count;

    /// <summary>The part of the main tables that was read, 0 to 1.</summary>
    public double Fraction => _length == 0 ? 1 : Math.Min(1, (double)_position / _length);

    /// <summary>Columns that are not there and need not be.</summary>
    public IEnumerable<string> AbsentColumns => registry.AbsentColumns;

    /// <summary>The kinds of subjects whose tables are there.</summary>
    public IEnumerable<string> Kinds => registry.Tables.Select(static table => table.Subject.Name);

    /// <summary>Reads details and records: first of all.</summary>
    public void LoadDetails() => Fatal = registry.LoadDetails(engine.Texts, year, _rejected, threads, cancellation);

    /// <summary>The subjects of a kind; none where its table is not there.</summary>
    public IEnumerable<EvaluatedSubject> Of(string kind)
    {
        foreach (var table in registry.Tables.Where(table => table.Subject.Name == kind))
        {
            using var reader = table.Table.OpenReader();
            var before = _position;
            var readers = table.Readers(engine.Texts);
            (SubjectBatch Reading, SubjectResult[] Results) Compute(RawBatch raw)
            {
                cancellation.ThrowIfCancellationRequested();
                var reading = raw.Table.Complete(raw, readers, engine.Texts);
                using var results = engine.Evaluate(reading.Facts);
                return (reading, [.. Enumerable.Range(0, results.Facts.Length).Select(subject => results.ResultOf(subject))]);
            }
            foreach (var (reading, results) in OrderedPipeline.Select(table.Read(reader, registry.Keys), threads, Compute, cancellation))
            {
                foreach (var row in reading.Rejected)
                    _rejected.Add(row);
                table.Note(reading);
                _position = before + reader.Position;
                for (var i = 0; i < results.Length; i++)
                    yield return new(reading.Facts.Facts[i], results[i]);
            }
            Fatal ??= reader.Fatal;
        }
    }

    /// <summary>Counts details and records of subjects that were not read: last of all.</summary>
    public void Finish() => registry.RejectOrphans(_rejected);

    private sealed class CountedRows : IRejectedRows
    {
        public long Count { get; private set; }

        public void Add(IReadOnlyList<DataFinding> row) => Count++;
    }
}
