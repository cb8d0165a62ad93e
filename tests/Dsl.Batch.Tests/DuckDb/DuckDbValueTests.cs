// Values as DuckDB holds them: every type, missing values, texts of any length, figures that must stay exact.
using Dsl.Data.DuckDb;
using DuckDB.NET.Native;
using Xunit;

namespace Dsl.Batch.Tests.DuckDb;

public class DuckDbValueTests
{
    [Theory]
    [InlineData("42::TINYINT", "42")]
    [InlineData("(-42)::SMALLINT", "-42")]
    [InlineData("2147483647::INTEGER", "2147483647")]
    [InlineData("(-9223372036854775808)::BIGINT", "-9223372036854775808")]
    [InlineData("170141183460469231731687303715884105727::HUGEINT", "170141183460469231731687303715884105727")]
    [InlineData("(-1)::HUGEINT", "-1")]
    [InlineData("255::UTINYINT", "255")]
    [InlineData("65535::USMALLINT", "65535")]
    [InlineData("4294967295::UINTEGER", "4294967295")]
    [InlineData("18446744073709551615::UBIGINT", "18446744073709551615")]
    [InlineData("340282366920938463463374607431768211455::UHUGEINT", "340282366920938463463374607431768211455")]
    [InlineData("1.5::DECIMAL(4,1)", "1.5")]
    [InlineData("(-0.01)::DECIMAL(9,2)", "-0.01")]
    [InlineData("9999999999999999.99::DECIMAL(18,2)", "9999999999999999.99")]
    [InlineData("(-123456789012345678901234567890123456.78)::DECIMAL(38,2)", "-123456789012345678901234567890123456.78")]
    [InlineData("0::DECIMAL(18,0)", "0")]
    [InlineData("true", "是")]
    [InlineData("false", "否")]
    [InlineData("DATE '2024-02-29'", "2024-02-29")]
    [InlineData("DATE '1969-12-31'", "1969-12-31")]
    [InlineData("DATE '0001-01-01'", "0001-01-01")]
    [InlineData("DATE '9999-12-31'", "9999-12-31")]
    [InlineData("DATE '10000-01-01'", "DSL5305")]
    [InlineData("DATE 'infinity'", "DSL5305")]
    [InlineData("TIMESTAMP '2024-02-29 00:00:00'", "2024-02-29")]
    [InlineData("TIMESTAMP '1969-12-31 23:59:59'", "1969-12-31 23:59:59")]
    [InlineData("TIMESTAMP '2024-02-29 01:02:03.000004'", "2024-02-29 01:02:03.000004")]
    [InlineData("TIMESTAMP_S '2024-02-29 00:00:00'", "2024-02-29")]
    [InlineData("TIMESTAMP_MS '2024-02-29 00:00:00'", "2024-02-29")]
    [InlineData("TIMESTAMP_NS '2024-02-29 00:00:00'", "2024-02-29")]
    [InlineData("TIMESTAMPTZ '2024-02-29 00:00:00+08'", "2024-02-29")]
    [InlineData("''", "")]
    [InlineData("'十二个字节以内'", "十二个字节以内")]
    [InlineData("'123456789012'", "123456789012")]
    [InlineData("'1234567890123'", "1234567890123")]
    [InlineData("repeat('渝中区', 5000)", null)]
    [InlineData("'渝中区'::ENUM('江津区', '渝中区')", "渝中区")]
    [InlineData("NULL::DECIMAL(18,2)", "")]
    [InlineData("NULL::VARCHAR", "")]
    [InlineData("NULL::ENUM('甲')", "")]
    [InlineData("NULL", "")]
    public void 各类型的值写成单元格不失真(string sql, string? cell) =>
        Assert.Equal([cell ?? string.Concat(Enumerable.Repeat("渝中区", 5000))], DuckDbFiles.Rows($"SELECT {sql}"));

    // A double stands for the shortest decimal that reads back as the same double.
    [Theory]
    [InlineData("0.1::DOUBLE", "0.1")]
    [InlineData("(0.1 + 0.2)::DOUBLE", "0.3")]
    [InlineData("0.1::DOUBLE + 0.2::DOUBLE", "0.30000000000000004")]
    [InlineData("1234567.89::DOUBLE", "1234567.89")]
    [InlineData("1e12::DOUBLE", "1000000000000")]
    [InlineData("9007199254740991::DOUBLE", "9007199254740991")]
    [InlineData("9007199254740992::DOUBLE", "DSL5137")]
    [InlineData("1e20::DOUBLE", "DSL5137")]
    [InlineData("9999999999999.99::DOUBLE", "9999999999999.99")]
    [InlineData("12345678901234.56::DOUBLE", "DSL5137")]
    [InlineData("1.5e-7::DOUBLE", "0.00000015")]
    [InlineData("-1.25e-10::DOUBLE", "-0.000000000125")]
    [InlineData("(-2e6)::DOUBLE", "-2000000")]
    [InlineData("'NaN'::DOUBLE", "DSL5137")]
    [InlineData("'-inf'::DOUBLE", "DSL5137")]
    [InlineData("NULL::DOUBLE", "")]
    public void 双精度数按最短的十进制写法读(string sql, string cell) => Assert.Equal([cell], DuckDbFiles.Rows($"SELECT {sql}"));

    [Fact]
    public void 类型_宽度_小数位_枚举成员都能取得()
    {
        using var connection = DuckDbFiles.Memory();
        using var result =
            connection.Query("SELECT 1.5::DECIMAL(18,2) AS 金额, '甲'::ENUM('甲', '乙') AS 区县, 1 AS \"带\"\"引号 和空格\"");
        Assert.Equal(["金额", "区县", "带\"引号 和空格"], result.Columns.Select(static column => column.Name));
        Assert.Equal((18, 2, DuckDBType.BigInt), (result.Columns[0].Width, result.Columns[0].Scale, result.Columns[0].Storage));
        Assert.Equal(["甲", "乙"], result.Columns[1].Members.AsEnumerable());
    }

    [Fact]
    public void 值原地读取_缺失看位图()
    {
        using var connection = DuckDbFiles.Memory();
        using var result =
            connection.Query("SELECT CASE WHEN i % 3 = 0 THEN NULL ELSE i * 100 END::DECIMAL(18,2) AS 金额 FROM range(3000) t(i)");
        var (sum, nulls) = (0L, 0);
        while (result.TryRead(out var chunk))
        {
            using (chunk)
            {
                var vector = chunk[0];
                var values = vector.Values<long>();
                Assert.Equal((chunk.RowCount + 63) / 64, vector.Validity.Length);
                for (var row = 0; row < values.Length; row++)
                {
                    nulls += vector.IsNull(row) ? 1 : 0;
                    sum += vector.IsNull(row) ? 0 : values[row];
                }
            }
        }
        Assert.Equal((1000, Enumerable.Range(0, 3000).Where(static i => i % 3 != 0).Sum(static i => i * 10_000L)), (nulls, sum));
    }

    [Fact]
    public void 大小不符的取法是程序的错误()
    {
        using var connection = DuckDbFiles.Memory();
        using var result = connection.Query("SELECT 1::INTEGER, '甲'");
        Assert.True(result.TryRead(out var chunk));
        using (chunk)
        {
            Assert.Throws<InvalidOperationException>(() => chunk[0].Values<long>().Length);
            Assert.Throws<InvalidOperationException>(() => chunk[1].Values<Int128>().Length);
            Assert.Throws<InvalidOperationException>(() => chunk[0].Text(0));
        }
    }

    [Fact]
    public void 语句有错是异常_连接还能用()
    {
        using var connection = DuckDbFiles.Memory();
        Assert.Equal(DuckDBErrorType.Catalog, Assert.Throws<DuckDbException>(() => connection.Query("SELECT * FROM 没有")).Kind);
        Assert.Throws<DuckDbException>(() => connection.Execute("SELEKT"));
        Assert.Throws<DuckDbException>(() => connection.Execute("SELECT CAST(i::VARCHAR || '元' AS INTEGER) FROM range(10) t(i)"));
        Assert.Equal(7, connection.QueryNumber("SELECT 7"));
    }

    [Fact]
    public async Task 取消会中断正在执行的语句()
    {
        using var connection = DuckDbFiles.Memory();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var run = Task.Run(() => connection.QueryNumber("SELECT count(*) FROM range(100000) a(i), range(100000) b(j) WHERE (i * j) % 7 = 3",
            cancellation.Token));
        await Assert.ThrowsAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(7, connection.QueryNumber("SELECT 7"));
    }
}
