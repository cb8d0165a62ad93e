// The values of one field in some rows, as kernels read them; what no column holds exactly stands beside.
using Dsl.Columns.Kernels;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Columns.Blocks;

/// <summary>
/// A column of a block or chunk; <see cref="StoredColumn"/> holds those of whole tables. Filled by one thread;
/// afterwards safe to read on several.
/// </summary>
public sealed class FieldColumn
{
    private readonly int _denominator;
    private readonly NumberColumn? _numbers;
    private readonly TruthColumn? _truths;
    private readonly CodeColumn? _codes;

    // Numbers finer than the fixed point, or beyond its limit. Their rows are missing in the column.
    private Dictionary<int, Rational>? _beyond;

    /// <summary>A column of missing values.</summary>
    public FieldColumn(IrField field, int capacity)
    {
        (Field, _denominator) = (field, FixedPoint.Denominator(field.Type));
        if (field.Type is TruthType)
            _truths = new(capacity);
        else if (field.Type is TextType or EnumType)
            _codes = new(capacity);
        else
            _numbers = new(capacity);
    }

    public IrField Field { get; }

    /// <summary>Sets a number in fractions of the type's unit (<see cref="FixedPoint"/>), at most <see cref="FixedPoint.Limit"/>.</summary>
    public void SetNumber(int row, long fractions) => _numbers?.Set(row, fractions);

    public void SetTruth(int row, bool value) => _truths?.Values[row] = value ? Truth.Yes : Truth.No;

    /// <summary>Sets a text by its number in the pool.</summary>
    public void SetCode(int row, int code) => _codes?.Values[row] = code;

    /// <summary>Sets a value; null is missing.</summary>
    public void Set(int row, Value? value, StringDictionary texts)
    {
        switch (value)
        {
            case TruthValue { IsCertain: true } truth:
                SetTruth(row, truth.Truth == Truth.Yes);
                break;
            case TextValue { Text: { } text }:
                SetCode(row, texts.CodeOf(text));
                break;
            case NumberValue { Bounds.Low: { } number }:
                if (FixedPoint.TryConvert(number, _denominator, out var fractions))
                    SetNumber(row, fractions);
                else
                    SetExact(row, number);
                break;
        }
    }

    /// <summary>
    /// The number of the text of a row in the pool; <see cref="DictionaryCode.Missing"/> where missing, or where the field is no text.
    /// </summary>
    public int CodeAt(int row) => _codes is null ? DictionaryCode.Missing : _codes.Values[row];

    /// <summary>The value of a row as the interpreter knows it; null where missing.</summary>
    public Value? ValueAt(int row, StringDictionary texts) =>
        ExactAt(row) is { } exact ? NumberValue.Of(exact) : ValueOf(Field, RawAt(row), texts);

    /// <summary>
    /// What stands in the column: a number in fractions, the number of a text, a <see cref="Truth"/>;
    /// <see cref="PackedNumbers.Missing"/> where nothing does.
    /// </summary>
    public long RawAt(int row)
    {
        if (_truths is not null)
            return _truths.Values[row] is var truth && truth == Truth.Unknown ? PackedNumbers.Missing : (long)truth;
        if (_codes is not null)
            return _codes.Values[row] is var code && code == DictionaryCode.Missing ? PackedNumbers.Missing : code;
        return _numbers is not null && _numbers.Has(row) ? _numbers.Values[row] : PackedNumbers.Missing;
    }

    /// <summary>Sets what <see cref="RawAt"/> gave.</summary>
    public void SetRaw(int row, long raw)
    {
        if (raw == PackedNumbers.Missing)
            return;
        if (_truths is not null)
            _truths.Values[row] = (Truth)raw;
        else if (_codes is not null)
            _codes.Values[row] = (int)raw;
        else
            _numbers?.Set(row, raw);
    }

    /// <summary>The number of a row that no column holds; null for others.</summary>
    public Rational? ExactAt(int row) => _beyond is not null && _beyond.TryGetValue(row, out var exact) ? exact : null;

    /// <summary>Sets a number that no column holds.</summary>
    public void SetExact(int row, Rational number) => (_beyond ??= [])[row] = number;

    /// <summary>What stands in a column of a field, as the interpreter knows it; null where missing.</summary>
    public static Value? ValueOf(IrField field, long raw, StringDictionary texts)
    {
        if (raw == PackedNumbers.Missing)
            return null;
        return field.Type switch
        {
            TruthType => raw == (long)Truth.Yes ? TruthValue.Yes : TruthValue.No,
            TextType or EnumType => TextValue.Of(texts.TextOf((int)raw)),
            _ => NumberValue.Of(FixedPoint.Denominator(field.Type) is var denominator and not 1 ? new Rational(raw, denominator) : raw),
        };
    }

    /// <summary>The rows of the given numbers as a column of their own.</summary>
    public FieldColumn Select(ReadOnlySpan<int> rows)
    {
        var selected = new FieldColumn(Field, rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            selected.SetRaw(i, RawAt(rows[i]));
            if (ExactAt(rows[i]) is { } exact)
                selected.SetExact(i, exact);
        }
        return selected;
    }

    /// <summary>Puts the column into a block, with 缺省 where values are missing.</summary>
    /// <param name="block">The block; it has as many rows as the column.</param>
    /// <param name="texts">Numbers of texts.</param>
    /// <param name="beyond">Set for the rows whose value no column holds.</param>
    public void Fill(TableBlock block, StringDictionary texts, Span<bool> beyond)
    {
        var column = Field.Default is { } value ? WithDefault(block.Count, value, texts, beyond) : this;
        block.Numbers[Field.Ordinal] = column._numbers;
        block.Truths[Field.Ordinal] = column._truths;
        block.Codes[Field.Ordinal] = column._codes;
        foreach (var row in _beyond?.Keys ?? Enumerable.Empty<int>())
            beyond[row] = true;
    }

    private FieldColumn WithDefault(int count, Value value, StringDictionary texts, Span<bool> beyond)
    {
        var all = new int[count];
        for (var row = 0; row < count; row++)
            all[row] = row;
        var filled = Select(all);
        var fits = value is not NumberValue number
            || (number is { IsCertain: true, Bounds.Low: { } known } && IsInRange(known)
                && FixedPoint.TryConvert(known, _denominator, out _));
        for (var row = 0; row < count; row++)
        {
            if (Has(row))
                continue;
            beyond[row] |= !fits;
            if (fits)
                filled.Set(row, value, texts);
        }
        return filled;
    }

    private bool Has(int row) =>
        _truths is not null ? _truths.Values[row] != Truth.Unknown
        : _codes is not null ? _codes.Values[row] != DictionaryCode.Missing
        : _numbers is not null && (_numbers.Has(row) || _beyond?.ContainsKey(row) == true);

    // What was proved of the ranges holds for what the schema lets in.
    private bool IsInRange(Rational number) =>
        (Field.InputRange.Low is not { } low || number >= low) && (Field.InputRange.High is not { } high || number <= high);
}
