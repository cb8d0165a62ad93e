// What a backup says of itself: its last part, so that a backup without it was not finished.
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dsl.Loading.Json;

namespace Dsl.Host.Backup;

/// <summary>A backup.</summary>
internal sealed record BackupDocument
{
    /// <summary>The form of backups; another number is not read.</summary>
    public const int CurrentFormat = 1;

    [JsonPropertyName("format")] public required int Format { get; init; }

    /// <summary>The version of the program that wrote it.</summary>
    [JsonPropertyName("program")] public required string Program { get; init; }

    /// <summary>When, in UTC.</summary>
    [JsonPropertyName("at")] public required DateTimeOffset At { get; init; }

    /// <summary>The number of the data folder.</summary>
    [JsonPropertyName("home")] public required string Home { get; init; }

    /// <summary>How many records the audit has.</summary>
    [JsonPropertyName("auditCount")] public required long AuditCount { get; init; }

    /// <summary>The hash of the last record of the audit.</summary>
    [JsonPropertyName("auditHead")] public required string AuditHead { get; init; }

    /// <summary>The migrations that the store has run.</summary>
    [JsonPropertyName("migrations")] public required ImmutableArray<string> Migrations { get; init; }

    /// <summary>The tables of the store, in an order in which they can be filled.</summary>
    [JsonPropertyName("tables")] public required ImmutableArray<BackupTable> Tables { get; init; }

    /// <summary>The files of the data folder.</summary>
    [JsonPropertyName("files")] public required ImmutableArray<BackupFile> Files { get; init; }
}

/// <summary>A table of the store.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Sha256">The hash of its rows as they are written.</param>
internal sealed record BackupTable(
    [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("rows")] long Rows,
    [property: JsonPropertyName("sha256")] string Sha256);

/// <summary>A file.</summary>
/// <param name="Path">Below the data folder, with forward slashes.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Sha256">Its hash.</param>
internal sealed record BackupFile(
    [property: JsonPropertyName("path")] string Path, [property: JsonPropertyName("bytes")] long Bytes,
    [property: JsonPropertyName("sha256")] string Sha256);

[JsonSerializable(typeof(BackupDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class BackupShapes : JsonSerializerContext
{
    public static BackupShapes Of { get; } = new(JsonStyle.ForReading());
}
