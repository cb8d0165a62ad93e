// What is wrong with 竞合 between clauses that are named.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

/// <summary>Findings on 竞合 that names clauses.</summary>
internal static class ExclusionDiagnostics
{
    /// <summary>Clauses of different 事项.</summary>
    public static readonly DiagnosticRule SeveralItems = new("DSL2138", Severity.Error,
        "竞合里写在一起的条款，事项不同：条款 {0} 是「{1}」，条款 {2} 是「{3}」。",
        "写同一个 事项，或者都不写 事项：竞合 已经写明是哪几条。");

    /// <summary>A clause with 另行给予.</summary>
    public static readonly DiagnosticRule Stackable = new("DSL2288", Severity.Error,
        "条款 {0} 写了「另行给予」，不参加竞合，却列在竞合里。",
        "两处只留一处：另外给的，从竞合里删去这个编号；不能重复的，删去 另行给予。");

    /// <summary>A clause that gives no money.</summary>
    public static readonly DiagnosticRule NoAward = new("DSL2289", Severity.Error,
        "竞合里的条款 {0} 没有「奖补」，没有金额可以比较。", "删去这个编号；本来要写的是另一条的，请改正。");

    /// <summary>Clauses of different 对象.</summary>
    public static readonly DiagnosticRule SeveralSubjects = NoAward.Worded(
        "竞合里的条款 {0} 的对象是{1}，条款 {2} 的对象是{3}，不是同一个主体的。", "每类主体各写一行 竞合。");

    /// <summary>One clause without anything to compare.</summary>
    public static readonly DiagnosticRule TooFew = new("DSL2290", Severity.Error,
        "「{0}」只写了一条，没有可以比较的。", "写上另外的条款，如 竞合 条款 1、2 从高不重复；"
        + "一条之内各行只给一行的，条款里写 每个，竞合写 条款 编号 只给一项。");

    /// <summary>A clause on both sides of 与.</summary>
    public static readonly DiagnosticRule BothSides = TooFew.Worded(
        "条款 {0} 写在「与」的两边，与自己没有可以比较的。", "「与」的两边写不同的条款。");

    /// <summary>The field of 择一 does not name a clause.</summary>
    public static readonly DiagnosticRule NotNamed = new("DSL2291", Severity.Error,
        "「{0}」的取值里没有条款 {1}，选不到它。", "在数据定义里给「{0}」加上取值 {2}（条款的编号或标题）。");

    /// <summary>The field of 择一 is none.</summary>
    public static readonly DiagnosticRule NoField = NotNamed.Worded(
        "「{0}」不是{1}的字段，看不出选了哪一条。{2}", "依 后面写主体的一个字段，类型是文本，或者取值是各条编号（标题）的列表。");

    /// <summary>依据 in the head that belongs to no line.</summary>
    public static readonly DiagnosticRule QuoteOfNothing = new("DSL2292", Severity.Error,
        "政策开头的「依据」没有说明的是哪一行。", "写在 竞合 或 合计上限 的下一行；条款的依据写在条款里。");
}
