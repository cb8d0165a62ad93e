// Typed cells: what messages and the ordinary reading of values see of them.
using Dsl.Facts.Tables;
using Dsl.Values.Text;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class CellColumnTests
{
    [Theory]
    [InlineData(1250, 2, "12.5")]
    [InlineData(-3, 2, "-0.03")]
    [InlineData(-100, 2, "-1")]
    [InlineData(0, 4, "0")]
    [InlineData(42, 0, "42")]
    [InlineData(long.MinValue, 18, "-9.223372036854775808")]
    public void 数写成人会写的样子(long unscaled, int scale, string text)
    {
        var values = new long[66];
        values[65] = unscaled;
        var cells = new NumberCells(scale, values, new ulong[] { 0, 2 });
        Assert.Equal(text, cells.Text(65).ToString());
        Assert.True(cells.IsMissing(64));
        Assert.Equal("", cells.Text(64).ToString());
        Assert.False(new NumberCells(scale, values, default).IsMissing(64));
    }

    [Theory]
    [InlineData("1E+20", "100000000000000000000")]
    [InlineData("1.5E+20", "150000000000000000000")]
    [InlineData("-1.25E-05", "-0.0000125")]
    [InlineData("1.5", "1.5")]
    [InlineData("1.50e1", "15")]
    [InlineData("12.345e1", "123.45")]
    [InlineData("0.001e3", "1")]
    [InlineData("1e0", "1")]
    [InlineData("10e-2", "0.1")]
    [InlineData("-0e7", "0")]
    [InlineData("1e-400", "0.1", 400)]
    [InlineData("1e401", "1e401")]
    [InlineData("1e99999999999", "1e99999999999")]
    public void 指数写成小数点(string number, string plain, int places = 0)
    {
        if (places > 0)
            plain = "0." + new string('0', places - 1) + plain[2..];
        Assert.Equal(plain, DecimalText.Plain(number));
    }

    [Fact]
    public void 很宽的数日期和是否()
    {
        var wide = new WideNumberCells(1, new[] { Int128.MaxValue }, default);
        var dates = new DateCells(new DateOnly(2021, 1, 1).DayNumber, new[] { 151, int.MaxValue, int.MinValue }, default);
        var truths = new TruthCells(new[] { false }, default);
        Assert.Equal("17014118346046923173168730371588410572.7", wide.Text(0).ToString());
        Assert.Equal("2021-06-01", dates.Text(0).ToString());
        Assert.Equal("", dates.Text(1).ToString() + dates.Text(2).ToString());
        Assert.Equal("否", truths.Text(0).ToString());
    }

    [Fact]
    public void 最后一个读者用完才交还内存()
    {
        var (chunk, first, second) = (new TableBatch(), new Memory(), new Memory());
        chunk.Start([], first);
        chunk.Start([], second);
        Assert.True(first.IsDisposed);
        chunk.Hold();
        chunk.Release();
        Assert.False(second.IsDisposed);
        chunk.Release();
        Assert.True(second.IsDisposed);
    }

    [Fact]
    public void 文本一格接一格()
    {
        var cells = new TextCells();
        foreach (var text in (string[])["甲", "", new string('乙', 100_000), "丙"])
            cells.Add(text);
        Assert.Equal("甲", cells.Text(0).ToString());
        Assert.True(cells.IsMissing(1));
        Assert.Equal(100_000, cells.Text(2).Length);
        Assert.Equal("丙", cells.Text(3).ToString());
        cells.Clear();
        cells.Add("丁");
        Assert.Equal("丁", cells.Text(0).ToString());
    }

    private sealed class Memory : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
