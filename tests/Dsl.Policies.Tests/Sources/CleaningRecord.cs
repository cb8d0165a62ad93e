// What cleaning did to an official text: which files, their hashes, what was taken out, moved and remarked beside white space.
using System.Collections.Immutable;
using System.Text;
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

    /// <summary>Spans that were removed besides white space, in the order of the text.</summary>
    [JsonPropertyName("删去")]
    public required ImmutableArray<Removal> Removals { get; init; }

    /// <summary>Spans that stood in the wrong place, in the order of the text.</summary>
    [JsonPropertyName("移动")]
    public ImmutableArray<Move> Moves { get; init; } = [];

    /// <summary>Lines that were put in to say what is lost, in the order of the text.</summary>
    [JsonPropertyName("补注")]
    public ImmutableArray<Remark> Remarks { get; init; } = [];

    /// <summary>Reads a record.</summary>
    public static CleaningRecord Read(string path) =>
        JsonSerializer.Deserialize<CleaningRecord>(File.ReadAllText(path)) ?? throw new InvalidDataException(path + " is empty");

    /// <summary>The raw text without white space, with the recorded removals, moves and remarks made and nothing else changed.</summary>
    /// <exception cref="InvalidDataException">The record names text that is not at its stated place, or one span twice.</exception>
    public string Replay(string raw)
    {
        var text = WithoutWhiteSpace(raw);
        var isTaken = new bool[text.Length];
        foreach (var (offset, taken) in Removals.Select(static removal => (removal.Offset, removal.Text))
            .Concat(Moves.Select(static move => (move.Offset, move.Text))))
            Take(text, isTaken, offset, taken);
        var inserted =
            Moves.Select(static move => (At: move.To, move.Text)).Concat(Remarks.Select(static remark => (At: remark.Offset, remark.Text)))
                .ToLookup(static insertion => insertion.At, static insertion => insertion.Text);
        if (inserted.FirstOrDefault(group => group.Key < 0 || group.Key > text.Length) is { } outside)
            throw new InvalidDataException($"{RawFile} has no place {outside.Key}");
        var cleaned = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            cleaned.AppendJoin("", inserted[i]);
            if (i < text.Length && !isTaken[i])
                cleaned.Append(text[i]);
        }
        return cleaned.ToString();
    }

    private void Take(string text, bool[] isTaken, int offset, string taken)
    {
        if (offset < 0 || offset + taken.Length > text.Length || !text.AsSpan(offset, taken.Length).SequenceEqual(taken))
            throw new InvalidDataException($"{RawFile} holds no 「{taken}」 at {offset}");
        for (var i = offset; i < offset + taken.Length; i++)
        {
            if (isTaken[i])
                throw new InvalidDataException($"{RawFile}: 「{taken}」 at {offset} is taken out twice");
            isTaken[i] = true;
        }
    }

    /// <summary>A text without any white space.</summary>
    public static string WithoutWhiteSpace(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}

/// <summary>A span that cleaning removed.</summary>
/// <param name="Offset">Where it stood in the raw text without white space, in UTF-16 units.</param>
/// <param name="Text">What it was, without white space.</param>
/// <param name="Reason">Why, such as 页码.</param>
internal sealed record Removal(
    [property: JsonPropertyName("位置")] int Offset, [property: JsonPropertyName("文字")] string Text,
    [property: JsonPropertyName("理由")] string Reason);

/// <summary>A span that cleaning moved to its right place.</summary>
/// <param name="Offset">Where it stood in the raw text without white space, in UTF-16 units.</param>
/// <param name="Text">What it is, without white space.</param>
/// <param name="To">The place, in the raw text without white space, before which it now stands.</param>
/// <param name="Reason">How its place is known.</param>
internal sealed record Move(
    [property: JsonPropertyName("位置")] int Offset,
    [property: JsonPropertyName("文字")] string Text,
    [property: JsonPropertyName("移至")] int To,
    [property: JsonPropertyName("理由")] string Reason);

/// <summary>A line that is no part of the document and says what it lost.</summary>
/// <param name="Offset">The place, in the raw text without white space, before which it stands.</param>
/// <param name="Text">The line.</param>
/// <param name="Reason">How the loss is known.</param>
internal sealed record Remark(
    [property: JsonPropertyName("位置")] int Offset, [property: JsonPropertyName("文字")] string Text,
    [property: JsonPropertyName("理由")] string Reason);
