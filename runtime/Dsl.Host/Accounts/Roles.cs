// Roles: what an account or a key may do, their words, and which may not meet in one hand.
using System.Collections.Immutable;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;

namespace Dsl.Host.Accounts;

/// <summary>What an account or a key may do.</summary>
[Flags]
public enum Roles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>企业: sees itself only.</summary>
    Enterprise = 1,

    /// <summary>经办: evaluates, runs batches, enters 核定.</summary>
    Officer = 2,

    /// <summary>审核: approves and publishes.</summary>
    Reviewer = 4,

    /// <summary>系统管理: settings, backups, jobs.</summary>
    SystemAdmin = 8,

    /// <summary>安全管理: accounts, keys, roles.</summary>
    SecurityAdmin = 16,

    /// <summary>审计: reads the audit.</summary>
    Auditor = 32,

    /// <summary>Whoever works in the authority.</summary>
    Staff = Officer | Reviewer | SystemAdmin | SecurityAdmin | Auditor,

    /// <summary>Whoever has signed in.</summary>
    Any = Enterprise | Staff,
}

/// <summary>The words of roles.</summary>
public static class RoleWords
{
    private const Roles Apart = Roles.SystemAdmin | Roles.SecurityAdmin | Roles.Auditor;

    private static readonly ImmutableArray<(Roles Role, string Word)> Table =
    [
        (Roles.Enterprise, "企业"), (Roles.Officer, "经办"), (Roles.Reviewer, "审核"), (Roles.SystemAdmin, "系统管理"),
        (Roles.SecurityAdmin, "安全管理"), (Roles.Auditor, "审计"),
    ];

    /// <summary>Roles that an account has only once it signs in with an authenticator, too.</summary>
    public const Roles WithTimeCode = Roles.Reviewer | Roles.SystemAdmin | Roles.SecurityAdmin;

    /// <summary>The word of each role.</summary>
    public static ImmutableArray<string> All { get; } = [.. Table.Select(static row => row.Word)];

    /// <summary>The words of some roles.</summary>
    public static ImmutableArray<string> Of(Roles roles) =>
        [.. Table.Where(row => roles.HasFlag(row.Role)).Select(static row => row.Word)];

    /// <summary>The roles of some words; words that are none are passed over.</summary>
    public static Roles Parse(IEnumerable<string> words) =>
        words.Aggregate(Roles.None, static (roles, word) => roles | Table.FirstOrDefault(row => row.Word == word).Role);

    /// <summary>Why some roles cannot be in one hand; null where they can.</summary>
    /// <param name="roles">The roles.</param>
    /// <param name="subject">The subject that they are for; empty for none.</param>
    public static DataProblem? Problem(Roles roles, string subject) =>
        roles == Roles.None ? AccountDiagnostics.NoRole.With(string.Join('、', All))
        : System.Numerics.BitOperations.PopCount((uint)(roles & Apart)) > 1
            ? AccountDiagnostics.RolesApart.With(string.Join('、', Of(roles)))
        : roles.HasFlag(Roles.Enterprise) && roles != Roles.Enterprise
            ? AccountDiagnostics.EnterpriseAlone.With(string.Join('、', Of(roles)))
        : roles == Roles.Enterprise && subject.Length == 0 ? AccountDiagnostics.SubjectMissing.With()
        : roles != Roles.Enterprise && subject.Length > 0 ? AccountDiagnostics.SubjectNotWanted.With()
        : null;
}
