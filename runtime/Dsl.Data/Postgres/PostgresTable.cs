// A table of a database that can be read: its columns, in one transaction that sees one state of the data.
using Dsl.Loading.Findings;
using Npgsql;

namespace Dsl.Data.Postgres;

/// <summary>An open table. Holds a connection until it is disposed.</summary>
internal sealed class PostgresTable : IDisposable
{
    private const string ColumnsQuery = """
        WITH RECURSIVE base(number, name, shown, oid, kind, parent, readable) AS (
          SELECT a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), t.oid, t.typtype, t.typbasetype, has_column_privilege(a.attrelid, a.attnum, 'SELECT')
          FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped
          UNION ALL
          SELECT number, name, shown, t.oid, t.typtype, t.typbasetype, readable FROM base JOIN pg_type t ON t.oid = base.parent WHERE base.kind = 'd')
        SELECT name::text, shown::text, oid::int8, kind = 'e', readable FROM base WHERE kind <> 'd' ORDER BY number
        """;

    // The order of the rows is that in which the table holds them: nothing may read it from several places at once, or from an index.
    // A filter on rows (row security) must not hide rows silently.
    private const string Settings = """
        SET LOCAL synchronize_seqscans = off; SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL enable_indexonlyscan = off;
        SET LOCAL row_security = off; SET LOCAL statement_timeout = 0
        """;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PostgresTable(PostgresAddress address, NpgsqlConnection connection, NpgsqlTransaction transaction,
        IReadOnlyList<PostgresColumn> columns, long estimate) =>
        (Address, _connection, _transaction, Columns, EstimatedRows) = (address, connection, transaction, columns, estimate);

    /// <summary>Where the table is.</summary>
    public PostgresAddress Address { get; }

    /// <summary>Its columns, in their order.</summary>
    public IReadOnlyList<PostgresColumn> Columns { get; }

    /// <summary>How many rows the server believes there are; 0 where it does not know.</summary>
    public long EstimatedRows { get; }

    /// <summary>Connects and looks at the table; the finding says why it cannot be read.</summary>
    public static (PostgresTable? Table, DataFinding? Finding) Open(PostgresAddress address)
    {
        var (connection, refused) = PostgresConnections.Open(address);
        if (connection is null)
            return (null, refused);
        (PostgresTable?, DataFinding?) Fail(DataProblem problem)
        {
            connection.Dispose();
            return (null, problem.At(new(address.Shown)));
        }
        try
        {
            var transaction = connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
            Execute(connection, "SET TRANSACTION READ ONLY; " + Settings);
            var columns = ReadColumns(connection, address);
            return columns.Count == 0
                ? Fail(PostgresDiagnostics.NoTable.With(address.Schema is null ? address.Table : $"{address.Schema}.{address.Table}"))
                : (new(address, connection, transaction, columns, Estimate(connection, address)), null);
        }
        catch (Exception error) when (PostgresFailure.IsExpected(error))
        {
            return Fail(PostgresDiagnostics.ReadFailed.With(PostgresFailure.Message(error)));
        }
    }

    /// <summary>A finding for each of the columns whose type has no exact text.</summary>
    public IReadOnlyList<DataFinding> Unsupported(IEnumerable<PostgresColumn> columns) =>
        [.. columns.Select(column => Unsupported(Address, column)).OfType<DataFinding>()];

    /// <summary>Why a column of a table cannot be read; null where it can.</summary>
    public static DataFinding? Unsupported(PostgresAddress address, PostgresColumn column) => column.Type is not null ? null
        : PostgresDiagnostics.UnsupportedType.With(column.Name, column.TypeName).At(new(address.Shown, null, column.Name));

    /// <summary>Reads columns of the table, once.</summary>
    /// <param name="columns">Columns of <see cref="Columns"/> with a <see cref="PostgresColumn.Type"/>.</param>
    public PostgresRows Read(IReadOnlyList<PostgresColumn> columns) => new(_connection, Address, columns);

    /// <inheritdoc/>
    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }

    private static List<PostgresColumn> ReadColumns(NpgsqlConnection connection, PostgresAddress address)
    {
        using var command = new NpgsqlCommand(ColumnsQuery, connection) { Parameters = { new() { Value = address.Sql } } };
        using var reader = command.ExecuteReader();
        var columns = new List<PostgresColumn>();
        while (reader.Read())
            columns.Add(new(reader.GetString(0), reader.GetString(1), PostgresTypes.Find(reader.GetInt64(2), reader.GetBoolean(3)))
                { HasWords = reader.GetBoolean(4) && PostgresTypes.IsWords(reader.GetInt64(2), reader.GetBoolean(3)) });
        return columns;
    }

    private static long Estimate(NpgsqlConnection connection, PostgresAddress address)
    {
        using var command = new NpgsqlCommand("SELECT greatest(reltuples, 0)::int8 FROM pg_class WHERE oid = to_regclass($1)", connection)
        {
            Parameters = { new() { Value = address.Sql } }
        };
        return command.ExecuteScalar() is long rows ? rows : 0;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
