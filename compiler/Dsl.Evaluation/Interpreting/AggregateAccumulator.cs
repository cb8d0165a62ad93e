// Aggregates row by row: each kind keeps what it needs and no more, so that a registry of any size is one pass.
using Dsl.Values.Exact;
using Dsl.Values.Functions;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Adds up rows for one aggregate.</summary>
public abstract class AggregateAccumulator
{
    /// <summary>An accumulator for an aggregate.</summary>
    /// <param name="kind">Which aggregate.</param>
    /// <param name="text">The expression's text, which names it where it has no rows.</param>
    public static AggregateAccumulator Create(AggregateKind kind, string text) => kind switch
    {
        AggregateKind.Sum => new SumAccumulator(text),
        AggregateKind.Count => new CountAccumulator(),
        AggregateKind.Exists => new ExistsAccumulator(),
        AggregateKind.Largest => new ExtremeAccumulator(text, isLargest: true),
        AggregateKind.Smallest => new ExtremeAccumulator(text, isLargest: false),
        _ => new AverageAccumulator(text),
    };

    /// <summary>A row that counts if the filter holds, with its value (0 for 计数 and 存在).</summary>
    /// <param name="filter">Whether it counts.</param>
    /// <param name="value">Its value.</param>
    /// <param name="times">How many such rows there are, at least 1.</param>
    public abstract void Add(TruthValue filter, NumberValue value, long times = 1);

    /// <summary>A table that was not supplied.</summary>
    /// <param name="valueOfAnyRow">The value of a row of which nothing is known.</param>
    /// <param name="table">What is missing.</param>
    public abstract void AddMissingTable(NumberValue valueOfAnyRow, Unknowns table);

    /// <summary>The aggregate of the rows so far.</summary>
    public abstract Value Result();

    // A sum that is no longer exact says so.
    private static Unknowns LimitOf(SumOfBounds sum, string text) => sum.IsExact ? Unknowns.None : Unknowns.Of(UnknownKind.Limit, text);

    private sealed class SumAccumulator(string text) : AggregateAccumulator
    {
        private readonly SumOfBounds _sum = new();
        private Unknowns _unknowns = Unknowns.None;

        public override void Add(TruthValue filter, NumberValue value, long times)
        {
            if (filter.Truth == Truth.No)
                return;
            var counted = filter.Truth == Truth.Yes ? value
                : new NumberValue(value.Bounds.Hull(Bounds.Exactly(0)), filter.Unknowns | value.Unknowns);
            _sum.Add(counted.Bounds, times);
            _unknowns |= counted.Unknowns;
        }

        public override void AddMissingTable(NumberValue valueOfAnyRow, Unknowns table)
        {
            var bounds = valueOfAnyRow.Bounds;
            Rational? low = bounds.Low is { Sign: >= 0 } ? Rational.Zero : null;
            Rational? high = bounds.High is { Sign: <= 0 } ? Rational.Zero : null;
            var counted = new NumberValue(new(low, high), table);
            _sum.Add(counted.Bounds);
            _unknowns |= counted.Unknowns;
        }

        public override Value Result() => new NumberValue(_sum.Sum, _unknowns | LimitOf(_sum, text));
    }

    private sealed class CountAccumulator : AggregateAccumulator
    {
        private Bounds _count = Bounds.Exactly(0);
        private Unknowns _unknowns = Unknowns.None;

        public override void Add(TruthValue filter, NumberValue value, long times)
        {
            if (filter.Truth != Truth.No)
                (_count, _unknowns) = (_count + new Bounds(filter.Truth == Truth.Yes ? times : 0, times), _unknowns | filter.Unknowns);
        }

        public override void AddMissingTable(NumberValue valueOfAnyRow, Unknowns table) =>
            (_count, _unknowns) = (_count + Bounds.NonNegative, _unknowns | table);

        public override Value Result() => new NumberValue(_count, _unknowns);
    }

    private sealed class ExistsAccumulator : AggregateAccumulator
    {
        private Truth _truth = Truth.No;
        private Unknowns _unknowns = Unknowns.None;

        public override void Add(TruthValue filter, NumberValue value, long times) =>
            (_truth, _unknowns) = (_truth.Or(filter.Truth), _unknowns | filter.Unknowns);

        public override void AddMissingTable(NumberValue valueOfAnyRow, Unknowns table) =>
            (_truth, _unknowns) = (_truth.Or(Truth.Unknown), _unknowns | table);

        public override Value Result() => new TruthValue(_truth, _unknowns);
    }

    /// <summary>最大值, and 最小值 as the mirror image: the largest of the negatives.</summary>
    private sealed class ExtremeAccumulator(string text, bool isLargest) : AggregateAccumulator
    {
        // How far up rows may reach that wait for the same things; a null end is ∞.
        private readonly Dictionary<Unknowns, Bounds> _uncertain = [];
        private Bounds? _ofCertainRows;
        private Bounds? _ofAllRows;
        private Unknowns _tables = Unknowns.None;

        public override void Add(TruthValue filter, NumberValue value, long times)
        {
            if (filter.Truth == Truth.No)
                return;
            var bounds = isLargest ? value.Bounds : -value.Bounds;
            _ofAllRows = _ofAllRows is { } all ? Bounds.Max(all, bounds) : bounds;
            if (filter.Truth == Truth.Yes)
                _ofCertainRows = _ofCertainRows is { } certain ? Bounds.Max(certain, bounds) : bounds;
            var unknowns = filter.Unknowns | value.Unknowns;
            if (!unknowns.IsNone)
                _uncertain[unknowns] = _uncertain.TryGetValue(unknowns, out var before) ? Bounds.Max(before, bounds) : bounds;
        }

        public override void AddMissingTable(NumberValue valueOfAnyRow, Unknowns table) => _tables |= table;

        public override Value Result()
        {
            if (!_tables.IsNone || _ofCertainRows is null && _ofAllRows is not null)
                return new NumberValue(Bounds.Everything, WaitingAbove(null));
            if (_ofCertainRows is not { } certain || _ofAllRows is not { } all)
                return new NumberValue(Bounds.Everything, Unknowns.Of(UnknownKind.NoRows, text));
            var largest = new Bounds(certain.Low, all.High);
            return new NumberValue(isLargest ? largest : -largest, WaitingAbove(certain.Low));
        }

        /// <summary>What is waited for; a row that can be no larger than what is certainly reached cannot change the result.</summary>
        private Unknowns WaitingAbove(Rational? reached) =>
            _uncertain.Where(row => reached is not { } low || row.Value.High is not { } high || high > low)
                .Aggregate(_tables, static (sum, row) => sum | row.Key);
    }

    private sealed class AverageAccumulator(string text) : AggregateAccumulator
    {
        private readonly SumOfBounds _sum = new();
        private Bounds? _hull;
        private long _certainRows;
        private bool _hasPossibleRows;
        private bool _hasMissingTable;
        private Unknowns _unknowns = Unknowns.None;

        public override void Add(TruthValue filter, NumberValue value, long times)
        {
            if (filter.Truth == Truth.No)
                return;
            _hull = _hull?.Hull(value.Bounds) ?? value.Bounds;
            _unknowns |= filter.Unknowns | value.Unknowns;
            if (filter.Truth != Truth.Yes)
            {
                _hasPossibleRows = true;
                return;
            }
            _sum.Add(value.Bounds, times);
            _certainRows += times;
        }

        public override void AddMissingTable(NumberValue valueOfAnyRow, Unknowns table) =>
            (_hasMissingTable, _unknowns) = (true, _unknowns | table);

        public override Value Result() =>
            _hasMissingTable || _certainRows == 0 && _hasPossibleRows ? new NumberValue(Bounds.Everything, _unknowns)
            : _hull is not { } hull ? new NumberValue(Bounds.Everything, Unknowns.Of(UnknownKind.NoRows, text))
            : _hasPossibleRows ? new NumberValue(hull, _unknowns)
            : new NumberValue(_sum.Sum / Bounds.Exactly(_certainRows), _unknowns | LimitOf(_sum, text));
    }
}
