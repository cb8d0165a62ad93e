// The cells of a column in a chunk: as text, or typed where the source knows types, so that nothing is printed only to be parsed again.
using System.Globalization;

namespace Dsl.Runtime.Data.Tables;

/// <summary>The cells of a column. Filled by one thread; afterwards safe to read on several.</summary>
internal abstract class CellColumn
{
    private Dictionary<int, DataProblem>? _problems;

    /// <summary>Whether a cell is empty: nothing is known.</summary>
    public abstract bool IsMissing(int row);

    /// <summary>The cell as its user would write it into a CSV file; empty where missing.</summary>
    public abstract ReadOnlySpan<char> Text(int row);

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
internal sealed class TextCells : CellColumn
{
    private readonly int[] _ends = new int[TableChunk.Capacity];
    private char[] _text = new char[TableChunk.Capacity * 4];
    private int _count;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Text(row).IsEmpty;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Text(int row)
    {
        var start = row == 0 ? 0 : _ends[row - 1];
        return _text.AsSpan(start, _ends[row] - start);
    }

    /// <summary>Adds the cell of the next row; an empty text is a missing cell.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        var start = _count == 0 ? 0 : _ends[_count - 1];
        if (start + text.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(start + text.Length, _text.Length * 2));
        text.CopyTo(_text.AsSpan(start));
        _ends[_count++] = start + text.Length;
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _count = 0;
    }
}

/// <summary>Typed cells: values side by side, with one bit per row that says which are there.</summary>
/// <typeparam name="T">What a cell holds.</typeparam>
internal abstract class TypedCells<T> : CellColumn
    where T : unmanaged
{
    private readonly T[] _values = new T[TableChunk.Capacity];
    private readonly ulong[] _valid = new ulong[TableChunk.Capacity / 64];

    /// <summary>One per row; meaningless where missing. To be filled together with <see cref="Valid"/>.</summary>
    public Span<T> Values => _values;

    /// <summary>Bit i of word i/64 is set where row i has a value.</summary>
    public Span<ulong> Valid => _valid;

    /// <summary>Sets the value of a row.</summary>
    public void Set(int row, T value)
    {
        _values[row] = value;
        _valid[row >> 6] |= 1UL << (row & 63);
    }

    /// <inheritdoc/>
    public override bool IsMissing(int row) => (_valid[row >> 6] >> (row & 63) & 1) == 0;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Text(int row) => IsMissing(row) ? [] : Write(_values[row]);

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        Array.Clear(_valid);
    }

    /// <summary>A value as it would be written.</summary>
    protected abstract string Write(T value);
}

/// <summary>Whole and decimal numbers of up to 64 bits: the value is the stored number divided by 10^scale.</summary>
/// <param name="scale">Digits behind the point, 0 to 18.</param>
internal sealed class NumberCells(int scale) : TypedCells<long>
{
    /// <summary>Digits behind the point.</summary>
    public int Scale { get; } = scale;

    /// <inheritdoc/>
    protected override string Write(long value) => DecimalText.Write(value, Scale);
}

/// <summary>Whole and decimal numbers of up to 128 bits: the value is the stored number divided by 10^scale.</summary>
/// <param name="scale">Digits behind the point, 0 to 38.</param>
internal sealed class WideNumberCells(int scale) : TypedCells<Int128>
{
    /// <summary>Digits behind the point.</summary>
    public int Scale { get; } = scale;

    /// <inheritdoc/>
    protected override string Write(Int128 value) => DecimalText.Write(value, Scale);
}

/// <summary>Dates as <see cref="DateOnly.DayNumber"/>.</summary>
internal sealed class DateCells : TypedCells<int>
{
    /// <inheritdoc/>
    protected override string Write(int value) => DateOnly.FromDayNumber(value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Yes and no.</summary>
internal sealed class TruthCells : TypedCells<bool>
{
    /// <inheritdoc/>
    protected override string Write(bool value) => value ? "是" : "否";
}
