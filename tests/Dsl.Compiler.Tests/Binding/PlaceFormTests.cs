// 名额 and 总额: how they are written, what is wrong with them, their printed and formatted form, and what a change of them is called.
using Dsl.Compiler.Tests.Support;
using Dsl.Diff;
using Dsl.Ir.Printing;
using Dsl.Syntax.Formatting;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.Compiler.Tests.Binding;

public class PlaceFormTests
{
    private const string Head = """
        // file: schema/企业.policy
        数据 企业
          主键 统一社会信用代码 : 文本
          得分     : 数
          行业     : [甲, 乙]
          合格     : 是否
          申报时间 : 日期
          成立年度 : 年度
          产值     : 金额
          总额     : 金额
          名额     : 家

        明细 项目 属于 企业
          主键 编号 : 文本
          投资 : 金额
        // file: main.policy
        政策 测试政策
          文号     测〔2024〕1号
          施行日期 2024-01-01
          级次     区级
          对象     企业

        参数 年度预算 : 金额 = 500万元
        参数 家数 : 家 = 10家

        条款 1 甲
          频次 一次性
          奖补 = 5万元

        """;

    [Theory]
    [InlineData("  名额 每年 10家 按 得分 从高")]
    [InlineData("  名额 10家 按 得分")]
    [InlineData("  名额 10 按 产值 / 1万元 从低")]
    [InlineData("  名额 家数 先到先得 按 申报时间")]
    [InlineData("  名额 每年 家数 + 2家 按 申报时间 从低")]
    [InlineData("  名额 １０家 按 合计(项目, 投资) 从高")]
    [InlineData("  名额 10家 按 成立年度 从低")]
    [InlineData("  名额 3个 按 若 合格 则 得分 否则 得分 / 2 从高")]
    [InlineData("  总额 年度预算 超出的 按比例压缩")]
    [InlineData("  总额 年度预算 * 30% 超出的 延至下年 先到先得 按 申报时间")]
    [InlineData("  总额 100万元 超出的 延至下年 按 得分 从高")]
    [InlineData("  名额 10家 按 得分 从高\n  总额 年度预算 超出的 延至下年")]
    // 总额 and 名额 are names as well, where the line is another one's.
    [InlineData("  单位上限 总额\n  条件 名额 超过 3家")]
    [InlineData("  令 基数 = 年度预算 / 2\n  总额 基数 超出的 按比例压缩")]
    public void 说得通的(string lines) => Assert.Equal("", Findings(lines));

    [Theory]
    [InlineData("  名额 1.5家 按 得分", "DSL2146 |1.5家|")]
    [InlineData("  名额 0家 按 得分", "DSL2146 |0家|")]
    [InlineData("  名额 -3家 按 得分", "DSL2146 |-3家|")]
    [InlineData("  名额 年度预算 按 得分", "DSL2146 |年度预算|")]
    [InlineData("  名额 30% 按 得分", "DSL2146")]
    [InlineData("  名额 10人 按 行业", "DSL2147 |行业|")]
    [InlineData("  名额 10家 按 合格 从高", "DSL2147 |合格|")]
    [InlineData("  名额 10家 按 申报时间", "DSL2147 |申报时间|")]
    [InlineData("  名额 10家 按 投资 从高", "DSL2")]
    [InlineData("  总额 年度预算 超出的 延至下年", "DSL2148 |延至下年|")]
    [InlineData("  总额 产值 超出的 按比例压缩", "DSL2149 |产值|")]
    [InlineData("  名额 名额 按 得分", "DSL2149 |名额|")]
    [InlineData("  令 基数 = 产值 * 2\n  总额 基数 超出的 按比例压缩", "DSL2149 |基数|")]
    [InlineData("  总额 合计(项目, 投资) 超出的 按比例压缩", "DSL2149")]
    [InlineData("  总额 10家 超出的 按比例压缩", "DSL2")]
    [InlineData("  总额 -5万元 超出的 按比例压缩", "DSL2")]
    [InlineData("  名额", "DSL1")]
    [InlineData("  名额 10家", "DSL1048")]
    [InlineData("  名额 按 得分", "DSL1048 |按|")]
    [InlineData("  名额 10家 先到先得 申报时间", "DSL1048")]
    [InlineData("  名额 10家 按 得分 从高 其余", "DSL1")]
    [InlineData("  名额 10家 先到先得 按 申报时间 从低", "DSL1")]
    [InlineData("  名额 10家 按 得分 从大到小", "DSL1")]
    [InlineData("  总额 年度预算", "DSL1")]
    [InlineData("  总额 年度预算 超出的 不给", "DSL1048")]
    [InlineData("  总额 年度预算 超出的 按比例压缩 按 得分", "DSL1")]
    [InlineData("  名额 10家 按 得分\n  名额 9家 按 得分", "DSL2206")]
    public void 说不通的(string lines, string expected) => Assert.StartsWith(expected, Findings(lines), StringComparison.Ordinal);

    [Fact]
    public void 没有奖补的条款不写() => Assert.Contains("DSL2", string.Join(' ', Prelude.Compile(
        "条款 1 甲\n  享受 优先\n  名额 10家 按 研发费用\n  总额 1万元 超出的 按比例压缩").Diagnostics.Select(static found => found.Code)),
        StringComparison.Ordinal);

    [Fact]
    public void 每年给的延至下年_有提醒() => Assert.Contains(Prelude.Compile(
        "频次 每年\n奖补 = 1万元\n总额 100万元 超出的 延至下年 先到先得 按 登记日期").Diagnostics, static found => found.Code == "DSL3050");

    [Fact]
    public void 印出来的()
    {
        var text = IrPrinter.Print(Prelude.Compile(
            "频次 一次性\n奖补 = 1万元\n名额 每年 3家 按 营业收入 从低\n总额 100万元 超出的 延至下年 先到先得 按 登记日期").Program);
        Assert.Contains(
            "    quota yearly 3 lowest 营业收入 first\n    budget 1000000 lowest 登记日期 first\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void 排版不改变含义_再排不变()
    {
        const string text =
            "条款 1 甲\n频次 一次性\n奖补=5万元\n名额 每年  10家   按 得分   从高\n总额 年度预算   超出的  延至下年   按 得分\n";
        var once = Formatted(text);
        Assert.Contains("  名额 每年 10家 按 得分 从高\n  总额 年度预算 超出的 延至下年 按 得分\n", once, StringComparison.Ordinal);
        Assert.Equal(once, Formatted(once));
    }

    [Theory]
    [InlineData("名额 3家 按 营业收入", "名额 3家 按 营业收入 从高", true)]
    [InlineData("名额 3家 按 营业收入", "名额 每年 3家 按 营业收入", false)]
    [InlineData("名额 3家 按 营业收入", "名额 4家 按 营业收入", false)]
    [InlineData("名额 3家 按 营业收入", "名额 3家 按 营业收入 从低", false)]
    [InlineData("名额 3家 按 营业收入", "名额 3家 按 研发费用", false)]
    [InlineData("名额 3家 先到先得 按 登记日期", "名额 3家 按 登记日期 从低", true)]
    [InlineData("总额 9万元 超出的 按比例压缩", "总额 8万元 超出的 按比例压缩", false)]
    [InlineData("总额 9万元 超出的 按比例压缩", "总额 9万元 超出的 延至下年 按 营业收入", false)]
    [InlineData("总额 9万元 超出的 延至下年 按 研发费用", "总额 9万元 超出的 延至下年 按 营业收入", false)]
    [InlineData("总额 9万元 超出的 按比例压缩", "单位上限 9万元", false)]
    public void 两版的差别(string before, string after, bool isSame) => Assert.Equal(isSame, ProgramComparer.Compare(
        Prelude.Compile($"频次 一次性\n奖补 = 1万元\n{before}").Program,
        Prelude.Compile($"频次 一次性\n奖补 = 1万元\n{after}").Program).IsSameMeaning);

    private static string Formatted(string text) => Formatter.Format(Dsl.Syntax.SyntaxTree.Parse(new SourceText("a.policy", text)));

    private static string Findings(string lines) => string.Join('\n', Prelude.Compile(Head + lines).Diagnostics
        .Where(static finding => string.CompareOrdinal(finding.Code, "DSL3") < 0)
        .Select(static finding => $"{finding.Code} |{finding.Source[finding.Span]}|"));
}
