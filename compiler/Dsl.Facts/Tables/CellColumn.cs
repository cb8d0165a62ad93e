// The cells of a column in a chunk: as text, or typed where the source knows types, so that nothing is printed only to be parsed again.
using System.Globalization;
using Dsl.Loading.Findings;
using Dsl.Values.Text;

namespace Dsl.Facts.Tables;

/// <summary>What a cell is in the file that it comes from; files of text know texts only.</summary>
public enum CellKind : byte
{
    /// <summary>A text, or of unknown type.</summary>
    Text,

    /// <summary>A number: as an identity it lost leading zeros, or zeros at its end.</summary>
    Number,

    /// <summary>A date, or a time.</summary>
    Date,
}

/// <summary>The cells of a column. Filled by one thread; afterwards safe to read on several.</summary>
public abstract class CellColumn
{
    private Dictionary<int, DataProblem>? _problems;

    /// <summary>Whether a cell is empty: nothing is known.</summary>
    public abstract bool IsMissing(int row);

    /// <summary>The cell as its user would write it into a CSV file; empty where missing.</summary>
    public abstract ReadOnlySpan<char> Text(int row);

    /// <summary>What a cell is in its file.</summary>
    public virtual CellKind KindOf(int row) => CellKind.Text;

    /// <summary>Whether some cell has a problem.</summary>
    public bool HasProblems => _problems is { Count: > 0 };

    /// <summary>Why the cell has no value that could be used (#N/A of a sheet, NaN of a database); null where all is well.</summary>
    public DataProblem? Problem(int row) => _problems?.GetValueOrDefault(row);

    /// <summary>Notes why a cell cannot be used. Its text is what messages show.</summary>
    public void Reject(int row, DataProblem problem) => (_problems ??= [])[row] = problem;

    /// <summary>Forgets all cells.</summary>
    public virtual void Clear() => _problems?.Clear();
}

/// <summary>Cells that are texts, or of which only the text is known.</summary>
public sealed class TextCells : CellColumn
{
    private readonly int[] _ends = new int[TableBatch.Capacity];
    private readonly CellKind[] _kinds = new CellKind[TableBatch.Capacity];
    private char[] _text = new char[TableBatch.Capacity * 4];
    private int _count;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Text(row).IsEmpty;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Text(int row)
    {
        var start = row == 0 ? 0 : _ends[row - 1];
        return _text.AsSpan(start, _ends[row] - start);
    }

    /// <summary>The cells of the first rows, concatenated.</summary>
    public ReadOnlySpan<char> All(int count) => count == 0 ? [] : _text.AsSpan(0, _ends[count - 1]);

    /// <inheritdoc/>
    public override CellKind KindOf(int row) => _kinds[row];

    /// <summary>Adds the cell of the next row; an empty text is a missing cell.</summary>
    public void Add(ReadOnlySpan<char> text, CellKind kind = CellKind.Text)
    {
        var start = _count == 0 ? 0 : _ends[_count - 1];
        if (start + text.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(start + text.Length, _text.Length * 2));
        text.CopyTo(_text.AsSpan(start));
        _kinds[_count] = kind;
        _ends[_count++] = start + text.Length;
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _count = 0;
    }
}

/// <summary>Cells of a column of typed values of which the texts were kept: no words stand in it, and all are of one kind.</summary>
/// <param name="kind">What the cells are.</param>
public sealed class KeptCells(CellKind kind) : CellColumn
{
    private readonly TextCells _texts = new();

    /// <inheritdoc/>
    public override bool IsMissing(int row) => _texts.IsMissing(row);

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Text(int row) => _texts.Text(row);

    /// <inheritdoc/>
    public override CellKind KindOf(int row) => kind;

    /// <summary>Adds the cell of the next row; an empty text is a missing cell.</summary>
    public void Add(ReadOnlySpan<char> text) => _texts.Add(text, kind);
}

/// <summary>Typed cells: values side by side, with one bit per row that says which are there.</summary>
/// <typeparam name="T">What a cell holds.</typeparam>
/// <param name="values">
/// One per row; meaningless where missing. The memory may belong to the source: then it lasts as long as the chunk is held
/// (<see cref="TableBatch.Hold"/>), and nothing is copied.
/// </param>
/// <param name="valid">Bit i of word i/64 is set where row i has a value; empty where every row has one.</param>
public abstract class TypedCells<T>(ReadOnlyMemory<T> values, ReadOnlyMemory<ulong> valid) : CellColumn
    where T : unmanaged
{
    /// <summary>The value of a row as it is stored; meaningless where missing.</summary>
    public T this[int row] => values.Span[row];

    /// <inheritdoc/>
    public override bool IsMissing(int row) => !valid.IsEmpty && (valid.Span[row >> 6] >> (row & 63) & 1) == 0;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Text(int row) => IsMissing(row) ? [] : Write(values.Span[row]);

    /// <summary>A value as it would be written.</summary>
    protected abstract string Write(T value);
}

/// <summary>Whole and decimal numbers of up to 64 bits: the value is the stored number divided by 10^scale.</summary>
/// <param name="scale">Digits after the point, 0 to 18.</param>
/// <param name="values">The stored numbers.</param>
/// <param name="valid">Which rows have one.</param>
public sealed class NumberCells(int scale, ReadOnlyMemory<long> values, ReadOnlyMemory<ulong> valid) : TypedCells<long>(values, valid)
{
    /// <summary>Digits after the point.</summary>
    public int Scale { get; } = scale;

    /// <inheritdoc/>
    public override CellKind KindOf(int row) => CellKind.Number;

    /// <inheritdoc/>
    protected override string Write(long value) => DecimalText.Write(value, Scale);
}

/// <summary>Whole and decimal numbers of up to 128 bits: the value is the stored number divided by 10^scale.</summary>
/// <param name="scale">Digits after the point, 0 to 38.</param>
/// <param name="values">The stored numbers.</param>
/// <param name="valid">Which rows have one.</param>
public sealed class WideNumberCells(int scale, ReadOnlyMemory<Int128> values, ReadOnlyMemory<ulong> valid)
    : TypedCells<Int128>(values, valid)
{
    /// <inheritdoc/>
    public override CellKind KindOf(int row) => CellKind.Number;

    /// <inheritdoc/>
    protected override string Write(Int128 value) => DecimalText.Write(value, scale);
}

/// <summary>Dates as days since some day.</summary>
/// <param name="epoch">The <see cref="DateOnly.DayNumber"/> of day 0.</param>
/// <param name="values">The days; one that no calendar of ours has must be rejected (<see cref="CellColumn.Reject"/>).</param>
/// <param name="valid">Which rows have one.</param>
public sealed class DateCells(int epoch, ReadOnlyMemory<int> values, ReadOnlyMemory<ulong> valid) : TypedCells<int>(values, valid)
{
    /// <inheritdoc/>
    public override CellKind KindOf(int row) => CellKind.Date;

    /// <summary>The date of a row as <see cref="DateOnly.DayNumber"/>; meaningless where missing.</summary>
    public int DayNumber(int row) => epoch + this[row];

    /// <inheritdoc/>
    protected override string Write(int value) =>
        (long)epoch + value is >= 0 and var day && day <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}

/// <summary>Yes and no.</summary>
/// <param name="values">The truths.</param>
/// <param name="valid">Which rows have one.</param>
public sealed class TruthCells(ReadOnlyMemory<bool> values, ReadOnlyMemory<ulong> valid) : TypedCells<bool>(values, valid)
{
    /// <inheritdoc/>
    protected override string Write(bool value) => value ? "是" : "否";
}
