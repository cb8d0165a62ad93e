// The same registry as CSV, as Parquet and as a .duckdb file gives the same results to the byte.
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Data.DuckDb;
using Dsl.Loading.Policies;
using Dsl.Testing;
using Xunit;

namespace Dsl.Batch.Tests.DuckDb;

public sealed class DuckDbRegistryTests : IDisposable
{
    private const string Header = "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 样例数据从三种来源读_结果逐字节相同()
    {
        var policies = PolicyLoader.Load([RepositoryRoot.Combine("policies")]);
        var sample = RepositoryRoot.Combine("policies", "sample");
        foreach (var csv in Directory.EnumerateFiles(sample, "*.csv"))
        {
            var name = Path.GetFileNameWithoutExtension(csv);
            // All as text, so that every cell says exactly what it says in the CSV file.
            var read = $"read_csv({DuckDbSql.Text(csv)}, header = true, all_varchar = true, nullstr = '')";
            _folder.WriteBytes($"表/{name}.parquet", []);
            DuckDbFiles.Make(
                $"COPY (SELECT * FROM {read}) TO {DuckDbSql.Text(_folder[$"表/{name}.parquet"])} (FORMAT parquet)",
                $"ATTACH {DuckDbSql.Text(_folder["登记.duckdb"])} AS d", $"CREATE TABLE d.{DuckDbSql.Name(name)} AS SELECT * FROM {read}");
        }
        var context = policies.Context(new DateOnly(2024, 6, 30), 2024, new DateOnly(2024, 6, 30));
        string Run(string input, string output)
        {
            var outcome = BatchRunner.Run(policies, new BatchOptions(new RegistrySource(input), _folder[output], context), null,
                CancellationToken.None);
            Assert.False(outcome.HasErrors, string.Join('\n', outcome.Findings));
            return _folder.Read(output);
        }
        var expected = Run(sample, "一.csv");
        Assert.True(expected.Length > 10_000);
        Assert.Equal(expected, Run(_folder["表"], "二.csv"));
        Assert.Equal(expected, Run(_folder["登记.duckdb"], "三.csv"));
    }

    [Fact]
    public void 有类型的列与文本的列结果相同()
    {
        _folder.Write("in/企业.csv", Header + string.Concat(Enumerable.Range(0, 5000).Select(static i =>
            $"A{i},第{i}家企业,{(i % 2 == 0 ? "渝中区" : "江津区")},20{i % 20 + 10}-02-{i % 28 + 1:00},"
            + $"{(i % 3 == 0 ? "是" : i % 3 == 1 ? "否" : "")},{i % 900},{(i % 11 == 0 ? "" : $"{i * 12_345.67m}")},{i % 100 / 100m}\n")));
        _folder.Write("in/科技项目.csv",
            "统一社会信用代码,项目编号,国拨经费\n"
                + string.Concat(Enumerable.Range(0, 5000).Select(static i => $"A{i / 2},P{i},{i * 1000.01m}\n")));
        var expected = Run(_folder["in"], []);
        foreach (var (type, index) in ((string[])["DECIMAL(18,2)", "DECIMAL(38,4)", "DECIMAL(12,2)", "DOUBLE", "VARCHAR"])
            .Select(static (type, index) => (type, index)))
        {
            var (main, detail) = (_folder[$"主表{index}.parquet"], _folder[$"库{index}.duckdb"]);
            DuckDbFiles.Make(
                $"""
                COPY (SELECT 统一社会信用代码, 名称, 注册区县::ENUM('江津区', '渝中区') AS 注册区县, 登记日期::{(index % 2 == 0 ? "DATE" : "TIMESTAMP")} AS 登记日期,
                  CASE 依法纳税 WHEN '是' THEN true WHEN '否' THEN false END AS 依法纳税, 职工总数::{(index % 2 == 0 ? "SMALLINT" : "BIGINT")} AS 职工总数,
                  研发投入::{type} AS 研发投入, 研发占比::{(type == "VARCHAR" ? "DOUBLE" : type)} AS 研发占比
                  FROM read_csv('{_folder["in/企业.csv"]}', header = true, all_varchar = true, nullstr = '')) TO '{main}' (FORMAT parquet)
                """,
                $"ATTACH '{detail}' AS d",
                $"CREATE TABLE d.项目 AS SELECT 项目编号, 国拨经费::{type} AS 国拨经费, 统一社会信用代码 FROM "
                + $"read_csv('{_folder["in/科技项目.csv"]}', header = true, all_varchar = true)");
            Assert.Equal(expected, Run(main, [("科技项目", detail + "#项目")]));
        }
    }

    [Fact]
    public void 坏的格退回_写明第几行和列()
    {
        DuckDbFiles.Make(
            $"""
            COPY (SELECT 'A' || i AS 统一社会信用代码, '甲' AS 名称, '渝中区' AS 注册区县, CASE i WHEN 2 THEN 'infinity'::DATE ELSE '2020-01-01'::DATE END AS 登记日期, true AS 依法纳税, 5 AS 职工总数,
              CASE i WHEN 1 THEN 'NaN'::DOUBLE WHEN 3 THEN -1 ELSE 100 END AS 研发投入, 0.5 AS 研发占比 FROM range(5) t(i)) TO '{_folder["企业.parquet"]}' (FORMAT parquet)
            """);
        Run(_folder["企业.parquet"], []);
        var rejected = File.ReadAllLines(_folder["结果.csv.rejected.csv"]).Skip(1);
        Assert.Collection(
            rejected,
            static line => Assert.Contains(",2,研发投入,NaN,DSL5137", line, StringComparison.Ordinal),
            static line => Assert.Contains(",3,登记日期,,DSL5305", line, StringComparison.Ordinal),
            static line => Assert.Contains(",4,研发投入,-1,DSL5303", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("研发投入", true)]
    [InlineData("研发占比", true)]
    [InlineData("名称", false)]
    public void 单精度的列不读_用不到的列不管(string column, bool stops)
    {
        // 1000000.01 is 1000000 in a FLOAT, and nothing shows it.
        string Column(string name, string value) =>
            name == column ? $"{(name == "名称" ? "1" : value)}::FLOAT AS {name}" : $"{value} AS {name}";
        DuckDbFiles.Make($"COPY (SELECT 'A' AS 统一社会信用代码, {Column("名称", "'甲'")}, '渝中区' AS 注册区县, DATE '2020-01-01' AS "
            + $"登记日期, true AS 依法纳税, 5 AS 职工总数, {Column("研发投入", "1000000.01")}, {Column("研发占比", "0.5")}) TO "
            + $"'{_folder["企业.parquet"]}' (FORMAT parquet)");
        var result = BatchRunner.Run(TestProgram.Program, [],
            new BatchOptions(new RegistrySource(_folder["企业.parquet"]), _folder["结果.csv"], TestProgram.Context), null,
            CancellationToken.None);
        Assert.Equal(stops, result.HasErrors);
        Assert.Equal(stops,
            result.Findings
                .Any(finding => finding.Code == "DSL5126" && finding.Problem.Message.Contains(column, StringComparison.Ordinal)));
    }

    [Fact]
    public void 列的类型不能读_缺列_读到一半损坏_都不写结果()
    {
        DuckDbFiles.Make($"COPY (SELECT 'A' AS 统一社会信用代码, '甲' AS 名称, '渝中区' AS 注册区县, DATE '2020-01-01' AS 登记日期, true "
            + $"AS 依法纳税, 5 AS 职工总数, [1, 2] AS 研发投入, 0.5 AS 研发占比) TO '{_folder["企业.parquet"]}' (FORMAT parquet)");
        Assert.Contains("DSL5136", Refused(_folder["企业.parquet"]));
        DuckDbFiles.Make($"COPY (SELECT 'A' AS 统一社会信用代码) TO '{_folder["企业.parquet"]}' (FORMAT parquet)");
        Assert.Contains("DSL5101", Refused(_folder["企业.parquet"]));
        DuckDbFiles.Make($"COPY (SELECT hash(i)::VARCHAR AS 统一社会信用代码, '甲' AS 名称, '渝中区' AS 注册区县, DATE '2020-01-01' AS "
            + $"登记日期, true AS 依法纳税, 5 AS 职工总数, 1 AS 研发投入, 0.5 AS 研发占比 FROM range(300000) t(i)) TO "
            + $"'{_folder["企业.parquet"]}' (FORMAT parquet, COMPRESSION zstd)");
        var bytes = File.ReadAllBytes(_folder["企业.parquet"]);
        bytes.AsSpan(bytes.Length * 3 / 4, 4000).Fill(0xFF);
        File.WriteAllBytes(_folder["企业.parquet"], bytes);
        Assert.Contains("DSL5133", Refused(_folder["企业.parquet"]));
        Assert.Equal(["企业.parquet"], _folder.Names);
    }

    private string Run(string input, (string Table, string Source)[] details)
    {
        var source = new RegistrySource(input) { Tables = RegistrySourceTables(details) };
        var outcome =
            BatchRunner.Run(TestProgram.Program, [], new(source, _folder["结果.csv"], TestProgram.Context), null, CancellationToken.None);
        Assert.False(outcome.HasErrors, string.Join('\n', outcome.Findings));
        return _folder.Read("结果.csv");
    }

    private List<string> Refused(string input)
    {
        var outcome = BatchRunner.Run(TestProgram.Program, [], new(new RegistrySource(input), _folder["结果.csv"], TestProgram.Context),
            null, CancellationToken.None);
        Assert.Null(outcome.Result);
        return [.. outcome.Findings.Select(static finding => finding.Code)];
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, string> RegistrySourceTables(
        (string Table, string Source)[] details) =>
        System.Collections.Immutable.ImmutableDictionary.CreateRange(
            details.Select(static detail => KeyValuePair.Create(detail.Table, detail.Source)));
}
