// The forms of meaning: every function has one that engines know, and a function of the calendar is the same on bounds and in kernels.
using System.Collections.Immutable;
using Dsl.Columns.Kernels;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Functions.Meanings;
using Xunit;

namespace Dsl.Agreement.Tests;

public class MeaningTests
{
    // Functions that are left to the interpreter, each with its reason.
    private static readonly Dictionary<string, string> OnlyInterpreted = [];

    // A function that goes up and down, which the language has none of yet.
    private static readonly CalendarMeaning Month = new((Func<long, long>)MonthOf, 1, 12);

    public static long MonthOf(long day) => CivilDate.OfDay(day).Month;

    [Fact]
    public void 每个函数的含义都是引擎认识的形式()
    {
        var others =
            BuiltinFunctions.All.Where(static function => function.Meaning is not (ExtremeMeaning or RoundingMeaning or CalendarMeaning));
        Assert.Equal(OnlyInterpreted.Keys.Order(StringComparer.Ordinal),
            others.Select(static function => function.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void 日期函数的算法可以从生成的代码里调用() =>
        Assert.All(BuiltinFunctions.All.Select(static function => function.Meaning).OfType<CalendarMeaning>(), static meaning =>
        {
            Assert.True(meaning.Point.Method is { IsPublic: true, IsStatic: true, DeclaringType.IsPublic: true });
            Assert.True(meaning.Trends.IsEmpty || meaning.Trends.Length == meaning.Point.Method.GetParameters().Length);
        });

    [Fact]
    public void 日期函数在解释器和内核里上下限相同()
    {
        var random = new Random(20240630);
        foreach (var meaning in BuiltinFunctions.All.Select(static function => function.Meaning).OfType<CalendarMeaning>().Append(Month))
        {
            for (var i = 0; i < 2000; i++)
            {
                ImmutableArray<Interval> arguments = [.. meaning.Point.Method.GetParameters().Select(_ => Draw(random))];
                var expected =
                    (NumberValue)meaning.Of([.. arguments.Select(static argument => new NumberValue(BoundsOf(argument), Unknowns.None))]);
                Assert.Equal(expected.Bounds, BoundsOf(InKernel(meaning, arguments)));
            }
        }
    }

    private static Interval InKernel(CalendarMeaning meaning, ImmutableArray<Interval> x) => (meaning.Point, meaning.Trends) switch
    {
        (Func<long, long> one, [var trend]) => Days.Of(one, x[0], trend),
        (Func<long, long> one, _) => Days.Within(meaning.Least, meaning.Most, one, x[0]),
        (Func<long, long, long> two, [var first, var second]) => Days.Of(two, x[0], first, x[1], second),
        (Func<long, long, long> two, _) => Days.Within(meaning.Least, meaning.Most, two, x[0], x[1]),
        _ => throw new InvalidOperationException($"{meaning}"),
    };

    private static Interval Draw(Random random)
    {
        var (a, b) = (random.Next(-10, CivilDate.LastDay + 10), random.Next(-10, CivilDate.LastDay + 10));
        return random.Next(4) switch
        {
            0 => Interval.Of(a),
            1 => new(Interval.MinusInfinity, a, 1),
            2 => new(a, Interval.Infinity, 1),
            _ => new(Math.Min(a, b), Math.Max(a, b), 1),
        };
    }

    private static Bounds BoundsOf(Interval interval) => new(
        interval.Low == Interval.MinusInfinity ? null : (Rational)(System.Numerics.BigInteger)interval.Low,
        interval.High == Interval.Infinity ? null : (Rational)(System.Numerics.BigInteger)interval.High);
}
