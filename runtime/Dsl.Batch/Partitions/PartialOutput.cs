// What an attempt at a partition writes: its results and the rows that were rejected, as exact rows of cells.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Data.Outputs;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Partitions;

/// <summary>The rows of results.</summary>
internal sealed class PartialResult : ResultOutput
{
    private readonly ResultTable _table;
    private readonly Stream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    // What blocks are written into is used again.
    private readonly ConcurrentBag<Rows> _free = [];

    public PartialResult(ResultTable table, Stream stream)
    {
        (_table, _stream) = (table, stream);
        var head = new CellLinesWriter();
        head.Add([.. table.Columns.Select(static column => column.Name)]);
        Put(head.Written);
    }

    public override ResultBlock NewBlock() => _free.TryTake(out var free) ? free : new Rows(_table);

    public override void Take(ResultBlock block)
    {
        if (block is not Rows { Lines: var lines } rows)
            return;
        Put(lines.Written);
        RowCount += lines.RowCount;
        lines.Clear();
        _free.Add(rows);
    }

    public override string Finish(CancellationToken cancellation) => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override void Dispose() => _hash.Dispose();

    private void Put(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _stream.Write(bytes);
    }

    private sealed class Rows(ResultTable table) : ResultBlock
    {
        public CellLinesWriter Lines { get; } = new();

        public override void Add(ResultBatch results) => table.Write(results, Lines);

        public override void Add(string[] row) => Lines.Add(row);
    }
}

/// <summary>The rows that were rejected; the file is there even without any.</summary>
internal sealed class PartialRejected(Stream stream) : IRejectedOutput, IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long RowCount { get; private set; }

    /// <summary>SHA-256 of what was written so far.</summary>
    public string Sha256 => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Add(IReadOnlyList<DataFinding> row)
    {
        foreach (var finding in row)
            Add(RejectedCsv.CellsOf(finding));
        RowCount++;
    }

    public void Add(string[] cells)
    {
        var bytes = Encoding.UTF8.GetBytes(new StringBuilder().AppendCells(cells).ToString());
        _hash.AppendData(bytes);
        stream.Write(bytes);
    }

    public void Dispose() => _hash.Dispose();
}

/// <summary>The rows of the sheet of what is 待核定.</summary>
internal sealed class PartialApprovals(Stream stream) : ApprovalOutput
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>SHA-256 of what was written so far.</summary>
    public string Sha256 => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override void Write(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendCells(row);
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        _hash.AppendData(bytes);
        stream.Write(bytes);
    }

    public override void Dispose() => _hash.Dispose();
}
