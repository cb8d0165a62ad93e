// Aggregates of the interpreter: the rules over exact numbers.
using Dsl.Evaluation.Rules;
using Dsl.Values.Exact;
using Dsl.Values.Functions;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Adds up rows for one aggregate.</summary>
public abstract class AggregateAccumulator
{
    /// <summary>An accumulator for an aggregate.</summary>
    /// <param name="kind">Which aggregate.</param>
    /// <param name="text">The expression's text, which names it where it has no rows.</param>
    public static AggregateAccumulator Create(AggregateKind kind, string text)
    {
        var (noRows, total) = (TruthValue.Waiting(UnknownKind.NoRows, text), new Total(text));
        return kind switch
        {
            AggregateKind.Sum => new Of<SumOfRows<NumberValue, TruthValue, Total>>(
                new(total), static rows => rows.Result, _ => total.State, (ref _, other) => total.Add(other)),
            AggregateKind.Count => new Of<CountOfRows<NumberValue, TruthValue>>(
                new(), static rows => rows.Result, static rows => new() { Number = rows.Result },
                static (ref rows, other) => rows.Add(other.Number ?? NumberValue.Zero)),
            AggregateKind.Exists => new Of<AnyOfRows<NumberValue, TruthValue>>(
                new(), static rows => rows.Result, static rows => new() { Truth = rows.Result },
                static (ref rows, other) => rows.Add(other.Truth)),
            AggregateKind.Largest => Extreme(isLargest: true, noRows),
            AggregateKind.Smallest => Extreme(isLargest: false, noRows),
            _ => new Of<AverageOfRows<NumberValue, TruthValue, Total>>(
                new(total), rows => Quotient(rows.Result(noRows)), rows => AggregateState.Of(rows.Parts, total.State),
                (ref rows, other) =>
                {
                    total.Add(other);
                    rows.Add(other.AverageParts);
                }),
        };
    }

    private static Of<ExtremeOfRows<NumberValue, TruthValue>> Extreme(bool isLargest, TruthValue noRows) => new(
        new(isLargest), rows => rows.Result(noRows), static rows => AggregateState.Of(rows.Parts),
        static (ref rows, other) => rows.Add(other.ExtremeParts));

    /// <summary>A row that counts if the filter holds, with its value (0 for 计数 and 存在).</summary>
    /// <param name="filter">Whether it counts.</param>
    /// <param name="times">How many such rows there are, at least 1.</param>
    public abstract void Add(TruthValue filter, NumberValue value, long times = 1);

    /// <summary>A table that was not supplied.</summary>
    /// <param name="valueOfAnyRow">The value of a row of which nothing is known.</param>
    /// <param name="table">What is missing.</param>
    public abstract void AddMissingTable(NumberValue valueOfAnyRow, Unknowns table);

    /// <summary>The aggregate of the rows so far.</summary>
    public abstract Value Result();

    /// <summary>What the rows so far came to, to be kept and added to another accumulator.</summary>
    public abstract AggregateState State { get; }

    /// <summary>Adds what other rows came to in an accumulator of the same aggregate.</summary>
    public abstract void Add(AggregateState other);

    private static NumberValue Quotient((NumberValue Total, long Rows) average) =>
        new(average.Total.Bounds / Bounds.Exactly(average.Rows), average.Total.Unknowns);

    private delegate void Adding<TRows>(ref TRows rows, AggregateState other);

    private sealed class Of<TRows>(TRows rows, Func<TRows, Value> result, Func<TRows, AggregateState> state, Adding<TRows> add)
        : AggregateAccumulator
        where TRows : struct, IRowAggregate<NumberValue, TruthValue>
    {
        private TRows _rows = rows;

        public override void Add(TruthValue filter, NumberValue value, long times) => _rows.Add(filter, value, times);

        public override void AddMissingTable(NumberValue valueOfAnyRow, Unknowns table) =>
            _rows.AddMissingTable(valueOfAnyRow, new(Truth.Unknown, table));

        public override Value Result() => result(_rows);

        public override AggregateState State => state(_rows);

        public override void Add(AggregateState other) => add(ref _rows, other);
    }

    /// <summary>A sum that says so where it is no longer exact.</summary>
    private sealed class Total(string text) : IRowSum<NumberValue>
    {
        private readonly SumOfBounds _sum = new();
        private Unknowns _unknowns = Unknowns.None;

        public NumberValue Sum => new(_sum.Sum, _sum.IsExact ? _unknowns : _unknowns | Unknowns.Of(UnknownKind.Limit, text));

        public AggregateState State => new() { Sum = _sum.State, SumWaitsFor = _unknowns };

        public void Add(AggregateState other)
        {
            if (other.Sum is { } sum)
                _sum.Add(sum);
            _unknowns |= other.SumWaitsFor;
        }

        public void Add(NumberValue addend, long times)
        {
            _sum.Add(addend.Bounds, times);
            _unknowns |= addend.Unknowns;
        }
    }
}
