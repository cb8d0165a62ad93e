// 条款 26 without what is meant of it, 比照 without a clause.
using Dsl.Syntax.Text;

namespace Dsl.Syntax.Diagnostics;

/// <summary>The declarations of DSL1096 and DSL1097.</summary>
public static partial class SyntaxDiagnostics
{
    private static readonly DiagnosticRule ClauseWithoutAmountRule = new("DSL1096", Severity.Error,
        "「条款 {0}」后面没有写要它的什么。", "要它的金额，写 条款 {0} 的金额；条件和算法都照它的，写 奖补 = 比照 条款 {0}。");

    private static readonly DiagnosticRule LikeNothingRule = new("DSL1097", Severity.Error,
        "「比照」后面没有写哪一条。", "写明条款的编号，换了的字段写在括号里，如 比照 条款 7 (进出口额 = 监管仓出口额)。");

    /// <summary>条款 26 * 50%.</summary>
    public static Diagnostic ClauseWithoutAmount(SourceText source, TextSpan place, string number) =>
        ClauseWithoutAmountRule.At(source, place, number);

    /// <summary>比照 第七条.</summary>
    public static Diagnostic LikeNothing(SourceText source, TextSpan word) => LikeNothingRule.At(source, word);
}
