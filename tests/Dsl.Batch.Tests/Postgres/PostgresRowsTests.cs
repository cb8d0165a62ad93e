// Reading tables of a real server: exact values, clear findings, a hash that anybody can compute.
using System.Security.Cryptography;
using Dsl.Data.Postgres;
using Dsl.Data.Tables;
using Dsl.Testing;
using Npgsql;
using Xunit;

namespace Dsl.Batch.Tests.Postgres;

[Collection(PostgresCollection.Name)]
public sealed class PostgresRowsTests(PostgresFixture fixture)
{
    [PostgresFact]
    public void 各种类型都读成准确的文字()
    {
        fixture.Execute("""
            DROP TABLE IF EXISTS "各种类型"; DROP DOMAIN IF EXISTS "金额"; DROP TYPE IF EXISTS "级别"; CREATE DOMAIN "金额" AS numeric(20,2); CREATE TYPE "级别" AS ENUM ('市级', '区级');
            CREATE TABLE "各种类型" (n numeric, m "金额", b bigint, i integer, s smallint, t text, v varchar(20), c char(6), d date, y boolean, z timestamp, f double precision, e "级别");
            INSERT INTO "各种类型" VALUES
              (12345.60, 600000, 9007199254740993, -5, 7, '渝中区', '名称', '甲', '2021-06-21', true, '2021-06-21', 4.35, '市级'),
              (-0.000123, 0.01, NULL, 0, NULL, '', NULL, NULL, '0001-01-01', false, '2021-06-21 08:30:00.5', 1e14, NULL)
            """);
        var rows = Read("各种类型");
        Assert.Equal(
            ["12345.60", "600000.00", "9007199254740993", "-5", "7", "渝中区", "名称", "甲", "2021-06-21", "TRUE", "2021-06-21", "4.35",
                "市级"],
            rows[0].Cells);
        Assert.Equal(["-0.000123", "0.01", "", "0", "", "", "", "", "0001-01-01", "FALSE", "2021-06-21 08:30:00.5", "100000000000000", ""],
            rows[1].Cells);
        Assert.Equal([1, 2], rows.Select(static row => row.Number));
    }

    [PostgresFact]
    public void 任意大小的精确数都一字不差()
    {
        string[] numbers = ["0", "0.00", "1", "-1", "9999", "10000", "10000.0001", "0.0001", "0.00001", "100000000",
            "12345678901234567890123456789012345678.123456789", "-0.5", "99999999.99", "1000000000000.05", "0.10000"];
        fixture.Execute($"DROP TABLE IF EXISTS numbers; CREATE TABLE numbers (n numeric); INSERT INTO numbers VALUES "
            + $"{string.Join(", ", numbers.Select(static number => $"('{number}')"))}");
        Assert.Equal(numbers, Read("numbers").Select(static row => row.Cells[0]));
    }

    [PostgresFact]
    public void 不确定的值有说明()
    {
        fixture.Execute("""
            DROP TABLE IF EXISTS "不确定"; CREATE TABLE "不确定" (n numeric, d date, f double precision);
            INSERT INTO "不确定" VALUES ('NaN', 'infinity', 0.1::float8 + 0.2::float8), (1, '2021-01-01', 'NaN')
            """);
        var rows = Read("不确定");
        Assert.Equal([(0, "DSL5807"), (1, "DSL5807"), (2, "DSL5808")],
            rows[0].Problems.Select(static problem => (problem.Column, problem.Problem.Rule.Code)));
        Assert.Equal([(2, "DSL5807")], rows[1].Problems.Select(static problem => (problem.Column, problem.Problem.Rule.Code)));
    }

    [PostgresFact]
    public void 模式_引号_大小写和视图()
    {
        fixture.Execute(""""
            DROP SCHEMA IF EXISTS "科技 局" CASCADE; CREATE SCHEMA "科技 局"; CREATE TABLE "科技 局"."A.b""c" ("列 ""一""" text); INSERT INTO "科技 局"."A.b""c" VALUES ('值');
            CREATE VIEW "科技 局"."视图" AS SELECT * FROM "科技 局"."A.b""c"
            """");
        Assert.Equal("值", Read("科技 局.\"A.b\"\"c\"").Single().Cells[0]);
        Assert.Equal("值", Read("科技 局.视图").Single().Cells[0]);
    }

    [PostgresFact]
    public void 没有的表_不能读的类型_没有权限()
    {
        fixture.Execute("""DROP TABLE IF EXISTS "类型"; CREATE TABLE "类型" (a text, r real, j jsonb, z timestamptz)""");
        Assert.Equal("DSL5804", PostgresTable.Open(fixture.Table("没有这张表")).Finding?.Code);
        Assert.Equal("DSL5804", PostgresTable.Open(fixture.Table("没有.这张表")).Finding?.Code);
        using var table = PostgresTable.Open(fixture.Table("类型")).Table;
        Assert.Equal(["real", "jsonb", "timestamp with time zone"],
            table?.Columns.Where(static column => column.Type is null).Select(static column => column.TypeName));
        var wrong = PostgresAddress.Parse(fixture.Address("类型").Replace("tester@", "nobody@", StringComparison.Ordinal)).Address;
        Assert.NotNull(wrong);
        var finding = PostgresTable.Open(wrong).Finding;
        Assert.Equal("DSL5803", finding?.Code);
        Assert.DoesNotContain(PostgresServer.Password, $"{finding}", StringComparison.Ordinal);
    }

    [PostgresFact]
    public void 哈希是二进制复制的输出的哈希()
    {
        fixture.Execute("""DROP TABLE IF EXISTS big; CREATE TABLE big AS SELECT i AS "编号", 'A' || i AS "名称", i / 100.0 AS "金额" FROM generate_series(1, 20000) i""");
        using var table = PostgresTable.Open(fixture.Table("big")).Table;
        Assert.NotNull(table);
        using var rows = table.Read(table.Columns);
        while (rows.TryRead(out _))
            continue;
        Assert.Null(rows.Fatal);
        Assert.Equal(20000, rows.Position);
        using var connection = new NpgsqlConnection(fixture.Table("big").ConnectionString());
        connection.Open();
        using var copy = connection.BeginRawBinaryCopy("COPY (SELECT \"编号\", \"名称\", \"金额\" FROM \"big\") TO STDOUT (FORMAT BINARY)");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(copy)), rows.Sha256);
    }

    [PostgresFact]
    public void 很长的单元格和读到一半停下()
    {
        fixture.Execute("""DROP TABLE IF EXISTS "长"; CREATE TABLE "长" AS SELECT repeat('长', 100000) AS a FROM generate_series(1, 50)""");
        Assert.All(Read("长"), static row => Assert.Equal(100_000, row.Cells[0].Length));
        using var table = PostgresTable.Open(fixture.Table("长")).Table;
        Assert.NotNull(table);
        using var rows = table.Read(table.Columns);
        Assert.True(rows.TryRead(out _));
    }

    private List<SourceRow> Read(string name)
    {
        var (table, finding) = PostgresTable.Open(fixture.Table(name));
        Assert.Null(finding);
        using (table)
        {
            using var rows = table?.Read(table.Columns);
            var all = new List<SourceRow>();
            while (rows is not null && rows.TryRead(out var row))
                all.Add(row);
            Assert.Null(rows?.Fatal);
            return all;
        }
    }
}
