// 竞合 between clauses that are named: what it is lowered to, what it pays, and what is wrong.
using Dsl.Compiler.Tests.Support;
using Dsl.Ir.Printing;
using Xunit;

namespace Dsl.Compiler.Tests.Binding;

public class ExclusionTests
{
    private const string Schema = """
        名录 事项 = [研发, 活动]

        数据 企业
          主键 统一社会信用代码 : 文本
          研发费用 : 金额
          选择方式 : [租金补贴, 购房补贴, 都不要]
          选了 : 文本
          选错 : [甲, 乙]

        明细 项目 属于 企业
          主键 项目号 : 文本
          经费 : 金额

        数据 人才
          主键 证件号 : 文本
          工资 : 金额
        """;

    private const string Clauses = """

        条款 1 甲
          频次 一次性
          奖补 = 研发费用 * 1%

        条款 2.1 租金补贴
          频次 每年
          奖补 = 研发费用 * 2%

        条款 3 购房补贴
          频次 每年
          奖补 = 研发费用 * 3%

        条款 4 项目
          频次 每次
          每个 项目
          事项 研发
          奖补 = 经费

        条款 5 活动
          频次 每年
          事项 活动
          奖补 = 1万元

        条款 6 另给
          另行给予
          频次 每年
          奖补 = 1万元

        条款 7 待遇
          享受 优先推荐

        条款 8 人才
          对象 人才
          频次 每年
          奖补 = 工资
        """;

    private static string Policy(string lines, string examples = "") =>
        $"// file: schema/数据.policy\n{Schema}\n// file: 测.policy\n政策 测试政策\n  文号 测〔2024〕1号\n  施行日期 2024-01-01\n"
        + $"  对象 企业\n  {lines}\n{Clauses}\n{examples}";

    [Theory]
    [InlineData("竞合 条款 1、2.1 从高不重复", "exclusion Higher [1, 2.1]\n")]
    [InlineData("竞合 条款 1、条款 2.1、3 只给一项", "exclusion OnlyOne [1, 2.1, 3]\n")]
    [InlineData("竞合 只给一项 条款 4", "exclusion OnlyOne [4]\n")]
    [InlineData("竞合 晋级补差 条款 1", "exclusion StepUp [1]\n")]
    [InlineData("竞合 条款 1 与 条款 2.1、3 不重复享受", "exclusion Higher [1] against [2.1, 3]\n")]
    [InlineData("竞合 择一 条款 2.1、3 依 选择方式", "exclusion Choice [2.1, 3] by 选择方式\n")]
    [InlineData("竞合 择一 条款 1、2.1 依 选了", "in [2.1 条款 2.1 租金补贴]")]
    [InlineData("竞合 条款 1、4 从高不重复", "exclusion Higher [1, 4]\n")]
    [InlineData("竞合 本政策内 晋级补差", "within-policy")]
    public void 写法(string line, string expected)
    {
        var compilation = Prelude.Compile(Policy(line));
        Assert.Empty(compilation.Diagnostics.Where(static finding => string.CompareOrdinal(finding.Code, "DSL3") < 0)
            .Select(static finding => finding.Message));
        Assert.Contains(expected, IrPrinter.Print(compilation.Program), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("竞合 ⟦条款 1⟧", "DSL2222")]
    [InlineData("竞合 ⟦条款 1、2.1⟧", "DSL2222")]
    [InlineData("竞合 条款 1、⟦9⟧ 只给一项", "DSL2212")]
    [InlineData("竞合 条款 1、2.1、⟦1⟧ 只给一项", "DSL2271")]
    [InlineData("竞合 条款 ⟦1⟧ 从高不重复", "DSL2290")]
    [InlineData("竞合 条款 ⟦1⟧ 只给一项", "DSL2290")]
    [InlineData("竞合 条款 1、⟦6⟧ 只给一项", "DSL2288")]
    [InlineData("竞合 条款 1、⟦7⟧ 晋级补差", "DSL2289")]
    [InlineData("竞合 条款 1、⟦8⟧ 晋级补差", "DSL2289")]
    [InlineData("竞合 条款 4、⟦5⟧ 从高不重复", "DSL2138")]
    [InlineData("竞合 条款 4 与 条款 ⟦5⟧ 不重复享受", "DSL2138")]
    [InlineData("竞合 条款 1 与 条款 2.1、⟦1⟧ 不重复享受", "DSL2290")]
    [InlineData("竞合 ⟦与 条款 1 不重复享受⟧", "DSL2222")]
    [InlineData("竞合 ⟦条款 1 与 不重复享受⟧", "DSL2222")]
    [InlineData("竞合 ⟦择一 条款 1、2.1⟧", "DSL2222")]
    [InlineData("竞合 择一 条款 1、2.1 依 ⟦没有⟧", "DSL2291")]
    [InlineData("竞合 择一 条款 1、2.1 依 ⟦研发费用⟧", "DSL2291")]
    [InlineData("竞合 择一 条款 ⟦1⟧、2.1 依 选择方式", "DSL2291")]
    [InlineData("竞合 ⟦条款 1、2.1 只给一项 另外⟧", "DSL2222")]
    [InlineData("竞合 条款 1、2.1 只给一项\n  竞合 ⟦条款 1、2.1 只给一项⟧", "DSL2271")]
    [InlineData("⟦依据⟧ 「某某」", "DSL2292")]
    public void 写错的(string line, string code)
    {
        var place = line[(line.IndexOf('⟦', StringComparison.Ordinal) + 1)..line.IndexOf('⟧', StringComparison.Ordinal)];
        var found = Prelude.Compile(Policy(string.Concat(line.Where(static character => character is not ('⟦' or '⟧')))))
            .Diagnostics.Where(static finding => string.CompareOrdinal(finding.Code, "DSL3") < 0);
        Assert.Equal([$"{code} {place}"], found.Select(static finding => $"{finding.Code} {finding.Source[finding.Span]}"));
    }

    [Theory]
    [InlineData("竞合 条款 1、2.1、3 只给一项", "条款 3", "已知 研发费用 = 100万元\n连同 条款 1、2.1\n应得 3万元")]
    [InlineData("竞合 条款 1、2.1、3 只给一项", "条款 1", "已知 研发费用 = 100万元\n连同 条款 2.1、3\n应得 让位")]
    [InlineData("竞合 条款 1 与 条款 2.1、3 不重复享受", "条款 2.1", "已知 研发费用 = 100万元\n连同 条款 1、3\n应得 2万元")]
    [InlineData("竞合 条款 1 与 条款 2.1、3 不重复享受", "条款 1", "已知 研发费用 = 100万元\n连同 条款 2.1\n应得 让位")]
    [InlineData("竞合 条款 1 晋级补差", "条款 1", "已知 研发费用 = 100万元\n测算日 2025-01-01\n兑现 2024年度 4000元\n应得 6000元")]
    [InlineData("竞合 条款 1 晋级补差", "条款 1", "已知 研发费用 = 100万元\n测算日 2025-01-01\n兑现 2024年度 1万元\n应得 让位")]
    [InlineData("竞合 条款 2.1、3 晋级补差", "条款 3",
        "已知 研发费用 = 100万元\n测算日 2026-01-01\n兑现 条款 2.1 2024年度 1万元\n兑现 2025年度 5000元\n连同 条款 2.1\n应得 1.5万元")]
    [InlineData("竞合 择一 条款 2.1、3 依 选择方式", "条款 3", "已知 研发费用 = 100万元; 选择方式 = 购房补贴\n连同 条款 2.1\n应得 3万元")]
    [InlineData("竞合 择一 条款 2.1、3 依 选择方式", "条款 3", "已知 研发费用 = 100万元; 选择方式 = 租金补贴\n连同 条款 2.1\n应得 不符合")]
    [InlineData("竞合 择一 条款 2.1、3 依 选择方式", "条款 3", "已知 研发费用 = 100万元\n连同 条款 2.1\n应得 待核定 0元..3万元")]
    [InlineData("竞合 只给一项 条款 4", "条款 4",
        "已知 项目: 项目号 = \"A\"; 经费 = 3万元\n已知 项目: 项目号 = \"B\"; 经费 = 5万元\n应得 5万元")]
    [InlineData("竞合 条款 4、1 只给一项", "条款 4",
        "已知 研发费用 = 400万元\n"
        + "已知 项目: 项目号 = \"A\"; 经费 = 3万元\n已知 项目: 项目号 = \"B\"; 经费 = 5万元\n连同 条款 1\n应得 5万元")]
    [InlineData("竞合 条款 4、1 只给一项", "条款 1",
        "已知 研发费用 = 400万元\n"
        + "已知 项目: 项目号 = \"A\"; 经费 = 3万元\n已知 项目: 项目号 = \"B\"; 经费 = 3.5万元\n连同 条款 4\n应得 4万元")]
    public void 算例(string line, string clause, string lines)
    {
        var compilation = Prelude.Compile(Policy(line, $"\n算例 {clause} 例\n  {lines.Replace("\n", "\n  ", StringComparison.Ordinal)}\n"));
        compilation.CheckExamples(default);
        Assert.Empty(compilation.Diagnostics.Concat(compilation.ExampleFindings).Where(static finding =>
            finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error).Select(static finding => $"{finding.Code} {finding.Message}"));
    }
}
