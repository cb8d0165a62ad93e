// 核定 and 一事一议 with a floor, a ceiling or a range that cannot stand so.
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Diagnostics;

/// <summary>The declarations of DSL1080 to DSL1082.</summary>
public static partial class SyntaxDiagnostics
{
    /// <summary>What may follow 核定.</summary>
    public const string ApprovalChoices = "最高 和数额、最低 和数额、一段数额，或什么也不写";

    private static readonly DiagnosticRule FloorAfterCeilingRule = new("DSL1080", Severity.Error,
        "「最低」写在「最高」后面了。", "先写最低、后写最高，如 奖补 = 核定 最低 5万元 最高 10万元。");

    private static readonly DiagnosticRule HalfRangeRule = new("DSL1081", Severity.Error,
        "核定的一段数额要写明两头，并且两头都含在内，这里写的是「{0}」。", "写成 {1}。");

    private static readonly DiagnosticRule CeilingOfCaseByCaseRule = new("DSL1082", Severity.Error,
        "「一事一议」没有上限，后面不能写「最高」。",
        "有上限的，写成 奖补 = 核定 最高 100万元；只有下限的，写成 奖补 = 一事一议 最低 2000万元。");

    /// <summary>核定 最高 10万元 最低 5万元.</summary>
    public static Diagnostic FloorAfterCeiling(SourceText source, SyntaxToken atMost, SyntaxToken atLeast, int end)
    {
        var (first, second) = (TextSpan.FromBounds(atMost.Span.Start, atLeast.Span.Start), TextSpan.FromBounds(atLeast.Span.Start, end));
        var most = source[first].TrimEnd();
        var found = FloorAfterCeilingRule.At(source, second);
        // A table goes on to the end of its last line: there is no place after it.
        return most.Contains('|', StringComparison.Ordinal) ? found : found.WithFix("换一下次序",
            new TextEdit(TextSpan.FromBounds(atMost.Span.Start, end), $"{source[second].TrimEnd()} {most}"));
    }

    /// <summary>核定 5万元.., 核定 ..10万元.</summary>
    public static Diagnostic HalfRange(SourceText source, RangeExpression range)
    {
        var (word, end) = range.Low is { } low ? (SyntaxFacts.AtLeast, low) : (SyntaxFacts.AtMost, range.High);
        var meant = end is null ? null : $"{word} {source[end.Span]}";
        var found = HalfRangeRule.At(source, range.Span, source[range.Span],
            meant is null ? "核定 5万元..10万元" : $"核定 {meant}");
        return meant is null ? found : found.WithFix($"改为「{meant}」", new TextEdit(range.Span, meant));
    }

    /// <summary>核定 5万元..&lt;10万元.</summary>
    public static Diagnostic OpenApproval(SourceText source, SyntaxToken sign) =>
        HalfRangeRule.At(source, sign.Span, sign.Text, "核定 5万元..10万元").WithFix("改为「..」", new TextEdit(sign.Span, ".."));

    /// <summary>一事一议 最高 100万元.</summary>
    public static Diagnostic CeilingOfCaseByCase(SourceText source, SyntaxToken? mode, SyntaxToken atMost, int end)
    {
        var found = CeilingOfCaseByCaseRule.At(source, TextSpan.FromBounds(atMost.Span.Start, end));
        return mode is null ? found : found.WithFix("改为「核定」", new TextEdit(mode.Span, SyntaxFacts.Approval));
    }
}
