// Parquet files and tables of .duckdb files as sources: their columns, rows in order, and what is wrong with broken ones.
using Dsl.Data.DuckDb;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Xunit;

namespace Dsl.Batch.Tests.DuckDb;

public sealed class DuckDbTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("登记.parquet", "登记.parquet", null)]
    [InlineData("登记.PARQUET", "登记.PARQUET", null)]
    [InlineData("登记.duckdb", "登记.duckdb", null)]
    [InlineData("登记.duckdb#企业", "登记.duckdb", "企业")]
    [InlineData("a#b/登记.duckdb#甲#乙", "a#b/登记.duckdb", "甲#乙")]
    public void 来源的写法(string text, string path, string? table) => Assert.Equal(new(path, table), DuckDbSource.Parse(text));

    [Theory]
    [InlineData("企业.csv")]
    [InlineData("企业.json")]
    [InlineData("企业")]
    public void 别的写法不归它管(string text) => Assert.Null(DuckDbSource.Parse(text));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(130_000)]
    public void 行数和次序都不变(int rows)
    {
        DuckDbFiles.Make(
            $"COPY (SELECT i AS 序号, 'x' || i AS 名称 FROM range({rows}) t(i)) TO '{_folder["行.parquet"]}' (FORMAT parquet)");
        DuckDbFiles.Make($"ATTACH '{_folder["行.duckdb"]}' AS d",
            $"CREATE TABLE d.行 AS SELECT i AS 序号, 'x' || i AS 名称 FROM range({rows}) t(i)");
        foreach (var source in (string[])["行.parquet", "行.duckdb#行"])
        {
            using var table = DuckDbFiles.Open(_folder[source]);
            Assert.Equal(rows, table.RowCount);
            using var result = table.Read([1, 0], CancellationToken.None);
            Assert.Equal(Enumerable.Range(0, rows).Select(static i => $"x{i}|{i}"), DuckDbFiles.Rows(result));
        }
    }

    [Theory]
    [InlineData("行.parquet")]
    [InlineData("行.duckdb#行")]
    public void 数日期是否就地读取且与之后的读取和关闭无关(string source)
    {
        const int Rows = 300_000;
        const string Select = "SELECT CASE WHEN i % 7 <> 0 THEN i * 1000003 END AS 数, (i / 100.0)::DECIMAL(18,2) AS 金额, DATE "
            + "'2000-01-01' + (i % 9999)::INT AS 日期, i % 3 = 0 AS 是否 FROM range(300000) t(i)";
        DuckDbFiles.Make($"COPY ({Select}) TO '{_folder["行.parquet"]}' (FORMAT parquet)");
        DuckDbFiles.Make($"ATTACH '{_folder["行.duckdb"]}' AS d", $"CREATE TABLE d.行 AS {Select}");
        var chunks = new List<DuckDbChunk>();
        using (var table = DuckDbFiles.Open(_folder[source]))
        {
            using var result = table.Read([0, 1, 2, 3], CancellationToken.None);
            while (result.TryRead(out var chunk))
                chunks.Add(chunk);
        }
        // Other work in the same process takes whatever memory was given back too early.
        DuckDbFiles.Rows($"SELECT sum(i) FROM range({Rows * 10}) t(i)");
        var first = 0L;
        foreach (var chunk in chunks)
        {
            CellColumn[] cells = [.. Enumerable.Range(0, 4).Select(column => DuckDbCells.Read(chunk[column]))];
            Assert.IsType<NumberCells>(cells[0]);
            for (var row = 0; row < chunk.RowCount; row++)
            {
                var i = first + row;
                Assert.Equal(i % 7 == 0, cells[0].IsMissing(row));
                Assert.True(i % 7 == 0 || ((NumberCells)cells[0])[row] == i * 1000003);
                Assert.Equal(i, ((NumberCells)cells[1])[row]);
                Assert.Equal(new DateOnly(2000, 1, 1).DayNumber + (int)(i % 9999), ((DateCells)cells[2]).DayNumber(row));
                Assert.Equal(i % 3 == 0, ((TruthCells)cells[3])[row]);
            }
            first += chunk.RowCount;
            chunk.Dispose();
            Assert.Throws<ObjectDisposedException>(() => ((NumberCells)cells[0])[0]);
        }
        Assert.Equal(Rows, first);
    }

    [Theory]
    [InlineData("渝中区 企业.parquet")]
    [InlineData("它's \"名\".parquet")]
    [InlineData("a[1]*?.parquet")]
    [InlineData("年度=2024/企业.parquet")]
    public void 文件名里的任何字都按原样(string name)
    {
        _folder.WriteBytes(name, []);
        DuckDbFiles.Make($"COPY (SELECT 1 AS \"列 \"\"一\"\"\", '甲' AS \"select\") TO {DuckDbSql.Text(_folder[name])} (FORMAT parquet)");
        // A name that would fit the pattern, were it one.
        DuckDbFiles.Make($"COPY (SELECT 2 AS 别的) TO {DuckDbSql.Text(_folder["a1xy.parquet"])} (FORMAT parquet)");
        using var table = DuckDbFiles.Open(_folder[name]);
        Assert.Equal(["列 \"一\"", "select"], table.Columns.Select(static column => column.Name));
        using var result = table.Read([0, 1], CancellationToken.None);
        Assert.Equal(["1|甲"], DuckDbFiles.Rows(result));
    }

    [Fact]
    public void 数据库的表名里的任何字都按原样()
    {
        DuckDbFiles.Make($"ATTACH '{_folder["登 记.duckdb"]}' AS d", "CREATE TABLE d.\"企业 \"\"甲\"\"\" AS SELECT 1 AS 列");
        using var table = DuckDbFiles.Open(_folder["登 记.duckdb"] + "#企业 \"甲\"");
        Assert.Equal(1, table.RowCount);
    }

    [Fact]
    public void 没有这张表_或没写表名_列出可用的表()
    {
        DuckDbFiles.Make($"ATTACH '{_folder["登记.duckdb"]}' AS d", "CREATE TABLE d.企业 AS SELECT 1 AS 列",
            "CREATE TABLE d.科技项目 AS SELECT 1 AS 列");
        Assert.StartsWith("DSL5134", DuckDbFiles.Finding(_folder["登记.duckdb"] + "#人才"));
        Assert.StartsWith("DSL5135", DuckDbFiles.Finding(_folder["登记.duckdb"]));
        Assert.StartsWith("DSL5134", DuckDbFiles.Finding(_folder["登记.duckdb"] + "#"));
    }

    [Fact]
    public void 数据库里的视图不能读到别的文件()
    {
        _folder.Write("别处.csv", "列\n1\n");
        DuckDbFiles.Make($"ATTACH '{_folder["登记.duckdb"]}' AS d",
            $"CREATE VIEW d.企业 AS SELECT * FROM read_csv('{_folder["别处.csv"]}')");
        Assert.StartsWith("DSL5133", DuckDbFiles.Finding(_folder["登记.duckdb"] + "#企业"));
    }

    [Fact]
    public void 不存在_空的_不是这种文件()
    {
        Assert.StartsWith("DSL5001", DuckDbFiles.Finding(_folder["没有.parquet"]));
        Assert.StartsWith("DSL5001", DuckDbFiles.Finding(_folder["没有.duckdb#企业"]));
        Assert.StartsWith("DSL5133", DuckDbFiles.Finding(_folder.Write("空.parquet", "")));
        Assert.StartsWith("DSL5133", DuckDbFiles.Finding(_folder.Write("文本.parquet", "统一社会信用代码,名称\n")));
        Assert.StartsWith("DSL5133", DuckDbFiles.Finding(_folder.Write("文本.duckdb", "统一社会信用代码,名称\n") + "#企业"));
        Assert.StartsWith("DSL5133", DuckDbFiles.Finding(_folder.Write("头.duckdb", "12345678DUCK") + "#企业"));
        Assert.StartsWith("DSL5133", DuckDbFiles.Finding(_folder.Write("标记.parquet", "PAR1----PAR1")));
    }

    [Fact]
    public void 截断的_Parquet_是一条发现()
    {
        MakeTable("好.parquet", 50_000);
        var bytes = File.ReadAllBytes(_folder["好.parquet"]);
        foreach (var length in (int[])[5, bytes.Length / 2, bytes.Length - 1])
            Assert.Contains("结尾没有 PAR1 标记", DuckDbFiles.Finding(_folder.WriteBytes("截断.parquet", bytes[..length])),
                StringComparison.Ordinal);
    }

    // What is lost in the middle must never look like the end. (Bytes changed inside a page that is stored as it is are values that cannot
    // be distinguished from others, except by the hash in the manifest.)
    [Fact]
    public void 中间损坏的_Parquet_不会少读而不报()
    {
        MakeTable("好.parquet", 400_000);
        var bytes = File.ReadAllBytes(_folder["好.parquet"]);
        var failures = 0;
        for (var i = 1; i <= 8; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged.AsSpan(damaged.Length * i / 10, 4000).Fill(0xFF);
            using var table = DuckDbFiles.Open(_folder.WriteBytes("损坏.parquet", damaged));
            var (rows, finding) = ReadAll(table);
            Assert.True(finding is not null || rows == 400_000, $"{i}: {rows}");
            if (finding is null)
                continue;
            failures++;
            Assert.Equal("DSL5133", finding.Code);
            Assert.DoesNotContain("pending query", finding.Problem.Message, StringComparison.Ordinal);
        }
        Assert.True(failures >= 5);
    }

    private static (long Rows, DataFinding? Finding) ReadAll(DuckDbTable table)
    {
        var rows = 0L;
        try
        {
            using var result = table.Read([0, 1, 2], CancellationToken.None);
            while (result.TryRead(out var chunk))
            {
                rows += chunk.RowCount;
                chunk.Dispose();
            }
            return (rows, null);
        }
        catch (DuckDbException error)
        {
            return (rows, table.FindingOf(error));
        }
    }

    private void MakeTable(string name, int rows) =>
        DuckDbFiles.Make($"COPY (SELECT i AS 序号, hash(i)::VARCHAR AS 名称, (hash(i) % 1000000007)::DECIMAL(18,2) AS 金额 FROM "
            + $"range({rows}) t(i)) TO '{_folder[name]}' (FORMAT parquet, COMPRESSION zstd)");
}
