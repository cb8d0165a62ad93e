// The values of one field, row by row, as kernels read them; what no column holds exactly stands beside.
using Dsl.Ir.Nodes;
using Dsl.Library.Kernels;
using Dsl.Library.Types;
using Dsl.Library.Values;

namespace Dsl.Runtime.Data.Blocks;

/// <summary>A column of a table. Filled by one thread; afterwards safe to read on several.</summary>
internal sealed class FieldColumn
{
    private readonly int _denominator;
    private NumberColumn? _numbers;
    private TruthColumn? _truths;
    private CodeColumn? _codes;

    // Numbers finer than the fixed point, or beyond its limit. Their rows are missing in the column.
    private Dictionary<int, Rational>? _beyond;
    private int _capacity;

    /// <summary>A column of missing values.</summary>
    public FieldColumn(IrField field, int capacity)
    {
        (Field, _denominator, _capacity) = (field, FixedPoint.Denominator(field.Type), capacity);
        if (field.Type is TruthType)
            _truths = new(capacity);
        else if (field.Type is TextType or EnumType)
            _codes = new(capacity);
        else
            _numbers = new(capacity);
    }

    /// <summary>The field.</summary>
    public IrField Field { get; }

    /// <summary>Sets a number in fractions of the type's unit (<see cref="FixedPoint"/>), at most <see cref="FixedPoint.Limit"/>.</summary>
    public void SetNumber(int row, long fractions) => _numbers?.Set(row, fractions);

    /// <summary>Sets a truth.</summary>
    public void SetTruth(int row, bool value) => _truths?.Values[row] = value ? Truth.Yes : Truth.No;

    /// <summary>Sets a text by its number in the pool.</summary>
    public void SetCode(int row, int code) => _codes?.Values[row] = code;

    /// <summary>Sets a value; null is missing.</summary>
    public void Set(int row, Value? value, TextPool texts)
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
                    (_beyond ??= [])[row] = number;
                break;
        }
    }

    /// <summary>The number of the text of a row in the pool; <see cref="Coded.Missing"/> where missing, or where the field is no text.</summary>
    public int CodeAt(int row) => _codes is null ? Coded.Missing : _codes.Values[row];

    /// <summary>The value of a row as the interpreter knows it; null where missing.</summary>
    public Value? ValueAt(int row, TextPool texts)
    {
        if (_truths is not null)
            return _truths.Values[row] switch { Truth.Yes => TruthValue.Yes, Truth.No => TruthValue.No, _ => null };
        if (_codes is not null)
            return _codes.Values[row] is var code && code == Coded.Missing ? null : TextValue.Of(texts.TextOf(code));
        if (_numbers is not null && _numbers.Has(row))
            return NumberValue.Of(_denominator == 1 ? _numbers.Values[row] : new Rational(_numbers.Values[row], _denominator));
        return _beyond is not null && _beyond.TryGetValue(row, out var exact) ? NumberValue.Of(exact) : null;
    }

    /// <summary>The rows of the given numbers as a column of their own.</summary>
    public FieldColumn Select(ReadOnlySpan<int> rows)
    {
        var selected = new FieldColumn(Field, rows.Length);
        selected.Append(0, this, rows);
        return selected;
    }

    /// <summary>Copies rows of another column of the same field behind the first <paramref name="count"/> rows.</summary>
    public void Append(int count, FieldColumn source, ReadOnlySpan<int> rows)
    {
        if (count + rows.Length > _capacity)
            Grow(Math.Max(count + rows.Length, _capacity * 2), count);
        if (_truths is { Values: var truths } && source._truths is { Values: var fromTruths })
        {
            for (var i = 0; i < rows.Length; i++)
                truths[count + i] = fromTruths[rows[i]];
        }
        else if (_codes is { Values: var codes } && source._codes is { Values: var fromCodes })
        {
            for (var i = 0; i < rows.Length; i++)
                codes[count + i] = fromCodes[rows[i]];
        }
        else if (_numbers is not null && source._numbers is { } fromNumbers)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                if (fromNumbers.Has(rows[i]))
                    _numbers.Set(count + i, fromNumbers.Values[rows[i]]);
            }
        }
        if (source._beyond is not { } fromBeyond)
            return;
        for (var i = 0; i < rows.Length; i++)
        {
            if (fromBeyond.TryGetValue(rows[i], out var exact))
                (_beyond ??= [])[count + i] = exact;
        }
    }

    /// <summary>Puts the column into a block, with 缺省 where values are missing.</summary>
    /// <param name="block">The block; it has as many rows as the column.</param>
    /// <param name="texts">Numbers of texts.</param>
    /// <param name="beyond">Set for the rows whose value no column holds.</param>
    public void Fill(TableBlock block, TextPool texts, Span<bool> beyond)
    {
        var column = Field.Default is { } value ? WithDefault(block.Count, value, texts, beyond) : this;
        block.Numbers[Field.Ordinal] = column._numbers;
        block.Truths[Field.Ordinal] = column._truths;
        block.Codes[Field.Ordinal] = column._codes;
        foreach (var row in _beyond?.Keys ?? Enumerable.Empty<int>())
            beyond[row] = true;
    }

    private FieldColumn WithDefault(int count, Value value, TextPool texts, Span<bool> beyond)
    {
        var all = new int[count];
        for (var row = 0; row < count; row++)
            all[row] = row;
        var filled = Select(all);
        var fits = value is not NumberValue number
            || (number is { IsCertain: true, Bounds.Low: { } known } && IsInRange(known) && FixedPoint.TryConvert(known, _denominator, out _));
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
        : _codes is not null ? _codes.Values[row] != Coded.Missing
        : _numbers is not null && (_numbers.Has(row) || _beyond?.ContainsKey(row) == true);

    // What was proved of the ranges holds for what the schema lets in.
    private bool IsInRange(Rational number) =>
        (Field.InputRange.Low is not { } low || number >= low) && (Field.InputRange.High is not { } high || number <= high);

    private void Grow(int capacity, int count)
    {
        _capacity = capacity;
        if (_numbers is { } numbers)
        {
            _numbers = new(capacity);
            numbers.Values.AsSpan(0, count).CopyTo(_numbers.Values);
            numbers.Valid.CopyTo(_numbers.Valid, 0);
        }
        else if (_truths is { } truths)
        {
            _truths = new(capacity);
            truths.Values.AsSpan(0, count).CopyTo(_truths.Values);
        }
        else if (_codes is { } codes)
        {
            _codes = new(capacity);
            codes.Values.AsSpan(0, count).CopyTo(_codes.Values);
        }
    }
}
