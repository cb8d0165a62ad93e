// Mistakes in figures that the lexer could read, but as another amount than a human reader does.
using Dsl.Syntax.Text;
using Dsl.Values.Text;

namespace Dsl.Syntax.Diagnostics;

public static partial class LexicalDiagnostics
{
    private static readonly DiagnosticRule GroupedNumberRule = new("DSL1060", Severity.Error,
        "「{0}」像是千分位，这里的逗号、撇号或空格不属于数。", "写成 {1}；若本来是几个值，逗号后空一格。");

    private static readonly DiagnosticRule LeadingZerosRule = new("DSL1061", Severity.Error,
        "数「{0}」前面多了 0，不知道是多写了，还是漏写了前面的数字。", "写成 {1}；若是代码，写在引号里，如 \"{0}\"。");

    private static readonly DiagnosticRule ForeignDigitsRule = new("DSL1062", Severity.Error,
        "「{0}」不是算式里用的数字。", "用阿拉伯数字 0 到 9 写，如 {1}。");

    private static readonly DiagnosticRule CommaInNumberRule = new("DSL1063", Severity.Error,
        "「{0}」里的逗号，看不出是小数点、千分位，还是分开两个值。",
        "小数写成 {1}；千分位去掉逗号；两个值的，逗号后空一格，两个都写上单位。");

    /// <summary>1,5万元; with where the comma stands.</summary>
    public static Diagnostic CommaInNumber(SourceText source, TextSpan span, int comma)
    {
        var text = WidthFolding.HalfWidth(source[span]);
        return CommaInNumberRule.At(source, span, Shorten(source[span]), Shorten($"{text[..comma]}.{text[(comma + 1)..]}"));
    }

    /// <summary>1,500元; with the places of the separators.</summary>
    public static Diagnostic GroupedNumber(SourceText source, TextSpan span, IReadOnlyList<TextSpan> separators)
    {
        var (text, from) = ("", span.Start);
        foreach (var separator in separators)
        {
            text += source[TextSpan.FromBounds(from, separator.Start)];
            from = separator.End;
        }
        text = WidthFolding.HalfWidth(text + source[TextSpan.FromBounds(from, span.End)]);
        var found = GroupedNumberRule.At(source, span, Shorten(source[span]), Shorten(text));
        return found with
        {
            Fixes = [new($"写成 {Shorten(text)}", [.. separators.Select(static separator => new TextEdit(separator, ""))])]
        };
    }

    /// <summary>001500; with how many zeros are too many.</summary>
    public static Diagnostic LeadingZeros(SourceText source, TextSpan span, int zeros)
    {
        var text = WidthFolding.HalfWidth(source[span])[zeros..];
        return LeadingZerosRule.At(source, span, Shorten(source[span]), Shorten(text))
            .WithFix($"写成 {Shorten(text)}", new TextEdit(new(span.Start, zeros), ""));
    }

    /// <summary>٣٠٠, ①: with the same in digits.</summary>
    public static Diagnostic ForeignDigits(SourceText source, TextSpan span, string digits) =>
        ForeignDigitsRule.At(source, span, Shorten(source[span]), Shorten(digits));
}
