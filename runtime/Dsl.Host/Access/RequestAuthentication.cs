// Who makes a request: a key in the header, a session, or anybody while there is no account and no key.
using System.Net;
using System.Text.Encodings.Web;
using Dsl.Host.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dsl.Host.Access;

/// <summary>Authenticates requests.</summary>
internal sealed class RequestAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder,
    AccessState state, ApiKeyStore keys) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>The scheme of the framework.</summary>
    public const string SchemeName = "policy";

    private const string Bearer = "Bearer ";

    /// <summary>Whether a request comes with the session of a browser, which a foreign page could make it do.</summary>
    public static bool IsAmbient(HttpContext http) => !http.Request.Headers.ContainsKey("Authorization");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // A key that is not good is refused even where others would be let in: the caller believes to be somebody.
        if (!IsAmbient(Context))
            return await OfKey().ConfigureAwait(false);
        var session = await Context.AuthenticateAsync(Sessions.Scheme).ConfigureAwait(false);
        if (session.Succeeded)
            return session;
        return IsThisMachine(Request.Host.Host) && await state.IsOpen(Context.RequestAborted).ConfigureAwait(false)
            ? Success(Caller.OfOpenService) : AuthenticateResult.NoResult();
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    private async Task<AuthenticateResult> OfKey()
    {
        var values = Request.Headers.Authorization;
        if (values is not [{ } value] || !value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || ApiKeyStore.Parts(value[Bearer.Length..].Trim()) is not var (id, secret))
            return AuthenticateResult.Fail("malformed");
        var row = await state.Key(id, Context.RequestAborted).ConfigureAwait(false);
        if (!keys.IsGood(row, secret) || row is null)
            return AuthenticateResult.Fail("no good key");
        await keys.NoteUse(row, Context.RequestAborted).ConfigureAwait(false);
        return Success(new($"密钥 {row.Id}", RoleWords.Parse(row.Roles.Split(' ')), row.Subject));
    }

    /// <summary>A name of another host that leads here would be a foreign page's way in.</summary>
    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private AuthenticateResult Success(Caller caller) => AuthenticateResult.Success(new(caller.ToPrincipal(Scheme.Name), Scheme.Name));
}
