// Accounts and keys for those who manage them, as `policy account` and `policy key` do it; and one's own password.
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>/api/v1/accounts and /api/v1/keys.</summary>
internal static class AccountEndpoints
{
    private const string Tag = "账号和密钥";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/accounts", List).WithSummary("账号：名称、角色、状态").WithTags(Tag).RequireRole(Roles.SecurityAdmin);
        routes.MapPost("/api/v1/accounts", Add).WithSummary("建账号，得到设置密码用的一次性链接").WithTags(Tag)
            .Accepts<AccountRequest>("application/json").RequireRole(Roles.SecurityAdmin);
        routes.MapPost("/api/v1/accounts/{name}/reset", Reset).WithSummary("重发一次性链接").WithTags(Tag)
            .RequireRole(Roles.SecurityAdmin);
        routes.MapPost("/api/v1/accounts/{name}/disable", Disable).WithSummary("停用账号").WithTags(Tag).RequireRole(Roles.SecurityAdmin);
        routes.MapGet("/api/v1/keys", Keys).WithSummary("密钥：用途、角色、到哪一天").WithTags(Tag).RequireRole(Roles.SecurityAdmin);
        routes.MapPost("/api/v1/keys", AddKey).WithSummary("建密钥，只显示这一次").WithTags(Tag)
            .Accepts<KeyRequest>("application/json").RequireRole(Roles.SecurityAdmin);
        routes.MapPost("/api/v1/keys/{id}/revoke", Revoke).WithSummary("吊销密钥").WithTags(Tag).RequireRole(Roles.SecurityAdmin);
        routes.MapPost("/api/v1/password/change", ChangePassword).WithSummary("改自己的密码；这个账号的登录全部结束")
            .WithTags(SignInEndpoints.Tag).Accepts<PasswordChange>("application/json").RequireRole(Roles.Any)
            .RequireRateLimiting(RequestLimits.SignIn);
    }

    private static async Task List(HttpContext http, AccountStore accounts)
    {
        var rows = await accounts.All(http.RequestAborted).ConfigureAwait(false);
        await JsonAnswer.WriteSecret(http, new AccountsDocument([.. rows.Select(AccountLine.Of)]), AccountShapes.Of.AccountsDocument)
            .ConfigureAwait(false);
    }

    private static async Task Add(HttpContext http, AccountStore accounts)
    {
        var actor = Actor(http);
        var asked = await SignInEndpoints.Read(http, AccountShapes.Of.AccountRequest).ConfigureAwait(false);
        var secret = await accounts.Add(asked.Name, RolesOf(asked.Roles), asked.Subject, actor, http.RequestAborted).ConfigureAwait(false);
        await Answer(http, AccountStore.NameOf(asked.Name) ?? "", secret).ConfigureAwait(false);
    }

    private static async Task Reset(string name, HttpContext http, AccountStore accounts) =>
        await Answer(http, name, await accounts.Invite(name, Actor(http), http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);

    private static async Task Disable(string name, HttpContext http, AccountStore accounts)
    {
        await accounts.Disable(name, Actor(http), http.RequestAborted).ConfigureAwait(false);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task Keys(HttpContext http, ApiKeyStore keys)
    {
        var rows = await keys.All(http.RequestAborted).ConfigureAwait(false);
        await JsonAnswer.WriteSecret(http, new KeysDocument([.. rows.Select(KeyLine.Of)]), AccountShapes.Of.KeysDocument)
            .ConfigureAwait(false);
    }

    private static async Task AddKey(HttpContext http, ApiKeyStore keys)
    {
        var actor = Actor(http);
        var asked = await SignInEndpoints.Read(http, AccountShapes.Of.KeyRequest).ConfigureAwait(false);
        if (!CivilDate.TryParse(asked.ExpiresOn, DateForms.Text, out var last))
            throw new HostException(AccountDiagnostics.ExpiryNoDate.With(asked.ExpiresOn));
        var key = await keys.Add(new(asked.Name, RolesOf(asked.Roles), asked.Subject, last), actor, http.RequestAborted)
            .ConfigureAwait(false);
        await JsonAnswer.WriteSecret(http, new KeyDocument(key), AccountShapes.Of.KeyDocument).ConfigureAwait(false);
    }

    private static async Task Revoke(string id, HttpContext http, ApiKeyStore keys)
    {
        await keys.Revoke(id, Actor(http), http.RequestAborted).ConfigureAwait(false);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task ChangePassword(HttpContext http, SignIn signIn, AccessState state)
    {
        var asked = await SignInEndpoints.Read(http, AccountShapes.Of.PasswordChange).ConfigureAwait(false);
        // A key has no password.
        if (Sessions.AccountOf(http) is not { } id)
            throw new HostException(ApiDiagnostics.NotSignedIn.With());
        await signIn.ChangePassword(Caller.Of(http).Actor, asked.Old, asked.New, http.TraceIdentifier, http.RequestAborted)
            .ConfigureAwait(false);
        state.Forget(id);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Who manages accounts. The first account is made by whoever may write to the machine.</summary>
    /// <exception cref="HostException">The service is open.</exception>
    private static string Actor(HttpContext http) =>
        Caller.Of(http) is var caller && caller != Caller.OfOpenService ? caller.Actor
        : throw new HostException(AccountDiagnostics.FirstByCommand.With());

    private static Roles RolesOf(IReadOnlyList<string> words) =>
        words.FirstOrDefault(static word => !RoleWords.All.Contains(word)) is { } unknown
        ? throw new HostException(AccountDiagnostics.NoSuchRole.With(unknown, string.Join('、', RoleWords.All)))
        : RoleWords.Parse(words);

    private static Task Answer(HttpContext http, string name, string secret) =>
        JsonAnswer.WriteSecret(http, new InvitationDocument(name, secret, AccountStore.LinkOf(name, secret),
            (int)AccountStore.InvitationLife.TotalHours),
            AccountShapes.Of.InvitationDocument);
}
