// Invisible characters in comments, quotations and free text, and text that is displayed in another order than it is read.
using Dsl.Syntax.Text;

namespace Dsl.Syntax.Diagnostics;

public static partial class LexicalDiagnostics
{
    private static readonly DiagnosticRule DirectionMarkRule = new("DSL1067", Severity.Error,
        "这里有改变文字方向的字符（{0}），显示的先后与实际的先后会不一样。", "删去这个字符；看到的内容随之改变的，以删去以后的为准。");

    private static readonly DiagnosticRule HiddenCharacterRule = new("DSL1068", Severity.Error,
        "{1}里有看不见的字符（{0}）。", "删去这个字符。");

    private static readonly DiagnosticRule ControlCharacterRule = new("DSL1069", Severity.Warning,
        "这里有控制字符（{0}）{1}。", "要换行的，改用回车换行；不要的，删去。");

    /// <summary>Whether a diagnostic names the characters at its place already.</summary>
    internal static bool NamesCharacters(Diagnostic found) => found.Rule == InvisibleCharacterRule || found.Rule == BadCharacterRule;

    /// <summary>A mark of direction, wherever it stands.</summary>
    internal static Diagnostic DirectionMark(SourceText source, TextSpan span) =>
        DirectionMarkRule.At(source, span, CharacterFacts.CodePointAt(source.Content, source.OffsetOf(span.Start)))
            .WithFix("删去这个字符", new TextEdit(span, ""));

    /// <summary>An invisible character outside words and code. In a comment it hides nothing that counts.</summary>
    internal static Diagnostic HiddenCharacter(SourceText source, TextSpan span, bool isInComment)
    {
        var found = HiddenCharacterRule.At(source, span, CharacterFacts.CodePointAt(source.Content, source.OffsetOf(span.Start)),
            isInComment ? "注释" : "文字");
        return (isInComment ? found with { Severity = Severity.Warning } : found).WithFix("删去看不见的字符", new TextEdit(span, ""));
    }

    /// <summary>A control character, or one that many programs show as a line end and that is none.</summary>
    internal static Diagnostic ControlCharacter(SourceText source, TextSpan span)
    {
        var looksLikeLineEnd = source.Content[source.OffsetOf(span.Start)] is '\v' or '\f' or '\u0085' or '\u2028' or '\u2029'
            or (>= '\u001C' and <= '\u001E');
        return ControlCharacterRule.At(source, span, CharacterFacts.CodePointAt(source.Content, source.OffsetOf(span.Start)),
            looksLikeLineEnd ? "，有的程序把它显示为换行，但它不是换行：后面的内容仍属于这一行" : "")
            .WithGuess("改为空格", new TextEdit(span, " "));
    }
}
