// Writes quantities as officers write them, exactly: 60万元, 1.28万家, 1,234.56元, 30%, 17件/亿元, 2021-06-21.
using System.Numerics;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Values.Text;

/// <summary>
/// Numbers with their units as text. Never rounds silently: what is no short decimal is shown as ≈ with the exact fraction
/// behind it, unless that is too long to be read.
/// </summary>
public static class QuantityFormat
{
    /// <summary>More decimal places than this are not short.</summary>
    private const int MostPlaces = 6;

    /// <summary>A fraction of more characters helps no reader.</summary>
    private const int LongestFraction = 24;

    private static readonly Rational Indistinct = new(1, BigInteger.Pow(10, 40));
    private static readonly Rational FinestShown = BigInteger.Pow(10, 30);

    private static readonly (string Word, long Factor)[] Scales = [("亿", 100_000_000), ("万", 10_000)];

    /// <summary>A number of a type.</summary>
    public static string Format(Rational value, DslType type) => type switch
    {
        DateType => CivilDate.Format(CivilDate.FromNumber(value)),
        YearType => $"{value}年度",
        QuantityType { IsRatio: true } => Percent(value),
        QuantityType quantity => Quantity(value, quantity.Dimension),
        _ => value.ToString(),
    };

    /// <summary>
    /// What is known of a number: 60万元, 0元..100万元, 0元..不封顶, 50人以上, 100人以下 (ends included), 未知.
    /// </summary>
    public static string Format(Bounds bounds, DslType type) => (bounds.Low, bounds.High) switch
    {
        (null, null) => "未知",
        ({ } low, { } high) when low == high => Format(low, type),
        // Ends that nobody could tell apart, as those of a number that is too fine to be held exactly.
        ({ } low, { } high) when high - low <= Indistinct => Format((low * FinestShown).RoundHalfAwayFromZero() / FinestShown, type),
        ({ } low, { } high) => $"{Format(low, type)}..{Format(high, type)}",
        ({ } low, null) => type.IsMoney ? $"{Format(low, type)}..不封顶" : $"{Format(low, type)}以上",
        (null, { } high) => $"{Format(high, type)}以下",
    };

    private static string Percent(Rational value) => Decimal(value * 100, MostPlaces) is { } digits ? $"{digits}%" : $"≈{Rounded(value * 100)}%{Exact(value)}";

    private static string Quantity(Rational value, Dimension dimension)
    {
        var unit = UnitOf(dimension);
        if (dimension == Dimension.None)
            return Decimal(value, MostPlaces) ?? $"≈{Rounded(value)}{Exact(value)}";
        if (PerScaled(value, dimension) is { } perScaled)
            return perScaled;
        foreach (var (word, factor) in Scales)
        {
            if (IsScalable(dimension) && Abs(value) >= factor && Decimal(value / factor, 2) is { } scaled)
                return scaled.Replace(",", "", StringComparison.Ordinal) + word + unit;
        }
        return Decimal(value, MostPlaces) is { } digits ? digits + unit : $"≈{Rounded(value)}{unit}{Exact(value)}";
    }

    /// <summary>Small figures per 元 are said per 亿元 or 万元: 17件/亿元.</summary>
    private static string? PerScaled(Rational value, Dimension dimension)
    {
        var below = dimension.Factors.Where(static factor => factor.Power < 0).ToList();
        if (below is not [{ Unit.Kind: UnitKind.Money, Power: -1 }] || value.IsZero || Abs(value) >= new Rational(1, 100))
            return null;
        var above = UnitOf(dimension).Split('/')[0];
        foreach (var (word, factor) in Scales.Reverse())
        {
            if (Abs(value * factor) >= Rational.One && Decimal(value * factor, MostPlaces) is { } digits)
                return $"{digits}{above}/{word}元";
        }
        return null;
    }

    /// <summary>万 and 亿 are said of money, counts and areas, not of years and months.</summary>
    private static bool IsScalable(Dimension dimension) => dimension.Factors.All(static factor => factor.Power < 0 || factor.Unit.Kind != UnitKind.Duration);

    private static string UnitOf(Dimension dimension)
    {
        if (dimension == Dimension.Of(Units.Months))
            return "个月";
        var written = dimension.ToString();
        return written.StartsWith("1/", StringComparison.Ordinal) ? written[1..] : written;
    }

    /// <summary>The number with commas between thousands; null where it needs more decimal places than allowed.</summary>
    private static string? Decimal(Rational value, int mostPlaces)
    {
        for (var places = 0; places <= mostPlaces; places++)
        {
            var scaled = value * BigInteger.Pow(10, places);
            if (scaled.IsInteger)
                return Place(scaled.Numerator, places);
        }
        return null;
    }

    /// <summary>Four significant decimal places behind ≈; more where the number is smaller than that.</summary>
    private static string Rounded(Rational value)
    {
        var places = 4;
        while (places < 20 && !value.IsZero && Abs(value) * BigInteger.Pow(10, places) < 1000)
            places++;
        return Place((value * BigInteger.Pow(10, places)).RoundHalfAwayFromZero(), places);
    }

    /// <summary>The exact fraction behind a rounded number, where it is short enough to be read.</summary>
    private static string Exact(Rational value) => value.ToString() is { Length: <= LongestFraction } fraction ? $"（{fraction}）" : "";

    private static string Place(BigInteger digits, int places)
    {
        var text = BigInteger.Abs(digits).ToString().PadLeft(places + 1, '0');
        var (whole, fraction) = (text[..^places], text[^places..]);
        for (var comma = whole.Length - 3; comma > 0; comma -= 3)
            whole = whole.Insert(comma, ",");
        return (digits.Sign < 0 ? "-" : "") + (fraction.Length == 0 ? whole : $"{whole}.{fraction}");
    }

    private static Rational Abs(Rational value) => value.Sign < 0 ? -value : value;
}
