// What is wrong with caps over rows and over several clauses.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

/// <summary>Findings on 合计上限, 累计上限 每行 and 单位上限 按比例.</summary>
internal static class JointDiagnostics
{
    /// <summary>How 合计上限 is written.</summary>
    public const string JointCapForms = "条款 编号、编号 不超过 金额，或 全部 不超过 金额；后面可以写 先 条款 编号，或 按比例";

    /// <summary>累计上限 300万元 每行 without 每个.</summary>
    public static readonly DiagnosticRule MannerWithoutRows = new("DSL2132", Severity.Error,
        "「{0} … {1}」说的是各行，本条款没有写「每个」，没有行。",
        "对明细的每一行分别计算的，写上 每个 和明细的名称；不分行的，删去「{1}」。");

    /// <summary>累计上限 300万元 按比例.</summary>
    public static readonly DiagnosticRule SharedOverYears = MannerWithoutRows.Worded(
        "「{1}」不能写在「{0}」后面。", "累计上限是历年的：每一行各自累计的写 每行；各行分摊当年上限的，写 单位上限 … 按比例。");

    /// <summary>单位上限 300万元 每行.</summary>
    public static readonly DiagnosticRule RowOfYear = MannerWithoutRows.Worded(
        "「{1}」不能写在「{0}」后面。", "单位上限是当年各行合计的：每一行的上限写进 奖补 = min(…)；每一行历年累计的，写 累计上限 … 每行。");

    /// <summary>单位上限 100万元 按比例 beside 每次 累计 最多 3次.</summary>
    public static readonly DiagnosticRule ShareOfSomeRows = new("DSL2133", Severity.Error,
        "频次写了「累计 最多」，只取几行，单位上限不能再「按比例」分给各行。",
        "删去「按比例」：各行照列，上限削减的另记一笔；或者删去 累计 最多 几次。");

    /// <summary>合计上限 names a clause that gives no money.</summary>
    public static readonly DiagnosticRule NoMoney = new("DSL2134", Severity.Error,
        "合计上限里的条款 {0} 没有「奖补」，没有金额可以合计。", "删去这个编号；本来要写的是另一条的，请改正。");

    /// <summary>合计上限 names clauses of different 对象.</summary>
    public static readonly DiagnosticRule SeveralSubjects = new("DSL2135", Severity.Error,
        "合计上限里的条款 {0} 的对象是{1}，条款 {2} 的对象是{3}，金额不能合计。", "每类主体各写一行 合计上限。");

    /// <summary>合计上限 names clauses of different 形式.</summary>
    public static readonly DiagnosticRule SeveralForms = SeveralSubjects.Worded(
        "合计上限里的条款 {0} 的形式是{1}，条款 {2} 的形式是{3}，分别合计，不能写在一起。", "奖补和每一种形式各写一行 合计上限。");

    /// <summary>合计上限 names a clause that passes on an award of another one.</summary>
    public static readonly DiagnosticRule PassedOn = new("DSL2136", Severity.Error,
        "合计上限里的条款 {0} 是落实上级政策的，钱在那里计算、由那里给，这里削减不了。", "删去这个编号，上限写进上级的政策。");

    /// <summary>先 names a clause that is not under the cap, or all of them.</summary>
    public static readonly DiagnosticRule FirstOfNone = new("DSL2137", Severity.Error,
        "「先 条款 {0}」不起作用：它不在合计上限写的条款里。", "「先」后面写合计上限里的条款；漏写在前面的，补上。");

    /// <summary>先 names all clauses under the cap.</summary>
    public static readonly DiagnosticRule FirstOfAll = FirstOfNone.Worded(
        "「先 条款 {0}」不起作用：合计上限的条款都写在这里了，没有排在后面的。",
        "「先」后面写合计上限里的条款，至少留一条在后面；没有先后的，写 按比例。");
}
