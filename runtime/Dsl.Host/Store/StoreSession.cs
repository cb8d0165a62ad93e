// A connection of the control store inside one piece of work.
using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace Dsl.Host.Store;

/// <summary>
/// What a piece of work may do with the store. SQL is what SQLite and PostgreSQL both read; where they differ <see cref="ForUpdate"/> and
/// its like stand for it.
/// </summary>
/// <param name="connection">The connection.</param>
/// <param name="transaction">The transaction of a write; null for a read.</param>
/// <param name="cancellation">Stops the work.</param>
public sealed class StoreSession(DbConnection connection, DbTransaction? transaction, CancellationToken cancellation)
{
    /// <summary>Ends a SELECT whose rows are to be held until the transaction ends; SQLite holds the whole file anyway.</summary>
    public required string ForUpdate { get; init; }

    /// <summary>Runs a statement; the number of rows that it touched.</summary>
    /// <param name="sql">The statement, with parameters as @name.</param>
    /// <param name="parameters">An object with a property per parameter; null for none.</param>
    public Task<int> Execute(string sql, object? parameters = null) => connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>The rows of a query.</summary>
    /// <param name="sql">The query, with parameters as @name.</param>
    /// <param name="parameters">An object with a property per parameter; null for none.</param>
    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(Command(sql, parameters)).ConfigureAwait(false)).AsList();

    /// <summary>The first row of a query; the default of the type where there is none.</summary>
    /// <param name="sql">The query, with parameters as @name.</param>
    /// <param name="parameters">An object with a property per parameter; null for none.</param>
    public Task<T?> First<T>(string sql, object? parameters = null) => connection.QueryFirstOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>The rows of a query one by one, for what does not fit into memory.</summary>
    /// <param name="sql">The query, with parameters as @name.</param>
    /// <param name="parameters">An object with a property per parameter; null for none.</param>
    public async IAsyncEnumerable<T> Stream<T>(string sql, object? parameters = null)
    {
        await using var reader = await connection.ExecuteReaderAsync(Command(sql, parameters)).ConfigureAwait(false);
        var parse = reader.GetRowParser<T>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            yield return parse(reader);
    }

    /// <summary>The rows of a query one by one, as they are: whole numbers as <see cref="long"/>, texts.</summary>
    /// <param name="sql">The query.</param>
    public async IAsyncEnumerable<(IReadOnlyList<string> Columns, object[] Values)> Rows(string sql)
    {
        await using var reader = await connection.ExecuteReaderAsync(Command(sql, null)).ConfigureAwait(false);
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var values = new object[columns.Length];
            reader.GetValues(values);
            yield return (columns, values);
        }
    }

    /// <summary>Puts rows into a table, as many as there are at once; how many there were.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">The values in the order of the columns: <see cref="long"/> and <see cref="string"/>.</param>
    public Task<long> Insert(string table, IReadOnlyList<string> columns, IEnumerable<object[]> rows)
    {
        RequireOpen();
        return connection is NpgsqlConnection postgres
            ? BulkInsert.Copy(postgres, table, columns, rows, cancellation)
            : BulkInsert.Repeat(connection, transaction, table, columns, rows, cancellation);
    }

    private CommandDefinition Command(string sql, object? parameters)
    {
        RequireOpen();
        return new(sql, parameters, transaction, cancellationToken: cancellation);
    }

    /// <summary>
    /// What is asked of a connection that broke would otherwise be done on a new one, outside of the transaction whose other half is lost.
    /// </summary>
    private void RequireOpen()
    {
        if (connection.State != ConnectionState.Open)
            throw new EndOfStreamException();
    }
}
