// Facts of subjects as the columns that a kernel reads.
using Dsl.Backends.Roslyn.Emitting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Library.Kernels;
using Dsl.Library.Types;
using Dsl.Library.Values;

namespace Dsl.Runtime.Batch.Columns;

/// <summary>Subjects in columns.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="IsBeyondColumns">Per subject, whether it has a number that no column holds: then the interpreter computes it.</param>
internal sealed record FactBlock(SubjectBlock Columns, bool[] IsBeyondColumns);

/// <summary>Builds blocks of subjects of one kind.</summary>
internal sealed class BlockBuilder(IrSubject subject, ProgramTables tables, TextPool texts)
{
    private readonly FieldWriter[] _facts = Writers(null, subject.Fields, tables, texts);
    private readonly (IrDetail Detail, FieldWriter[] Fields)[] _details =
        [.. subject.Details.Where(tables.Reads).Select(detail => (detail, Writers(detail, detail.Fields, tables, texts)))];

    /// <summary>The block of some subjects of the kind.</summary>
    public FactBlock Build(ReadOnlySpan<SubjectFacts> subjects)
    {
        var block = new SubjectBlock(subjects.Length, subject.Fields.Length, subject.Details.Length);
        var isBeyond = new bool[subjects.Length];
        foreach (var field in _facts)
            field.Add(block);
        for (var i = 0; i < subjects.Length; i++)
        {
            foreach (var field in _facts)
                isBeyond[i] |= !field.Set(block, i, subjects[i].Values[field.Ordinal]);
        }
        foreach (var (detail, fields) in _details)
            block.Details[detail.Ordinal] = BuildRows(detail, fields, subjects, isBeyond);
        return new(block, isBeyond);
    }

    private static RowBlock BuildRows(IrDetail detail, FieldWriter[] fields, ReadOnlySpan<SubjectFacts> subjects, bool[] isBeyond)
    {
        var offsets = new int[subjects.Length + 1];
        var isMissing = new bool[subjects.Length];
        for (var i = 0; i < subjects.Length; i++)
        {
            var rows = subjects[i].Details[detail.Ordinal];
            isMissing[i] = rows is null;
            offsets[i + 1] = offsets[i] + (rows?.Length ?? 0);
        }
        var block = new RowBlock(offsets, isMissing, detail.Fields.Length);
        foreach (var field in fields)
            field.Add(block);
        for (var i = 0; i < subjects.Length; i++)
        {
            var row = offsets[i];
            foreach (var facts in subjects[i].Details[detail.Ordinal] ?? [])
            {
                foreach (var field in fields)
                    isBeyond[i] |= !field.Set(block, row, facts.Values[field.Ordinal]);
                row++;
            }
        }
        return block;
    }

    private static FieldWriter[] Writers(IrDetail? detail, IEnumerable<IrField> fields, ProgramTables tables, TextPool texts) =>
        [.. fields.Where(field => tables.Reads(detail, field)).Select(field => new FieldWriter(field, texts))];

    /// <summary>Writes one field.</summary>
    private sealed class FieldWriter
    {
        private readonly IrField _field;
        private readonly TextPool _texts;
        private readonly int _denominator;
        private readonly bool _isTruth;
        private readonly bool _isText;

        public FieldWriter(IrField field, TextPool texts)
        {
            (_field, _texts) = (field, texts);
            _denominator = FixedPoint.Denominator(field.Type);
            (_isTruth, _isText) = (field.Type is TruthType, field.Type is TextType or EnumType);
        }

        public int Ordinal => _field.Ordinal;

        public void Add(TableBlock block)
        {
            if (_isTruth)
                block.Truths[Ordinal] = new(block.Count);
            else if (_isText)
                block.Codes[Ordinal] = new(block.Count);
            else
                block.Numbers[Ordinal] = new(block.Count);
        }

        /// <summary>Sets a value, or its 缺省; false where no column holds it.</summary>
        public bool Set(TableBlock block, int row, Value? value)
        {
            switch (value ?? _field.Default)
            {
                case null:
                    return true;
                case TruthValue truth:
                    block.Truths[Ordinal]?.Values[row] = truth.Truth;
                    return truth.IsCertain;
                case TextValue { Text: { } text }:
                    block.Codes[Ordinal]?.Values[row] = _texts.CodeOf(text);
                    return true;
                case NumberValue { IsCertain: true, Bounds.Low: { } number } when IsInRange(number) && FixedPoint.TryConvert(number, _denominator, out var fractions):
                    block.Numbers[Ordinal]?.Set(row, fractions);
                    return true;
                default:
                    return false;
            }
        }

        // What was proved holds for what the schema lets in.
        private bool IsInRange(Rational number) =>
            (_field.InputRange.Low is not { } low || number >= low) && (_field.InputRange.High is not { } high || number <= high);
    }
}
