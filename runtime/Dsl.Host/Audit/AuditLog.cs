// The audit: written before the answer of an act; acts that come together share one commit.
using System.Threading.Channels;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Dsl.Loading.Findings;

namespace Dsl.Host.Audit;

/// <summary>Appends to the audit. Safe on several threads, and for several processes on one store.</summary>
public sealed class AuditLog : IAsyncDisposable
{
    // So many that a commit costs each of them little, so few that the first does not wait for the last.
    private const int MostInOneCommit = 512;

    private readonly IControlStore _store;
    private readonly TimeProvider _clock;
    private readonly Channel<Pending> _queue = Channel.CreateUnbounded<Pending>(new() { SingleReader = true });
    private readonly Task _writer;

    /// <summary>An audit in a store.</summary>
    public AuditLog(IControlStore store, TimeProvider clock)
    {
        (_store, _clock) = (store, clock);
        _writer = Task.Run(WriteAll);
    }

    /// <summary>Records an act; when this returns the record is durable, and only then may the act be answered.</summary>
    /// <exception cref="HostException">It could not be written: the act must not be done.</exception>
    public async Task<long> Append(AuditEntry entry)
    {
        var pending = new Pending(entry, new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_queue.Writer.TryWrite(pending))
            throw new HostException(HostDiagnostics.AuditUnavailable.With("服务正在停止"));
        return await pending.Done.Task.ConfigureAwait(false);
    }

    /// <summary>Appends inside a transaction that does the act: both happen, or neither.</summary>
    /// <returns>The numbers of the records.</returns>
    /// <exception cref="HostException">The store does not answer.</exception>
    public static async Task<IReadOnlyList<long>> Append(StoreSession session, IReadOnlyList<AuditEntry> entries, TimeProvider clock)
    {
        var head = await session.First<Head>($"SELECT seq, hash FROM audit_head WHERE id = 1{session.ForUpdate}").ConfigureAwait(false)
            ?? throw new InvalidOperationException("The audit has no head.");
        var (seq, hash) = (head.Seq, head.Hash);
        var rows = new List<object>(entries.Count);
        foreach (var entry in entries)
        {
            var at = AuditChain.Text(clock.GetUtcNow());
            hash = AuditChain.Next(hash, ++seq, at, entry);
            rows.Add(new { Seq = seq, At = at, entry.Actor, entry.Act, entry.Subject, entry.Detail, entry.Request, Hash = hash });
        }
        await session.Execute(
            "INSERT INTO audit (seq, at, actor, act, subject, detail, request, hash)"
            + " VALUES (@Seq, @At, @Actor, @Act, @Subject, @Detail, @Request, @Hash)", rows).ConfigureAwait(false);
        await session.Execute("UPDATE audit_head SET seq = @Seq, hash = @Hash WHERE id = 1", new { Seq = seq, Hash = hash })
            .ConfigureAwait(false);
        return [.. Enumerable.Range(0, entries.Count).Select(index => head.Seq + 1 + index)];
    }

    /// <summary>Writes what waits, then takes no more.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer.ConfigureAwait(false);
    }

    private async Task WriteAll()
    {
        var batch = new List<Pending>(MostInOneCommit);
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < MostInOneCommit && _queue.Reader.TryRead(out var pending))
                batch.Add(pending);
            await Write(batch).ConfigureAwait(false);
            batch.Clear();
        }
    }

    private async Task Write(List<Pending> batch)
    {
        try
        {
            var entries = batch.ConvertAll(static pending => pending.Entry);
            var numbers = await _store.Write(session => Append(session, entries, _clock), CancellationToken.None).ConfigureAwait(false);
            HostMeter.Audit(batch.Count, isWritten: true);
            for (var i = 0; i < batch.Count; i++)
                batch[i].Done.SetResult(numbers[i]);
        }
        catch (HostException error)
        {
            HostMeter.Audit(batch.Count, isWritten: false);
            foreach (var pending in batch)
                pending.Done.SetException(
                    new HostException(HostDiagnostics.AuditUnavailable.With(error.Problem.Message.TrimEnd('。')), error));
        }
#pragma warning disable CA1031 // Whatever happened, those who wait must hear of it; the writer goes on with the next.
        catch (Exception error)
        {
            foreach (var pending in batch)
                pending.Done.TrySetException(error);
        }
#pragma warning restore CA1031
    }

    private sealed record Pending(AuditEntry Entry, TaskCompletionSource<long> Done);

    private sealed class Head
    {
        public long Seq { get; init; }

        public string Hash { get; init; } = "";
    }
}
