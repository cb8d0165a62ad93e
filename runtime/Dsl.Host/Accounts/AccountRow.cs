// Accounts and keys as the store keeps them.
using System.Globalization;

namespace Dsl.Host.Accounts;

/// <summary>How an account stands.</summary>
public static class AccountState
{
    /// <summary>It may sign in, once it has a password.</summary>
    public const string Active = "在用";

    /// <summary>It may not.</summary>
    public const string Disabled = "停用";
}

/// <summary>An account.</summary>
public sealed class AccountRow
{
    /// <summary>Stands in cookies.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name, canonical.</summary>
    public string Name { get; init; } = "";

    /// <summary>The words of its roles, with blanks between.</summary>
    public string Roles { get; init; } = "";

    /// <summary>The key of the subject that a 企业 is; empty for others.</summary>
    public string Subject { get; init; } = "";

    /// <summary>A word of <see cref="AccountState"/>.</summary>
    public string State { get; init; } = "";

    /// <summary>The hash of its password; empty as long as it has none.</summary>
    public string Password { get; init; } = "";

    /// <summary>The hash of the one-time secret that sets the password; empty where there is none.</summary>
    public string Invitation { get; init; } = "";

    /// <summary>Until when that is good.</summary>
    public string InvitedUntil { get; init; } = "";

    /// <summary>How many attempts to sign in have failed in a row.</summary>
    public long Failures { get; init; }

    /// <summary>Until when no password is tried; empty for now.</summary>
    public string LockedUntil { get; init; } = "";

    /// <summary>Changes with whatever ends the sessions under way.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>The secret of its authenticator; empty as long as it has none.</summary>
    public string Totp { get; init; } = "";

    /// <summary>A secret that was offered and not confirmed yet.</summary>
    public string TotpOffered { get; init; } = "";

    /// <summary>The last step of time whose code was used: no code counts twice.</summary>
    public long TotpStep { get; init; }

    /// <summary>When it was made.</summary>
    public string CreatedAt { get; init; } = "";
}

/// <summary>A key of a program.</summary>
public sealed class ApiKeyRow
{
    /// <summary>Stands in the key and in the audit; no secret.</summary>
    public string Id { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string Name { get; init; } = "";

    /// <summary>SHA-256 of its secret.</summary>
    public string SecretSha256 { get; init; } = "";

    /// <summary>The words of its roles, with blanks between.</summary>
    public string Roles { get; init; } = "";

    /// <summary>The key of the subject that a 企业 is; empty for others.</summary>
    public string Subject { get; init; } = "";

    /// <summary>From when it is good no more.</summary>
    public string ExpiresAt { get; init; } = "";

    /// <summary>When it was revoked; empty where it was not.</summary>
    public string RevokedAt { get; init; } = "";

    /// <summary>The last day that it was used on; empty for never.</summary>
    public string LastUsedOn { get; init; } = "";
}

/// <summary>Times as the store keeps them: texts that sort as the times do.</summary>
internal static class StoreTime
{
    /// <summary>A time as text.</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Whether a time lies ahead; an empty text lies nowhere.</summary>
    public static bool IsAhead(string text, DateTimeOffset now) => string.CompareOrdinal(text, Text(now)) > 0;

    /// <summary>
    /// The same for what never lasts longer than some time: what lies further ahead was written by a clock that was wrong.
    /// </summary>
    public static bool IsAhead(string text, DateTimeOffset now, TimeSpan longest) => IsAhead(text, now) && !IsAhead(text, now + longest);
}
