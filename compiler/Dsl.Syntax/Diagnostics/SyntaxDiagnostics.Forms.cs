// Lines with words of their own (频次, 核定), lists, ranges and ceilings: written in another form than the line allows.
using System.Text.RegularExpressions;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Quantities;

namespace Dsl.Syntax.Diagnostics;

public static partial class SyntaxDiagnostics
{
    /// <summary>频次 or 奖补 with none of its words.</summary>
    public static Diagnostic UnknownMode(SourceText source, TextSpan span, string keyword, string choices, string sample) =>
        UnknownModeRule.At(source, span, keyword, choices, sample);

    /// <summary>频次 每年一次: none of the words of 频次, up to the end of the line.</summary>
    public static Diagnostic UnknownFrequency(SourceText source, TextSpan span, string keyword, int end)
    {
        var found = UnknownMode(source, span, keyword, "一次性、每次 或 每年",
            "频次 一次性、频次 每年、频次 每年 最多 3年；有 每个 的，可写 频次 每次");
        if (span.Length == 0)
            return found;
        var written = TextSpan.FromBounds(span.Start, end);
        var text = source[written].TrimStart('=', '＝', ' ');
        // 每年最多3年, 每年不超过50万元: without the words after 每年 the limit would be lost.
        if (FrequencyLimit().Match(text) is { Success: true } limit)
            return found.WithFix($"改为「每年 最多 {limit.Groups["years"].Value}」",
                new TextEdit(written, $"每年 最多 {limit.Groups["years"].Value}"));
        if (FrequencyRest().IsMatch(text))
            return found;
        // 每次 asks for 每个: it is offered only where it was written.
        var meant = SyntaxFacts.FrequencyModes.Where(mode => text.StartsWith(mode, StringComparison.Ordinal)).ToList();
        foreach (var mode in meant.Count > 0 ? meant : ["一次性", "每年"])
            found = found.WithFix($"改为「{mode}」", new TextEdit(written, mode));
        return found;
    }

    // 每年最多3年, 每年不超过3年, 每年最长3年
    [GeneratedRegex("^每年[,，]?\\s*(?:最多|最长|不超过|至多)\\s*(?<years>[0-9０-９]+年)$", RegexOptions.CultureInvariant)]
    private static partial Regex FrequencyLimit();

    // What says more than how often: figures, 连续, 自, 次年, 分期.
    [GeneratedRegex("[0-9０-９]|连续|自|次年|当年|最多|不超过|累计|分|[二两三四五六七八九十]年", RegexOptions.CultureInvariant)]
    private static partial Regex FrequencyRest();

    /// <summary>核定 最高100万元, 核定 不超过 100万元: no space after 最高, or another word.</summary>
    public static Diagnostic GluedCeiling(SourceText source, SyntaxToken ceiling, int end)
    {
        var span = TextSpan.FromBounds(ceiling.Span.Start, end);
        var found = UnknownMode(source, span, SyntaxFacts.Approval, ApprovalChoices,
            $"核定 最高 {CeilingAmount(source[span]) ?? "100万元"}");
        return CeilingAmount(source[span]) is { } amount
            ? found.WithFix($"改为「最高 {amount}」", new TextEdit(span, "最高 " + amount))
            : found;
    }

    /// <summary>属于 without a list.</summary>
    public static Diagnostic MissingSet(SourceText source, TextSpan span, string operatorText) =>
        MissingSetRule.At(source, span, operatorText, "甲, 乙", OrList);

    private const string OrList = "，或一个名录的名称";

    /// <summary>属于 （甲，乙）.</summary>
    public static Diagnostic RoundSet(SourceText source, string operatorText, SyntaxToken open, SyntaxToken? close)
    {
        var found = MissingSetRule.At(source, close is null ? open.Span : TextSpan.FromBounds(open.Span.Start, close.Span.End),
            operatorText,
            close is null ? "甲, 乙" : LexicalDiagnostics.Shorten(source[TextSpan.FromBounds(open.Span.End, close.Span.Start)]), OrList);
        return close is null ? found : found.WithFix("改用方括号", new TextEdit(open.Span, "["), new TextEdit(close.Span, "]"));
    }

    /// <summary>名录 区县 = 渝中区、江津区: the values of a list without brackets.</summary>
    /// <param name="source">The file.</param>
    /// <param name="first">The first value.</param>
    /// <param name="end">The end of the last.</param>
    /// <param name="sign">The sign before them; null where that is missing too.</param>
    public static Diagnostic BareList(SourceText source, SyntaxToken first, int end, string? sign)
    {
        var span = TextSpan.FromBounds(first.Span.Start, end);
        return MissingSetRule.At(source, span, sign ?? "=", LexicalDiagnostics.Shorten(source[span]), "")
            .WithFix("加上方括号", new TextEdit(new(first.Span.Start, 0), sign is null ? "= [" : "["), new TextEdit(new(end, 0), "]"));
    }

    /// <summary>研发费用 : 金额, 营业收入 : 金额.</summary>
    public static Diagnostic SecondField(SourceText source, SyntaxToken comma, SyntaxToken next, int end) =>
        ExtraText(source, comma, end, "一行写一个字段，后面的另起一行。")
            .WithFix("另起一行", new TextEdit(TextSpan.FromBounds(comma.Span.Start, next.Span.Start), "\n  "));

    /// <summary>研发费用 : 金额 默认 0元.</summary>
    public static Diagnostic UnknownModifier(SourceText source, SyntaxToken field, SyntaxToken type, SyntaxToken word)
    {
        var name = LexicalDiagnostics.Shorten(field.Text);
        var found = UnknownMode(source, word.Span, LexicalDiagnostics.Shorten(type.Text), "范围、缺省 或 认定",
            word.Value is "单位" or "万元" ? $"{name} : 金额；单位不写在这里，表头带单位的测算时照读" : $"{name} : 金额 缺省 0元");
        return word.Value is "默认" or "默认值" or "缺省值" ? found.WithFix("改为「缺省」", new TextEdit(word.Span, "缺省"))
            : word.Value.StartsWith("缺省", StringComparison.Ordinal) && char.IsAsciiDigit(word.Value[2])
                ? found.WithFix("补上空格", new TextEdit(new(word.Span.Start + 2, 0), " "))
            : found;
    }

    /// <summary>属于 甲, 乙: values without brackets, from the first to the end of the line.</summary>
    public static Diagnostic UnbracketedSet(SourceText source, SyntaxToken operatorToken, SyntaxToken first, int end) =>
        MissingSetRule.At(source, TextSpan.FromBounds(first.Span.Start, end), operatorToken.Text,
            LexicalDiagnostics.Shorten(source[TextSpan.FromBounds(first.Span.Start, end)]), OrList)
            .WithFix("加上方括号", new TextEdit(new(first.Span.Start, 0), "["), new TextEdit(new(end, 0), "]"));

    /// <summary>5万～10万元 as an award.</summary>
    public static Diagnostic StrayRange(SourceText source, TextSpan sign) => StrayRangeRule.At(source, sign, source[sign]);

    /// <summary>a..b where a single value is wanted.</summary>
    public static Diagnostic StrayRange(SourceText source, SyntaxToken range) => StrayRangeRule.At(source, range.Span, range.Text);

    /// <summary>最高 in a formula, or without 核定: the rest of the line.</summary>
    /// <param name="source">The file.</param>
    /// <param name="first">最高, or 最高100万元.</param>
    /// <param name="end">The end of the line.</param>
    /// <param name="formula">The formula before it; null where there is none.</param>
    /// <param name="habits">The habitual words that were reported in the formula: one fix corrects all of them.</param>
    public static Diagnostic StrayCeiling(SourceText source, SyntaxToken first, int end, TextSpan? formula, IEnumerable<Diagnostic> habits)
    {
        var span = TextSpan.FromBounds(first.Span.Start, end);
        var found = StrayCeilingRule.At(source, span, CeilingWord(first), CeilingAmount(source[span]) ?? "100万元");
        // After 否则 it is unclear whether the ceiling belongs to the last branch or to all.
        return formula is { } capped && !source[capped].Contains("否则", StringComparison.Ordinal)
            && CeilingAmount(source[span]) is { } amount
            ? found.WithFix($"写成 min(…, {amount})",
                [new TextEdit(new(capped.Start, 0), "min("),
                    .. habits.SelectMany(static habit => habit.Fixes.Take(1)).SelectMany(static fix => fix.Edits),
                    new TextEdit(TextSpan.FromBounds(capped.End, end), $", {amount})")])
            : found;
    }

    /// <summary>奖补 = 最高 100万元: 核定 is left out.</summary>
    public static Diagnostic BareCeiling(SourceText source, SyntaxToken first, int end, bool hasEquals)
    {
        var span = TextSpan.FromBounds(first.Span.Start, end);
        var found = StrayCeilingRule.At(source, span, CeilingWord(first), CeilingAmount(source[span]) ?? "100万元");
        return CeilingAmount(source[span]) is { } amount
            ? found.WithFix($"写成 核定 最高 {amount}",
                new TextEdit(span, $"{(hasEquals ? "" : "= ")}{SyntaxFacts.Approval} 最高 {amount}"))
            : found;
    }

    private static string CeilingWord(SyntaxToken first) =>
        first.Text.StartsWith("最高", StringComparison.Ordinal) ? "最高" : LexicalDiagnostics.Shorten(first.Text);

    /// <summary>Whether a word is a ceiling with its amount, such as 不超过100万元 written without a space.</summary>
    public static bool IsCeiling(string word) => CeilingAmount(word) is not null;

    /// <summary>The amount after 最高, 最高不超过; null if absent.</summary>
    private static string? CeilingAmount(string text) =>
        Ceiling().Match(text) is { Success: true } match ? match.Groups["amount"].Value : null;

    [GeneratedRegex(
        "^(?:最高(?:不超过)?|不超过|不高于|不得超过|不多于|至多|最多|封顶|上限为?|总额不超过)\\s*(?<amount>[0-9０-９]+(?:[.．][0-"
        + "9０-９]+)?["
        + Scales.Characters + "]*元)[。；;)）]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Ceiling();
}
