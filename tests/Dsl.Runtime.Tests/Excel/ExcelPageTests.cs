// The pages of codes about workbooks: what the wrong section shows yields the code, what the right section shows does not.
using System.Globalization;
using System.Text;
using Dsl.Runtime.Data.Excel;
using Xunit;

namespace Dsl.Runtime.Tests.Excel;

public sealed class ExcelPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // A million rows and a text of 32,767 characters are left to the tests of the writer.
    public static TheoryData<string> Codes => ["DSL5701", "DSL5702", "DSL5703", "DSL5704", "DSL5705", "DSL5706", "DSL5707", "DSL5708"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Codes))]
    public void 说明页里的例子(string code)
    {
        Assert.Contains(code, Found(code, "错误的写法"));
        Assert.DoesNotContain(code, Found(code, "正确的写法"));
    }

    /// <summary>
    /// An xlsx block is a sheet, a line a row: digits are numbers, ' makes text of them, =#N/A is an error value, =A1*2 a formula without a result,
    /// 合并 A1:B1 on the first line a merged range.
    /// </summary>
    private List<string> Found(string code, string heading)
    {
        var blocks = PageBlocks.Of(code, heading);
        foreach (var block in blocks.Where(static block => block.Kind is "xlsx" or "csv"))
            _folder.WriteBytes("数据/" + block.Name, block.Kind == "csv" ? Encoding.UTF8.GetBytes(block.Text) : Workbook(block.Text));
        var (rows, finding) = ExcelRows.Open(ExcelAddress.Parse(_folder[PageBlocks.Option(blocks, "--input") ?? "数据/企业.xlsx"]) ?? new("", null));
        using (rows)
        {
            var codes = new List<string?> { finding?.Code, rows?.Fatal?.Code };
            while (rows is not null && rows.TryRead(out var row))
                codes.AddRange(row.Problems.Select(static problem => problem.Problem.Rule.Code));
            return [.. codes.OfType<string>()];
        }
    }

    private static byte[] Workbook(string text)
    {
        var lines = text.Split('\n');
        var merged = lines[0].StartsWith("合并 ", StringComparison.Ordinal) ? lines[0][3..] : "";
        return new TestWorkbook().Sheet("企业", [.. lines.Skip(merged.Length > 0 ? 1 : 0).Select(static line => line.Length == 0 ? [] : line.Split(',').Select(Cell).ToArray())], merged).ToArray();
    }

    private static string Cell(string text) =>
        text.StartsWith("=#", StringComparison.Ordinal) ? "e:" + text[1..]
        : text.StartsWith('=') ? "f:" + text[1..]
        : text.StartsWith('\'') ? "t:" + text[1..]
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "n:" + text
        : text.Length == 0 ? ""
        : "t:" + text;
}
