// The registry as a kernel sees it: blocks of subjects in columns, with the rows of their details addressed by offsets.
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Columns.Kernels;

/// <summary>
/// Numbers in fractions of a unit (<see cref="FixedPoint"/>), or day numbers, or years; with one bit per row that says which are there.
/// </summary>
public sealed class NumberColumn(int capacity)
{
    /// <summary>One per row; 0 where missing.</summary>
    public long[] Values { get; } = new long[capacity];

    /// <summary>Bit i of word i/64 is set where row i has a value.</summary>
    public ulong[] Valid { get; } = new ulong[(capacity + 63) / 64];

    /// <summary>Whether a row has a value.</summary>
    public bool Has(int row) => (Valid[row >> 6] >> (row & 63) & 1) != 0;

    public void Set(int row, long value)
    {
        Values[row] = value;
        Valid[row >> 6] |= 1UL << (row & 63);
    }
}

/// <summary>Truths, one byte per row: <see cref="Dsl.Values.Exact.Truth"/>.</summary>
public sealed class TruthColumn(int capacity)
{
    /// <summary>One per row; unknown where missing.</summary>
    public Dsl.Values.Exact.Truth[] Values { get; } = Filled(capacity);

    private static Dsl.Values.Exact.Truth[] Filled(int capacity)
    {
        var values = new Dsl.Values.Exact.Truth[capacity];
        Array.Fill(values, Truth.Unknown);
        return values;
    }
}

/// <summary>Texts and values of lists as numbers of a <see cref="StringDictionary"/>.</summary>
public sealed class CodeColumn(int capacity)
{
    /// <summary>One per row; <see cref="DictionaryCode.Missing"/> where missing.</summary>
    public int[] Values { get; } = Filled(capacity);

    private static int[] Filled(int capacity)
    {
        var values = new int[capacity];
        Array.Fill(values, DictionaryCode.Missing);
        return values;
    }
}

/// <summary>The columns of a table: one per field that the program reads, by the field's index, in the list of its kind.</summary>
/// <param name="count">How many rows.</param>
/// <param name="fields">How many fields the table has.</param>
public abstract class TableBlock(int count, int fields)
{
    /// <summary>How many rows.</summary>
    public int Count { get; } = count;

    /// <summary>Numbers, dates and years; null for other fields and for those that are not read.</summary>
    public NumberColumn?[] Numbers { get; } = new NumberColumn?[fields];

    public TruthColumn?[] Truths { get; } = new TruthColumn?[fields];

    /// <summary>Texts and values of lists.</summary>
    public CodeColumn?[] Codes { get; } = new CodeColumn?[fields];
}

/// <summary>The rows of a detail that belong to the subjects of a block, subject by subject.</summary>
/// <param name="offsets">Rows of subject i are offsets[i] to offsets[i + 1] − 1; one more than there are subjects.</param>
/// <param name="isMissing">For which subjects the table was not supplied.</param>
/// <param name="keys">Per row, its key as a number of the pool of texts.</param>
/// <param name="fields">How many fields the detail has.</param>
public sealed class RowBlock(int[] offsets, bool[] isMissing, int[] keys, int fields) : TableBlock(offsets[^1], fields)
{
    private int[]? _owners;

    /// <summary>Per row, the index of its subject; made on first use, on one thread.</summary>
    public int[] Owners
    {
        get
        {
            if (_owners is not null)
                return _owners;
            var owners = new int[Count];
            for (var subject = 0; subject + 1 < Offsets.Length; subject++)
                owners.AsSpan(Offsets[subject]..Offsets[subject + 1]).Fill(subject);
            return _owners = owners;
        }
    }

    /// <summary>Per row, its key (事项行) as a number of the <see cref="StringDictionary"/>.</summary>
    public int[] Keys { get; } = keys;

    /// <summary>The first row of subject i; at the end the number of rows.</summary>
    public int[] Offsets { get; } = offsets;

    /// <summary>Whether the table of subject i was not supplied.</summary>
    public bool[] IsMissing { get; } = isMissing;
}

/// <summary>Subjects of one kind.</summary>
/// <param name="count">How many.</param>
/// <param name="fields">How many facts the kind has.</param>
/// <param name="details">How many details it has.</param>
public sealed class SubjectBlock(int count, int fields, int details) : TableBlock(count, fields)
{
    /// <summary>The rows of each detail that the program reads; null for others.</summary>
    public RowBlock?[] Details { get; } = new RowBlock?[details];
}
