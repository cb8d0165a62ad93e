// Writes a table of results: by binary copy into a table under another name, which takes the final name when the transaction commits.
using System.Globalization;
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;
using Npgsql;
using NpgsqlTypes;

namespace Dsl.Data.Postgres;

/// <summary>Writes one table in one transaction: without <see cref="Commit"/> the database stays as it was.</summary>
internal sealed class PostgresWriter : IDisposable
{
    /// <summary>
    /// How many digits of an amount are kept: those of <see cref="decimal"/>, which rounds what is longer without a word.
    /// </summary>
    public const int MostDigits = 28;

    /// <summary>The comment on tables that a batch wrote, and may replace.</summary>
    private const string Mark = "policy batch 的测算结果；再次测算时整表替换";

    private readonly PostgresAddress _address;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly ResultColumn[] _columns;
    private readonly string _schema;
    private readonly string _temporary;
    private NpgsqlBinaryImporter? _importer;

    private PostgresWriter(PostgresAddress address, NpgsqlConnection connection, IReadOnlyList<ResultColumn> columns)
    {
        (_address, _connection, _columns) = (address, connection, [.. columns]);
        _transaction = connection.BeginTransaction();
        // Where an unqualified name is found or, if it is new, made.
        _schema = address.Schema ?? Scalar("SELECT coalesce((SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = "
            + "c.relnamespace WHERE c.oid = to_regclass($1)), current_schema())::text", address.Sql) ?? "public";
        _temporary = $"policy_{Scalar("SELECT pg_backend_pid()::text")}_{Environment.ProcessId:x}";
    }

    /// <summary>Connects and begins a table; the finding says why it cannot be written.</summary>
    public static (PostgresWriter? Writer, DataFinding? Finding) Open(PostgresAddress address, IReadOnlyList<ResultColumn> columns)
    {
        (PostgresWriter?, DataFinding?) Fail(DataProblem problem) => (null, problem.At(new(address.Shown)));
        if (columns.Select(static column => column.Name).FirstOrDefault(PostgresAddress.IsCut) is { } tooLong)
            return Fail(PostgresDiagnostics.TooLongName.With(tooLong));
        var (connection, refused) = PostgresConnections.Open(address);
        if (connection is null)
            return (null, refused);
        try
        {
            var writer = new PostgresWriter(address, connection, columns);
            if (writer.Existing() is { } problem)
            {
                writer.Dispose();
                return Fail(problem);
            }
            writer.Begin();
            return (writer, null);
        }
        catch (Exception error) when (PostgresFailure.IsExpected(error))
        {
            connection.Dispose();
            return Fail(PostgresDiagnostics.WriteFailed.With(PostgresFailure.Message(error)));
        }
    }

    /// <summary>Writes a row; the finding says why the server refuses.</summary>
    /// <param name="cells">One per column; empty becomes NULL.</param>
    public DataFinding? Write(IReadOnlyList<string> cells) => Guard(() =>
    {
        if (_importer is not { } importer)
            return;
        importer.StartRow();
        for (var i = 0; i < _columns.Length; i++)
        {
            if (cells[i].Length == 0)
                importer.WriteNull();
            else
                Write(importer, cells[i], _columns[i].Cell);
        }
    });

    private static void Write(NpgsqlBinaryImporter importer, string cell, ResultCell kind)
    {
        switch (kind)
        {
            case ResultCell.Amount:
                importer.Write(
                    decimal.Parse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
                    NpgsqlDbType.Numeric);
                break;
            case ResultCell.Count:
                importer.Write(long.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture), NpgsqlDbType.Bigint);
                break;
            case ResultCell.Truth:
                importer.Write(cell == "是", NpgsqlDbType.Boolean);
                break;
            default:
                importer.Write(cell, NpgsqlDbType.Text);
                break;
        }
    }

    /// <summary>Sends the last rows and puts the table in the place of an earlier result; other sessions do not see it yet.</summary>
    public DataFinding? Finish() => Guard(() =>
    {
        _importer?.Complete();
        _importer?.Dispose();
        _importer = null;
        Execute($"DROP TABLE IF EXISTS {Named(_address.Table)}");
        Execute($"ALTER TABLE {Named(_temporary)} RENAME TO {PostgresAddress.Quote(_address.Table)}");
    });

    /// <summary>Makes the table visible.</summary>
    public DataFinding? Commit() => Guard(_transaction.Commit);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _importer?.Dispose();
            _transaction.Dispose();
        }
        catch (Exception error) when (PostgresFailure.IsExpected(error))
        {
            // The server is gone, and has rolled back.
        }
        _connection.Dispose();
    }

    /// <summary>What stands under the name already, if it must not be replaced.</summary>
    private DataProblem? Existing()
    {
        const string Query = """
            SELECT CASE WHEN c.relkind = 'r' AND obj_description(c.oid, 'pg_class') = $3 THEN 'ours' ELSE 'theirs' END
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2
            """;
        return Scalar(Query, _schema, _address.Table, Mark) == "theirs"
            ? PostgresDiagnostics.NotReplaced.With($"{_schema}.{_address.Table}")
            : null;
    }

    private void Begin()
    {
        var columns = _columns.Select(static column => $"{PostgresAddress.Quote(column.Name)} {TypeOf(column.Cell)}");
        Execute($"CREATE TABLE {Named(_temporary)} ({string.Join(", ", columns)})");
        Execute($"COMMENT ON TABLE {Named(_temporary)} IS '{Mark}'");
        _importer = _connection.BeginBinaryImport($"COPY {Named(_temporary)} FROM STDIN (FORMAT BINARY)");
        _importer.Timeout = TimeSpan.Zero;
    }

    private static string TypeOf(ResultCell cell) => cell switch
    {
        ResultCell.Amount => "numeric(30,2)",
        ResultCell.Count => "bigint",
        ResultCell.Truth => "boolean",
        _ => "text",
    };

    private string Named(string table) => $"{PostgresAddress.Quote(_schema)}.{PostgresAddress.Quote(table)}";

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection, _transaction);
        command.ExecuteNonQuery();
    }

    private string? Scalar(string sql, params string[] values)
    {
        using var command = new NpgsqlCommand(sql, _connection, _transaction);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command.ExecuteScalar() as string;
    }

    private DataFinding? Guard(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception error) when (PostgresFailure.IsExpected(error))
        {
            return PostgresDiagnostics.WriteFailed.With(PostgresFailure.Message(error)).At(new(_address.Shown));
        }
    }
}
