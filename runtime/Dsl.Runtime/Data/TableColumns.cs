// Where the fields of a table stand in the columns of a file.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;

namespace Dsl.Runtime.Data;

/// <summary>A column that a table wants.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRequired">Whether a header without it stops the run.</param>
internal sealed record WantedColumn(string Name, bool IsRequired = true)
{
    /// <summary>Other accepted names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public static ImmutableArray<WantedColumn> Of(IEnumerable<IrField> fields) => [.. fields.Select(static field => new WantedColumn(field.Name))];
}

/// <summary>The columns of a file in the order of what was wanted.</summary>
internal sealed class TableColumns
{
    private readonly int[] _indexes;
    private readonly string?[] _units;
    private readonly string[] _headers;

    private TableColumns(int[] indexes, string?[] units, string[] headers) => (_indexes, _units, _headers) = (indexes, units, headers);

    /// <summary>Finds the wanted columns in a header; findings name every column that is missing, double or unknown.</summary>
    public static (TableColumns Columns, ImmutableArray<DataFinding> Findings) Bind(
        string file, string[] header, ImmutableArray<WantedColumn> wanted, ColumnMapping mapping)
    {
        var findings = ImmutableArray.CreateBuilder<DataFinding>();
        var (indexes, units, headers) = (new int[wanted.Length], new string?[wanted.Length], new string[wanted.Length]);
        Array.Fill(indexes, -1);
        var resolved = header.Select(mapping.Resolve).ToArray();
        var unknown = new List<string>();
        for (var i = 0; i < header.Length; i++)
        {
            var at = Find(wanted, resolved[i].Field);
            if (at < 0)
                unknown.Add(header[i]);
            else if (indexes[at] >= 0)
                findings.Add(FileRules.DuplicateColumn.With(header[i]).At(new(file, 1, header[i])));
            else
                (indexes[at], units[at], headers[at]) = (i, resolved[i].Unit, header[i]);
        }
        for (var i = 0; i < wanted.Length; i++)
            headers[i] ??= wanted[i].Name;
        var missing = wanted.Where((column, i) => column.IsRequired && indexes[i] < 0).Select(static column => column.Name).ToList();
        if (missing.Count > 0)
            findings.Insert(0, FileRules.MissingColumns.With(string.Join('、', missing)).At(new(file, 1)));
        foreach (var name in unknown)
            findings.Add(FileRules.UnknownColumn.With(name, NameHint.For(name, missing)).At(new(file, 1, name.Length == 0 ? null : name)));
        return (new(indexes, units, headers), findings.ToImmutable());
    }

    /// <summary>Whether the file has the column.</summary>
    public bool Has(int wanted) => _indexes[wanted] >= 0;

    /// <summary>Where a wanted column stands in the file; null where the file has no such column.</summary>
    public int? IndexOf(int wanted) => Has(wanted) ? _indexes[wanted] : null;

    /// <summary>The cell of a wanted column, with the mapped unit behind a bare figure; empty where the file has no such column.</summary>
    public string Cell(string[] cells, int wanted)
    {
        var index = _indexes[wanted];
        if (index < 0 || index >= cells.Length)
            return "";
        var text = cells[index];
        return _units[wanted] is { } unit && text.Length > 0 && char.IsDigit(text.TrimEnd()[^1]) ? text.TrimEnd() + unit : text;
    }

    /// <summary>The place of a cell.</summary>
    public DataPlace Place(string file, long line, string[] cells, int wanted) =>
        new(file, line, _headers[wanted], _indexes[wanted] is >= 0 and var index && index < cells.Length ? cells[index] : "");

    private static int Find(ImmutableArray<WantedColumn> wanted, string name)
    {
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i].Name == name || wanted[i].Aliases.Contains(name) || ColumnMapping.Normalize(wanted[i].Name) == name)
                return i;
        }
        return -1;
    }
}
