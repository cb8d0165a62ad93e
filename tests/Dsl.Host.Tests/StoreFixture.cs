// Stores for tests: SQLite in a temporary folder, PostgreSQL where a server can be started; a new one for each test.
using Dsl.Host.Store;
using Dsl.Testing;
using Npgsql;
using Xunit;

namespace Dsl.Host.Tests;

[CollectionDefinition(Name)]
public sealed class StoreCollection : ICollectionFixture<StoreFixture>
{
    public const string Name = "Stores";
}

public sealed class StoreFixture : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policy-store-").FullName;
    private readonly Lazy<PostgresServer> _server = new(static () =>
    {
        Environment.SetEnvironmentVariable("PGPASSWORD", PostgresServer.Password);
        return PostgresServer.Start();
    });

    private int _count;

    /// <summary>The kinds that can be had here.</summary>
    public static string[] KindNames { get; } = PostgresServer.Unavailable is null ? ["sqlite", "postgres"] : ["sqlite"];

    /// <summary>The same as cases of a theory.</summary>
    public static TheoryData<string> Kinds => [.. KindNames];

    /// <summary>The setting and the data folder of a store that is not there yet.</summary>
    public (string Setting, string Folder) New(string kind)
    {
        var number = Interlocked.Increment(ref _count);
        var folder = Directory.CreateDirectory(Path.Combine(_folder, $"{number}")).FullName;
        if (kind == "sqlite")
            return (kind, folder);
        Execute("postgres", $"CREATE DATABASE store{number}");
        return (Address($"store{number}"), folder);
    }

    /// <summary>The PostgreSQL server; started where it is not yet.</summary>
    public PostgresServer Server => _server.Value;

    public string Address(string database) => $"postgres://{PostgresServer.User}@127.0.0.1:{_server.Value.Port}/{database}";

    public async Task<IControlStore> Open(string kind)
    {
        var (setting, folder) = New(kind);
        return await ControlStores.Open(setting, folder, TimeProvider.System, CancellationToken.None);
    }

    public void Execute(string database, string sql)
    {
        using var connection = new NpgsqlConnection(
            $"Host=127.0.0.1;Port={_server.Value.Port};Username={PostgresServer.User};Password={PostgresServer.Password};"
            + $"Database={database};Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        if (_server.IsValueCreated)
            _server.Value.Dispose();
    }
}
