// Where the lines or statements of a text begin, from version to version of the text: typing at one place moves all that follow at once.
namespace Dsl.Syntax.Text;

/// <summary>Ascending offsets. Immutable; versions share their numbers while edits only move what stands after the same place.</summary>
internal sealed class Starts
{
    private readonly int[] _starts;

    // Those from this index on stand so much farther than is written.
    private readonly int _moved;
    private readonly int _shift;

    /// <summary>Makes a list.</summary>
    public Starts(int[] starts)
        : this(starts, 0, 0)
    {
    }

    private Starts(int[] starts, int moved, int shift) => (_starts, _moved, _shift) = (starts, moved, shift);

    /// <summary>How many there are.</summary>
    public int Count => _starts.Length;

    /// <summary>An offset.</summary>
    public int this[int index] => index < _moved ? _starts[index] : _starts[index] + _shift;

    /// <summary>How many are less than an offset.</summary>
    public int CountBelow(int offset)
    {
        var (low, high) = (0, _starts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle] < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>How many are an offset or less.</summary>
    public int CountUpTo(int offset) => offset == int.MaxValue ? Count : CountBelow(offset + 1);

    /// <summary>The list with other offsets in place of some, and those after them moved.</summary>
    /// <param name="from">The index of the first that is replaced.</param>
    /// <param name="to">The index of the first after them.</param>
    /// <param name="between">Those that stand in their place.</param>
    /// <param name="shift">How far the others move.</param>
    public Starts Replace(int from, int to, ReadOnlySpan<int> between, int shift)
    {
        for (; from < to && !between.IsEmpty && between[0] == this[from]; from++)
            between = between[1..];
        for (; from < to && !between.IsEmpty && between[^1] == this[to - 1] + shift; to--)
            between = between[..^1];
        if (from == to && between.IsEmpty && (from == _moved || _shift == 0))
            return new(_starts, from, _shift + shift);
        var starts = GC.AllocateUninitializedArray<int>(Count - (to - from) + between.Length);
        for (var i = 0; i < from; i++)
            starts[i] = this[i];
        between.CopyTo(starts.AsSpan(from));
        var behind = from + between.Length;
        for (var i = to; i < Count; i++)
            starts[behind + i - to] = this[i];
        return new(starts, behind, shift);
    }
}
