// Mistakes in 合计上限.
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Diagnostics;

/// <summary>The declarations of DSL1090 and DSL1091.</summary>
public static partial class SyntaxDiagnostics
{
    private static readonly DiagnosticRule JointCapWithoutSignRule = new("DSL1090", Severity.Error,
        "「合计上限」里没有写「不超过」，看不出上限是多少。", "写成 合计上限 条款 2、3 不超过 100万元，或 合计上限 全部 不超过 100万元。");

    private static readonly DiagnosticRule JointCapWithoutClausesRule = new("DSL1091", Severity.Error,
        "「合计上限」没有写是哪几条的合计。", "写成 合计上限 条款 2、3 不超过 100万元；全部条款的，写 合计上限 全部 不超过 100万元。");

    /// <summary>合计上限 条款 2、3 100万元.</summary>
    public static Diagnostic JointCapWithoutSign(SourceText source, TextSpan place) => JointCapWithoutSignRule.At(source, place);

    /// <summary>合计上限 不超过 100万元.</summary>
    public static Diagnostic JointCapWithoutClauses(SourceText source, SyntaxToken keyword) =>
        JointCapWithoutClausesRule.At(source, keyword.Span);
}
