// What requests are checked against: accounts and keys as the store has them, read at most once a second each.
using System.Collections.Concurrent;
using Dsl.Host.Accounts;
using Dsl.Host.Problems;
using Dsl.Host.Store;

namespace Dsl.Host.Access;

/// <summary>Accounts and keys of the last second. Safe on several threads.</summary>
/// <remarks>
/// Another process may disable and revoke at any time, so nothing is kept for long; a second costs nobody anything and spares most requests
/// the way to the store. What is not found is not kept: others could fill the memory with names.
/// </remarks>
public sealed class AccessState(AccountStore accounts, ApiKeyStore keys, IControlStore store, TimeProvider clock)
{
    /// <summary>How old what is checked against may be.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Kept<AccountRow>> _accounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Kept<ApiKeyRow>> _keys = new(StringComparer.Ordinal);
    private bool _isClosed;
    private long _openSince;

    /// <summary>
    /// Whether there is no account and no key: whoever reaches the service may use it. Accounts and keys are never deleted, so once
    /// there is one it stays closed.
    /// </summary>
    /// <exception cref="HostException">The store does not answer.</exception>
    public async Task<bool> IsOpen(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _isClosed))
            return false;
        var since = Interlocked.Read(ref _openSince);
        if (since != 0 && clock.GetElapsedTime(since) < Age)
            return true;
        var now = clock.GetTimestamp();
        var isOpen = await HasNobody(since != 0, cancellation).ConfigureAwait(false);
        if (isOpen)
            Interlocked.Exchange(ref _openSince, now);
        else
            Volatile.Write(ref _isClosed, true);
        return isOpen;
    }

    /// <summary>An account by its id; null where there is none.</summary>
    /// <exception cref="HostException">The store does not answer.</exception>
    public Task<AccountRow?> Account(string id, CancellationToken cancellation) => Find(_accounts, id, accounts.Find, cancellation);

    /// <summary>A key by its id; null where there is none.</summary>
    /// <exception cref="HostException">The store does not answer.</exception>
    public Task<ApiKeyRow?> Key(string id, CancellationToken cancellation) => Find(_keys, id, keys.Find, cancellation);

    /// <summary>Reads anew what this process has changed.</summary>
    public void Forget(string id) => _accounts.TryRemove(id, out _);

    /// <summary>Asks the store; where it does not answer, what it said last stands, so that health can say what is wrong.</summary>
    private async Task<bool> HasNobody(bool last, CancellationToken cancellation)
    {
        try
        {
            return await store.Read(static session => session.First<long>(
                "SELECT CASE WHEN EXISTS (SELECT 1 FROM account) OR EXISTS (SELECT 1 FROM api_key) THEN 1 ELSE 0 END"), cancellation)
                .ConfigureAwait(false) == 0;
        }
        catch (HostException) when (last)
        {
            return true;
        }
    }

    private async Task<T?> Find<T>(ConcurrentDictionary<string, Kept<T>> kept, string id, Func<string, CancellationToken, Task<T?>> read,
        CancellationToken cancellation)
        where T : class
    {
        if (kept.TryGetValue(id, out var known) && clock.GetElapsedTime(known.At) < Age)
            return known.Row;
        var now = clock.GetTimestamp();
        var row = await read(id, cancellation).ConfigureAwait(false);
        if (row is not null)
            kept[id] = new(row, now);
        return row;
    }

    private sealed record Kept<T>(T Row, long At);
}
