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
    [InlineData("A1,\"甲\"乙,1\nA2,丙,2\n", "2! DSL5216; 3: A2|丙|2")]
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
