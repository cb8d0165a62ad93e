// The pages of codes about PostgreSQL: what the wrong section shows yields the code, what the right section shows does not.
using Dsl.Data.Outputs;
using Dsl.Data.Postgres;
using Dsl.Loading.Findings;
using Dsl.Testing;
using Xunit;

namespace Dsl.Batch.Tests.Postgres;

[Collection(PostgresCollection.Name)]
public sealed class PostgresPageTests(PostgresFixture fixture)
{
    private static readonly string[] Codes = [.. Enumerable.Range(5801, 11).Select(static number => $"DSL{number}")];

    [PostgresFact]
    public void 说明页里的例子()
    {
        foreach (var code in Codes)
        {
            Assert.True(Found(code, "错误的写法").Contains(code),
                $"{code}: the wrong section yields {string.Join('、', Found(code, "错误的写法"))}");
            Assert.DoesNotContain(code, Found(code, "正确的写法"));
        }
    }

    /// <summary>An sql block is run on the test server, which stands for db.example/registry.</summary>
    private List<string> Found(string code, string heading)
    {
        var blocks = PageBlocks.Of(code, heading);
        fixture.Execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        foreach (var block in blocks.Where(static block => block.Kind == "sql"))
            fixture.Execute(block.Text);
        return PageBlocks.Option(blocks, "--input") is { } source && PostgresAddress.IsAddress(source)
            ? Read(PostgresAddress.Parse(Here(source)))
            : Write(PostgresAddress.Parse(Here(PageBlocks.Option(blocks, "--output") ?? "")));
    }

    private string Here(string address) => address
        .Replace("postgres://me@db.example:5432/registry", fixture.Server.Address, StringComparison.Ordinal)
        .Replace("postgres://me@db.example/registry", fixture.Server.Address, StringComparison.Ordinal);

    private static List<string> Read((PostgresAddress? Address, DataFinding? Finding) parsed)
    {
        if (parsed.Address is not { } address)
            return [parsed.Finding?.Code ?? ""];
        var (table, finding) = PostgresTable.Open(address);
        using (table)
        {
            if (table is null)
                return [finding?.Code ?? ""];
            if (table.Unsupported(table.Columns) is { Count: > 0 } unsupported)
                return [.. unsupported.Select(static finding => finding.Code)];
            using var rows = table.Read(table.Columns);
            var codes = new List<string>();
            while (rows.TryRead(out var row))
                codes.AddRange(row.Problems.Select(static problem => problem.Problem.Rule.Code));
            return rows.Fatal is { } fatal ? [.. codes, fatal.Code] : codes;
        }
    }

    private static List<string> Write((PostgresAddress? Address, DataFinding? Finding) parsed)
    {
        if (parsed.Address is not { } address)
            return [parsed.Finding?.Code ?? ""];
        var (writer, finding) = PostgresWriter.Open(address, [new("主键", ResultCell.Text)]);
        using (writer)
            return [finding?.Code ?? writer?.Finish()?.Code ?? ""];
    }
}
