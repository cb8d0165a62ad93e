// Dates as numbers: leap days, ends of months, ends of the calendar.
using Dsl.Values.Exact;

namespace Dsl.Values.Tests.Values;

public class CivilDateTests
{
    [Theory]
    [InlineData("2021-01-31", 1, "2021-02-28")]
    [InlineData("2020-01-31", 1, "2020-02-29")]
    [InlineData("2020-02-29", 12, "2021-02-28")]
    [InlineData("2020-02-29", 48, "2024-02-29")]
    [InlineData("2021-03-31", -1, "2021-02-28")]
    [InlineData("2021-12-15", 1, "2022-01-15")]
    [InlineData("2021-01-15", -1, "2020-12-15")]
    [InlineData("9999-12-01", 1, "9999-12-31")]
    [InlineData("0001-01-15", -1, "0001-01-01")]
    [InlineData("2021-06-21", 99999999, "9999-12-31")]
    [InlineData("2021-06-21", -99999999, "0001-01-01")]
    public void 加减月份(string date, int months, string expected)
    {
        Assert.True(CivilDate.TryParse(date, DateForms.Text, out var day));
        Assert.Equal(expected, CivilDate.Format(CivilDate.AddMonths(day, months)));
    }

    [Theory]
    [InlineData("2021-6-1", "2021-06-01")]
    [InlineData("２０２１年６月２１日", "2021-06-21")]
    [InlineData("20210621", "2021-06-21")]
    [InlineData(" 2021/06/21 ", "2021-06-21")]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("9999-12-31", "9999-12-31")]
    public void 读日期(string text, string expected)
    {
        Assert.True(CivilDate.TryParse(text, DateForms.Text, out var day));
        Assert.Equal(expected, CivilDate.Format(day));
    }

    [Theory]
    [InlineData("2021-02-29")]
    [InlineData("2021-13-01")]
    [InlineData("2021-06")]
    [InlineData("")]
    public void 不存在的日子(string text) => Assert.False(CivilDate.TryParse(text, DateForms.Text, out _));

    [Fact]
    public void 日序往返且不越出历法()
    {
        foreach (var day in new DateOnly[] { DateOnly.MinValue, new(2020, 2, 29), DateOnly.MaxValue })
            Assert.Equal(day, CivilDate.FromNumber(CivilDate.ToNumber(day)));
        Assert.Equal(DateOnly.MinValue, CivilDate.FromNumber(-5));
        Assert.Equal(DateOnly.MaxValue, CivilDate.FromNumber(99_999_999_999));
        Assert.Equal(new DateOnly(1, 1, 2), CivilDate.FromNumber(new Rational(3, 2)));
    }

    internal static string Text(Rational number) => CivilDate.Format(CivilDate.FromNumber(number));
}
