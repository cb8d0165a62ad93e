// One sound document in which every line word stands in every block that takes it.
using System.Collections.Immutable;
using Dsl.Semantics.Checks;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Compiler.Tests.Grammar;

/// <summary>The document, and what it is compiled with.</summary>
public static class GrammarDocument
{
    private const string Written = """
        政策 测试政策
          文号     测〔2024〕1号
          发文机关 测试机关
          地区     测试区
          成文日期 2023-12-01
          施行日期 2024-01-01
          失效日期 2030-12-31
          级次     区级
          原文     sources/原文.txt
          使用     schema/企业.policy
          竞合     本政策内 从高不重复
          竞合     条款 2、3 只给一项
          依据     「给予最高100万元的补贴」
          竞合     择一 条款 6、7 依 名称
          竞合     条款 6 与 条款 7 不重复享受
          合计上限 条款 2、3 不超过 100万元 先 条款 2
          对象     企业
          说明     测试用

        名录 档次 = [一档, 二档, 等]

        数据 团队
          主键 团队号 : 文本
          所在区县 : 区县
          规模数 : 人 范围 0人..1000人 缺省 0人
          档 : [一档, 二档]
          单价 : 元/件
          经认定 : 是否 认定

        明细 成果 属于 团队 计量 件
          主键 成果号 : 文本
          分值 : 数

        参数 基准 : 金额 = 2021-06-21 起 100万元 | 2024-01-01 起 120万元
          条   一(一)
          依据 「给予最高100万元的补贴」
          说明 测试用

        参数 系数 : 比率 外部

        范围 企业
          条   一(一)
          依据 「给予最高100万元的补贴」
          条件 依法纳税
          排除 研发占比 低于 1%
          诚信经营 且 注册区县 属于 [渝中区, 江津区]

        条款 1 研发奖励
          条   一(一)
          依据 「给予最高100万元的补贴」
          牵头 区科技局、区财政局
          责任 区科技局（牵头）、区税务局
          分担 市级:区级 = 6:4
          对象 企业
          受益人 团队
          落实 测〔2020〕9号 条款 3
          频次 每年 最多 3年
          每个 科技项目
          事项 研发投入
          条件 经费 超过 10万元 且 立项日期 满 1年
          排除 非 依法纳税 或 (项目类别 = 其他)
          令 档位 =
            | 研发人员数 | 项目类别 | 结果 |
            | 20人..50人 | 国家项目 | 10万元 |
            | 50人以上 | - | 20万元 |
            | 低于 20人 | [国家项目, 市级项目] | 5万元 |
          奖补 = min(经费 * 30%, 档位)
          单位上限 100万元
          累计上限 300万元
          取整 向下 到 元
          享受 优先推荐
          形式 股权投资
          另行给予
          范围 不限
          说明 测试用

        条款 2 核定奖励
          资金 区级
          频次 每年 自 登记日期 次年起 连续 3年
          奖补 = 核定 最高 若 依法纳税 则 100万元 否则 0元

        条款 3 一事一议
          频次 一次性
          奖补 = 一事一议

        条款 4 专利
          每个 专利
          频次 每次
          条件 领域 属于 [区块链, 等]
          奖补 = 核定

        条款 5 按表奖励
          频次 一次性
          奖补 =
            | 研发人员数 | 所属行业 | 结果 |
            | 20人..50人 | 软件业 | min(研发费用 * 10%, 10万元) |
            | 50人以上 | - | 20万元 |
            | 低于 20人 | [软件业, 制造业] | 若 依法纳税 则 5万元 否则 -1 * 营业收入 + 1万元 |

        条款 6 租金补贴
          频次 每年 自 登记日期 次月起 连续 36个月
          奖补 = 研发费用 * (当年月数 / 36个月)

        条款 7 后期奖励
          频次 每年 自 登记日期 第6年起 连续 5年
          奖补 = 若 第几年 7年以上 则 1万元 否则 2万元

        条款 8 参展补贴
          每个 专利
          频次 每次 累计 最多 3次
          奖补 = 1万元

        条款 8.1 择优
          频次 每年
          奖补 = 1万元
          名额 每年 10家 按 职工总数 从高
          总额 100万元 超出的 按比例压缩

        条款 8.2 先到先得
          频次 一次性
          奖补 = 1万元
          名额 10家 先到先得 按 登记日期
          总额 100万元 超出的 延至下年 按 研发费用 从低

        条款 8.3 项目补贴
          每个 科技项目
          频次 每年
          奖补 = 经费 * 10%
          单位上限 100万元 按比例
          累计上限 300万元 每行

        条款 8.4 引才补贴
          频次 每年 累计 最多 100人 计 研发人员数
          奖补 = 1000元/人 * min(研发人员数, 可补数量) + 已得(条款 8) * 1%

        算例 条款 8.4 以前计过的
          已知 研发人员数 = 60人
          兑现 2023年度 6万元 数量 60人
          兑现 条款 8 2023年度 1万元 行 "P1"
          测算日 2024-06-30
          应得 40100元

        条款 8.5 建设补助
          频次 一次性
          奖补 = 1万元
          兑付 次年起 40%、30%、余款

        条款 8.6 装修补助
          频次 一次性
          奖补 = 1万元
          兑付 按 阶段: 依法纳税 30%、诚信经营 余款

        条款 8.7 设备补助
          频次 一次性
          奖补 = 1万元
          兑付 分 3年

        算例 条款 8.5 第二期
          兑现 2022年度 1万元
          兑现 2023年度 4000元 期次 2022年度 1期
          测算日 2024-06-30
          应得 0元
          本年兑付 3000元

        目标 9 企业数
          条   一(一)
          依据 「给予最高100万元的补贴」
          牵头 区科技局
          责任 区财政局
          对象 企业
          期限 2025年度
          指标 = 计数(企业, 高新技术企业)
          值   超过 100家
          其中 注册区县 = 渝中区 : 达到 60家
          说明 测试用

        目标 10 外部指标
          期限 2025-12-31
          指标 外部 : 家
          值   100家以上
          其中 中心城区 : 60家

        资金池 11 专项资金
          条   一(一)
          依据 「给予最高100万元的补贴」
          牵头 区科技局
          责任 区财政局
          资金 市级、区级
          规模 1亿元
          适用条款 1、2
          说明 测试用

        义务 12 印发细则
          条   一(一)
          依据 「给予最高100万元的补贴」
          牵头 区科技局
          责任 区财政局
          期限 施行日期 + 1个月
          说明 测试用

        程序 13 研究
          条   一(一)
          依据 「给予最高100万元的补贴」
          牵头 区科技局
          责任 区财政局
          对象 企业
          情形 营业收入 超过 1000万元
          须经 诚信经营
          适用条款 全部
          说明 测试用

        算例 条款 1 按比例
          已知 研发人员数 = 30人; 依法纳税 = 是; 诚信经营 = 是; 注册区县 = 渝中区; 研发占比 = 5%
          已知 科技项目: 项目编号 = "P1"; 经费 = 20万元; 项目类别 = 国家项目; 立项日期 = 2020-01-01
          已知 专利: 无
          已知 参数: 系数 = 50%
          测算日 2024-06-30
          年度 2024年度
          核定 2024年度 5万元 行 "P1"
          兑现 2023年度 1万元 行 "P1"
          连同 条款 2、3
          应得 资料不全 0元..6万元

        算例 目标 9 合计
          已知 企业 120家: 高新技术企业 = 是; 注册区县 = 渝中区
          应得 达成 120家
          其中 注册区县 = 渝中区 : 达成 120家

        算例 目标 10 外部
          已知 目标: 指标 = 120家; 中心城区 = 60家
          应得 达成

        恒有 条款 2 奖补 <= 100万元
        """;

    /// <summary>The document: as written, and below it what the tables have more.</summary>
    public static ImmutableArray<string> Lines { get; } = [.. WithMissingWords(Written.ReplaceLineEndings("\n").Split('\n'))];

    /// <summary>The compilation of the lines.</summary>
    public static Compilation Compile(IEnumerable<string> lines) => Compilation.Create(
        [SyntaxTree.Parse(new SourceText("main.policy", string.Join('\n', lines))), Schema],
        [new SourceText("sources/原文.txt", "一、给予最高100万元的补贴。\n")]).ApplyConfiguration(FormOnly);

    // The checks of the content have tests of their own: what they find keeps no program from being made here.
    /// <summary>Every check a remark.</summary>
    public static CompilationConfiguration FormOnly { get; } =
        new(PolicyChecks.Rules.Select(static rule => rule.Code).Distinct()
            .ToImmutableDictionary(static code => code, static _ => Severity.Remark));

    /// <summary>The block that each line lies in.</summary>
    public static IEnumerable<(int Index, BlockKinds Block, string Word)> Words(IReadOnlyList<string> lines)
    {
        var block = BlockKinds.None;
        for (var i = 0; i < lines.Count; i++)
        {
            var word = lines[i].Trim().Split(' ')[0];
            var keyword = lines[i].Trim() == "范围 不限" ? SyntaxFacts.ScopeUnlimited : SyntaxFacts.FindLineKeyword(word);
            if (keyword is { Opens: not BlockKinds.None })
                block = keyword.Opens;
            yield return (i, block, keyword?.Word ?? "");
        }
    }

    private static SyntaxTree Schema { get; } = SyntaxTree.Parse(new SourceText("schema/企业.policy", Support.Prelude.Schema));

    // A new line word takes part with what its shape suggests until the document has a line of its own for it.
    private static List<string> WithMissingWords(IReadOnlyList<string> lines)
    {
        var known = Words(lines).Select(static line => (line.Block, line.Word)).ToHashSet();
        var all = lines.ToList();
        foreach (var keyword in SyntaxFacts.LineKeywords.Where(static keyword => keyword.Opens == BlockKinds.None))
        {
            foreach (var block in Enum.GetValues<BlockKinds>()
                .Where(block => block != BlockKinds.None && int.PopCount((int)block) == 1 && (keyword.Within & block) != 0
                    && !known.Contains((block, keyword.Word))))
                all.Insert(Words(all).Last(line => line.Block == block && all[line.Index].Trim().Length > 0).Index + 1,
                    $"  {keyword.Word} {Sample(keyword)}");
        }
        return all;
    }

    private static string Sample(LineKeyword keyword) => keyword.Shape switch
    {
        LineForm.Words => keyword.Form == WordsForm.Nothing ? "" : "测试",
        LineForm.Quotes => "「给予最高100万元的补贴」",
        LineForm.Expression => "诚信经营",
        LineForm.Let => "中间数 = 1",
        LineForm.Award => "= 1万元",
        LineForm.Frequency => "每年",
        LineForm.Quota => "每年 10家 按 职工总数 从高",
        LineForm.Budget => "100万元 超出的 按比例压缩",
        LineForm.Share => "市级:区级 = 6:4",
        LineForm.Field => "编号 : 文本",
        LineForm.Indicator => "外部 : 家",
        LineForm.TargetValue => "100家",
        LineForm.TargetPart => "中心城区 : 100家",
        LineForm.Given => "依法纳税 = 是",
        LineForm.Record => "2023年度 1万元",
        LineForm.Expect => "1万元",
        LineForm.JointCap => "全部 不超过 100万元",
        _ => "测试文字",
    };
}
