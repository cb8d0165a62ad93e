// What signing in says and answers.
using System.Text.Json.Serialization;
using Dsl.Loading.Json;

namespace Dsl.Host.Http;

/// <summary>Name and password.</summary>
internal sealed record SignInRequest(
    [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("password")] string Password,
    [property: JsonPropertyName("code")] string Code = "");

/// <summary>The secret of an authenticator, and the same as an address that it reads.</summary>
internal sealed record TimeCodeDocument(
    [property: JsonPropertyName("secret")] string Secret, [property: JsonPropertyName("uri")] string Uri);

/// <summary>A code of an authenticator.</summary>
internal sealed record TimeCodeRequest([property: JsonPropertyName("code")] string Code);

/// <summary>A first or new password, by a one-time secret.</summary>
internal sealed record PasswordRequest(
    [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("invitation")] string Invitation,
    [property: JsonPropertyName("password")] string Password);

/// <summary>Who makes the request; and what the service calls its identity service, null where it has none.</summary>
internal sealed record CallerDocument(
    [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("roles")] IReadOnlyList<string> Roles,
    [property: JsonPropertyName("subject"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Subject,
    [property: JsonPropertyName("open")] bool IsOpen,
    [property: JsonPropertyName("identity"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Identity);

[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(PasswordRequest))]
[JsonSerializable(typeof(CallerDocument))]
[JsonSerializable(typeof(TimeCodeDocument))]
[JsonSerializable(typeof(TimeCodeRequest))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class SignInShapes : JsonSerializerContext
{
    public static SignInShapes Of { get; } = new(JsonStyle.ForReading());
}
