// JSON files as sources: values from their exact text, rows with their lines, borders of buffers and chunks,
// and what is wrong with broken files.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dsl.Data;
using Dsl.Data.Json;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Xunit;

namespace Dsl.Batch.Tests.Json;

public sealed class JsonTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("0.1", "0.1")]
    [InlineData("0.10", "0.10")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E-7", "0.00000015")]
    [InlineData("-0", "-0")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("123456789012345678901234567890.123456789", "123456789012345678901234567890.123456789")]
    [InlineData("true", "是")]
    [InlineData("false", "否")]
    [InlineData("null", "")]
    [InlineData("\"\"", "")]
    [InlineData("\" 甲 \"", " 甲 ")]
    [InlineData("\"007\"", "007")]
    [InlineData("\"\\u7532\\n\\\"乙\\\"\\ud842\\udfb7\"", "甲\n\"乙\"𠮷")]
    [InlineData("{\"里\": [1, {\"面\": 2}]}", "{…} DSL5404")]
    [InlineData("[]", "[…] DSL5404")]
    [InlineData("\"\\ud842\"", "\\ud842 DSL5404")]
    public void 值按原样读(string json, string cell)
    {
        _folder.Write("表.json", $"[{{\"前\": [[1], {{}}], \"值\": {json}, \"后\": \"x\"}}]");
        Assert.Equal([$"1|{cell}|x"], Rows("表.json", "值", "后"));
    }

    [Theory]
    [InlineData("表.json", "\uFEFF[\n {\"甲\": 1, \"乙\": 2},\n\n {\"丙\": 3, \"甲\": 4}, {}\n]\n")]
    [InlineData("表.jsonl", "\uFEFF\n{\"甲\": 1, \"乙\": 2}\n\n{\"丙\": 3, \"甲\": 4} {}\n")]
    [InlineData("表.NDJSON", "\r\n{\"甲\": 1, \"乙\": 2}\r\n\r\n{\"丙\": 3, \"\\u7532\": 4} {}")]
    public void 列是各行成员的并集_没有的成员是未知_行号是对象开始的一行(string name, string text)
    {
        _folder.Write(name, text);
        var source = Open(name);
        Assert.Equal<string>(["甲", "乙", "丙"], source.Header);
        Assert.Null(source.HeaderRow);
        Assert.False(source.IsEmpty);
        Assert.Equal(new FileInfo(_folder[name]).Length, source.Length);
        Assert.Equal(["2|1|2|", "4|4||3", "4|||"], Rows(name, "甲", "乙", "丙"));
        Assert.Equal(["2||1", "4|3|4", "4||"], Rows(name, "丙", "甲"));
        Assert.Equal(["2", "4", "4"], Rows(name));
    }

    [Fact]
    public void 名称里有半个字的列_照文件里的写法显示()
    {
        _folder.Write("表.json", "[{\"\\ud842\": 1, \" 甲\": 2, \"\": 3}]");
        Assert.Equal<string>(["\\ud842", "甲", ""], Open("表.json").Header);
        Assert.Equal(["1|2|3|1"], Rows("表.json", "甲", "", "\\ud842"));
    }

    [Fact]
    public void 很晚才出现的列也是列()
    {
        _folder.Write("表.jsonl",
            string.Concat(Enumerable.Range(0, 5000).Select(static i => $"{{\"甲\": {i}}}\n")) + "{\"事项行\": \"P1\"}\n");
        Assert.Equal<string>(["甲", "事项行"], Open("表.jsonl").Header);
        Assert.Equal("5001||P1", Rows("表.jsonl", "甲", "事项行")[^1]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\uFEFF [ ]\n")]
    public void 空的数组没有行(string text)
    {
        _folder.Write("表.json", text);
        Assert.True(Open("表.json").IsEmpty);
        Assert.Empty(Rows("表.json"));
    }

    [Fact]
    public void 坏的行只退回这一行()
    {
        _folder.Write("表.json",
            """
            [
              {"甲": 1, "乙": 2, "甲": 1},
              5,
              [{"甲": 9}],
              null,
              {"乙": 1, "乙": 2, "甲": "好"},
              {"甲": 1, "\u7532": 1},
              {"甲 ": 7}
            ]
            """);
        Assert.Equal(["2|1 DSL5402", "3| DSL5404", "4| DSL5404", "5| DSL5404", "6|好", "7|1 DSL5402", "8|7"], Rows("表.json", "甲"));
        _folder.Write("表.jsonl", "{\"甲\": 1}\n5\n{\"甲\": 2}\n[3]\n");
        Assert.Equal(["1|1", "2| DSL5404", "3|2", "4| DSL5404"], Rows("表.jsonl", "甲"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(10_000)]
    public void 行一个不少_次序不变(int rows)
    {
        var objects = Enumerable.Range(0, rows).Select(static i => $"{{\"序号\": {i}, \"名称\": \"第{i}个𠮷\"}}").ToList();
        var expected = Enumerable.Range(0, rows).Select(static i => $"{i + 1}|第{i}个𠮷|{i}").ToList();
        _folder.Write("表.json", $"[{string.Join(",\n", objects)}]");
        Assert.Equal(rows == 0 ? [] : expected, rows == 0 ? Rows("表.json") : Rows("表.json", "名称", "序号"));
        if (rows == 0)
            return;
        _folder.Write("表.jsonl", string.Join('\n', objects));
        Assert.Equal(expected, Rows("表.jsonl", "名称", "序号"));
    }

    [Fact]
    public void 缓冲区的边界落在任何一个字节上_读出的都一样()
    {
        const string Text = "[ {\"名称\": \"甲𠮷\\u4e59\\n\", \"不要\": {\"里\": [\"\\\"]}\", -1.5e3]},\r\n \"金额\": 1234.50, \"是否\": "
            + "true},\n\n{\"金额\": 1e2,\"是否\":null,\"名称\":\"\\ud842\\udfb7\"} ]\n";
        var expected = Read(Text, 1 << 16);
        Assert.Equal(["1|甲𠮷乙\n|1234.50|是", "4|𠮷|100|"], expected);
        for (var size = 4; size < Encoding.UTF8.GetByteCount(Text) + 4; size++)
        {
            Assert.Equal(expected, Read(Text, size));
            Assert.Equal(expected, Read("\uFEFF" + Text, size));
        }
    }

    [Theory]
    [InlineData("表.json", "[{\"甲\": 1},\n {\"甲\": 2}", "2 第 10 个")]
    [InlineData("表.json", "[{\"甲\": 1},\n {\"甲\": \"二", "2 第 ")]
    [InlineData("表.json", "[{\"甲\": 1},\n {\"甲\": 二}]", "2 第 8 个")]
    [InlineData("表.json", "[{\"甲\": 1} {\"甲\": 2}]", "1 第 11 个")]
    [InlineData("表.json", "[{\"甲\": 1},]", "1 第 11 个")]
    [InlineData("表.json", "[{\"甲\": 01}]", "1 第 ")]
    [InlineData("表.json", "[{\"甲\": NaN}]", "1 第 8 个")]
    [InlineData("表.json", "[{甲: 1}]", "1 第 3 个")]
    [InlineData("表.json", "[{\"甲\": 1}]\n[]", "2 第 1 个")]
    [InlineData("表.json", "[{\"甲\": 1}] // 注\n", "1 第 12 个")]
    [InlineData("表.json", "甲,乙\n1,2\n", "1 第 1 个")]
    [InlineData("表.jsonl", "{\"甲\": 1}\n{\"甲\": \n", "3 第 1 个")]
    [InlineData("表.jsonl", "{\"甲\": 1}\n{\"甲\": \"二\n{\"甲\": 3}\n", "2 第 ")]
    [InlineData("表.jsonl", "{\"甲\": 1},\n{\"甲\": 2}\n", "1 第 9 个")]
    public void 不是完整的JSON_写明第几行第几个字符(string name, string text, string place)
    {
        foreach (var mark in (string[])["", "\uFEFF"])
        {
            _folder.Write(name, mark + text);
            var finding = Finding(name);
            Assert.Equal("DSL5401", finding.Code);
            Assert.Contains(place,
                $"{finding.Place.Row} {finding.Problem.Message[(finding.Problem.Message.IndexOf('（', StringComparison.Ordinal) + 1)..]}",
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void 在任何一个字节处截断都停下()
    {
        var bytes = Encoding.UTF8.GetBytes("[{\"甲\": \"乙\", \"丙\": 12.5}, {\"甲\": true}]");
        for (var length = 0; length < bytes.Length; length++)
        {
            _folder.WriteBytes("表.json", bytes[..length]);
            Assert.Contains(Finding("表.json").Code, (string[])["DSL5401", "DSL5002", "DSL5406"]);
        }
    }

    [Fact]
    public void 很远处的错误_也写明是第几行第几个字符()
    {
        var start = "[" + string.Join(", ", Enumerable.Range(0, 30_000).Select(static i => $"{{\"甲\": \"第{i}\"}}"));
        _folder.Write("表.json", start + "}");
        Assert.Equal($"1 不是正确的 JSON（第 {start.Length + 1} 个字符附近）。",
            $"{Finding("表.json").Place.Row} {Finding("表.json").Problem.Message}");
        start = start.Replace(", ", ",\n", StringComparison.Ordinal);
        _folder.Write("表.json", start + ",\n 坏");
        Assert.Equal("30001 不是正确的 JSON（第 2 个字符附近）。", $"{Finding("表.json").Place.Row} {Finding("表.json").Problem.Message}");
    }

    [Theory]
    [InlineData("表.json", "{\"企业\": {\"名称\": \"甲\"}, \"科技项目\": []}", "DSL5406", "policy eval --facts")]
    [InlineData("表.json", "{\"甲\": 1}\n{\"甲\": 2}\n", "DSL5406", ".jsonl")]
    [InlineData("表.json", "12", "DSL5406", "一个值")]
    [InlineData("表.jsonl", "[{\"甲\": 1}]", "DSL5406", "改为 .json")]
    [InlineData("表.json", "", "DSL5406", "空的")]
    [InlineData("表.jsonl", "\uFEFF \r\n", "DSL5406", "空的")]
    [InlineData("表.json", "[{\"甲\": 1\0}]", "DSL5002", "二进制")]
    public void 不是登记表的写法(string name, string text, string code, string words)
    {
        _folder.Write(name, text);
        Assert.Equal(code, Finding(name).Code);
        Assert.Contains(words, Finding(name).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void 别的编码说明是什么()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string Text = "[{\"名称\": \"甲公司\"}]";
        foreach (var (encoding, words) in ((Encoding, string)[])[(Encoding.Unicode, "UTF-16"), (Encoding.BigEndianUnicode, "UTF-16"),
            (Encoding.GetEncoding("GB18030"), "GBK")])
        {
            _folder.WriteBytes("表.json", [.. encoding.Preamble, .. encoding.GetBytes(Text)]);
            Assert.Equal("DSL5002", Finding("表.json").Code);
            Assert.Contains(words, Finding("表.json").Problem.Message, StringComparison.Ordinal);
        }
        Assert.Equal("DSL5001", TableSources.Open(_folder["没有.json"]).Finding?.Code);
    }

    [Fact]
    public void 列太多_一个值太长_停下()
    {
        _folder.Write("表.json", "[{" + string.Join(',', Enumerable.Range(0, 16_385).Select(static i => $"\"甲{i}\": 1")) + "}]");
        Assert.Contains("列超过了 16384 个", Finding("表.json").Problem.Message, StringComparison.Ordinal);
        // Keys as names of members: told at once, not after a search through all of them.
        _folder.Write("表.json", "[{" + string.Join(',', Enumerable.Range(0, 400_000).Select(static i => $"\"{i}\": {{}}")) + "}]");
        Assert.Equal("DSL5406", Finding("表.json").Code);
        _folder.Write("表.json", "[{\"甲\": 1},\n{\"甲\": \"" + new string('x', JsonTokens.LongestToken + 10) + "\"}]");
        Assert.Equal(("DSL5406", 2), (Finding("表.json").Code, Finding("表.json").Place.Row));
        _folder.Write("表.json", "[{\"甲\": \"" + new string('x', 1_000_000) + "\"}]");
        Assert.Equal(1_000_002, Rows("表.json", "甲").Single().Length);
    }

    private static List<string> Read(string text, int bufferSize)
    {
        var names = ImmutableArray.Create("名称", "金额", "是否");
        using var reader =
            new JsonTableReader("表", new MemoryStream(Encoding.UTF8.GetBytes(text)), true, new(names), [0, 1, 2], bufferSize);
        return Rows(reader);
    }

    private ITableSource Open(string name)
    {
        var (source, finding) = TableSources.Open(_folder[name]);
        Assert.Null(finding);
        Assert.NotNull(source);
        return source;
    }

    private DataFinding Finding(string name)
    {
        var (source, finding) = TableSources.Open(_folder[name]);
        Assert.Null(source);
        Assert.NotNull(finding);
        return finding;
    }

    /// <summary>Rows as number|cell|cell, with the codes of problems after cells and rows.</summary>
    private List<string> Rows(string name, params string[] columns)
    {
        var source = Open(name);
        using var reader = source.Open([.. columns.Select(column => source.Header.IndexOf(column))]);
        var rows = Rows(reader);
        Assert.Equal(source.Length, reader.Position);
        return rows;
    }

    private static List<string> Rows(ITableReader reader)
    {
        var (rows, chunk) = (new List<string>(), new TableBatch());
        while (reader.Read(chunk))
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                var cells = chunk.Columns.Select(column =>
                    "|" + column.Text(row).ToString() + (column.Problem(row) is { } problem ? " " + problem.Rule.Code : ""));
                rows.Add(chunk.Number(row).ToString(CultureInfo.InvariantCulture) + string.Concat(cells)
                    + (chunk.Problem(row) is { } broken ? " " + broken.Rule.Code : ""));
            }
        }
        Assert.Null(reader.Fatal);
        return rows;
    }
}
