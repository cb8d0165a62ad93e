// Rows that are no data, in every format that a registry can have: what is listed and what is paid does not depend on the format.
using System.Collections.Immutable;
using System.Text.Json;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Batch.Tests.DuckDb;
using Dsl.Batch.Tests.Excel;
using Dsl.Batch.Tests.Postgres;
using Dsl.Data.DuckDb;
using Dsl.Testing;
using Xunit;

namespace Dsl.Batch.Tests;

[Collection(PostgresCollection.Name)]
public sealed class NonDataFormatTests(PostgresFixture fixture) : IDisposable
{
    private static readonly string[] Header =
        ["序号", "统一社会信用代码", "名称", "注册区县", "登记日期", "依法纳税", "职工总数", "研发投入", "研发占比", "说明"];
    private static readonly string[] Good = ["1", "A1", "甲", "渝中区", "2020-01-01", "是", "50", "1000", "0.5", ""];

    private static readonly string[][] Projects =
    [
        ["序号", "统一社会信用代码", "项目编号", "国拨经费"],
        ["1", "A1", "总计-01", "100"],
        ["2", "A1", "合计平台升级", "100"],
        ["小计", "A1", "", "200"],
        ["", "合计", "", "200"],
        ["", "", "", ""],
        ["制表：", "", "", ""],
        ["备注：另附", "", "", ""],
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Formats => [.. (string[])["csv", "json", "jsonl", "xlsx", "xls", "parquet", "duckdb"]];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void 别的列里的合计和落款(string format) => Check(format, [Header, Good,
        ["合计", "", "", "", "", "", "50", "1000", "", ""],
        ["", "3家", "小计", "", "", "", "50", "1000", "", ""],
        ["", "", "", "", "", "", "", "", "", "填表人：张某"],
        ["", "", "", "", "", "", "", "", "", ""],
        ["审核：", "", "", "", "", "", "", "", "", ""]],
        "DSL5230 DSL5231 DSL5230 DSL5230 DSL5230");

    [Theory]
    [MemberData(nameof(Formats))]
    public void 表头下面的单位行(string format) =>
        Check(format, [Header, ["", "单位", "", "", "", "", "人", "元", "", ""], Good], "DSL5230");

    [Theory]
    [MemberData(nameof(Formats))]
    public void 表头下面的栏次(string format) =>
        Check(format, [Header, [.. Enumerable.Range(1, 10).Select(static number => $"{number}")], Good], "DSL5230");

    [Theory]
    [MemberData(nameof(Formats))]
    public void 又一个表头(string format) => Check(format, [Header, Good, Header], "DSL5230");

    [Theory]
    [MemberData(nameof(Formats))]
    public void 有证件号的主体叫小计的照付(string format) =>
        Check(format,
            [Header, Good, ["2", "91500000EXAMPLE01X", "小计", .. Good[3..]], ["3", "合计电子有限公司", "合计电子有限公司", .. Good[3..]]],
            "", "合计电子有限公司", "91500000EXAMPLE01X");

    [PostgresFact]
    public void 数据库的表也一样()
    {
        别的列里的合计和落款("postgres");
        表头下面的单位行("postgres");
        表头下面的栏次("postgres");
        又一个表头("postgres");
        有证件号的主体叫小计的照付("postgres");
    }

    [PostgresFact]
    public void 没有权限的列不读()
    {
        Check("postgres", [Header, Good], "");
        fixture.Execute("DROP ROLE IF EXISTS narrow");
        fixture.Execute("CREATE ROLE narrow LOGIN PASSWORD 'tester'");
        fixture.Execute("GRANT SELECT (统一社会信用代码) ON 企业 TO narrow");
        Assert.False((bool?)fixture.Execute("SELECT has_column_privilege('narrow', '企业', '说明', 'SELECT')"));
    }

    [Fact]
    public void 有类型的列()
    {
        DuckDbFiles.Make($"""
            COPY (SELECT * FROM (VALUES
              (1, 'A1', '甲', 50, 1000, 1, NULL), (NULL, '合计', NULL, 50, 1000, NULL, NULL), (2, '', '小计', 50, 1000, NULL, NULL), (NULL, NULL, NULL, NULL, NULL, NULL, '填表人：张某')) t(序号, 统一社会信用代码, 名称, 职工总数, 研发投入, 研发占比, 说明))
            TO {DuckDbSql.Text(_folder["typed.parquet"])} (FORMAT parquet)
            """);
        DuckDbFiles.Make($"""
            COPY (SELECT 序号, 统一社会信用代码, 名称, CASE WHEN 统一社会信用代码 = 'A1' THEN '渝中区' END AS 注册区县, CASE WHEN 统一社会信用代码 = 'A1' THEN DATE '2020-01-01' END AS 登记日期,
              CASE WHEN 统一社会信用代码 = 'A1' THEN true END AS 依法纳税, 职工总数, 研发投入, 研发占比, 说明 FROM {DuckDbSql.Text(_folder["typed.parquet"])})
            TO {DuckDbSql.Text(_folder["企业.parquet"])} (FORMAT parquet)
            """);
        var (paid, rejected) = Run(new(_folder["企业.parquet"]));
        Assert.Equal(["A1"], paid);
        Assert.Equal(["DSL5230", "DSL5230", "DSL5230"], rejected);
    }

    [Fact]
    public void 主键是数的明细_文字列不当作没有主键的行()
    {
        DuckDbFiles.Make(
            $"COPY (SELECT 1::BIGINT AS 统一社会信用代码, '甲' AS 名称, '渝中区' AS 注册区县, DATE '2020-01-01' AS 登记日期, true AS "
            + $"依法纳税, 50 AS 职工总数, 1000 AS 研发投入, 0.5 AS 研发占比) TO {DuckDbSql.Text(_folder["企业.parquet"])} (FORMAT parquet)",
            $"COPY (SELECT 1::BIGINT AS 统一社会信用代码, '说明 甲' AS 项目编号, 100 AS 国拨经费) TO "
            + $"{DuckDbSql.Text(_folder["科技项目.parquet"])} (FORMAT parquet)");
        var (paid, rejected) = Run(new(_folder["企业.parquet"])
            { Tables = ImmutableDictionary<string, string>.Empty.Add("科技项目", _folder["科技项目.parquet"]) });
        // Whatever else is thought of the row, it is not left out as a remark.
        Assert.DoesNotContain("DSL5230", rejected);
        Assert.Contains("1", paid);
    }

    private void Check(string format, string[][] rows, string codes, params string[] alsoPaid)
    {
        // 5 rows of the detail are no data; its two rows that only look so are paid.
        var expected = codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(Enumerable.Repeat("DSL5230", 5)).Order();
        var source = new RegistrySource(Write(format, "企业", rows))
        {
            Tables = ImmutableDictionary<string, string>.Empty.Add("科技项目", Write(format, "科技项目", Projects))
        };
        var (paid, rejected) = Run(source);
        // CSV and Excel pass over blank lines before anybody looks at them.
        var blank = format is "xlsx" or "xls" ? rows.Concat(Projects).Count(static row => row.All(static cell => cell.Length == 0)) : 0;
        Assert.Equal(expected.Skip(blank), rejected.Order());
        Assert.Equal(alsoPaid.Concat(["A1", "A1", "A1"]).Order(StringComparer.Ordinal), paid);
    }

    private string Write(string format, string table, string[][] rows)
    {
        static string Text(string text) => DuckDbSql.Text(text);
        string Values() =>
            string.Join(", ", rows.Skip(1)
                .Select(row =>
                    $"({string.Join(", ", row.Select(static cell => cell.Length == 0 ? "NULL::VARCHAR" : $"{Text(cell)}::VARCHAR"))})"));
        string Names() => string.Join(", ", rows[0].Select(static name => $"\"{name}\""));
        static string Value(string cell) => cell.Length == 0 ? "null" : JsonSerializer.Serialize(cell);
        string Row(string[] row) =>
            $"{{{string.Join(", ", rows[0].Zip(row, static (name, cell) => $"{JsonSerializer.Serialize(name)}: {Value(cell)}"))}}}";
        var path = _folder[$"in/{table}.{format}"];
        Directory.CreateDirectory(_folder["in"]);
        switch (format)
        {
            case "csv":
                File.WriteAllLines(path, rows.Select(static row => string.Join(',', row)));
                break;
            case "json":
                File.WriteAllText(path, $"[\n{string.Join(",\n", rows.Skip(1).Select(Row))}\n]");
                break;
            case "jsonl":
                File.WriteAllLines(path, rows.Skip(1).Select(Row));
                break;
            case "xlsx":
                File.WriteAllBytes(path, new TestWorkbook()
                    .Sheet(table, [.. rows.Select(static row => row.Select(static cell => cell.Length == 0 ? "" : $"t:{cell}").ToArray())])
                    .ToArray());
                break;
            case "xls":
                File.WriteAllBytes(path,
                    TestXls.Sheet(table,
                        [.. rows.Select(static row => row.Select(static cell => cell.Length == 0 ? "" : $"t:{cell}").ToArray())]));
                break;
            case "parquet":
                DuckDbFiles.Make($"COPY (SELECT * FROM (VALUES {Values()}) t({Names()})) TO {Text(path)} (FORMAT parquet)");
                break;
            case "duckdb":
                DuckDbFiles.Make($"ATTACH {Text(path)} AS d",
                    $"CREATE TABLE d.\"{table}\" AS SELECT * FROM (VALUES {Values()}) t({Names()})");
                return $"{path}#{table}";
            default:
                fixture.Execute($"DROP TABLE IF EXISTS \"{table}\"");
                fixture.Execute($"CREATE TABLE \"{table}\" AS SELECT * FROM (VALUES "
                    + $"{Values().Replace("VARCHAR", "text", StringComparison.Ordinal)}) t({Names()})");
                return fixture.Address(table);
        }
        return path;
    }

    private (string[] Paid, string[] Rejected) Run(RegistrySource source)
    {
        var outcome = BatchRunner.Run(TestProgram.Program, [],
            new BatchOptions(source, _folder["out.csv"], TestProgram.Context) { Threads = 1 }, null, CancellationToken.None);
        Assert.False(outcome.HasErrors, string.Join('\n', outcome.Findings));
        string[] paid = [.. CsvRecords.Of(_folder.Read("out.csv")).Skip(1).Where(static row => row.Contains("符合"))
            .Select(static row => row[0]).Order(StringComparer.Ordinal)];
        var rejected = _folder["out.csv.rejected.csv"];
        return (paid, File.Exists(rejected) ? [.. CsvRecords.Of(File.ReadAllText(rejected)).Skip(1).Select(static row => row[4])] : []);
    }
}
