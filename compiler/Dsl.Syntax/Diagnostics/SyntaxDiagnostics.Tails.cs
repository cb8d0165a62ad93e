// Superfluous tokens: after the end of a line, repeated, or between its parts.
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Diagnostics;

/// <summary>The declarations of DSL1056 to DSL1059, of DSL1064, DSL1066 and DSL1070.</summary>
public static partial class SyntaxDiagnostics
{
    private static readonly DiagnosticRule NeedlessWordRule = new("DSL1066", Severity.Error,
        "「{0}」后面直接写内容，不写「{1}」。", "删去「{1}」。");

    private static readonly DiagnosticRule ExtraWordsRule = new("DSL1056", Severity.Error,
        "「{0}」{1}，「{2}」是多出来的，不起作用。", "删去「{2}」。{3}");

    private static readonly DiagnosticRule NoNameRule = new("DSL1057", Severity.Error,
        "「{0}」不能写在「{1}」后面：{2}。", "「{1}」后面只写名称，几个之间用顿号；别的内容写成注释 // …。");

    private static readonly DiagnosticRule WordTwiceRule = new("DSL1058", Severity.Error,
        "「{0}」在「{1}」后面写了两次。", "删去重复的一个；若本来是另一个名称，请改正。");

    private static readonly DiagnosticRule LooseSeparatorRule = new("DSL1059", Severity.Error,
        "「{0}」后面没有内容。", "删去多余的「{0}」；漏写了的，补上。");

    private static readonly DiagnosticRule InWordsRule = new("DSL1070", Severity.Error,
        "「{0}」是文件里的说法，这样写不能计算。", "{1}");

    private static readonly DiagnosticRule WordAsNameRule = new("DSL1064", Severity.Error,
        "「{0}」不能作名称：{1}。", "{2}");

    /// <summary>是 : 金额.</summary>
    public static Diagnostic WordAsName(SourceText source, SyntaxToken word) =>
        WordAsNameRule.At(source, word.Span, word.Text, "它是算式里的词，写在算式里就分不清了",
            $"换一个名字，如「{word.Text}情况」；表头仍叫「{word.Text}」的，用 --mapping 指明对应的列。");

    /// <summary>研发费用（万元） : 金额.</summary>
    public static Diagnostic BracketInName(SourceText source, SyntaxToken name, SyntaxToken bracket) =>
        WordAsNameRule.At(source, bracket.Span, $"{name.Text}{bracket.Text}…", "名称里不能有括号，单位也不写在名称里",
            $"只写 {LexicalDiagnostics.Shorten(name.Text)}，如 {LexicalDiagnostics.Shorten(name.Text)} : 金额；表头带单位的，测算时照读。");

    /// <summary>研发 费用 : 金额.</summary>
    public static Diagnostic SpaceInName(SourceText source, SyntaxToken first, SyntaxToken second)
    {
        var (written, name) = (TextSpan.FromBounds(first.Span.Start, second.Span.End), first.Text + second.Text);
        return WordAsNameRule.At(source, written, LexicalDiagnostics.Shorten(source[written]), "名称里不能有空格",
            $"写成 {LexicalDiagnostics.Shorten(name)}。")
            .WithFix("去掉空格", new TextEdit(TextSpan.FromBounds(first.Span.End, second.Span.Start), ""));
    }

    /// <summary>分担 with anything but levels, = and a ratio: the whole line anew.</summary>
    public static Diagnostic ShareForm(SourceText source, SyntaxToken keyword, int end)
    {
        var span = end > keyword.Span.End ? TextSpan.FromBounds(Math.Min(end, keyword.Span.End + 1), end) : keyword.Span;
        var meant = ShareWords.Read(source[TextSpan.FromBounds(keyword.Span.End, end)]);
        var found = UnknownMode(source, span, keyword.Value, "各级和它们的比例", $"分担 {meant ?? "市级:区级 = 6:4"}");
        return meant is null
            ? found
            : found.WithFix($"写成 分担 {meant}", new TextEdit(TextSpan.FromBounds(keyword.Span.End, end), " " + meant));
    }

    /// <summary>参数 上限额 = 100万元: the type is left out.</summary>
    public static Diagnostic UntypedParameter(SourceText source, SyntaxToken name, SyntaxToken sign, SyntaxToken next, SyntaxToken last)
    {
        var figure = sign.Kind == SyntaxKind.Equals ? next : sign;
        var type =
            figure.Number is { PerUnit.Length: 0, Unit: var unit }
                ? unit switch { "元" => "金额", "%" or "‰" => "比率", "" => null, _ => unit }
            : figure.Kind == SyntaxKind.YearLiteral ? "年度"
            : null;
        var found = MissingSignRule.At(source, sign.Span, ":", $"参数写明填什么（类型），如 参数 {LexicalDiagnostics.Shorten(name.Text)} : "
            + $"{type ?? "金额"} = {(type is null ? "100万元" : figure.Text)}。");
        return type is null || last.Span.Start != figure.Span.Start ? found
            : found.WithFix($"补上「: {type}」", new TextEdit(TextSpan.FromBounds(name.Span.End, figure.Span.Start), $" : {type} = "));
    }

    /// <summary>级次 区级 市级, 另行给予 一次: words after the last one that the line takes.</summary>
    public static Diagnostic ExtraWords(SourceText source, SyntaxToken keyword, TextSpan extra, LineKeyword line)
    {
        var takes = line.Form == WordsForm.Nothing ? "后面不写内容" : "后面只写一个";
        return ExtraWordsRule.At(source, extra, keyword.Text, takes, LexicalDiagnostics.Shorten(source[extra]), line.OnlyOne ?? "");
    }

    /// <summary>牵头 区科技局 2个: a word that is no name.</summary>
    public static Diagnostic NoName(SourceText source, SyntaxToken keyword, SyntaxToken word, string reason) =>
        NoNameRule.At(source, word.Span, LexicalDiagnostics.Shorten(word.Text), keyword.Text, reason);

    /// <summary>牵头 甲、甲.</summary>
    /// <param name="source">The file.</param>
    /// <param name="keyword">The word of the line.</param>
    /// <param name="word">The second one.</param>
    /// <param name="cut">The second one with the separator before it.</param>
    public static Diagnostic WordTwice(SourceText source, SyntaxToken keyword, SyntaxToken word, TextSpan cut) =>
        WordTwiceRule.At(source, word.Span, LexicalDiagnostics.Shorten(word.Text), keyword.Text)
            .WithFix("删去重复的一个", new TextEdit(cut, ""));

    /// <summary>牵头 甲、: a separator with nothing after it.</summary>
    public static Diagnostic LooseSeparator(SourceText source, SyntaxToken separator) =>
        LooseSeparatorRule.At(source, separator.Span, separator.Text)
            .WithFix($"删去「{separator.Text}」", new TextEdit(separator.Span, ""));

    /// <summary>累计上限 最高300万元; null where the word is a name.</summary>
    public static Diagnostic? GluedNeedlessWord(SourceText source, SyntaxToken keyword, SyntaxToken word)
    {
        if (CeilingAmount(word.Text) is not { } amount)
            return null;
        var needless = word.Text[..^amount.Length];
        return NeedlessWordRule.At(source, word.Span, keyword.Value, needless)
            .WithFix($"删去「{needless}」", new TextEdit(new(word.Span.Start, needless.Length), ""));
    }

    /// <summary>A sign or word after the keyword of a line that repeats the keyword's meaning.</summary>
    public static Diagnostic NeedlessWord(SourceText source, SyntaxToken keyword, SyntaxToken word, int next) =>
        NeedlessWordRule.At(source, word.Span, keyword.Value, word.Text)
            .WithFix($"删去「{word.Text}」",
                new TextEdit(TextSpan.FromBounds(word.Span.Start, next),
                    char.IsWhiteSpace(source.Content[source.OffsetOf(word.Span.Start) - 1]) ? "" : " "));
}
