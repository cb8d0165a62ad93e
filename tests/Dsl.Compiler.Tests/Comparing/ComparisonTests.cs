// What the comparison of two versions reports: every kind of change, and nothing where only notation, order or layout differ.
using System.Collections.Immutable;
using Dsl.Compiler.Tests.Support;
using Dsl.Diff;
using Dsl.Syntax.Diagnostics;
using Xunit;

namespace Dsl.Compiler.Tests.Comparing;

public class ComparisonTests
{
    [Theory]
    [InlineData("核定 最高 10万元", "核定 最低 5万元 最高 10万元", false)]
    [InlineData("核定 5万元..10万元", "核定 最低 5万元 最高 10万元", true)]
    [InlineData("核定 最低 5万元", "核定 最低 6万元", false)]
    [InlineData("一事一议", "一事一议 最低 5万元", false)]
    [InlineData("核定 研发费用 * 5%..20%", "核定 最低 研发费用 * 5% 最高 研发费用 * 20%", true)]
    public void 核定的上下限(string before, string after, bool isSame) => Assert.Equal(isSame, ProgramComparer.Compare(
        Prelude.Compile($"频次 一次性\n奖补 = {before}").Program, Prelude.Compile($"频次 一次性\n奖补 = {after}").Program).IsSameMeaning);

    [Theory]
    [InlineData("竞合 条款 1、2 只给一项", "竞合 条款 1、2 晋级补差")]
    [InlineData("竞合 条款 1、2 只给一项", "竞合 条款 1 晋级补差")]
    [InlineData("竞合 条款 1 与 条款 2 不重复享受", "竞合 条款 2 与 条款 1 不重复享受")]
    [InlineData("合计上限 条款 1、2 不超过 400万元", "合计上限 条款 1 不超过 400万元")]
    [InlineData("合计上限 条款 1、2 不超过 400万元", "合计上限 条款 1、2 不超过 400万元 先 条款 2")]
    [InlineData("合计上限 条款 1、2 不超过 400万元", "合计上限 全部 不超过 400万元")]
    public void 管着哪几条不同的说得出来(string before, string after)
    {
        var difference = Compare(Replaced("级次     区级\n", $"级次     区级\n  {before}\n"),
            Replaced("级次     区级\n", $"级次     区级\n  {after}\n"));
        Assert.Contains(Told(difference), static told => told.Contains("竞合", StringComparison.Ordinal)
            || told.Contains("合计上限", StringComparison.Ordinal));
    }

    /// <summary>One clause that has everything; tests replace a piece of it.</summary>
    private const string Policy = """
        政策 测试政策
          文号     测〔2024〕1号
          发文机关 测试机关
          施行日期 2024-01-01
          级次     区级

        参数 比例 : 比率 = 20% | 2025-01-01 起 25%

        范围
          注册区县 = 渝中区
          依法纳税

        条款 1 研发补助
          条   二(一)1
          依据 「按研发费用20%给予补助」
          牵头 科技局、财政局
          频次 每年 最多 3年
          事项 研发投入
          条件 研发人员数 / 职工总数 超过 30% 且 研发人员数 50人以上
          条件 所属行业 属于 [软件业, 制造业]
          排除 诚信经营 = 否 或 营业收入 不足 100万元
          令 基数 = max(研发费用 - 100万元, 0元)
          奖补 = min(基数 * 比例, 300万元)
          累计上限 500万元

        算例 条款 1 按比例
          已知 研发人员数 = 60人; 职工总数 = 100人; 所属行业 = 软件业; 诚信经营 = 是; 营业收入 = 1000万元; 研发费用 = 200万元
          应得 20万元

        恒有 条款 1 奖补 <= 300万元

        条款 2 项目奖励
          频次 每次
          每个 科技项目
          奖补 = 核定 最高
            | 项目类别 | 经费          | 最高   |
            | 国家项目 | 1000万元以上  | 50万元 |
            | 国家项目 | 低于 1000万元 | 30万元 |
            | 市级项目 | -             | 10万元 |
            | 其他     | -             | 5万元  |
          单位上限 100万元

        条款 3 待遇
          条件 高新技术企业
          享受 租金减半

        目标 8 高新技术企业
          期限 2027年度
          指标 = 计数(企业, 高新技术企业)
          值 超过 100家
          其中 注册区县 = 渝中区 : 达到 60家

        资金池 9 基金
          规模 1亿元
          适用条款 1、2

        义务 10 印发细则
          期限 施行日期 + 1个月

        程序 11 研究
          情形 高新技术企业
          须经 依法纳税
          适用条款 1
        """;

    [Theory]
    [InlineData("min(基数 * 比例, 300万元)", "取低(3百万元, 比例 × 基数)")]
    [InlineData("超过 30%", "> 0.3")]
    [InlineData("研发人员数 / 职工总数 超过 30% 且 研发人员数 50人以上", "研发人员数 >= 50人\n  条件 30% < 研发人员数 / 职工总数")]
    [InlineData("[软件业, 制造业]", "[制造业， 软件业]")]
    [InlineData("排除 诚信经营 = 否 或 营业收入 不足 100万元", "条件 诚信经营\n  排除 营业收入 < 100万元")]
    [InlineData("排除 诚信经营 = 否 或 营业收入 不足 100万元", "条件 诚信经营 且 非 营业收入 不足 100万元")]
    [InlineData("  令 基数 = max(研发费用 - 100万元, 0元)\n  奖补 = min(基数 * 比例, 300万元)",
        "  奖补 = min(max(0元, 研发费用 - 100万元) * 比例, 300万元)")]
    [InlineData("牵头 科技局、财政局", "牵头 财政局 科技局")]
    [InlineData("规模 1亿元", "规模 10000万元")]
    [InlineData("适用条款 1、2", "适用条款 2 1")]
    [InlineData("施行日期 2024-01-01", "成文日期 2024-01-01")]
    [InlineData("= 20% | 2025-01-01 起 25%", "= 0.2 | 2025年1月1日 起 25%")]
    [InlineData("文号     测〔2024〕1号", "文号     测［2024］１号")]
    [InlineData("    | 市级项目 | -             | 10万元 |\n    | 其他     | -             | 5万元  |\n",
        "    | 其他     | -             | 5万元  |\n    | 市级项目 | -             | 10万元 |\n")]
    [InlineData("    | 国家项目 | 1000万元以上  | 50万元 |\n    | 国家项目 | 低于 1000万元 | 30万元 |\n",
        "    | 国家项目 | 不足 1000万元 | 30万元 |\n    | 国家项目 | 1000万元.. | 50万元 |\n")]
    [InlineData("    | 其他     | -             | 5万元  |\n", "    | [其他]     | -             | 0.05百万元  |\n")]
    [InlineData("  条件 高新技术企业\n", "  条件 高新技术企业 = 是  // 注释\n")]
    [InlineData("奖补 <= 300万元", "非 (奖补 > 300万元)")]
    [InlineData("算例 条款 1 按比例", "算例 条款 1 换了题目")]
    [InlineData("期限 2027年度", "期限 2027年度 ")]
    public void 写法次序和版式不同含义不变(string old, string @new)
    {
        var difference = Compare(Policy, Replaced(old, @new));
        Assert.Equal([], Told(difference));
        Assert.True(difference.IsSameMeaning);
        Assert.Equal(0, difference.WordingCount);
    }

    [Theory]
    [InlineData("超过 30%", "达到 30%", "条款 1 条件 改动 研发人员数 / 职工总数 超过 30% → 研发人员数 / 职工总数 达到 30% 〔> → ≥〕")]
    [InlineData("超过 30%", "超过 35%", "条款 1 条件 改动 研发人员数 / 职工总数 超过 30% → 研发人员数 / 职工总数 超过 35% 〔30% → 35%〕")]
    [InlineData(" 且 研发人员数 50人以上", "", "条款 1 条件 删去 研发人员数 50人以上")]
    [InlineData(" 且 研发人员数 50人以上", " 或 研发人员数 50人以上", "条款 1 条件 改动 研发人员数 / 职工总数 超过 30% → 研发人员数 / "
        + "职工总数 超过 30% 或 研发人员数 50人以上|条款 1 条件 删去 研发人员数 50人以上")]
    [InlineData("  条件 高新技术企业\n", "  条件 高新技术企业\n  条件 登记日期 满 3年\n", "条款 3 条件 增加 登记日期 满 3年")]
    [InlineData("  条件 高新技术企业\n", "  排除 高新技术企业\n", "条款 3 条件 改动 高新技术企业 → 排除 高新技术企业")]
    [InlineData("[软件业, 制造业]", "[软件业, 等]",
        "条款 1 条件 改动 所属行业 属于 [软件业, 制造业] → 所属行业 属于 [软件业, 等] 〔删去「制造业」；增加「等」〕")]
    [InlineData("300万元)", "200万元)", "条款 1 奖补 改动 min(基数 * 比例, 300万元) → min(基数 * 比例, 200万元) 〔300万元 → 200万元〕")]
    [InlineData("min(基数", "max(基数", "条款 1 奖补 改动 min(基数 * 比例, 300万元) → max(基数 * 比例, 300万元) 〔min → max〕")]
    [InlineData("研发费用 - 100万元, 0元", "研发费用 - 50万元, 0元",
        "条款 1 令 基数 改动 max(研发费用 - 100万元, 0元) → max(研发费用 - 50万元, 0元) 〔100万元 → 50万元〕")]
    [InlineData("低于 1000万元 | 30万元", "低于 1000万元 | 20万元", "条款 2 奖补 改动 核定 最高 项目类别 = 国家项目 且 经费 1000万元以上 → "
        + "50万元；项目类别 = 国家项目 且 经费 低于 1000万元 → 30万元；项目类别 = 市级项目 → 10万元；项目类别 = 其他 → 5万元 → 核定 最高 "
        + "项目类别 = 国家项目 且 经费 1000万元以上 → 50万元；项目类别 = 国家项目 且 经费 低于 1000万元 → 20万元；"
        + "项目类别 = 市级项目 → 10万元；项目类别 = 其他 → 5万元 〔项目类别 = 国家项目 且 经费 低于 1000万元：30万元 → 20万元〕")]
    [InlineData("单位上限 100万元", "单位上限 90万元", "条款 2 单位上限 改动 100万元 → 90万元")]
    [InlineData("  累计上限 500万元\n", "", "条款 1 累计上限 删去 500万元")]
    [InlineData("最多 3年", "最多 4年", "条款 1 频次 改动 每年，最多 3年 → 每年，最多 4年")]
    [InlineData("频次 每年 最多 3年", "频次 一次性", "条款 1 频次 改动 每年，最多 3年 → 一次性")]
    [InlineData("  累计上限 500万元\n", "  累计上限 500万元\n  取整 向下 到 万元\n", "条款 1 取整 增加 向下取整到1万元")]
    [InlineData("  累计上限 500万元\n", "  累计上限 500万元\n  形式 股权投资\n", "条款 1 形式 增加 股权投资")]
    [InlineData("  事项 研发投入\n", "  事项 活动补贴\n", "条款 1 事项 改动 研发投入 → 活动补贴")]
    [InlineData("  事项 研发投入\n", "  事项 研发投入\n  另行给予\n", "条款 1 另行给予 增加 是")]
    [InlineData("  事项 研发投入\n", "  事项 研发投入\n  受益人 团队\n", "条款 1 受益人 增加 团队")]
    [InlineData("  事项 研发投入\n", "  事项 研发投入\n  资金 市级\n", "条款 1 资金 改动 区级 → 市级")]
    [InlineData("  事项 研发投入\n", "  事项 研发投入\n  分担 市级:区级 = 6:4\n", "条款 1 资金 改动 区级 → 市级:区级 = 6:4")]
    [InlineData("  事项 研发投入\n", "  事项 研发投入\n  落实 市〔2023〕2号 条款 3\n", "条款 1 落实 增加 市〔2023〕2号 条款 3")]
    [InlineData("  事项 研发投入\n", "  事项 研发投入\n  范围 不限\n", "条款 1 范围 增加 不限")]
    [InlineData("奖补 = min(基数 * 比例, 300万元)", "每个 专利\n  奖补 = min(基数 * 比例, 300万元)", "条款 1 每个 增加 专利", true)]
    [InlineData("享受 租金减半", "享受 租金全免", "条款 3 享受 改动 租金减半 → 租金全免")]
    [InlineData("牵头 科技局、财政局", "牵头 科技局", "条款 1 牵头 改动 科技局、财政局 → 科技局 〔删去「财政局」〕")]
    [InlineData("  依法纳税\n", "  诚信经营\n", "测〔2024〕1号 范围 企业 删去 依法纳税|测〔2024〕1号 范围 企业 增加 诚信经营")]
    [InlineData("施行日期 2024-01-01", "施行日期 2024-02-01\n  失效日期 2026-12-31",
        "测〔2024〕1号 施行日期 改动 2024-01-01 → 2024-02-01|测〔2024〕1号 失效日期 增加 2026-12-31")]
    [InlineData("级次     区级\n", "级次     区级\n  竞合 本政策内 从高不重复\n", "测〔2024〕1号 竞合 增加 本政策内 从高不重复")]
    [InlineData("级次     区级\n", "级次     区级\n  竞合 条款 1、2 只给一项\n", "测〔2024〕1号 竞合 增加 条款 1、2 只给一项", true)]
    [InlineData("级次     区级\n", "级次     区级\n  合计上限 条款 1、2 不超过 400万元\n",
        "测〔2024〕1号 合计上限 条款 1、2 增加 不超过 400万元")]
    [InlineData("起 25%", "起 30%", "参数 比例 2025-01-01 起 改动 25% → 30%")]
    [InlineData(" | 2025-01-01 起 25%", "", "参数 比例 2025-01-01 起 删去 25%")]
    [InlineData("超过 100家", "超过 120家", "目标 8 值 改动 超过 100家 → 超过 120家 〔100家 → 120家〕")]
    [InlineData("超过 100家", "达到 100家", "目标 8 值 改动 超过 100家 → 达到 100家")]
    [InlineData("计数(企业, 高新技术企业)", "计数(企业, 依法纳税)", "目标 8 指标 改动 计数(企业, 高新技术企业) → 计数(企业, 依法纳税)",
        true)]
    [InlineData("期限 2027年度", "期限 2028年度", "目标 8 期限 改动 2027年度 → 2028年度")]
    [InlineData("达到 60家", "达到 70家", "目标 8 其中 改动 注册区县 = 渝中区 : 达到 60家 → 注册区县 = 渝中区 : 达到 70家 〔60家 → 70家〕")]
    [InlineData("规模 1亿元", "规模 2亿元", "资金池 9 规模 改动 1亿元 → 2亿元")]
    [InlineData("适用条款 1、2", "适用条款 1", "资金池 9 适用条款 改动 1、2 → 1 〔删去「2」〕")]
    [InlineData("+ 1个月", "+ 2个月", "义务 10 期限 改动 施行日期 + 1个月 → 施行日期 + 2个月")]
    [InlineData("情形 高新技术企业", "情形 非 高新技术企业", "程序 11 情形 改动 高新技术企业 → 非 高新技术企业")]
    [InlineData("须经 依法纳税", "须经 诚信经营", "程序 11 须经 删去 依法纳税|程序 11 须经 增加 诚信经营")]
    [InlineData("应得 20万元", "应得 21万元", "条款 1 算例 改动 （改动 1 个）")]
    [InlineData("奖补 <= 300万元", "奖补 <= 400万元", "条款 1 恒有 改动 奖补 <= 300万元 → 奖补 <= 400万元 〔300万元 → 400万元〕")]
    public void 每一种改动都说得出来(string old, string @new, string expected, bool andMore = false)
    {
        var difference = Compare(Policy, Replaced(old, @new));
        Assert.False(difference.IsSameMeaning);
        var told = Told(difference);
        if (andMore)
            Assert.Contains(expected, told);
        else
            Assert.Equal(expected.Split('|'), told);
    }

    [Theory]
    [InlineData("条款 1 研发补助", "条款 1 研发补助资金")]
    [InlineData("条   二(一)1", "条   二(一)2")]
    [InlineData("「按研发费用20%给予补助」", "「按研发费用的20%给予补助」")]
    public void 文字改动不是含义的改动(string old, string @new)
    {
        var difference = Compare(Policy, Replaced(old, @new));
        Assert.True(difference.IsSameMeaning);
        Assert.Equal(1, difference.WordingCount);
    }

    [Fact]
    public void 改号的条款按内容认出()
    {
        var renumbered = Policy.Replace("条款 1 研发补助", "条款 1.1 研发补助", StringComparison.Ordinal)
            .Replace("算例 条款 1 ", "算例 条款 1.1 ", StringComparison.Ordinal)
            .Replace("恒有 条款 1 ", "恒有 条款 1.1 ", StringComparison.Ordinal)
            .Replace("适用条款 1、2", "适用条款 1.1、2", StringComparison.Ordinal)
            .Replace("适用条款 1\n", "适用条款 1.1\n", StringComparison.Ordinal);
        var item =
            Assert.Single(Assert.Single(Compare(Policy, renumbered.TrimEnd()[..^"适用条款 1".Length] + "适用条款 1.1").Policies).Items);
        Assert.Equal((ChangeKind.Renumbered, "1", "1.1"), (item.Kind, item.OldNumber, item.NewNumber));
        Assert.Empty(item.Changes);
    }

    [Fact]
    public void 插入一条后面各条顺延()
    {
        const string Old = "条款 1 甲\n  依据 「甲文」\n  奖补 = 1万元\n条款 2 乙\n  依据 「乙文」\n  奖补 = 2万元\n";
        const string New = "条款 1 甲\n  依据 「甲文」\n  奖补 = 1万元\n条款 2 丙\n  依据 「丙文」\n  奖补 = 3万元\n"
            + "条款 3 乙\n  依据 「乙文」\n  奖补 = 4万元\n";
        var told = Assert.Single(Compare(Old, New).Policies).Items
            .Select(static item => (item.Kind, item.OldNumber, item.NewNumber, item.Changes.Length > 0));
        Assert.Equal([(ChangeKind.Added, "", "2", true), (ChangeKind.Renumbered, "2", "3", true)], told);
    }

    [Fact]
    public void 增加和删去的政策()
    {
        const string Two = "// file: 甲.policy\n政策 甲\n  施行日期 2024-01-01\n条款 1 甲\n  奖补 = 1万元\n// file: 乙.policy\n"
            + "政策 乙\n  施行日期 2024-01-01\n条款 1 乙\n  奖补 = 1万元\n";
        var one = Two[..Two.IndexOf("// file: 乙", StringComparison.Ordinal)];
        Assert.Equal(ChangeKind.Added, Assert.Single(Compare(one, Two).Policies).Kind);
        Assert.Equal(ChangeKind.Removed, Assert.Single(Compare(Two, one).Policies).Kind);
    }

    [Theory]
    [InlineData("  工作年限     : 年\n", "", "数据 企业 字段 工作年限 删去 年")]
    [InlineData("研发人员数   : 人", "研发人员数   : 人 范围 0人..100人", "数据 企业 字段 研发人员数 改动 人 → 人 范围 0人..100人")]
    [InlineData("研发人员数   : 人", "研发人员数   : 人 缺省 0人", "数据 企业 字段 研发人员数 改动 人 → 人 缺省 0人")]
    [InlineData("研发人员数   : 人", "研发人员数   : 家", "数据 企业 字段 研发人员数 改动 人 → 家")]
    [InlineData("高新技术企业 : 是否 认定", "高新技术企业 : 是否", "数据 企业 字段 高新技术企业 改动 是否 认定 → 是否")]
    [InlineData("[研发投入, 活动补贴]", "[研发投入, 活动补贴, 其他]",
        "名录 事项 取值 改动 研发投入、活动补贴 → 研发投入、活动补贴、其他 〔增加「其他」〕")]
    [InlineData("[区块链, 其他]", "[区块链, 其他, 等]", "明细 专利 字段 领域 改动 [区块链, 其他] → [区块链, 其他, 等] 〔增加「等」〕")]
    [InlineData("计量 件", "计量 项", "明细 专利 计量 改动 件 → 项")]
    public void 数据定义的改动(string old, string @new, string expected)
    {
        var schema = Prelude.Schema.ReplaceLineEndings("\n");
        Assert.Contains(old, schema, StringComparison.Ordinal);
        const string Main =
            "// file: main.policy\n政策 甲\n  施行日期 2024-01-01\n条款 1 甲\n  奖补 = 1万元\n// file: schema/企业.policy\n";
        Assert.Equal([expected], Told(Compare(Main + schema, Main + schema.Replace(old, @new, StringComparison.Ordinal))));
        Assert.Equal([], Told(Compare(Main + schema, Main + schema.Replace("[区块链, 其他]", "[其他, 区块链]", StringComparison.Ordinal))));
    }

    [Fact]
    public void 很长的决策表也能比较()
    {
        const int Rows = 2_000;
        static string Table(IEnumerable<int> order, int value) => "条款 1 甲\n  奖补 =\n    | 研发人员数 | 奖补 |\n"
            + string.Concat(order.Select(i => $"    | {i}人 | {(i == 7 ? value : i)}元 |\n")) + "    | - | 0元 |\n";
        Assert.True(Compare(Table(Enumerable.Range(0, Rows), 7), Table(Enumerable.Range(0, Rows).Reverse(), 7)).IsSameMeaning);
        var change = Assert.Single(
            Compare(Table(Enumerable.Range(0, Rows), 7), Table(Enumerable.Range(0, Rows).Reverse(), 8)).Policies[0].Items[0].Changes);
        Assert.Equal("研发人员数 = 7人：7元 → 8元", Assert.Single(change.Details));
    }

    private static string Replaced(string old, string @new)
    {
        Assert.Contains(old, Policy, StringComparison.Ordinal);
        return Policy.Replace(old, @new, StringComparison.Ordinal);
    }

    private static ProgramDifference Compare(string old, string @new) => ProgramComparer.Compare(Program(old), Program(@new));

    private static Ir.Nodes.IrProgram Program(string text)
    {
        var compilation = Prelude.Compile(text);
        // Figures without a quotation are fine here: nothing but the comparison is tested.
        var compiled = compilation.ApplyConfiguration(
            new(compilation.Diagnostics.Where(static finding => finding.Code.StartsWith("DSL3", StringComparison.Ordinal))
                .Select(static finding => finding.Code).Distinct()
                .ToDictionary(static code => code, static _ => Severity.Warning).ToImmutableDictionary()));
        Assert.DoesNotContain(compiled.Diagnostics, static finding => finding.Severity == Severity.Error);
        return compiled.Program;
    }

    /// <summary>The changes in meaning, one line each.</summary>
    private static List<string> Told(ProgramDifference difference) =>
    [
        .. difference.Policies.SelectMany(static policy =>
            policy.Changes.Where(static change => !change.IsWording).Select(change => $"{policy.Number} {Line(change)}")
                .Concat(policy.Items.SelectMany(Lines))),
        .. difference.Definitions.SelectMany(Lines),
    ];

    private static IEnumerable<string> Lines(ItemDifference item) =>
        item.Changes.Where(static change => !change.IsWording).Select(change => $"{item.Type} {item.NewNumber} {Line(change)}");

    private static string Line(Change change)
    {
        var text = change.Kind == ChangeKind.Changed ? $"{change.Old} → {change.New}" : change.Old + change.New;
        var details = string.Join("；", change.Details);
        return change.Label == "算例" ? $"{change.Label} {change.Kind.Word()} （{details}）"
            : $"{change.Label} {change.Kind.Word()} {text}{(details.Length == 0 || details == text ? "" : $" 〔{details}〕")}";
    }
}
