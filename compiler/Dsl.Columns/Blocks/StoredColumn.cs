// The values of one field in all rows of a table that is held in memory, packed.
using Dsl.Columns.Kernels;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Columns.Blocks;

/// <summary>A column of a whole table. Filled by one thread; afterwards safe to read on several.</summary>
public sealed class StoredColumn(IrField field)
{
    private readonly PackedNumbers _raw = new();

    // Texts that are read as others: their numbers by row.
    private Dictionary<int, int>? _rewritten;

    // Numbers finer than the fixed point, or beyond its limit. Their rows are missing in the column.
    private Dictionary<int, Rational>? _beyond;

    /// <summary>Adds rows of a column of the same field.</summary>
    public void Append(FieldColumn source, ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
        {
            if (source.ExactAt(row) is { } exact)
                (_beyond ??= [])[_raw.Count] = exact;
            _raw.Add(source.RawAt(row));
        }
    }

    /// <summary>Gives back what adding needs, once all rows are there.</summary>
    public void Finish() => _raw.Finish();

    /// <summary>
    /// The number of the text of a row in the pool; <see cref="DictionaryCode.Missing"/> where missing. Of a text or a list only.
    /// </summary>
    public int CodeAt(int row) => RawAt(row) is var raw && raw == PackedNumbers.Missing ? DictionaryCode.Missing : (int)raw;

    /// <summary>The value of a row as the interpreter knows it; null where missing.</summary>
    public Value? ValueAt(int row, StringDictionary texts) =>
        _beyond is not null && _beyond.TryGetValue(row, out var exact)
            ? NumberValue.Of(exact)
            : FieldColumn.ValueOf(field, RawAt(row), texts);

    /// <summary>Reads another text in a row, once all rows are there.</summary>
    public void Rewrite(int row, int code) => (_rewritten ??= [])[row] = code;

    /// <summary>The rows of the given numbers as a column of their own.</summary>
    public FieldColumn Select(ReadOnlySpan<int> rows)
    {
        var selected = new FieldColumn(field, rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            selected.SetRaw(i, RawAt(rows[i]));
            if (_beyond is not null && _beyond.TryGetValue(rows[i], out var exact))
                selected.SetExact(i, exact);
        }
        return selected;
    }

    private long RawAt(int row) => _rewritten is not null && _rewritten.TryGetValue(row, out var code) ? code : _raw[row];
}
