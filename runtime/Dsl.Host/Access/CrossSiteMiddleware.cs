// Changes that a browser asks for must come from a page of this service: others could make it send the cookie along.
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Microsoft.AspNetCore.Http;

namespace Dsl.Host.Access;

/// <summary>Refuses what a foreign page may have sent.</summary>
internal sealed class CrossSiteMiddleware(RequestDelegate next)
{
    /// <summary>A header that a foreign page cannot send: browsers would ask first, and this service does not allow it.</summary>
    public const string Header = "X-Policy-Request";

    /// <summary>Runs a request.</summary>
    /// <exception cref="HostException">It may come from elsewhere.</exception>
    public Task InvokeAsync(HttpContext http)
    {
        var method = http.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method)
            && RequestAuthentication.IsAmbient(http) && (IsFromElsewhere(http.Request) || LacksHeader(http)))
            throw new HostException(ApiDiagnostics.CrossSite.With(Header));
        return next(http);
    }

    /// <summary>Whether the browser says that another site's page sends it.</summary>
    private static bool IsFromElsewhere(HttpRequest request) =>
        (request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none"))
        || (request.Headers.Origin is [{ } origin]
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Only a session needs the header: without one nothing is sent along that a foreign page does not have itself.</summary>
    private static bool LacksHeader(HttpContext http) =>
        Sessions.AccountOf(http) is not null && !http.Request.Headers.ContainsKey(Header);
}
