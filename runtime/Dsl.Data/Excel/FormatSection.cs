// One of the sections of a number format: #,##0.00"万元", yyyy"年"m"月"d"日", [Red]-0%.
using System.Text;

namespace Dsl.Data.Excel;

/// <summary>A section, letter by letter.</summary>
internal sealed class FormatSection
{
    // What may stand around money and says nothing that the number does not say.
    private static readonly string[] SilentPrefixes =
        ["¥", "￥", "CNY", "RMB", "人民币", "(", "（", "-", "+", "-¥", "-￥", "¥-", "￥-", "(¥", "(￥"];
    private static readonly string[] SilentSuffixes = [")", "）", "-", "CNY", "RMB"];

    private readonly StringBuilder _prefix = new();
    private readonly StringBuilder _between = new();
    private readonly StringBuilder _pattern = new();

    private FormatSection(string code)
    {
        for (var at = 0; at < code.Length;)
            at = Take(code, at);
        var letters = _pattern.ToString();
        HasTime = letters.AsSpan().IndexOfAny("hHsS") >= 0;
        HasDigits = letters.AsSpan().IndexOfAny("0#?G") >= 0;
        HasDay = letters.Any(static letter => letter is 'y' or 'Y' or 'd' or 'D' or 'g' or 'b')
            || letters.Contains("aaa", StringComparison.OrdinalIgnoreCase)
            || (!HasDigits && letters.AsSpan().IndexOfAny("eE") >= 0)
            || (!HasTime && !HasDigits && letters.AsSpan().IndexOfAny("mM") >= 0);
        IsScaled = HasDigits && ScaledBy(letters);
        LeadingZeros = letters.Length > 1 && letters.All(static letter => letter == '0') ? letters.Length : 0;
        Prefix = SilentPrefixes.Contains(_prefix.ToString().Trim()) ? "" : _prefix.ToString().Trim();
        // What followed the last digit is still in the buffer; in fractions (# ?/8) it is the denominator.
        Suffix = letters.Contains('/') || SilentSuffixes.Contains(_between.ToString().Trim()) ? "" : _between.ToString().Trim();
        LooksNegative = (Prefix.Length == 0 && _prefix.ToString().AsSpan().IndexOfAny("-(（") >= 0)
            || (Suffix.Length == 0 && _between.ToString().Trim() == "-");
        HasInnerWords |= (Prefix + Suffix).Any(static letter => char.IsDigit(letter) || letter is '.' or ',');
        IsPlain =
            HasDigits && !IsScaled && !HasInnerWords && Percents == 0 && LeadingZeros == 0 && Prefix.Length == 0 && Suffix.Length == 0;
    }

    /// <summary>Whether a year, month or day is shown.</summary>
    public bool HasDay { get; }

    /// <summary>Whether hours or seconds are shown.</summary>
    public bool HasTime { get; }

    /// <summary>Whether the number is shown at all.</summary>
    public bool HasDigits { get; }

    /// <summary>Whether it is shown in thousands or millions.</summary>
    public bool IsScaled { get; }

    /// <summary>Whether words stand between the digits.</summary>
    public bool HasInnerWords { get; private set; }

    public int Percents { get; private set; }

    /// <summary>How many digits there are at least, in a format of zeros only; 0 in others.</summary>
    public int LeadingZeros { get; }

    /// <summary>Words before the number.</summary>
    public string Prefix { get; }

    /// <summary>Text after the number, such as a unit.</summary>
    public string Suffix { get; }

    /// <summary>When it is in force; null for by sign.</summary>
    public FormatCondition? Condition { get; private set; }

    /// <summary>Whether it is shown with a minus or in brackets, as negative numbers are.</summary>
    public bool LooksNegative { get; }

    /// <summary>Whether the number is shown as it is.</summary>
    public bool IsPlain { get; }

    public static IEnumerable<FormatSection> Split(string code)
    {
        code = code.Replace("G/通用格式", "General", StringComparison.Ordinal).Replace("Standard", "General", StringComparison.Ordinal);
        var (start, quoted, bracket) = (0, false, false);
        for (var at = 0; at < code.Length; at++)
        {
            if (code[at] is '\\' or '!' && !quoted)
                at++;
            else if (code[at] == '"')
                quoted = !quoted;
            else if (!quoted && code[at] is '[' or ']')
                bracket = code[at] == '[';
            else if (!quoted && !bracket && code[at] == ';')
            {
                yield return new(code[start..at]);
                start = at + 1;
            }
        }
        yield return new(code[start..]);
    }

    /// <summary>Takes what begins at a letter; returns where the next begins.</summary>
    private int Take(string code, int at)
    {
        switch (code[at])
        {
            case '"':
                var end = code.IndexOf('"', at + 1) is >= 0 and var quote ? quote : code.Length;
                _between.Append(code.AsSpan(at + 1, end - at - 1));
                return end + 1;
            case '\\' or '!':
                _between.Append(code.AsSpan(Math.Min(at + 1, code.Length), at + 1 < code.Length ? 1 : 0));
                return at + 2;
            case '_' or '*':
                return at + 2;
            case '[':
                var close = code.IndexOf(']', at) is >= 0 and var bracket ? bracket : code.Length;
                TakeBracket(code[(at + 1)..close]);
                return close + 1;
            case '%':
                Percents++;
                return at + 1;
            case 'G' when string.CompareOrdinal(code, at, "General", 0, 7) == 0:
                TakeDigit('G');
                return at + 7;
            case '0' or '#' or '?':
                TakeDigit(code[at]);
                return at + 1;
            case '.' or ',' or '/' or 'E' or 'e' when HasDigitBefore || code[at] == '.':
                _pattern.Append(code[at]);
                return at + 1;
            case '@':
                TakeDigit('G');
                return at + 1;
            case var letter when char.IsAsciiLetter(letter):
                _pattern.Append(letter);
                return at + 1;
            case var letter:
                _between.Append(letter);
                return at + 1;
        }
    }

    private bool HasDigitBefore => _pattern.ToString().AsSpan().IndexOfAny("0#?G") >= 0;

    private void TakeDigit(char letter)
    {
        if (!HasDigitBefore)
            _prefix.Append(_between);
        else
            HasInnerWords |= _between.ToString().Trim() is { Length: > 0 } words && !(words is "+" or "-" && _pattern[^1] is 'E' or 'e');
        _between.Clear();
        _pattern.Append(letter);
    }

    private void TakeBracket(string inside)
    {
        if (inside.StartsWith('$'))
            _between.Append(
                inside.AsSpan(1, (inside.IndexOf('-', StringComparison.Ordinal) is >= 0 and var dash ? dash : inside.Length) - 1));
        else if (inside.Length > 0 && inside.ToUpperInvariant().All(static letter => letter is 'H' or 'M' or 'S'))
            _pattern.Append('h');
        else
            Condition ??= FormatCondition.Parse(inside);
    }

    /// <summary>Whether a comma follows the last digit before the point: each divides by a thousand.</summary>
    private static bool ScaledBy(string pattern)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == ',' && (at + 1 == pattern.Length || pattern[at + 1] is not ('0' or '#' or '?' or ',')))
                return true;
        }
        return false;
    }
}
