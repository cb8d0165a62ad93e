// The control store in PostgreSQL: several processes may share it.
using System.Data;
using Dsl.Data.Postgres;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Npgsql;

namespace Dsl.Host.Store;

/// <summary>A store in a database.</summary>
internal sealed class PostgresStore : IControlStore
{
    private const int Attempts = 5;

    private readonly NpgsqlDataSource _source;

    /// <summary>The store at an address that <see cref="AddressOf"/> found in order.</summary>
    public PostgresStore(string setting)
    {
        var address = AddressOf(setting).Address ?? throw new ArgumentException("no address", nameof(setting));
        Shown = address.Shown[..address.Shown.IndexOf('#', StringComparison.Ordinal)];
        var text = new NpgsqlConnectionStringBuilder(address.ConnectionString()) { Pooling = true, CommandTimeout = 30, KeepAlive = 15 };
        _source = NpgsqlDataSource.Create(text);
    }

    public string Shown { get; }

    /// <summary>The address in a setting, which names a database and no table.</summary>
    public static (PostgresAddress? Address, DataFinding? Finding) AddressOf(string setting) =>
        setting.Contains('#', StringComparison.Ordinal)
            ? (null, PostgresDiagnostics.BadAddress.With().At(new("postgres://…")))
            : PostgresAddress.Parse(setting + "#control");

    public async Task<T> Read<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            return await work(new(connection, null, cancellation) { ForUpdate = " FOR UPDATE" }).ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresFailure.IsExpected(error))
        {
            throw Failure(error);
        }
    }

    public async Task<T> ReadWhole<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            await using var transaction =
                await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation).ConfigureAwait(false);
            return await work(new(connection, transaction, cancellation) { ForUpdate = "" }).ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresFailure.IsExpected(error))
        {
            throw Failure(error);
        }
    }

    public async Task<T> Write<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var isCommitting = false;
            try
            {
                await using var connection = await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
                await using var transaction =
                    await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation).ConfigureAwait(false);
                var result = await work(new(connection, transaction, cancellation) { ForUpdate = " FOR UPDATE" }).ConfigureAwait(false);
                if (connection.State != ConnectionState.Open)
                    throw new EndOfStreamException();
                isCommitting = true;
                // Once it is asked for, only the server knows the outcome: cancelling would hide it.
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                return result;
            }
            // The server undid it and says so.
            catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.DeadlockDetected
                && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10 << attempt), cancellation).ConfigureAwait(false);
            }
            // A connection of the pool that died while nobody used it: nothing was done on it.
            catch (NpgsqlException error) when (!isCommitting && error is not PostgresException && error.IsTransient && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10 << attempt), cancellation).ConfigureAwait(false);
            }
            catch (Exception error) when (PostgresFailure.IsExpected(error))
            {
                throw isCommitting && !IsRefusal(error)
                    ? new HostException(HostDiagnostics.StoreOutcomeUnknown.With(PostgresFailure.Message(error)), error)
                    : Failure(error);
            }
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <summary>
    /// Whether the server says that it did not commit. One that is being stopped (class 57P) may have, and ends the connection before it
    /// says so.
    /// </summary>
    private static bool IsRefusal(Exception error) =>
        error is PostgresException { SqlState: var state } && !state.StartsWith("57P", StringComparison.Ordinal);

    private HostException Failure(Exception error) =>
        new(HostDiagnostics.StoreUnavailable.With($"{Shown}，{PostgresFailure.Message(error)}"), error);
}
