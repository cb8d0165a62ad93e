// Writing through DuckDB: what was written is read back, money is exact, the same rows give the same bytes.
using System.Collections.Immutable;
using Dsl.Runtime.Data.DuckDb;
using Dsl.Runtime.Data.Tables;
using Xunit;

namespace Dsl.Runtime.Tests.DuckDb;

public sealed class DuckDbWriterTests : IDisposable
{
    private static readonly ImmutableArray<DuckDbColumn> Columns =
    [
        new("主键", DuckDbType.Varchar), DuckDbColumn.Decimal("金额", 38, 2), DuckDbColumn.Decimal("最高", 18, 2), new("计入合计", DuckDbType.Boolean),
        new("年度", DuckDbType.Integer), new("日期", DuckDbType.Date),
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
        using (var connection = DuckDbFiles.Memory())
        using (var writer = new DuckDbTableWriter(connection, [DuckDbColumn.Decimal("金额", 38, 2)]))
        {
            writer.Set(0, Int128.Parse("1234567890123456789012", System.Globalization.CultureInfo.InvariantCulture));
            writer.EndRow();
            writer.CopyToParquet(_folder["大.parquet"], CancellationToken.None);
        }
        using var table = DuckDbFiles.Open(_folder["大.parquet"]);
        Assert.Equal(38, table.Columns[0].Width);
        using var result = table.Read([0], CancellationToken.None);
        Assert.Equal(["12345678901234567890.12"], DuckDbFiles.Rows(result));
    }

    [Fact]
    public void 放不下的数绝不悄悄截断()
    {
        using var connection = DuckDbFiles.Memory();
        using var writer = new DuckDbTableWriter(connection, [DuckDbColumn.Decimal("金额", 18, 2), new("年度", DuckDbType.Integer)]);
        Assert.Throws<OverflowException>(() => writer.Set(0, 1_000_000_000_000_000_000));
        Assert.Throws<OverflowException>(() => writer.Set(1, 3_000_000_000));
        Assert.Throws<InvalidOperationException>(() => writer.Set(0, "文字"));
    }

    [Fact]
    public void 写不进去是输入输出错误()
    {
        using var connection = DuckDbFiles.Memory();
        using var writer = new DuckDbTableWriter(connection, [new("年度", DuckDbType.Integer)]);
        Assert.ThrowsAny<IOException>(() => writer.CopyToParquet(_folder["没有的文件夹/结果.parquet"], CancellationToken.None));
    }

    [Fact]
    public void 内存放不下时暂存到磁盘_用后删除()
    {
        DuckDbLibrary.Load();
        using (var connection = DuckDbConnection.Open(new() { Threads = 1, MemoryMegabytes = 120, SpillFolder = _folder["暂存"] }))
        using (var writer = new DuckDbTableWriter(connection, [new("名称", DuckDbType.Varchar)]))
        {
            var text = new string('x', 300);
            for (var i = 0; i < 500_000; i++)
            {
                writer.Set(0, $"{i * 7919L % 200_003}{text}{i}");
                writer.EndRow();
            }
            writer.CopyToParquet(_folder["大.parquet"], CancellationToken.None);
        }
        Assert.Equal(["大.parquet"], _folder.Names);
        using var table = DuckDbFiles.Open(_folder["大.parquet"]);
        Assert.Equal(500_000, table.RowCount);
    }

    private void Write(string name, int rows, int threads, string? table = null)
    {
        using var connection = DuckDbFiles.Memory(threads);
        using var writer = new DuckDbTableWriter(connection, Columns);
        for (var i = 0; i < rows; i++)
        {
            writer.Set(0, Name(i));
            writer.Set(1, i * 12_345L - 1);
            if (i % 3 != 0)
                writer.Set(2, i);
            writer.Set(3, i % 2);
            writer.Set(4, 2000 + i % 30);
            writer.Set(5, i % 40_000);
            writer.EndRow();
        }
        Assert.Equal(rows, writer.RowCount);
        if (table is null)
            writer.CopyToParquet(_folder[name], CancellationToken.None);
        else
            writer.CopyToDatabase(_folder[name], table, CancellationToken.None);
    }

    private static string Name(int i) => i % 5 == 0 ? "渝" : $"统一社会信用代码{i}";

    private static string Row(int i) => string.Join('|', Name(i), DecimalText.Write(i * 12_345L - 1, 2), i % 3 == 0 ? "" : DecimalText.Write(i, 2),
        i % 2 == 0 ? "否" : "是", 2000 + i % 30, new DateOnly(1970, 1, 1).AddDays(i % 40_000).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
