// How examples are explained, from the text of a policy to the words: tables, assumed facts of the 范围.
using Dsl.Compiler.Tests.Support;
using Dsl.Evaluation.Examples;
using Dsl.Evaluation.Explaining;
using Dsl.Syntax.Diagnostics;
using Xunit;

namespace Dsl.Compiler.Tests.Compiling;

public class ExplanationTests
{
    private const string Table = """
        范围
          依法纳税
          诚信经营 且 注册区县 = 渝中区

        条款 1 分档
          频次 每年
          奖补 = 核定 最高
            | 所属行业           | 研发人员数         | 最高   |
            | 文化旅游           | 不足 50人          | 10万元 |
            | 文化旅游           | 超过 99人..500人   | 30万元 |
            | [软件业, 制造业]   | 50人以上           | 40万元 |
            | -                  | -                  | 5万元  |
        """;

    [Theory]
    [InlineData("所属行业 = 文化旅游; 研发人员数 = 20人", "最高 所属行业 = 文化旅游 且 研发人员数 不足 50人（是）→ 10万元")]
    [InlineData("所属行业 = 文化旅游; 研发人员数 = 100人", "最高 所属行业 = 文化旅游 且 研发人员数 超过 99人..500人（是）→ 30万元")]
    [InlineData("所属行业 = 软件业; 研发人员数 = 100人", "最高 所属行业 属于 [软件业, 制造业] 且 研发人员数 50人以上（是）→ 40万元")]
    [InlineData("所属行业 = 其他; 研发人员数 = 100人", "最高 其余情形（是）→ 5万元")]
    [InlineData("所属行业 = 软件业",
        "最高 所属行业 属于 [软件业, 制造业] 且 研发人员数 50人以上（未知）→ 40万元；其余情形（未知）→ 5万元 = 5万元..40万元")]
    public void 决策表写出适用的一行(string given, string expected) =>
        Assert.Contains(expected, Explain(Table, given), StringComparison.Ordinal);

    [Fact]
    public void 决策表的最后一行写出条件() => Assert.Contains(
        "令 比例 = 研发费用 1000万元以上（是）→ 20%",
        Explain("""
            条款 1 分档
              频次 每年
              令 比例 =
                | 研发费用          | 比例 |
                | 不足 1000万元     | 10%  |
                | 1000万元以上      | 20%  |
              奖补 = 研发费用 * 比例
            """, "研发费用 = 1000万元"), StringComparison.Ordinal);

    [Fact]
    public void 核定的下限写出数() => Assert.Contains("100万元 × 5% = 5万元。",
        Explain("条款 1 甲\n  频次 一次性\n  奖补 = 核定 研发费用 * 5%..20%", "研发费用 = 100万元"), StringComparison.Ordinal);

    [Fact]
    public void 超额累进逐段写出数()
    {
        var text = Explain("""
            条款 1 甲
              频次 一次性
              奖补 = 超额累进(研发费用)
                | 500万元以内 | 4% |
                | 500万元以上 | 6% |
            """, "研发费用 = 800万元");
        Assert.Contains("min(max(800万元, 0元) = 800万元, 500万元) × 4% + max(800万元 − 500万元 = 300万元, 0元) × 6% = 38万元", text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void 没有写的范围事实写明当作满足()
    {
        var text = Explain(Table, "注册区县 = 渝中区; 所属行业 = 其他");
        Assert.Contains("✓ 是　范围 依法纳税　〔依法纳税 = 未写，当作满足〕", text, StringComparison.Ordinal);
        Assert.Contains("〔诚信经营 = 未写，当作满足；注册区县 = 渝中区〕", text, StringComparison.Ordinal);
    }

    [Fact]
    public void 写明未满足的范围照样不满足() =>
        Assert.Contains("✗ 否　范围 依法纳税　〔依法纳税 = 否〕", Explain(Table, "依法纳税 = 否; 所属行业 = 其他"),
            StringComparison.Ordinal);

    private static string Explain(string clauses, string given)
    {
        var compilation = Prelude.Compile($"{clauses}\n\n算例 条款 1 测试\n  已知 {given}\n  应得 0元..不封顶\n");
        Assert.Empty(
            compilation.Diagnostics.Where(static finding => finding.Severity == Severity.Error).Select(static finding => finding.Message));
        var result = Assert.Single(new ExampleRunner(compilation.Program).RunAll());
        Assert.NotNull(result.Explanation);
        return ExplanationText.Write(result.Explanation);
    }
}
