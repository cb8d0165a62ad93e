// The short way of reading figures: exact where it answers, silent where it does not.
using Dsl.Batch.Registries;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class PlainNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("12", 1200)]
    [InlineData("12.3", 1230)]
    [InlineData("-12.34", -1234)]
    [InlineData(" 007 ", 700)]
    [InlineData("12.3400", 1234)]
    [InlineData("35%", 35)]
    [InlineData("3500%", 3500)]
    public void 普通写法(string text, long hundredths)
    {
        Assert.True(PlainNumber.TryParse(text, 2, takesPercent: true, out var read));
        Assert.Equal(hundredths, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("1,200")]
    [InlineData("１２")]
    [InlineData("200万元")]
    [InlineData("1e7")]
    [InlineData("12.345")]
    [InlineData("35.5%")]
    [InlineData("92233720368547758.08")]
    [InlineData("1234567890123456789")]
    [InlineData("100000000000000000")]
    public void 其余的走长路(string text) => Assert.False(PlainNumber.TryParse(text, 2, takesPercent: true, out _));
}
