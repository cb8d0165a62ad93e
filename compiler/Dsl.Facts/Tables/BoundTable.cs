// A table with the place of each wanted column in it, and its rows one by one.
using System.Collections.Immutable;
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Loading.Findings;

namespace Dsl.Facts.Tables;

/// <summary>A table whose columns are known in the order of what was wanted.</summary>
public sealed class BoundTable
{
    // By wanted column: where it stands in the header, the unit of its figures, the name in the header, where it stands in a chunk.
    private readonly int[] _indexes;
    private readonly string?[] _units;
    private readonly string[] _headers;
    private readonly int[] _slots;
    private readonly bool[] _identities;
    private readonly ImmutableArray<int> _columns;
    private readonly ImmutableArray<ScannedColumn> _scanned = [];

    private BoundTable(ITableSource source, ImmutableArray<WantedColumn> wanted, HeaderBinding binding)
    {
        (Source, _indexes, _units, _headers) = (source, binding.Indexes, binding.Units, binding.Headers);
        _identities = [.. wanted.Select(static column => column.IsIdentity)];
        var isRead = wanted.Select((column, i) => _indexes[i] >= 0 && column.IsRead).ToArray();
        var isScanned = wanted is [{ IsLabel: true }, ..] && isRead[0];
        // Columns that are not read help to distinguish rows of data from totals, too.
        _columns = [.. _indexes.Where((_, i) => isRead[i]).Concat(isScanned ? source.WordColumns : []).Distinct().Order()];
        _slots = [.. _indexes.Select((index, i) => isRead[i] ? _columns.IndexOf(index) : -1)];
        if (isScanned)
            _scanned = Scanned(wanted);
    }

    public ITableSource Source { get; }

    /// <summary>The table, as shown in messages.</summary>
    public string Shown => Source.Shown;

    /// <summary>Dates before 1949 that were read.</summary>
    public EarlyDates EarlyDates { get; } = new();

    /// <summary>Finds the wanted columns in the header; findings name every column that is missing, double or unknown.</summary>
    public static (BoundTable Table, ImmutableArray<DataFinding> Findings) Bind(ITableSource source, ImmutableArray<WantedColumn> wanted,
        ColumnMapping mapping)
    {
        var binding = HeaderBinding.Of(source, wanted, mapping);
        return (new(source, wanted, binding), binding.Findings);
    }

    /// <summary>Where a wanted column stands in the header; null where the table has no such column.</summary>
    public int? IndexOf(int wanted) => _indexes[wanted] is >= 0 and var index ? index : null;

    /// <summary>Reads the wanted columns, chunk by chunk.</summary>
    public ITableReader OpenReader() =>
        new NotingReader(this,
            _scanned.IsEmpty ? Source.Open(_columns) : new DataRowReader(Source.Open(_columns), _scanned, Form, Shown));

    /// <summary>
    /// Reads columns of all rows as they stand, to be cut into parts; each row says what stands before it
    /// (<see cref="TableBatch.Context"/>).
    /// </summary>
    /// <param name="columns">
    /// The columns, as indexes of the header. Where one that is read is not among them, since it cannot be, reading stops at once.
    /// </param>
    public ITableReader OpenToCut(ImmutableArray<int> columns) =>
        _columns.Except(columns).Any() ? Source.Open(_columns)
        : _scanned.IsEmpty ? Source.Open(columns)
        : new DataRowReader(
            Source.Open(columns), [.. _scanned.Select(column => column with { Slot = columns.IndexOf(column.Index) })], Form, Shown)
            { IsCutting = true };

    private TableForm Form => Source.HeaderRow is null ? TableForm.Table : TableForm.Sheet;

    /// <summary>Whether it was read to its end without meeting a row.</summary>
    public bool HasNoRows { get; private set; }

    /// <summary>Reads the first wanted column alone, every row as it stands; null where the table has no such column.</summary>
    public ITableReader? OpenKeys() => _indexes[0] < 0 ? null : Source.Open([_indexes[0]]);

    /// <summary>Reads the wanted columns, row by row.</summary>
    public TableRows Open() => new(this, OpenReader());

    /// <summary>The text of a cell with the unit of its column appended to a bare figure.</summary>
    public static string WithUnit(string text, string? unit)
    {
        var cell = SpreadsheetText.Unwrap(text);
        return unit is not null && cell.TrimEnd() is [.., var last] && char.IsDigit(last) ? $"{cell.TrimEnd()}{unit}"
            : cell.Length == text.Length ? text
            : cell.ToString();
    }

    /// <summary>The cells of a wanted column; null where the table has no such column, or where it is not read.</summary>
    public CellColumn? Column(TableBatch chunk, int wanted) => _slots[wanted] is >= 0 and var slot ? chunk.Columns[slot] : null;

    /// <summary>The unit of figures that carry none; null for the field's own.</summary>
    public string? UnitOf(int wanted) => _units[wanted];

    /// <summary>Whether a wanted column says who or what is meant.</summary>
    public bool IsIdentity(int wanted) => _identities[wanted];

    /// <summary>The name of a wanted column in the header.</summary>
    public string HeaderOf(int wanted) => _headers[wanted];

    /// <summary>Notes whether there is any row.</summary>
    private sealed class NotingReader(BoundTable table, ITableReader reader) : ITableReader
    {
        private bool _hasRows;

        public DataFinding? Fatal => reader.Fatal;

        public long Position => reader.Position;

        public bool Read(TableBatch chunk)
        {
            var more = reader.Read(chunk);
            _hasRows |= more;
            table.HasNoRows = !_hasRows && !table.Source.HasOtherRows && reader.Fatal is null;
            return more;
        }

        public void Dispose() => reader.Dispose();
    }

    /// <summary>The columns by which data is distinguished from other rows: keys, other wanted ones, and those that are not read.</summary>
    private ImmutableArray<ScannedColumn> Scanned(ImmutableArray<WantedColumn> wanted)
    {
        var columns = wanted.Index().Where(column => _columns.Contains(_indexes[column.Index]))
            .Select(column => new ScannedColumn(_columns.IndexOf(_indexes[column.Index]), _indexes[column.Index], _headers[column.Index],
                column.Item, _units[column.Index]))
            .OrderBy(static column => column.IsKey ? 0 : 1);
        var others =
            _columns.Except(_indexes).Select(index => new ScannedColumn(_columns.IndexOf(index), index, Source.Header[index], null, null));
        return [.. columns, .. others];
    }
}

/// <summary>A row of a chunk.</summary>
public readonly record struct TableRow(BoundTable Table, TableBatch Chunk, int Index)
{
    /// <summary>Its number as users see it.</summary>
    public long Number => Chunk.Number(Index);

    /// <summary>What is wrong with its form; null where it can be read.</summary>
    public DataProblem? Problem => Chunk.Problem(Index);

    /// <summary>Whether another part of the registry says what is to be said of it (<see cref="RowContext.Echo"/>).</summary>
    public bool IsEcho => Chunk.Context(Index).HasFlag(RowContext.Echo);

    /// <summary>The row as a place.</summary>
    public DataPlace Place() => new(Table.Shown, Number);

    /// <summary>The place of a cell.</summary>
    public DataPlace Place(int wanted) => new(Table.Shown, Number, Table.HeaderOf(wanted), Text(wanted));

    /// <summary>Why a cell has no value that could be used; null where all is well.</summary>
    public DataProblem? CellProblem(int wanted) =>
        Table.Column(Chunk, wanted) is { } cells
            ? cells.Problem(Index)
                ?? IdentityProblem(wanted) ?? (Table.IsIdentity(wanted) ? ValueReader.TextProblem(cells.Text(Index).Trim()) : null)
            : null;

    /// <summary>
    /// Why a cell that is read as a value, too, cannot be the identity that it was: spreadsheets make dates and numbers of codes.
    /// </summary>
    public DataProblem? IdentityProblem(int wanted)
    {
        if (!Table.IsIdentity(wanted) || Table.Column(Chunk, wanted) is not { } cells || cells.IsMissing(Index))
            return null;
        var text = cells.Text(Index).Trim();
        return cells.KindOf(Index) switch
        {
            CellKind.Date => RowDiagnostics.IdentityIsDate.With(text.ToString()),
            CellKind.Number when text.Contains('.') => RowDiagnostics.IdentityIsNumber.With(text.ToString()),
            _ => null,
        };
    }

    /// <summary>The cell of a wanted column, with the mapped unit after a bare figure; empty where the table has no such column.</summary>
    public string Cell(int wanted) => BoundTable.WithUnit(Text(wanted), Table.UnitOf(wanted));

    /// <summary>The cell of a wanted column without space around it.</summary>
    public ReadOnlySpan<char> Trimmed(int wanted) =>
        Table.Column(Chunk, wanted) is { } column ? SpreadsheetText.Unwrap(column.Text(Index)).Trim() : [];

    private string Text(int wanted) => Table.Column(Chunk, wanted) is { } column ? column.Text(Index).ToString() : "";
}

/// <summary>The rows of a table, one by one.</summary>
public sealed class TableRows(BoundTable table, ITableReader reader) : IDisposable
{
    private readonly TableBatch _chunk = new();
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
