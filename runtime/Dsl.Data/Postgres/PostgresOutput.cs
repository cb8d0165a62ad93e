// Results as a table of a PostgreSQL database.
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;

namespace Dsl.Data.Postgres;

/// <summary>Writes results into a table. The hash is that of the same results as CSV: header and rows.</summary>
public sealed class PostgresOutput : TableOutput
{
    private readonly PostgresWriter _writer;
    private readonly string _shown;

    private PostgresOutput(ResultTable table, PostgresWriter writer, string shown)
        : base(table)
    {
        (_writer, _shown) = (writer, shown);
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
    public override string Finish(CancellationToken cancellation)
    {
        Fatal ??= _writer.Finish();
        return Sha256;
    }

    /// <inheritdoc/>
    public override DataFinding? Commit() => _writer.Commit();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _writer.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override DataFinding? Write(string[] row, long number)
    {
        if ((Table.Unwritable(row, number, PostgresWriter.MostDigits, "PostgreSQL", _shown) ?? _writer.Write(row)) is { } finding)
            return finding;
        HashRow(row);
        return null;
    }
}
