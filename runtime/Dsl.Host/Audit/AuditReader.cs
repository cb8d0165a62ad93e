// Reads the audit: record by record, and as a whole to see whether it is unbroken.
using System.Globalization;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Dsl.Loading.Findings;

namespace Dsl.Host.Audit;

/// <summary>How the audit stands.</summary>
/// <param name="Count">How many records are in order, from the first on.</param>
/// <param name="Head">The hash of the last of them; noted elsewhere it shows later that none was cut off.</param>
/// <param name="Problem">The first thing that is wrong; null where all is well.</param>
public sealed record AuditVerification(long Count, string Head, DataProblem? Problem);

/// <summary>Which records are wanted; what is null does not matter.</summary>
public sealed record AuditFilter
{
    /// <summary>All.</summary>
    public static AuditFilter None { get; } = new();

    /// <summary>Records with a smaller number.</summary>
    public long? Before { get; init; }

    /// <summary>Who acted.</summary>
    public string? Actor { get; init; }

    /// <summary>What was done.</summary>
    public string? Act { get; init; }

    /// <summary>Whom it concerns.</summary>
    public string? Subject { get; init; }

    /// <summary>At that time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before that time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The same in SQL.</summary>
    internal string Conditions => (Actor is null ? "" : " AND actor = @Actor") + (Act is null ? "" : " AND act = @Act")
        + (Subject is null ? "" : " AND subject = @Subject") + (From is null ? "" : " AND at >= @From")
        + (Until is null ? "" : " AND at < @Until");
}

/// <summary>Reads the audit.</summary>
public static class AuditReader
{
    private const string Columns = "seq, at, actor, act, subject, detail, request, hash";

    /// <summary>Goes through the whole chain.</summary>
    /// <param name="store">The store.</param>
    /// <param name="expectedHead">A hash that was noted before and must be in the chain; null for none.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Task<AuditVerification> Verify(IControlStore store, string? expectedHead, CancellationToken cancellation) =>
        store.Read(async session =>
        {
            // The head first: what is appended while the records are read lies behind it.
            var head = await session.First<Row>("SELECT seq, hash FROM audit_head WHERE id = 1").ConfigureAwait(false) ?? new();
            var (count, hash, isExpectedMet) = (0L, AuditChain.Start, expectedHead is null);
            await foreach (var row in session.Stream<Row>($"SELECT {Columns} FROM audit WHERE seq <= @Last ORDER BY seq",
                new { Last = head.Seq }).ConfigureAwait(false))
            {
                var (number, text) = (count + 1, AuditChain.Next(hash, row.Seq, row.At, row.Entry));
                if (row.Seq != number)
                    return new AuditVerification(count, hash, HostDiagnostics.AuditBroken.With(number, $"接着的编号是 {row.Seq}"));
                if (text != row.Hash)
                    return new AuditVerification(count, hash, HostDiagnostics.AuditBroken.With(number, "校验值不符"));
                (count, hash) = (number, text);
                isExpectedMet |= hash == expectedHead;
            }
            return new(count, hash,
                count != head.Seq || hash != head.Hash ? HostDiagnostics.AuditBroken.With(count + 1, "末尾的记录不见了")
                : !isExpectedMet ? HostDiagnostics.AuditBroken.With(count, "里面没有以前记下的那个校验值")
                : null);
        }, cancellation);

    /// <summary>The last records, newest first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Task<IReadOnlyList<AuditRecord>> Last(IControlStore store, AuditFilter filter, int count,
        CancellationToken cancellation) =>
        store.Read<IReadOnlyList<AuditRecord>>(async session =>
        [
            .. (await session.Query<Row>(
                $"SELECT {Columns} FROM audit WHERE seq < @Before{filter.Conditions} ORDER BY seq DESC LIMIT @Count",
                new
                {
                    Before = filter.Before ?? long.MaxValue, filter.Actor, filter.Act, filter.Subject, Count = count,
                    From = filter.From is { } from ? AuditChain.Text(from) : "",
                    Until = filter.Until is { } until ? AuditChain.Text(until) : "",
                }).ConfigureAwait(false)).Select(static row => row.Record),
        ], cancellation);

    private sealed class Row
    {
        public long Seq { get; init; }

        public string At { get; init; } = "";

        public string Actor { get; init; } = "";

        public string Act { get; init; } = "";

        public string Subject { get; init; } = "";

        public string Detail { get; init; } = "";

        public string Request { get; init; } = "";

        public string Hash { get; init; } = "";

        public AuditEntry Entry => new(Actor, Act) { Subject = Subject, Detail = Detail, Request = Request };

        public AuditRecord Record =>
            new(Seq, DateTimeOffset.Parse(At, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), Entry, Hash);
    }
}
