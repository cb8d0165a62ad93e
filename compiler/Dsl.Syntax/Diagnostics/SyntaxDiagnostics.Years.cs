// 首次 without what is reached.
using Dsl.Syntax.Text;

namespace Dsl.Syntax.Diagnostics;

/// <summary>The declaration of DSL1095.</summary>
public static partial class SyntaxDiagnostics
{
    private static readonly DiagnosticRule MilestoneFormRule = new("DSL1095", Severity.Error,
        "「首次」后面没有写达到什么。", "写明超过（达到）几级、各给多少，如 首次 营业收入 超过 1亿元、5亿元 : 10万元、30万元。");

    /// <summary>首次 营业收入 : 10万元.</summary>
    public static Diagnostic MilestoneForm(SourceText source, TextSpan place) => MilestoneFormRule.At(source, place);
}
