// A part of a snapshot with other tables of records in the place of its own.
using Dsl.Batch.Registries;
using Dsl.Data;
using Dsl.Data.Tables;
using Dsl.Facts.Records;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Snapshots;

/// <param name="part">The part.</param>
/// <param name="records">SRC of 核定 and 兑现记录 by table name; not cut.</param>
internal sealed class RecordsOverlay(SnapshotPart part, IReadOnlyDictionary<string, string> records) : IStoredRegistry
{
    public string? DataFolder => part.DataFolder;

    /// <summary>Whether a table holds records.</summary>
    public static bool IsOfRecords(string table) => table is BuiltInTables.Approvals or BuiltInTables.Payments;

    public SortedDictionary<string, string> Locate(ICollection<DataFinding> findings)
    {
        var tables = part.Locate(findings);
        foreach (var (name, path) in records)
            tables[name] = path;
        return tables;
    }

    public TableOpening Open(string name) => records.TryGetValue(name, out var path) ? TableSources.Open(path) : part.Open(name);

    public DataFinding? KeyProblem(string name, int? column) => records.ContainsKey(name) ? null : part.KeyProblem(name, column);
}
