// Exact numbers: algebra on generated fractions, rounding, reading and writing.
using System.Numerics;
using Dsl.Values.Exact;

namespace Dsl.Values.Tests.Values;

public class RationalTests
{
    [Fact]
    public void 加乘满足交换结合分配() => Samples.Check(Samples.Rationals.Three(), triple =>
    {
        var (a, b, c) = triple;
        Assert.Equal(a + b, b + a);
        Assert.Equal(a * b, b * a);
        Assert.Equal(a + b + c, a + (b + c));
        Assert.Equal(a * b * c, a * (b * c));
        Assert.Equal(a * (b + c), a * b + a * c);
        Assert.Equal(a, a - b + b);
        if (!b.IsZero)
            Assert.Equal(a, a / b * b);
    });

    [Fact]
    public void 总是最简且分母为正() => Samples.Check(Samples.Rationals, value =>
    {
        Assert.True(value.Denominator.Sign > 0);
        Assert.True(BigInteger.GreatestCommonDivisor(value.Numerator, value.Denominator).IsOne);
    });

    [Fact]
    public void 大小与差的符号一致() => Samples.Check(Samples.Rationals.Two(), pair =>
    {
        var (a, b) = pair;
        Assert.Equal((a - b).Sign, a.CompareTo(b));
        Assert.Equal(a == b, a.GetHashCode() == b.GetHashCode() && a.CompareTo(b) == 0);
        Assert.Equal(a + b, Rational.Min(a, b) + Rational.Max(a, b));
    });

    /// <summary>Around the ends of 64 bits, where a number leaves its place or comes back to it.</summary>
    [Fact]
    public void 六十四位内外算得一样() => Samples.Check(Samples.Wide.Two(), pair =>
    {
        var ((a, b), (c, d)) = pair;
        var (left, right) = (new Rational(a, b), new Rational(c, d));
        Assert.Equal(new Rational(a * d + c * b, b * d), left + right);
        Assert.Equal(new Rational(a * d - c * b, b * d), left - right);
        Assert.Equal(new Rational(a * c, b * d), left * right);
        Assert.Equal(Math.Sign((a * d).CompareTo(c * b)), Math.Sign(left.CompareTo(right)));
        Assert.Equal(a * d == c * b, left == right);
        Assert.Equal(WholeNumbers.Divide(a, b, RoundingMode.HalfAwayFromZero), left.RoundHalfAwayFromZero());
        Assert.Equal(WholeNumbers.Divide(a, b, RoundingMode.Down), left.Floor());
        if (!c.IsZero)
            Assert.Equal(new Rational(a * d, b * c), left / right);
        foreach (var value in (Rational[])[left, left + right, left * right, -left])
        {
            Assert.True(value.Denominator.Sign > 0 && BigInteger.GreatestCommonDivisor(value.Numerator, value.Denominator).IsOne);
            Assert.Equal(new Rational(value.Numerator, value.Denominator), value);
            Assert.Equal(new Rational(value.Numerator, value.Denominator).GetHashCode(), value.GetHashCode());
            Assert.Equal((value.Numerator.IsZero, value.Denominator.IsOne, value.Numerator.Sign),
                (value.IsZero, value.IsInteger, value.Sign));
        }
    });

    [Fact]
    public void 取整不越一格() => Samples.Check(Samples.Rationals, value =>
    {
        Assert.True(value.Floor() <= value && value < value.Floor() + 1);
        Assert.True(value.Ceiling() >= value && value > value.Ceiling() - 1);
        Assert.Equal(-value.Floor(), (-value).Ceiling());
        Assert.Equal(-value.RoundHalfAwayFromZero(), (-value).RoundHalfAwayFromZero());
        Rational off = value - value.RoundHalfAwayFromZero();
        Assert.True(off <= new Rational(1, 2) && off >= new Rational(-1, 2));
    });

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(-1, 2, -1)]
    [InlineData(5, 2, 3)]
    [InlineData(-5, 2, -3)]
    [InlineData(49, 100, 0)]
    public void 半数远离零(int numerator, int denominator, int expected) =>
        Assert.Equal(expected, new Rational(numerator, denominator).RoundHalfAwayFromZero());

    [Theory]
    [InlineData("0.125", 1, 8)]
    [InlineData("-0.5", -1, 2)]
    [InlineData("+３．５", 7, 2)]
    [InlineData("007", 7, 1)]
    public void 读小数(string text, int numerator, int denominator)
    {
        Assert.True(Rational.TryParse(text, out var value));
        Assert.Equal(new Rational(numerator, denominator), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1e3")]
    [InlineData("1,000")]
    [InlineData("1.2.3")]
    [InlineData(" 1")]
    public void 不是小数(string text) => Assert.False(Rational.TryParse(text, out _));

    [Fact]
    public void 太长的数不读() => Assert.False(Rational.TryParse(new string('1', 201), out _));

    [Fact]
    public void 有限小数写出再读回() => Samples.Check(Samples.Rationals, value =>
    {
        if (Rational.TryParse(value.ToString(), out var read))
            Assert.Equal(value, read);
        else
            Assert.Equal($"{value.Numerator}/{value.Denominator}", value.ToString());
    });

    [Fact]
    public void 缺省值是零()
    {
        Assert.Equal(Rational.Zero, default);
        Assert.Equal(BigInteger.One, default(Rational).Denominator);
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
    }
}
