// Writing tables of a real server: whole or not at all, earlier results replaced, other people's tables left alone.
using Dsl.Batch.Results;
using Dsl.Data.Outputs;
using Dsl.Data.Postgres;
using Dsl.Testing;
using Xunit;

namespace Dsl.Batch.Tests.Postgres;

[Collection(PostgresCollection.Name)]
public sealed class PostgresWriterTests(PostgresFixture fixture)
{
    private static readonly ResultColumn[] Columns = [new("主键", ResultCell.Text), new("金额", ResultCell.Amount)];

    [PostgresFact]
    public void 写出的表名列名和数字()
    {
        Drop("结果");
        Write("结果", ["A1", "600000.00"], ["A2", ""], ["A3", "-0.05"]);
        Assert.Equal("A1=600000.00,A2=,A3=-0.05",
            fixture.Execute("""SELECT string_agg("主键" || '=' || coalesce("金额"::text, ''), ',' ORDER BY "主键") FROM "结果" """));
    }

    [PostgresFact]
    public void 再写一次替换以前的结果()
    {
        Drop("替换");
        Write("替换", ["A1", "1.00"]);
        Write("替换", ["B1", "2.00"], ["B2", "3.00"]);
        Assert.Equal("B1,B2", fixture.Execute("""SELECT string_agg("主键", ',' ORDER BY "主键") FROM "替换" """));
    }

    [PostgresFact]
    public void 提交以前别人看不见_中途停下什么都不留()
    {
        Drop("半截");
        Write("半截", ["A1", "1.00"]);
        var (writer, _) = PostgresWriter.Open(fixture.Table("半截"), Columns);
        using (writer)
        {
            Assert.Null(writer?.Write(["B1", "2.00"]));
            Assert.Equal("A1", fixture.Execute("""SELECT string_agg("主键", ',') FROM "半截" """));
        }
        Assert.Equal("A1", fixture.Execute("""SELECT string_agg("主键", ',') FROM "半截" """));
        Assert.Equal(0L, fixture.Execute("SELECT count(*) FROM pg_class WHERE relname LIKE 'policy\\_%'"));
    }

    [PostgresFact]
    public void 不是测算结果的表不覆盖()
    {
        Drop("企业登记");
        fixture.Execute("""CREATE TABLE "企业登记" ("主键" text, "金额" numeric); INSERT INTO "企业登记" VALUES ('原有', 1)""");
        Assert.Equal("DSL5809", PostgresWriter.Open(fixture.Table("企业登记"), Columns).Finding?.Code);
        Assert.Equal("原有", fixture.Execute("""SELECT "主键" FROM "企业登记" """));
    }

    [PostgresFact]
    public void 有视图用着的结果不强行替换()
    {
        fixture.Execute("""DROP TABLE IF EXISTS "被引用" CASCADE""");
        Write("被引用", ["A1", "1.00"]);
        fixture.Execute("""CREATE VIEW "引用" AS SELECT * FROM "被引用" """);
        var (writer, _) = PostgresWriter.Open(fixture.Table("被引用"), Columns);
        using (writer)
            Assert.Equal("DSL5810", writer?.Finish()?.Code);
        Assert.Equal("A1", fixture.Execute("""SELECT "主键" FROM "引用" """));
    }

    [PostgresFact]
    public void 没有的模式_太长的名称()
    {
        Assert.Equal("DSL5810", PostgresWriter.Open(fixture.Table("没有这个模式.结果"), Columns).Finding?.Code);
        Assert.Equal("DSL5811",
            PostgresWriter.Open(fixture.Table("结果"), [.. Columns, new(new('长', 22), ResultCell.Text)]).Finding?.Code);
    }

    [PostgresFact]
    public void 准确存不下的金额不写()
    {
        Drop("宽");
        Assert.Null(WriteAmount("99999999999999999999999999.99"));
        Assert.Equal("99999999999999999999999999.99", fixture.Execute("""SELECT "金额"::text FROM "宽" """));
        Assert.Equal("DSL5145", WriteAmount("100000000000000000000000000.00"));
        Assert.Equal("DSL5145", WriteAmount("-1234567890123456789012345678901234567890.12"));
        Assert.Equal("99999999999999999999999999.99", fixture.Execute("""SELECT "金额"::text FROM "宽" """));
    }

    private string? WriteAmount(string amount)
    {
        var table = ResultOutputs.Table(OutputForm.Long, TestProgram.Program);
        var (output, finding) = PostgresOutput.Open(fixture.Address("宽"), table);
        Assert.Null(finding);
        Assert.NotNull(output);
        using (output)
        {
            var block = new CellRows(table);
            block.Rows.Add([.. table.Columns.Select(column => column.Name == "金额" ? amount : "")]);
            output.Take(block);
            if (output.Fatal is not null)
                return output.Fatal.Code;
            output.Finish(CancellationToken.None);
            return output.Commit()?.Code;
        }
    }

    private void Drop(string table) => fixture.Execute($"DROP TABLE IF EXISTS \"{table}\"");

    private void Write(string table, params string[][] rows)
    {
        var (writer, finding) = PostgresWriter.Open(fixture.Table(table), Columns);
        Assert.Null(finding);
        Assert.NotNull(writer);
        using (writer)
        {
            foreach (var row in rows)
                Assert.Null(writer.Write(row));
            Assert.Null(writer.Finish());
            Assert.Null(writer.Commit());
        }
    }
}
