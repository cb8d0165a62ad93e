// Control characters of data as what they are: what people read on a screen, in a log or in a text file is never steered by them.
using System.Globalization;
using System.Text;
using Dsl.Syntax.Text;

namespace Dsl.Loading.Findings;

/// <summary>Writes what would steer a terminal, or show a text in another order than it is read, as \u001B and the like.</summary>
public static class VisibleText
{
    /// <summary>Whether a character must not reach a screen as it is. Line ends and tabs may.</summary>
    public static bool IsUnsafe(char unit) =>
        unit is not ('\n' or '\t') && (char.IsControl(unit) || unit is '\u2028' or '\u2029' || CharacterFacts.IsDirectionMark(unit));

    /// <summary>How a character is written instead.</summary>
    public static string Shown(char unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");

    /// <summary>A text of lines that is kept in a file for people.</summary>
    public static string Of(string text) => Escape(text, IsUnsafe);

    /// <summary>A text that stands in one line: line ends of data make no line of their own, which could say anything.</summary>
    public static string OneLine(string text) => Escape(text, static unit => unit is '\n' or '\r' || IsUnsafe(unit));

    private static string Escape(string text, Func<char, bool> isEscaped)
    {
        if (!text.Any(isEscaped))
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var unit in text)
            _ = isEscaped(unit) ? escaped.Append(Shown(unit)) : escaped.Append(unit);
        return escaped.ToString();
    }
}
