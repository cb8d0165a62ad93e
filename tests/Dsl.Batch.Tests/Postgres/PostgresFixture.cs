// One server for all tests of the collection, started when the first of them asks for it.
using Dsl.Data.Postgres;
using Dsl.Testing;
using Npgsql;
using Xunit;

namespace Dsl.Batch.Tests.Postgres;

[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "PostgreSQL";
}

public sealed class PostgresFixture : IDisposable
{
    private readonly Lazy<PostgresServer> _server = new(static () =>
    {
        Environment.SetEnvironmentVariable("PGPASSWORD", PostgresServer.Password);
        return PostgresServer.Start();
    });

    public PostgresServer Server => _server.Value;

    /// <summary>The address of a table, as a user writes it.</summary>
    public string Address(string table) => $"{Server.Address}#{table}";

    internal PostgresAddress Table(string table) =>
        PostgresAddress.Parse(Address(table)).Address ?? throw new InvalidOperationException(table);

    /// <summary>Runs statements; the first value of the last row that they give.</summary>
    public object? Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Table("x").ConnectionString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    public void Dispose()
    {
        if (_server.IsValueCreated)
            _server.Value.Dispose();
    }
}
