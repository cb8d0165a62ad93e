// 超额累进: its bands, against a sum by hand, and what is wrong with them.
using System.Globalization;
using System.Text;
using Dsl.Compiler.Tests.Support;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Formatting;
using Dsl.Syntax.Text;
using Xunit;
using static Dsl.Compiler.Tests.Support.DiagnosticCheck;

namespace Dsl.Compiler.Tests.Binding;

public class ProgressiveTests
{
    /// <summary>Random bands and figures: each comes to the sum of its parts, computed yuan by yuan.</summary>
    [Fact]
    public void 与逐段手算相同()
    {
        var random = new Random(11);
        for (var round = 0; round < 40; round++)
        {
            var cuts = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(1, 4000)).Distinct().Order().ToList();
            var rates = cuts.Append(0).Select(_ => random.Next(0, 40)).ToList();
            var text = new StringBuilder("条款 1 甲\n  频次 一次性\n  奖补 = 超额累进(研发费用)\n");
            for (var i = 0; i <= cuts.Count; i++)
            {
                var band = i == 0 ? Choose(random, $"{cuts[0]}元以内", $"..{cuts[0]}元", $"不超过 {cuts[0]}元", $"0元..{cuts[0]}元")
                    : i == cuts.Count ? Choose(random, $"{cuts[^1]}元以上", $"{cuts[^1]}元..", $"超过 {cuts[^1]}元")
                    : Choose(
                        random, $"{cuts[i - 1]}元..{cuts[i]}元", $"超过 {cuts[i - 1]}元..{cuts[i]}元", $"{cuts[i - 1]}元..<{cuts[i]}元");
                text.Append(CultureInfo.InvariantCulture, $"    | {band} | {rates[i]}% |\n");
            }
            foreach (var amount in cuts.Append(0).Append(5000).Append(random.Next(5000)).Distinct())
            {
                // Each yuan at the rate of the band in which it lies.
                var fen = Enumerable.Range(1, amount).Sum(yuan => rates[cuts.Count(cut => cut < yuan)]);
                text.Append(CultureInfo.InvariantCulture,
                    $"\n算例 条款 1 {amount}\n  已知 研发费用 = {amount}元\n  应得 {fen / 100}.{fen % 100:00}元\n");
            }
            AssertSound(text.ToString());
        }
    }

    private static string Choose(Random random, params string[] forms) => forms[random.Next(forms.Length)];

    private static void AssertSound(string text) => Assert.Equal([],
        Prelude.Compile(text).Diagnostics.Where(static found => found.Severity == Severity.Error)
            .Select(static found => $"{found.Code} {found.Message}"));

    [Fact]
    public void 界限是事实的也相接() => AssertSound("""
        条款 1 甲
          频次 一次性
          奖补 = 超额累进(研发费用)
            | ..营业收入          | 10% |
            | 营业收入..100万元   | 20% |
            | 超过 100万元        | 30% |

        算例 条款 1 在前
          已知 营业收入 = 40万元; 研发费用 = 150万元
          应得 31万元

        算例 条款 1 在后面的一档没有数
          已知 营业收入 = 120万元; 研发费用 = 150万元
          应得 21万元

        算例 条款 1 不到
          已知 营业收入 = 120万元; 研发费用 = 10万元
          应得 1万元
        """);

    [Fact]
    public void 不知道的数有上下限() => AssertSound("""
        条款 1 甲
          频次 一次性
          奖补 = 超额累进(研发费用 - 10万元)
            | 部分           | 比例 |
            | 100万元以内    | 10%  |
            | 100万元..200万元 | 5%   |
            | 200万元以上    | 0%   |

        算例 条款 1 不知道
          应得 资料不全 0元..15万元

        算例 条款 1 负的按零
          已知 研发费用 = 5万元
          应得 0元
        """);

    [Fact]
    public void 单价也可以累进() => AssertSound("""
        条款 1 甲
          频次 一次性
          奖补 = 超额累进(研发人员数)
            | 10人以内 | 1000元/人 |
            | 10人以上 | 500元/人  |

        算例 条款 1 十二人
          已知 研发人员数 = 12人
          应得 11000元
        """);

    [Theory]
    [InlineData("| 500万元以内 | 4% |\n| ⟦600万元以上⟧ | 6% |", "DSL2262 第 1 档到 500万元，第 2 档从 600万元 起，中间的部分没有写")]
    [InlineData("| 500万元以内 | 4% |\n| ⟦400万元以上⟧ | 6% |", "DSL2262 第 1 档到 500万元，第 2 档从 400万元 起，两档重叠")]
    [InlineData("| ⟦500万元以上⟧ | 4% |", "DSL2262 第一档从 500万元 起")]
    [InlineData("| 500万元以内 | 4% |\n| ⟦500万元..900万元⟧ | 6% |", "DSL2262 最后一档到 900万元 为止")]
    [InlineData("| ⟦0元以上⟧ | 4% |\n| 500万元以上 | 6% |", "DSL2262 第 1 档没有写到多少为止")]
    [InlineData("| 500万元以内 | 4% |\n| ⟦500万元..300万元⟧ | 6% |\n| 300万元以上 | 7% |", "DSL2262 第 2 档从 500万元 到 300万元")]
    [InlineData("| ..营业收入 | 4% |\n| ⟦经费额..⟧ | 6% |", "DSL2262 第 1 档到 营业收入，第 2 档从 经费额 起，看不出")]
    [InlineData("| ⟦500万元⟧ | 4% |", "DSL2261")]
    [InlineData("| ⟦-⟧ | 4% |", "DSL2261")]
    [InlineData("| 500万元以内 | 4% |\n| 500万元以上 | ⟦-6%⟧ |", "DSL2263")]
    [InlineData("| ⟦50人⟧以内 | 4% |\n| 50人以上 | 6% |", "DSL2102")]
    [InlineData("⟦| 500万元以内 | 4% | 5% |⟧\n| 500万元以上 | 6% |", "DSL1084")]
    public void 各档写错的(string bands, string expected) =>
        Check($"频次 一次性\n令 经费额 = 研发费用\n奖补 = 超额累进(研发费用)\n{bands}",
            expected);

    [Theory]
    [InlineData("奖补 = ⟦超额累进(研发费用)⟧", "DSL1083")]
    [InlineData("奖补 = min(⟦超额累进(研发费用)⟧, 100万元)", "DSL2260")]
    [InlineData("条件 ⟦超额累进(研发费用)⟧ 超过 10万元\n奖补 = 1万元", "DSL2260")]
    [InlineData("奖补 = 超额累进(⟦依法纳税⟧)\n| 0元以上 | 4% |", "DSL2103")]
    public void 写错地方的(string lines, string expected) => Check("频次 一次性\n" + lines, expected);

    [Fact]
    public void 各档对齐() => Assert.Contains("""
          奖补 = 超额累进(研发费用)
            | 500万元以内       | 4% |
            | 500万元..1000万元 | 5% |
            | 1000万元以上      | 6% |
        """.TrimEnd(), Formatter.Format(Dsl.Syntax.SyntaxTree.Parse(new SourceText("a.policy", """
        政策 甲
        条款 1 甲
        奖补=超额累进(研发费用)
        |500万元以内|4%|
        |500万元..1000万元|5%|
        |1000万元以上|6%|
        """))), StringComparison.Ordinal);
}
