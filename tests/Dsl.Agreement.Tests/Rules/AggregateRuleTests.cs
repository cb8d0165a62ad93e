// Aggregates over rows: what a kernel says is what the interpreter says, and holds for every way in which the unknown may turn out.
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Rules;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Xunit;

namespace Dsl.Agreement.Tests.Rules;

public class AggregateRuleTests
{
    private const int Rounds = 4000;
    private const int Denominator = 100;

    private static readonly Tristate NoRows = Tristate.Unknown(1UL << 8);

    [Theory]
    [InlineData(AggregateKind.Sum)]
    [InlineData(AggregateKind.Count)]
    [InlineData(AggregateKind.Exists)]
    [InlineData(AggregateKind.Largest)]
    [InlineData(AggregateKind.Smallest)]
    [InlineData(AggregateKind.Average)]
    public void 聚合在各种数上相同(AggregateKind kind)
    {
        var random = new Random(11 + (int)kind);
        for (var i = 0; i < Rounds; i++)
        {
            List<(Tristate Filter, Interval Value)> rows = [];
            for (var count = random.Next(5); count > 0; count--)
                rows.Add((random.Next(3) == 0 ? random.Truth() : Tristate.Yes, random.Number(-20, 20)));
            var anyRow = random.Number(-3, 3);
            Tristate? table = random.Next(5) == 0 ? random.Unknown() : null;
            var law = AggregateAccumulator.Create(kind, "测试");
            foreach (var (filter, value) in rows)
                law.Add(filter.Law(), value.Law(Denominator));
            if (table is { } missing)
                law.AddMissingTable(anyRow.Law(Denominator), missing.Law().Unknowns);
            var kernel = Kernel(kind, rows, anyRow, table);
            // No rows has a name of its own in the interpreter, and a bit in a kernel.
            var isOfNone = table is null && rows.TrueForAll(static row => row.Filter.IsNo);
            if (isOfNone && kind is AggregateKind.Largest or AggregateKind.Smallest or AggregateKind.Average)
                Assert.False(kernel.IsCertain);
            else
                Assert.Equal(law.Result(), kernel);
            if (table is null)
                Holds(kind, rows, kernel, random);
        }
    }

    [Theory]
    [InlineData(AggregateKind.Sum)]
    [InlineData(AggregateKind.Count)]
    [InlineData(AggregateKind.Exists)]
    [InlineData(AggregateKind.Largest)]
    [InlineData(AggregateKind.Smallest)]
    [InlineData(AggregateKind.Average)]
    public void 分几份再加起来等于整体_与次序无关(AggregateKind kind)
    {
        var random = new Random(23 + (int)kind);
        for (var i = 0; i < Rounds; i++)
        {
            var whole = AggregateAccumulator.Create(kind, "测试");
            var parts = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => AggregateAccumulator.Create(kind, "测试")).ToArray();
            for (var count = random.Next(8); count > 0; count--)
            {
                // Thirds of thirds: sums that no longer fit the common denominator come up, too.
                var filter = random.Next(3) == 0 ? random.Truth().Law() : TruthValue.Yes;
                var value = random.Number(-20, 20).Law(Denominator);
                if (random.Next(3) == 0)
                    value = NumberValue.Of(new Rational(1, System.Numerics.BigInteger.Pow(3 + 2 * random.Next(3), 100 * random.Next(6))));
                var (times, part) = (1 + random.Next(3), parts[random.Next(parts.Length)]);
                whole.Add(filter, value, times);
                part.Add(filter, value, times);
            }
            if (random.Next(5) == 0)
            {
                var (anyRow, table) = (random.Number(-3, 3).Law(Denominator), random.Unknown().Law().Unknowns);
                whole.AddMissingTable(anyRow, table);
                parts[random.Next(parts.Length)].AddMissingTable(anyRow, table);
            }
            var sum = AggregateAccumulator.Create(kind, "测试");
            foreach (var part in parts.OrderBy(_ => random.Next()))
                sum.Add(part.State);
            Assert.Equal(whole.Result(), sum.Result());
            Assert.Equal(Shown(whole.State), Shown(sum.State));
        }
    }

    private static string Shown(AggregateState state) =>
        (state with { Uncertain = [] }) + " " + string.Join(' ', state.Uncertain);

    private static Value Kernel(AggregateKind kind, List<(Tristate Filter, Interval Value)> rows, Interval anyRow, Tristate? table) =>
        kind switch
    {
        AggregateKind.Sum => Fill(new SumOfRows<Interval, Tristate, IntervalSum>(new()), rows, anyRow, table).Result.Law(Denominator),
        AggregateKind.Count => Fill(new CountOfRows<Interval, Tristate>(), rows, anyRow, table).Result.Law(1),
        AggregateKind.Exists => Fill(new AnyOfRows<Interval, Tristate>(), rows, anyRow, table).Result.Law(),
        AggregateKind.Largest => Extreme(isLargest: true, rows, anyRow, table),
        AggregateKind.Smallest => Extreme(isLargest: false, rows, anyRow, table),
        _ => ExactInterval.Average(
            Fill(new AverageOfRows<Interval, Tristate, IntervalSum>(new()), rows, anyRow, table).Result(NoRows), Denominator).Law(),
    };

    private static NumberValue Extreme(bool isLargest, List<(Tristate Filter, Interval Value)> rows, Interval anyRow, Tristate? table) =>
        Fill(new ExtremeOfRows<Interval, Tristate>(isLargest), rows, anyRow, table).Result(NoRows).Law(Denominator);

    private static TRows Fill<TRows>(TRows rule, List<(Tristate Filter, Interval Value)> rows, Interval anyRow, Tristate? table)
        where TRows : struct, IRowAggregate<Interval, Tristate>
    {
        foreach (var (filter, value) in rows)
            rule.Add(filter, value);
        if (table is { } missing)
            rule.AddMissingTable(anyRow, missing);
        return rule;
    }

    // One way in which everything unknown may turn out.
    private static void Holds(AggregateKind kind, List<(Tristate Filter, Interval Value)> rows, Value known, Random random)
    {
        List<Rational> values =
        [
            .. rows.Where(row => row.Filter.IsYes || !row.Filter.IsNo && random.Next(2) == 0).Select(row => Draw(row.Value, random)),
        ];
        if (kind == AggregateKind.Exists)
        {
            Assert.True(known is TruthValue truth && (!truth.IsCertain || truth.IsYes == values.Count > 0));
            return;
        }
        Rational? result = kind switch
        {
            AggregateKind.Sum => values.Aggregate(Rational.Zero, static (sum, value) => sum + value),
            AggregateKind.Count => values.Count,
            AggregateKind.Largest => values.Count == 0 ? null : values.Aggregate(Rational.Max),
            AggregateKind.Smallest => values.Count == 0 ? null : values.Aggregate(Rational.Min),
            _ => values.Count == 0 ? null : values.Aggregate(Rational.Zero, static (sum, value) => sum + value) / values.Count,
        };
        var bounds = ((NumberValue)known).Bounds;
        if (result is { } number)
            Assert.True(
                (bounds.Low is not { } low || low <= number) && (bounds.High is not { } high || number <= high), $"{number} {bounds}");
    }

    private static Rational Draw(Interval value, Random random)
    {
        var low = value.Low == Interval.MinusInfinity ? -50 : (long)value.Low;
        var high = value.High == Interval.Infinity ? 50 : (long)value.High;
        return new(random.NextInt64(low, high + 1), Denominator);
    }
}
