// Workbooks that are damaged, or made to burst whoever opens them: refused with a reason, under a memory bound,
// never read with another value.
using System.IO.Compression;
using System.Text;
using Dsl.Data.Excel;
using Xunit;

namespace Dsl.Batch.Tests.Excel;

public sealed class DamagedWorkbookTests : IDisposable
{
    private static readonly string[][] Cells = [["t:主键", "t:值", "t:日期"], ["t:A1", "n:5", "n2:44368"], ["t:A2", "n:12.5", "n2:44369"]];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("一片空白", "不合常理")]
    [InlineData("一个单元格", "4 MB")]
    [InlineData("一个名称", "4 MB")]
    [InlineData("层层嵌套", "100 层")]
    [InlineData("很多合并", "合并的单元格超过")]
    [InlineData("很多文件", "超过 10000 个")]
    [InlineData("两份", "有两份")]
    [InlineData("实体", "DTD")]
    public void 胀破内存的不读(string kind, string words)
    {
        _folder.WriteBytes("a.xlsx", Bomb(kind));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains(words, Read("a.xlsx"), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400_000_000);
    }

    [Theory]
    [InlineData("content.xml", ".ods")]
    [InlineData("word/document.xml", "Word")]
    public void 别的压缩文件说得出是什么(string part, string words)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry(part).Open().Dispose();
        _folder.WriteBytes("a.xlsx", bytes.ToArray());
        Assert.Contains(words, Read("a.xlsx"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body><table></table></body></html>", "网页")]
    [InlineData("主键,值\nA1,5\n", "CSV")]
    [InlineData("<?xml version=\"1.0\"?><Workbook/>", "XML")]
    [InlineData("", "空的")]
    public void 名字是工作簿_内容是别的(string text, string words)
    {
        foreach (var name in (string[])["a.xlsx", "a.xls", "a.xlsm"])
        {
            _folder.Write(name, text);
            Assert.StartsWith("DSL5147", Read(name), StringComparison.Ordinal);
            Assert.Contains(words, Read(name), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("EncryptedPackage", "设有打开密码")]
    [InlineData("WordDocument", "Word")]
    [InlineData("PowerPoint Document", "演示文稿")]
    [InlineData("Contents", "没有工作簿")]
    public void 旧容器里装的是别的(string content, string words)
    {
        foreach (var name in (string[])["a.xlsx", "a.xls"])
        {
            _folder.WriteBytes(name, TestXls.Container(content));
            Assert.Contains(words, Read(name), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void 改动任何一个字节_不崩溃_不读出别的值()
    {
        var good = new TestWorkbook().Sheet("表", Cells).ToArray();
        _folder.WriteBytes("a.xlsx", good);
        var expected = Read("a.xlsx");
        var random = new Random(20_240_630);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = (byte[])good.Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            _folder.WriteBytes("a.xlsx", i % 5 == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
            var read = Read("a.xlsx");
            Assert.True(read == expected || read.StartsWith("DSL", StringComparison.Ordinal), read);
        }
    }

    [Fact]
    public void 旧格式改动几个字节_不崩溃_不停住()
    {
        var good = TestXls.Sheet("企业", [["t:主键", "t:金额", "t:说明"], ["t:甲1", "n:1234567.89", "b:1"], ["t:甲2", "e:42", "f:7"]]);
        var random = new Random(20_240_630);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = (byte[])good.Clone();
            for (var change = random.Next(1, 5); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            _folder.WriteBytes("a.xls", i % 5 == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
            Assert.NotEmpty(Read("a.xls"));
        }
    }

    /// <summary>The rows, or the finding that stands in their place.</summary>
    private string Read(string name)
    {
        var (rows, finding) = ExcelRows.Open(new(_folder[name], null));
        using (rows)
        {
            if (finding is not null || rows is null)
                return $"{finding?.Code} {finding?.Problem.Message}{finding?.Problem.Remedy}";
            var text = new StringBuilder(string.Join('|', rows.Header));
            while (rows.TryRead(out var row))
                text.Append('\n').AppendJoin('|', row.Cells)
                    .AppendJoin(' ', row.Problems.Select(static problem => problem.Problem.Rule.Code));
            return rows.Fatal is { } fatal ? $"{fatal.Code} {fatal.Problem.Message}" : text.ToString();
        }
    }

    private static byte[] Bomb(string kind)
    {
        const string Row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>主键</t></is></c></row>";
        string Edit(string part, string xml) => part != "xl/worksheets/sheet1.xml" ? xml : kind switch
        {
            "一片空白" => xml.Replace("</sheetData>",
                "</sheetData>" + string.Concat(Enumerable.Repeat(new string(' ', 1 << 20) + "<a/>", 80)), StringComparison.Ordinal),
            "一个单元格" => xml.Replace("主键", new string('x', 5 << 20), StringComparison.Ordinal),
            "一个名称" => xml.Replace("\"A1\"", $"\"{new string('A', 5 << 20)}1\"", StringComparison.Ordinal),
            "层层嵌套" =>
                xml.Replace("</sheetData>", "</sheetData>" + string.Concat(Enumerable.Repeat("<a>", 1_000_000)), StringComparison.Ordinal),
            "很多合并" => xml.Replace("</sheetData>",
                "</sheetData><mergeCells>" + string.Concat(Enumerable.Repeat("<mergeCell ref=\"A2:A3\"/>", 200_000)) + "</mergeCells>",
                StringComparison.Ordinal),
            "实体" => "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + xml,
            _ => xml,
        };
        var more = kind == "很多文件" ? Enumerable.Range(0, 10_001).Select(static i => ($"x/{i}", "<a/>"))
            : kind == "两份" ? [("xl/worksheets/SHEET1.xml", "<a/>")]
            : Enumerable.Empty<(string, string)>();
        return new TestWorkbook { Edit = Edit, More = [.. more] }.Raw("表", Row).ToArray();
    }
}
