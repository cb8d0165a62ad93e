// Writing through DuckDB: what was written is read back, money is exact, the same rows give the same bytes.
using System.Collections.Immutable;
using Dsl.Data.DuckDb;
using Dsl.Values.Text;
using DuckDB.NET.Native;
using Xunit;

namespace Dsl.Batch.Tests.DuckDb;

public sealed class DuckDbWriterTests : IDisposable
{
    private static readonly ImmutableArray<DuckDbColumn> Columns =
    [
        new("主键", DuckDBType.Varchar), DuckDbColumn.Decimal("金额", 18, 2), DuckDbColumn.Decimal("最高", 18, 2),
        new("计入合计", DuckDBType.Boolean),
        new("年度", DuckDBType.Integer), new("日期", DuckDBType.Date),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(130_000)]
    public void 写出再读回是同样的行(int rows)
    {
        Write("结果 表.parquet", rows, threads: 2);
        using var table = DuckDbFiles.Open(_folder["结果 表.parquet"]);
        Assert.Equal(Columns.Select(static column => column.Name), table.Columns.Select(static column => column.Name));
        Assert.Equal(18, table.Columns[1].Width);
        using var result = table.Read([0, 1, 2, 3, 4, 5], CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, rows).Select(Row), DuckDbFiles.Rows(result));
    }

    [Fact]
    public void 行相同则_Parquet_的字节相同_与线程数无关()
    {
        Write("一.parquet", 250_000, threads: 1);
        Write("二.parquet", 250_000, threads: 2);
        Write("三.parquet", 250_000, threads: 5);
        Assert.Equal(File.ReadAllBytes(_folder["一.parquet"]), File.ReadAllBytes(_folder["二.parquet"]));
        Assert.Equal(File.ReadAllBytes(_folder["一.parquet"]), File.ReadAllBytes(_folder["三.parquet"]));
    }

    [Fact]
    public void 写入数据库的表_别的表还在()
    {
        DuckDbFiles.Make($"ATTACH '{_folder["库.duckdb"]}' AS d", "CREATE TABLE d.企业 AS SELECT 1 AS 列");
        Write("库.duckdb", 3, threads: 2, table: "结果");
        Write("库.duckdb", 5, threads: 2, table: "结果");
        using var written = DuckDbFiles.Open(_folder["库.duckdb"] + "#结果");
        Assert.Equal(5, written.RowCount);
        using var other = DuckDbFiles.Open(_folder["库.duckdb"] + "#企业");
        Assert.Equal(1, other.RowCount);
    }

    [Fact]
    public void 十八位放不下的金额用三十八位()
    {
        Write([DuckDbColumn.Decimal("金额", 38, 2)], 1,
            static (row, _) => row.Set(0, Int128.Parse("1234567890123456789012", System.Globalization.CultureInfo.InvariantCulture)),
            "大.parquet");
        using var table = DuckDbFiles.Open(_folder["大.parquet"]);
        Assert.Equal(38, table.Columns[0].Width);
        using var result = table.Read([0], CancellationToken.None);
        Assert.Equal(["12345678901234567890.12"], DuckDbFiles.Rows(result));
    }

    [Fact]
    public void 放不下的数绝不悄悄截断()
    {
        ImmutableArray<DuckDbColumn> columns = [DuckDbColumn.Decimal("金额", 18, 2), new("年度", DuckDBType.Integer)];
        Assert.Throws<OverflowException>(() => Write(columns, 1, static (row, _) => row.Set(0, 1_000_000_000_000_000_000), "小.parquet"));
        Assert.Throws<OverflowException>(() => Write(columns, 1, static (row, _) => row.Set(1, 3_000_000_000), "小.parquet"));
        Assert.Throws<InvalidOperationException>(() => Write(columns, 1, static (row, _) => row.Set(0, "文字"), "小.parquet"));
    }

    [Fact]
    public void 写不进去是输入输出错误()
    {
        Assert.ThrowsAny<IOException>(() =>
            Write([new("年度", DuckDBType.Integer)], 1, static (row, i) => row.Set(0, i), "没有的文件夹/结果.parquet"));
    }

    [Theory]
    [InlineData("大.parquet", null)]
    [InlineData("大.duckdb", "结果")]
    public void 行再多_内存也不随着增加(string file, string? table)
    {
        // 200 MB of texts that do not repeat, 64 MB of memory and nowhere to spill: what is written does not wait for the end.
        const int Rows = 600_000;
        var text = new string('x', 300);
        var at = 0;
        using (var connection = DuckDbConnection.Open(new() { Threads = 1, MemoryMegabytes = table is null ? 64 : 120, SpillFolder = "" }))
        {
            var writer = DuckDbTableWriter.OfRows(connection, [new("名称", DuckDBType.Varchar), DuckDbColumn.Decimal("金额", 18, 2)], row =>
            {
                if (at == Rows)
                    return false;
                row.Set(0, $"{at * 7919L % 200_003}{text}{at}");
                row.Set(1, at++);
                return true;
            }, text.Length);
            if (table is null)
                writer.CopyToParquet(_folder[file], CancellationToken.None);
            else
                writer.CopyToDatabase(_folder[file], table, appends: false, CancellationToken.None);
            Assert.Equal(Rows, writer.RowCount);
        }
        Assert.Equal([file], _folder.Names);
        using var written = DuckDbFiles.Open(_folder[file] + (table is null ? "" : "#" + table));
        Assert.Equal(Rows, written.RowCount);
    }

    private void Write(string name, int rows, int threads, string? table = null) => Write(Columns, rows, static (row, i) =>
    {
        row.Set(0, Name(i));
        row.Set(1, i * 12_345L - 1);
        if (i % 3 != 0)
            row.Set(2, i);
        row.Set(3, i % 2);
        row.Set(4, 2000 + i % 30);
        row.Set(5, i % 40_000);
    }, name, threads, table);

    private void Write(ImmutableArray<DuckDbColumn> columns, int rows, Action<DuckDbRowWriter, int> set, string name, int threads = 1,
        string? table = null)
    {
        using var connection = DuckDbFiles.Memory(threads);
        var at = 0;
        var writer = DuckDbTableWriter.OfRows(connection, columns, row =>
        {
            if (at == rows)
                return false;
            set(row, at++);
            return true;
        });
        if (table is null)
            writer.CopyToParquet(_folder[name], CancellationToken.None);
        else
            writer.CopyToDatabase(_folder[name], table, appends: false, CancellationToken.None);
        Assert.Equal(rows, writer.RowCount);
    }

    private static string Name(int i) => i % 5 == 0 ? "渝" : $"统一社会信用代码{i}";

    private static string Row(int i) =>
        string.Join('|', Name(i), DecimalText.Write(i * 12_345L - 1, 2), i % 3 == 0 ? "" : DecimalText.Write(i, 2),
            i % 2 == 0 ? "否" : "是", 2000 + i % 30,
            new DateOnly(1970, 1, 1).AddDays(i % 40_000).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
