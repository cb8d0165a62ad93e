// References between clauses: amounts of other clauses, conditions and formulas with facts replaced, and what is wrong with them.
using Dsl.Compiler.Tests.Support;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Formatting;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.Compiler.Tests.Binding;

public class ReferenceTests
{
    private const string Head = """
        // file: schema.policy
        数据 企业
          主键 代码 : 文本
          进出口额   : 金额
          监管仓额   : 金额
          研发费用   : 金额
          人数       : 人
          规上       : 是否
          高新       : 是否 认定

        明细 项目 属于 企业
          主键 编号 : 文本
          投资额 : 金额
          已验收 : 是否

        明细 合同 属于 企业
          主键 编号 : 文本
          合同额 : 金额
          已履行 : 是否

        数据 人才
          主键 证件号 : 文本
          年薪 : 金额

        // file: main.policy
        政策 测试政策
          文号 测〔2024〕1号
          施行日期 2024-01-01
          级次 区级
          使用 schema.policy
          对象 企业


        """;

    private const string Seven =
        "条款 7 进出口\n  频次 每年\n  条件 进出口额 达到 1000万元\n  排除 规上\n  奖补 = min(进出口额 * 1%, 50万元)\n\n";

    private static IEnumerable<string> Found(string text) => Prelude.Compile(Head + text) is var compilation
        ? compilation.Diagnostics.Concat(compilation.ExampleFindings).Where(static found => found.Severity != Severity.Remark)
            .Select(static found => $"{found.Code} {found.Source[found.Span]}: {found.Message}") : [];

    private static void AssertSound(string text) => Assert.Equal([], Found(text));

    private static void AssertFound(string text, params string[] expected)
    {
        var found = Found(text).ToList();
        Assert.True(found.Count == expected.Length
            && found.Zip(expected).All(static pair => pair.First.StartsWith(pair.Second, StringComparison.Ordinal)),
            string.Join('\n', found));
    }

    [Fact]
    public void 引用的是上限以后竞合以前的金额() => AssertSound("""
        条款 26 项目
          频次 每年
          每个 项目
          条件 已验收
          奖补 = 投资额 * 10%
          单位上限 80万元

        条款 27 另加一半
          频次 每年
          条件 条款 26 的金额 超过 10万元
          奖补 = 条款 26 的金额 * 50%

        算例 条款 27 上限削减以后的一半
          已知 项目: 编号 = "A"; 投资额 = 500万元; 已验收 = 是
          已知 项目: 编号 = "B"; 投资额 = 500万元; 已验收 = 是
          应得 40万元

        算例 条款 27 不给的是零
          已知 项目: 编号 = "A"; 投资额 = 500万元; 已验收 = 否
          应得 不符合

        算例 条款 27 不知道验收没有
          已知 项目: 编号 = "A"; 投资额 = 500万元
          应得 资料不全 0元..25万元

        算例 条款 27 明细没有提供
          应得 资料不全
        """);

    [Fact]
    public void 竞合和频次各管各的() => AssertSound("""
        条款 1 大的
          频次 一次性
          奖补 = 核定 最高 100万元

        条款 2 一半
          频次 每年
          奖补 = 条款 1 的金额 * 50%
          累计上限 条款 1 的金额

        算例 条款 2 还没有核定
          应得 待核定 0元..50万元

        算例 条款 2 核定了
          核定 条款 1 60万元
          应得 30万元

        算例 条款 2 一次性的以前年度给过，今年是零
          年度 2025年度
          兑现 条款 1 2024年度 60万元
          核定 条款 1 60万元
          应得 0元
        """);

    [Fact]
    public void 比照的条件和算法() => AssertSound(Seven + """
        条款 8 监管仓
          频次 每年
          条件 人数 10人以上
          奖补 = 比照 条款 7 (进出口额 = 监管仓额)
          取整 向下 到 万元

        条款 9 再比照
          频次 每年
          奖补 = 比照 条款 8 (监管仓额 = 研发费用、人数 = 人数)

        算例 条款 8 按监管仓额
          已知 进出口额 = 1元; 监管仓额 = 3055万元; 规上 = 否; 人数 = 10人
          应得 30万元

        算例 条款 8 达不到条款 7 的门槛
          已知 进出口额 = 9亿元; 监管仓额 = 999万元; 规上 = 否; 人数 = 10人
          应得 不符合

        算例 条款 8 条款 7 的排除照样排除
          已知 监管仓额 = 3000万元; 规上 = 是; 人数 = 10人
          应得 不符合

        算例 条款 8 自己的条件也要满足
          已知 监管仓额 = 3000万元; 规上 = 否; 人数 = 9人
          应得 不符合

        算例 条款 8 上限照条款 7 的
          已知 监管仓额 = 9亿元; 规上 = 否; 人数 = 10人
          应得 50万元

        算例 条款 8 不知道监管仓额
          已知 进出口额 = 9亿元; 规上 = 否; 人数 = 10人
          应得 资料不全 0元..50万元

        算例 条款 9 换过的再换
          已知 研发费用 = 2000万元; 规上 = 否; 人数 = 10人
          应得 20万元
        """);

    [Fact]
    public void 比照逐行的() => AssertSound("""
        条款 1 项目
          频次 每年
          每个 项目
          令 基数 = max(投资额 - 10万元, 0元)
          条件 已验收
          奖补 = min(基数 * 10%, 50万元)

        条款 2 合同
          频次 每年
          每个 合同
          奖补 = 比照 条款 1 (投资额 = 合同额、项目.已验收 = 已履行)

        条款 3 整个企业
          频次 每年
          奖补 = 比照 条款 1 (投资额 = 合计(项目, 投资额)、已验收 = 规上)

        条款 4 同样的行
          频次 每年
          每个 项目
          奖补 = 比照 条款 1

        条款 5 主体的算法用到行上
          频次 每年
          每个 合同
          奖补 = 比照 条款 6 (研发费用 = 合同额)

        条款 6 研发
          频次 每年
          条件 规上
          奖补 = 研发费用 * 1%

        算例 条款 2 逐份合同
          已知 合同: 合同额 = 110万元; 已履行 = 是
          已知 合同: 合同额 = 910万元; 已履行 = 是
          已知 合同: 合同额 = 910万元; 已履行 = 否
          应得 60万元

        算例 条款 3 合起来
          已知 规上 = 是
          已知 项目: 投资额 = 60万元
          已知 项目: 投资额 = 60万元
          应得 11万元

        算例 条款 4 逐个项目
          已知 项目: 投资额 = 60万元; 已验收 = 是
          已知 项目: 投资额 = 60万元; 已验收 = 是
          应得 10万元

        算例 条款 5 逐份合同
          已知 规上 = 是
          已知 合同: 合同额 = 100万元
          已知 合同: 合同额 = 200万元
          应得 3万元
        """);

    [Fact]
    public void 汇总里的行不换() => AssertSound("""
        条款 1 项目
          频次 每年
          每个 项目
          条件 计数(项目, 已验收) 达到 2
          奖补 = 投资额 * 10%

        条款 2 合同
          频次 每年
          每个 合同
          奖补 = 比照 条款 1 (投资额 = 合同额)

        算例 条款 2 数的还是项目
          已知 项目: 已验收 = 是
          已知 项目: 已验收 = 是
          已知 合同: 合同额 = 100万元; 已履行 = 否
          应得 10万元
        """);

    [Theory]
    [InlineData("奖补 = 条款 9 的金额 * 50%", "DSL2226|DSL22")]
    [InlineData("奖补 = 条款 7 * 50%", "DSL1096")]
    [InlineData("奖补 = 条款 7 金额", "DSL1096")]
    [InlineData("奖补 = 条款 5 的金额 * 50%", "DSL2299 条款 5 的金额")]
    [InlineData("奖补 = 条款 6 的金额 * 50%", "DSL2299 条款 6 的金额")]
    [InlineData("每个 项目\n  奖补 = min(投资额, 条款 7 的金额)", "DSL2297 条款 7 的金额")]
    [InlineData("奖补 = 条款 8 的金额 * 50%", "DSL2298 条款 8 的金额")]
    [InlineData("条件 条款 8 的金额 超过 1元\n  奖补 = 1元", "DSL2298 条款 8 的金额")]
    [InlineData("奖补 = 条款 7 的金额 超过 1元", "DSL2107")]
    [InlineData("奖补 = 比照 第七条", "DSL1097 比照")]
    [InlineData("奖补 = 比照 7", "DSL1097 比照")]
    [InlineData("奖补 = min(比照 条款 7, 10万元)", "DSL2297 比照")]
    [InlineData("奖补 = 比照 条款 7 的金额", "DSL1")]
    [InlineData("奖补 = 比照 条款 7 (研发费用 = 监管仓额)", "DSL2300 研发费用")]
    [InlineData("奖补 = 比照 条款 7 (进出口 = 监管仓额)", "DSL2300 进出口")]
    [InlineData("奖补 = 比照 条款 7 (进出口额 * 2 = 监管仓额)", "DSL2300 进出口额 * 2")]
    [InlineData("奖补 = 比照 条款 7 (进出口额 = 人数)", "DSL2116 人数")]
    [InlineData("奖补 = 比照 条款 7 (进出口额 = 监管仓额、进出口额 = 研发费用)", "DSL2300 进出口额")]
    [InlineData("奖补 = 比照 条款 7 (进出口额 监管仓额)", "DSL1")]
    [InlineData("奖补 = 比照 条款 7 (进出口额 = 监管仓额) 另给", "DSL1")]
    [InlineData("奖补 = 比照 条款 10", "DSL2300 比照 条款 10")]
    [InlineData("奖补 = 比照 条款 10 (投资额 = 监管仓额)", "DSL2300 比照 条款 10")]
    [InlineData("每个 合同\n  奖补 = 比照 条款 7", "DSL2300 比照 条款 7")]
    [InlineData("奖补 = 比照 条款 5", "DSL2299 比照 条款 5")]
    [InlineData("奖补 = 比照 条款 8", "DSL2298 比照 条款 8")]
    public void 写错的说明怎么改(string lines, string expected) => AssertFound(Seven + $"""
        条款 5 说明
          说明 没有标准

        条款 6 人才
          对象 人才
          频次 每年
          奖补 = 年薪 * 1%

        条款 10 项目
          频次 每年
          每个 项目
          条件 已验收
          奖补 = 投资额 * 1%

        条款 8 甲
          频次 每年
          {lines}
        """, expected.Split('|')[^1]);

    [Fact]
    public void 循环写出全程() => AssertFound("""
        条款 1 甲
          频次 每年
          奖补 = 条款 2 的金额

        条款 2 乙
          频次 每年
          奖补 = 比照 条款 3

        条款 3 丙
          频次 每年
          奖补 = 条款 1 的金额 * 2
        """, "DSL2298 条款 2 的金额: 条款之间循环引用：条款 1 → 条款 2 → 条款 3 → 条款 1",
        "DSL2298 比照 条款 3: 条款之间循环引用：条款 2 → 条款 3 → 条款 1 → 条款 2",
        "DSL2298 条款 1 的金额: 条款之间循环引用：条款 3 → 条款 1 → 条款 2 → 条款 3");

    [Fact]
    public void 套得太深的不收()
    {
        var chain = string.Join("\n", Enumerable.Range(1, 400).Select(static number =>
            $"条款 {number} 甲\n  频次 每年\n  奖补 = "
            + (number == 400 ? "1元\n" : $"条款 {number + 1} 的金额 + 条款 {number + 1} 的金额\n")));
        Assert.All(Found(chain), static found => Assert.StartsWith("DSL2298", found, StringComparison.Ordinal));
        Assert.NotEmpty(Found(chain));
    }

    [Theory]
    [InlineData("三(一).1")]
    [InlineData("附1")]
    [InlineData("6-退出")]
    [InlineData("12.2")]
    public void 编号怎么写都可以(string number) => AssertSound($"""
        条款 {number} 甲
          频次 每年
          奖补 = 1万元

        条款 2 乙
          频次 每年
          奖补 = min((条款 {number} 的金额) * 50%, 条款 {number}的金额, 比例额)
          令 比例额 = max(条款 {number} 的金额, 0元)

        条款 3 丙
          频次 每年
          奖补 = 比照 条款 {number}

        算例 条款 2 甲
          应得 5000元
        """);

    [Fact]
    public void 引用的条款的依据也算() => AssertSound("""
        条款 1 甲
          依据 「对企业奖励80万元」
          频次 每年
          奖补 = 80万元

        条款 2 乙
          依据 「参照执行，按一半给予」
          频次 每年
          条件 条款 1 的金额 达到 80万元
          奖补 = 条款 1 的金额 * 50%
        """);

    [Fact]
    public void 范围和目标里不能引用() => AssertFound(Seven + """
        范围
          条件 条款 7 的金额 超过 1元
        """, "DSL2297 条款 7 的金额");

    [Fact]
    public void 排版不改变含义()
    {
        const string Text = "政策 甲\n条款 2 乙\n  奖补=条款 26的金额*50%\n"
            + "条款 3 丙\n  奖补=比照 条款 7(甲=乙,丙=丁)\n条款 4 丁\n  奖补=比照  条款  7\n";
        var formatted = Format(Text);
        Assert.Contains("奖补 = 条款 26 的金额 * 50%", formatted, StringComparison.Ordinal);
        Assert.Contains("奖补 = 比照 条款 7 (甲 = 乙、丙 = 丁)", formatted, StringComparison.Ordinal);
        Assert.Contains("奖补 = 比照 条款 7\n", formatted, StringComparison.Ordinal);
        Assert.Equal(formatted, Format(formatted));
    }

    private static string Format(string text) => Formatter.Format(SyntaxTree.Parse(new SourceText("a.policy", text)));
}
