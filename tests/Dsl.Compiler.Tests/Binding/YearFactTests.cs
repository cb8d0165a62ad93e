// Facts by year: which year they are of, what is unknown, 首次 and 每增加 against counting by hand, and what is wrong with them.
using System.Globalization;
using System.Text;
using Dsl.Compiler.Tests.Support;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Formatting;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.Compiler.Tests.Binding;

public class YearFactTests
{
    private const string Head = """
        // file: schema.policy
        数据 企业
          主键 代码 : 文本
          评定年度 : 年度
          规上     : 是否

        明细 年度经营 属于 企业 按年度
          营业收入   : 金额
          利润       : 金额 范围 -1亿元..1亿元
          研发人员数 : 人
          高新       : 是否

        明细 年度纳税 属于 企业 按年度
          营业收入 : 金额
          税额     : 金额

        明细 年度用工 属于 企业 按年度
          产值     : 金额

        // file: main.policy
        政策 测试政策
          文号 测〔2024〕1号
          施行日期 2024-01-01
          级次 区级
          使用 schema.policy


        """;

    private static IEnumerable<string> Found(string text) => Prelude.Compile(Head + text).Diagnostics
        .Where(static found => found.Severity != Severity.Remark && found.Code is not "DSL3008")
        .Select(static found => $"{found.Code} {found.Source[found.Span]}: {found.Message}");

    private static void AssertSound(string text) => Assert.Equal([], Found(text));

    private static void AssertFound(string clause, string expected)
    {
        var found = Found($"条款 1 甲\n  频次 每年\n{clause}\n").ToList();
        Assert.True(found.Count == 1 && found[0].StartsWith(expected, StringComparison.Ordinal), string.Join('\n', found));
    }

    [Fact]
    public void 本年上年和写明的年度() => AssertSound("""
        条款 1 甲
          频次 每年
          条件 年度经营.营业收入(年度) 超过 年度经营.营业收入(年度 - 1年)
          奖补 = max(本年.税额 - 税额(年度 - 2年), 0元) * 10%

        算例 条款 1 三年都有
          测算日 2024-12-31
          已知 年度经营: 年度 = 2024年度; 营业收入 = 2亿元
          已知 年度经营: 年度 = 2023年度; 营业收入 = 1亿元
          已知 年度纳税: 年度 = 2022年度; 税额 = 100万元
          已知 年度纳税: 年度 = 2023年度; 税额 = 900万元
          已知 年度纳税: 年度 = 2024年度; 税额 = 300万元
          应得 20万元

        算例 条款 1 上年没有的不是零
          测算日 2024-12-31
          已知 年度经营: 年度 = 2024年度; 营业收入 = 2亿元
          已知 年度纳税: 年度 = 2022年度; 税额 = 100万元
          已知 年度纳税: 年度 = 2024年度; 税额 = 300万元
          应得 资料不全 0元..20万元

        算例 条款 1 前年没有的不会是负数
          测算日 2024-12-31
          已知 年度经营: 年度 = 2024年度; 营业收入 = 2亿元
          已知 年度经营: 年度 = 2023年度; 营业收入 = 1亿元
          已知 年度纳税: 年度 = 2024年度; 税额 = 300万元
          应得 资料不全 0元..30万元
        """);

    [Fact]
    public void 缺的年度在字段的范围以内() => AssertSound("""
        条款 1 甲
          频次 每年
          奖补 = max(本年.利润 - 上年.利润, 0元) * 1%

        算例 条款 1 上年的利润可能是负的
          测算日 2024-12-31
          已知 年度经营: 年度 = 2024年度; 利润 = 0元
          应得 资料不全 0元..100万元

        算例 条款 1 一行都没有
          测算日 2024-12-31
          已知 年度经营: 无
          应得 资料不全 0元..200万元

        算例 条款 1 这一年的没有填
          测算日 2024-12-31
          已知 年度经营: 年度 = 2024年度; 利润 = 5000万元
          已知 年度经营: 年度 = 2023年度; 营业收入 = 1亿元
          应得 资料不全 0元..150万元
        """);

    [Fact]
    public void 年度从字段和参数算() => AssertSound("""
        参数 基年 : 年度 = 2020年度

        条款 1 甲
          频次 每年
          条件 产值(评定年度) 达到 1亿元
          奖补 = (产值(评定年度 + 1年) - 产值(基年)) * 1%

        算例 条款 1 甲
          已知 评定年度 = 2022年度
          已知 年度用工: 年度 = 2020年度; 产值 = 1亿元
          已知 年度用工: 年度 = 2022年度; 产值 = 1亿元
          已知 年度用工: 年度 = 2023年度; 产值 = 3亿元
          应得 200万元

        算例 条款 1 不知道哪一年
          已知 年度用工: 年度 = 2020年度; 产值 = 1亿元
          应得 资料不全
        """);

    /// <summary>Random ladders and histories: what is paid, year after year, is what counting by hand says.</summary>
    [Theory]
    [InlineData("超过")]
    [InlineData("达到")]
    public void 首次与逐年手算相同(string word)
    {
        var random = new Random(7);
        for (var round = 0; round < 25; round++)
        {
            var levels = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(1, 40)).Distinct().Order().ToList();
            var amounts = levels.Select(level => level * 2 + random.Next(2)).ToList();
            var text = new StringBuilder("条款 1 甲\n  频次 每年\n").Append(CultureInfo.InvariantCulture,
                $"  奖补 = 首次 产值 {word} {Join(levels)} : {Join(amounts)}\n");
            var history = Enumerable.Range(0, random.Next(2, 7)).Select(_ => random.Next(0, 45)).ToList();
            int Level(int value) => levels.Count(level => word == "超过" ? value > level : value >= level);
            for (var last = 1; last < history.Count; last++)
            {
                var (now, before) = (Level(history[last]), history.Take(last).Max(Level));
                var paid = now > before ? amounts[now - 1] : 0;
                text.Append(CultureInfo.InvariantCulture, $"\n算例 条款 1 {round} {last}\n  测算日 {2016 + last}-06-30\n");
                foreach (var (year, value) in history.Index())
                    text.Append(CultureInfo.InvariantCulture, $"  已知 年度用工: 年度 = {2016 + year}年度; 产值 = {value}元\n");
                text.Append("  应得 ").Append(paid).Append("元\n");
            }
            AssertSound(text.Replace("测算日 20", "年度 20").Replace("-06-30", "年度").ToString());
        }
        static string Join(List<int> figures) => string.Join('、', figures.Select(static figure => $"{figure}元"));
    }

    [Fact]
    public void 首次看不全以往的有上下限() => AssertSound("""
        条款 1 甲
          频次 每年
          奖补 = 首次 产值 超过 1.5亿元、3亿元、5亿元 : 10万元、20万元、30万元

        算例 条款 1 以前年度一行都没有
          年度 2024年度
          已知 年度用工: 年度 = 2024年度; 产值 = 4亿元
          应得 资料不全 0元..20万元

        算例 条款 1 中间缺一年
          年度 2024年度
          已知 年度用工: 年度 = 2021年度; 产值 = 1亿元
          已知 年度用工: 年度 = 2023年度; 产值 = 1亿元
          已知 年度用工: 年度 = 2024年度; 产值 = 4亿元
          应得 资料不全 0元..20万元

        算例 条款 1 缺的那一年不要紧
          年度 2024年度
          已知 年度用工: 年度 = 2021年度; 产值 = 3.5亿元
          已知 年度用工: 年度 = 2023年度; 产值 = 1亿元
          已知 年度用工: 年度 = 2024年度; 产值 = 4亿元
          应得 0元

        算例 条款 1 有一年没有填
          年度 2024年度
          已知 年度用工: 年度 = 2022年度
          已知 年度用工: 年度 = 2023年度; 产值 = 1亿元
          已知 年度用工: 年度 = 2024年度; 产值 = 4亿元
          应得 资料不全 0元..20万元

        算例 条款 1 本年没有填
          年度 2024年度
          已知 年度用工: 年度 = 2023年度; 产值 = 2亿元
          已知 年度用工: 年度 = 2024年度
          应得 资料不全 0元..30万元

        算例 条款 1 以后的年度不看
          年度 2024年度
          已知 年度用工: 年度 = 2023年度; 产值 = 0元
          已知 年度用工: 年度 = 2024年度; 产值 = 4亿元
          已知 年度用工: 年度 = 2025年度; 产值 = 9亿元
          应得 20万元

        算例 条款 1 恰好等于不算超过
          年度 2024年度
          已知 年度用工: 年度 = 2023年度; 产值 = 0元
          已知 年度用工: 年度 = 2024年度; 产值 = 1.5亿元
          应得 0元
        """);

    [Fact]
    public void 兑现过的一级不再给() => AssertSound("""
        条款 1 甲
          频次 每年
          奖补 = 首次 产值 超过 1.5亿元、3亿元、5亿元 : 10万元、20万元、30万元

        算例 条款 1 数改小了也只给一次
          年度 2024年度
          兑现 2023年度 20万元
          已知 年度用工: 年度 = 2023年度; 产值 = 1亿元
          已知 年度用工: 年度 = 2024年度; 产值 = 4亿元
          应得 0元

        算例 条款 1 再上一级的照给
          年度 2024年度
          兑现 2023年度 20万元
          已知 年度用工: 年度 = 2023年度; 产值 = 1亿元
          已知 年度用工: 年度 = 2024年度; 产值 = 6亿元
          应得 30万元

        算例 条款 1 竞合扣减过的也算那一级
          年度 2024年度
          兑现 2023年度 15万元
          已知 年度用工: 年度 = 2023年度; 产值 = 1亿元
          已知 年度用工: 年度 = 2024年度; 产值 = 4亿元
          应得 0元

        算例 条款 1 退回的不算
          年度 2024年度
          兑现 2023年度 20万元
          兑现 2023年度 -20万元
          已知 年度用工: 年度 = 2023年度; 产值 = 1亿元
          已知 年度用工: 年度 = 2024年度; 产值 = 4亿元
          应得 20万元

        算例 条款 1 当年已经兑现的，重算不变
          年度 2024年度
          兑现 2024年度 20万元
          已知 年度用工: 年度 = 2023年度; 产值 = 1亿元
          已知 年度用工: 年度 = 2024年度; 产值 = 4亿元
          应得 20万元
        """);

    [Fact]
    public void 每增加一步给一份() => AssertSound("""
        条款 1 甲
          频次 每年
          令 增量奖 = 产值 每增加 1亿元 : 10万元
          奖补 = min(增量奖, 35万元)

        条款 2 乙
          频次 每年
          奖补 = min((年度经营.研发人员数 每增加 5人 : 1万元) * 2, 100万元)

        算例 条款 1 不足一步的不算
          年度 2024年度
          已知 年度用工: 年度 = 2023年度; 产值 = 1亿元
          已知 年度用工: 年度 = 2024年度; 产值 = 3.99亿元
          应得 20万元

        算例 条款 1 恰好一步
          年度 2024年度
          已知 年度用工: 年度 = 2023年度; 产值 = 1亿元
          已知 年度用工: 年度 = 2024年度; 产值 = 2亿元
          应得 10万元

        算例 条款 1 下降的不给
          年度 2024年度
          已知 年度用工: 年度 = 2023年度; 产值 = 5亿元
          已知 年度用工: 年度 = 2024年度; 产值 = 2亿元
          应得 0元

        算例 条款 1 上年没有
          年度 2024年度
          已知 年度用工: 年度 = 2024年度; 产值 = 2.5亿元
          应得 资料不全 0元..20万元

        算例 条款 2 乙
          年度 2024年度
          已知 年度经营: 年度 = 2023年度; 研发人员数 = 1人
          已知 年度经营: 年度 = 2024年度; 研发人员数 = 11人
          应得 4万元
        """);

    [Theory]
    [InlineData("奖补 = 本年.收入 * 1%", "DSL2139 收入")]
    [InlineData("奖补 = 本年.规上", "DSL2139 规上")]
    [InlineData("奖补 = 本年.营业收入 * 1%", "DSL2140 营业收入")]
    [InlineData("奖补 = 营业收入(年度) * 1%", "DSL2140 营业收入")]
    [InlineData("奖补 = 年度纳税.利润(年度) * 1%", "DSL2013 利润")]
    [InlineData("奖补 = 年度.利润(年度) * 1%", "DSL2139 年度.利润")]
    [InlineData("奖补 = 产值(2年) * 1%", "DSL2114 2年")]
    [InlineData("奖补 = 产值(年度, 年度) * 1%", "DSL2144 产值(年度, 年度)")]
    [InlineData("奖补 = 产值() * 1%", "DSL2144 产值()")]
    [InlineData("条件 本年.高新\n奖补 = 1元", "DSL2143 本年.高新")]
    [InlineData("每个 年度用工\n奖补 = 产值(年度用工.年度 - 1年) * 1%", "DSL2144 年度用工.年度 - 1年")]
    [InlineData("奖补 = 首次 产值 超过 1亿元、2亿元 : 1万元", "DSL2145")]
    [InlineData("奖补 = 首次 产值 超过 2亿元、1亿元 : 1万元、2万元", "DSL2145 1亿元")]
    [InlineData("奖补 = 首次 产值 超过 1亿元、1亿元 : 1万元、2万元", "DSL2145 1亿元")]
    [InlineData("奖补 = 首次 产值 超过 1亿元、2亿元 : 2万元、1万元", "DSL2145 1万元")]
    [InlineData("奖补 = 首次 产值 超过 本年.税额 : 2万元", "DSL2145 本年.税额")]
    [InlineData("奖补 = 首次 产值 超过 5人 : 2万元", "DSL2116 5人")]
    [InlineData("奖补 = 首次 产值 超过 1亿元 : 2人", "DSL2107 2人")]
    [InlineData("奖补 = 首次 产值 低于 1亿元 : 2万元", "DSL1095")]
    [InlineData("奖补 = 首次 产值 : 2万元", "DSL1095")]
    [InlineData("奖补 = 首次 产值 超过 1亿元", "DSL1")]
    [InlineData("奖补 = 首次 产值 超过 1亿元 : 2万元 另给", "DSL1")]
    [InlineData("奖补 = 首次 产值 超过 1亿元 : 2万元、", "DSL1")]
    [InlineData("奖补 = 首次 本年 超过 1亿元 : 2万元", "DSL2139 本年")]
    [InlineData("每个 年度用工\n奖补 = 首次 产值 超过 1亿元 : 2万元", "DSL2296 首次")]
    [InlineData("奖补 = 产值 每增加 0元 : 2万元", "DSL2145 0元")]
    [InlineData("奖补 = 产值 每增加 1亿元", "DSL1")]
    [InlineData("奖补 = 产值 每增加 5人 : 2万元", "DSL2116 5人")]
    [InlineData("奖补 = 本年.产值 每增加 1亿元 : 2万元", "DSL2139")]
    public void 写错的说明怎么改(string lines, string expected) => AssertFound(lines, expected);

    [Theory]
    [InlineData("年度 : 年度", "DSL2141 年度")]
    [InlineData("主键 编号 : 文本", "DSL2141 编号")]
    public void 按年度的明细自带年度(string line, string expected)
    {
        var found = Prelude.Compile(
                $"// file: schema.policy\n数据 企业\n  主键 代码 : 文本\n明细 年度经营 属于 企业 按年度\n  {line}\n  营业收入 : 金额\n")
            .Diagnostics.Where(static found => found.Severity == Severity.Error).Select(static found =>
                $"{found.Code} {found.Source[found.Span]}").ToList();
        Assert.Equal([expected], found);
    }

    [Theory]
    [InlineData("  已知 年度用工: 产值 = 1亿元\n", "DSL2142 年度用工")]
    [InlineData("  已知 年度用工: 年度 = 2023年度; 产值 = 1亿元\n  已知 年度用工: 年度 = 2023年度; 产值 = 2亿元\n", "DSL2142 年度用工")]
    public void 算例里每个年度一行(string given, string expected)
    {
        var found = Found($"条款 1 甲\n  频次 每年\n  奖补 = 本年.产值 * 1%\n\n算例 条款 1 甲\n{given}  应得 资料不全\n").ToList();
        Assert.True(found.Count == 1 && found[0].StartsWith(expected, StringComparison.Ordinal), string.Join('\n', found));
    }

    [Theory]
    [InlineData("突破1亿元、5亿元", "超过", "")]
    [InlineData("突破1亿元、5亿元", "达到", "DSL3005 1亿元")]
    [InlineData("达到1亿元、5亿元", "达到", "")]
    [InlineData("达到1亿元、5亿元", "超过", "DSL3005 1亿元")]
    public void 含不含本数照原文(string said, string word, string expected) => Assert.Equal(expected, string.Join('\n', Found($"""
        条款 1 甲
          依据 「对产值首次{said}的企业，分别奖励10万元、30万元」
          频次 每年
          奖补 = 首次 产值 {word} 1亿元、5亿元 : 10万元、30万元
        """).Select(static found => found.Split(':')[0])));

    [Fact]
    public void 原文写一次性的各级一次与频次每年不矛盾() => AssertSound("""
        条款 1 甲
          依据 「对产值首次突破1亿元、5亿元的企业，分别给予10万元、30万元一次性奖励」
          频次 每年
          奖补 = 首次 产值 超过 1亿元、5亿元 : 10万元、30万元
        """);

    [Fact]
    public void 排版不改变含义()
    {
        const string Text = "政策 甲\n条款 1 甲\n  奖补=首次  产值 超过  1亿元,2亿元:1万元,2万元\n"
            + "条款 2 乙\n  奖补=产值  每增加  1亿元:1万元\n条款 3 丙\n  奖补=年度用工 . 产值 (年度-2年)\n";
        var formatted = Format(Text);
        Assert.Contains("奖补 = 首次 产值 超过 1亿元、2亿元 : 1万元、2万元", formatted, StringComparison.Ordinal);
        Assert.Contains("奖补 = 产值 每增加 1亿元 : 1万元", formatted, StringComparison.Ordinal);
        Assert.Contains("奖补 = 年度用工.产值(年度 - 2年)", formatted, StringComparison.Ordinal);
        Assert.Equal(formatted, Format(formatted));
    }

    private static string Format(string text) => Formatter.Format(SyntaxTree.Parse(new SourceText("a.policy", text)));
}
