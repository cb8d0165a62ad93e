// Accounts: made, found, disabled, given a password. Every change is in the audit in the same transaction.
using System.Text;
using Dapper;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Dsl.Loading.Findings;
using Dsl.Values.Text;

namespace Dsl.Host.Accounts;

/// <summary>The accounts of a store. Safe on several threads.</summary>
public sealed class AccountStore(IControlStore store, TimeProvider clock)
{
    /// <summary>How long a one-time secret is good.</summary>
    public static readonly TimeSpan InvitationLife = TimeSpan.FromHours(24);

    private const int MostNameLength = 64;

    private const string Columns = "id AS Id, name AS Name, roles AS Roles, subject AS Subject, state AS State, password AS Password,"
        + " invitation AS Invitation, invited_until AS InvitedUntil, failures AS Failures, locked_until AS LockedUntil, stamp AS Stamp,"
        + " totp AS Totp, totp_offered AS TotpOffered, totp_step AS TotpStep, created_at AS CreatedAt";

    // Names that the audit uses for others.
    private static readonly string[] Reserved = ["系统", "匿名", "命令行"];

    /// <summary>A name in the form in which names are compared; null where it cannot be one.</summary>
    public static string? NameOf(string text)
    {
        var name = text.Length > 4 * MostNameLength ? "" : Identity.Of(text).ToLowerInvariant();
        return name.Length is > 0 and <= MostNameLength && Rune.IsLetterOrDigit(name.EnumerateRunes().First())
            && name.EnumerateRunes().All(static rune => Rune.IsLetterOrDigit(rune) || rune.Value is '.' or '_' or '-' or '@')
            && !Reserved.Contains(name) ? name : null;
    }

    /// <summary>Makes an account; it signs in once its password is set with the secret.</summary>
    /// <returns>The one-time secret.</returns>
    /// <exception cref="HostException">Name or roles cannot be used.</exception>
    public Task<string> Add(string name, Roles roles, string subject, string actor, CancellationToken cancellation)
    {
        var canonical = NameOf(name) ?? throw new HostException(AccountDiagnostics.BadName.With(name));
        if (RoleWords.Problem(roles, subject) is { } problem)
            throw new HostException(problem);
        var secret = Secret.New();
        var now = clock.GetUtcNow();
        var words = string.Join(' ', RoleWords.Of(roles));
        return store.Write(async session =>
        {
            if (await session.First<AccountRow>($"SELECT {Columns} FROM account WHERE name = @Name", new { Name = canonical })
                .ConfigureAwait(false) is not null)
                throw new HostException(AccountDiagnostics.NameTaken.With(canonical));
            await session.Execute("INSERT INTO account (id, name, roles, subject, state, password, invitation, invited_until, failures,"
                + " locked_until, stamp, totp, totp_offered, totp_step, created_at)"
                + " VALUES (@Id, @Name, @Roles, @Subject, @State, '', @Invitation, @Until, 0, '',"
                + " @Stamp, '', '', 0, @At)", new
                {
                    Id = Secret.NewId(), Name = canonical, Roles = words, Subject = subject, State = AccountState.Active,
                    Invitation = Secret.HashOf(secret), Until = StoreTime.Text(now + InvitationLife), Stamp = Secret.NewId(),
                    At = StoreTime.Text(now),
                }).ConfigureAwait(false);
            await Record(session, new(actor, "建账号") { Subject = subject, Detail = $"{canonical} {words}" }).ConfigureAwait(false);
            return secret;
        }, cancellation);
    }

    /// <summary>Gives an account a new one-time secret, and lets it in again where it was disabled or locked.</summary>
    /// <returns>The one-time secret.</returns>
    /// <exception cref="HostException">There is no such account.</exception>
    public async Task<string> Invite(string name, string actor, CancellationToken cancellation)
    {
        var secret = Secret.New();
        await Change(name, "重发口令", ", state = @State, password = '', invitation = @Invitation, invited_until = @Until, failures = 0,"
            + " locked_until = '', totp = '', totp_offered = '', totp_step = 0", new
            {
                State = AccountState.Active, Invitation = Secret.HashOf(secret),
                Until = StoreTime.Text(clock.GetUtcNow() + InvitationLife),
            }, actor, cancellation).ConfigureAwait(false);
        return secret;
    }

    /// <summary>Disables an account; its sessions end.</summary>
    /// <exception cref="HostException">There is no such account.</exception>
    public Task Disable(string name, string actor, CancellationToken cancellation) =>
        Change(name, "停用账号", ", state = @State, invitation = ''", new { State = AccountState.Disabled }, actor, cancellation);

    /// <summary>Ends the sessions of an account.</summary>
    /// <exception cref="HostException">There is no such account.</exception>
    public Task EndSessions(string name, string actor, CancellationToken cancellation) =>
        Change(name, "退出", "", new { }, actor, cancellation);

    /// <summary>
    /// The address on a service where a one-time secret sets the password. The secret stands behind #: browsers send that to nobody, so
    /// that no log has it.
    /// </summary>
    public static string LinkOf(string name, string secret) =>
        $"/sign-in/password#name={Uri.EscapeDataString(NameOf(name) ?? name)}&invitation={secret}";

    /// <summary>All accounts, by name.</summary>
    public Task<IReadOnlyList<AccountRow>> All(CancellationToken cancellation) =>
        store.Read(static session => session.Query<AccountRow>($"SELECT {Columns} FROM account ORDER BY name"), cancellation);

    /// <summary>An account by its id; null where there is none.</summary>
    public Task<AccountRow?> Find(string id, CancellationToken cancellation) =>
        store.Read(session => session.First<AccountRow>($"SELECT {Columns} FROM account WHERE id = @Id", new { Id = id }), cancellation);

    /// <summary>Sets a password with a one-time secret, which is used up by it.</summary>
    /// <exception cref="HostException">The secret is not good (any more), or the password is not good enough.</exception>
    public Task SetPassword(string name, string invitation, string password, CancellationToken cancellation)
    {
        var canonical = NameOf(name) ?? "";
        if (!Passwords.IsGood(password, canonical.Length == 0 ? name : canonical))
            throw new HostException(ApiDiagnostics.WeakPassword.With());
        var hash = Passwords.HashOf(password);
        return store.Write(async session =>
        {
            var row = await Held(session, canonical).ConfigureAwait(false);
            var isGood = Secret.Fits(invitation, row is { Invitation.Length: > 0 } ? row.Invitation : Secret.HashOf(""))
                && row is { State: AccountState.Active, Invitation.Length: > 0 }
                && StoreTime.IsAhead(row.InvitedUntil, clock.GetUtcNow(), InvitationLife);
            if (!isGood || row is null)
                throw new HostException(ApiDiagnostics.BadInvitation.With());
            await session.Execute("UPDATE account SET password = @Hash, invitation = '', failures = 0, locked_until = '', stamp = @Stamp"
                + " WHERE id = @Id", new { row.Id, Hash = hash, Stamp = Secret.NewId() }).ConfigureAwait(false);
            await Record(session, new(row.Name, "设置密码")).ConfigureAwait(false);
            return 0;
        }, cancellation);
    }

    /// <summary>The account of a canonical name, held until the transaction ends.</summary>
    internal static Task<AccountRow?> Held(StoreSession session, string name) =>
        session.First<AccountRow>($"SELECT {Columns} FROM account WHERE name = @Name{session.ForUpdate}", new { Name = name });

    /// <summary>Changes an account, ends its sessions and records it.</summary>
    private Task Change(string name, string act, string changes, object values, string actor, CancellationToken cancellation) =>
        store.Write(async session =>
        {
            var row = await Held(session, NameOf(name) ?? "").ConfigureAwait(false)
                ?? throw new HostException(AccountDiagnostics.Unknown.With(name));
            var parameters = new DynamicParameters(values);
            parameters.AddDynamicParams(new { row.Id, Stamp = Secret.NewId() });
            await session.Execute($"UPDATE account SET stamp = @Stamp{changes} WHERE id = @Id", parameters).ConfigureAwait(false);
            await Record(session, new(actor, act) { Subject = row.Subject, Detail = row.Name }).ConfigureAwait(false);
            return 0;
        }, cancellation);

    private Task<IReadOnlyList<long>> Record(StoreSession session, AuditEntry entry) => AuditLog.Append(session, [entry], clock);
}
