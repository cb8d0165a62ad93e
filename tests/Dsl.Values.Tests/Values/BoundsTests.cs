// Intervals: whatever the numbers within, the result lies within the result's bounds.
using Dsl.Values.Exact;

namespace Dsl.Values.Tests.Values;

public class BoundsTests
{
    [Fact]
    public void 四则和高低都守界() => Samples.Check(Samples.Points.Two(), pair =>
    {
        var ((a, x), (b, y)) = pair;
        Assert.True((a + b).Holds(x + y));
        Assert.True((a - b).Holds(x - y));
        Assert.True((a * b).Holds(x * y));
        Assert.True((-a).Holds(-x));
        Assert.True(a.Hull(b).Holds(x) && a.Hull(b).Holds(y));
        Assert.True(Bounds.Min(a, b).Holds(Rational.Min(x, y)));
        Assert.True(Bounds.Max(a, b).Holds(Rational.Max(x, y)));
        if (!y.IsZero)
            Assert.True((a / b).Holds(x / y));
        Assert.True(a.Monotone(value => value.Floor()).Holds(x.Floor()));
    });

    [Fact]
    public void 比较的结论对每一对数成立() => Samples.Check(Samples.Points.Two(), pair =>
    {
        var ((a, x), (b, y)) = pair;
        Agrees(Bounds.Less(a, b), x < y);
        Agrees(Bounds.Same(a, b), x == y);

        static void Agrees(Truth truth, bool actual) => Assert.True(truth == Truth.Unknown || truth == (actual ? Truth.Yes : Truth.No));
    });

    [Fact]
    public void 两点的运算是点() => Samples.Check(Samples.Rationals.Two(), pair =>
    {
        var (x, y) = pair;
        var (a, b) = (Bounds.Exactly(x), Bounds.Exactly(y));
        Assert.Equal(Bounds.Exactly(x + y), a + b);
        Assert.Equal(Bounds.Exactly(x * y), a * b);
        Assert.Equal(y.IsZero ? Bounds.Everything : Bounds.Exactly(x / y), a / b);
        Assert.NotEqual(Truth.Unknown, Bounds.Less(a, b));
        Assert.NotEqual(Truth.Unknown, Bounds.Same(a, b));
    });

    [Fact]
    public void 界的运算可交换() => Samples.Check(Samples.Intervals.Two(), pair =>
    {
        var (a, b) = pair;
        Assert.Equal(a + b, b + a);
        Assert.Equal(a * b, b * a);
        Assert.Equal(Bounds.Min(a, b), Bounds.Min(b, a));
        Assert.Equal(Bounds.Max(a, b), -Bounds.Min(-a, -b));
        Assert.Equal(a, -(-a));
    });

    [Fact]
    public void 零乘无穷为零()
    {
        var zero = Bounds.Exactly(0);
        Assert.Equal(zero, zero * Bounds.Everything);
        Assert.Equal(zero, Bounds.NonNegative * zero);
        Assert.Equal(Bounds.NonNegative, Bounds.NonNegative * new Bounds(0, 5));
        Assert.Equal(Bounds.Everything, Bounds.NonNegative * new Bounds(-1, 5));
    }

    [Fact]
    public void 除以可能为零的数未知()
    {
        Assert.Equal(Bounds.Everything, Bounds.Exactly(1) / new Bounds(0, 5));
        Assert.Equal(Bounds.Everything, Bounds.Exactly(1) / Bounds.Everything);
        Assert.Equal(new Bounds(0, 1), Bounds.Exactly(1) / new Bounds(1, null));
        Assert.Equal(new Bounds(-1, 0), Bounds.Exactly(1) / new Bounds(null, -1));
        Assert.Equal(new Bounds(0, null), Bounds.NonNegative / new Bounds(2, null));
    }
}
