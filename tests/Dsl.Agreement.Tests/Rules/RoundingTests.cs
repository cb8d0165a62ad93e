// Division with rounding, the one place where money is rounded: whatever holds the numbers, it is what the words say.
using System.Numerics;
using Dsl.Columns.Kernels;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Agreement.Tests.Rules;

public class RoundingTests
{
    private static readonly RoundingMode[] Modes = Enum.GetValues<RoundingMode>();

    [Fact]
    public void 取整是字面上的意思()
    {
        for (var value = -60; value <= 60; value++)
        {
            for (var divisor = 1; divisor <= 12; divisor++)
            {
                foreach (var mode in Modes)
                {
                    var whole = WholeNumbers.Divide(value, divisor, mode);
                    var rest = value - whole * divisor;
                    Assert.True(mode switch
                    {
                        RoundingMode.Down => rest >= 0 && rest < divisor,
                        RoundingMode.Up => rest <= 0 && -rest < divisor,
                        RoundingMode.HalfToEven =>
                            2 * Math.Abs(rest) < divisor || 2 * Math.Abs(rest) == divisor && whole % 2 == 0,
                        // A half goes away from zero.
                        _ => 2 * Math.Abs(rest) < divisor || 2 * Math.Abs(rest) == divisor && Math.Abs(whole * divisor) > Math.Abs(value),
                    }, $"{value} / {divisor} {mode} = {whole}");
                }
            }
        }
    }

    [Fact]
    public void 整列取整与逐个取整相同_不论用不用浮点()
    {
        var random = new Random(51);
        foreach (var mode in Modes)
        {
            for (var i = 0; i < 4_000; i++)
            {
                var (multiplier, divisor) = (1 + random.Next(1 << random.Next(1, 16)), 1 + random.Next(1 << random.Next(1, 24)));
                var rounding = new FixedRounding(mode, new(multiplier, divisor, random.Next(4) == 0 ? 1000 : 1));
                // Halves, and both sides of the limit up to which one fused operation is exact.
                var limit = (1L << 51) / multiplier;
                var numbers = Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(4) switch
                {
                    0 => Math.Max(0, limit - random.Next(divisor + 2)),
                    1 => Math.Max(0, (random.NextInt64(0, limit) / divisor * divisor + divisor / 2 + random.Next(-1, 2)) / multiplier),
                    2 => limit + random.Next(3),
                    _ => random.NextInt64(0, limit),
                }).Select(number => i % 2 == 0 ? Math.Min(number, Math.Max(0, limit - divisor)) : number).ToArray();
                var fen = new long[numbers.Length];
                Assert.True(rounding.TryRound(numbers, fen));
                for (var k = 0; k < fen.Length; k++)
                    Assert.Equal(rounding.Round(new Lane<long>(numbers[k])), Interval.Of(fen[k]));
            }
        }
    }

    [Fact]
    public void 整列取整_放不下的不算()
    {
        var fen = new long[3];
        Assert.False(new FixedRounding(RoundingMode.Down, new(1, 1, 100)).TryRound([1, long.MaxValue / 100, 2], fen));
        Assert.False(new FixedRounding(RoundingMode.Up, new(3, 7, 1)).TryRound([long.MaxValue / 3, 0, 0], fen));
        Assert.False(new FixedRounding(RoundingMode.Up, new((BigInteger)int.MaxValue + 1, 7, 1)).TryRound([1, 2, 3], fen));
    }

    [Fact]
    public void 各种宽度的整数取整相同()
    {
        var random = new Random(21);
        for (var i = 0; i < 20_000; i++)
        {
            var divisor = 1 + random.NextInt64(0, long.MaxValue) >> random.Next(60);
            divisor = Math.Max(1, divisor);
            // Halves and ends are met often.
            var value = random.Next(4) switch
            {
                0 => divisor / 2 + random.Next(-1, 2),
                1 => long.MaxValue - random.Next(3),
                2 => -long.MaxValue + random.Next(3),
                _ => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(60),
            };
            value = random.Next(2) == 0 || value == long.MinValue ? value : -value;
            foreach (var mode in Modes)
            {
                var law = WholeNumbers.Divide((BigInteger)value, divisor, mode);
                Assert.Equal(law, WholeNumbers.Divide(value, divisor, mode));
                Assert.Equal(law, (BigInteger)WholeNumbers.Divide((Int128)value, divisor, mode));
                Assert.Equal(law * 1_000_000_007,
                    (BigInteger)(WholeNumbers.Divide((Int128)value * 1_000_003, (Int128)divisor * 1_000_003, mode) * 1_000_000_007));
                Assert.Equal(law, new Rational(value, divisor).Whole(mode));
            }
        }
    }
}
