// Decimal numbers as text; only the point moves, so that nothing is rounded.
using System.Globalization;

namespace Dsl.Values.Text;

/// <summary>Decimal numbers in whatever notation, written out.</summary>
public static class DecimalText
{
    /// <summary>The range of a double ends at 308; beyond this limit a few characters would become pages of zeros.</summary>
    private const int MostExponent = 400;

    /// <summary>Any decimal of so many significant digits survives as a double.</summary>
    public const int DigitsOfDouble = 15;

    /// <summary>How many digits of a number without an exponent count: two in 12000, three in 0.012.</summary>
    public static int SignificantDigits(string number)
    {
        var digits = number.Replace(".", "", StringComparison.Ordinal).TrimStart('-', '0');
        return number.Contains('.', StringComparison.Ordinal) ? digits.Length : digits.TrimEnd('0').Length;
    }

    /// <summary>unscaled / 10^scale without trailing zeros after the point: 12.5, -0.03.</summary>
    public static string Write(Int128 unscaled, int scale)
    {
        var digits = unscaled.ToString(CultureInfo.InvariantCulture);
        if (scale == 0)
            return digits;
        var sign = unscaled < 0 ? "-" : "";
        digits = digits[sign.Length..].PadLeft(scale + 1, '0');
        var fraction = digits[^scale..].TrimEnd('0');
        return fraction.Length == 0 ? sign + digits[..^scale] : $"{sign}{digits[..^scale]}.{fraction}";
    }

    /// <summary>
    /// Takes the exponent out of a number, exactly: 1.5E-07 → 0.00000015, 1e20 → 100000000000000000000.
    /// A number without one, or with one beyond
    /// 400, stays as it is.
    /// </summary>
    public static string Plain(string number)
    {
        var at = number.AsSpan().IndexOfAny('e', 'E');
        if (at < 0 || !int.TryParse(number.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            || exponent is < -MostExponent or > MostExponent)
            return number;
        var sign = number[0] == '-' ? "-" : "";
        var mantissa = number[sign.Length..at];
        var point = (mantissa.IndexOf('.', StringComparison.Ordinal) is >= 0 and var found ? found : mantissa.Length) + exponent;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var whole = point <= 0 ? "" : digits[..Math.Min(point, digits.Length)].PadRight(point, '0').TrimStart('0');
        var fraction = (point >= digits.Length ? "" : point < 0 ? new string('0', -point) + digits : digits[point..]).TrimEnd('0');
        if (whole.Length == 0)
            whole = "0";
        return fraction.Length > 0 ? $"{sign}{whole}.{fraction}" : whole == "0" ? whole : sign + whole;
    }

    /// <summary>A hundred times a plain number, exactly: 0.35 → 35, -0.005 → -0.5.</summary>
    public static string TimesHundred(string number) => Plain(number + "E2");
}
