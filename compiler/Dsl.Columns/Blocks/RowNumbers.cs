// Where the rows of a table stand: lines of a file, rows of a sheet.
namespace Dsl.Columns.Blocks;

/// <summary>
/// The numbers of rows as users see them. Only where the count is broken (a rejected row, a cell of several lines) anything is kept.
/// Filled by one thread; afterwards safe to read on several.
/// </summary>
public sealed class RowNumbers
{
    // Rows from which on numbers follow one another, and the number of each.
    private readonly PackedNumbers _rows = new();
    private readonly PackedNumbers _numbers = new();
    private int _count;
    private long _next = -1;

    /// <summary>The number of a row.</summary>
    public long this[int row]
    {
        get
        {
            var (low, high) = (0, _rows.Count - 1);
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (_rows[middle] <= row)
                    low = middle;
                else
                    high = middle - 1;
            }
            return _numbers[low] + (row - _rows[low]);
        }
    }

    /// <summary>Adds the number of the next row; numbers grow.</summary>
    public void Add(long number)
    {
        if (number != _next)
        {
            _rows.Add(_count);
            _numbers.Add(number);
        }
        _count++;
        _next = number + 1;
    }

    /// <summary>Gives back what adding needs, once all are there.</summary>
    public void Finish()
    {
        _rows.Finish();
        _numbers.Finish();
    }
}
