// Where generated code reads facts: one subject, and perhaps one row of a detail.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Columns.Kernels;

/// <summary>The inputs of a run that are not facts.</summary>
/// <param name="AsOf">测算日, a day number.</param>
/// <param name="Year">年度.</param>
/// <param name="Numbers">Values of number parameters in the fraction that the generator chose, by index;
/// null where unknown or of another kind.</param>
/// <param name="Truths">Values of truth parameters.</param>
/// <param name="Codes">Values of text parameters.</param>
public sealed record KernelRun(
    long AsOf, int Year, ImmutableArray<Int128?> Numbers, ImmutableArray<Truth> Truths, ImmutableArray<int> Codes)
{
    /// <summary>A number parameter.</summary>
    public Interval Number(int index, ulong wait, Int128 low, Int128 high) =>
        Numbers[index] is { } value ? Interval.Of(value) : new(low, high, wait);

    /// <summary>A truth parameter.</summary>
    public Tristate Truth(int index, ulong wait) => new(Truths[index], wait);

    /// <summary>A text parameter.</summary>
    public DictionaryCode Text(int index, ulong wait) => new(Codes[index], wait);
}

/// <summary>One row of a table; a row of which nothing is known where <paramref name="row"/> is negative.</summary>
/// <param name="row">The row, or −1.</param>
public readonly struct RowView(TableBlock table, int row)
{
    /// <summary>A number, or its range where it is missing.</summary>
    /// <param name="field">The field's index.</param>
    /// <param name="wait">What a missing value waits for.</param>
    /// <param name="tableWait">What a value waits for where the whole table is missing.</param>
    /// <param name="low">The least that a missing value may be.</param>
    /// <param name="high">The greatest that a missing value may be.</param>
    public Interval Number(int field, ulong wait, ulong tableWait, Int128 low, Int128 high) =>
        row < 0 ? new(low, high, tableWait)
        : table.Numbers[field] is { } column && column.Has(row) ? Interval.Of(column.Values[row])
        : new(low, high, wait);

    /// <summary>A truth.</summary>
    public Tristate Truth(int field, ulong wait, ulong tableWait) =>
        row < 0 ? Tristate.Unknown(tableWait) : table.Truths[field] is { } column ? new(column.Values[row], wait) : Tristate.Unknown(wait);

    /// <summary>A text.</summary>
    public DictionaryCode Text(int field, ulong wait, ulong tableWait) =>
        row < 0 ? new(DictionaryCode.Missing, tableWait)
        : table.Codes[field] is { } column ? new(column.Values[row], wait)
        : new(DictionaryCode.Missing, wait);

    /// <summary>The row's index, or −1.</summary>
    public int Index => row;
}

/// <summary>One subject.</summary>
/// <param name="run">The inputs of the run.</param>
/// <param name="subject">Its index in the block.</param>
public readonly struct SubjectView(KernelRun run, SubjectBlock block, int subject)
{
    /// <summary>The inputs of the run.</summary>
    public KernelRun Run => run;

    /// <summary>Its index in the block.</summary>
    public int Index => subject;

    /// <summary>A number, or its range where it is missing.</summary>
    public Interval Number(int field, ulong wait, Int128 low, Int128 high) =>
        block.Numbers[field] is { } column && column.Has(subject) ? Interval.Of(column.Values[subject]) : new(low, high, wait);

    /// <summary>A truth.</summary>
    public Tristate Truth(int field, ulong wait) =>
        block.Truths[field] is { } column ? new(column.Values[subject], wait) : Tristate.Unknown(wait);

    /// <summary>A text.</summary>
    public DictionaryCode Text(int field, ulong wait) =>
        block.Codes[field] is { } column ? new(column.Values[subject], wait) : new(DictionaryCode.Missing, wait);

    /// <summary>Its rows of a detail.</summary>
    public RowRange Rows(int detail) => block.Details[detail] is { } rows ? new(rows, subject) : default;
}

/// <summary>The rows of one subject in a detail.</summary>
public readonly struct RowRange
{
    private readonly RowBlock? _rows;

    internal RowRange(RowBlock rows, int subject)
    {
        _rows = rows;
        (IsMissing, First, End) = (rows.IsMissing[subject], rows.Offsets[subject], rows.Offsets[subject + 1]);
    }

    /// <summary>Whether the table was not supplied.</summary>
    public bool IsMissing { get; }

    /// <summary>The first row.</summary>
    public int First { get; }

    /// <summary>The row after the last.</summary>
    public int End { get; }

    /// <summary>A row; −1 for one of which nothing is known.</summary>
    public RowView Row(int row) => new(_rows ?? throw new InvalidOperationException("The detail was not read."), row);

    /// <summary>A row of which nothing is known.</summary>
    public RowView AnyRow => Row(-1);
}
