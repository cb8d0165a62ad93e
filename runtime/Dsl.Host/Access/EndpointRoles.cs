// Who may use an address: said at the endpoint, and nobody may where it is not said.
using Dsl.Host.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Access;

/// <summary>The roles of which a caller must have one.</summary>
/// <param name="Roles">The roles.</param>
public sealed record RequiredRoles(Roles Roles);

/// <summary>Says who may use endpoints; <c>AllowAnonymous</c> of the framework says that everybody may.</summary>
public static class EndpointRoles
{
    /// <summary>A caller must have one of some roles.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="roles">The roles.</param>
    public static TBuilder RequireRole<TBuilder>(this TBuilder endpoint, Roles roles)
        where TBuilder : IEndpointConventionBuilder
    {
        var words = RoleWords.Of(roles);
        return endpoint.RequireAuthorization(policy => policy.RequireRole(words)).WithMetadata(new RequiredRoles(roles));
    }

    /// <summary>Nobody may use an endpoint that says nothing. What is none of ours (no such address or method) goes on.</summary>
    internal static void Configure(AuthorizationOptions options) =>
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(static context =>
            context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build();
}
