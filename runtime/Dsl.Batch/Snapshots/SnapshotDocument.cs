// The shape of snapshot.json: what a snapshot holds, with the hash of every file.
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Dsl.Data.DuckDb;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;

namespace Dsl.Batch.Snapshots;

[JsonSerializable(typeof(SnapshotDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class SnapshotShapes : JsonSerializerContext
{
    public static SnapshotShapes Of { get; } = new(JsonStyle.ForReading());
}

/// <summary>A snapshot.</summary>
internal sealed record SnapshotDocument
{
    /// <summary>The form of folder and files; another number is not read.</summary>
    public const int CurrentFormat = 1;

    private const int IdLength = 16;

    [JsonPropertyName("format")] public required int Format { get; init; }

    /// <summary>The first digits of <see cref="Sha256"/>.</summary>
    [JsonPropertyName("id")] public required string Id { get; init; }

    /// <summary>SHA-256 of this document without <see cref="Id"/> and itself.</summary>
    [JsonPropertyName("sha256")] public required string Sha256 { get; init; }

    /// <summary>The folder in which the tables were looked for; null where they were named one by one.</summary>
    [JsonPropertyName("dataFolder")] public required string? DataFolder { get; init; }

    [JsonPropertyName("mapping")] public required StoredMapping Mapping { get; init; }

    /// <summary>文号 of documents that need not be evaluated, of which records may be.</summary>
    [JsonPropertyName("otherDocuments")] public required ImmutableArray<string> OtherDocuments { get; init; }

    /// <summary>What was to be said of where the tables were found.</summary>
    [JsonPropertyName("findings")] public required ImmutableArray<KeptFinding> Findings { get; init; }

    [JsonPropertyName("tables")] public required ImmutableArray<StoredTable> Tables { get; init; }

    /// <summary>The files of tables that are not cut by subject.</summary>
    [JsonPropertyName("shared")] public required ImmutableArray<StoredFile> Shared { get; init; }

    [JsonPropertyName("partitions")] public required ImmutableArray<StoredPartition> Partitions { get; init; }

    /// <summary>The text of the file.</summary>
    [JsonIgnore]
    public string Text => JsonStyle.Indent(this, SnapshotShapes.Of.SnapshotDocument) + "\n";

    /// <summary>The same under the name that follows from its content.</summary>
    public SnapshotDocument Named()
    {
        var text = (this with { Id = "", Sha256 = "" }).Text;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return this with { Id = hash[..IdLength], Sha256 = hash };
    }
}

/// <summary>A part: the rows of some subjects in every table.</summary>
/// <param name="Subjects">How many keys of subjects its main tables have.</param>
/// <param name="Rows">How many rows its tables have, those that belong to several parts in each of them.</param>
/// <param name="Files">The files of its tables; a table without rows has none.</param>
internal sealed record StoredPartition(
    [property: JsonPropertyName("subjects")] long Subjects, [property: JsonPropertyName("rows")] long Rows,
    [property: JsonPropertyName("files")] ImmutableArray<StoredFile> Files);

/// <summary>The rows of a table in a part.</summary>
/// <param name="Table">The table.</param>
/// <param name="Path">The file below the folder of the snapshot, with forward slashes.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Sha256">Its hash.</param>
internal sealed record StoredFile(
    [property: JsonPropertyName("table")] string Table, [property: JsonPropertyName("file")] string Path,
    [property: JsonPropertyName("rows")] long Rows, [property: JsonPropertyName("sha256")] string Sha256);

/// <summary>The mapping of columns.</summary>
/// <param name="File">Its file, as shown in messages; empty for none.</param>
/// <param name="Columns">Its entries.</param>
internal sealed record StoredMapping(
    [property: JsonPropertyName("file")] string File,
    [property: JsonPropertyName("columns")] ImmutableArray<StoredMappedColumn> Columns)
{
    public static StoredMapping Of(ColumnMapping mapping) => new(mapping.File,
        [.. mapping.Columns.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .Select(static pair => new StoredMappedColumn(pair.Key, pair.Value.Column, pair.Value.Field)
                { Unit = pair.Value.Unit, Line = pair.Value.Line })]);

    public ColumnMapping Restored() => new(Columns.ToImmutableDictionary(static column => column.Key,
        static column => new MappedColumn(column.Field, column.Unit) { Column = column.Column, Line = column.Line })) { File = File };
}

/// <summary>An entry of a mapping.</summary>
/// <param name="Key">The header, as it is compared.</param>
/// <param name="Column">The header, as the file writes it.</param>
/// <param name="Field">The field.</param>
internal sealed record StoredMappedColumn(
    [property: JsonPropertyName("key")] string Key, [property: JsonPropertyName("column")] string Column,
    [property: JsonPropertyName("field")] string Field)
{
    [JsonPropertyName("unit"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    [JsonPropertyName("line"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Line { get; init; }
}
