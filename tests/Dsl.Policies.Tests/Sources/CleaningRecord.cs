// What cleaning did to an official text: which files, their hashes, what was taken out beside white space.
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dsl.Policies.Tests.Sources;

/// <summary>A *.cleaning.json beside a source.</summary>
internal sealed record CleaningRecord
{
    /// <summary>The text as obtained, relative to the record.</summary>
    [JsonPropertyName("原始文件")]
    public required string RawFile { get; init; }

    /// <summary>SHA-256 of its bytes, lower case.</summary>
    [JsonPropertyName("原始文件SHA256")]
    public required string RawHash { get; init; }

    /// <summary>The cleaned text, relative to the record.</summary>
    [JsonPropertyName("清理后文件")]
    public required string CleanedFile { get; init; }

    /// <summary>SHA-256 of its bytes, lower case.</summary>
    [JsonPropertyName("清理后SHA256")]
    public required string CleanedHash { get; init; }

    /// <summary>The rule, in words.</summary>
    [JsonPropertyName("清理规则")]
    public required string Rule { get; init; }

    /// <summary>Stretches that were taken out beside white space, in the order of the text.</summary>
    [JsonPropertyName("删去")]
    public required ImmutableArray<Removal> Removals { get; init; }

    /// <summary>Reads a record.</summary>
    public static CleaningRecord Read(string path) =>
        JsonSerializer.Deserialize<CleaningRecord>(File.ReadAllText(path)) ?? throw new InvalidDataException(path + " is empty");

    /// <summary>The raw text without white space and without the recorded removals.</summary>
    public string Replay(string raw)
    {
        var text = WithoutWhiteSpace(raw);
        // From the end, so that the offsets before stay what the record says.
        foreach (var removal in Removals.OrderByDescending(removal => removal.Offset))
        {
            if (removal.Offset + removal.Text.Length > text.Length || text.Substring(removal.Offset, removal.Text.Length) != removal.Text)
                throw new InvalidDataException($"{RawFile} holds no 「{removal.Text}」 at {removal.Offset}");
            text = text.Remove(removal.Offset, removal.Text.Length);
        }
        return text;
    }

    /// <summary>A text without any white space.</summary>
    public static string WithoutWhiteSpace(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}

/// <summary>A stretch that cleaning took out.</summary>
/// <param name="Offset">Where it stood in the raw text without white space, in UTF-16 units.</param>
/// <param name="Text">What it was, without white space.</param>
/// <param name="Reason">Why, such as 页码.</param>
internal sealed record Removal(
    [property: JsonPropertyName("位置")] int Offset, [property: JsonPropertyName("文字")] string Text, [property: JsonPropertyName("理由")] string Reason);
