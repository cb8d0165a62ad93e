// What an operator can set, checked as a whole before anything starts.
using System.Collections.Immutable;

namespace Dsl.Host.Settings;

/// <summary>A folder of policies that is served from a day on.</summary>
/// <param name="Paths">Folders and .policy files that make up one set.</param>
/// <param name="From">The first 测算日 that it serves; null for the version that serves before all others.</param>
public sealed record PolicyFolder(ImmutableArray<string> Paths, DateOnly? From);

/// <summary>The identity service by which people sign in.</summary>
public sealed record IdentitySettings
{
    /// <summary>Its address, below which /.well-known/openid-configuration lies.</summary>
    public string Authority { get; init; } = "";

    /// <summary>The name of this service there.</summary>
    public string Client { get; init; } = "";

    /// <summary>What this service proves itself with.</summary>
    public string Secret { get; init; } = "";

    /// <summary>The claim that holds the name of the account.</summary>
    public string NameClaim { get; init; } = "preferred_username";

    /// <summary>What pages call it.</summary>
    public string Title { get; init; } = "统一身份认证";
}

/// <summary>The settings of a service.</summary>
public sealed record HostSettings
{
    /// <summary>The policies, by the day from which they serve, the earliest first.</summary>
    public ImmutableArray<PolicyFolder> Policies { get; init; } = [];

    /// <summary>Where the service keeps what it must not lose.</summary>
    public string DataFolder { get; init; } = "policy-data";

    /// <summary>The control store: <c>sqlite</c> (a file in <see cref="DataFolder"/>), or postgres://user@host/database.</summary>
    public string Store { get; init; } = "sqlite";

    /// <summary>The addresses that are listened on.</summary>
    public ImmutableArray<string> Urls { get; init; } = ["http://127.0.0.1:8050"];

    /// <summary>How long policies must lie still before they are read.</summary>
    public TimeSpan Debounce { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How often the folders of policies are looked at, whatever the system reports of changes.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>测算日 where a request names none; null for the day of the policies (policy.json), else today in Asia/Shanghai.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The registry that is imported: a folder or a file of tables; null for the examples beside the policies, if any.</summary>
    public string? Registry { get; init; }

    /// <summary>How many days results and registries are kept that nothing refers to; as long as logs by default.</summary>
    public int RetentionDays { get; init; } = 366;

    /// <summary>The folder of the pages as they were built; null for <c>pages</c> beside the program.</summary>
    public string? Pages { get; init; }

    /// <summary>How large the body of a request may be, in bytes; what streams (many subjects) has limits of its own.</summary>
    public long MostBodyBytes { get; init; } = 1 << 20;

    /// <summary>How many requests a minute an account or key may make.</summary>
    public int MostRequests { get; init; } = 6_000;

    /// <summary>How many requests a minute may come from an address without account and key.</summary>
    public int MostAnonymousRequests { get; init; } = 600;

    /// <summary>How many attempts a minute to sign in or to set a password may come from an address.</summary>
    public int MostSignIns { get; init; } = 20;

    /// <summary>How long a request may take; what streams (many subjects) has no such limit.</summary>
    public TimeSpan LongestRequest { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The identity service; null for none.</summary>
    public IdentitySettings? Identity { get; init; }

    /// <summary>Where metrics, traces and logs are sent by OTLP over HTTP; null for nowhere.</summary>
    public string? Collector { get; init; }
}
