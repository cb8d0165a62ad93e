// Records of documents that are not evaluated: known ones are left alone, unknown ones are rejected, in every format, command and engine.
using System.Text.Json;
using Dsl.Batch.Comparing;
using Dsl.Batch.Engines;
using Dsl.Batch.Publishing;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Batch.Tests.Excel;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Json;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Dsl.Syntax.Diagnostics;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class OtherDocumentTests : IDisposable
{
    private const string Head = """
        政策 甲办法
          文号 中共从化府〔2021〕1号
          施行日期 2021-01-01
          级次 区级
          原文 原文.txt

        数据 企业
          主键 代码 : 文本
          额 : 金额


        """;

    private const string Once = """
        条款 1 一次性
          频次 一次性
          奖补 = 额
          说明 原渝办发〔2018〕12号同时废止，按照渝府发[2020] 8 号执行。

        """;

    private const string Yearly = """
        条款 2 每年
          频次 每年
          奖补 = 核定 最高 额

        """;

    private readonly TemporaryFolder _folder = new();

    public OtherDocumentTests()
    {
        _folder.Write("p/办法.policy", Head + Once + Yearly);
        _folder.Write("p/原文.txt", "第一条 《旧办法》（渝府办发〔2017〕3号）的规定继续有效。\n");
        _folder.Write("in/企业.csv", "代码,额\nA,5万元\nB,5万元\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("别府〔2020〕9号", false)]
    [InlineData("一次性奖励办法", false)]
    [InlineData("渝办发〔2018〕12号", true)]
    [InlineData("渝办发【2018】 12号", true)]
    [InlineData("渝府发〔2020〕8号", true)]
    [InlineData("渝府办发〔2017〕3号", true)]
    [InlineData("办发〔2017〕3号", false)]
    // What is left of the policy's own 文号 after 从 is a misspelling.
    [InlineData("化府〔2021〕1号", false)]
    public void 不认识的文号退回_政策里写到的不用(string number, bool isKnown)
    {
        _folder.Write("in/兑现记录.csv", $"主键,文号,条款,年度,金额\nA,{number},1,2022,5万元\n");
        _folder.Write("in/核定.csv", $"主键,文号,条款,年度,金额\nB,{number},2,2023,100\nB,中共从化府〔2021〕1号,2,2023,200\n");
        var lines = EveryEngine.Lines(engine => Outcome(engine), () => _folder.Read("out.csv"));
        Assert.Equal(isKnown,
            lines.Exists(static line => line.StartsWith("A,中共从化府〔2021〕1号,1,,符合,50000.00,", StringComparison.Ordinal)));
        Assert.Equal(isKnown, lines.Exists(static line => line.StartsWith("A,", StringComparison.Ordinal)));
        // Where the 文号 is a slip, which of two 核定 holds is in doubt.
        Assert.Equal(number != "化府〔2021〕1号",
            lines.Exists(static line => line.StartsWith("B,中共从化府〔2021〕1号,2,,符合,200.00,", StringComparison.Ordinal)));
        Assert.Equal(!isKnown, File.Exists(_folder["out.csv.rejected.csv"]));
        Assert.Equal(isKnown, Outcome(EvaluationEngines.Reference).Findings.Any(static finding => finding.Code == "DSL5213"));
        if (!isKnown)
            Assert.Equal(2,
                Rejected().Split('\n')
                    .Count(static line =>
                        line.Contains("DSL5250", StringComparison.Ordinal) || line.Contains("DSL5223", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("xlsx")]
    public void 各种格式_说明以后不用(string format)
    {
        string[] row = ["A", "别府〔2020〕9号", "1", "", "2022", "50000"];
        var record =
            JsonSerializer.Serialize(RecordTable.Columns.Zip(row).ToDictionary(static pair => pair.First, static pair => pair.Second));
        if (format == "xlsx")
            _folder.WriteBytes("in/兑现记录.xlsx",
                new TestWorkbook()
                    .Sheet("兑现记录",
                        [[.. RecordTable.Columns.Select(static name => "t:" + name)],
                            [.. row.Select(static cell => cell.Length == 0 ? "" : "t:" + cell)]])
                    .ToArray());
        else
            _folder.Write($"in/兑现记录.{format}",
                format == "csv" ? $"{string.Join(',', RecordTable.Columns)}\n{string.Join(',', row)}\n"
                : format == "json" ? $"[{record}]"
                : record + "\n");
        foreach (var engine in EvaluationEngines.Names)
        {
            Outcome(engine);
            Assert.Contains("DSL5250", Rejected(), StringComparison.Ordinal);
            Assert.DoesNotContain("\nA,", _folder.Read("out.csv"), StringComparison.Ordinal);
            Assert.Contains(Outcome(engine, "别府[2020]９号").Findings, static finding => finding.Code == "DSL5213");
            Assert.Contains("\nA,中共从化府〔2021〕1号,1,,符合,50000.00,", _folder.Read("out.csv"), StringComparison.Ordinal);
            Assert.Contains("其他文件", _folder.Read("out.csv.manifest.json"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void 没有条款看历年兑现的照算_配置里的也算说明()
    {
        _folder.Write("in/兑现记录.csv", "主键,文号,条款,年度,金额\nA,别府〔2020〕9号,1,2022,5万元\n");
        _folder.Write("p/policy.json", "{\"其他文件\": [\"别府〔2020〕9号\"]}");
        Outcome(EvaluationEngines.Reference);
        Assert.Contains("\nA,中共从化府〔2021〕1号,1,,符合,50000.00,", _folder.Read("out.csv"), StringComparison.Ordinal);
        _folder.Write("p/policy.json", "{}");
        _folder.Write("p/办法.policy", Head + Yearly);
        Outcome(EvaluationEngines.Reference);
        Assert.Contains("\nA,中共从化府〔2021〕1号,2,,待核定,", _folder.Read("out.csv"), StringComparison.Ordinal);
        Assert.Contains("DSL5250", Rejected(), StringComparison.Ordinal);
        _folder.Write("p/policy.json", "{\"其他文件\": \"别府〔2020〕9号\"}");
        Assert.Contains(PolicyLoader.Load([_folder["p"]]).Problems,
            static problem => problem.Code == FileDiagnostics.BadConfiguration.Code);
    }

    [Theory]
    [InlineData("别府〔2020〕9号", "", "DSL5250")]
    [InlineData("别府〔2020〕9号", "别府[2020]9号", "DSL5213")]
    [InlineData("渝办发〔2018〕12号", "", "DSL5213")]
    public void 一个主体的文件(string number, string other, string code)
    {
        var text = $"{{\"企业\": {{\"代码\": \"A\"}}, \"兑现记录\": [{{\"文号\": \"{number}\", \"条款\": \"1\", \"年度\": 2022, \"金额\": "
            + $"\"5万元\"}}]}}";
        var reading = FactsJson.Read(PolicyLoader.Load([_folder["p"]]).Compilation.Program, "facts.json", text,
            otherDocuments: other.Length == 0 ? [] : [other]);
        Assert.Equal(code, Assert.Single(reading.Findings).Code);
        Assert.Equal(code == "DSL5213", reading.Facts is { Payments.IsEmpty: true });
    }

    [Fact]
    public void 公布时有不认识的文号的主体不公布_各行原样保留()
    {
        Outcome(EvaluationEngines.Reference, "旧府〔2019〕1号");
        const string History = "主键,文号,条款,事项行,年度,金额\nA,别府〔2020〕9号,1,,2023,5万元\nB,旧府〔2019〕1号,1,,2023,7\n";
        _folder.Write("in/兑现记录.csv", History);
        var outcome = Publisher.Run(new(_folder["out.csv"], _folder["in/兑现记录.csv"]) { WithdrawMissing = true }, CancellationToken.None);
        Assert.Equal(("DSL5251", Severity.Warning), (Assert.Single(outcome.Findings).Code, outcome.Findings[0].Severity));
        Assert.Equal(History + "B,中共从化府〔2021〕1号,1,,2023,50000.00\n", _folder.Read("in/兑现记录.csv"));
        // The records of B stand there now: the result is computed again from them.
        Outcome(EvaluationEngines.Reference, "旧府〔2019〕1号", "别府〔2020〕9号");
        outcome = Publisher.Run(new(_folder["out.csv"], _folder["in/兑现记录.csv"]), CancellationToken.None);
        Assert.Empty(outcome.Findings);
        Assert.Equal(["A"], outcome.Report?.Appended.Select(static payment => payment.Key) ?? []);
    }

    [Fact]
    public void 比较两版时_另一版的政策是知道的()
    {
        _folder.Write("in/兑现记录.csv", "主键,文号,条款,年度,金额\nA,新府〔2023〕1号,1,2022,5万元\n");
        _folder.Write("q/办法.policy",
            (Head + Once).Replace("中共从化府〔2021〕1号", "新府〔2023〕1号", StringComparison.Ordinal)
                .Replace("  原文 原文.txt\n", "", StringComparison.Ordinal));
        var (old, @new) = (PolicyLoader.Load([_folder["p"]]).Compilation.Program, PolicyLoader.Load([_folder["q"]]).Compilation.Program);
        var options =
            new RegistryComparisonOptions(new RegistrySource(_folder["in"]), new EvaluationContext(new DateOnly(2023, 6, 30), 2023));
        var comparison = RegistryComparer.Run(old, @new, [], options, null, CancellationToken.None).Comparison;
        Assert.NotNull(comparison);
        Assert.Equal((0L, 0L), (comparison.OldRejectedRows, comparison.NewRejectedRows));
    }

    private BatchOutcome Outcome(string engine, params ReadOnlySpan<string> others)
    {
        var options =
            new BatchOptions(new RegistrySource(_folder["in"]) { OtherDocuments = [.. others] }, _folder["out.csv"],
                new EvaluationContext(new DateOnly(2023, 6, 30), 2023))
            {
                Engine = engine
            };
        return BatchRunner.Run(PolicyLoader.Load([_folder["p"]]), options, null, CancellationToken.None);
    }

    private string Rejected() => _folder.Read("out.csv.rejected.csv");
}
