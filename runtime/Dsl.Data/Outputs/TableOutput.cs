// What the outputs that are tables have in common: rows in order, a hash, and the end at the first row that the table cannot hold.
using System.Security.Cryptography;
using System.Text;
using Dsl.Loading.Findings;

namespace Dsl.Data.Outputs;

/// <summary>Writes the rows of a table of results one by one.</summary>
public abstract class TableOutput(ResultTable table) : ResultOutput
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    protected ResultTable Table { get; } = table;

    /// <summary>SHA-256 of what was hashed so far, in lower-case hexadecimal.</summary>
    protected string Sha256 => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <inheritdoc/>
    public sealed override ResultBlock NewBlock() => new CellRows(Table);

    /// <inheritdoc/>
    public sealed override void Take(ResultBlock block)
    {
        if (block is not CellRows { Rows: var rows })
            return;
        foreach (var row in rows)
        {
            Fatal ??= Write(row, RowCount + 1);
            if (Fatal is not null)
                return;
            RowCount++;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _hash.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes a row; says why the output cannot hold it.</summary>
    /// <param name="row">The cells.</param>
    /// <param name="number">Which row of the result, from 1.</param>
    protected abstract DataFinding? Write(string[] row, long number);

    /// <summary>Hashes bytes that are written.</summary>
    protected void Hash(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    /// <summary>Hashes a row as it would stand in CSV: for targets whose bytes are not the same each time.</summary>
    protected void HashRow(IEnumerable<string> cells) => Hash(Encoding.UTF8.GetBytes(new StringBuilder().AppendRow(cells).ToString()));
}
