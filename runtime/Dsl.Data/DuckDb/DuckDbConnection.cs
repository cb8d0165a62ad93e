// A connection to DuckDB: in memory, or to a .duckdb file. One statement at a time; nothing is ever downloaded.
using System.Globalization;
using System.Runtime.InteropServices;
using Dsl.Loading.Findings;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Dsl.Data.DuckDb;

/// <summary>How a database is opened.</summary>
internal sealed record DuckDbOptions
{
    /// <summary>The .duckdb file; null for a database in memory.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the file is opened for reading only; it must exist then.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>How many threads, at least 1; null for one per processor.</summary>
    public int? Threads { get; init; }

    /// <summary>Most memory in MB; null for DuckDB's own choice (80 % of the machine's).</summary>
    public int? MemoryMegabytes { get; init; }

    /// <summary>
    /// Where tables that outgrow memory are spilled to; made when needed and removed afterwards. Null for the system's temporary folder.
    /// </summary>
    public string? SpillFolder { get; init; }
}

/// <summary>A connection. Not safe on several threads at once.</summary>
internal sealed class DuckDbConnection : IDisposable
{
    // Opening a database takes some 30 ms, connecting to one nothing: Parquet files are read through one,
    // which lives as long as the program.
    private static readonly Lazy<DuckDBDatabase> Shared = new(static () => OpenDatabase(new()));

    private readonly DuckDBDatabase? _database;
    private readonly DuckDBNativeConnection _connection;

    private DuckDbConnection(DuckDBDatabase? database, DuckDBNativeConnection connection) =>
        (_database, _connection) = (database, connection);

    internal DuckDBNativeConnection Handle => _connection;

    /// <summary>Loads DuckDB, when the first table needs it; null, or that it is not there.</summary>
    public static DataProblem? LibraryProblem()
    {
        // Without the library beside the program, another one of the system may be found, whose vectors could lie differently.
        var wanted = typeof(NativeMethods).Assembly.GetName().Version?.ToString(3);
        return NativeLibrary.TryLoad("duckdb", typeof(NativeMethods).Assembly,
            DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories, out _)
            && Startup.DuckDBLibraryVersion() == $"v{wanted}" ? null : DuckDbDiagnostics.LibraryMissing.With();
    }

    /// <summary>Opens a database; <see cref="LibraryProblem"/> must have been asked.</summary>
    /// <exception cref="DuckDbException">The file is no database, is locked or cannot be read.</exception>
    public static DuckDbConnection Open(DuckDbOptions options)
    {
        var database = OpenDatabase(options);
        try
        {
            return new(database, Connect(database));
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A connection to the one database in memory that reading files needs.</summary>
    /// <exception cref="DuckDbException">Memory is short.</exception>
    public static DuckDbConnection Share() => new(null, Connect(Shared.Value));

    /// <summary>Runs a statement for its effect.</summary>
    /// <exception cref="DuckDbException">It failed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Execute(string sql, CancellationToken cancellation = default)
    {
        using var result = Query(sql, cancellation);
        while (result.TryRead(out var chunk))
            chunk.Dispose();
    }

    /// <summary>Runs a query; its rows are computed while they are read, in the order of the source.</summary>
    /// <exception cref="DuckDbException">It failed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public DuckDbResult Query(string sql, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var isPrepared = PreparedStatements.DuckDBPrepare(_connection, sql, out var statement).IsSuccess();
        using (statement)
        {
            return isPrepared ? Start(statement, cancellation)
                : throw Failure(PreparedStatements.DuckDBPrepareError(statement) ?? "", cancellation);
        }
    }

    /// <summary>The one number that a query yields; null for NULL.</summary>
    /// <exception cref="DuckDbException">It failed.</exception>
    public long? QueryNumber(string sql, CancellationToken cancellation = default)
    {
        using var result = Query(sql, cancellation);
        if (!result.TryRead(out var chunk))
            return null;
        using (chunk)
        {
            var vector = chunk[0];
            return vector.IsNull(0) ? null : (long)vector.Integer(0);
        }
    }

    /// <summary>Stops the statement that runs on another thread.</summary>
    public void Interrupt() => Startup.DuckDBInterrupt(_connection);

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        _database?.Dispose();
    }

    private static DuckDBDatabase OpenDatabase(DuckDbOptions options)
    {
        using var config = Configure(options);
        if (Startup.DuckDBOpen(options.Path, out var database, config, out var error).IsSuccess())
            return database;
        database.Dispose();
        throw new DuckDbException(DuckDBErrorType.Io, error ?? "");
    }

    private static DuckDBNativeConnection Connect(DuckDBDatabase database)
    {
        if (Startup.DuckDBConnect(database, out var connection).IsSuccess())
            return connection;
        connection.Dispose();
        throw new DuckDbException(DuckDBErrorType.OutOfMemory, "duckdb_connect failed");
    }

    private DuckDbResult Start(DuckDBPreparedStatement statement, CancellationToken cancellation)
    {
        using var registration = cancellation.Register(Interrupt);
        if (PreparedStatements.DuckDBExecutePreparedStreaming(statement, out var result).IsSuccess())
            return new(this, result, cancellation);
        var failure = Failure(ref result, cancellation);
        result.Close();
        throw failure;
    }

    internal static Exception Failure(ref DuckDBResult result, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested
            ? new OperationCanceledException(cancellation)
            : new DuckDbException(NativeMethods.Query.DuckDBResultErrorType(ref result),
                NativeMethods.Query.DuckDBResultError(ref result) ?? "");

    private static Exception Failure(string message, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested ? new OperationCanceledException(cancellation) : new DuckDbException(KindOf(message), message);

    /// <summary>Before a statement runs, DuckDB shows the kind of an error only in the first words of its message.</summary>
    private static DuckDBErrorType KindOf(string message) =>
        message.StartsWith("Catalog Error", StringComparison.Ordinal) ? DuckDBErrorType.Catalog
        : message.StartsWith("IO Error", StringComparison.Ordinal) ? DuckDBErrorType.Io
        : message.StartsWith("Out of Memory", StringComparison.Ordinal) ? DuckDBErrorType.OutOfMemory
        : message.StartsWith("Invalid Input", StringComparison.Ordinal) ? DuckDBErrorType.InvalidInput
        : DuckDBErrorType.Invalid;

    private static DuckDBConfig Configure(DuckDbOptions options)
    {
        if (!Configuration.DuckDBCreateConfig(out var config).IsSuccess())
            throw new DuckDbException(DuckDBErrorType.OutOfMemory, "duckdb_create_config failed");
        void Set(string name, string value)
        {
            if (Configuration.DuckDBSetConfig(config, name, value).IsSuccess())
                return;
            config.Dispose();
            throw new DuckDbException(DuckDBErrorType.InvalidInput, $"{name} = {value}");
        }
        // A program for officials' desks neither fetches nor runs code from elsewhere.
        Set("autoinstall_known_extensions", "false");
        Set("autoload_known_extensions", "false");
        Set("allow_community_extensions", "false");
        // What was in a file a moment ago is not what is in it now.
        Set("enable_external_file_cache", "false");
        // Rows come as they stand in the file: results must not depend on threads.
        Set("preserve_insertion_order", "true");
        // Reading needs no room on disk; data never lies where everybody may look.
        Set("temp_directory", options.SpillFolder ?? "");
        if (options.Path is not null && options.IsReadOnly)
        {
            Set("access_mode", "READ_ONLY");
            // A view in a foreign database could read any file of this machine.
            Set("enable_external_access", "false");
        }
        if (options.Threads is { } threads)
            Set("threads", threads.ToString(CultureInfo.InvariantCulture));
        if (options.MemoryMegabytes is { } memory)
            Set("memory_limit", $"{memory.ToString(CultureInfo.InvariantCulture)}MB");
        return config;
    }
}
