// The control store in one file: write-ahead log, every commit on disk before it is reported, one writer at a time.
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;
using Microsoft.Data.Sqlite;

namespace Dsl.Host.Store;

/// <summary>A store in a file.</summary>
internal sealed class SqliteStore(string path) : IControlStore
{
    // Readers of other processes (audit verify, backup) hold the file only for moments.
    private const int SecondsToWait = 30;

    // Primary result codes, https://www.sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, DiskError = 10, Corrupt = 11, Full = 13, CannotOpen =
        14, NoDatabase = 26;

    private readonly SemaphoreSlim _writer = new(1);
    private readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = path, ForeignKeys = true, DefaultTimeout = SecondsToWait, Pooling = true,
    }.ConnectionString;

    public string Shown { get; } = PathText.Shown(path);

    public async Task<T> Read<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await Connect(cancellation).ConfigureAwait(false);
            return await work(new(connection, null, cancellation) { ForUpdate = "" }).ConfigureAwait(false);
        }
        catch (SqliteException error)
        {
            throw Failure(error);
        }
    }

    public async Task<T> ReadWhole<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await Connect(cancellation).ConfigureAwait(false);
            // Its first query fixes what it sees; the log keeps it while others write.
            await using var transaction = connection.BeginTransaction(deferred: true);
            return await work(new(connection, transaction, cancellation) { ForUpdate = "" }).ConfigureAwait(false);
        }
        catch (SqliteException error)
        {
            throw Failure(error);
        }
    }

    public async Task<T> Write<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await using var connection = await Connect(cancellation).ConfigureAwait(false);
            // Takes the lock at once: two writers that both have read first would each wait for the other.
            await using var transaction = connection.BeginTransaction(deferred: false);
            var result = await work(new(connection, transaction, cancellation) { ForUpdate = "" }).ConfigureAwait(false);
            // SQLite decides on its own whether a commit happened; cancelling cannot come between.
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return result;
        }
        catch (SqliteException error)
        {
            throw Failure(error);
        }
        finally
        {
            _writer.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SqliteConnection> Connect(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private HostException Failure(SqliteException error) =>
        new(HostDiagnostics.StoreUnavailable.With($"{Shown}，{Words(error)}"), error);

    private static string Words(SqliteException error) => error.SqliteErrorCode switch
    {
        Busy or Locked => "别的程序占用着它",
        NoMemory => "内存不足",
        ReadOnly => "没有写入的权限",
        Full => "磁盘已满",
        Corrupt or NoDatabase => "文件已经损坏，或者不是控制库",
        CannotOpen => "打不开这个文件",
        DiskError => "读写磁盘出错",
        var code => $"SQLite 报告错误 {code}",
    };
}
