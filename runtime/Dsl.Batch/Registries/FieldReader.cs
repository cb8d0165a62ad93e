// Cells to the values of a field: the usual notations at once, everything else through the reader that knows them all.
using System.Globalization;
using Dsl.Columns.Blocks;
using Dsl.Columns.Kernels;
using Dsl.Facts.Cells;
using Dsl.Facts.Tables;
using Dsl.Ir.Schema;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Batch.Registries;

/// <summary>Reads the cells of a field. Holds no state of a run: safe on several threads.</summary>
/// <param name="texts">Numbers of texts.</param>
internal abstract class FieldReader(IrField field, StringDictionary texts)
{
    public IrField Field { get; } = field;

    /// <summary>The reader of a field.</summary>
    public static FieldReader Of(IrField field, StringDictionary texts) => field.Type switch
    {
        QuantityType quantity => new NumberReader(field, quantity, texts),
        TruthType => new TruthReader(field, texts),
        DateType => new DateReader(field, texts),
        YearType => new YearReader(field, texts),
        EnumType list => new MemberReader(field, list, texts),
        _ => new TextReader(field, texts),
    };

    /// <summary>Reads a cell into a column: a value, nothing, or the problem.</summary>
    /// <param name="cell">Which one.</param>
    /// <param name="unit">The unit of figures that carry none; null for the field's own.</param>
    /// <param name="target">The column of the field.</param>
    /// <param name="row">The row of the column.</param>
    public DataProblem? Read(CellColumn cells, int cell, string? unit, FieldColumn target, int row)
    {
        if (cells.HasProblems && cells.Problem(cell) is { } unusable)
            return unusable;
        if (cells.IsMissing(cell)
            || (unit is null && !SpreadsheetText.MayBeWrapped(cells.Text(cell)) && TryReadUsual(cells, cell, target, row)))
            return null;
        var reading = ValueReader.ReadPlain(MappedTable.WithUnit(cells.Text(cell).ToString(), unit), Field.Type, Field.InputRange);
        if (reading.Problem is null)
            target.Set(row, reading.Value, texts);
        return reading.Problem;
    }

    /// <summary>Reads a cell in the usual notation; false where it is in another: the caller then asks <see cref="ValueReader"/>.</summary>
    protected abstract bool TryReadUsual(CellColumn cells, int cell, FieldColumn target, int row);

    private sealed class NumberReader : FieldReader
    {
        private readonly int _scale;
        private readonly long _least;
        private readonly long _greatest;
        private readonly bool _takesPercent;

        // What values are multiples of, in fractions: counts are whole.
        private readonly long _step;

        public NumberReader(IrField field, QuantityType type, StringDictionary texts) : base(field, texts)
        {
            var denominator = FixedPoint.Denominator(type);
            for (var power = 1; power < denominator; power *= 10)
                _scale++;
            _takesPercent = type.Dimension == Dimension.None;
            _step = type.IsCount ? denominator : 1;
            Rational limit = FixedPoint.Limit;
            var low = Rational.Max(-limit, (field.InputRange.Low ?? -limit) * denominator);
            var high = Rational.Min(limit, (field.InputRange.High ?? limit) * denominator);
            // A range that lies beyond all columns holds none of their numbers.
            (_least, _greatest) = low > limit || high < -limit ? (1, 0) : ((long)-(-low).Floor(), (long)high.Floor());
        }

        protected override bool TryReadUsual(CellColumn cells, int cell, FieldColumn target, int row)
        {
            var isRead = cells is NumberCells numbers
                ? PlainNumber.TryScale(numbers[cell], _scale - numbers.Scale, out var fractions)
                : PlainNumber.TryParse(cells.Text(cell), _scale, _takesPercent, out fractions);
            if (!isRead || fractions < _least || fractions > _greatest || fractions % _step != 0)
                return false;
            target.SetNumber(row, fractions);
            return true;
        }
    }

    private sealed class TruthReader(IrField field, StringDictionary texts) : FieldReader(field, texts)
    {
        protected override bool TryReadUsual(CellColumn cells, int cell, FieldColumn target, int row)
        {
            bool? truth =
                cells is TruthCells typed ? typed[cell] : cells.Text(cell) switch { "是" or "1" => true, "否" or "0" => false, _ => null };
            if (truth is { } known)
                target.SetTruth(row, known);
            return truth is not null;
        }
    }

    private sealed class DateReader(IrField field, StringDictionary texts) : FieldReader(field, texts)
    {
        protected override bool TryReadUsual(CellColumn cells, int cell, FieldColumn target, int row)
        {
            if (Field.InputRange != Bounds.Everything)
                return false;
            if (cells is DateCells dates)
                target.SetNumber(row, dates.DayNumber(cell));
            else if (CivilDate.TryParse(cells.Text(cell), DateForms.Plain, out var date))
                target.SetNumber(row, date.DayNumber);
            else
                return false;
            return true;
        }
    }

    private sealed class YearReader(IrField field, StringDictionary texts) : FieldReader(field, texts)
    {
        protected override bool TryReadUsual(CellColumn cells, int cell, FieldColumn target, int row)
        {
            var text = cells.Text(cell);
            if (Field.InputRange != Bounds.Everything || text.Length != 4
                || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0)
                return false;
            target.SetNumber(row, year);
            return true;
        }
    }

    private sealed class MemberReader(IrField field, EnumType list, StringDictionary texts) : FieldReader(field, texts)
    {
        private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _codes =
            list.Members.Distinct(StringComparer.Ordinal)
                .ToDictionary(static member => member, member => texts.CodeOf(member), StringComparer.Ordinal)
                .GetAlternateLookup<ReadOnlySpan<char>>();

        protected override bool TryReadUsual(CellColumn cells, int cell, FieldColumn target, int row)
        {
            if (!_codes.TryGetValue(cells.Text(cell), out var code))
                return false;
            target.SetCode(row, code);
            return true;
        }
    }

    private sealed class TextReader(IrField field, StringDictionary texts) : FieldReader(field, texts)
    {
        private readonly StringDictionary _pool = texts;

        protected override bool TryReadUsual(CellColumn cells, int cell, FieldColumn target, int row)
        {
            if (Field.IsCreditCode)
                return false;
            var text = cells.Text(cell).Trim();
            if (ValueReader.TextProblem(text) is not null)
                return false;
            if (!text.IsEmpty)
                target.SetCode(row, _pool.CodeOf(text));
            return true;
        }
    }
}
