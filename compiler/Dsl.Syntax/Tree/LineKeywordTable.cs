// The table of line keywords: the blocks that they may stand in, and what each line says.
using System.Collections.Immutable;

namespace Dsl.Syntax.Tree;

/// <summary>The line keywords of the language.</summary>
internal static class LineKeywordTable
{
    private const BlockKinds Sourced = BlockKinds.Numbered | BlockKinds.Scope | BlockKinds.Parameter;

    /// <summary>Every line keyword, blocks first, in the order in which the formatter's reader meets them.</summary>
    public static ImmutableArray<LineKeyword> All { get; } =
    [
        Header("政策", BlockKinds.Policy, "一份政策文件，后接标题。"),
        Header("名录", BlockKinds.List, "一组取值，如 名录 区县 = [渝中区, 江津区]。"),
        Header("数据", BlockKinds.Data, "一类申报主体及其事实。"),
        Header("明细", BlockKinds.Detail, "主体名下一行一条的事实表。"),
        Header("参数", BlockKinds.Parameter, "有沿革的取值，或由外部给出的取值。"),
        Header("范围", BlockKinds.Scope, "政策适用于谁；各条款继承。条款内 范围 不限 表示不继承。"),
        Header("条款", BlockKinds.Clause, "一项条款：编号和标题。"),
        Header("目标", BlockKinds.Target, "到期应达到的指标。"),
        Header("资金池", BlockKinds.Pool, "定额的资金；只报告支用，不削减奖补。"),
        Header("义务", BlockKinds.Duty, "有期限的职责。"),
        Header("程序", BlockKinds.Procedure, "未经即不得安排资金的程序。"),
        Header("算例", BlockKinds.Example, "已知什么、应得多少；policy test 逐一核对。"),
        Header("恒有", BlockKinds.Invariant, "条款永远应当满足的性质。"),

        Line("文号", LineForm.Text, BlockKinds.Policy, "文件的文号。"),
        Line("发文机关", LineForm.Text, BlockKinds.Policy, "印发文件的机关。"),
        Line("地区", LineForm.Words, BlockKinds.Policy, "政策属于哪个地区；竞合只在同一地区之间比较。缺省按发文机关。") with
            { OnlyOne = "地区连着写，中间不空格，如 重庆市渝中区。" },
        Line("成文日期", LineForm.Expression, BlockKinds.Policy, "文件落款的日期。"),
        Line("施行日期", LineForm.Expression, BlockKinds.Policy, "自这一天起施行。"),
        Line("失效日期", LineForm.Expression, BlockKinds.Policy, "最后一个施行的日子。") with { Aliases = ["失效"] },
        Line("级次", LineForm.Words, BlockKinds.Policy, "国家级、省级、市级、区级、县级、乡镇或街道；缺省由这一级出资。") with
            { OnlyOne = "几级共同出资的，在条款里写 分担 市级:区级 = 6:4；这里只写文件本身的一级。" },
        Line("原文", LineForm.Text, BlockKinds.Policy, "原文文本的路径，相对于本文件。"),
        Line("使用", LineForm.Words, BlockKinds.Policy, "所用数据定义文件的路径，相对于政策文件夹。") with
            { Form = WordsForm.Items, Repeatable = true },
        Line("竞合", LineForm.Words, BlockKinds.Policy,
            "与其他支持怎样并用：本区其他政策 从高不重复、本政策内 从高不重复、以往政策 从新；几条之间：条款 1、2 只给一项 等。") with
            { Form = WordsForm.Phrase, Repeatable = true },
        Line("合计上限", LineForm.JointCap, BlockKinds.Policy,
            "几个条款（或全部）当年合计的上限：条款 2、3 不超过 100万元 [先 条款 2 | 按比例]。") with
            { Repeatable = true, IsAmount = true },

        Line("主键", LineForm.Field, BlockKinds.Data | BlockKinds.Detail, "唯一标识一行的字段。"),

        Line("条", LineForm.Text, Sourced, "在文件中的位置，如 二(一)3。"),
        Line("依据", LineForm.Quotes, Sourced | BlockKinds.Policy, "原文，逐字引用。") with { Repeatable = true },
        Line("牵头", LineForm.Words, BlockKinds.Numbered, "牵头单位。") with { Form = WordsForm.Names },
        Line("责任", LineForm.Words, BlockKinds.Numbered, "责任单位。") with { Form = WordsForm.Names },
        Line("资金", LineForm.Words, BlockKinds.Clause | BlockKinds.Pool, "由哪一级出资。") with { Form = WordsForm.Names },
        Line("分担", LineForm.Share, BlockKinds.Clause, "各级分担的比例，如 市级:区级 = 6:4。"),
        Line("对象", LineForm.Words, BlockKinds.Policy | BlockKinds.Clause | BlockKinds.Target | BlockKinds.Procedure,
            "申报主体的类别，缺省为企业。") with { OnlyOne = "一个条款只有一类申报主体；几类主体都可以申报的，各写一个条款。" },
        Line("受益人", LineForm.Text, BlockKinds.Clause, "钱最终给谁（与申报主体不同时）。"),
        Line("落实", LineForm.Words, BlockKinds.Clause, "转付上级政策的奖补：文号 [条款 编号]。") with { Form = WordsForm.Phrase },
        Line("频次", LineForm.Frequency, BlockKinds.Clause, "一次性、每次、每年，及年数限制。"),
        Line("每个", LineForm.Words, BlockKinds.Clause, "对明细的每一行分别计算。") with
            { OnlyOne = "一个条款只按一种明细分行计算；只算一部分行的，另写一行 条件；封顶写 奖补 = min(…) 或 单位上限。" },
        Line("事项", LineForm.Words, BlockKinds.Clause, "竞合时视为同一事项的标识（名录中的值）。") with
            { OnlyOne = "一个条款只属于一个事项；几个事项分几个条款写。" },
        Line("条件", LineForm.Expression, BlockKinds.Clause | BlockKinds.Scope, "必须满足。") with { Repeatable = true },
        Line("排除", LineForm.Expression, BlockKinds.Clause | BlockKinds.Scope, "满足即不予支持。") with { Repeatable = true },
        Line("令", LineForm.Let, BlockKinds.Clause | BlockKinds.Policy, "给一个算式或决策表起名；写在政策开头的，各条款都可以用。") with
            { Repeatable = true },
        Line("奖补", LineForm.Award, BlockKinds.Clause, "金额：算式、核定 [最低 …] [最高 …]，或一事一议。") with { IsAmount = true },
        Line("单位上限", LineForm.Expression, BlockKinds.Clause,
            "每个主体每年合计的上限；后面写 按比例 的，各行按比例分摊。") with { IsAmount = true },
        Line("累计上限", LineForm.Expression, BlockKinds.Clause,
            "每个主体历年累计的上限；后面写 每行 的，是每一行历年累计的上限。") with { IsAmount = true, Repeatable = true },
        Line("名额", LineForm.Quota, BlockKinds.Clause, "只给排在前面的几家：[每年] 10家 按 得分 从高，或 先到先得 按 申报时间。"),
        Line("总额", LineForm.Budget, BlockKinds.Clause, "全部主体合计的上限：超出的 按比例压缩，或 延至下年。") with { IsAmount = true },
        Line("兑付", LineForm.Payout, BlockKinds.Clause,
            "分几期付：次年起 40%、30%、余款，分 3年，或 按 阶段: 主体封闭 30%、竣工验收 余款。"),
        Line("取整", LineForm.Words, BlockKinds.Clause, "取整方式，如 向下 到 元；缺省四舍五入到分。") with { Form = WordsForm.Phrase },
        Line("享受", LineForm.Text, BlockKinds.Clause, "非金钱的待遇。"),
        Line("形式", LineForm.Words, BlockKinds.Clause, "股权投资、授信等：单列，不计入奖补合计。") with
            { OnlyOne = "一个条款只有一种形式；几种形式分几个条款写。" },
        Line("另行给予", LineForm.Words, BlockKinds.Clause, "在其他支持之外另给，不参加竞合。") with { Form = WordsForm.Nothing },
        Line("说明", LineForm.Text, BlockKinds.Numbered | BlockKinds.Policy | BlockKinds.Parameter,
            "没有可计算内容的条文及其理由，或补充说明。"),

        Line("期限", LineForm.Expression, BlockKinds.Target | BlockKinds.Duty, "到什么时候：年度、日期，或 施行日期 + 1个月。"),
        Line("指标", LineForm.Indicator, BlockKinds.Target, "对全部主体计算的算式，或 外部 : 类型。"),
        Line("值", LineForm.TargetValue, BlockKinds.Target, "应达到的数。"),
        Line("其中", LineForm.TargetPart, BlockKinds.Target | BlockKinds.Example, "目标的组成部分；算例里写这一部分应得的结果。") with
            { Repeatable = true },
        Line("规模", LineForm.Expression, BlockKinds.Pool, "资金池的总额。") with { IsAmount = true },
        Line("适用条款", LineForm.Words, BlockKinds.Pool | BlockKinds.Procedure, "涉及的条款编号，或 全部。") with
            { Form = WordsForm.Items },
        Line("情形", LineForm.Expression, BlockKinds.Procedure, "什么情形下须经程序。"),
        Line("须经", LineForm.Expression, BlockKinds.Procedure, "必须已经完成的步骤。") with { Repeatable = true },

        Line("已知", LineForm.Given, BlockKinds.Example, "算例的事实。") with { Repeatable = true },
        Line("测算日", LineForm.Expression, BlockKinds.Example, "以哪一天测算；缺省为施行日期。"),
        Line("年度", LineForm.Expression, BlockKinds.Example, "申报年度；缺省为测算日所在年度。"),
        Line("核定", LineForm.Record, BlockKinds.Example, "核定记录；别的条款的，写上 条款 编号。") with { Repeatable = true },
        Line("兑现", LineForm.Record, BlockKinds.Example, "以往年度的兑现记录；别的条款的，写上 条款 编号。") with { Repeatable = true },
        Line("连同", LineForm.Words, BlockKinds.Example, "一并参加竞合的其他条款：[文号] 条款 编号。") with
            { Form = WordsForm.Phrase, Repeatable = true },
        Line("应得", LineForm.Expect, BlockKinds.Example, "应得的金额、区间或状态。"),
        Line("本年兑付", LineForm.Expression, BlockKinds.Example, "写了 兑付 的条款，本年付多少。"),
    ];

    private static LineKeyword Header(string word, BlockKinds opens, string summary) =>
        new(word, LineForm.BlockHeader, opens, BlockKinds.None, summary) { Repeatable = true };

    /// <summary>A line that stands within blocks.</summary>
    public static LineKeyword Line(string word, LineForm shape, BlockKinds within, string summary) =>
        new(word, shape, BlockKinds.None, within, summary);
}
