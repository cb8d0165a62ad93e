// A part of a snapshot as the tables of a registry.
using System.Security.Cryptography;
using Dsl.Batch.Registries;
using Dsl.Data.DuckDb;
using Dsl.Data.Tables;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Batch.Snapshots;

/// <param name="folder">The snapshot.</param>
/// <param name="document">What it holds.</param>
/// <param name="number">The part, from 1.</param>
internal sealed class SnapshotPart(string folder, SnapshotDocument document, int number) : IStoredRegistry
{
    private readonly StoredPartition _part = document.Partitions[number - 1];

    public string? DataFolder => document.DataFolder;

    public SortedDictionary<string, string> Locate(ICollection<DataFinding> findings)
    {
        foreach (var finding in document.Findings)
            findings.Add(finding.Restored());
        return new(document.Tables.ToDictionary(static table => table.Name, static table => table.Source), StringComparer.Ordinal);
    }

    public TableOpening Open(string name)
    {
        var table = document.Tables.Single(table => table.Name == name);
        if (_part.Files.Concat(document.Shared).FirstOrDefault(file => file.Table == name) is not { } file)
            return new(new StoredTableSource(table, null, 0), null);
        var path = Path.Combine(folder, Path.Combine(file.Path.Split('/')));
        return Problem(path, file) is { } problem
            ? problem.At(new(PathText.Shown(path)))
            : new TableOpening(new StoredTableSource(table, path, file.Rows), null);
    }

    public DataFinding? KeyProblem(string name, int? column)
    {
        var table = document.Tables.Single(table => table.Name == name);
        return table.KeyColumn == column || name == Facts.Records.BuiltInTables.Parameters ? null
            : (table.KeyColumn is null ? SnapshotDiagnostics.NotCut : SnapshotDiagnostics.OtherKey).With(name).At(new(table.Shown));
    }

    private DataProblem? Problem(string path, StoredFile file)
    {
        var shown = PathText.Shown(folder);
        if (!File.Exists(path))
            return SnapshotDiagnostics.MissingFile.With(shown, file.Path);
        using var stream = InputStream.Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == file.Sha256 ? null
            : SnapshotDiagnostics.ChangedFile.With(shown, file.Path);
    }
}
