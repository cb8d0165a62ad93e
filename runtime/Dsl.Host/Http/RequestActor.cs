// Who asks, for the audit.
using Microsoft.AspNetCore.Http;

namespace Dsl.Host.Http;

/// <summary>Names whoever sent a request.</summary>
internal static class RequestActor
{
    private const string Nobody = "匿名";

    /// <summary>The name of the account or key.</summary>
    public static string Of(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name } ? name : Nobody;
}
