// Results as a table of a PostgreSQL database.
using System.Security.Cryptography;
using System.Text;
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;

namespace Dsl.Data.Postgres;

/// <summary>Writes results into a table. The hash is that of the same results as CSV: header and rows.</summary>
internal sealed class PostgresOutput : ResultOutput
{
    private readonly ResultTable _table;
    private readonly PostgresWriter _writer;
    private readonly string _shown;
    private readonly IncrementalHash _rows = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private PostgresOutput(ResultTable table, PostgresWriter writer, string shown)
    {
        (_table, _writer, _shown) = (table, writer, shown);
        HashRow(table.Columns.Select(static column => column.Name));
    }

    /// <summary>Connects and begins a table; the finding says why it cannot be written.</summary>
    public static (ResultOutput? Output, DataFinding? Finding) Open(string destination, ResultTable table)
    {
        var (address, finding) = PostgresAddress.Parse(destination);
        if (address is null)
            return (null, finding);
        (var writer, finding) = PostgresWriter.Open(address, table.Columns);
        return (writer is null ? null : new PostgresOutput(table, writer, address.Shown), finding);
    }

    /// <inheritdoc/>
    public override ResultBlock NewBlock() => new TableBlock(_table);

    /// <inheritdoc/>
    public override void Take(ResultBlock block)
    {
        if (block is not TableBlock { Rows: var rows })
            return;
        foreach (var row in rows)
        {
            Fatal ??= _table.Unwritable(row, RowCount + 1, PostgresWriter.MostDigits, "PostgreSQL", _shown) ?? _writer.Write(row);
            if (Fatal is not null)
                return;
            HashRow(row);
            RowCount++;
        }
    }

    /// <inheritdoc/>
    public override string Finish(CancellationToken cancellation)
    {
        Fatal ??= _writer.Finish();
        return Convert.ToHexStringLower(_rows.GetCurrentHash());
    }

    /// <inheritdoc/>
    public override DataFinding? Commit() => _writer.Commit();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _writer.Dispose();
        _rows.Dispose();
    }

    private void HashRow(IEnumerable<string> cells) =>
        _rows.AppendData(Encoding.UTF8.GetBytes(new StringBuilder().AppendRow(cells).ToString()));
}
