// Shortens what a message quotes of a file: names of a megabyte, lists of a thousand items, cells that contain a whole letter.
using System.Globalization;
using System.Text;

namespace Dsl.Syntax.Diagnostics;

/// <summary>Cuts facts for messages. <see cref="DiagnosticRule"/> and the rules about data pass everything through here.</summary>
public static class Excerpt
{
    /// <summary>How many characters of one name or figure are shown.</summary>
    public const int LongestName = 60;

    /// <summary>How many characters of a whole fact (a list of names, a sentence) are shown.</summary>
    public const int LongestFact = 400;

    /// <summary>The characters that stand for what was left out.</summary>
    public const char Ellipsis = '…';

    private const string Truncated = "（以下略）";

    /// <summary>A fact as a message shows it: text is cut, numbers and the like stay.</summary>
    public static object Of(object fact) => fact is string text ? Of(text) : fact;

    /// <summary>
    /// A text with every name in it cut to <see cref="LongestName"/>, and the whole to <see cref="LongestFact"/> characters.
    /// </summary>
    public static string Of(string text)
    {
        if (text.Length <= LongestName)
            return text;
        var (shown, run, isCut) = (new StringBuilder(), 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            run = BreaksName(text[i]) ? 0 : run + 1;
            if (run < LongestName || (run == LongestName && (i + 1 == text.Length || BreaksName(text[i + 1]))))
                shown.Append(text[i]);
            else if (run == LongestName)
                shown.Append(Ellipsis);
            // A name of a megabyte is not walked to its end for every finding.
            isCut = shown.Length >= LongestFact;
            if (isCut || (run > LongestName && (i = NameEnd(text, i)) < 0))
                break;
        }
        var cut = WithoutHalves(shown);
        return isCut ? cut + Truncated : cut;
    }

    /// <summary>The first characters of a text, for a place that has little room.</summary>
    public static string Start(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)] + Ellipsis;

    /// <summary>Fills facts into a template.</summary>
    internal static string Fill(string template, ReadOnlySpan<object> facts)
    {
        var shown = new object[facts.Length];
        for (var i = 0; i < facts.Length; i++)
            shown[i] = Of(facts[i]);
        return string.Format(CultureInfo.InvariantCulture, template, shown);
    }

    // Letters, digits and what is written among them without a pause.
    private static bool BreaksName(char character) =>
        !char.IsLetterOrDigit(character) && !char.IsSurrogate(character) && character is not ('_' or '-' or '·');

    private static int NameEnd(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (BreaksName(text[i]))
                return i - 1;
        }
        return -1;
    }

    private static string WithoutHalves(StringBuilder shown)
    {
        for (var i = shown.Length - 1; i >= 0; i--)
        {
            var isHalf = char.IsHighSurrogate(shown[i])
                ? i + 1 == shown.Length || !char.IsLowSurrogate(shown[i + 1])
                : char.IsLowSurrogate(shown[i]) && (i == 0 || !char.IsHighSurrogate(shown[i - 1]));
            if (isHalf)
                shown.Remove(i, 1);
        }
        return shown.ToString();
    }
}
