// Signing in and out, setting a password by a one-time secret, who one is.
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Problems;
using Dsl.Host.Settings;
using Dsl.Loading.Findings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>/api/v1/sign-in, /api/v1/sign-out, /api/v1/password and /api/v1/me.</summary>
internal static class SignInEndpoints
{
    /// <summary>The heading in the description of the interface.</summary>
    public const string Tag = "登录";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes, HostSettings settings)
    {
        routes.MapPost("/api/v1/sign-in", Enter).WithSummary("用名称和密码登录，得到 cookie").WithTags(Tag)
            .Accepts<SignInRequest>("application/json").AllowAnonymous().RequireRateLimiting(RequestLimits.SignIn);
        if (settings.Identity is not null)
            routes.MapGet("/api/v1/sign-in/identity", static () =>
                Results.Challenge(new() { RedirectUri = "/" }, [IdentityProvider.Scheme]))
                .WithSummary("去身份服务登录，回来得到 cookie").WithTags(Tag).AllowAnonymous().RequireRateLimiting(RequestLimits.SignIn);
        routes.MapPost("/api/v1/password", SetPassword).WithSummary("用一次性口令设置密码").WithTags(Tag)
            .Accepts<PasswordRequest>("application/json").AllowAnonymous().RequireRateLimiting(RequestLimits.SignIn);
        routes.MapPost("/api/v1/sign-out", Leave).WithSummary("退出：这个账号的登录全部结束").WithTags(Tag).RequireRole(Roles.Any);
        routes.MapGet("/api/v1/me", Me).WithSummary("现在是谁，有哪些角色").WithTags(Tag).AllowAnonymous();
    }

    private static async Task Enter(HttpContext http, SignIn signIn, HostSettings settings, TimeProvider clock)
    {
        var asked = await Read(http, SignInShapes.Of.SignInRequest).ConfigureAwait(false);
        var account = await signIn.Enter(asked.Name, asked.Password, asked.Code, http.TraceIdentifier, http.RequestAborted)
            .ConfigureAwait(false);
        await Sessions.Begin(http, account, clock).ConfigureAwait(false);
        await Answer(http, settings, Sessions.CallerOf(account)).ConfigureAwait(false);
    }

    private static async Task SetPassword(HttpContext http, AccountStore accounts)
    {
        var asked = await Read(http, SignInShapes.Of.PasswordRequest).ConfigureAwait(false);
        await accounts.SetPassword(asked.Name, asked.Invitation, asked.Password, http.RequestAborted).ConfigureAwait(false);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task Leave(HttpContext http, AccountStore accounts, AccessState state)
    {
        // The cookie alone would go on where somebody has a copy of it.
        if (Sessions.AccountOf(http) is { } id)
        {
            var name = Caller.Of(http).Actor;
            await accounts.EndSessions(name, name, http.RequestAborted).ConfigureAwait(false);
            state.Forget(id);
            await http.SignOutAsync(Sessions.Scheme).ConfigureAwait(false);
        }
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task Me(HttpContext http, HostSettings settings) => Answer(http, settings, Caller.Of(http));

    private static Task Answer(HttpContext http, HostSettings settings, Caller caller)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return JsonSerializer.SerializeAsync(http.Response.Body, new CallerDocument(caller.Actor, RoleWords.Of(caller.Roles),
            caller.Subject.Length == 0 ? null : caller.Subject, caller == Caller.OfOpenService, settings.Identity?.Title),
            SignInShapes.Of.CallerDocument, http.RequestAborted);
    }

    /// <summary>The body of a request.</summary>
    /// <exception cref="HostException">It is not what is wanted.</exception>
    public static async Task<T> Read<T>(HttpContext http, JsonTypeInfo<T> shape)
        where T : class
    {
        var text = await RequestReading.Json(http.Request, http.RequestAborted).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(text, shape) ?? throw new JsonException();
        }
        catch (JsonException error)
        {
            // What was sent is not repeated: it holds a password.
            throw new HostException(ApiDiagnostics.NotJson.With("不是所要的 JSON，要写的几项见 /scalar"), error);
        }
    }
}
