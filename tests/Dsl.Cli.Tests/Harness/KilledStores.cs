// Control stores for services that are killed: SQLite in a data folder, PostgreSQL where a server can be started.
using Dsl.Testing;
using Npgsql;
using Xunit;

namespace Dsl.Cli.Tests.Harness;

/// <summary>Makes stores; one PostgreSQL server for all of them.</summary>
public sealed class KilledStores : IDisposable
{
    private readonly Lazy<PostgresServer> _server = new(static () =>
    {
        Environment.SetEnvironmentVariable("PGPASSWORD", PostgresServer.Password);
        return PostgresServer.Start();
    });

    private int _count;

    /// <summary>The kinds that can be had here.</summary>
    public static TheoryData<string> Kinds => PostgresServer.Unavailable is null ? ["sqlite", "postgres"] : ["sqlite"];

    /// <summary>The setting of a store that is not there yet.</summary>
    public string New(string kind)
    {
        if (kind == "sqlite")
            return kind;
        var database = $"killed{Interlocked.Increment(ref _count)}";
        Query("postgres", $"CREATE DATABASE {database}");
        return $"postgres://{PostgresServer.User}@127.0.0.1:{_server.Value.Port}/{database}";
    }

    /// <summary>The first column of what a query of a database answers.</summary>
    public IReadOnlyList<string> Query(string database, string sql)
    {
        using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={_server.Value.Port};Username={PostgresServer.User};"
            + $"Password={PostgresServer.Password};Database={database};Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
            found.Add($"{reader.GetValue(0)}");
        return found;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_server.IsValueCreated)
            _server.Value.Dispose();
    }
}
