// Keys of programs: made, shown once, revoked, found by what a request carries.
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;

namespace Dsl.Host.Accounts;

/// <summary>What a key is made of.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Roles">What it may do.</param>
/// <param name="Subject">The subject of a 企业; empty for others.</param>
/// <param name="ExpiresOn">The last day that it is good on.</param>
public sealed record ApiKeyRequest(string Name, Roles Roles, string Subject, DateOnly ExpiresOn);

/// <summary>The keys of a store. Safe on several threads.</summary>
public sealed class ApiKeyStore(IControlStore store, TimeProvider clock)
{
    private const string Prefix = "policy";
    private const int MostDays = 400, MostLength = 128;

    private const string Columns = "id AS Id, name AS Name, secret_sha256 AS SecretSha256, roles AS Roles, subject AS Subject,"
        + " expires_at AS ExpiresAt, revoked_at AS RevokedAt, last_used_on AS LastUsedOn";

    /// <summary>Makes a key.</summary>
    /// <returns>The key as a request carries it; it cannot be had again.</returns>
    /// <exception cref="HostException">Name, roles or expiry cannot be used.</exception>
    public Task<string> Add(ApiKeyRequest request, string actor, CancellationToken cancellation)
    {
        var name = AccountStore.NameOf(request.Name) ?? throw new HostException(AccountDiagnostics.BadName.With(request.Name));
        if (RoleWords.Problem(request.Roles, request.Subject) is { } problem)
            throw new HostException(problem);
        var now = clock.GetUtcNow();
        var today = ChinaDay.Of(now);
        if (request.ExpiresOn <= today || request.ExpiresOn > today.AddDays(MostDays))
            throw new HostException(AccountDiagnostics.BadExpiry.With(CivilDate.Format(request.ExpiresOn), MostDays));
        var (id, secret) = (Secret.NewId(), Secret.New());
        var end = ChinaDay.Begin(request.ExpiresOn.AddDays(1));
        var words = string.Join(' ', RoleWords.Of(request.Roles));
        return store.Write(async session =>
        {
            await session.Execute("INSERT INTO api_key (id, name, secret_sha256, roles, subject, created_at, expires_at, revoked_at,"
                + " last_used_on) VALUES (@Id, @Name, @Hash, @Roles, @Subject, @At, @End, '', '')", new
                {
                    Id = id, Name = name, Hash = Secret.HashOf(secret), Roles = words, request.Subject, At = StoreTime.Text(now),
                    End = StoreTime.Text(end),
                }).ConfigureAwait(false);
            await AuditLog.Append(session, [new(actor, "建密钥") { Subject = request.Subject, Detail = $"{id} {name} {words}" }], clock)
                .ConfigureAwait(false);
            return $"{Prefix}_{id}_{secret}";
        }, cancellation);
    }

    /// <summary>Revokes a key.</summary>
    /// <exception cref="HostException">There is no such key.</exception>
    public Task Revoke(string id, string actor, CancellationToken cancellation) =>
        store.Write(async session =>
        {
            var row = await session.First<ApiKeyRow>($"SELECT {Columns} FROM api_key WHERE id = @Id{session.ForUpdate}", new { Id = id })
                .ConfigureAwait(false) ?? throw new HostException(AccountDiagnostics.Unknown.With(id));
            if (row.RevokedAt.Length > 0)
                return 0;
            await AuditLog.Append(session, [new(actor, "吊销密钥") { Subject = row.Subject, Detail = $"{id} {row.Name}" }], clock)
                .ConfigureAwait(false);
            return await session.Execute("UPDATE api_key SET revoked_at = @At WHERE id = @Id",
                new { Id = id, At = StoreTime.Text(clock.GetUtcNow()) }).ConfigureAwait(false);
        }, cancellation);

    /// <summary>All keys, by name.</summary>
    public Task<IReadOnlyList<ApiKeyRow>> All(CancellationToken cancellation) =>
        store.Read(static session => session.Query<ApiKeyRow>($"SELECT {Columns} FROM api_key ORDER BY name, id"), cancellation);

    /// <summary>A key by its id; null where there is none.</summary>
    public Task<ApiKeyRow?> Find(string id, CancellationToken cancellation) =>
        store.Read(session => session.First<ApiKeyRow>($"SELECT {Columns} FROM api_key WHERE id = @Id", new { Id = id }), cancellation);

    /// <summary>The id and the secret in what a request carries; null where it has not the form of a key.</summary>
    internal static (string Id, string Secret)? Parts(string text) =>
        text.Length <= MostLength && text.Split('_', 3) is [Prefix, var id, var secret] ? (id, secret) : null;

    /// <summary>A word on how a key stands.</summary>
    public string StateOf(ApiKeyRow row) =>
        row.RevokedAt.Length > 0 ? "已吊销" : StoreTime.IsAhead(row.ExpiresAt, clock.GetUtcNow()) ? "在用" : "已过期";

    /// <summary>Whether a key may be used with a secret now.</summary>
    internal bool IsGood(ApiKeyRow? row, string secret) =>
        Secret.Fits(secret, row?.SecretSha256 ?? Secret.HashOf(""))
        && row is { RevokedAt: "" } && StoreTime.IsAhead(row.ExpiresAt, clock.GetUtcNow());

    /// <summary>Notes that a key was used today; once a day only, so that requests do not wait for the disk.</summary>
    internal async Task NoteUse(ApiKeyRow row, CancellationToken cancellation)
    {
        var today = CivilDate.Format(ChinaDay.Of(clock.GetUtcNow()));
        if (row.LastUsedOn != today)
        {
            await store.Write(session => session.Execute("UPDATE api_key SET last_used_on = @Today WHERE id = @Id",
                new { row.Id, Today = today }), cancellation).ConfigureAwait(false);
        }
    }
}
