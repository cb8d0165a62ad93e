// Records in 算例 that are of another clause: 兑现 条款 2 2023年度 20万元.
using Dsl.Compiler.Tests.Support;
using Dsl.Evaluation.Examples;
using Xunit;

namespace Dsl.Compiler.Tests.Compiling;

public class RecordOwnerTests
{
    private static string Policy(string number, string lines) => $"""
        政策 {number}办法
          文号 {number}
          施行日期 2021-01-01
          级次 区级
          竞合 本政策内 从高不重复
          竞合 本区其他政策 从高不重复

        条款 1 一次性奖励
          频次 一次性
          事项 研发投入
          奖补 = 50万元

        条款 2.10 核定的奖励
          频次 一次性
          事项 研发投入
          奖补 = 核定 最高 100万元

        {lines}
        """;

    private static Compilation Compile(string lines) =>
        Prelude.Compile($"// file: a.policy\n{Policy("甲〔2021〕1号", $"算例 条款 1 试\n  测算日 2024-06-30\n{lines}")}\n"
            + $"// file: b.policy\n{Policy("乙〔2021〕2号", "")}");

    [Theory]
    [InlineData("  兑现 条款 2.10 2023年度 20万元\n  应得 30万元")]
    [InlineData("  兑现 条款 ２．１０ 2023年度 20万元\n  应得 30万元")]
    [InlineData("  兑现 条款 2.10 2023年度 20万元\n  兑现 条款 2.10 2023年度 -20万元\n  应得 50万元")]
    [InlineData("  兑现 条款 2.10 2022年度 20万元\n  兑现 乙[2021]2号 条款 1 2023年度 10万元\n  应得 20万元")]
    [InlineData("  兑现 条款 2.10 2023年度 50万元\n  应得 让位")]
    [InlineData("  兑现 条款 1 2023年度 1元\n  应得 不符合")]
    [InlineData("  兑现 2023年度 1元\n  应得 不符合")]
    [InlineData("  连同 条款 2.10\n  核定 条款 2.10 60万元\n  应得 让位")]
    [InlineData("  连同 条款 2.10\n  核定 条款 2.10 2024年度 40万元\n  应得 50万元")]
    public void 记在写明的条款上(string lines)
    {
        var compilation = Compile(lines);
        Assert.DoesNotContain(compilation.Diagnostics, static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error);
        var result = Assert.Single(new ExampleRunner(compilation.Program).RunAll());
        Assert.True(result.Passed, $"{result.Expected} / {result.Got}");
    }

    [Theory]
    [InlineData("兑现 条款 3 2023年度 20万元", "DSL2212", "3")]
    [InlineData("兑现 乙〔2021〕2号 条款 3 2023年度 20万元", "DSL2212", "3")]
    [InlineData("兑现 条款2.10 2023年度 20万元", "DSL1021", "条款")]
    [InlineData("兑现 条款", "DSL1026", "条款")]
    [InlineData("兑现 条款 2.10 20万元", "DSL2307", "兑现 条款 2.10 20万元")]
    public void 写错的说明(string line, string code, string place)
    {
        var errors = Compile($"  {line}\n  应得 50万元").Diagnostics
            .Where(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error);
        Assert.Contains((code, place), errors.Select(static finding => (finding.Code, finding.Source[finding.Span])));
    }
}
