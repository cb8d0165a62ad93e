// 2025年 where 2025年度 is meant is one mistake: of type, not of the figure.
using Dsl.Compiler.Tests.Support;
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class YearFigureTests
{
    [Theory]
    [InlineData("2025年", "DSL2114")]
    [InlineData("2025年度", "")]
    [InlineData("2026年度", "DSL3002")]
    public void 期限写成年数只报一处(string deadline, string expected)
    {
        var found = Prelude.Compile($"""
            // file: main.policy
            政策 测试政策
              文号     测〔2024〕1号
              施行日期 2024-01-01
              原文     sources/原文.txt

            目标 1 高新技术企业
              依据 「到2025年高新技术企业达到100家」
              期限 {deadline}
              指标 外部 : 家
              值 达到 100家
            // file: sources/原文.txt
            测〔2024〕1号
            2024年1月1日
            到2025年高新技术企业达到100家。
            """).Diagnostics;
        Assert.Equal(expected, string.Join(' ', found.Select(static finding => finding.Code).Order(StringComparer.Ordinal)));
    }
}
