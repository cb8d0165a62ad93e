// Numbers of a column of results: amounts in fen, counts, and 是 and 否 as 1 and 0.
namespace Dsl.Data.Outputs;

/// <summary>A column of numbers.</summary>
/// <param name="mostDigits">From how many digits on a number is noted, at most 38.</param>
internal sealed class BlockNumbers(int mostDigits) : BlockColumn
{
    // Two values that no amount in 64 bits has: nothing, and a number that stands elsewhere.
    private const long None = long.MinValue, Elsewhere = long.MinValue + 1;

    // Ten to the power of 18 is the first with more digits.
    private const long FirstLong = 1_000_000_000_000_000_000;

    private readonly Dictionary<int, Int128> _large = [];
    private readonly Int128 _limit = Enumerable.Range(0, mostDigits).Aggregate(Int128.One, static (power, _) => power * 10);
    private long[] _values = [];

    /// <summary>The first row with too many digits, from 0, and how many it has.</summary>
    public (int Row, int Digits)? TooLong { get; private set; }

    /// <summary>Whether a number has more than 18 digits, or 64 bits do not hold it.</summary>
    public bool IsLong { get; private set; }

    /// <summary>For every row its number; <see cref="IsNone"/> and <see cref="LargeAt"/> say what some of them mean.</summary>
    public ReadOnlySpan<long> Values => _values.AsSpan(0, Count);

    /// <summary>Whether a value says that there is none.</summary>
    public static bool IsNone(long value) => value == None;

    /// <summary>The number of a row, whatever its size.</summary>
    /// <param name="row">The row.</param>
    /// <param name="value">Its value.</param>
    public Int128 LargeAt(int row, long value) => value == Elsewhere ? _large[row] : value;

    /// <inheritdoc/>
    public override void Add(Int128 fen)
    {
        // The least number has no absolute value.
        if (fen == Int128.MinValue || Int128.Abs(fen) >= _limit)
        {
            Note(Int128.IsNegative(fen) ? $"{fen}".Length - 1 : $"{fen}".Length);
            return;
        }
        if (fen > Elsewhere && fen <= long.MaxValue)
        {
            var value = (long)fen;
            IsLong |= value is >= FirstLong or <= -FirstLong;
            Put(value);
            return;
        }
        _large[Count] = fen;
        IsLong = true;
        Put(Elsewhere);
    }

    /// <inheritdoc/>
    public override void Add(CellText text) => Add(text.Text);

    /// <inheritdoc/>
    public override void Add(string text)
    {
        switch (text)
        {
            case "": Put(None); return;
            case "是": Put(1); return;
            case "否": Put(0); return;
        }
        // Two decimals always: without the point it is the number of fen.
        var (number, digits) = (Int128.Zero, 0);
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter))
                continue;
            digits++;
            if (digits <= mostDigits)
                number = number * 10 + (letter - '0');
        }
        if (digits > mostDigits)
            Note(digits);
        else
            Add(text[0] == '-' ? -number : number);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        base.Clear();
        _large.Clear();
        (TooLong, IsLong) = (null, false);
    }

    private void Note(int digits)
    {
        TooLong ??= (Count, digits);
        Put(None);
    }

    private void Put(long value)
    {
        _values = WithRoom(_values);
        _values[Count++] = value;
    }
}
