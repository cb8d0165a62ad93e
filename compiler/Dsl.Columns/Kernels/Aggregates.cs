// Aggregates over the rows of a detail in a kernel; each follows the accumulator of the interpreter.
using Dsl.Values.Exact;

namespace Dsl.Columns.Kernels;

/// <summary>合计.</summary>
public struct SumOfRows
{
    private Interval _sum;

    /// <summary>A row that counts if the filter holds.</summary>
    public void Add(Tri filter, Interval value)
    {
        if (filter.Truth == Truth.Yes)
            _sum += value;
        else if (filter.Truth == Truth.Unknown)
            _sum += new Interval(Int128.Min(value.Low, 0), Int128.Max(value.High, 0), filter.Waits | value.Waits);
    }

    /// <summary>A table that was not supplied: any number of rows like this one.</summary>
    public void AddMissingTable(Interval valueOfAnyRow, ulong table) =>
        _sum += new Interval(valueOfAnyRow.Low >= 0 ? 0 : Interval.MinusInfinity, valueOfAnyRow.High <= 0 ? 0 : Interval.Infinity, table);

    /// <summary>The sum, in the fraction of its rows.</summary>
    public readonly Interval Result => _sum;
}

/// <summary>计数.</summary>
public struct CountOfRows
{
    private Interval _count;

    /// <summary>A row that counts if the filter holds.</summary>
    public void Add(Tri filter)
    {
        if (filter.Truth != Truth.No)
            _count += new Interval(filter.Truth == Truth.Yes ? 1 : 0, 1, filter.Waits);
    }

    /// <summary>A table that was not supplied.</summary>
    public void AddMissingTable(ulong table) => _count += Interval.NonNegative(table);

    /// <summary>How many rows.</summary>
    public readonly Interval Result => _count;
}

/// <summary>存在.</summary>
public struct AnyOfRows
{
    private bool _isSure;
    private bool _isOpen;
    private ulong _waits;

    /// <summary>A row that counts if the filter holds.</summary>
    public void Add(Tri filter)
    {
        _isSure |= filter.Truth == Truth.Yes;
        _isOpen |= filter.Truth == Truth.Unknown;
        _waits |= filter.Waits;
    }

    /// <summary>A table that was not supplied.</summary>
    public void AddMissingTable(ulong table)
    {
        _isOpen = true;
        _waits |= table;
    }

    /// <summary>Whether there is such a row.</summary>
    public readonly Tri Result => _isSure ? Tri.Yes : _isOpen ? Tri.Unknown(_waits) : Tri.No;
}

/// <summary>最大值, and 最小值 as the mirror image: the largest of the negatives.</summary>
public struct ExtremeOfRows(bool isLargest)
{
    private List<(Int128 High, ulong Waits)>? _uncertain;
    private bool _hasCertain;
    private bool _hasAny;
    private bool _tableIsMissing;
    private Int128 _certainLow;
    private Int128 _allHigh;
    private ulong _tables;

    /// <summary>A row that counts if the filter holds.</summary>
    public void Add(Tri filter, Interval value)
    {
        if (filter.Truth == Truth.No)
            return;
        var bounds = isLargest ? value : -value;
        _allHigh = _hasAny ? Int128.Max(_allHigh, bounds.High) : bounds.High;
        _hasAny = true;
        if (filter.Truth == Truth.Yes)
        {
            _certainLow = _hasCertain ? Int128.Max(_certainLow, bounds.Low) : bounds.Low;
            _hasCertain = true;
        }
        var waits = filter.Waits | value.Waits;
        if (waits != 0)
            (_uncertain ??= []).Add((bounds.High, waits));
    }

    /// <summary>A table that was not supplied.</summary>
    public void AddMissingTable(ulong table) => (_tableIsMissing, _tables) = (true, _tables | table);

    /// <summary>The extreme; unknown over no rows.</summary>
    /// <param name="noRows">The bit that stands for there being no rows.</param>
    public readonly Interval Result(ulong noRows)
    {
        if (_tableIsMissing || !_hasCertain && _hasAny)
            return Interval.Everything(WaitingAbove(Interval.MinusInfinity));
        if (!_hasCertain)
            return Interval.Everything(noRows);
        var largest = new Interval(_certainLow, _allHigh, WaitingAbove(_certainLow));
        return isLargest ? largest : -largest;
    }

    // A row that can be no larger than what is certainly reached cannot change the result.
    private readonly ulong WaitingAbove(Int128 reached)
    {
        var waits = _tables;
        foreach (var row in _uncertain ?? [])
            waits |= reached == Interval.MinusInfinity || row.High == Interval.Infinity || row.High > reached ? row.Waits : 0;
        return waits;
    }
}

/// <summary>平均.</summary>
public struct AverageOfRows
{
    private Interval _sum;
    private Interval _hull;
    private int _certainRows;
    private bool _hasAny;
    private bool _hasPossibleRows;
    private bool _tableIsMissing;
    private ulong _waits;

    /// <summary>A row that counts if the filter holds.</summary>
    public void Add(Tri filter, Interval value)
    {
        if (filter.Truth == Truth.No)
            return;
        _hull = _hasAny ? new(Int128.Min(_hull.Low, value.Low), Int128.Max(_hull.High, value.High), 1) : value;
        _hasAny = true;
        _waits |= filter.Waits | value.Waits;
        if (filter.Truth == Truth.Yes)
            (_sum, _certainRows) = (_sum + value, _certainRows + 1);
        else
            _hasPossibleRows = true;
    }

    /// <summary>A table that was not supplied.</summary>
    public void AddMissingTable(ulong table) => (_tableIsMissing, _waits) = (true, _waits | table);

    /// <summary>The average; unknown over no rows.</summary>
    /// <param name="denominator">The fraction of the rows' values.</param>
    /// <param name="noRows">The bit that stands for there being no rows.</param>
    public readonly ExactInterval Result(Int128 denominator, ulong noRows) =>
        _tableIsMissing || _certainRows == 0 && _hasPossibleRows ? new(Bounds.Everything, _waits)
        : !_hasAny ? new(Bounds.Everything, noRows)
        : _hasPossibleRows ? ExactInterval.From(new(_hull.Low, _hull.High, _waits), (System.Numerics.BigInteger)denominator)
        : new(ExactInterval.From(_sum, (System.Numerics.BigInteger)denominator).Bounds / Bounds.Exactly(_certainRows), _waits);
}
