// Signing in with a password: counted before it is compared, the same for names that there are not.
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Dsl.Loading.Findings;

namespace Dsl.Host.Accounts;

/// <summary>Compares passwords. Safe on several threads.</summary>
public sealed class SignIn(IControlStore store, TimeProvider clock)
{
    /// <summary>After so many failures in a row no password is tried for a while.</summary>
    public const int MostFailures = 5;

    /// <summary>How long that is.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(10);

    /// <summary>The account, if name and password are right and it may sign in.</summary>
    /// <param name="name">As it was typed.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="code">What the authenticator shows; empty for accounts without one.</param>
    /// <param name="request">The number of the request, for the audit.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="HostException">It may not; the reason is not said.</exception>
    public async Task<AccountRow> Enter(string name, string password, string code, string request,
        CancellationToken cancellation)
    {
        var canonical = AccountStore.NameOf(name) ?? "";
        var (row, isLocked) = await store.Write(session => Begin(session, canonical, request), cancellation).ConfigureAwait(false);
        // Compared whatever is known of the account already, so that all refusals take as long.
        var fits = Passwords.Fits(password, row?.Password ?? "");
        if (!fits || isLocked || row is not { State: AccountState.Active })
            throw new HostException(ApiDiagnostics.SignInRefused.With());
        var now = clock.GetUtcNow();
        var step = row.Totp.Length == 0 ? row.TotpStep : TimeCode.StepOf(row.Totp, code, now);
        await store.Write(async session =>
        {
            // A code that was used is used up, whoever comes with it at the same time. What is noted of the future was noted by a clock
            // that was wrong.
            var count = step is null ? 0 : await session.Execute("UPDATE account SET failures = 0, locked_until = '', totp_step = @Step"
                + " WHERE id = @Id AND (totp = '' OR totp_step < @Step OR totp_step > @Last)",
                new { row.Id, Step = step, Last = TimeCode.LastStep(now) }).ConfigureAwait(false);
            if (count == 0)
                throw new HostException(ApiDiagnostics.SignInRefused.With());
            return await AuditLog.Append(session, [new(row.Name, "登录") { Request = request }], clock).ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);
        return row;
    }

    /// <summary>The account of somebody whom an identity service named; null where there is none in use.</summary>
    /// <param name="name">As the service names him.</param>
    /// <param name="request">The number of the request, for the audit.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<AccountRow?> EnterByIdentity(string name, string request, CancellationToken cancellation) => store.Write(async session =>
    {
        var row = await AccountStore.Held(session, AccountStore.NameOf(name) ?? "").ConfigureAwait(false);
        var isGood = row is { State: AccountState.Active };
        await AuditLog.Append(session, [new(row?.Name ?? "匿名", isGood ? "登录" : "试图登录")
            { Detail = row is null ? "身份服务：没有这个账号" : "身份服务", Request = request }], clock).ConfigureAwait(false);
        return isGood ? row : null;
    }, cancellation);

    /// <summary>Sets a new password in the place of the old one; all sessions of the account end.</summary>
    /// <param name="name">The canonical name.</param>
    /// <param name="old">The password so far.</param>
    /// <param name="new">The new one.</param>
    /// <param name="request">The number of the request, for the audit.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="HostException">
    /// The old one is wrong, which counts as an attempt to sign in, or the new one is not good enough.
    /// </exception>
    public async Task ChangePassword(string name, string old, string @new, string request, CancellationToken cancellation)
    {
        if (!Passwords.IsGood(@new, name))
            throw new HostException(ApiDiagnostics.WeakPassword.With());
        var (row, isLocked) = await store.Write(session => Begin(session, name, request), cancellation).ConfigureAwait(false);
        if (!Passwords.Fits(old, row?.Password ?? "") || isLocked || row is not { State: AccountState.Active })
            throw new HostException(ApiDiagnostics.SignInRefused.With());
        var hash = Passwords.HashOf(@new);
        await store.Write(async session =>
        {
            var count = await session.Execute("UPDATE account SET password = @Hash, failures = 0, locked_until = '', stamp = @Stamp"
                + " WHERE id = @Id AND stamp = @Before", new { row.Id, Hash = hash, Stamp = Secret.NewId(), Before = row.Stamp })
                .ConfigureAwait(false);
            // Disabled, reset or changed meanwhile.
            if (count == 0)
                throw new HostException(ApiDiagnostics.SignInRefused.With());
            return await AuditLog.Append(session, [new(row.Name, "改密码") { Request = request }], clock).ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Counts the attempt as failed, to be taken back when it succeeds: whoever tries many passwords at once is stopped as well as who
    /// tries them one by one.
    /// </summary>
    private async Task<(AccountRow? Row, bool IsLocked)> Begin(StoreSession session, string name, string request)
    {
        var row = await AccountStore.Held(session, name).ConfigureAwait(false);
        var attempt = new AuditEntry(row?.Name ?? "匿名", "试图登录") { Detail = row is null ? "没有这个账号" : "", Request = request };
        await AuditLog.Append(session, [attempt], clock).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        if (row is null || StoreTime.IsAhead(row.LockedUntil, now, LockTime))
            return (row, row is not null);
        var failures = row.Failures >= MostFailures ? 1 : row.Failures + 1;
        await session.Execute("UPDATE account SET failures = @Failures, locked_until = @Until WHERE id = @Id", new
        {
            row.Id, Failures = failures, Until = failures >= MostFailures ? StoreTime.Text(now + LockTime) : "",
        }).ConfigureAwait(false);
        return (row, false);
    }
}
