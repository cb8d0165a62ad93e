// Facts by year: what they are of, which year, and levels that make no ladder.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

/// <summary>Findings on facts by year.</summary>
internal static class YearDiagnostics
{
    /// <summary>本年.X where no detail by year has X.</summary>
    public static readonly DiagnosticRule NoSuchFact = new("DSL2139", Severity.Error,
        "「{0}」不是按年度的明细里的字段，没有各年的值。",
        "{1}各年的数放在一张明细里：明细 年度经营 属于 {2} 按年度，下面写 {0} : 类型；只有一年的数，直接写字段的名称。");

    /// <summary>本年.X where several details by year have X.</summary>
    public static readonly DiagnosticRule SeveralFacts = new("DSL2140", Severity.Error,
        "「{0}」在几张按年度的明细里都有（{1}），不知道是哪一张的。", "写明是哪一张的，如 {2}.{0}(年度)、{2}.{0}(年度 - 1年)。");

    /// <summary>首次 X, X 每增加 where several details by year have X.</summary>
    public static readonly DiagnosticRule SeveralFactsOfPhrase = SeveralFacts.Worded(
        "「{0}」在几张按年度的明细里都有（{1}），不知道是哪一张的。", "写明是哪一张的，如 {2}.{0}。");

    /// <summary>A field 年度, or a 主键, of a detail that is 按年度.</summary>
    public static readonly DiagnosticRule OwnYear = new("DSL2141", Severity.Error,
        "明细「{0}」写了 按年度，自带「年度」一列，每个主体每个年度一行，不用再写「{1}」。",
        "删去这一行；一年有几行的，删去 按年度，另写主键。");

    /// <summary>已知 of a row without its year.</summary>
    public static readonly DiagnosticRule RowWithoutYear = new("DSL2142", Severity.Error,
        "「{0}」是按年度的明细，这一行没有写是哪一年的。", "写上年度，如 已知 {0}: 年度 = 2023年度; …。");

    /// <summary>已知 of two rows of one year.</summary>
    public static readonly DiagnosticRule YearTwice = RowWithoutYear.Worded(
        "「{0}」是按年度的明细，{1}年度写了两行。", "同一年度只写一行，各项之间用分号隔开。");

    /// <summary>A truth or a text by year.</summary>
    public static readonly DiagnosticRule NoNumber = new("DSL2143", Severity.Error,
        "「{0}」是{1}，按年度取值的只能是数、日期或年度。",
        "写成 存在({2}, {2}.年度 = 年度 - 1年 且 …)；没有这一年的行就是「否」，要分清的另外判断。");

    /// <summary>营业收入(2020年度, 2021年度).</summary>
    public static readonly DiagnosticRule OneYear = new("DSL2144", Severity.Error,
        "「{0}」的括号里要写一个年度。", "写成 {0}(年度 - 2年)、{0}(2020年度) 的样子；本年、上年的写 本年.{0}、上年.{0}。");

    /// <summary>营业收入(年度经营.年度 - 1年) in a clause of 每个 年度经营.</summary>
    public static readonly DiagnosticRule YearOfRow = OneYear.Worded(
        "「{0}」的年度用到「{1}」这一行的字段，不知道是哪一行的。", "年度从 年度、测算日 或主体的字段算，如 {0}(年度 - 1年)。");

    /// <summary>Levels and amounts of different number.</summary>
    public static readonly DiagnosticRule LevelsAndAmounts = new("DSL2145", Severity.Error,
        "首次 写了 {0} 级、{1} 个金额，对不上。", "几级就写几个金额，一一对应，如 首次 营业收入 超过 1亿元、5亿元 : 10万元、30万元。");

    /// <summary>A level that is no figure, or below the one before it.</summary>
    public static readonly DiagnosticRule LevelNotRising = LevelsAndAmounts.Worded(
        "第 {0} 级「{1}」应当是一个比前一级大的数。", "各级写成数，从低到高。");

    /// <summary>An amount that is no figure, or below that of the level below.</summary>
    public static readonly DiagnosticRule AmountFalling = LevelsAndAmounts.Worded(
        "第 {0} 级的金额「{1}」应当是一个不小于前一级的数。", "级数越高给得越多，各写成数；不是这样的，用决策表写。");

    /// <summary>每增加 0元, 每增加 with what is no figure.</summary>
    public static readonly DiagnosticRule NoStep = LevelsAndAmounts.Worded(
        "每增加 后面的「{0}」应当是一个大于 0 的数。", "写明每增加多少，如 营业收入 每增加 1亿元 : 10万元。");

    /// <summary>首次 where every row would be paid for it, or where no clause is.</summary>
    public static readonly DiagnosticRule MisplacedMilestone = new("DSL2296", Severity.Error,
        "首次 只能写在没有「每个」的条款里：它看的是主体各年的数和本条的兑现记录。", "另写一个没有「每个」的条款。");
}
