// Mistakes that the lexer finds: characters, quotes, figures, dates, words that touch what they should not.
using Dsl.Syntax.Text;
using Dsl.Values.Text;

namespace Dsl.Syntax.Diagnostics;

/// <summary>The declarations of DSL1001 to DSL1015, of DSL1060 to DSL1063, and of DSL1067 to DSL1069.</summary>
public static partial class LexicalDiagnostics
{
    private static readonly DiagnosticRule BadCharacterRule = new("DSL1001", Severity.Error,
        "这里不能有「{0}」。", "{1}");

    private static readonly DiagnosticRule UnclosedQuoteRule = new("DSL1002", Severity.Error,
        "引文以「开头，却没有结尾的」。", "在引文末尾补上」。");

    private static readonly DiagnosticRule UnclosedTextRule = new("DSL1003", Severity.Error,
        "文字以 {0} 开头，到行末没有结尾的 {1}。", "在文字末尾补上 {1}；一段文字只能写在一行里。");

    private static readonly DiagnosticRule InvisibleCharacterRule = new("DSL1004", Severity.Error,
        "这里有看不见的字符（{0}），多半是从网页或文档复制时带来的。", "删去这个字符。");

    private static readonly DiagnosticRule UnknownUnitRule = new("DSL1005", Severity.Error,
        "数字后面的「{0}」不是单位。", "{1}");

    private static readonly DiagnosticRule NoSuchDateRule = new("DSL1006", Severity.Error,
        "没有「{0}」这个日期或年度。", "{1}");

    private static readonly DiagnosticRule NumberTooLongRule = new("DSL1007", Severity.Error,
        "这个数有 {0} 位，超过 200 位。", "核对这个数；大数请用 万、亿。");

    private static readonly DiagnosticRule MalformedNumberRule = new("DSL1008", Severity.Error,
        "「{0}」不是{1}。", "{2}");

    private static readonly DiagnosticRule GluedWordRule = new("DSL1009", Severity.Error,
        "「{0}」与前后的字连在一起了。", "在「{0}」前后各空一格。");

    private static readonly DiagnosticRule GluedCommentRule = new("DSL1010", Severity.Error,
        "注释前面没有空格。", "在 // 前空一格。");

    private static readonly DiagnosticRule KeywordColonRule = new("DSL1011", Severity.Error,
        "「{0}」后面不用冒号。", "把冒号改为{1}。");

    internal static readonly DiagnosticRule NotTextRule = new("DSL1012", Severity.Error,
        "这个文件不是文字文件，或不是 UTF-8 编码。", "用记事本等程序另存为 UTF-8 编码的文本；Word、PDF 文件请先复制出文字。");

    private static readonly DiagnosticRule OtherNotationRule = new("DSL1013", Severity.Error,
        "这里不用「{0}」，应写「{1}」。", "把「{0}」改为「{1}」。");

    private static readonly DiagnosticRule TooManyRule = new("DSL1014", Severity.Error,
        "本文件的错误超过 {0} 处，其余不再列出。", "先改正已列出的错误，再检查一次。");

    private static readonly DiagnosticRule TooLongRule = new("DSL1015", Severity.Error,
        "这一行（连同接着它的各行）超过 {0} 个词和符号，从这里起没有读。",
        "多半是内容粘贴错了；算式很长的，用 令 分成几步，或改用决策表（行数不限）。");

    /// <summary>Characters that nothing begins with.</summary>
    public static Diagnostic BadCharacter(SourceText source, TextSpan span, TextSpan? twin = null)
    {
        var text = source[span];
        var found = BadCharacterRule.At(source, span, Visible(text), InsteadOf(text[0]));
        // The full stop of a sentence.
        if (twin is { } close && close.Start > span.End)
            return found.WithFixOn(source[TextSpan.FromBounds(span.End, close.Start)], $"删去「{text}」和「{source[close]}」",
                new TextEdit(span, ""), new TextEdit(close, ""));
        return text == "。" ? found.WithFix("删去「。」", new TextEdit(span, "")) : found;
    }

    private static string InsteadOf(char sign) => sign switch
    {
        '。' => "句末不写句号，删去它。",
        '￥' or '¥' or '$' => "金额写成 100元 或 100万元，前面不加符号。",
        '《' or '》' or '‘' or '’' or '\'' => "名称直接写，不加书名号和引号。",
        '%' or '％' or '‰' => "% 紧跟在一个数后面，数的前面不写「的」，写「*」，如 研发费用 * 15%、(甲 - 乙) * 5%。",
        '·' => "单价写成 元/件；按几样给钱的，逐项相乘，如 40元/平方米 * 租用面积。",
        _ => "删去它；乘写 *，除写 /，几个值之间写逗号，文字写在引号里。",
    };

    /// <summary>「 without 」; the quotation is cut at the end of its line.</summary>
    public static Diagnostic UnclosedQuote(SourceText source, TextSpan span) =>
        UnclosedQuoteRule.At(source, span).WithFix("在行末补上」", new TextEdit(new(span.End, 0), "」"));

    /// <summary>" or “ without its twin on the line.</summary>
    public static Diagnostic UnclosedText(SourceText source, TextSpan span, char open, char close) =>
        UnclosedTextRule.At(source, span, open, close).WithGuess($"在行末补上 {close}", new TextEdit(new(span.End, 0), close.ToString()));

    /// <summary>A zero-width character and its like.</summary>
    public static Diagnostic InvisibleCharacter(SourceText source, TextSpan span) =>
        InvisibleCharacterRule.At(source, span, CharacterFacts.CodePointAt(source.Content, source.OffsetOf(span.Start)))
            .WithFix("删去看不见的字符", new TextEdit(span, ""));

    /// <summary>A word that touches a figure and is no unit.</summary>
    /// <param name="source">The file.</param>
    /// <param name="figure">The digits.</param>
    /// <param name="span">The word.</param>
    /// <param name="suggestion">The unit that is spelt nearly so; null where none is.</param>
    public static Diagnostic UnknownUnit(SourceText source, TextSpan figure, TextSpan span, string? suggestion)
    {
        var word = source[span];
        var (way, unit) = UnitPhrases.WayToWrite(source[figure], word);
        // 50%贷款利息: the share before what it is of.
        if (way is null && span.Start > figure.Start && source.Content[source.OffsetOf(span.Start) - 1] is '%' or '％' or '‰'
            && suggestion is null)
        {
            var share = source[TextSpan.FromBounds(figure.Start, span.Start)];
            return UnknownUnitRule.At(source, span, Shorten(word), $"写成相乘，如 {Shorten(word)} * {share}。")
                .WithFixOn(word, $"写成 {Shorten(word)} * {share}",
                    new TextEdit(TextSpan.FromBounds(figure.Start, span.End), $"{word} * {share}"));
        }
        var found = UnknownUnitRule.At(source, span, Shorten(word),
            way ?? $"金额写 元、万元，人数写 人，时间写 年、个月、天；「{Shorten(word)}」不是单位的，在数字后空一格。");
        return unit is not null
            ? found.WithFix($"改为「{source[TextSpan.FromBounds(figure.Start, span.Start)]}{unit}」", new TextEdit(span, unit))
            : way is not null || suggestion is null ? found : found.WithRename(span, word, suggestion);
    }

    /// <summary>A day or year that the calendar does not have.</summary>
    public static Diagnostic NoSuchDate(SourceText source, TextSpan span) =>
        NoSuchDateRule.At(source, span, Shorten(source[span]),
            "核对年份、月份和这个月的日数；日期写成 2021-06-21 或 2021年6月21日，年度写成 2021年度。");

    /// <summary>2024年1月: which day is not said.</summary>
    public static Diagnostic MonthWithoutDay(SourceText source, TextSpan span, string year, string month) =>
        NoSuchDateRule.At(source, span, Shorten(source[span]), $"日期要写到日，如 {WidthFolding.HalfWidth(year)}-"
            + $"{WidthFolding.HalfWidth(month).PadLeft(2, '0')}-01；一整年写成 {WidthFolding.HalfWidth(year)}年度。");

    /// <summary>A figure of more than 200 characters.</summary>
    public static Diagnostic NumberTooLong(SourceText source, TextSpan span) => NumberTooLongRule.At(source, span, span.Length);

    /// <summary>1.2.3 and the like.</summary>
    public static Diagnostic MalformedNumber(SourceText source, TextSpan span, string? date)
    {
        var text = Shorten(source[span]);
        return date is null ? MalformedNumberRule.At(source, span, text, "一个数", "一个数里最多有一个小数点；日期写成 2021-06-21。")
            : MalformedNumberRule.At(source, span, text, "日期的写法", $"写成 {date}。").WithFix($"改为 {date}", new TextEdit(span, date));
    }

    /// <summary>超过50人, 50人且: a word that must stand alone touches its neighbour.</summary>
    public static Diagnostic GluedWord(SourceText source, TextSpan word, int spaceAt)
    {
        var found = GluedWordRule.At(source, word, source[word]);
        return found.WithFix("补上空格", new TextEdit(new(spaceAt, 0), " "));
    }

    /// <summary>// without a space before it.</summary>
    public static Diagnostic GluedComment(SourceText source, TextSpan span) =>
        GluedCommentRule.At(source, span).WithFix("在 // 前空一格", new TextEdit(new(span.Start, 0), " "));

    /// <summary>文号：…: a colon after a line keyword.</summary>
    public static Diagnostic KeywordColon(SourceText source, TextSpan colon, string keyword) =>
        KeywordColonRule.At(source, colon, keyword, "空格").WithFix("把冒号改为空格", new TextEdit(colon, " "));

    /// <summary>奖补：…: a colon where an equals sign belongs.</summary>
    public static Diagnostic ColonForEquals(SourceText source, TextSpan colon, string keyword) =>
        KeywordColonRule.At(source, colon, keyword, "等号（=）").WithFix("把冒号改为等号", new TextEdit(colon, " = "));

    /// <summary>Binary content, or another encoding.</summary>
    public static Diagnostic NotText(SourceText source) => NotTextRule.At(source, new(0, 0));

    /// <summary>A sign of another notation, such as ==, &amp;&amp; or ～.</summary>
    public static Diagnostic OtherNotation(SourceText source, TextSpan span, string ours) =>
        OtherNotationRule.At(source, span, source[span], ours).WithFix($"改为「{ours}」", new TextEdit(span, ours));

    /// <summary>Whether a finding says that a word or sign stands in the place of ours.</summary>
    public static bool IsOtherNotation(Diagnostic finding) => finding.Rule == OtherNotationRule;

    /// <summary>
    /// 研发费用的15%, 大于50人: a word that touches another, with what stands in its place;
    /// of 的 the word before must be the name of something.
    /// </summary>
    public static Diagnostic OtherNotation(SourceText source, TextSpan span, string ours, string name, string written)
    {
        var found = OtherNotationRule.At(source, span, source[span], ours);
        return ours == "*"
            ? found.WithFixOn(name, $"改为「{ours}」", new TextEdit(span, written))
            : found.WithFix($"改为「{ours}」", new TextEdit(span, written));
    }

    /// <summary>{ with its twin further on.</summary>
    public static Diagnostic OtherNotation(SourceText source, TextSpan span, string ours, TextSpan? twin) =>
        twin is not { } close ? OtherNotation(source, span, ours) : OtherNotationRule.At(source, span, source[span], ours)
            .WithFix($"改为「{ours}」", new TextEdit(span, ours), new TextEdit(close, "]"));

    /// <summary>The last diagnostic of a file with more than the limit.</summary>
    public static Diagnostic TooMany(SourceText source, TextSpan span, int limit) => TooManyRule.At(source, span, limit);

    /// <summary>A statement of more words and signs than the limit; the rest of it is not read.</summary>
    public static Diagnostic TooLong(SourceText source, TextSpan span, int limit) => TooLongRule.At(source, new(span.Start, 0), limit);

    /// <summary>A text short enough for a message.</summary>
    internal static string Shorten(string text) => Excerpt.Start(text, 24);

    // Control characters and halves of characters cannot be shown: their code points can.
    private static string Visible(string text)
    {
        var shown = Shorten(text);
        return shown.Any(static character => char.IsControl(character) || char.IsSurrogate(character))
            ? string.Join(' ',
                shown.Select(static character =>
                    char.IsControl(character) || char.IsSurrogate(character) ? CharacterFacts.CodePoint(character) : character.ToString()))
            : shown;
    }
}
