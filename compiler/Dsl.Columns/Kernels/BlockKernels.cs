// Block kernels: the expressions of one clause over all units of a block at once, for the units whose inputs are all known.
using Dsl.Evaluation.Rules;
using Dsl.Values.Exact;

namespace Dsl.Columns.Kernels;

/// <summary>
/// What a block kernel computes of each unit (a subject, or a row under 每个) of a block. Used by one thread, for one block after another.
/// </summary>
public sealed class UnitColumns
{
    /// <summary>Bit i is set where condition i is false.</summary>
    public ulong[] Failed { get; private set; } = [];

    /// <summary>X of 频次 自 X; not filled in for a clause without it.</summary>
    public long[] Anchor { get; private set; } = [];

    /// <summary>奖补 before any rule; not filled in where an authority decides, or where it stands in <see cref="WideAmount"/>.</summary>
    public long[] Amount { get; private set; } = [];

    /// <summary>奖补 where the range proof asks for 128 bits.</summary>
    public Int128[] WideAmount { get; private set; } = [];

    /// <summary>
    /// Whether the unit must be evaluated with bounds: an input is missing, or an authority decides. Then the other columns say nothing.
    /// </summary>
    public bool[] Open { get; private set; } = [];

    /// <summary>Makes room for a block; no unit is open yet.</summary>
    /// <param name="count">How many units it has.</param>
    /// <param name="isWide">Whether amounts need 128 bits.</param>
    public void Begin(int count, bool isWide)
    {
        if (Failed.Length < count)
        {
            var capacity = Math.Max(count, Failed.Length * 2);
            (Failed, Anchor, Amount, Open) = (new ulong[capacity], new long[capacity], new long[capacity], new bool[capacity]);
        }
        if (isWide && WideAmount.Length < count)
            WideAmount = new Int128[Failed.Length];
        Array.Clear(Open, 0, count);
    }
}

/// <summary>Where a block kernel reads: whole columns. Reading a column opens the units where it has no value.</summary>
/// <param name="run">The inputs of the run.</param>
/// <param name="rows">The rows of 每个; null for a clause without it.</param>
/// <param name="units">Begun for as many units as there are.</param>
public sealed class ColumnBatch(KernelRun run, SubjectBlock subjects, RowBlock? rows, UnitColumns units)
{
    private readonly int[] _owners = rows?.Owners ?? [];

    /// <summary>The inputs of the run.</summary>
    public KernelRun Run => run;

    /// <summary>How many units there are.</summary>
    public int Count => rows?.Count ?? subjects.Count;

    /// <summary>Per row, the index of its subject.</summary>
    public ReadOnlySpan<int> Owners => _owners;

    /// <summary>A number parameter; false where it is not known.</summary>
    public bool TryGetNumber(int index, out long value)
    {
        value = (long)(run.Numbers[index] ?? 0);
        return run.Numbers[index] is not null;
    }

    /// <summary>A truth parameter; false where it is not known.</summary>
    public bool TryGetTruth(int index, out bool value)
    {
        value = run.Truths[index] == Truth.Yes;
        return run.Truths[index] != Truth.Unknown;
    }

    /// <summary>A text parameter; false where it is not known.</summary>
    public bool TryGetText(int index, out int value)
    {
        value = run.Codes[index];
        return value != DictionaryCode.Missing;
    }

    /// <summary>Numbers of the subjects.</summary>
    public ReadOnlySpan<long> Numbers(int field) =>
        OfSubjects(Read(subjects, field), static (column, subject) => column.Has(subject)).Values;

    /// <summary>Truths of the subjects.</summary>
    public ReadOnlySpan<Truth> Truths(int field) =>
        OfSubjects(subjects.Truths[field] ?? new(subjects.Count),
            static (column, subject) => column.Values[subject] != Truth.Unknown).Values;

    /// <summary>Texts of the subjects.</summary>
    public ReadOnlySpan<int> Codes(int field) =>
        OfSubjects(subjects.Codes[field] ?? new(subjects.Count),
            static (column, subject) => column.Values[subject] != DictionaryCode.Missing).Values;

    /// <summary>Numbers of the rows.</summary>
    public ReadOnlySpan<long> RowNumbers(int field)
    {
        var column = Read(Rows, field);
        OpenMissing(column, Rows.Count);
        return column.Values;
    }

    /// <summary>Truths of the rows.</summary>
    public ReadOnlySpan<Truth> RowTruths(int field)
    {
        var column = Rows.Truths[field] ?? new(Rows.Count);
        OpenMissing(column.Values.AsSpan(0, Rows.Count), Truth.Unknown);
        return column.Values;
    }

    /// <summary>Texts of the rows.</summary>
    public ReadOnlySpan<int> RowCodes(int field)
    {
        var column = Rows.Codes[field] ?? new(Rows.Count);
        OpenMissing(column.Values.AsSpan(0, Rows.Count), DictionaryCode.Missing);
        return column.Values;
    }

    private RowBlock Rows => rows ?? throw new InvalidOperationException("The clause has no rows.");

    private static NumberColumn Read(TableBlock table, int field) => table.Numbers[field] ?? new(table.Count);

    private TColumn OfSubjects<TColumn>(TColumn column, Func<TColumn, int, bool> has)
    {
        if (rows is not null)
        {
            for (var row = 0; row < rows.Count; row++)
                units.Open[row] |= !has(column, _owners[row]);
        }
        else if (column is NumberColumn numbers)
        {
            OpenMissing(numbers, subjects.Count);
        }
        else if (column is TruthColumn truths)
        {
            OpenMissing(truths.Values.AsSpan(0, subjects.Count), Truth.Unknown);
        }
        else if (column is CodeColumn codes)
        {
            OpenMissing(codes.Values.AsSpan(0, subjects.Count), DictionaryCode.Missing);
        }
        return column;
    }

    private void OpenMissing<T>(ReadOnlySpan<T> values, T missing) where T : struct
    {
        // One search finds out that nothing is missing, as in most blocks of a well-kept registry.
        if (!values.Contains(missing, EqualityComparer<T>.Default))
            return;
        for (var i = 0; i < values.Length; i++)
            units.Open[i] |= EqualityComparer<T>.Default.Equals(values[i], missing);
    }

    private void OpenMissing(NumberColumn column, int count)
    {
        for (var word = 0; word * 64 < count; word++)
        {
            var missing = ~column.Valid[word];
            for (var i = word * 64; missing != 0 && i < Math.Min(count, word * 64 + 64); i++)
                units.Open[i] |= (missing >> (i & 63) & 1) != 0;
        }
    }
}

/// <summary>Operations of block kernels on plain values. None of them branches on its operands but those on dates.</summary>
public static class BlockMath
{
    /// <summary>The bit of a condition that does not hold.</summary>
    public static ulong Failed(int index, bool holds) => FailedSet<ulong>.BitOf(index, !holds);

    /// <summary>若 … 则 … 否则.</summary>
    public static long Choose(bool condition, long whenTrue, long whenFalse) =>
        whenFalse ^ ((whenTrue ^ whenFalse) & -(condition ? 1L : 0L));

    /// <summary>若 … 则 … 否则.</summary>
    public static Int128 Choose(bool condition, Int128 whenTrue, Int128 whenFalse) => condition ? whenTrue : whenFalse;

    /// <summary>若 … 则 … 否则, of texts by their numbers.</summary>
    public static int ChooseText(bool condition, int whenTrue, int whenFalse) =>
        whenFalse ^ ((whenTrue ^ whenFalse) & -(condition ? 1 : 0));

    /// <summary>若 … 则 … 否则.</summary>
    public static bool Choose(bool condition, bool whenTrue, bool whenFalse) => (condition & whenTrue) | (!condition & whenFalse);

    /// <summary>A date moved by months; where the target month is too short, its last day.</summary>
    public static long AddMonths(long day, long months) => (long)Days.AddMonths((Int128)day, months);

    /// <summary>A date moved by days, held within the calendar.</summary>
    public static long AddDays(long day, long days) => (long)Days.Held((Int128)day + days);
}
