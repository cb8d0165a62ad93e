// Values from text: exact, with the rules of the type, and a finding that says what to do.
using Dsl.Facts.Cells;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Types;
using Xunit;

namespace Dsl.Batch.Tests;

public class ValueReaderTests
{
    [Theory]
    [InlineData("2600000", "260万元")]
    [InlineData("0.01", "0.01元")]
    [InlineData("1234567.89", "1234567.89元")]
    [InlineData("0.123456789", "0.123456789元")]
    [InlineData("123456789012.12345678", "123456789012.12345678元")]
    [InlineData("-5", "-5元")]
    public void 金额写成输入的样子(string number, string written) => AssertWritten(number, DslType.Money, written);

    [Theory]
    [InlineData("0.1", "10%")]
    [InlineData("0.00001", "0.001%")]
    [InlineData("0.123456789123", "12.3456789123%")]
    public void 比率写成输入的样子(string number, string written) => AssertWritten(number, DslType.Ratio, written);

    private static void AssertWritten(string number, DslType type, string written)
    {
        Assert.True(Rational.TryParse(number, out var value));
        Assert.Equal(written, ValueText.Written(NumberValue.Of(value), type));
        Assert.Equal(value, (ValueReader.Read(written, type, Bounds.Everything).Value as NumberValue)?.Bounds.Low);
    }

    private static readonly Bounds Share = new(Rational.Zero, Rational.One);
    private static readonly DslType Persons = DslType.In(Units.Find("人") ?? Units.Yuan);
    private static readonly DslType PerPiece =
        new QuantityType(Dimension.Of(Units.Yuan).Over(Dimension.Of(Units.Find("件") ?? Units.Yuan)));
    private static readonly DslType List = new EnumType("区县", ["渝中区", "江津区"], IsOpen: false);

    [Theory]
    [InlineData("200万元", "2000000")]
    [InlineData("2000000", "2000000")]
    [InlineData("1.5亿", "150000000")]
    [InlineData("2,000,000.50", "2000000.5")]
    [InlineData("１２３．４５", "123.45")]
    [InlineData(" 0.1 ", "0.1")]
    [InlineData("999999999999.99", "999999999999.99")]
    [InlineData("3千元", "3000")]
    public void 金额(string text, string expected) => CheckRead(text, DslType.Money, TestProgram.MoneyRange, expected);

    [Theory]
    [InlineData("35%", "0.35")]
    [InlineData("0.35", "0.35")]
    [InlineData("３５％", "0.35")]
    [InlineData("2‰", "0.002")]
    [InlineData("1", "1")]
    [InlineData("100%", "1")]
    public void 比率(string text, string expected) => CheckRead(text, DslType.Ratio, Share, expected);

    [Theory]
    [InlineData("50", "50")]
    [InlineData("50人", "50")]
    [InlineData("1.2万人", "12000")]
    public void 计数(string text, string expected) => CheckRead(text, Persons, Bounds.NonNegative, expected);

    [Theory]
    [InlineData("3年", "36")]
    [InlineData("18个月", "18")]
    public void 期限以月计(string text, string expected) => CheckRead(text, DslType.In(Units.Months), Bounds.NonNegative, expected);

    [Fact]
    public void 单价() => CheckRead("2万元/件", PerPiece, Bounds.NonNegative, "20000");

    [Theory]
    [InlineData("2021-06-21")]
    [InlineData("2021年6月21日")]
    [InlineData("2021/6/21")]
    [InlineData("20210621")]
    [InlineData("2021-06-21 00:00:00")]
    public void 日期(string text) => CheckRead(text, DslType.Date, Bounds.Everything, "2021-06-21");

    [Theory]
    [InlineData("2021", "2021")]
    [InlineData("2021年度", "2021")]
    public void 年度(string text, string expected) => CheckRead(text, DslType.Year, Bounds.Everything, expected);

    [Theory]
    [InlineData("是", "是")]
    [InlineData("1", "是")]
    [InlineData("TRUE", "是")]
    [InlineData("否", "否")]
    [InlineData("0", "否")]
    [InlineData("false", "否")]
    public void 是否(string text, string expected) => CheckRead(text, DslType.Truth, Bounds.Everything, expected);

    [Fact]
    public void 名录里的值() => CheckRead(" 渝中区 ", List, Bounds.Everything, "渝中区");

    [Fact]
    public void 开放名录收下没有列出的值() => CheckRead("会展", new EnumType(null, ["文化旅游"], IsOpen: true), Bounds.Everything, "会展");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("　")]
    public void 空白是未知(string text)
    {
        var reading = ValueReader.Read(text, DslType.Money, TestProgram.MoneyRange);
        Assert.Null(reading.Value);
        Assert.Null(reading.Problem);
    }

    [Fact]
    public void 十九位数一位不差()
    {
        var reading = ValueReader.Read("1234567890123456789.01", DslType.Money, Bounds.NonNegative);
        Assert.Equal("1234567890123456789.01", ValueText.Cell(reading.Value, DslType.Money));
    }

    [Fact]
    public void 零点一加零点二是零点三()
    {
        var (left, right) = (ReadMoney("0.1"), ReadMoney("0.2"));
        Assert.Equal(new Rational(3, 10), left + right);
    }

    [Theory]
    [InlineData("abc", "DSL5301")]
    [InlineData("12.3.4", "DSL5301")]
    [InlineData("1,00", "DSL5301")]
    [InlineData("-", "DSL5301")]
    [InlineData("无", "DSL5301")]
    [InlineData("1.2E+07", "DSL5309")]
    [InlineData("-1", "DSL5303")]
    [InlineData("2万亿元", "DSL5303")]
    [InlineData("50人", "DSL5308")]
    [InlineData("35%", "DSL5308")]
    public void 不是金额(string text, string code) => CheckProblem(text, DslType.Money, TestProgram.MoneyRange, code);

    [Fact]
    public void 计数不是数字要说明单位()
    {
        var problem = CheckProblem("十二", DslType.In(Units.Find("人") ?? Units.Yuan), Bounds.NonNegative, "DSL5301");
        Assert.Equal("“十二”不是数；这里应当填整数，单位“人”。", problem.Message);
        Assert.Equal("请填写数，如 12 或 12人；不掌握的请留空。", problem.Remedy);
    }

    [Fact]
    public void 百分数写成35要提示()
    {
        var problem = CheckProblem("35", DslType.Ratio, Share, "DSL5302");
        Assert.Equal("比率“35”超过了 100%。", problem.Message);
        Assert.Equal("如果是百分之35，请写成 35% 或 0.35。", problem.Remedy);
    }

    [Theory]
    [InlineData("150%", "DSL5303")]
    [InlineData("-0.1", "DSL5303")]
    public void 比率超出范围(string text, string code) => CheckProblem(text, DslType.Ratio, Share, code);

    [Theory]
    [InlineData("2021-02-29", "DSL5305")]
    [InlineData("44368", "DSL5305")]
    public void 不是日期(string text, string code) => CheckProblem(text, DslType.Date, Bounds.Everything, code);

    [Fact]
    public void 不是年度() => CheckProblem("21", DslType.Year, Bounds.Everything, "DSL5306");

    [Fact]
    public void 不是是否() => CheckProblem("×", DslType.Truth, Bounds.Everything, "DSL5307");

    [Fact]
    public void 不在名录() => CheckProblem("渝中", List, Bounds.Everything, "DSL5304");

    private static Rational ReadMoney(string text) =>
        ValueReader.Read(text, DslType.Money, TestProgram.MoneyRange).Value is NumberValue { Bounds.Low: { } number }
            ? number
            : throw new InvalidOperationException(text);

    private static void CheckRead(string text, DslType type, Bounds range, string expected)
    {
        var reading = ValueReader.Read(text, type, range);
        Assert.Null(reading.Problem);
        Assert.Equal(expected, ValueText.Cell(reading.Value, type));
    }

    private static DataProblem CheckProblem(string text, DslType type, Bounds range, string code)
    {
        var reading = ValueReader.Read(text, type, range);
        Assert.Null(reading.Value);
        Assert.Equal(code, reading.Problem?.Rule.Code);
        return reading.Problem ?? throw new InvalidOperationException(text);
    }
}
