// Who makes a request, and what that allows.
using System.Security.Claims;
using Dsl.Host.Accounts;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Dsl.Values.Text;
using Microsoft.AspNetCore.Http;

namespace Dsl.Host.Access;

/// <summary>Who makes a request.</summary>
/// <param name="Actor">As the audit names it: the name of an account, 密钥 and its id, or 匿名.</param>
/// <param name="Roles">What it may do.</param>
/// <param name="Subject">The subject that a 企业 is; empty for others.</param>
public sealed record Caller(string Actor, Roles Roles, string Subject)
{
    private const string SubjectClaim = "subject";

    /// <summary>Whoever has not signed in.</summary>
    public static Caller Anonymous { get; } = new("匿名", Roles.None, "");

    /// <summary>Whoever calls while the service is open.</summary>
    public static Caller OfOpenService { get; } = Anonymous with { Roles = Roles.Any };

    /// <summary>Whether it sees itself only.</summary>
    public bool IsEnterprise => Roles == Roles.Enterprise;

    /// <summary>Who makes a request.</summary>
    public static Caller Of(HttpContext http)
    {
        var user = http.User;
        return user.Identity is { IsAuthenticated: true, Name: { } name }
            ? new(name, RoleWords.Parse(user.FindAll(ClaimTypes.Role).Select(static claim => claim.Value)),
                user.FindFirstValue(SubjectClaim) ?? "")
            : Anonymous;
    }

    /// <summary>Whether it may see what is about a subject.</summary>
    public bool MaySee(string subject) => !IsEnterprise || Identity.Same(Subject, subject);

    /// <summary>Ends the request where it may not see a subject, as if there were none of the kind.</summary>
    /// <exception cref="HostException">It may not.</exception>
    public void Require(string subject)
    {
        if (!MaySee(subject))
            throw new HostException(ApiDiagnostics.NoSubject.With());
    }

    /// <summary>The same for the framework.</summary>
    internal ClaimsPrincipal ToPrincipal(string scheme, params ReadOnlySpan<Claim> more)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new(identity.NameClaimType, Actor));
        foreach (var word in RoleWords.Of(Roles))
            identity.AddClaim(new(identity.RoleClaimType, word));
        if (Subject.Length > 0)
            identity.AddClaim(new(SubjectClaim, Subject));
        foreach (var claim in more)
            identity.AddClaim(claim);
        return new(identity);
    }
}
