// External figures of 目标 as inputs: named with the 文号, so that two policies do not share one.
using Dsl.Compiler;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Json;
using Dsl.Ir.Nodes;
using Dsl.Syntax.Text;
using Dsl.Verification.Examples;
using Xunit;

namespace Dsl.Batch.Tests;

public class ParameterTests
{
    private const string Schema = "数据 企业\n  主键 代码 : 文本\n";

    [Fact]
    public void 两份政策的目标各有自己的数()
    {
        var program = Program("甲", "乙");
        var reading = FactsJson.Read(program, "facts.json", """{"企业": {}, "参数": {"甲〔2021〕1号 目标 8": "1000家", "乙〔2021〕1号 目标 8": "900家", "乙〔2021〕1号 目标 8 中心城区": "1家"}}""");
        Assert.Equal(["DSL5214"], reading.Findings.Select(static finding => finding.Code));
        reading = FactsJson.Read(program, "facts.json", """{"企业": {}, "参数": {"甲〔2021〕1号 目标 8": "1000家", "乙〔2021〕1号 目标 8": "900家", "乙〔2021〕1号 目标 8 规上企业": "1家"}}""");
        Assert.Empty(reading.Findings);
        var targets = new RegistryEvaluator(program, new(new(2024, 6, 30), 2024) { Parameters = reading.Parameters }).Finish().Targets;
        Assert.Equal(["乙 Missed", "乙 其中 Missed", "甲 Reached", "甲 其中 Undetermined"], targets.SelectMany(static target => target.Parts
            .Select(part => $"{target.Policy.Number[0]} 其中 {part.Status}").Prepend($"{target.Policy.Number[0]} {target.Figure.Status}")));
    }

    [Fact]
    public void 两份政策时不能省略文号()
    {
        const string Facts = """{"企业": {}, "参数": {"目标 8": "1000家"}}""";
        Assert.Equal("DSL5214", Assert.Single(FactsJson.Read(Program("甲", "乙"), "facts.json", Facts).Findings).Code);
        var single = FactsJson.Read(Program("甲"), "facts.json", Facts);
        Assert.Empty(single.Findings);
        Assert.Equal(["甲〔2021〕1号 目标 8"], single.Parameters.Keys);
    }

    [Fact]
    public void 目标的算例() =>
        Assert.Equal([true, true, true, true],
            TestRun.Run(Program("甲"), new(0), CancellationToken.None).Examples.Select(static example => example.Passed));

    private static IrProgram Program(params string[] names)
    {
        var policies = names.Select(static name => new SourceText($"{name}.policy", $"""
            政策 {name}办法
              文号 {name}〔2021〕1号
              施行日期 2021-01-01
              级次 区级

            目标 8 创新主体
              期限 2023年度
              指标 外部 : 家
              值 达到 1000家
              其中 规上企业 : 达到 700家

            算例 目标 8 恰好达到
              已知 目标: 指标 = 1000家; 规上企业 = 1家
              应得 达成 1000家

            算例 目标 8 差一家，还在期限之内
              已知 目标: 指标 = 999家
              测算日 2023-12-31
              应得 进行中

            算例 目标 8 差一家，过了期限
              已知 目标: 指标 = 999家
              测算日 2024-01-01
              应得 未达成

            算例 目标 8 没有报来
              应得 未定
            """));
        var compilation = Compilation.Create([.. policies, new SourceText("schema/企业.policy", Schema)], []);
        Assert.DoesNotContain(compilation.Diagnostics, static diagnostic => diagnostic.Severity == Dsl.Syntax.Diagnostics.Severity.Error);
        return compilation.Program;
    }
}
