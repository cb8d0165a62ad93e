// The same records in every format say the same to a publication; another amount, another year or another row more do not.
using Dsl.Batch.Engines;
using Dsl.Batch.Publishing;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Batch.Tests.DuckDb;
using Dsl.Batch.Tests.Excel;
using Dsl.Batch.Tests.Postgres;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Policies;
using Xunit;

namespace Dsl.Batch.Tests;

[Collection(PostgresCollection.Name)]
public sealed class PublishFormatTests(PostgresFixture postgres) : IDisposable
{
    private const string Policy = """
        政策 兑现办法
          文号 兑府〔2023〕1号
          施行日期 2020-01-01
          级次 区级

        数据 企业
          主键 代码 : 文本
          投入 : 金额

        条款 1 一次性奖励
          频次 一次性
          奖补 = 投入 * 10%

        条款 2 核定
          频次 每年
          奖补 = 核定 最高 5万元
        """;

    private const string Header = "主键,文号,条款,事项行,年度,金额\n",
        Select = "SELECT 'A' AS 主键, '兑府[2023]1号' AS 文号, '2' AS 条款, NULL AS 事项行, {0} AS 年度, {1} AS 金额";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Formats => ["csv", "gb18030", "json", "jsonl", "xlsx", "duckdb", "parquet", "postgres"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void 各种格式的兑现记录和核定_内容相同就公布(string format)
    {
        _folder.Write("p/办法.policy", Policy);
        _folder.Write("in/企业.csv", "代码,投入\nA,100万元\n");
        var (payments, approvals) = (Table("兑现记录", format, 2021, "3000.00"), Table("核定", format, 2022, "4000.50"));
        foreach (var engine in EvaluationEngines.Names)
        {
            var source = new RegistrySource(_folder["in"]) { Tables =
                System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("兑现记录", payments).Add("核定", approvals) };
            var options =
                new BatchOptions(source, _folder["out.csv"], new EvaluationContext(new DateOnly(2022, 6, 30), 2022)) { Engine = engine };
            Assert.NotNull(BatchRunner.Run(PolicyLoader.Load([_folder["p"]]), options, null, CancellationToken.None).Result);
            Assert.Equal("DSL5255", Publish(Header + "A,兑府〔2023〕1号,2,,2021,3000.01\n"));
            Assert.Equal("DSL5255", Publish(Header + "A,兑府〔2023〕1号,2,,2020,3000\n"));
            Assert.Equal("DSL5255", Publish(Header + "A,兑府〔2023〕1号,2,,2021,3000\nB,兑府〔2023〕1号,2,,2021,3000\n"));
            Assert.Null(Publish(Header + "ａ,兑府〔2023〕1号,２,,2021年度,0.3万元\n"));
            Assert.EndsWith("A,兑府〔2023〕1号,2,,2022,4000.50\n", _folder.Read("h.csv"), StringComparison.Ordinal);
        }
        Table("核定", format, 2022, "4000.51");
        Assert.Equal("DSL5258", Publish(Header + "A,兑府〔2023〕1号,2,,2021,3000\n"));
    }

    private string? Publish(string history)
    {
        _folder.Write("h.csv", history);
        return Publisher.Run(new(_folder["out.csv"], _folder["h.csv"]), CancellationToken.None).Findings
            .FirstOrDefault(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error)
            ?.Code;
    }

    /// <summary>Writes a table of one record; its SRC.</summary>
    private string Table(string name, string format, int year, string amount)
    {
        var file = _folder[$"t/{name}.{(format == "gb18030" ? "csv" : format)}"];
        var select = Select.Replace("{0}", $"{year}", StringComparison.Ordinal)
            .Replace("{1}", $"CAST({amount} AS DECIMAL(18,2))", StringComparison.Ordinal);
        Directory.CreateDirectory(_folder["t"]);
        switch (format)
        {
            case "csv" or "gb18030":
                System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
                _folder.Write($"t/{name}.csv", Header + $"A,兑府[2023]1号,2,,{year},{amount}\n",
                    format == "csv" ? null : System.Text.Encoding.GetEncoding("GB18030"));
                return file;
            case "json" or "jsonl":
                var row = $$"""{"主键": "A", "文号": "兑府[2023]1号", "条款": "2", "事项行": null, "年度": {{year}}, "金额": {{amount}}}""";
                _folder.Write($"t/{name}.{format}", format == "json" ? $"[{row}]" : row + "\n");
                return file;
            case "xlsx":
                _folder.WriteBytes($"t/{name}.xlsx",
                    new TestWorkbook()
                        .Sheet(name,
                            [["t:主键", "t:文号", "t:条款", "t:事项行", "t:年度", "t:金额"],
                                ["t:A", "t:兑府[2023]1号", "2", "", $"{year}", amount]])
                        .ToArray());
                return file;
            case "duckdb":
                File.Delete(file);
                DuckDbFiles.Make($"ATTACH '{file}' AS d", $"CREATE TABLE d.{name} AS {select}", "DETACH d");
                return $"{file}#{name}";
            case "parquet":
                DuckDbFiles.Make($"COPY ({select}) TO '{file}' (FORMAT parquet)");
                return file;
            default:
                postgres.Execute($"DROP TABLE IF EXISTS \"{name}公布\"; CREATE TABLE \"{name}公布\" AS "
                    + $"{select.Replace("NULL", "NULL::text", StringComparison.Ordinal)}");
                return postgres.Address($"{name}公布");
        }
    }
}
