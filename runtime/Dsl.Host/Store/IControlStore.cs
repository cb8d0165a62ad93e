// The control store: what the service must not lose. SQLite by default, PostgreSQL for several processes; the same tables, the same cases.
namespace Dsl.Host.Store;

/// <summary>A control store. Safe on several threads.</summary>
public interface IControlStore : IAsyncDisposable
{
    /// <summary>Which store it is, for messages: a path, or an address without secrets.</summary>
    string Shown { get; }

    /// <summary>Reads; what is read may be older than a write under way.</summary>
    /// <exception cref="Problems.HostException">The store does not answer.</exception>
    Task<T> Read<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation);

    /// <summary>Reads everything as of one moment, while others go on writing.</summary>
    /// <exception cref="Problems.HostException">The store does not answer.</exception>
    Task<T> ReadWhole<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation);

    /// <summary>
    /// Does a piece of work in one transaction that is durable when this returns. The work is done again where another transaction came
    /// between and nothing was committed, so it may change nothing but the store.
    /// </summary>
    /// <exception cref="Problems.HostException">The store does not answer, or broke off while it committed.</exception>
    Task<T> Write<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation);
}
