// Rows of CSV files in odd forms: which rows are read, under which line of the file, and what is said of the others.
using System.Collections.Immutable;
using System.Text;
using Dsl.Data.Csv;
using Dsl.Facts.Tables;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class CsvFormTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("A1,\"甲,1\nA2,\"乙,2\nA3,丙,3\n", "2! DSL5216; 3! DSL5216; 4: A3|丙|3")]
    [InlineData("A1,\"甲,1\nA2,乙,2\nA3,\"丙\",3\nA4,丁,4\n", "2! DSL5202; 3: A2|乙|2; 4: A3|丙|3; 5: A4|丁|4")]
    [InlineData("\"A1,甲,1\nA2,乙,2\n", "2! DSL5216; 3: A2|乙|2")]
    [InlineData("A1,甲,\"1\nA2,乙,2\n", "2! DSL5216; 3: A2|乙|2")]
    [InlineData("A1,\"\"\"甲,1\nA2,丙,2\n", "2! DSL5216; 3: A2|丙|2")]
    [InlineData("A1,\"甲\"乙,1\nA2,丙,2\n", "2! DSL5202; 3: A2|丙|2")]
    [InlineData("A1,甲,1\n\"", "2: A1|甲|1; 3! DSL5216")]
    [InlineData("A1, \"甲,乙\",1\nA2,丙,2\n", "2! DSL5202; 3: A2|丙|2")]
    [InlineData("A1,屏幕 15\",1\nA2,丙,2\n", "2! DSL5202; 3: A2|丙|2")]
    [InlineData("A1,\"甲\n乙\"\nA2,丙,2\n", "2! DSL5201; 3! DSL5202; 4: A2|丙|2")]
    [InlineData("A1,甲\r乙,1\nA2,丙,2\n", "2! DSL5201; 3! DSL5201; 4: A2|丙|2")]
    [InlineData("A1,\"甲\r\n\r乙\",1\rA2,丙,2\r\n", "2: A1|甲⏎⏎乙|1; 5: A2|丙|2")]
    [InlineData("\r\r\nA1,\"\",1\n  \nA2,\"\"\"\",2", "4: A1||1; 6: A2|\"|2")]
    [InlineData("=\"00123\",甲,1\n=\"00123,乙,2\n", "2: =\"00123\"|甲|1; 3! DSL5202")]
    [InlineData("A1，甲，1\nA2,“乙”,\n", "2! DSL5201; 3: A2|“乙”|")]
    public void 各种写法的行(string rows, string read)
    {
        Assert.Equal(read, Read(_folder.Write("a.csv", "代码,名称,数\n" + rows)));
        Assert.Equal(read, Read(_folder.Write("b.csv", "代码,名称,数\n" + rows, Dsl.Loading.Files.TextEncoding.Gb18030)));
    }

    // A mark too many at the start of a cell that a later line closes, against cells that have several lines.
    [Theory]
    [InlineData("A1,\"甲,1\nA2,乙\",2\nA3,丙,3\n", "2! DSL5216; 3! DSL5202; 4: A3|丙|3")]
    [InlineData("A1,\"甲,1\n\nA2,乙,2\nA3,丙\",3\n", "2! DSL5216; 4: A2|乙|2; 5! DSL5202")]
    [InlineData("\"A1,甲,1\nA2\",乙,2\nA3,丙,3\n", "2! DSL5216; 3! DSL5202; 4: A3|丙|3")]
    [InlineData("A1,\"甲路1号,乙座\n丙,丁\",2\n", "2: A1|甲路1号,乙座⏎丙,丁|2")]
    [InlineData("1,\"甲路1号,2座\n2楼,3室\",2\n", "2: 1|甲路1号,2座⏎2楼,3室|2")]
    [InlineData("A1,甲公司,\"设备：\n车床,铣床,2台\"\n", "2: A1|甲公司|设备：⏎车床,铣床,2台")]
    [InlineData("1,甲公司,\"设备：\n1.车床,铣床,2台\"\n", "2: 1|甲公司|设备：⏎1.车床,铣床,2台")]
    [InlineData("甲公司,渝中区,\"设备：\n车床,铣床,钻床\"\n", "2: 甲公司|渝中区|设备：⏎车床,铣床,钻床")]
    [InlineData("甲公司,\"一楼,二楼\n三楼,四楼\",无\n", "2: 甲公司|一楼,二楼⏎三楼,四楼|无")]
    [InlineData("A1,\"第一年,100\n第二年,200\",2\n", "2: A1|第一年,100⏎第二年,200|2")]
    public void 格内的几行与并成一格的几行(string rows, string read) =>
        Assert.Equal(read, Read(_folder.Write("a.csv", "代码,名称,数\n" + rows)));

    [Theory]
    [InlineData("A1,\"甲,1\nA2,乙\",2\n", "这一格的双引号到第 3 行才结束，而其间每一行都像单独的一行（各 3 个单元格）。")]
    [InlineData("A1,\"甲\"乙,1\nA2,丙,2\n", "这一格的双引号已经结束，后面还有“乙”。")]
    [InlineData("A1,\"甲,1\nA2,\"乙,2\n", "这一格以双引号开头，后面没有结尾的双引号。")]
    public void 引号的错误各有说法(string rows, string message)
    {
        var (source, _) = CsvSource.Inspect(_folder.Write("a.csv", "代码,名称,数\n" + rows));
        Assert.NotNull(source);
        using var reader = source.Open([0, 1, 2]);
        var batch = new TableBatch();
        Assert.True(reader.Read(batch));
        Assert.Equal(message, batch.Problem(0)?.Message);
    }

    [Fact]
    public void 表头上面的空行略过()
    {
        var path = _folder.Write("a.csv", "\n  \r\n代码,名称,数\nA1,甲,1\n");
        Assert.Equal("4: A1|甲|1", Read(path));
        Assert.Equal(3, CsvSource.Inspect(path).File?.HeaderRow);
        Assert.Equal((3L, "DSL5112"), (CsvSource.Inspect(_folder.Write("b.csv", "\n\n代码;名称\n")).Finding is { } finding
            ? (finding.Place.Row ?? 0, finding.Code) : default));
        Assert.Equal("DSL5104", CsvSource.Inspect(_folder.Write("c.csv", "\n \n")).Finding?.Code);
    }

    [Fact]
    public void 没有闭合的引号后面很多行照读()
    {
        var rows = string.Concat(Enumerable.Range(0, 9_000).Select(static i => $"B{i},乙,{i}\n"));
        var read = Read(_folder.Write("a.csv", "代码,名称,数\nA1,\"甲,1\n" + rows));
        Assert.StartsWith("2! DSL5216; 3: B0|乙|0; ", read, StringComparison.Ordinal);
        Assert.EndsWith("; 9002: B8999|乙|8999", read, StringComparison.Ordinal);
        Assert.Equal(9_001, read.Split("; ").Length);
    }

    private static string Cell(TableBatch batch, int column, int row) => batch.Columns[column].Text(row).ToString().Replace('\n', '⏎');

    private static string Read(string path)
    {
        var (source, finding) = CsvSource.Inspect(path);
        Assert.True(source is not null, finding?.ToString());
        ImmutableArray<int> columns = [.. Enumerable.Range(0, source.Header.Length)];
        using var reader = source.Open(columns);
        var (batch, text) = (new TableBatch(), new StringBuilder());
        while (reader.Read(batch))
        {
            for (var row = 0; row < batch.Count; row++)
            {
                text.Append(text.Length > 0 ? "; " : "").Append(batch.Number(row));
                if (batch.Problem(row) is { } problem)
                    text.Append("! ").Append(problem.Rule.Code);
                else
                    text.Append(": ").AppendJoin('|', columns.Select(column => Cell(batch, column, row)));
            }
        }
        Assert.Null(reader.Fatal);
        return text.ToString();
    }
}
