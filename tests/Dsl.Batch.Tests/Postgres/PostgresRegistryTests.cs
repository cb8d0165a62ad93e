// Tables of a real server as registry and result: the same results as through CSV.
using System.Globalization;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Data.Postgres;
using Dsl.Testing;
using Npgsql;
using Xunit;

namespace Dsl.Batch.Tests.Postgres;

[Collection(PostgresCollection.Name)]
public sealed class PostgresRegistryTests(PostgresFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PostgresFact]
    public void 样本登记经数据库测算_结果逐字节相同()
    {
        var source = Load();
        var expected = SampleRegistry.Run(new(SampleRegistry.Folder), _folder["csv.csv"]);
        var actual = SampleRegistry.Run(source, _folder["postgres.csv"]);
        Assert.Equal(_folder.Read("csv.csv"), _folder.Read("postgres.csv"));
        Assert.Equal(expected.Result?.RejectedRows, actual.Result?.RejectedRows);
        var manifest = _folder.Read("postgres.csv.manifest.json");
        Assert.Contains("postgres://tester@127.0.0.1", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain(PostgresServer.Password, manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("\"SHA-256\": \"\"", manifest, StringComparison.Ordinal);
    }

    [PostgresFact]
    public void 结果写成表_内容与CSV相同_旁边的文件在当前文件夹()
    {
        fixture.Execute("DROP TABLE IF EXISTS \"测算结果_测试\"");
        SampleRegistry.Run(new(SampleRegistry.Folder), _folder["结果.csv"]);
        var here = Directory.GetCurrentDirectory();
        try
        {
            var outcome = SampleRegistry.Run(new(SampleRegistry.Folder), fixture.Address("测算结果_测试"));
            Assert.True(File.Exists(Path.Combine(here, "测算结果_测试.manifest.json")));
            Assert.Equal(fixture.Address("测算结果_测试"), outcome.Result?.Files[0]);
        }
        finally
        {
            foreach (var path in Directory.EnumerateFiles(here, "测算结果_测试.*"))
                File.Delete(path);
        }
        var expected = CsvRecords.Of(_folder.Read("结果.csv")).Select(static row => string.Join('|', row)).ToList();
        using var table = PostgresTable.Open(fixture.Table("测算结果_测试")).Table;
        Assert.NotNull(table);
        using var rows = table.Read(table.Columns);
        var actual = new List<string> { string.Join('|', table.Columns.Select(static column => column.Name)) };
        while (rows.TryRead(out var row))
            actual.Add(string.Join('|', row.Cells.Select(static cell => cell is "TRUE" ? "是" : cell is "FALSE" ? "否" : cell)));
        Assert.Equal(expected, actual);
    }

    [PostgresFact]
    public void 缺列缺表_什么都不写()
    {
        fixture.Execute("""DROP TABLE IF EXISTS "缺列"; CREATE TABLE "缺列" ("统一社会信用代码" text)""");
        foreach (var (table, code) in (ReadOnlySpan<(string, string)>)[("缺列", "DSL5101"), ("没有的", "DSL5804")])
        {
            var outcome = BatchRunner.Run(TestProgram.Program, [],
                new(new(fixture.Address(table)), _folder["out/结果.csv"], TestProgram.Context), null, CancellationToken.None);
            Assert.Contains(outcome.Findings, finding => finding.Code == code);
            Assert.Empty(_folder.Names);
        }
    }

    /// <summary>The sample registry in typed tables, as a database would have it.</summary>
    private RegistrySource Load()
    {
        fixture.Execute("DROP SCHEMA IF EXISTS \"样本\" CASCADE; CREATE SCHEMA \"样本\"");
        var source = new RegistrySource(fixture.Address("样本.企业"));
        foreach (var (name, rows) in SampleRegistry.Tables)
        {
            var types =
                rows[0].Select((_, column) => TypeOf([.. rows.Skip(1).Select(row => row[column]).Where(static cell => cell.Length > 0)]))
                    .ToArray();
            fixture.Execute($"CREATE TABLE \"样本\".\"{name}\" "
                + $"({string.Join(", ", rows[0].Zip(types, static (column, type) => $"\"{column}\" {type}"))})");
            using var connection = new NpgsqlConnection(fixture.Table("x").ConnectionString());
            connection.Open();
            using (var copy = connection.BeginTextImport($"COPY \"样本\".\"{name}\" FROM STDIN (FORMAT CSV)"))
            {
                foreach (var row in rows.Skip(1))
                    copy.Write(
                        string.Join(',',
                            row.Select((cell, column) =>
                                cell.Length == 0 ? "" : $"\"{(types[column] == "boolean" ? cell == "是" ? "t" : "f" : cell)}\""))
                            + "\n");
            }
            if (name != "企业")
                source = source with { Tables = source.Tables.Add(name, fixture.Address($"样本.{name}")) };
        }
        return source;
    }

    private static string TypeOf(string[] cells) =>
        cells.Length == 0 ? "text"
        : Array.TrueForAll(cells, static cell => cell is "是" or "否") ? "boolean"
        : Array.TrueForAll(cells, static cell => DateOnly.TryParseExact(cell, "yyyy-MM-dd", out _)) ? "date"
        : Array.TrueForAll(cells,
            static cell =>
                cell.Length < 9 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _) && !cell.StartsWith('0'))
            ? "integer"
        : Array.TrueForAll(cells,
            static cell => decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
                && (cell.Length == 1 || !char.IsAsciiDigit(cell[1]) || cell[0] != '0'))
            ? "numeric"
        : "text";
}
