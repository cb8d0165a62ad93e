// Signing in by the identity service of a city or province: OpenID Connect, code flow. Who somebody is comes from there; what he may do is
// what his account here says.
using System.Security.Claims;
using Dsl.Host.Accounts;
using Dsl.Host.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dsl.Host.Access;

/// <summary>Signs in by an identity service.</summary>
internal static class IdentityProvider
{
    /// <summary>The scheme of the framework.</summary>
    public const string Scheme = "identity";

    /// <summary>Where the identity service sends browsers back to.</summary>
    public const string Callback = "/api/v1/sign-in/callback";

    // RFC 8176: how somebody was identified. Whoever showed two factors there needs no authenticator here.
    private const string Methods = "amr";
    private static readonly string[] TwoFactors = ["mfa", "otp", "hwk"];

    /// <summary>Adds the scheme where settings name a service.</summary>
    public static AuthenticationBuilder AddIdentityProvider(this AuthenticationBuilder authentication, IdentitySettings? settings) =>
        settings is null ? authentication : authentication.AddOpenIdConnect(Scheme, options => Configure(options, settings));

    private static void Configure(OpenIdConnectOptions options, IdentitySettings settings)
    {
        options.Authority = settings.Authority;
        options.RequireHttpsMetadata = !new Uri(settings.Authority).IsLoopback;
        (options.ClientId, options.ClientSecret) = (settings.Client, settings.Secret);
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes as an address: cookies of a posted form would have to be open to other sites.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CallbackPath = Callback;
        options.SignInScheme = Sessions.Scheme;
        options.MapInboundClaims = false;
        options.Scope.Clear();
        foreach (var scope in (string[])["openid", "profile"])
            options.Scope.Add(scope);
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        options.Events.OnTokenValidated = context => Enter(context, settings.NameClaim);
        options.Events.OnRemoteFailure = static context =>
        {
            // What went wrong may hold what was sent; the log has it without.
            context.Response.Redirect("/?sign-in=failed");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    /// <summary>A session of the account that bears the name; refused where there is none.</summary>
    private static async Task Enter(TokenValidatedContext context, string claim)
    {
        var http = context.HttpContext;
        var said = context.Principal;
        var account = await http.RequestServices.GetRequiredService<SignIn>()
            .EnterByIdentity(said?.FindFirstValue(claim) ?? "", http.TraceIdentifier, http.RequestAborted).ConfigureAwait(false);
        if (account is null)
        {
            context.Fail("no account of the name is in use");
            return;
        }
        var hasTwoFactors = said?.FindAll(Methods).Any(static method => TwoFactors.Contains(method.Value)) == true;
        context.Principal = Sessions.PrincipalOf(account, hasTwoFactors);
        context.Properties = Sessions.Properties(http.RequestServices.GetRequiredService<TimeProvider>(), context.Properties?.RedirectUri);
    }
}
