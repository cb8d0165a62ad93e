// The fields of a table that a run reads, chunk by chunk into columns.
using System.Collections.Immutable;
using Dsl.Columns.Blocks;
using Dsl.Facts.Tables;
using Dsl.Ir.Schema;
using Dsl.Loading.Findings;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Batch.Registries;

/// <summary>Reads the fields of a table. Holds no state of a run: safe on several threads.</summary>
internal sealed class FieldReaders
{
    private readonly BoundTable _table;
    private readonly int _firstColumn;
    private readonly int _fieldCount;
    private readonly ImmutableArray<FieldReader> _readers;

    /// <summary>Readers for those fields whose columns the table is asked to read.</summary>
    /// <param name="table">The table; field i is its wanted column <paramref name="firstColumn"/> + i.</param>
    /// <param name="fields">All fields.</param>
    /// <param name="firstColumn">Where the fields begin among the wanted columns.</param>
    /// <param name="read">The fields that are read.</param>
    /// <param name="texts">Numbers of texts.</param>
    public FieldReaders(BoundTable table, ImmutableArray<IrField> fields, int firstColumn, Func<IrField, bool> read, StringDictionary texts)
    {
        (_table, _firstColumn, _fieldCount) = (table, firstColumn, fields.Length);
        _readers = [.. fields.Where(read).Select(field => FieldReader.Of(field, texts))];
    }

    /// <summary>Columns without rows, to append to.</summary>
    public StoredColumn?[] Start()
    {
        var columns = new StoredColumn?[_fieldCount];
        foreach (var reader in _readers)
            columns[reader.Field.Ordinal] = new(reader.Field);
        return columns;
    }

    /// <summary>
    /// Reads rows of a chunk; one column per field, null where the field is not read. Rows whose form is broken are skipped.
    /// </summary>
    /// <param name="first">The first row.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="findings">Takes what cannot be read, field by field in the order of the fields.</param>
    public FieldColumn?[] Read(TableBatch chunk, int first, int count, RowFindings findings)
    {
        var columns = new FieldColumn?[_fieldCount];
        foreach (var reader in _readers)
        {
            var wanted = _firstColumn + reader.Field.Ordinal;
            var target = columns[reader.Field.Ordinal] = new(reader.Field, count);
            if (_table.Column(chunk, wanted) is not { } cells)
                continue;
            var unit = _table.UnitOf(wanted);
            for (var row = 0; row < count; row++)
            {
                if (chunk.Problem(first + row) is null && reader.Read(cells, first + row, unit, target, row) is { } problem)
                    findings.Add(row, problem.At(new TableRow(_table, chunk, first + row).Place(wanted)));
                else if (reader.Field.Type is DateType && target.RawAt(row) is var day && day != PackedNumbers.Missing
                    && EarlyDates.IsEarly(day) && !chunk.Context(first + row).HasFlag(RowContext.Echo))
                    _table.EarlyDates.Note(wanted, chunk.Number(first + row), cells.Text(first + row).Trim().ToString());
            }
        }
        return columns;
    }
}

/// <summary>What is wrong with the rows of a chunk.</summary>
internal sealed class RowFindings
{
    private readonly Dictionary<int, List<DataFinding>> _rows = [];

    /// <summary>Adds a finding on a row, after those that it has.</summary>
    public void Add(int row, DataFinding finding)
    {
        if (!_rows.TryGetValue(row, out var findings))
            _rows.Add(row, findings = []);
        findings.Add(finding);
    }

    /// <summary>Puts a finding before those that a row has.</summary>
    public void AddFirst(int row, DataFinding finding)
    {
        Add(row, finding);
        var findings = _rows[row];
        findings.RemoveAt(findings.Count - 1);
        findings.Insert(0, finding);
    }

    /// <summary>The findings on a row, or null.</summary>
    public IReadOnlyList<DataFinding>? Of(int row) => _rows.GetValueOrDefault(row);
}
