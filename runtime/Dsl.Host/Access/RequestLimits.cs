// How many requests a caller may make, and how long one may take.
using System.Globalization;
using System.Threading.RateLimiting;
using Dsl.Host.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;

namespace Dsl.Host.Access;

/// <summary>Limits on requests.</summary>
internal static class RequestLimits
{
    /// <summary>The limit on attempts to sign in or to set a password.</summary>
    public const string SignIn = "sign-in";

    // A minute's worth is given out in parts, so that nobody waits for the next minute.
    private const int PartsOfMinute = 60;

    /// <summary>Requests a minute, by account or key; before signing in by address. An open service has no limit but its machine.</summary>
    public static void Configure(RateLimiterOptions options, HostSettings settings)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = static (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(1);
            context.HttpContext.Response.Headers.RetryAfter =
                Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        {
            var caller = Caller.Of(http);
            return caller == Caller.OfOpenService ? RateLimitPartition.GetNoLimiter("")
                : caller.Roles == Accounts.Roles.None ? Bucket("address " + AddressOf(http), settings.MostAnonymousRequests)
                : Bucket("caller " + caller.Actor, settings.MostRequests);
        });
        options.AddPolicy(SignIn, http => RateLimitPartition.GetFixedWindowLimiter(AddressOf(http),
            _ => new() { PermitLimit = settings.MostSignIns, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
    }

    /// <summary>How long a request may take.</summary>
    public static void Configure(RequestTimeoutOptions options, HostSettings settings) =>
        options.DefaultPolicy = new() { Timeout = settings.LongestRequest, TimeoutStatusCode = StatusCodes.Status504GatewayTimeout };

    private static RateLimitPartition<string> Bucket(string key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = perMinute, TokensPerPeriod = Math.Max(1, perMinute / PartsOfMinute),
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / Math.Min(PartsOfMinute, perMinute), QueueLimit = 0, AutoReplenishment = true,
    });

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
