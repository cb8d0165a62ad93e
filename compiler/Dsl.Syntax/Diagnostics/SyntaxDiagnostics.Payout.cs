// 兑付 that is written in another form than the line allows.
using Dsl.Syntax.Text;

namespace Dsl.Syntax.Diagnostics;

/// <summary>The declarations of DSL1085.</summary>
public static partial class SyntaxDiagnostics
{
    private static readonly DiagnosticRule PayoutFormRule = new("DSL1085", Severity.Error,
        "兑付的各期写得不对：这里要写这一期的比例。",
        "写成如 兑付 次年起 40%、30%、余款，或 兑付 分 3年，或 兑付 按 阶段: 主体封闭 30%、竣工验收 30%、正常运营 余款。");

    /// <summary>A part without a share, or a stage that is left out.</summary>
    public static Diagnostic PayoutForm(SourceText source, TextSpan place) => PayoutFormRule.At(source, place);
}
