// A detail table from a file, indexed by subject.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Library.Values;

namespace Dsl.Runtime.Data;

/// <param name="detail">The detail; 其他政策支持 is one table for all kinds of subjects.</param>
/// <param name="keyColumn">The name of the key column.</param>
/// <param name="file">The file.</param>
/// <param name="columns">Its columns.</param>
internal sealed class DetailTable(IrDetail detail, string keyColumn, CsvFile file, TableColumns columns)
{
    /// <summary>The name that the key column may have in every detail and record.</summary>
    public const string KeyAlias = "主键";

    public IrDetail Detail { get; } = detail;

    /// <summary>The name of the key column.</summary>
    public string KeyColumn { get; } = keyColumn;

    public KeyedRows<RowFacts> Rows { get; } = new(file.Input.Path);

    /// <summary>The columns that a detail wants: the subject's key, then its own fields.</summary>
    public static ImmutableArray<WantedColumn> Wanted(string keyColumn, ImmutableArray<string> aliases, IrDetail detail) =>
        [new(keyColumn) { Aliases = aliases }, .. WantedColumn.Of(detail.Fields)];

    /// <summary>The names of the keys of all kinds of subjects.</summary>
    public static ImmutableArray<string> KeyNames(IrSchema schema) => [.. schema.Subjects.Select(static subject => subject.Key.Name)];

    public DataFinding? Load(IRejectedRows rejected, CancellationToken cancellation)
    {
        using var rows = CsvRows.Open(file);
        var firstLines = new Dictionary<(string Owner, string Key), long>();
        while (rows.TryRead(out var row))
        {
            cancellation.ThrowIfCancellationRequested();
            var findings = new List<DataFinding>();
            var owner = columns.Cell(row.Cells, 0).Trim();
            var values = row.Problem is null ? ReadValues(row, owner, findings) : [];
            if (row.Problem is { } problem)
                findings.Add(problem.At(new(file.Input.Path, row.Line)));
            else if (findings.Count == 0 && RowKey(owner, values) is { } key && !firstLines.TryAdd((owner, key), row.Line))
                findings.Add(RowRules.DuplicateKey.With(key, firstLines[(owner, key)], "").At(KeyPlace(row)));

            if (findings.Count == 0)
            {
                var entry = Rows.Entry(owner);
                entry.Rows.Add((new(RowKey(owner, values) ?? $"{entry.Rows.Count + 1}", values), row.Line));
                continue;
            }
            rejected.Add(findings);
            if (owner.Length > 0)
                Rows.Entry(owner).IsDamaged = true;
        }
        return rows.Fatal;
    }

    private ImmutableArray<Value?> ReadValues(CsvRow row, string owner, List<DataFinding> findings)
    {
        if (owner.Length == 0)
            findings.Add(RowRules.NoKey.With(KeyColumn).At(columns.Place(file.Input.Path, row.Line, row.Cells, 0)));
        var values = FieldValues.Read(Detail.Fields, columns, firstColumn: 1, row, file.Input.Path, findings);
        if (Detail.Key is { } key && values[key.Ordinal] is null && findings.Count == 0)
            findings.Add(RowRules.NoKey.With(key.Name).At(KeyPlace(row)));
        return values;
    }

    private string? RowKey(string owner, ImmutableArray<Value?> values) =>
        owner.Length > 0 && Detail.Key is { } key ? ValueText.Cell(values[key.Ordinal], key.Type) : null;

    private DataPlace KeyPlace(CsvRow row) =>
        columns.Place(file.Input.Path, row.Line, row.Cells, Detail.Key is { } key ? key.Ordinal + 1 : 0);
}

/// <summary>The cells of a row as values of fields.</summary>
internal static class FieldValues
{
    /// <summary>Reads one value per field; what cannot be read is null and has a finding.</summary>
    public static ImmutableArray<Value?> Read(
        ImmutableArray<IrField> fields, TableColumns columns, int firstColumn, CsvRow row, string file, List<DataFinding> findings)
    {
        var values = ImmutableArray.CreateBuilder<Value?>(fields.Length);
        foreach (var field in fields)
        {
            var column = firstColumn + field.Ordinal;
            var reading = ValueReader.Read(columns.Cell(row.Cells, column), field);
            if (reading.Problem is { } problem)
                findings.Add(problem.At(columns.Place(file, row.Line, row.Cells, column)));
            values.Add(reading.Value);
        }
        return values.MoveToImmutable();
    }
}
