// Many rows into one table: COPY in PostgreSQL, one prepared statement in SQLite.
using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Dsl.Host.Store;

/// <summary>Puts rows of texts and whole numbers into tables.</summary>
internal static class BulkInsert
{
    /// <summary>By COPY, which the transaction of the connection holds like any statement.</summary>
    public static async Task<long> Copy(NpgsqlConnection connection, string table, IReadOnlyList<string> columns,
        IEnumerable<object[]> rows, CancellationToken cancellation)
    {
        var sql = $"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)";
        await using var import = await connection.BeginBinaryImportAsync(sql, cancellation).ConfigureAwait(false);
        var count = 0L;
        foreach (var row in rows)
        {
            await import.StartRowAsync(cancellation).ConfigureAwait(false);
            foreach (var value in row)
            {
                if (value is long number)
                    await import.WriteAsync(number, NpgsqlDbType.Bigint, cancellation).ConfigureAwait(false);
                else
                    await import.WriteAsync((string)value, NpgsqlDbType.Text, cancellation).ConfigureAwait(false);
            }
            count++;
        }
        await import.CompleteAsync(cancellation).ConfigureAwait(false);
        return count;
    }

    /// <summary>By a statement that is prepared once.</summary>
    public static async Task<long> Repeat(DbConnection connection, DbTransaction? transaction, string table, IReadOnlyList<string> columns,
        IEnumerable<object[]> rows, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)})"
            + $" VALUES ({string.Join(", ", columns.Select(static column => "@" + column))})";
        foreach (var column in columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + column;
            command.Parameters.Add(parameter);
        }
        var count = 0L;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i];
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            count++;
        }
        return count;
    }
}
