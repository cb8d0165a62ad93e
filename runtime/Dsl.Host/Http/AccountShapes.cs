// The shapes of accounts and keys.
using System.Text.Json.Serialization;
using Dsl.Host.Accounts;
using Dsl.Loading.Json;

namespace Dsl.Host.Http;

/// <summary>An account that is to be made.</summary>
internal sealed record AccountRequest(
    [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("roles")] IReadOnlyList<string> Roles,
    [property: JsonPropertyName("subject")] string Subject = "");

/// <summary>A key that is to be made.</summary>
internal sealed record KeyRequest(
    [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("roles")] IReadOnlyList<string> Roles,
    [property: JsonPropertyName("expires")] string ExpiresOn, [property: JsonPropertyName("subject")] string Subject = "");

/// <summary>A new password in the place of the old one.</summary>
internal sealed record PasswordChange([property: JsonPropertyName("old")] string Old, [property: JsonPropertyName("new")] string New);

/// <summary>The one-time secret of an account, and the page of this service where it sets the password.</summary>
internal sealed record InvitationDocument(
    [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("invitation")] string Invitation,
    [property: JsonPropertyName("link")] string Link, [property: JsonPropertyName("hours")] int Hours);

/// <summary>A key, this once.</summary>
internal sealed record KeyDocument([property: JsonPropertyName("key")] string Key);

/// <summary>Accounts.</summary>
internal sealed record AccountsDocument([property: JsonPropertyName("accounts")] IReadOnlyList<AccountLine> Accounts);

/// <summary>An account.</summary>
internal sealed record AccountLine(
    [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("roles")] IReadOnlyList<string> Roles,
    [property: JsonPropertyName("subject")] string Subject, [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("hasPassword")] bool HasPassword, [property: JsonPropertyName("hasTimeCode")] bool HasTimeCode,
    [property: JsonPropertyName("createdAt")] string CreatedAt)
{
    public static AccountLine Of(AccountRow row) =>
        new(row.Name, row.Roles.Split(' '), row.Subject, row.State, row.Password.Length > 0, row.Totp.Length > 0, row.CreatedAt);
}

/// <summary>Keys.</summary>
internal sealed record KeysDocument([property: JsonPropertyName("keys")] IReadOnlyList<KeyLine> Keys);

/// <summary>A key without its secret.</summary>
internal sealed record KeyLine(
    [property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("roles")] IReadOnlyList<string> Roles, [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("expiresAt")] string ExpiresAt, [property: JsonPropertyName("revokedAt")] string RevokedAt,
    [property: JsonPropertyName("lastUsedOn")] string LastUsedOn)
{
    public static KeyLine Of(ApiKeyRow row) =>
        new(row.Id, row.Name, row.Roles.Split(' '), row.Subject, row.ExpiresAt, row.RevokedAt, row.LastUsedOn);
}

[JsonSerializable(typeof(AccountRequest))]
[JsonSerializable(typeof(KeyRequest))]
[JsonSerializable(typeof(PasswordChange))]
[JsonSerializable(typeof(InvitationDocument))]
[JsonSerializable(typeof(KeyDocument))]
[JsonSerializable(typeof(AccountsDocument))]
[JsonSerializable(typeof(KeysDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class AccountShapes : JsonSerializerContext
{
    public static AccountShapes Of { get; } = new(JsonStyle.ForReading());
}
