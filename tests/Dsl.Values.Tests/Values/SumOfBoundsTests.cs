// Sums of any addends: exact within the limits, sound beyond them, the same in any order; the limits themselves.
using System.Numerics;
using Dsl.Values.Exact;

namespace Dsl.Values.Tests.Values;

public class SumOfBoundsTests
{
    private static readonly Rational Fine = new(1, BigInteger.Pow(10, 90));

    [Fact]
    public void 公分母在限度以内的完全精确()
    {
        var sum = new SumOfBounds();
        for (var i = 1; i <= 60; i++)
            sum.Add(Bounds.Exactly(new Rational(1, i)), times: 3);
        var expected = Enumerable.Range(1, 60).Aggregate(Rational.Zero, static (total, i) => total + new Rational(3, i));
        Assert.True(sum.IsExact);
        Assert.Equal(Bounds.Exactly(expected), sum.Sum);
    }

    [Fact]
    public void 超出限度的介于两端之间_与次序无关()
    {
        var addends = Enumerable.Range(0, 400).Select(static i => new Rational(i * 7919 - 800_000, 1_000_003 + 2 * i)).ToList();
        var exact = addends.Aggregate(static (left, right) => left + right);
        var (forwards, backwards) = (new SumOfBounds(), new SumOfBounds());
        foreach (var addend in addends)
            forwards.Add(Bounds.Exactly(addend));
        foreach (var addend in Enumerable.Reverse(addends))
            backwards.Add(Bounds.Exactly(addend));
        Assert.False(forwards.IsExact);
        Assert.Equal(forwards.Sum, backwards.Sum);
        Assert.True(forwards.Sum.Low <= exact && forwards.Sum.High >= exact && forwards.Sum.High - forwards.Sum.Low < Fine);
    }

    [Fact]
    public void 有一端不知道的_这一端就不知道()
    {
        var sum = new SumOfBounds();
        sum.Add(new Bounds(1, null));
        sum.Add(new(-3, 5), times: 2);
        Assert.Equal(new Bounds(-5, null), sum.Sum);
        sum.Add(Bounds.Everything);
        Assert.Equal(Bounds.Everything, sum.Sum);
    }

    [Fact]
    public void 一百万个商也很快()
    {
        var sum = new SumOfBounds();
        for (var i = 1; i <= 1_000_000; i++)
            sum.Add(Bounds.Exactly(new Rational(i, 2L * i + 1)));
        Assert.False(sum.IsExact);
        // Each is 1/2 less 1/(4i + 2): together half a million less a few.
        Assert.True(sum.Sum.Low > 499_990 && sum.Sum.High < 500_000);
    }

    [Fact]
    public void 太大的只知道从哪里起_太细的介于两个小数之间()
    {
        Rational huge = BigInteger.Pow(10, 101);
        Assert.Equal(new Bounds(NumberLimits.Largest, null), NumberLimits.Hold(Bounds.Exactly(huge)));
        Assert.Equal(new Bounds(null, -NumberLimits.Largest), NumberLimits.Hold(Bounds.Exactly(-huge)));
        Assert.Equal(new Bounds(0, null), NumberLimits.Hold(new Bounds(0, huge)));
        var fine = new Rational(-1, BigInteger.Pow(3, 700));
        var held = NumberLimits.Hold(Bounds.Exactly(fine));
        Assert.True(held.Low < fine && held.High > fine && !NumberLimits.Holds(fine));
        Assert.Equal(Bounds.Exactly(new Rational(1, 3)), NumberLimits.Hold(Bounds.Exactly(new Rational(1, 3))));
    }
}
