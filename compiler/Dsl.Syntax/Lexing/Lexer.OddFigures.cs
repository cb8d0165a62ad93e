// Figures as other texts write them: 1,500元, 001500元, 2021-06, ٣٠٠, ①, ½, 1比0.5, 5 %. None is guessed at;
// each is reported with the correct spelling.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Quantities;
using Dsl.Values.Text;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;

namespace Dsl.Syntax.Lexing;

internal sealed partial class Lexer
{
    private const int GroupLength = 3;

    /// <summary>
    /// 1,500元, 12，345，678, 1'500, 1 500: groups of exactly three digits after one to three digits that do not begin with 0.
    /// </summary>
    private bool TryReadGrouped(int digits)
    {
        if (digits - _position > GroupLength || HalfAt(_position) == '0')
            return false;
        var separators = new List<TextSpan>();
        var end = digits;
        while (IsGroupAt(end))
        {
            separators.Add(At(end, 1));
            end += 1 + GroupLength;
        }
        if (separators.Count == 0)
            return TryReadOtherComma(digits);
        end = FractionEnd(end);
        end = NameEnd(HalfAt(end) is '%' or '‰' ? end + 1 : end);
        Report(LexicalDiagnostics.GroupedNumber(source, To(end), separators));
        Add(SyntaxKind.Bad, end);
        return true;
    }

    /// <summary>1,5万元, 1,2345元: a figure without a unit that touches the next, which has one.</summary>
    private bool TryReadOtherComma(int digits)
    {
        if (HalfAt(digits) != ',' || !HasDigit(digits + 1))
            return false;
        var end = FractionEnd(DigitsEnd(digits + 1));
        var runEnd = NameEnd(HalfAt(end) is '%' or '‰' ? end + 1 : end);
        var hasUnit = HalfAt(end) is '%' or '‰'
            || (FigureScanner.Source.TryReadRun(_text.AsSpan(end, runEnd - end), out var measure) && measure.HasUnit);
        if (!hasUnit || HalfAt(end) == '年')
            return false;
        Report(LexicalDiagnostics.CommaInNumber(source, To(runEnd), digits - _position));
        Add(SyntaxKind.Bad, runEnd);
        return true;
    }

    private bool IsGroupAt(int position)
    {
        if (position >= _text.Length
            || !(HalfAt(position) is ',' or '\'' || _text[position] is '’' || CharacterFacts.IsSpace(_text[position])))
            return false;
        var end = position + 1;
        while (end < _text.Length && end - position <= GroupLength + 1 && CharacterFacts.IsDigit(_text[end]))
            end++;
        return end - position == GroupLength + 1 && !(end < _text.Length && CharacterFacts.IsLatin(_text[end]));
    }

    /// <summary>001500元: zeros that no figure begins with. The figure is read all the same.</summary>
    private void CheckLeadingZeros(int start, int end)
    {
        var zeros = start;
        while (zeros < end - 1 && HalfAt(zeros) == '0')
            zeros++;
        if (zeros > start)
            Report(LexicalDiagnostics.LeadingZeros(source, At(start, end - start), zeros - start));
    }

    /// <summary>2021-06, 2021年6月: a month without a day, no subtraction.</summary>
    private bool TryReadYearMonth(int yearEnd)
    {
        if (yearEnd - _position != 4 || !HasDigit(yearEnd + 1))
            return false;
        var monthEnd = DigitsEnd(yearEnd + 1);
        var end = HalfAt(yearEnd) switch
        {
            '-' when HalfAt(yearEnd + 1) == '0' && monthEnd == yearEnd + 3 => monthEnd,
            '年' when monthEnd - yearEnd <= 3 && HalfAt(monthEnd) == '月' => NameEnd(monthEnd),
            _ => -1,
        };
        if (end < 0)
            return false;
        Report(LexicalDiagnostics.MonthWithoutDay(source, To(end), _text[_position..yearEnd], _text[(yearEnd + 1)..monthEnd]));
        Add(SyntaxKind.Bad, end);
        return true;
    }

    /// <summary>2024/01/01, 2024.1.1: a day as other notations write it; no division and no number. The day is read all the same.</summary>
    private bool TryReadOtherDate(int yearEnd)
    {
        var separator = HalfAt(yearEnd);
        if (yearEnd - _position != 4 || separator is not ('/' or '.') || HalfAt(_position) is not ('1' or '2') || !HasDigit(yearEnd + 1))
            return false;
        var monthEnd = DigitsEnd(yearEnd + 1);
        if (monthEnd - yearEnd > 3 || HalfAt(monthEnd) != separator || !HasDigit(monthEnd + 1))
            return false;
        var dayEnd = DigitsEnd(monthEnd + 1);
        var goesOn = dayEnd < _text.Length
            && (CharacterFacts.NameCharacterLength(_text, dayEnd) > 0
                || (HalfAt(dayEnd) is '.' or '/' or '%' or '‰' && HalfAt(dayEnd + 1) != '.'));
        if (dayEnd - monthEnd > 3 || goesOn
            || !CivilDate.TryParse(WidthFolding.HalfWidth(_text[_position..dayEnd]).Replace(separator, '-'), DateForms.Text, out var date))
            return false;
        Report(LexicalDiagnostics.MalformedNumber(source, To(dayEnd), CivilDate.Format(date)));
        Add(SyntaxKind.DateLiteral, dayEnd, CivilDate.Format(date));
        return true;
    }

    /// <summary>
    /// Digits of other scripts and signs that stand for a number (①, ², ½), as one bad token; false where none stands here.
    /// </summary>
    private bool TryReadForeignDigits()
    {
        var (end, written) = (_position, new StringBuilder());
        while (end < _text.Length && ForeignDigit(end) is { } digit)
        {
            written.Append(digit);
            end += char.IsHighSurrogate(_text[end]) ? 2 : 1;
        }
        if (end == _position)
            return false;
        Report(LexicalDiagnostics.ForeignDigits(source, To(end), written.ToString()));
        Add(SyntaxKind.Bad, NameEnd(end));
        return true;
    }

    // Letters that count (Ⅲ, 〇) are names: Ⅲ期临床.
    private string? ForeignDigit(int position)
    {
        if (!Rune.TryGetRuneAt(_text, position, out var rune) || CharacterFacts.IsDigit(_text[position]))
            return null;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber
            && Rune.GetNumericValue(rune) is var value and >= 0
            ? Written(value) : null;
    }

    // ⅓ is no decimal: written as one it would be another amount.
    private static string Written(double value)
    {
        var below = Enumerable.Range(1, 16).FirstOrDefault(below => Math.Abs((value * below) - Math.Round(value * below)) < 1e-6);
        return below > 2
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(value * below)}/{below}")
            : value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>50人（含）以上, 50人以上（含50人）: 以上 says so already. The suffix is read all the same.</summary>
    private bool TryReadInclusion()
    {
        if (_position >= _text.Length || _text[_position] is not ('（' or '(' or '及' or '以'))
            return false;
        var match = Inclusion().Match(_text, _position, Math.Min(LongestInclusion, _text.Length - _position));
        if (!match.Success || (!match.Groups["before"].Success && !match.Groups["behind"].Success)
            || SuffixKind(match.Groups["suffix"].Value) is not { } kind)
            return false;
        Report(LexicalDiagnostics.OtherNotation(source, To(_position + match.Length), match.Groups["suffix"].Value));
        Add(kind, _position + match.Length, match.Groups["suffix"].Value);
        return true;
    }

    private const int LongestInclusion = 40;

    [GeneratedRegex(
        "\\G(?<before>[（(]含[^（）()\\r\\n]{0,12}[）)])?(?<suffix>" + Suffixes.Pattern
        + ")(?<behind>[（(](?:含|包含|包括)[^（）()\\r\\n]{0,12}[）)])?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Inclusion();

    /// <summary>1比0.5.</summary>
    private bool TryReadSpokenRatio(int figure)
    {
        if (HalfAt(figure) != '比' || !HasDigit(figure + 1))
            return false;
        Report(LexicalDiagnostics.OtherNotation(source, At(figure, 1), ":"));
        Add(SyntaxKind.Bad, FractionEnd(DigitsEnd(figure + 1)));
        return true;
    }

    /// <summary>5 %: the sign belongs to the figure before it.</summary>
    private bool TryReadSpacedPercent()
    {
        if (HalfAt(_position) is not ('%' or '‰') || LastKind != SyntaxKind.NumberLiteral || _triviaStart == _position)
            return false;
        var sign = new SyntaxToken(SyntaxKind.Bad, At(_position, 1).Start, _text.Substring(_position, 1), "");
        Report(SyntaxDiagnostics.SpacedUnit(source, _statement.Tokens[^1], sign));
        Add(SyntaxKind.Bad, _position + 1);
        return true;
    }
}
