// A table of a PostgreSQL database as a table of a registry.
using System.Collections.Immutable;
using Dsl.Data.Tables;
using Dsl.Facts.Tables;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;

namespace Dsl.Data.Postgres;

/// <summary>A table of a database that can be read.</summary>
internal sealed class PostgresSource : ITableSource
{
    /// <summary>Tables of PostgreSQL. Nothing here loads Npgsql: that is done where a table is opened.</summary>
    public static readonly TableFormat Format = new("PostgreSQL 的表（postgres://用户@主机/库#表）", PostgresAddress.IsAddress, OpenSource)
    {
        TableName = static source => PostgresAddress.Parse(source).Address?.Table ?? "",
    };

    private readonly PostgresAddress _address;
    private readonly ImmutableArray<PostgresColumn> _columns;

    private PostgresSource(PostgresAddress address, ImmutableArray<PostgresColumn> columns, long length)
    {
        (_address, _columns, Length) = (address, columns, length);
        Header = [.. columns.Select(static column => column.Name)];
        Input = new(Shown, "");
    }

    /// <inheritdoc/>
    public string Shown => _address.Shown;

    /// <inheritdoc/>
    public ImmutableArray<string> Header { get; }

    /// <inheritdoc/>
    public long? HeaderRow => null;

    /// <summary>Columns of text; this user may lack the right to read those that are not wanted.</summary>
    public ImmutableArray<int> WordColumns => [.. Enumerable.Range(0, _columns.Length).Where(index => _columns[index].HasWords)];

    /// <summary>Rows, as the server estimates them.</summary>
    public long Length { get; }

    /// <summary>The hash is that of the binary copy of the columns that were read, in the order in which the table has them.</summary>
    public InputFile Input { get; private set; }

    /// <inheritdoc/>
    public DataFinding? Unreadable(int column) => PostgresTable.Unsupported(_address, _columns[column]);

    /// <inheritdoc/>
    public ITableReader Open(ImmutableArray<int> columns)
    {
        var (table, finding) = PostgresTable.Open(_address);
        // The server is asked for the columns in the order of the table: the hash does not depend on the order of the schema.
        ImmutableArray<int> ordered = [.. columns.Order()];
        var wanted = ordered.Select(index => _columns[index]).ToArray();
        finding ??= table?.Unsupported(wanted) is [var unsupported, ..] ? unsupported : null;
        var rows = finding is null ? table?.Read(wanted) : null;
        return new PostgresReader(table, rows, finding, [.. columns.Select(index => ordered.IndexOf(index))],
            hash => Input = new(Shown, hash));
    }

    private static TableOpening OpenSource(string source)
    {
        if (PostgresAddress.Parse(source) is not ({ } address, null))
            return PostgresAddress.Parse(source).Finding ?? PostgresDiagnostics.BadAddress.With().At(new("postgres://…"));
        var (table, finding) = PostgresTable.Open(address);
        using (table)
            return table is null ? new(null, finding) : new(new PostgresSource(address, [.. table.Columns], table.EstimatedRows), null);
    }
}

/// <summary>Reads the rows of a table.</summary>
/// <param name="table">The table; null where it could not be opened.</param>
/// <param name="rows">Its rows; null where they cannot be read.</param>
/// <param name="finding">Why; null where all is well.</param>
/// <param name="columns">By wanted column: its place in a row.</param>
/// <param name="ended">Called with the hash once all rows were read.</param>
internal sealed class PostgresReader(PostgresTable? table, PostgresRows? rows, DataFinding? finding, ImmutableArray<int> columns,
    Action<string> ended)
    : RowTableReader(columns)
{
    /// <inheritdoc/>
    public override DataFinding? Fatal => finding ?? rows?.Fatal;

    /// <inheritdoc/>
    public override long Position => rows?.Position ?? 0;

    /// <inheritdoc/>
    public override void Dispose()
    {
        rows?.Dispose();
        table?.Dispose();
    }

    /// <inheritdoc/>
    protected override bool TryRead(out SourceRow row)
    {
        row = default;
        return rows is not null && rows.TryRead(out row);
    }

    /// <inheritdoc/>
    protected override void End()
    {
        if (rows is { Fatal: null })
            ended(rows.Sha256);
    }
}
