// 合计上限 in the head of a policy, 累计上限 每行, 单位上限 按比例: what they are lowered to, and what is wrong.
using Dsl.Compiler.Tests.Support;
using Dsl.Ir.Printing;
using Xunit;
using static Dsl.Compiler.Tests.Support.DiagnosticCheck;

namespace Dsl.Compiler.Tests.Binding;

public class JointCapTests
{
    private const string Clauses = """

        条款 1 甲
          频次 每年
          奖补 = 研发费用 * 1%

        条款 2.1 乙
          频次 每年
          奖补 = 营业收入 * 1%

        条款 3 股权
          频次 每年
          形式 股权投资
          奖补 = 100万元

        条款 4 团队
          频次 每年
          对象 人才
          奖补 = 1万元

        条款 5 待遇
          享受 优先推荐
        """;

    private const string Other = """

        数据 人才
          主键 证件号 : 文本
          工资 : 金额
        """;

    private static string Policy(string lines) =>
        $"// file: schema/数据.policy\n{Prelude.Schema}\n{Other}\n// file: 测.policy\n政策 测试政策\n"
        + $"  文号 测〔2024〕1号\n  施行日期 2024-01-01\n  对象 企业\n  令 基数 = 营业收入 - 100万元\n  {lines}\n{Clauses}";

    [Theory]
    [InlineData("合计上限 条款 1、2.1 不超过 100万元", "joint-cap [1, 2.1] 1000000\n")]
    [InlineData("合计上限 条款 2.1、1 不超过 营业收入 * 20% 先 条款 1", "joint-cap [2.1, 1] (× 营业收入 0.2) first [1]\n")]
    [InlineData("合计上限 条款 1，条款 2.1 <= 营业收入*20% 按比例", "joint-cap [1, 2.1] (× 营业收入 0.2)\n")]
    [InlineData("合计上限 全部 不超过 50万元/年", "joint-cap [1, 2.1] 500000\n")]
    [InlineData("合计上限 全部\n    不超过 min(基数, 50万元)\n    + 1万元", "joint-cap [1, 2.1] (+ (min %基数 500000) 10000)\n")]
    [InlineData("合计上限 条款 1\n、2.1 不超过 100万元 先 条款 1", "joint-cap [1, 2.1] 1000000 first [1]\n")]
    [InlineData("合计上限 条款 3 不超过 100万元", "joint-cap [3] 1000000\n")]
    [InlineData("合计上限 条款 4 不超过 工资 * 10%", "joint-cap [4] (× 工资 0.1)\n")]
    public void 合计上限(string line, string expected)
    {
        var printed = IrPrinter.Print(Prelude.Compile(Policy(line)).Program);
        Assert.Contains(expected, printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("合计上限 条款 1、2.1 100万元⟦⟧", "DSL1090")]
    [InlineData("⟦合计上限⟧ 不超过 100万元", "DSL1091")]
    [InlineData("合计上限 ⟦1、2.1⟧ 不超过 100万元", "DSL2222")]
    [InlineData("合计上限 ⟦全部、1⟧ 不超过 100万元", "DSL2222")]
    [InlineData("合计上限 条款 1、⟦9⟧ 不超过 100万元", "DSL2212")]
    [InlineData("合计上限 条款 1、2.1、⟦1⟧ 不超过 100万元", "DSL2271")]
    [InlineData("合计上限 条款 1、⟦5⟧ 不超过 100万元", "DSL2134")]
    [InlineData("合计上限 条款 1、⟦4⟧ 不超过 100万元", "DSL2135")]
    [InlineData("合计上限 条款 1、⟦3⟧ 不超过 100万元", "DSL2135")]
    [InlineData("合计上限 条款 1、2.1 不超过 ⟦100人⟧", "DSL2107")]
    [InlineData("合计上限 条款 1、2.1 不超过 ⟦没有的⟧", "DSL2001")]
    [InlineData("合计上限 条款 1、2.1 不超过 100万元 先 条款 ⟦3⟧", "DSL2137")]
    [InlineData("合计上限 条款 1、2.1 不超过 100万元 先 ⟦条款 1、2.1⟧", "DSL2137")]
    [InlineData("合计上限 条款 1、2.1 不超过 100万元 ⟦先⟧", "DSL2222")]
    public void 写错的合计上限(string line, string code)
    {
        var place = line[(line.IndexOf('⟦', StringComparison.Ordinal) + 1)..line.IndexOf('⟧', StringComparison.Ordinal)];
        var found = Prelude.Compile(Policy(string.Concat(line.Where(static character => character is not ('⟦' or '⟧')))))
            .Diagnostics.Where(static finding => string.CompareOrdinal(finding.Code, "DSL3") < 0);
        Assert.Equal([$"{code} {place}"], found.Select(static finding => $"{finding.Code} {finding.Source[finding.Span]}"));
    }

    [Theory]
    [InlineData("单位上限 100万元 按比例", "subject-cap 1000000\n    subject-cap in proportion\n")]
    [InlineData("累计上限 300万元 每行", "row-cap 3000000\n")]
    [InlineData("累计上限 经费 * 30% 每行\n累计上限 研发费用", "cumulative-cap 研发费用\n    row-cap (× 科技项目.经费 0.3)\n")]
    public void 各行的上限(string lines, string expected)
    {
        var printed = IrPrinter.Print(Prelude.Compile($"频次 每年\n每个 科技项目\n奖补 = 经费 * 10%\n{lines}").Program);
        Assert.Contains(expected, printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("每个 科技项目\n奖补 = 经费\n累计上限 300万元 ⟦按比例⟧", "DSL2132")]
    [InlineData("每个 科技项目\n奖补 = 经费\n单位上限 300万元 ⟦每行⟧", "DSL2132")]
    [InlineData("奖补 = 研发费用\n累计上限 300万元 ⟦每行⟧", "DSL2132")]
    [InlineData("奖补 = 研发费用\n单位上限 300万元 ⟦按比例⟧", "DSL2132")]
    [InlineData("每个 科技项目\n奖补 = 经费\n累计上限 300万元 每行\n⟦累计上限⟧ 200万元 每行", "DSL2206")]
    [InlineData("每个 科技项目\n奖补 = 经费\n累计上限 300万元\n⟦累计上限⟧ 200万元", "DSL2206")]
    [InlineData("每个 科技项目\n奖补 = 50万元\n累计上限 ⟦30万元⟧ 每行", "DSL2214")]
    [InlineData("每个 科技项目\n奖补 = 经费\n单位上限 ⟦经费⟧ 按比例", "DSL2229")]
    [InlineData("每个 科技项目\n奖补 = 经费\n累计上限 300万元 每行 ⟦按比例⟧", "DSL1035")]
    public void 写错的各行的上限(string lines, string code) => Check("频次 每年\n" + lines, code);

    [Fact]
    public void 只取几行的不能按比例分() =>
        Check("频次 每次 累计 最多 3次\n每个 科技项目\n奖补 = 经费\n单位上限 100万元 ⟦按比例⟧", "DSL2133");
}
