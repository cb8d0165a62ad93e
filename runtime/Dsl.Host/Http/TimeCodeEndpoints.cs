// Setting up an authenticator for one's own account.
using System.Text.Json;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>/api/v1/totp and /api/v1/totp/confirm.</summary>
internal static class TimeCodeEndpoints
{
    /// <summary>Adds the endpoints: whoever has a session may use them, though its roles wait for the code.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/totp", Offer).WithSummary("为自己的账号准备动态口令：得到验证器要读的密文").WithTags(SignInEndpoints.Tag)
            .AllowAnonymous().RequireRateLimiting(RequestLimits.SignIn);
        routes.MapPost("/api/v1/totp/confirm", Confirm).WithSummary("用验证器显示的六位数启用动态口令，然后重新登录")
            .WithTags(SignInEndpoints.Tag).Accepts<TimeCodeRequest>("application/json").AllowAnonymous()
            .RequireRateLimiting(RequestLimits.SignIn);
    }

    private static async Task Offer(HttpContext http, TimeCodeStore codes)
    {
        var name = NameOf(http);
        var secret = await codes.Offer(name, http.RequestAborted).ConfigureAwait(false);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await JsonSerializer.SerializeAsync(http.Response.Body,
            new TimeCodeDocument(secret, $"otpauth://totp/policy:{Uri.EscapeDataString(name)}?secret={secret}&issuer=policy"),
            SignInShapes.Of.TimeCodeDocument, http.RequestAborted).ConfigureAwait(false);
    }

    private static async Task Confirm(HttpContext http, TimeCodeStore codes, AccessState state)
    {
        var name = NameOf(http);
        var asked = await SignInEndpoints.Read(http, SignInShapes.Of.TimeCodeRequest).ConfigureAwait(false);
        await codes.Confirm(name, asked.Code, http.RequestAborted).ConfigureAwait(false);
        state.Forget(Sessions.AccountOf(http) ?? "");
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static string NameOf(HttpContext http) =>
        Sessions.AccountOf(http) is not null ? Caller.Of(http).Actor : throw new HostException(ApiDiagnostics.NotSignedIn.With());
}
