// Sessions of browsers: a cookie that the framework protects, checked against the account at every request.
using System.Globalization;
using System.Security.Claims;
using Dsl.Host.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dsl.Host.Access;

/// <summary>Sessions.</summary>
internal static class Sessions
{
    /// <summary>The scheme of the framework.</summary>
    public const string Scheme = "session";

    /// <summary>The name of the cookie.</summary>
    public const string CookieName = "policy-session";

    private const string Stamp = "stamp", Since = "since", TwoFactors = "two-factors";

    // A session ends when nobody used it for so long, and in any case after a working day.
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30), Longest = TimeSpan.FromHours(8), Renewal = TimeSpan.FromMinutes(1);

    /// <summary>How the cookie is.</summary>
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = Validate;
        // The framework would renew in the second half only, and end a session that was used 16 minutes ago.
        options.Events.OnCheckSlidingExpiration = static context =>
        {
            context.ShouldRenew = context.ElapsedTime > Renewal;
            return Task.CompletedTask;
        };
    }

    /// <summary>Begins a session.</summary>
    public static Task Begin(HttpContext http, AccountRow account, TimeProvider clock) =>
        http.SignInAsync(Scheme, PrincipalOf(account, hasTwoFactors: false), Properties(clock, null));

    /// <summary>Who has a session.</summary>
    /// <param name="account">The account.</param>
    /// <param name="hasTwoFactors">Whether he was identified by two factors elsewhere.</param>
    public static ClaimsPrincipal PrincipalOf(AccountRow account, bool hasTwoFactors)
    {
        var (id, stamp) = (new Claim(ClaimTypes.NameIdentifier, account.Id), new Claim(Stamp, account.Stamp));
        var caller = CallerOf(account, hasTwoFactors);
        return hasTwoFactors ? caller.ToPrincipal(Scheme, id, stamp, new(TwoFactors, "")) : caller.ToPrincipal(Scheme, id, stamp);
    }

    /// <summary>What is kept of a session beside.</summary>
    /// <param name="clock">The time.</param>
    /// <param name="redirect">Where the browser goes on; null for nowhere.</param>
    public static AuthenticationProperties Properties(TimeProvider clock, string? redirect) => new()
    {
        RedirectUri = redirect, Items = { [Since] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) },
    };

    /// <summary>The id of the account whose session makes a request; null where none does.</summary>
    public static string? AccountOf(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true, AuthenticationType: Scheme } ? http.User.FindFirstValue(ClaimTypes.NameIdentifier)
        : null;

    /// <summary>Who an account is.</summary>
    public static Caller CallerOf(AccountRow account, bool hasTwoFactors = false)
    {
        var roles = RoleWords.Parse(account.Roles.Split(' '));
        return new(account.Name, account.Totp.Length == 0 && !hasTwoFactors ? roles & ~RoleWords.WithTimeCode : roles, account.Subject);
    }

    /// <summary>What the cookie says counts only as long as the account says the same.</summary>
    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var account = await http.RequestServices.GetRequiredService<AccessState>()
            .Account(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", http.RequestAborted).ConfigureAwait(false);
        var isYoung = context.Properties.Items.TryGetValue(Since, out var since)
            && DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var begun)
            // One that begins later than now was begun by a clock that was wrong: it would last until then.
            && now - begun < Longest && begun - now < Idle;
        if (!isYoung || account is not { State: AccountState.Active } || context.Principal?.FindFirstValue(Stamp) != account.Stamp)
            context.RejectPrincipal();
        else
            context.ReplacePrincipal(PrincipalOf(account, context.Principal?.HasClaim(static claim => claim.Type == TwoFactors) == true));
    }
}
