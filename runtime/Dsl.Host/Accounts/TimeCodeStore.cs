// The authenticators of accounts: offered a secret, taken once a code shows that it was read.
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Dsl.Loading.Findings;

namespace Dsl.Host.Accounts;

/// <summary>Sets up authenticators. Safe on several threads.</summary>
public sealed class TimeCodeStore(IControlStore store, TimeProvider clock)
{
    /// <summary>Offers an account a secret for its authenticator; it counts once a code of it was given.</summary>
    /// <exception cref="HostException">It has one already: whoever has found a session may not put his own in its place.</exception>
    public async Task<string> Offer(string name, CancellationToken cancellation)
    {
        var secret = TimeCode.NewSecret();
        var count = await store.Write(session => session.Execute(
            "UPDATE account SET totp_offered = @Secret WHERE name = @Name AND totp = ''", new { Name = name, Secret = secret }),
            cancellation).ConfigureAwait(false);
        return count == 1 ? secret : throw new HostException(ApiDiagnostics.HasTimeCode.With());
    }

    /// <summary>Takes the secret that was offered; sessions under way end, as they were begun without a code.</summary>
    /// <exception cref="HostException">The code is not one of it, or none was offered.</exception>
    public Task Confirm(string name, string code, CancellationToken cancellation) =>
        store.Write(async session =>
        {
            var row = await AccountStore.Held(session, name).ConfigureAwait(false);
            if (row is not { TotpOffered.Length: > 0, Totp: "" }
                || TimeCode.StepOf(row.TotpOffered, code, clock.GetUtcNow()) is not { } step)
                throw new HostException(ApiDiagnostics.BadTimeCode.With());
            await session.Execute("UPDATE account SET totp = totp_offered, totp_offered = '', totp_step = @Step, stamp = @Stamp"
                + " WHERE id = @Id", new { row.Id, Step = step, Stamp = Secret.NewId() }).ConfigureAwait(false);
            return await AuditLog.Append(session, [new(row.Name, "设置动态口令")], clock).ConfigureAwait(false);
        }, cancellation);
}
