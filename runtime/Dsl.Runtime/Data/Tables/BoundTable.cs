// A table with the place of each wanted column in it, and its rows one by one.
using System.Collections.Immutable;

namespace Dsl.Runtime.Data.Tables;

/// <summary>A column that a table wants.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRequired">Whether a header without it stops the run.</param>
internal sealed record WantedColumn(string Name, bool IsRequired = true)
{
    /// <summary>Whether its cells are read; a column may be wanted only so that the header is whole.</summary>
    public bool IsRead { get; init; } = true;

    /// <summary>Whether its texts say who or what is meant, so that a digit or a zero more or less is another one.</summary>
    public bool IsIdentity { get; init; }

    /// <summary>Other accepted names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];
}

/// <summary>A table whose columns are known in the order of what was wanted.</summary>
internal sealed class BoundTable
{
    // By wanted column: where it stands in the header, the mapped unit, the name in the header, where it stands in a chunk.
    private readonly int[] _indexes;
    private readonly string?[] _units;
    private readonly string[] _headers;
    private readonly int[] _slots;
    private readonly bool[] _identities;

    private BoundTable(ITableSource source, ImmutableArray<WantedColumn> wanted, int[] indexes, string?[] units, string[] headers)
    {
        (Source, _indexes, _units, _headers) = (source, indexes, units, headers);
        _slots = new int[indexes.Length];
        _identities = [.. wanted.Select(static column => column.IsIdentity)];
        var next = 0;
        for (var i = 0; i < indexes.Length; i++)
            _slots[i] = indexes[i] >= 0 && wanted[i].IsRead ? next++ : -1;
    }

    /// <summary>The table.</summary>
    public ITableSource Source { get; }

    /// <summary>The table, as shown in messages.</summary>
    public string Shown => Source.Shown;

    /// <summary>Dates before 1949 that were read.</summary>
    public EarlyDates EarlyDates { get; } = new();

    /// <summary>Finds the wanted columns in the header; findings name every column that is missing, double or unknown.</summary>
    public static (BoundTable Table, ImmutableArray<DataFinding> Findings) Bind(ITableSource source, ImmutableArray<WantedColumn> wanted, ColumnMapping mapping)
    {
        var (header, findings) = (source.Header, ImmutableArray.CreateBuilder<DataFinding>());
        DataPlace Place(string? column) => new(source.Shown, source.HeaderRow, column);
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
                findings.Add(FileRules.DuplicateColumn.With(header[i]).At(Place(header[i])));
            else
                (indexes[at], units[at], headers[at]) = (i, resolved[i].Unit, header[i]);
        }
        for (var i = 0; i < wanted.Length; i++)
            headers[i] ??= wanted[i].Name;
        var missing = wanted.Where((column, i) => column.IsRequired && indexes[i] < 0).Select(static column => column.Name).ToList();
        if (missing.Count > 0 && !source.IsEmpty)
            findings.Insert(0, FileRules.MissingColumns.With(string.Join('、', missing)).At(Place(null)));
        foreach (var name in unknown)
            findings.Add(FileRules.UnknownColumn.With(name, NameHint.For(name, missing)).At(Place(name.Length == 0 ? null : name)));
        return (new(source, wanted, indexes, units, headers), findings.ToImmutable());
    }

    /// <summary>Where a wanted column stands in the header; null where the table has no such column.</summary>
    public int? IndexOf(int wanted) => _indexes[wanted] is >= 0 and var index ? index : null;

    /// <summary>Reads the wanted columns, chunk by chunk.</summary>
    public ITableReader OpenReader() => Source.Open([.. _indexes.Where((_, wanted) => _slots[wanted] >= 0)]);

    /// <summary>Reads the wanted columns, row by row.</summary>
    public TableRows Open() => new(this, OpenReader());

    /// <summary>A text with the mapped unit behind a bare figure.</summary>
    public static string WithUnit(string text, string? unit) =>
        unit is not null && text.AsSpan().TrimEnd() is [.., var last] && char.IsDigit(last) ? text.TrimEnd() + unit : text;

    /// <summary>The cells of a wanted column; null where the table has no such column, or where it is not read.</summary>
    public CellColumn? Column(TableChunk chunk, int wanted) => _slots[wanted] is >= 0 and var slot ? chunk.Columns[slot] : null;

    /// <summary>The unit of figures that carry none; null for the field's own.</summary>
    public string? UnitOf(int wanted) => _units[wanted];

    /// <summary>Whether a wanted column says who or what is meant.</summary>
    public bool IsIdentity(int wanted) => _identities[wanted];

    /// <summary>The name of a wanted column in the header.</summary>
    public string HeaderOf(int wanted) => _headers[wanted];

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

/// <summary>A row of a chunk.</summary>
internal readonly record struct TableRow(BoundTable Table, TableChunk Chunk, int Index)
{
    /// <summary>Its number as users see it.</summary>
    public long Number => Chunk.Number(Index);

    /// <summary>What is wrong with its form; null where it can be read.</summary>
    public DataProblem? Problem => Chunk.Problem(Index);

    /// <summary>The row as a place.</summary>
    public DataPlace Place() => new(Table.Shown, Number);

    /// <summary>The place of a cell.</summary>
    public DataPlace Place(int wanted) => new(Table.Shown, Number, Table.HeaderOf(wanted), Text(wanted));

    /// <summary>Why a cell has no value that could be used; null where all is well.</summary>
    public DataProblem? CellProblem(int wanted) => Table.Column(Chunk, wanted)?.Problem(Index) ?? IdentityProblem(wanted);

    /// <summary>Why a cell cannot be the identity that it was: spreadsheets make dates and numbers of codes, and lose digits.</summary>
    public DataProblem? IdentityProblem(int wanted)
    {
        if (!Table.IsIdentity(wanted) || Table.Column(Chunk, wanted) is not { } cells || cells.IsMissing(Index))
            return null;
        var text = cells.Text(Index).Trim();
        return cells.KindOf(Index) switch
        {
            CellKind.Date => RowRules.IdentityIsDate.With(text.ToString()),
            CellKind.Number when text.Contains('.') => RowRules.IdentityIsNumber.With(text.ToString()),
            _ when text.Contains("E+", StringComparison.OrdinalIgnoreCase) && IsScientific(text) => ValueRules.Scientific.With(text.ToString()),
            _ => null,
        };
    }

    private static bool IsScientific(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("E+", StringComparison.OrdinalIgnoreCase);
        return text[(at + 2)..].Length > 0 && !text[(at + 2)..].ContainsAnyExceptInRange('0', '9') && decimal.TryParse(text[..at], System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out _);
    }

    /// <summary>The cell of a wanted column, with the mapped unit behind a bare figure; empty where the table has no such column.</summary>
    public string Cell(int wanted) => BoundTable.WithUnit(Text(wanted), Table.UnitOf(wanted));

    /// <summary>The cell of a wanted column without space around it.</summary>
    public ReadOnlySpan<char> Trimmed(int wanted) => Table.Column(Chunk, wanted) is { } column ? column.Text(Index).Trim() : [];

    private string Text(int wanted) => Table.Column(Chunk, wanted) is { } column ? column.Text(Index).ToString() : "";
}

/// <summary>The rows of a table, one by one.</summary>
internal sealed class TableRows(BoundTable table, ITableReader reader) : IDisposable
{
    private readonly TableChunk _chunk = new();
    private int _next;

    /// <summary>Why reading had to stop; null while all is well.</summary>
    public DataFinding? Fatal => reader.Fatal;

    /// <summary>Reads the next row; false at the end, and where <see cref="Fatal"/> is set. A row is good until the next is read.</summary>
    public bool TryRead(out TableRow row)
    {
        row = default;
        if (_next == _chunk.Count)
        {
            _next = 0;
            if (!reader.Read(_chunk))
                return false;
        }
        row = new(table, _chunk, _next++);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _chunk.Release();
        reader.Dispose();
    }
}
