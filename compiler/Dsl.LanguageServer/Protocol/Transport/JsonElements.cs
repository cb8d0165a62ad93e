// Members of parameters.
using System.Text.Json;

namespace Dsl.LanguageServer.Protocol.Transport;

internal static class JsonElements
{
    /// <summary>A member; null where it is not there or null.</summary>
    /// <exception cref="RequestFailedException">What should have it is no object.</exception>
    public static JsonElement? Member(this JsonElement parameters, string name) =>
        parameters.ValueKind != JsonValueKind.Object ? throw Wrong($"what has {name}", "an object")
        : parameters.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member
        : null;

    /// <summary>
    /// A member that must be there. The library's own way throws what can come from anywhere once its code stands inside of ours.
    /// </summary>
    /// <exception cref="RequestFailedException">It is not there.</exception>
    public static JsonElement Property(this JsonElement parameters, string name) =>
        parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty(name, out var member) ? member
        : throw Wrong(name, "there");

    /// <summary>A text that must be there.</summary>
    /// <exception cref="RequestFailedException">It is not there, or no text.</exception>
    public static string Text(this JsonElement parameters, string name) => parameters.OptionalText(name) ?? throw Wrong(name, "a text");

    /// <summary>A text; null where it is not there.</summary>
    /// <exception cref="RequestFailedException">It is no text.</exception>
    public static string? OptionalText(this JsonElement parameters, string name) =>
        parameters.Member(name) is not { } member ? null
        : member.ValueKind == JsonValueKind.String ? member.GetString()
        : throw Wrong(name, "a text");

    /// <summary>An object; null where it is not there.</summary>
    /// <exception cref="RequestFailedException">It is no object.</exception>
    public static JsonElement? OptionalObject(this JsonElement parameters, string name) =>
        parameters.Member(name) is not { } member ? null
        : member.ValueKind == JsonValueKind.Object ? member
        : throw Wrong(name, "an object");

    private static RequestFailedException Wrong(string name, string expected) => new(ErrorCode.InvalidParams, $"{name} must be {expected}");
}
