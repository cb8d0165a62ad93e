// Which sets of policies a second person has approved: only what they compute may be published.
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Dsl.Loading.Findings;

namespace Dsl.Host.Publishing;

/// <summary>A set that was served, or that is a draft.</summary>
internal sealed class KnownSet
{
    public string Hash { get; init; } = "";

    public string LoadedAt { get; init; } = "";

    public string Numbers { get; init; } = "";

    /// <summary>Empty where nobody did.</summary>
    public string ApprovedBy { get; init; } = "";

    public string ApprovedAt { get; init; } = "";
}

/// <summary>Approves sets.</summary>
internal sealed class SetApprovals(IControlStore store, TimeProvider clock)
{
    /// <summary>The sets, the latest first.</summary>
    public Task<IReadOnlyList<KnownSet>> All(CancellationToken cancellation) => store.Read(static session => session.Query<KnownSet>(
        "SELECT s.hash, s.loaded_at AS LoadedAt, s.policy_numbers AS Numbers, COALESCE(a.approved_by, '') AS ApprovedBy,"
        + " COALESCE(a.approved_at, '') AS ApprovedAt FROM policy_set s LEFT JOIN set_approval a ON a.hash = s.hash"
        + " ORDER BY s.loaded_at DESC, s.hash"), cancellation);

    /// <summary>Notes who brought a draft.</summary>
    public Task NoteUpload(string hash, string actor, CancellationToken cancellation) => store.Write(session => session.Execute(
        "INSERT INTO draft_upload (hash, uploaded_by, uploaded_at) VALUES (@Hash, @Actor, @At)"
        + " ON CONFLICT (hash, uploaded_by) DO NOTHING",
        new { Hash = hash, Actor = actor, At = StoreTime.Text(clock.GetUtcNow()) }), cancellation);

    /// <summary>Approves a set; once approved it stays so.</summary>
    /// <exception cref="HostException">Whoever approves has brought it.</exception>
    public Task<int> Approve(string hash, string actor, string request, CancellationToken cancellation) => store.Write(async session =>
    {
        var own = await session.First<long>("SELECT COUNT(*) FROM draft_upload WHERE hash = @Hash AND uploaded_by = @Actor",
            new { Hash = hash, Actor = actor }).ConfigureAwait(false);
        if (own > 0)
            throw new HostException(LedgerDiagnostics.OwnDraft.With());
        var rows = await session.Execute("INSERT INTO set_approval (hash, approved_by, approved_at) VALUES (@Hash, @Actor, @At)"
            + " ON CONFLICT (hash) DO NOTHING", new { Hash = hash, Actor = actor, At = StoreTime.Text(clock.GetUtcNow()) })
            .ConfigureAwait(false);
        await AuditLog.Append(session, [new(actor, "批准政策") { Detail = hash, Request = request }], clock).ConfigureAwait(false);
        return rows;
    }, cancellation);

    /// <summary>Whether a set is approved.</summary>
    public static async Task<bool> IsApproved(StoreSession session, string hash) =>
        await session.First<long>("SELECT COUNT(*) FROM set_approval WHERE hash = @Hash", new { Hash = hash }).ConfigureAwait(false) > 0;
}
