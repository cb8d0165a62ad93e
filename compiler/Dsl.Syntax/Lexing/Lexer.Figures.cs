// Figures with scale and unit, ratios, dates and years.
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Quantities;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Syntax.Lexing;

internal sealed partial class Lexer
{
    private const int LongestFigure = 200;
    private const int LongestUnit = 12;

    private readonly Dictionary<string, NumberLiteral> _numbers = new(StringComparer.Ordinal);

    private void ReadFigure()
    {
        var digits = DigitsEnd(_position);
        if (IsNumberedYear(digits))
            Add(SyntaxKind.Name, digits + 2, WidthFolding.HalfWidth(_text[_position..(digits + 2)]));
        else if (digits < _text.Length && CharacterFacts.IsLatin(_text[digits]))
            Add(SyntaxKind.Name, NameEnd(digits), WidthFolding.HalfWidth(_text[_position..NameEnd(digits)]));
        else if (!TryReadDate(digits) && !TryReadOtherDate(digits) && !TryReadYearMonth(digits) && !TryReadYear(digits)
            && !TryReadGrouped(digits) && !TryReadRatio(digits) && !TryReadSpokenRatio(FractionEnd(digits)))
            ReadNumber(digits);
    }

    /// <summary>自 开业日期 第 6年起: not a length of time.</summary>
    private bool IsNumberedYear(int digits) =>
        _statement.Keyword?.Shape == LineForm.Frequency && HalfAt(digits) == '年' && HalfAt(digits + 1) == '起'
        && _statement.Tokens is [.., { Kind: SyntaxKind.Name, Value: "第" }];

    private int DigitsEnd(int position)
    {
        var start = position;
        while (position < _text.Length && CharacterFacts.IsDigit(_text[position]))
            position++;
        Work += position - start;
        return position;
    }

    private bool HasDigit(int position) => position < _text.Length && CharacterFacts.IsDigit(_text[position]);

    private char HalfAt(int position) => position < _text.Length ? WidthFolding.HalfWidth(_text[position]) : '\0';

    /// <summary>2021-06-21, 2021年6月21日.</summary>
    private bool TryReadDate(int yearEnd)
    {
        if (yearEnd - _position != 4)
            return false;
        var (separator, second, close) = HalfAt(yearEnd) switch { '-' => ('-', '-', 0), '年' => ('年', '月', 1), _ => ('\0', '\0', 0) };
        if (separator == '\0' || !HasDigit(yearEnd + 1))
            return false;
        var monthEnd = DigitsEnd(yearEnd + 1);
        if (monthEnd - yearEnd > 3 || HalfAt(monthEnd) != second || !HasDigit(monthEnd + 1))
            return false;
        var dayEnd = DigitsEnd(monthEnd + 1);
        if (dayEnd - monthEnd > 3 || (close == 1 && HalfAt(dayEnd) is not ('日' or '号')))
            return false;
        AddDate(dayEnd + close, WidthFolding.HalfWidth(_text[_position..yearEnd]), WidthFolding.HalfWidth(_text[(yearEnd + 1)..monthEnd]),
            WidthFolding.HalfWidth(_text[(monthEnd + 1)..dayEnd]));
        return true;
    }

    private void AddDate(int end, string year, string month, string day)
    {
        if (CivilDate.TryParse($"{year}-{month}-{day}", DateForms.Text, out var date))
        {
            Add(SyntaxKind.DateLiteral, end, CivilDate.Format(date));
            return;
        }
        Report(LexicalDiagnostics.NoSuchDate(source, To(end)));
        Add(SyntaxKind.Bad, end);
    }

    /// <summary>2021年度.</summary>
    private bool TryReadYear(int digits)
    {
        if (HalfAt(digits) != '年' || HalfAt(digits + 1) != '度')
            return false;
        var end = digits + 2;
        if (digits - _position != 4 || HalfAt(_position) == '0')
        {
            Report(LexicalDiagnostics.NoSuchDate(source, To(end)));
            Add(SyntaxKind.Bad, end);
            return true;
        }
        Add(SyntaxKind.YearLiteral, end, WidthFolding.HalfWidth(_text[_position..end]));
        return true;
    }

    // ∶ (U+2236) is how official texts print a ratio.
    private const char RatioSign = '∶';

    /// <summary>6:4, 5:3:2, 0.5:1, 1∶1.</summary>
    private bool TryReadRatio(int digits)
    {
        var end = FractionEnd(digits);
        var parts = new List<(int Start, int End)> { (_position, digits) };
        while (HalfAt(end) is ':' or RatioSign && HasDigit(end + 1))
        {
            parts.Add((end + 1, DigitsEnd(end + 1)));
            end = FractionEnd(parts[^1].End);
        }
        if (parts.Count == 1)
            return false;
        foreach (var part in parts)
            CheckLeadingZeros(part.Start, part.End);
        if (end - _position > LongestFigure)
            AddTooLong(end);
        else
            Add(SyntaxKind.RatioLiteral, end, WidthFolding.HalfWidth(_text[_position..end]).Replace(RatioSign, ':'));
        return true;
    }

    /// <summary>The end of the figure whose whole digits end here.</summary>
    private int FractionEnd(int digits) => HalfAt(digits) == '.' && HasDigit(digits + 1) ? DigitsEnd(digits + 1) : digits;

    private void ReadNumber(int digits)
    {
        var figure = FractionEnd(digits);
        if (HalfAt(figure) == '.' && HasDigit(figure + 1))
            AddMalformed(figure);
        else if (figure - _position > LongestFigure)
            AddTooLong(NameEnd(figure));
        else
        {
            CheckLeadingZeros(_position, digits);
            ReadMeasuredNumber(figure);
        }
    }

    private void AddMalformed(int end)
    {
        while (HalfAt(end) == '.' && HasDigit(end + 1))
            end = DigitsEnd(end + 1);
        end = NameEnd(end);
        var asDate = CivilDate.TryParse(_text[_position..Math.Min(end, _position + 12)].Replace('.', '-'), DateForms.Text, out var date)
            && end - _position <= 10;
        Report(LexicalDiagnostics.MalformedNumber(source, To(end), asDate ? CivilDate.Format(date) : null));
        Add(SyntaxKind.Bad, end);
    }

    private void AddTooLong(int end)
    {
        Report(LexicalDiagnostics.NumberTooLong(source, To(end)));
        Add(SyntaxKind.Bad, end);
    }

    /// <summary>digits, scale, unit or percent sign, / scale unit, and the suffix as a token of its own.</summary>
    private void ReadMeasuredNumber(int figure)
    {
        var percent = HalfAt(figure) is '%' or '‰';
        var unitStart = percent ? figure + 1 : figure;
        var runEnd = NameEnd(unitStart);
        var run = _text.AsSpan(unitStart, runEnd - unitStart);
        if (!FigureScanner.Source.TryReadRun(run, out var above) || (percent && above.HasUnit))
        {
            ReadUnknownUnit(figure, unitStart, runEnd);
            return;
        }
        if (percent)
            above = above with { Unit = HalfAt(figure).ToString() };
        var end = runEnd - above.Suffix.Length;
        var below = new NumericSuffix("", "", "");
        if (above.Suffix.Length == 0)
            below = ReadPers(ref end);
        AddMeasured(figure, end, above, below);
        if (!TryReadInclusion())
            AddSuffix(above.Suffix.Length > 0 ? above.Suffix : below.Suffix);
    }

    /// <summary>
    /// Steps over /件, /平方米/月 and /平方米·月: the units below the line, one scale among them, the suffix behind the last.
    /// </summary>
    private NumericSuffix ReadPers(ref int end)
    {
        var below = new NumericSuffix("", "", "");
        while (below.Suffix.Length == 0 && (HalfAt(end) == '/' || (below.Unit.Length > 0 && CompoundUnits.IsDot(HalfAt(end))))
            && TryReadPer(end + 1, out var next, out var perEnd) && (below.Scale.Length == 0 || next.Scale.Length == 0))
        {
            below = new(below.Scale + next.Scale, below.Unit.Length == 0 ? next.Unit : $"{below.Unit}/{next.Unit}", next.Suffix);
            end = perEnd - next.Suffix.Length;
        }
        return below;
    }

    private bool TryReadPer(int start, out NumericSuffix below, out int end)
    {
        end = NameEnd(start);
        return FigureScanner.Source.TryReadRun(_text.AsSpan(start, end - start), out below) && below.Unit.Length > 0;
    }

    private void AddMeasured(int figure, int end, NumericSuffix above, NumericSuffix below)
    {
        var text = _cache.Get(_text.AsSpan(_position, end - _position));
        if (!_numbers.TryGetValue(text, out var literal))
            _numbers.Add(text, literal = MakeNumber(_position, figure, above, below));
        AddNumber(SyntaxKind.NumberLiteral, end, WidthFolding.HalfWidth(text), literal);
    }

    private NumberLiteral MakeNumber(int start, int figure, NumericSuffix above, NumericSuffix below)
    {
        var digits = WidthFolding.HalfWidth(_text[start..figure]);
        _ = Rational.TryParse(digits, out var number);
        number *= Scales.Factor(above.Scale);
        number = above.Unit switch { "%" => number / 100, "‰" => number / 1000, _ => number };
        number /= Scales.Factor(below.Scale);
        return new(number, digits, above.Scale, above.Unit, below.Scale, below.Unit);
    }

    private void AddSuffix(string suffix)
    {
        if (suffix.Length > 0 && SuffixKind(suffix) is { } kind)
            Add(kind, _position + suffix.Length);
    }

    /// <summary>50人且: the operator is told apart. 50斤, 3年6个月: no unit; the whole run is one bad token.</summary>
    private void ReadUnknownUnit(int figure, int unitStart, int runEnd)
    {
        var run = _text[unitStart..runEnd];
        if (GluedInfix(run) is { } infix)
        {
            _ = FigureScanner.Source.TryReadRun(run.AsSpan(0, infix.Start), out var above);
            above = unitStart > figure ? above with { Unit = HalfAt(figure).ToString() } : above;
            AddMeasured(figure, unitStart + infix.Start - above.Suffix.Length, above, new("", "", ""));
            AddSuffix(above.Suffix);
            var end = _position + infix.Word.Length;
            Report(LexicalDiagnostics.GluedWord(source, To(end), At(_position, 0).Start));
            Add(SyntaxFacts.ExpressionWords[infix.Word], end);
            return;
        }
        Report(LexicalDiagnostics.UnknownUnit(source, To(figure), At(unitStart, runEnd - unitStart),
            EditDistance.Nearest(run, Units.Words).FirstOrDefault()));
        Add(SyntaxKind.Bad, runEnd);
    }

    /// <summary>An infix word in the run after a figure, preceded by a valid unit.</summary>
    private static (int Start, string Word)? GluedInfix(string run)
    {
        for (var start = 0; start < Math.Min(run.Length, LongestUnit); start++)
        {
            if (FigureScanner.Source.TryReadRun(run.AsSpan(0, start), out _) && SyntaxFacts.InfixAt(run, start) is { } word)
                return (start, word);
        }
        return null;
    }
}
