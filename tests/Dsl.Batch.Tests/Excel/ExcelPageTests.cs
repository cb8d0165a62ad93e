// The pages of codes about workbooks: what the wrong section shows yields the code, what the right section shows does not.
using System.Globalization;
using System.Text;
using Dsl.Batch.Registries;
using Dsl.Data.Excel;
using Dsl.Loading.Findings;
using Dsl.Testing;
using Xunit;

namespace Dsl.Batch.Tests.Excel;

public sealed class ExcelPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // A million rows and a text of 32,767 characters are left to the tests of the writer.
    public static TheoryData<string> Codes => ["DSL5701", "DSL5702", "DSL5703", "DSL5704", "DSL5705", "DSL5706", "DSL5707", "DSL5708",
        "DSL5712", "DSL5713", "DSL5714", "DSL5715", "DSL5716", "DSL5717", "DSL5718", "DSL5719", "DSL5720", "DSL5147", "DSL5148"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Codes))]
    public void 说明页里的例子(string code)
    {
        Assert.Contains(code, Found(code, "错误的写法"));
        Assert.DoesNotContain(code, Found(code, "正确的写法"));
    }

    /// <summary>
    /// An xlsx block is a sheet, a line a row: digits are numbers, ' makes text of them, =#N/A is an error value,
    /// =A1*2 a formula without a result, =A1*2=4 one with, {yyyy-mm-dd}1 a number with a format, 合并 A1:B1 on the first line a merged
    /// range, 打开时计算 there a flag of the file, 隐藏列 2 a hidden column. # 名称 begins a sheet, which may be 隐藏;
    /// so may a row that 隐藏行 stands before.
    /// </summary>
    private List<string> Found(string code, string heading)
    {
        var blocks = PageBlocks.Of(code, heading);
        foreach (var block in blocks.Where(static block => block.Kind is "xlsx" or "csv"))
            _folder.WriteBytes("数据/" + block.Name, block.Kind == "csv" ? Encoding.UTF8.GetBytes(block.Text) : Workbook(block.Text));
        var findings = new List<DataFinding>();
        var paths = new RegistrySource(_folder["数据"]).Locate(TestProgram.Program.Schema, findings);
        var input =
            PageBlocks.Option(blocks, "--input") is { } named ? _folder[named] : paths.GetValueOrDefault("企业", _folder["数据/企业.xlsx"]);
        var (rows, finding) = ExcelRows.Open(ExcelAddress.Parse(input) ?? new("", null));
        using (rows)
        {
            var codes = new List<string?> { finding?.Code, rows?.Fatal?.Code };
            codes.AddRange(findings.Concat(rows?.Remarks() ?? []).Select(static problem => problem.Code));
            while (rows is not null && rows.TryRead(out var row))
                codes.AddRange(row.Problems.Select(static problem => problem.Problem.Rule.Code));
            return [.. codes.OfType<string>()];
        }
    }

    private static byte[] Workbook(string text)
    {
        var lines = text.Split('\n').ToList();
        var merged = lines[0].StartsWith("合并 ", StringComparison.Ordinal) ? lines[0][3..] : "";
        var calculates = lines[0] == "打开时计算";
        var hidden = lines[0].StartsWith("隐藏列 ", StringComparison.Ordinal) ? lines[0][4..] : "";
        if (merged.Length > 0 || calculates || hidden.Length > 0)
            lines.RemoveAt(0);
        if (!lines[0].StartsWith("# ", StringComparison.Ordinal))
            lines.Insert(0, "# 企业");
        var format = text.Contains('{', StringComparison.Ordinal)
            ? text[(text.IndexOf('{', StringComparison.Ordinal) + 1)..text.IndexOf('}', StringComparison.Ordinal)]
            : "0";
        var book = new TestWorkbook
        {
            CalculatesOnLoad = calculates, Format = format,
            Edit = (part, xml) => part.StartsWith("xl/worksheets/", StringComparison.Ordinal)
                ? HideRows(hidden.Length == 0 ? xml : xml.Replace("<sheetData>",
                    $"<cols><col min=\"{hidden}\" max=\"{hidden}\" hidden=\"1\"/></cols><sheetData>", StringComparison.Ordinal))
                : xml,
        };
        for (var start = 0; start < lines.Count;)
        {
            var rows = lines.Skip(start + 1).TakeWhile(static line => !line.StartsWith("# ", StringComparison.Ordinal)).ToList();
            var name = lines[start].Split(' ');
            book.Sheet(name[1], [.. rows.Select(static line => line.Length == 0 ? [] : line.Split(',').Select(Cell).ToArray())], merged,
                name.Length > 2 ? "hidden" : "visible");
            start += rows.Count + 1;
        }
        return book.ToArray();
    }

    private static string HideRows(string xml) =>
        System.Text.RegularExpressions.Regex.Replace(xml, "<row (?=(?:(?!<row).)*隐藏行)", "<row hidden=\"1\" ")
            .Replace("隐藏行 ", "", StringComparison.Ordinal);

    private static string Cell(string text) =>
        text.StartsWith("=#", StringComparison.Ordinal) ? "e:" + text[1..]
        : text.StartsWith('{') ? "n4:" + text[(text.IndexOf('}', StringComparison.Ordinal) + 1)..]
        : text.StartsWith('=') ? "f:" + text[1..]
        : text.StartsWith('\'') ? "t:" + text[1..]
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "n:" + text
        : text.Length == 0 ? ""
        : "t:" + text;
}
