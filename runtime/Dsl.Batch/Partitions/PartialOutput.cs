// What an attempt at a partition writes: its results and the rows that were rejected, as exact rows of cells.
using System.Security.Cryptography;
using System.Text;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Partitions;

/// <summary>The rows of results.</summary>
internal sealed class PartialResult : TableOutput
{
    private readonly Stream _stream;

    public PartialResult(ResultTable table, Stream stream)
        : base(table)
    {
        _stream = stream;
        Put(table.Columns.Select(static column => column.Name));
    }

    public override string Finish(CancellationToken cancellation) => Sha256;

    protected override DataFinding? Write(string[] row, long number)
    {
        Put(row);
        return null;
    }

    private void Put(IEnumerable<string> cells)
    {
        var bytes = Encoding.UTF8.GetBytes(new StringBuilder().AppendCells(cells).ToString());
        Hash(bytes);
        _stream.Write(bytes);
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
