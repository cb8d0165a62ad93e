// Values from text, exactly, with the type and range of the field; empty is missing.
using System.Globalization;
using Dsl.Facts.Diagnostics;
using Dsl.Ir.Schema;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Facts.Cells;

/// <summary>What a text means: a value, nothing (missing), or a problem.</summary>
/// <param name="Value">The value; null where missing or wrong.</param>
/// <param name="Problem">What is wrong; null where all is well.</param>
public readonly record struct ValueReading(Value? Value, DataProblem? Problem)
{
    public static implicit operator ValueReading(Value value) => new(value, null);

    public static implicit operator ValueReading(DataProblem problem) => new(null, problem);
}

/// <summary>Reads values of cells and JSON strings.</summary>
public static class ValueReader
{
    /// <summary>Reads the value of a field, checked against its input range.</summary>
    public static ValueReading Read(string text, IrField field) =>
        field.IsCreditCode ? ReadCreditCode(text) : Read(text, field.Type, field.InputRange);

    /// <summary>Reads a value of a type.</summary>
    /// <param name="text">The text as it stands in the cell; empty or blank is missing.</param>
    /// <param name="range">What a number must lie in, in the type's own unit.</param>
    public static ValueReading Read(string text, DslType type, Bounds range) => ReadPlain(SpreadsheetText.Unwrap(text), type, range);

    /// <summary>The same for a text whose wrapping was taken off.</summary>
    public static ValueReading ReadPlain(string text, DslType type, Bounds range)
    {
        if (string.IsNullOrWhiteSpace(text))
            return default;
        if (TextProblem(text) is { } lost && type is TextType or EnumType)
            return lost;
        if (type is not (TextType or EnumType) && Invisible(text) is { } invisible)
            return ValueDiagnostics.InvisibleCharacter.With(text, $"U+{(int)invisible:X4}");
        return type switch
        {
            QuantityType quantity => ReadQuantity(FigureText.Normalize(text), quantity, range),
            TruthType => ReadTruth(FigureText.Normalize(text)),
            DateType => InRange(text, ReadDate(FigureText.Normalize(text)), type, range),
            YearType => InRange(text, ReadYear(FigureText.Normalize(text)), type, range),
            EnumType list => ReadMember(text.Trim(), list),
            _ => TextValue.Of(text.Trim()),
        };
    }

    /// <summary>
    /// Why a text cannot be what was written: characters that were lost, digits that a spreadsheet took;
    /// null where nothing speaks against it.
    /// </summary>
    public static DataProblem? TextProblem(ReadOnlySpan<char> text) =>
        text.Contains('\uFFFD') ? ValueDiagnostics.LostCharacter.With(text.ToString())
        : IsNumberInPowers(text) ? ValueDiagnostics.LostDigits.With(text.ToString())
        : null;

    /// <summary>9.15E+17: a spreadsheet writes a point or a sign; 9E17 may be a code.</summary>
    private static bool IsNumberInPowers(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length < 4 || text.IndexOfAny("eEｅＥ") is not (> 0 and var at) || at == text.Length - 1)
            return false;
        var mantissa = text[..at];
        var power = text[(at + 1)..];
        var isSigned = power[0] is '+' or '-' or '＋' or '－';
        if (mantissa[0] is '-' or '+')
            mantissa = mantissa[1..];
        power = isSigned ? power[1..] : power;
        static bool IsDigits(ReadOnlySpan<char> digits, string more) =>
            !digits.IsEmpty && digits.IndexOfAnyExcept("0123456789０１２３４５６７８９" + more) < 0;
        return IsDigits(mantissa, ".．") && IsDigits(power, "") && (isSigned || mantissa.IndexOfAny(".．") >= 0);
    }

    private static char? Invisible(string text)
    {
        foreach (var character in text.AsSpan().Trim())
        {
            if (character > '~'
                && char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse)
                return character;
        }
        return null;
    }

    private static ValueReading ReadQuantity(string text, QuantityType type, Bounds range)
    {
        if (FigureText.Read(WithoutPrefix(text, type)) is not { } figure)
            return NotANumber(text, type);
        if (IsScientific(figure.Unit))
            return ValueDiagnostics.Scientific.With(text);
        if (InOwnUnit(figure, type) is not { } value)
            return LooksLikeUnit(figure.Unit)
                ? ValueDiagnostics.WrongUnit.With(text, figure.Unit, ValueText.UnitOf(type))
                : NotANumber(text, type);
        if (CheckRange(text, value, figure, type, range) is { } problem)
            return problem;
        return type.IsCount && !value.IsInteger ? ValueDiagnostics.NotWhole.With(text, ValueText.UnitOf(type)) : NumberValue.Of(value);
    }

    private static DataProblem NotANumber(string text, QuantityType type)
    {
        var (unit, sample) = (ValueText.UnitOf(type), ValueText.Sample(type));
        return unit.Length == 0 || type.IsMoney
            ? ValueDiagnostics.NotANumber.With(text, type.DisplayName, sample)
            : (type.IsCount ? ValueDiagnostics.NotACount : ValueDiagnostics.NotAQuantity).With(text, unit, sample);
    }

    /// <summary>The figure in the type's own unit; null where the units do not fit.</summary>
    internal static Rational? InOwnUnit(Figure figure, QuantityType type)
    {
        if (figure.Unit.Length == 0)
            return figure.Value;
        if (figure.IsPercentage)
            return type.Dimension == Dimension.None ? figure.Value : null;
        if (type.Dimension.Factors is [{ Power: 1, Unit.Name: var name }] && name == figure.Unit)
            return figure.Value;
        return Readings(figure.Unit.Split('/')).Where(written => written.InParts == type.Dimension.InParts)
            .Select(written => (Rational?)(figure.Value * written.PartsOfOne / type.Dimension.PartsOfOne)).FirstOrDefault();
    }

    /// <summary>The dimensions that words mean; 5名 says how many 人 there are as well. None where a word is no unit.</summary>
    private static IEnumerable<Dimension> Readings(string[] parts)
    {
        IEnumerable<Dimension> wholes = [Dimension.None];
        for (var i = 0; i < parts.Length; i++)
        {
            var isAbove = i == 0;
            var units = UnitWords.Alternatives(parts[i]).Select(static word => Units.Find(word)).OfType<Unit>().ToList();
            wholes = wholes.SelectMany(whole =>
                units.Select(unit => isAbove ? Dimension.Of(unit) : whole.Over(Dimension.Of(unit))));
        }
        return wholes;
    }

    /// <summary>
    /// What stands before a figure and says its unit: ￥1,500, 人民币1500元, 百分之35. Behind it the figure stands as usual.
    /// </summary>
    private static string WithoutPrefix(string text, QuantityType type)
    {
        if (type.IsRatio && text.StartsWith("百分之", StringComparison.Ordinal) && char.IsAsciiDigit(text[^1]))
            return $"{text[3..].TrimStart()}%";
        if (type.IsRatio && text.StartsWith("千分之", StringComparison.Ordinal) && char.IsAsciiDigit(text[^1]))
            return $"{text[3..].TrimStart()}‰";
        while (type.Currency is { } currency
            && UnitWords.SignsOf(currency)
                .FirstOrDefault(word => text.Length > word.Length && text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                is { } sign)
            text = text[sign.Length..].TrimStart(':', ' ');
        return text;
    }

    /// <summary>A day or year, unless it lies outside.</summary>
    private static ValueReading InRange(string text, ValueReading reading, DslType type, Bounds range) =>
        reading.Value is NumberValue { Bounds.Low: { } number }
        && ((range.Low is { } low && number < low) || (range.High is { } high && number > high))
            ? ValueDiagnostics.OutOfRange.With(text.Trim(), ValueText.Range(range, type))
            : reading;

    private static DataProblem? CheckRange(string text, Rational value, Figure figure, QuantityType type, Bounds range)
    {
        if ((range.Low is not { } low || value >= low) && (range.High is not { } high || value <= high))
            return null;
        return type.IsRatio && !figure.IsPercentage && value > 1 && value <= 100
            ? ValueDiagnostics.BarePercent.With(text, (value / 100).ToString())
            : ValueDiagnostics.OutOfRange.With(text, ValueText.Range(range, type));
    }

    private static bool IsScientific(string rest) =>
        rest.Length >= 2 && rest[0] is 'e' or 'E' && (char.IsAsciiDigit(rest[1]) || rest[1] is '+' or '-');

    private static bool LooksLikeUnit(string unit) => unit is "%" or "‰" || unit.Split('/').All(part => Units.Find(part) is not null);

    /// <summary>Why a key that is a 统一社会信用代码 cannot be one; null where it can.</summary>
    public static DataProblem? CheckCreditCode(string text) =>
        CreditCode.FaultOf(Identity.Of(text)) switch
        {
            CreditCodeFault.Length { Written: CreditCode.OldLength and var length } =>
                ValueDiagnostics.OldRegistration.With(text.Trim(), length),
            CreditCodeFault.Length { Written: var length } => ValueDiagnostics.WrongCreditCode.With(text.Trim(), length),
            CreditCodeFault.Character(var place, var character) =>
                ValueDiagnostics.CreditCodeCharacter.With(text.Trim(), place, character),
            CreditCodeFault.Check => ValueDiagnostics.CreditCodeCheck.With(text.Trim()),
            _ => null,
        };

    private static ValueReading ReadCreditCode(string text) =>
        Identity.Of(text).Length == 0 ? default : CheckCreditCode(text) is { } problem ? problem : TextValue.Of(text.Trim());

    // × is left out: some write it for no, some into a box that they choose.
    private static ValueReading ReadTruth(string text) => (IsWhole(text) ? text[..1] : text.ToUpperInvariant()) switch
    {
        "是" or "有" or "1" or "TRUE" or "YES" or "Y" or "√" or "✓" or "✔" or "☑" => TruthValue.Yes,
        "否" or "无" or "0" or "FALSE" or "NO" or "N" => TruthValue.No,
        _ => ValueDiagnostics.NotATruth.With(text),
    };

    /// <summary>1.0 of a column of floating point numbers.</summary>
    private static bool IsWhole(string text) => text is [>= '0' and <= '9', '.', '0', ..] && text.AsSpan(2).IndexOfAnyExcept('0') < 0;

    private static ValueReading ReadDate(string text) =>
        CivilDate.TryParse(text, DateForms.Cell, out var date) ? NumberValue.Of(CivilDate.ToNumber(date))
            : SerialDay(text) is { } day
                ? ValueDiagnostics.SerialDate.With(text, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                : ValueDiagnostics.NotADate.With(text);

    /// <summary>
    /// The day that a spreadsheet would store as this number: five digits (1927 to 2173), and a time of day after the point.
    /// </summary>
    private static DateOnly? SerialDay(string text) =>
        text.Split('.') is [{ Length: 5 } digits, ..] parts && parts.Length <= 2 && parts.All(static part => part.All(char.IsAsciiDigit))
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            ? new DateOnly(1899, 12, 30).AddDays(serial)
            : null;

    private static ValueReading ReadYear(string text)
    {
        var digits = (text.EndsWith("年度", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('年') ? text[..^1] : text).TrimEnd();
        if (digits.Length > 4 && IsWhole(digits[3..]))
            digits = digits[..4];
        return digits.Length == 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
            ? NumberValue.Of(year)
            : ValueDiagnostics.NotAYear.With(text);
    }

    private static ValueReading ReadMember(string text, EnumType list)
    {
        if (list.Members.Contains(text))
            return TextValue.Of(text);
        if (Identity.Find(text, list.Members) is { } found)
            return TextValue.Of(found);
        return list.IsOpen ? TextValue.Of(text) : ValueDiagnostics.NotInList.With(text, string.Join('、', list.Members));
    }
}
