// Words of official texts and of other notations, with their equivalents in the language: for messages and fixes,
// never accepted as they stand.
using System.Collections.Frozen;

namespace Dsl.Syntax.Tree;

/// <summary>Habitual wording of official texts.</summary>
public static class OfficialWords
{
    /// <summary>Words for an operator, with what the language has for them.</summary>
    public static FrozenDictionary<string, string> Operators { get; } = Pairs(
        ("超过", "大于 高于 多于 超出"), ("低于", "小于 少于 不到 未达到 不及 未达"), ("=", "等于 为"), ("!=", "不等于 不是 不为"),
        ("达到", "大于等于 大于或等于 至少 达"), ("不低于", "不小于 不得低于 不得少于"),
        ("不超过", "小于等于 小于或等于 不大于 不高于 不多于 至多 不得超过 未超过"),
        ("<", "早于 先于"), (">", "晚于 迟于"), (">=", "不早于"), ("<=", "不晚于"),
        ("且", "并且 而且 同时 和 及 与 以及 and AND And 并"), ("或", "或者 or OR Or 或是"),
        ("*", "乘以 乘 x X ✕"), ("/", "除以 除"), ("+", "加 加上"), ("-", "减 减去"),
        ("则", "那么"), ("否则", "不然 其余"), ("属于", "包含于"));

    /// <summary>Words at the beginning of a condition or formula, with what the language has for them.</summary>
    public static FrozenDictionary<string, string> Openers { get; } =
        Pairs(("若", "如果 假如 若是 如 当"), ("非", "不 没有 未 并非 not NOT"));

    /// <summary>Words at the start of a line, with the keyword that says it.</summary>
    public static FrozenDictionary<string, string> LineStarts { get; } = Pairs(
        ("奖补", "奖励 补贴 补助 资助 奖励标准 补贴标准 补助标准 支持标准 奖补标准 奖补金额 奖补额 奖励金额 补贴金额 补助金额 金额 "
            + "标准 奖补资金"),
        ("条件", "满足 申报条件 申请条件 支持条件 前提 要求 条件要求"), ("排除", "不予支持 除外 例外"), ("令", "设 定义 其中设"),
        ("每个", "每项 每件 每家 每户 每名 每人 每笔 逐个 逐项"), ("牵头", "牵头单位 牵头部门 主管部门"), ("责任", "责任单位 责任部门"),
        ("资金", "资金来源 出资 资金级次"), ("分担", "分担比例 分摊"), ("对象", "申报对象 支持对象 奖励对象 适用对象"),
        ("受益人", "受益对象 受益单位"),
        ("频次", "次数 频率 兑现频次"), ("事项", "支持事项"), ("单位上限", "单个上限 每家上限 企业上限"), ("累计上限", "历年上限"),
        ("施行日期", "生效日期 实施日期 执行日期 起始日期 施行时间"), ("失效日期", "截止日期 终止日期 到期日期 废止日期"),
        ("成文日期", "发文日期 印发日期 发布日期"), ("文号", "发文字号 发文号 文件号"), ("发文机关", "发布机关 印发机关 发文单位"),
        ("算例", "例 示例 例子 例题"), ("已知", "假设 给定 假定"), ("应得", "预期 结果 应为"), ("依据", "原文依据 引文 文件依据"),
        ("值", "目标值"), ("期限", "完成时限 时限 完成期限"), ("规模", "资金规模 总额"), ("说明", "备注"));

    /// <summary>Whether a name is one of these words, and so no good name.</summary>
    public static bool Contains(string word) => Operators.ContainsKey(word) || Openers.ContainsKey(word);

    private static FrozenDictionary<string, string> Pairs(params ReadOnlySpan<(string Ours, string Theirs)> rows)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (ours, theirs) in rows)
        {
            foreach (var word in theirs.Split(' '))
                pairs.Add(word, ours);
        }
        return pairs.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
