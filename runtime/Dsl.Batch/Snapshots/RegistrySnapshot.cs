// A snapshot of a registry on disk: an immutable folder, named after its content, cut into parts by subject.
using System.Collections.Immutable;
using System.Text.Json;
using Dsl.Batch.Registries;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Batch.Snapshots;

/// <summary>A part of a snapshot.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Subjects">How many keys of subjects its main tables have.</param>
/// <param name="Rows">How many rows its tables have.</param>
public sealed record SnapshotPartition(int Number, long Subjects, long Rows);

/// <summary>A snapshot that can be read. Reading its parts one by one comes to what reading the registry at once does.</summary>
public sealed class RegistrySnapshot
{
    /// <summary>The file that says what a snapshot holds.</summary>
    internal const string DescriptionName = "snapshot.json";

    /// <summary>The rows that could not be read with the policies of the import.</summary>
    internal const string RejectedName = "rejected.csv";

    private readonly string _folder;
    private readonly SnapshotDocument _document;

    private RegistrySnapshot(string folder, SnapshotDocument document)
    {
        (_folder, _document) = (folder, document);
        Partitions = [.. document.Partitions.Select(static (part, index) => new SnapshotPartition(index + 1, part.Subjects, part.Rows))];
    }

    /// <summary>The name of its folder: the first 16 digits of <see cref="Sha256"/>.</summary>
    public string Id => _document.Id;

    /// <summary>The hash of all that it holds, in lower-case hexadecimal.</summary>
    public string Sha256 => _document.Sha256;

    /// <summary>What it holds.</summary>
    internal SnapshotDocument Document => _document;

    /// <summary>Where it stands.</summary>
    internal string Folder => _folder;

    /// <summary>Its parts, in order.</summary>
    public ImmutableArray<SnapshotPartition> Partitions { get; }

    /// <summary>Whether a folder holds a snapshot, or what is left of one.</summary>
    public static bool IsAt(string path) => File.Exists(Path.Combine(path, DescriptionName));

    /// <summary>Opens a snapshot; without one the findings say why. The files of its parts are looked at when they are read.</summary>
    public static (RegistrySnapshot? Snapshot, ImmutableArray<DataFinding> Findings) Open(string folder)
    {
        var shown = PathText.Shown(folder);
        (RegistrySnapshot?, ImmutableArray<DataFinding>) Fail(DataProblem problem) => (null, [problem.At(new(shown))]);
        var path = Path.Combine(folder, DescriptionName);
        if (!File.Exists(path))
            return Fail(SnapshotDiagnostics.NoDescription.With(shown));
        if (TextFile.Read(path) is not { Text: { } text })
            return Fail(SnapshotDiagnostics.ChangedDescription.With(shown));
        try
        {
            if (FormatOf(text) is not SnapshotDocument.CurrentFormat and var format)
                return Fail(SnapshotDiagnostics.OtherFormat.With(shown, format, SnapshotDocument.CurrentFormat));
            return JsonSerializer.Deserialize(text, SnapshotShapes.Of.SnapshotDocument) is { } document && document.Named().Text == text
                ? (new(folder, document), [])
                : Fail(SnapshotDiagnostics.ChangedDescription.With(shown));
        }
        catch (JsonException)
        {
            return Fail(SnapshotDiagnostics.ChangedDescription.With(shown));
        }
    }

    /// <summary>A part as a registry of its own.</summary>
    /// <param name="partition">Its number, from 1.</param>
    public RegistrySource Source(int partition) => new(_folder)
    {
        Stored = new SnapshotPart(_folder, _document, partition),
        Mapping = _document.Mapping.Restored(),
        OtherDocuments = _document.OtherDocuments,
    };

    /// <summary>What is wrong with its files; null where all are as they were written.</summary>
    internal DataFinding? Problem() => Enumerable.Range(1, Partitions.Length)
        .SelectMany(part => _document.Tables.Select(table => new SnapshotPart(_folder, _document, part).Open(table.Name).Finding))
        .FirstOrDefault(static finding => finding is not null);

    private static int FormatOf(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("format", out var format)
            && format.ValueKind == JsonValueKind.Number && format.TryGetInt32(out var number)
            ? number : throw new JsonException();
    }
}
