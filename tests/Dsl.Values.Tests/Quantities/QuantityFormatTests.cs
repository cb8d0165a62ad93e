// Quantities as text.
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Values.Tests.Quantities;

public class QuantityFormatTests
{
    [Theory]
    [InlineData("600000", "60万元")]
    [InlineData("1234.56", "1,234.56元")]
    [InlineData("12345.67", "12,345.67元")]
    [InlineData("12300", "1.23万元")]
    [InlineData("150000000", "1.5亿元")]
    [InlineData("100050000", "10005万元")]
    [InlineData("1000000000000", "1万亿元")]
    [InlineData("0", "0元")]
    [InlineData("-600000", "-60万元")]
    [InlineData("0.01", "0.01元")]
    [InlineData("0.0000001", "≈0.0000001000元（0.0000001）")]
    public void 金额(string number, string text) => Assert.Equal(text, QuantityFormat.Display(Read(number), DslType.Money));

    [Fact]
    public void 除不尽的写明分数()
    {
        Assert.Equal("≈33.3333元（100/3）", QuantityFormat.Display(new Rational(100, 3), DslType.Money));
        Assert.Equal("≈66.6667%（2/3）", QuantityFormat.Display(new Rational(2, 3), DslType.Ratio));
        Assert.Equal("≈0.3333（1/3）", QuantityFormat.Display(new Rational(1, 3), DslType.Number));
    }

    [Fact]
    public void 比率和数()
    {
        Assert.Equal("30%", QuantityFormat.Display(new Rational(3, 10), DslType.Ratio));
        Assert.Equal("0.3%", QuantityFormat.Display(new Rational(3, 1000), DslType.Ratio));
        Assert.Equal("150%", QuantityFormat.Display(new Rational(3, 2), DslType.Ratio));
        Assert.Equal("12,800.5", QuantityFormat.Display(new Rational(25601, 2), DslType.Number));
    }

    [Theory]
    [InlineData("家", "12800", "1.28万家")]
    [InlineData("家", "12803", "12,803家")]
    [InlineData("人", "50", "50人")]
    [InlineData("年", "3", "3年")]
    [InlineData("个月", "37", "37个月")]
    [InlineData("天", "20000", "20,000天")]
    [InlineData("平方米", "50000", "5万平方米")]
    public void 计量(string unit, string number, string text) =>
        Assert.Equal(text, QuantityFormat.Display(Read(number), DslType.In(Assert.IsType<Unit>(Units.Find(unit)))));

    [Fact]
    public void 单价和密度()
    {
        var piece = Dimension.Of(Assert.IsType<Unit>(Units.Find("件")));
        var yuan = Dimension.Of(Units.Yuan);
        Assert.Equal("2万元/件", QuantityFormat.Display(20000, new QuantityType(yuan.Over(piece))));
        Assert.Equal("17件/亿元", QuantityFormat.Display(new Rational(17, 100_000_000), new QuantityType(piece.Over(yuan))));
        Assert.Equal("3件/万元", QuantityFormat.Display(new Rational(3, 10_000), new QuantityType(piece.Over(yuan))));
        Assert.Equal("0.5件/元", QuantityFormat.Display(new Rational(1, 2), new QuantityType(piece.Over(yuan))));
        Assert.Equal("0.03/年",
            QuantityFormat.Display(new Rational(3, 100), new QuantityType(Dimension.None.Over(Dimension.Of(Units.Years)))));
    }

    [Fact]
    public void 日期和年度()
    {
        Assert.Equal("2021-06-21", QuantityFormat.Display(CivilDate.ToNumber(new(2021, 6, 21)), DslType.Date));
        Assert.Equal("2021年度", QuantityFormat.Display(2021, DslType.Year));
    }

    [Fact]
    public void 区间()
    {
        Assert.Equal("0元..100万元", QuantityFormat.Display(new Bounds(0, 1_000_000), DslType.Money));
        Assert.Equal("0元..不封顶", QuantityFormat.Display(Bounds.NonNegative, DslType.Money));
        Assert.Equal("60万元", QuantityFormat.Display(Bounds.Exactly(600_000), DslType.Money));
        Assert.Equal("未知", QuantityFormat.Display(Bounds.Everything, DslType.Date));
        Assert.Equal("50人以上", QuantityFormat.Display(new Bounds(50, null), DslType.In(Assert.IsType<Unit>(Units.Find("人")))));
        Assert.Equal("30%以下", QuantityFormat.Display(new Bounds(null, new Rational(3, 10)), DslType.Ratio));
    }

    private static Rational Read(string number)
    {
        Assert.True(Rational.TryParse(number, out var value));
        return value;
    }
}
