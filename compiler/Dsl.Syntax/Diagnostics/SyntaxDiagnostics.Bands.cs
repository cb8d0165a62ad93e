// 超额累进 without its table, or with one of another form.
using Dsl.Syntax.Text;

namespace Dsl.Syntax.Diagnostics;

/// <summary>The declarations of DSL1083 and DSL1084.</summary>
public static partial class SyntaxDiagnostics
{
    private static readonly DiagnosticRule NoBandsRule = new("DSL1083", Severity.Error,
        "「{0}」下面没有画出各档。", "在下面逐档画出，一行一档，如 | 500万元以内 | 4% |、| 500万元以上 | 6% |。");

    private static readonly DiagnosticRule BandCellsRule = new("DSL1084", Severity.Error,
        "超额累进的一档写两格：从多少到多少，和这一段的比例；这里写了 {0} 格。", "写成 | 500万元..1000万元 | 5% | 的样子。");

    /// <summary>奖补 = 超额累进(净投资额) and nothing below it.</summary>
    public static Diagnostic NoBands(SourceText source, TextSpan call) => NoBandsRule.At(source, call, source[call]);

    /// <summary>| 500万元以内 | 4% | 城区 |.</summary>
    public static Diagnostic BandCells(SourceText source, TextSpan row, int count) => BandCellsRule.At(source, row, count);
}
