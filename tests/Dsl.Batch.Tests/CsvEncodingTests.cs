// Files that are not in one encoding from the first byte to the last: they stop with line and byte, and no character is ever replaced.
using System.Text;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Data.Csv;
using Dsl.Loading.Files;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class CsvEncodingTests : IDisposable
{
    private const string Header = "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n";
    private const string Row = "甲公司,甲,渝中区,2020-01-01,是,50,10,0.5\n";

    private static readonly Encoding Utf8 = new UTF8Encoding(false);
    private static readonly Encoding Gbk = TextEncoding.Gb18030;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 有标记的文件里有国标编码的行_指明行和字节() => Stops(
        [.. Encoding.UTF8.Preamble, .. Utf8.GetBytes(Header), .. Gbk.GetBytes(Row)], 2, "标记（BOM），第 2 行第 1 个字节起却不是 UTF-8");

    [Fact]
    public void 有标记的文件整个是国标编码() =>
        Stops([.. Encoding.UTF8.Preamble, .. Gbk.GetBytes(Header + Row)], 1, "标记（BOM），第 1 行第 8 个字节起却不是 UTF-8");

    [Fact]
    public void 中途换成国标编码() =>
        Stops([.. Utf8.GetBytes(Header + Row), .. Gbk.GetBytes("A2,乙公司,渝中区\n")], 3, "第 1 行是 UTF-8，第 3 行第 4 个字节起却不是");

    [Fact]
    public void 中途换成UTF8() =>
        Stops([.. Gbk.GetBytes(Header + Row), .. Utf8.GetBytes("A2,乙公司名称,渝中区\n")], 1,
            "前后编码不一致：第 3 行是 UTF-8，第 1 行第 5 个字节起却不是");

    [Theory]
    [InlineData("证件号,姓名,全职工作日期,高端人才\n", "张三丰,张三,2020-01-01,是\n")]
    [InlineData("姓名\n", "李四\n")]
    [InlineData("代码,名称\n", "A1,企业\n")]
    public void 表头两种编码都能读_也不蒙混过去(string header, string row)
    {
        var bytes = (byte[])[.. Utf8.GetBytes(header), .. Gbk.GetBytes(row)];
        Assert.Null(CsvSource.Inspect(_folder.WriteBytes("a.csv", bytes)).File);
    }

    [Fact]
    public void 各处截断_从不读成别的字()
    {
        var whole = Utf8.GetBytes("代码,名称\n" + string.Concat(Enumerable.Range(0, 40).Select(static i => $"A{i},第{i}家企业😀\n")));
        for (var length = 14; length < whole.Length; length++)
        {
            var (file, finding) = CsvSource.Inspect(_folder.WriteBytes("a.csv", whole[..length]));
            if (Utf8.GetString(whole[..length]).Contains('\uFFFD', StringComparison.Ordinal))
                Assert.Contains("截断", finding?.Problem.Message, StringComparison.Ordinal);
            else
                Assert.NotNull(file);
        }
    }

    [Theory]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(131071)]
    public void 缓冲区交界处的字照读_坏的照样指明(int length)
    {
        var lines = new StringBuilder("代码,名称\n");
        while (Utf8.GetByteCount(lines.ToString()) < length - 20)
            lines.Append("A1,企业\n");
        var start = (byte[])[.. Utf8.GetBytes(lines.ToString())];
        var padded = (byte[])[.. start, .. Enumerable.Repeat((byte)'x', length - start.Length - 1)];
        Assert.NotNull(CsvSource.Inspect(_folder.WriteBytes("a.csv", [.. padded, .. Utf8.GetBytes("字,好\n")])).File);
        var finding = CsvSource.Inspect(_folder.WriteBytes("a.csv", [.. padded, .. Gbk.GetBytes("字,好\n")])).Finding;
        Assert.Equal(lines.ToString().Count(static letter => letter == '\n') + 1, finding?.Place.Row);
    }

    [Fact]
    public void 四字节国标码照读_不成字的退回()
    {
        var (file, _) = CsvSource.Inspect(_folder.Write("a.csv", "代码,名称\nA1,㐀𠀀公司\n", Gbk));
        Assert.Equal(Gbk, file?.Encoding);
        Assert.NotNull(CsvSource.Inspect(_folder.WriteBytes("a.csv", [.. Gbk.GetBytes("代码\n"), 0x84, 0x31, 0xA4])).Finding);
        Assert.NotNull(CsvSource.Inspect(_folder.WriteBytes("a.csv", [.. Gbk.GetBytes("代码\n"), 0x80, 0x0A])).Finding);
        Assert.NotNull(CsvSource.Inspect(_folder.WriteBytes("a.csv", [.. Gbk.GetBytes("代码\n甲"), 0xFF])).Finding);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void 没有标记的UTF16和零字节(bool bigEndian)
    {
        var bytes = new UnicodeEncoding(bigEndian, byteOrderMark: false).GetBytes(Header + "A1,甲,渝中区,2020-01-01,是,50,10,0.5\n");
        Assert.Contains("UTF-16", CsvSource.Inspect(_folder.WriteBytes("a.csv", bytes)).Finding?.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("UTF-16", TextFile.Read(_folder.WriteBytes("a.json", bytes)).Finding?.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("NUL",
            CsvSource.Inspect(_folder.WriteBytes("a.csv", [.. Utf8.GetBytes(Header), 0, (byte)'\n', (byte)'a'])).Finding?.Problem.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("企业.json", "[{\"代码\": \"A1\",\n\"名称\": \"")]
    [InlineData("企业.jsonl", "{\"代码\": \"A1\"}\n{\"名称\": \"")]
    public void JSON的表也指明行和字节(string name, string before)
    {
        _folder.WriteBytes("in/" + name, [.. Utf8.GetBytes(before), .. Gbk.GetBytes("甲"), .. Utf8.GetBytes("\"}]")]);
        var finding = BatchRunner.Run(TestProgram.Program, [],
            new(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context), null, CancellationToken.None)
            .Findings.First(static finding => finding.Code == "DSL5002");
        Assert.Equal(2, finding.Place.Row);
        Assert.Contains("第 2 行第 ", finding.Problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("联通,10\n")]
    [InlineData("A1,企业\n")]
    [InlineData("A1,张三丰\n")]
    [InlineData("A1,路,喆,镕,㐀\n")]
    public void 整个文件是国标编码的照读(string rows)
    {
        var (file, finding) = CsvSource.Inspect(_folder.Write("a.csv", "代码,名称\n" + rows, Gbk));
        Assert.True(file is not null, finding?.ToString());
        Assert.Equal(Gbk, file.Encoding);
    }

    [Theory]
    [InlineData("A1,Café Ünïcode,нет,Ελλάδα,§·×°\n")]
    [InlineData("A1,lǎo shī ǚ\n")]
    public void UTF8里别的文字照读(string rows) =>
        Assert.Equal(TextEncoding.Utf8, CsvSource.Inspect(_folder.Write("a.csv", "代码,名称\n" + rows)).File?.Encoding);

    [Fact]
    public void 藏在UTF8里的国标字_停下()
    {
        // 通 is CD A8 in GBK, which passes as U+0368 in UTF-8.
        var finding =
            CsvSource.Inspect(_folder.WriteBytes("a.csv", [.. Utf8.GetBytes("代码,名称\nA1,甲\n"), .. Gbk.GetBytes("通,1\n")])).Finding;
        Assert.Equal(3, finding?.Place.Row);
    }

    [Fact]
    public void 已经丢失的字_这一行退回()
    {
        _folder.Write("in/企业.csv", Header + "甲\uFFFD,甲,渝中区,2020-01-01,是,50,10,0.5\nA2,乙,渝中区,2020-01-01,是,50,10,0.5\n");
        _folder.Write("in/科技项目.csv", "统一社会信用代码,项目编号,国拨经费\nA2,P\uFFFD,100\n");
        _folder.Write("in/兑现记录.csv", "主键,条款,年度,金额\n\uFFFD,1,2020,1\n");
        Assert.NotNull(BatchRunner.Run(TestProgram.Program, [],
            new(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context), null, CancellationToken.None).Result);
        Assert.Equal(3, _folder.Read("out.csv.rejected.csv").Split("DSL5320").Length - 1);
        Assert.DoesNotContain("\uFFFD", _folder.Read("out.csv"), StringComparison.Ordinal);
    }

    private void Stops(byte[] bytes, long line, string words)
    {
        _folder.WriteBytes("in/企业.csv", bytes);
        var outcome = BatchRunner.Run(TestProgram.Program, [],
            new(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context), null, CancellationToken.None);
        Assert.Null(outcome.Result);
        var finding = Assert.Single(outcome.Findings, static finding => finding.Code == "DSL5106");
        Assert.Equal(line, finding.Place.Row);
        Assert.Contains(words, finding.Problem.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out.csv"]));
    }
}
