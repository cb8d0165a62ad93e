// A detail table from a file, indexed by subject.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Library.Values;
using Dsl.Runtime.Data.Tables;

namespace Dsl.Runtime.Data;

/// <param name="detail">The detail; 其他政策支持 is one table for all kinds of subjects.</param>
/// <param name="keyColumn">The name of the key column.</param>
/// <param name="table">The table.</param>
internal sealed class DetailTable(IrDetail detail, string keyColumn, BoundTable table)
{
    /// <summary>The name that the key column may have in every detail and record.</summary>
    public const string KeyAlias = "主键";

    public IrDetail Detail { get; } = detail;

    /// <summary>The name of the key column.</summary>
    public string KeyColumn { get; } = keyColumn;

    public KeyedRows<RowFacts> Rows { get; } = new(table.Shown);

    /// <summary>The columns that a detail wants: the subject's key, then its own fields.</summary>
    public static ImmutableArray<WantedColumn> Wanted(string keyColumn, ImmutableArray<string> aliases, IrDetail detail) =>
        [new(keyColumn) { Aliases = aliases }, .. WantedColumn.Of(detail.Fields)];

    /// <summary>The names of the keys of all kinds of subjects.</summary>
    public static ImmutableArray<string> KeyNames(IrSchema schema) => [.. schema.Subjects.Select(static subject => subject.Key.Name)];

    public DataFinding? Load(IRejectedRows rejected, CancellationToken cancellation)
    {
        using var rows = table.Open();
        var firstLines = new Dictionary<(string Owner, string Key), long>();
        while (rows.TryRead(out var row))
        {
            cancellation.ThrowIfCancellationRequested();
            var findings = new List<DataFinding>();
            var owner = row.Cell(0).Trim();
            var values = row.Problem is null ? ReadValues(row, owner, findings) : [];
            if (row.Problem is { } problem)
                findings.Add(problem.At(row.Place()));
            else if (findings.Count == 0 && RowKey(owner, values) is { } key && !firstLines.TryAdd((owner, key), row.Number))
                findings.Add(RowRules.DuplicateKey.With(key, firstLines[(owner, key)], "").At(KeyPlace(row)));

            if (findings.Count == 0)
            {
                var entry = Rows.Entry(owner);
                entry.Rows.Add((new(RowKey(owner, values) ?? $"{entry.Rows.Count + 1}", values), row.Number));
                continue;
            }
            rejected.Add(findings);
            if (owner.Length > 0)
                Rows.Entry(owner).IsDamaged = true;
        }
        return rows.Fatal;
    }

    private ImmutableArray<Value?> ReadValues(TableRow row, string owner, List<DataFinding> findings)
    {
        if (owner.Length == 0)
            findings.Add(RowRules.NoKey.With(KeyColumn).At(row.Place(0)));
        var values = FieldValues.Read(Detail.Fields, firstColumn: 1, row, findings);
        if (Detail.Key is { } key && values[key.Ordinal] is null && findings.Count == 0)
            findings.Add(RowRules.NoKey.With(key.Name).At(KeyPlace(row)));
        return values;
    }

    private string? RowKey(string owner, ImmutableArray<Value?> values) =>
        owner.Length > 0 && Detail.Key is { } key ? ValueText.Cell(values[key.Ordinal], key.Type) : null;

    private DataPlace KeyPlace(TableRow row) => row.Place(Detail.Key is { } key ? key.Ordinal + 1 : 0);
}

/// <summary>The cells of a row as values of fields.</summary>
internal static class FieldValues
{
    /// <summary>Reads one value per field; what cannot be read is null and has a finding.</summary>
    public static ImmutableArray<Value?> Read(ImmutableArray<IrField> fields, int firstColumn, TableRow row, List<DataFinding> findings)
    {
        var values = ImmutableArray.CreateBuilder<Value?>(fields.Length);
        foreach (var field in fields)
        {
            var column = firstColumn + field.Ordinal;
            var reading = row.CellProblem(column) is { } unusable ? unusable : ValueReader.Read(row.Cell(column), field);
            if (reading.Problem is { } problem)
                findings.Add(problem.At(row.Place(column)));
            values.Add(reading.Value);
        }
        return values.MoveToImmutable();
    }
}
