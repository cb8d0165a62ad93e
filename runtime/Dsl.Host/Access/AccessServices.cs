// Puts together who may do what: services, and their order in a request.
using Dsl.Host.Accounts;
using Dsl.Host.Problems;
using Dsl.Host.Settings;
using Dsl.Host.Store;
using Dsl.Loading.Findings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dsl.Host.Access;

/// <summary>Adds sign-in, roles and limits.</summary>
internal static partial class AccessServices
{
    private const string ApplicationName = "policy";

    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton<AccountStore>().AddSingleton<ApiKeyStore>().AddSingleton<SignIn>().AddSingleton<TimeCodeStore>()
            .AddSingleton<AccessState>();
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddOptions<KeyManagementOptions>()
            .Configure<IControlStore, TimeProvider>(static (options, store, clock) =>
                options.XmlRepository = new ProtectionKeyStore(store, clock));
        // Whoever reads the store may read all of it: that its keys lie in the clear is no news, and said in the documentation.
        services.AddLogging(static logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddAuthentication(RequestAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, RequestAuthentication>(RequestAuthentication.SchemeName, null)
            .AddCookie(Sessions.Scheme, Sessions.Configure).AddIdentityProvider(settings.Identity);
        services.AddAuthorization(EndpointRoles.Configure);
        services.AddRateLimiter(options => RequestLimits.Configure(options, settings));
        return services.AddRequestTimeouts(options => RequestLimits.Configure(options, settings));
    }

    /// <summary>Checks requests in this order: time, who it is, from where it comes, how often, whether it may.</summary>
    public static void UseAccess(this WebApplication application)
    {
        application.UseRequestTimeouts();
        application.UseAuthentication();
        application.UseMiddleware<CrossSiteMiddleware>();
        application.UseRateLimiter();
        application.UseAuthorization();
    }

    /// <summary>Refuses to serve others while nobody has to sign in; says so where only this machine is served.</summary>
    /// <exception cref="HostException">There is no account and no key, and others than this machine could call.</exception>
    public static async Task CheckAccess(this WebApplication application, HostSettings settings, CancellationToken cancellation)
    {
        if (!await application.Services.GetRequiredService<AccessState>().IsOpen(cancellation).ConfigureAwait(false))
            return;
        if (settings.Urls.FirstOrDefault(static url => !new Uri(url).IsLoopback) is { } url)
            throw new HostException(AccountDiagnostics.OpenToOthers.With(url));
        LogOpen(application.Services.GetRequiredService<ILogger<AccessState>>());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No account and no key yet: every program of this machine may use the service")]
    private static partial void LogOpen(ILogger log);
}
