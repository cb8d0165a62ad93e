// Completion and signature help at marked places: ⟦|⟧ is the cursor.
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dsl.LanguageServer.Features.Completion;
using Dsl.LanguageServer.Tests.Harness;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed partial class CompletionTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const string File = "办法.policy", Mark = "⟦|⟧";

    private const string Head = "政策 支持办法\n  文号     试政发〔2021〕1号\n  施行日期 2021-06-21\n  级次 区级\n  原文     sources/原文.txt\n";

    private const string Clause = Head + "条款 1 费用补贴\n  条   一1\n  依据 「按实际费用30%给予补贴，最高100万元」\n  牵头 区科技局\n  责任 区财政局、区税务局\n  频次 每年\n  条件 已认定\n  令 基数 = 实际费用 * 50%\n";

    private const string Rows = Head + "条款 1 费用补贴\n  牵头 区科技局\n条款 2.1 活动补贴\n  频次 每次\n  每个 主题活动\n  条件 协同举办\n  奖补 = min(活动费用 * 30%, 5万元)\n";

    // Where, text, first labels (in order), labels that must be there, labels that must not.
    public static TheoryData<string, string, string, string, string> Places() => new()
    {
        { "块里的行首", Clause + "  ⟦|⟧\n", "", "奖补 条件 排除 单位上限 条款 算例 说明", "牵头 政策 期限 已知 主键" },
        { "行首的拼音", Clause + "  jb⟦|⟧\n", "奖补", "", "条件" },
        { "行首的全拼", Clause + "  tiaojian⟦|⟧\n", "条件", "", "奖补" },
        { "顶格", Clause + "⟦|⟧", "", "条款 目标 资金池 义务 程序 算例 恒有 条款公式 条款核定 目标指标 奖补", "政策" },
        { "顶格的拼音", Clause + "tk⟦|⟧", "条款", "条款公式", "奖补" },
        { "空文件", "⟦|⟧", "政策", "数据 名录 政策文件头", "奖补" },
        { "范围里可以写事实", Head + "范围 企业\n  ⟦|⟧\n", "", "条件 排除 依据 已认定 行业", "奖补" },
        { "条件里的事实", Clause + "  条件 ⟦|⟧\n", "", "实际费用 已认定 行业 基数 测算日 年度 施行日期 min 合计 若 非", "且 超过 条款" },
        { "明细的事实在前", Rows + "  条件 ⟦|⟧\n", "活动费用 协同举办", "实际费用 已认定", "" },
        { "别的条款没有明细的事实", Clause + "  条件 ⟦|⟧\n", "", "实际费用", "协同举办" },
        { "首字母", Clause + "  条件 sjfy⟦|⟧\n", "实际费用", "", "已认定" },
        { "全拼", Clause + "  条件 shijifeiyong⟦|⟧\n", "实际费用", "", "已认定" },
        { "半拼", Clause + "  条件 shijfy⟦|⟧\n", "实际费用", "", "" },
        { "汉字加拼音", Clause + "  条件 实际fy⟦|⟧\n", "实际费用", "", "已认定" },
        { "拼音加汉字", Clause + "  条件 sj费用⟦|⟧\n", "实际费用", "", "已认定" },
        { "从中间找", Clause + "  条件 费用⟦|⟧\n", "实际费用", "", "已认定" },
        { "写金额时金额在前", Clause + "  奖补 = ⟦|⟧\n", "基数 实际费用", "核定最高 核定 一事一议 min max", "" },
        { "核定后面", Clause + "  奖补 = 核定 ⟦|⟧\n", "最高", "", "实际费用" },
        { "核定最高后面", Clause + "  奖补 = 核定 最高 ⟦|⟧\n", "", "实际费用 min 若", "最高" },
        { "奖补后面", Clause + "  奖补 ⟦|⟧\n", "=", "", "实际费用" },
        { "数字字段后面比较", Clause + "  条件 职工总数 ⟦|⟧\n", "超过 达到", "不超过 不低于 不足 >= 且 /", "实际费用 属于" },
        { "列表字段后面", Clause + "  条件 行业 ⟦|⟧\n", "= !=", "属于 不属于", "超过" },
        { "是否字段后面", Clause + "  条件 已认定 ⟦|⟧\n", "且 或", "", "超过" },
        { "日期字段后面", Clause + "  条件 登记日期 ⟦|⟧\n", "满", ">= <=", "属于 超过" },
        { "比较完了", Clause + "  条件 行业 = 文化旅游 ⟦|⟧\n", "且 或", "", "超过 属于" },
        { "金额里算", Clause + "  奖补 = 实际费用 ⟦|⟧\n", "*", "+ - /", "且" },
        { "数后面", Clause + "  条件 职工总数 50人 ⟦|⟧\n", "及以上 以上", "以下 以内 且", "" },
        { "运算词的拼音", Clause + "  条件 职工总数 cg⟦|⟧\n", "超过", "", "达到" },
        { "若后面等则", Clause + "  奖补 = 若 已认定 ⟦|⟧\n", "则", "且", "" },
        { "则后面等否则", Clause + "  奖补 = 若 已认定 则 1万元 ⟦|⟧\n", "否则", "", "则" },
        { "等号后面列取值", Clause + "  条件 行业 = ⟦|⟧\n", "文化旅游 专业服务 其他", "", "实际费用 是" },
        { "方括号里不重复", Clause + "  条件 行业 属于 [文化旅游, ⟦|⟧\n", "专业服务 其他", "等", "文化旅游 实际费用" },
        { "方括号里的拼音", Clause + "  条件 行业 属于 [zy⟦|⟧]\n", "专业服务", "", "文化旅游" },
        { "属于后面", Clause + "  条件 行业 属于 ⟦|⟧\n", "[", "行业", "实际费用" },
        { "是否的值", Clause + "  条件 已认定 = ⟦|⟧\n", "是 否", "", "" },
        { "表格的列", Clause + "  奖补 = 核定 最高\n    | 行业 | 最高 |\n    | ⟦|⟧\n", "文化旅游 专业服务 其他", "-", "实际费用" },
        { "表格的表头", Clause + "  奖补 = 核定 最高\n    | ⟦|⟧\n", "", "行业 实际费用 基数", "文化旅游" },
        { "数后面的单位按比较的事实", Clause + "  条件 职工总数 达到 50⟦|⟧\n", "人 万人", "万元 % 人以上 人以下", "" },
        { "金额的单位", Clause + "  条件 实际费用 超过 50⟦|⟧\n", "万元 元 亿元", "% 人 万元以上", "" },
        { "单位的拼音", Clause + "  奖补 = 100wy⟦|⟧\n", "万元", "", "人" },
        { "小数的单位", Clause + "  奖补 = 1.5⟦|⟧\n", "万元 元 亿元", "", "" },
        { "分母的单位", Clause + "  奖补 = 2万元/⟦|⟧\n", "", "件 年", "%" },
        { "满后面的年", Clause + "  条件 登记日期 满 3⟦|⟧\n", "年 个月", "", "" },
        { "乘以百分之几", Clause + "  奖补 = 实际费用 * 30⟦|⟧\n", "%", "", "" },
        { "占比的单位", Clause + "  条件 研发人员数 / 职工总数 超过 30⟦|⟧\n", "%", "", "" },
        { "单位连着以上", Clause + "  条件 职工总数 50人ys⟦|⟧\n", "人以上", "人及以上", "" },
        { "牵头单位", Clause + "条款 2 别的\n  牵头 ⟦|⟧\n", "区科技局", "区财政局 区税务局", "实际费用" },
        { "牵头单位的拼音", Clause + "条款 2 别的\n  牵头 qcz⟦|⟧\n", "区财政局", "", "区科技局" },
        { "责任单位接着写", Clause + "条款 2 别的\n  责任 区科技局、⟦|⟧\n", "", "区财政局", "区科技局" },
        { "资金", Clause + "  资金 ⟦|⟧\n", "国家级 省级 市级", "街道", "" },
        { "级次", "政策 甲\n  级次 qj⟦|⟧\n", "区级", "", "市级" },
        { "分担", Clause + "  分担 ⟦|⟧\n", "国家级 省级 市级", "", "" },
        { "每个", Clause + "  每个 ⟦|⟧\n", "主题活动", "", "其他政策支持" },
        { "对象", Clause + "  对象 ⟦|⟧\n", "企业", "", "" },
        { "范围主体", Head + "范围 ⟦|⟧\n", "企业", "", "不限" },
        { "条款里的范围", Clause + "  范围 ⟦|⟧\n", "", "不限", "" },
        { "事项", Clause + "  事项 ⟦|⟧\n", "主题活动 研发投入", "", "文化旅游" },
        { "频次", Clause.Replace("  频次 每年\n", "", StringComparison.Ordinal) + "  频次 ⟦|⟧\n", "一次性 每年", "每次 每年最多3年", "" },
        { "有每个的频次", Rows + "  频次 ⟦|⟧\n", "每次", "一次性 每年", "" },
        { "频次每年后面", Clause + "  频次 每年 ⟦|⟧\n", "最多 自", "", "一次性" },
        { "频次自哪天", Clause + "  频次 每年 自 ⟦|⟧\n", "登记日期", "", "实际费用" },
        { "频次最多几年", Clause + "  频次 每年 最多 3⟦|⟧\n", "年", "", "" },
        { "落实文号", Clause + "  落实 ⟦|⟧\n", "", "试政发〔2020〕9号", "试政发〔2021〕1号" },
        { "落实哪一条", Clause + "  落实 试政发〔2020〕9号 条款 ⟦|⟧\n", "7", "", "1" },
        { "适用条款", Rows + "程序 9 程序\n  适用条款 ⟦|⟧\n", "全部", "1 2.1", "" },
        { "竞合", "政策 甲\n  竞合 ⟦|⟧\n", "", "本区其他政策从高不重复 以往政策从新", "" },
        { "竞合后半", "政策 甲\n  竞合 本区其他政策 ⟦|⟧\n", "从高不重复", "", "从新" },
        { "取整", Clause + "  取整 ⟦|⟧\n", "四舍五入 向下 向上 到", "", "" },
        { "取整单位", Clause + "  取整 向下 到 ⟦|⟧\n", "", "元 百元 分", "向下" },
        { "使用", "政策 甲\n  使用 ⟦|⟧\n", "schema.policy", "", "办法.policy" },
        { "算例哪一块", Rows + "算例 ⟦|⟧\n", "条款 目标", "", "" },
        { "算例哪一条", Rows + "算例 条款 ⟦|⟧\n", "2.1 1", "", "" },
        { "算例按标题找", Rows + "算例 条款 fy⟦|⟧\n", "1", "", "2.1" },
        { "恒有", Clause + "恒有 条款 1 ⟦|⟧\n", "", "奖补 实际费用", "" },
        { "已知什么", Clause + "  奖补 = 实际费用\n算例 条款 1 甲\n  已知 ⟦|⟧\n", "已认定 实际费用", "职工总数 行业 主题活动", "且" },
        { "已知没有写过的", Clause + "  奖补 = 实际费用\n算例 条款 1 甲\n  已知 已认定 = 是; ⟦|⟧\n", "实际费用", "职工总数", "已认定 主题活动" },
        { "上一行写过的也不再列", Clause + "算例 条款 1 甲\n  已知 已认定 = 是\n  已知 ⟦|⟧\n", "实际费用", "", "已认定" },
        { "已知的值", Clause + "算例 条款 1 甲\n  已知 行业 = ⟦|⟧\n", "文化旅游", "未知", "实际费用" },
        { "已知是否", Clause + "算例 条款 1 甲\n  已知 已认定 = ⟦|⟧\n", "是 否", "", "" },
        { "已知的单位", Clause + "算例 条款 1 甲\n  已知 职工总数 = 50⟦|⟧\n", "人", "", "" },
        { "已知明细", Rows + "算例 条款 2.1 甲\n  已知 ⟦|⟧\n", "主题活动", "实际费用", "" },
        { "已知明细的事实", Rows + "算例 条款 2.1 甲\n  已知 主题活动: ⟦|⟧\n", "协同举办 活动费用", "无 活动编号", "实际费用" },
        { "已知明细写过的", Rows + "算例 条款 2.1 甲\n  已知 主题活动: 协同举办 = 是; ⟦|⟧\n", "活动费用", "", "协同举办 无" },
        { "应得", Clause + "算例 条款 1 甲\n  应得 ⟦|⟧\n", "待核定 不符合", "资料不全 让位 符合 不在施行期 0元..不封顶", "达成" },
        { "应得的拼音", Clause + "算例 条款 1 甲\n  应得 bfh⟦|⟧\n", "不符合", "", "" },
        { "应得的单位", Clause + "算例 条款 1 甲\n  应得 60⟦|⟧\n", "万元", "", "" },
        { "应得的上端", Clause + "算例 条款 1 甲\n  应得 待核定 0元..⟦|⟧\n", "不封顶", "", "" },
        { "目标的应得", Head + "目标 3 家数\n  指标 外部 : 家\n  值 10家\n算例 目标 3 甲\n  应得 ⟦|⟧\n", "达成", "未达成 进行中", "不符合" },
        { "目标的已知", Head + "目标 3 家数\n  指标 外部 : 家\n  值 10家\n算例 目标 3 甲\n  已知 目标: ⟦|⟧\n", "指标", "", "" },
        { "目标算例的其中", Head + "目标 3 家数\n  指标 外部 : 家\n  值 10家\n  其中 规上企业 : 3家\n算例 目标 3 甲\n  其中 ⟦|⟧\n", "规上企业", "", "" },
        { "目标算例其中的结果", Head + "目标 3 家数\n  指标 外部 : 家\n  值 10家\n  其中 规上企业 : 3家\n算例 目标 3 甲\n  其中 规上企业 : ⟦|⟧\n", "达成", "未达成", "不符合" },
        { "核定的行", Rows + "算例 条款 2.1 甲\n  已知 主题活动: 活动编号 = \"甲1\"\n  核定 1万元 ⟦|⟧\n", "行", "", "" },
        { "连同", Rows + "算例 条款 2.1 甲\n  连同 ⟦|⟧\n", "条款", "试政发〔2020〕9号", "" },
        { "连同哪一条", Rows + "算例 条款 2.1 甲\n  连同 条款 ⟦|⟧\n", "1", "", "2.1" },
        { "函数名", Clause + "  奖补 = xxqz⟦|⟧\n", "向下取整", "", "" },
        { "函数的别名", Clause + "  奖补 = 取低⟦|⟧\n", "min", "", "" },
        { "函数里面", Clause + "  奖补 = min(⟦|⟧\n", "", "实际费用 基数", "且" },
        { "函数第二项的单位", Clause + "  奖补 = min(实际费用 * 30%, 100⟦|⟧\n", "万元 元 亿元", "", "" },
        { "汇总的明细", Clause + "  条件 计数(⟦|⟧\n", "主题活动", "", "实际费用" },
        { "汇总的值", Clause + "  奖补 = 合计(主题活动, ⟦|⟧\n", "活动费用", "实际费用", "" },
        { "点后面", Clause + "  条件 企业.⟦|⟧\n", "", "实际费用 行业", "协同举办 min" },
        { "名录的值", Clause + "  条件 行业 = 行业.⟦|⟧\n", "文化旅游", "", "" },
        { "目标的指标", Head + "目标 3 家数\n  指标 = ⟦|⟧\n", "", "计数 合计", "实际费用" },
        { "目标里汇总主体", Head + "目标 3 家数\n  指标 = 计数(⟦|⟧\n", "企业", "主题活动", "" },
        { "指标", Head + "目标 3 家数\n  指标 ⟦|⟧\n", "= 外部", "", "" },
        { "指标的类型", Head + "目标 3 家数\n  指标 外部 : ⟦|⟧\n", "金额", "家 比率", "" },
        { "依据", Head + "条款 2 活动\n  依据 ⟦|⟧\n", "对经认定的企业，按实际费用30%给予补贴，最高100万元 每场活动给予最高5万元补贴", "", "支持活动" },
        { "依据里按字找", Head + "条款 2 活动\n  依据 「每场⟦|⟧\n", "每场活动给予最高5万元补贴", "", "对经认定的企业，按实际费用30%给予补贴，最高100万元" },
        { "依据里按中间的字找", Head + "条款 2 活动\n  依据 「5万⟦|⟧」\n", "每场活动给予最高5万元补贴", "", "" },
        { "依据里按拼音找", Head + "条款 2 活动\n  依据 「mchd⟦|⟧」\n", "每场活动给予最高5万元补贴", "", "对经认定的企业，按实际费用30%给予补贴，最高100万元" },
        { "引过的排在后面", Clause + "条款 2 活动\n  依据 「⟦|⟧」\n", "每场活动给予最高5万元补贴 对经认定的企业，按实际费用30%给予补贴，最高100万元", "", "" },
        { "字段的类型", "数据 企业\n  名称 : ⟦|⟧\n", "金额 是否", "日期 文本 人 行业", "范围" },
        { "字段的修饰", "数据 企业\n  费用 : 金额 ⟦|⟧\n", "", "范围 缺省 认定", "金额" },
        { "字段的缺省", "数据 企业\n  办过 : 是否 缺省 ⟦|⟧\n", "是 否", "", "" },
        { "字段的缺省单位", "数据 企业\n  费用 : 金额 缺省 0⟦|⟧\n", "万元 元", "", "" },
        { "明细属于", "明细 项目 属于 ⟦|⟧\n", "企业", "", "" },
        { "参数的类型", Head + "参数 比例 : ⟦|⟧\n", "金额", "比率 行业", "" },
        { "数字开头的名称", Head + "参数 5G比例 : 比率 = 5%\n条款 2 甲\n  奖补 = 实际费用 * 5g⟦|⟧\n", "5G比例", "", "%" },
        { "接在下一行", Clause + "  条件 已认定\n    且 ⟦|⟧\n", "", "实际费用 行业", "奖补" },
        { "后面还有错的行", Clause + "  条件 sjf⟦|⟧\n  奖补 = min(实际费用 *\n  条件 ((\n", "实际费用", "", "" },
        { "写了一半的括号", Clause + "  奖补 = min(sj⟦|⟧, 100万元)\n", "实际费用", "", "" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void 各处列出的词(string name, string marked, string first, string present, string absent)
    {
        Assert.NotEmpty(name);
        using var folder = Small.Folder();
        folder.Write("别的.policy", "政策 市级办法\n  文号 试政发〔2020〕9号\n  施行日期 2020-01-01\n条款 7 市级奖励\n  说明 甲\n");
        // Spaces inside labels are left out, so that a row of labels can be written with spaces between them.
        var labels = Labels(folder, marked).Select(static label => label.Replace(" ", "", StringComparison.Ordinal)).ToList();
        output.WriteLine(string.Join(' ', labels));
        var expected = first.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, labels.Take(expected.Length));
        Assert.All(present.Split(' ', StringSplitOptions.RemoveEmptyEntries), label => Assert.Contains(label, labels));
        Assert.All(absent.Split(' ', StringSplitOptions.RemoveEmptyEntries), label => Assert.DoesNotContain(label, labels));
    }

    [Theory]
    [InlineData(Clause + "  条件 已认定 // sj⟦|⟧\n")]
    [InlineData(Head + "条款 2 sj⟦|⟧\n")]
    [InlineData("政策 sj⟦|⟧\n")]
    [InlineData(Clause + "  令 sj⟦|⟧\n")]
    [InlineData(Clause + "  形式 zzzz⟦|⟧\n")]
    public void 不列(string marked)
    {
        using var folder = Small.Folder();
        Assert.Empty(Labels(folder, marked));
    }

    [Theory]
    [InlineData("实际费用", "sjfy", 1)]
    [InlineData("实际费用", "shijifeiyong", 1)]
    [InlineData("实际费用", "实际", 0)]
    [InlineData("实际费用", "fy", 2)]
    [InlineData("实际费用", "sy", 3)]
    [InlineData("重庆市", "chongqing", 1)]
    [InlineData("重庆市", "zhongqing", 1)]
    [InlineData("重庆市", "cqs", 1)]
    [InlineData("重庆市", "zqs", 1)]
    [InlineData("行业", "hy", 1)]
    [InlineData("行业", "xingye", 1)]
    [InlineData("PCT专利", "pctzl", 1)]
    [InlineData("PCT专利", "pct", 0)]
    [InlineData("绿色工厂", "lvsgc", 1)]
    [InlineData("实际费用", "sjfz", null)]
    [InlineData("实际费用", "s费用j", null)]
    public void 读音相合(string name, string typed, int? rank)
    {
        Assert.Equal(rank, SoundMatch.Rank(typed, name));
        if (rank is not null)
            Assert.True(IsFoundByVsCode(typed, SoundMatch.FilterText(typed, name)), SoundMatch.FilterText(typed, name));
    }

    [Fact]
    public void 编辑器据以过滤的文字()
    {
        Assert.Equal("实际费用 shijifeiyong sjfy", SoundMatch.FilterText("", "实际费用"));
        Assert.Equal("重庆 chongqing cq", SoundMatch.FilterText("", "重庆"));
        Assert.True(SoundMatch.FilterText("", new string('长', 300)).Length < 128);
    }

    [Fact]
    public void 替换的是打的那几个字()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        var marked = Clause + "  条件 已认定 且 sjfy⟦|⟧ 超过 1万元\n";
        var item = Request(client, marked)[0];
        var line = marked.Split('\n').Length - 2;
        Assert.Equal((line, 11, line, 15), (Number("start", "line"), Number("start", "character"), Number("end", "line"), Number("end", "character")));
        Assert.Equal("实际费用", item["textEdit"]?["newText"]?.GetValue<string>());
        Assert.Equal("实际费用", item["label"]?.GetValue<string>());
        Assert.Equal(5, item["kind"]?.GetValue<int>());
        Assert.Equal("金额，企业", item["detail"]?.GetValue<string>());
        Assert.Equal("实际费用 shijifeiyong sjfy", item["filterText"]?.GetValue<string>());

        int? Number(string end, string part) => item["textEdit"]?["range"]?[end]?[part]?.GetValue<int>();
    }

    [Fact]
    public void 说明取自数据定义的注释()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        Assert.Equal("全职", Request(client, Clause + "  条件 研发人员数⟦|⟧\n")[0]["documentation"]?["value"]?.GetValue<string>());
        Assert.Contains("取值：文化旅游", Request(client, Clause + "  条件 行业⟦|⟧\n")[0]["documentation"]?["value"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void 没有占位符的编辑器得到纯文字()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        var items = Request(client, Clause + "⟦|⟧");
        Assert.DoesNotContain(items, static item => item["kind"]?.GetValue<int>() == (int)CandidateKind.Snippet);
        Assert.All(items, static item => Assert.Equal(1, item["insertTextFormat"]?.GetValue<int>()));
        Assert.Equal("min(", Request(client, Clause + "  奖补 = min⟦|⟧\n")[0]["textEdit"]?["newText"]?.GetValue<string>());
    }

    [Fact]
    public void 行首的空格不弹出()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        var parameters = Open(client, Clause + "  ⟦|⟧\n");
        parameters["context"] = new JsonObject { ["triggerKind"] = 2, ["triggerCharacter"] = " " };
        Assert.Null(client.Request("textDocument/completion", parameters));
    }

    [Fact]
    public void 填好的整条都合语法()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root, Snippets());
        var checkedAny = 0;
        foreach (var marked in (string[])[Clause + "⟦|⟧", Rows + "算例 条款 2.1 甲\n  应得 1元\n⟦|⟧", "⟦|⟧", "数据 甲\n  主键 乙 : 文本\n⟦|⟧"])
        {
            foreach (var item in Request(client, marked).Where(static item => item["kind"]?.GetValue<int>() == (int)CandidateKind.Snippet))
            {
                var text = Expanded(item["textEdit"]?["newText"]?.GetValue<string>() ?? "");
                var label = item["label"]?.GetValue<string>() ?? "";
                var tree = SyntaxTree.Parse(new SourceText("a.policy", text));
                Assert.True(tree.Diagnostics.IsEmpty, $"{label}\n{text}\n{string.Join('\n', tree.Diagnostics.Select(static finding => finding.Message))}");
                checkedAny++;
            }
        }
        Assert.True(checkedAny > 20, $"{checkedAny}");
    }

    [Theory]
    [InlineData("条款 公式")]
    [InlineData("条款 核定")]
    [InlineData("条款 分档")]
    [InlineData("条款 配套")]
    [InlineData("条款 每个")]
    [InlineData("条款 一事一议")]
    [InlineData("条款 资格")]
    [InlineData("条款 说明")]
    public void 填好的条款没有错误(string label)
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root, Snippets());
        var item = Request(client, Clause + "⟦|⟧").First(item => item["label"]?.GetValue<string>() == label);
        var text = Expanded(item["textEdit"]?["newText"]?.GetValue<string>() ?? "").Replace("「」", "「每场活动给予最高5万元补贴」", StringComparison.Ordinal).Replace("条款 编号", "条款 9", StringComparison.Ordinal);
        client.Open(File, Small.Policy + "\n\n" + text, 9);
        Assert.DoesNotContain(client.Diagnostics(File, 9), static finding => finding["severity"]?.GetValue<int>() == 1 && finding["code"]?.GetValue<string>().StartsWith("DSL3", StringComparison.Ordinal) != true);
    }

    [Theory]
    [InlineData("奖补 = min(⟦|⟧", "min(甲, 乙, …)", 0)]
    [InlineData("奖补 = min（实际费用 * 30%，⟦|⟧", "min(甲, 乙, …)", 1)]
    [InlineData("奖补 = 取低(1元, 2元, ⟦|⟧", "min(甲, 乙, …)", 1)]
    [InlineData("奖补 = 向下取整(min(1元, 2元), 1⟦|⟧", "向下取整(数, [单位])", 1)]
    [InlineData("奖补 = 向下取整(min(1元, ⟦|⟧2元), 1元)", "min(甲, 乙, …)", 1)]
    [InlineData("奖补 = 合计(主题活动, 活动费用, ⟦|⟧)", "合计(明细, 值, [条件])", 2)]
    [InlineData("条件 存在(主题活动, ⟦|⟧", "存在(明细, [条件])", 1)]
    public void 函数的参数(string line, string label, int active)
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        var answer = client.Request("textDocument/signatureHelp", Open(client, Clause + "  " + line + "\n"));
        var signature = answer?["signatures"]?[0];
        Assert.Equal(label, signature?["label"]?.GetValue<string>());
        Assert.Equal(active, answer?["activeParameter"]?.GetValue<int>());
        Assert.NotEmpty(signature?["documentation"]?["value"]?.GetValue<string>() ?? "");
        Assert.All(signature?["parameters"]?.AsArray() ?? [], parameter => Assert.Contains(parameter?["label"]?.GetValue<string>() ?? "?", label, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("奖补 = min(1元, 2元)⟦|⟧")]
    [InlineData("奖补 = (⟦|⟧")]
    [InlineData("说明 min(⟦|⟧")]
    public void 不在函数里(string line)
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        Assert.Null(client.Request("textDocument/signatureHelp", Open(client, Clause + "  " + line + "\n")));
    }

    [Fact]
    public void 政策里处处都不出错也不慢()
    {
        using var folder = Folder.OfRepository();
        var workspace = new Workspace(static () => new DateOnly(2023, 6, 30));
        var (times, empty) = (new List<double>(), 0);
        foreach (var path in Directory.EnumerateFiles(folder.Root, "*.policy", SearchOption.AllDirectories).Select(static path => path.Replace('\\', '/')).Order(StringComparer.Ordinal))
        {
            var snapshot = workspace.SnapshotOf(path);
            var tree = Assert.IsType<SyntaxTree>(snapshot.TreeOf(path));
            Assert.NotEmpty(snapshot.Model.Subjects);
            for (var offset = 0; offset <= tree.Source.Content.Length; offset += 37)
            {
                var start = System.Diagnostics.Stopwatch.GetTimestamp();
                var proposals = Completer.Propose(snapshot, tree, offset);
                times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                empty += proposals is null ? 1 : 0;
                if (proposals is { } found)
                    Assert.True(found.Replaced.End == offset && found.Replaced.Start <= offset);
            }
        }
        times.Sort();
        output.WriteLine($"{times.Count} places, median {times[times.Count / 2]:0.00} ms, p95 {times[times.Count * 95 / 100]:0.00} ms, most {times[^1]:0.0} ms, none at {empty}");
        Assert.True(times[times.Count * 95 / 100] < 200, "95 % of the places take longer than 200 ms");
    }

    [Fact]
    public void 断在任何地方都不出错()
    {
        using var folder = Small.Folder();
        var path = Path.Combine(folder.Root, File).Replace('\\', '/');
        var workspace = new Workspace(static () => new DateOnly(2023, 6, 30));
        var random = new Random(11);
        for (var round = 0; round < 60; round++)
        {
            var text = Small.Policy;
            var cut = random.Next(text.Length);
            text = text.Remove(cut, Math.Min(random.Next(12), text.Length - cut)).Insert(cut, ((string[])["「", "(", "[", "\n", " = ", "|", "10", "sj", "😀", "：", "//"])[random.Next(11)]);
            workspace.Set(path, text, round);
            var snapshot = workspace.SnapshotOf(path);
            var tree = Assert.IsType<SyntaxTree>(snapshot.TreeOf(path));
            for (var offset = Math.Max(0, cut - 20); offset <= Math.Min(text.Length, cut + 20); offset++)
                Completer.Propose(snapshot, tree, offset);
        }
    }

    private static List<string> Labels(Folder folder, string marked)
    {
        using var client = new LspClient(folder.Root, Snippets());
        return [.. Request(client, marked).Select(static item => item["label"]?.GetValue<string>() ?? "")];
    }

    private static JsonObject Snippets() => new() { ["textDocument"] = new JsonObject { ["completion"] = new JsonObject { ["completionItem"] = new JsonObject { ["snippetSupport"] = true } } } };

    private static List<JsonObject> Request(LspClient client, string marked) =>
        client.Request("textDocument/completion", Open(client, marked))?["items"]?.AsArray().OfType<JsonObject>().ToList() ?? [];

    private static JsonObject Open(LspClient client, string marked)
    {
        var offset = marked.IndexOf(Mark, StringComparison.Ordinal);
        var text = marked.Remove(offset, Mark.Length);
        client.Open(File, text);
        var (line, column) = new SourceText("", text).PositionOf(offset);
        return client.At(File, line, column);
    }

    /// <summary>A snippet with its placeholders as they stand.</summary>
    private static string Expanded(string snippet) =>
        Stop().Replace(Choice().Replace(Placeholder().Replace(snippet, "$1"), "$1"), "");

    [GeneratedRegex(@"\$\{\d+:([^}]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\$\{\d+\|([^,|]*)[^}]*\}")]
    private static partial Regex Choice();

    [GeneratedRegex(@"\$\d+")]
    private static partial Regex Stop();

    /// <summary>The rule of VS Code: the letters in order, the first one at the start of a word.</summary>
    private static bool IsFoundByVsCode(string typed, string filter) => Enumerable.Range(0, filter.Length).Any(start =>
    {
        if (start > 0 && filter[start - 1] != ' ')
            return false;
        var rest = filter[start..];
        var at = 0;
        foreach (var letter in typed)
        {
            at = rest.IndexOf(letter.ToString(), at, StringComparison.OrdinalIgnoreCase) + 1;
            if (at == 0)
                return false;
        }
        return char.ToLowerInvariant(rest[0]) == char.ToLowerInvariant(typed[0]);
    });
}
