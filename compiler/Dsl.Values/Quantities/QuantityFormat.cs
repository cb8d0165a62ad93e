// The one writer of quantities, in three styles: Display for readers, Typeable for what is read back, Ledger for amounts in columns.
using System.Globalization;
using System.Numerics;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Values.Quantities;

/// <summary>Numbers with their units as text. Never rounds silently.</summary>
/// <remarks>
/// <code>
/// style      1234567元       2/3 (ratio)      where
/// Display    1,234,567元     ≈66.6667%（2/3） explanations, remarks, checks, targets and funds, 算例 that fail, curves
/// Typeable   1234567元       200/3%           messages that quote the source, ranges of fields, drafts, snippets, facts as JSON, forms,
/// 算例 as text Ledger     1234567.00      –                results as CSV, JSON, Excel and database, payments, manifests
///   grouped  1,234,567.00    –                results and summaries on the screen, comparisons
/// </code>
/// Display and Typeable say 万亿, 亿 and 万 where two decimal places hold the number (60万元, 1.28万家).
/// Cells of tables that are read back hold the bare number.
/// </remarks>
public static class QuantityFormat
{
    /// <summary>More decimal places than this are not short.</summary>
    private const int MostPlaces = 6;

    /// <summary>A fraction of more characters helps no reader.</summary>
    private const int LongestFraction = 24;

    private static readonly Rational Indistinct = new(1, BigInteger.Pow(10, 40));
    private static readonly Rational FinestShown = BigInteger.Pow(10, 30);

    /// <summary>The scales in common use: 100万元 is never written 百万元.</summary>
    private static readonly (string Word, Rational Factor)[] Said =
        [.. new[] { "万亿", "亿", "万" }.Select(static word => (word, (Rational)Scales.Factor(word)))];

    /// <summary>
    /// A number for readers: 60万元, 1,234.56元, 30%, 17件/亿元, 2021-06-21. What is no short decimal is shown as ≈ with the exact
    /// fraction after it, unless that is too long to be read.
    /// </summary>
    public static string Display(Rational value, DslType type) => type switch
    {
        QuantityType { IsRatio: true } => Decimal(value * 100) is { } digits ? $"{digits}%" : $"≈{Rounded(value * 100)}%{Exact(value)}",
        QuantityType { Dimension: var dimension } => Scaled(value, dimension)
            ?? (Decimal(value) is { } digits ? digits + UnitOf(dimension) : $"≈{Rounded(value)}{UnitOf(dimension)}{Exact(value)}"),
        _ => Typeable(value, type),
    };

    /// <summary>
    /// What is known of a number: 60万元, 0元..100万元, 0元..不封顶, 50人以上, 100人以下 (ends included), 未知.
    /// </summary>
    public static string Display(Bounds bounds, DslType type) => (bounds.Low, bounds.High) switch
    {
        (null, null) => "未知",
        ({ } low, { } high) when low == high => Display(low, type),
        // Bounds that would print alike, as those of a number that cannot be held exactly.
        ({ } low, { } high) when high - low <= Indistinct => Display((low * FinestShown).RoundHalfAwayFromZero() / FinestShown, type),
        ({ } low, { } high) => $"{Display(low, type)}..{Display(high, type)}",
        ({ } low, null) => type.IsMoney ? $"{Display(low, type)}..不封顶" : $"{Display(low, type)}以上",
        (null, { } high) => $"{Display(high, type)}以下",
    };

    /// <summary>
    /// A number as it is typed, exactly: 260万元, 1234.56元, 10%, 2021年度. The language and cells read it back as the same number.
    /// </summary>
    public static string Typeable(Rational value, DslType type) => type switch
    {
        DateType => CivilDate.Format(CivilDate.FromNumber(value)),
        YearType => $"{value}年度",
        QuantityType { IsRatio: true } => $"{value * 100}%",
        QuantityType { Dimension: var dimension } =>
            (Scaled(value, dimension) ?? value + UnitOf(dimension)).Replace(",", "", StringComparison.Ordinal),
        _ => value.ToString(),
    };

    /// <summary>A range as it is typed: 0元..1万亿元, 0元...</summary>
    public static string Typeable(Bounds range, DslType type) =>
        $"{(range.Low is { } low ? Typeable(low, type) : "")}..{(range.High is { } high ? Typeable(high, type) : "")}";

    /// <summary>An amount in yuan with two decimals: 600000.00, or grouped 600,000.00. Amounts of results are whole fen.</summary>
    public static string Ledger(Rational amount, bool isGrouped = false)
    {
        if (isGrouped)
            return Place((amount * 100).RoundHalfAwayFromZero(), 2);
        if (amount.IsZero)
            return "0.00";
        // Nearly every amount is small: no need for numbers of any size.
        if (amount.IsInteger && amount.Numerator.GetBitLength() < 63)
            return string.Create(CultureInfo.InvariantCulture, $"{(long)amount.Numerator}.00");
        return Place((amount * 100).RoundHalfAwayFromZero(), 2).Replace(",", "", StringComparison.Ordinal);
    }

    /// <summary>The most bytes that an amount in fen takes.</summary>
    public const int LongestLedger = 44;

    /// <summary>Fen as <see cref="Ledger(Rational, bool)"/> writes yuan, in UTF-8.</summary>
    /// <param name="fen">The amount.</param>
    /// <param name="target">At least <see cref="LongestLedger"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Ledger(Int128 fen, Span<byte> target)
    {
        var isNegative = Int128.IsNegative(fen);
        var size = unchecked((UInt128)(isNegative ? -fen : fen));
        var length = 0;
        // The whole yuan of -0.01 have no sign of their own.
        if (isNegative)
            target[length++] = (byte)'-';
        int digits, rest;
        if (size <= ulong.MaxValue)
        {
            var (whole, cents) = Math.DivRem((ulong)size, 100);
            rest = (int)cents;
            whole.TryFormat(target[length..], out digits, default, CultureInfo.InvariantCulture);
        }
        else
        {
            var (whole, cents) = UInt128.DivRem(size, 100);
            rest = (int)cents;
            whole.TryFormat(target[length..], out digits, default, CultureInfo.InvariantCulture);
        }
        length += digits;
        target[length++] = (byte)'.';
        target[length++] = (byte)('0' + rest / 10);
        target[length++] = (byte)('0' + rest % 10);
        return length;
    }

    /// <summary>A number with commas between thousands; null where it needs many decimal places.</summary>
    public static string? Decimal(Rational value, int mostPlaces = MostPlaces)
    {
        for (var places = 0; places <= mostPlaces; places++)
        {
            var scaled = value * BigInteger.Pow(10, places);
            if (scaled.IsInteger)
                return Place(scaled.Numerator, places);
        }
        return null;
    }

    /// <summary>A number with its scale: 1亿, 1.5万, 1234.</summary>
    internal static string Scaled(Rational value)
    {
        foreach (var (word, factor) in Said)
        {
            if (Abs(value) >= factor && Decimal(value / factor, 2) is { } scaled)
                return scaled.Replace(",", "", StringComparison.Ordinal) + word;
        }
        return value.ToString();
    }

    /// <summary>A number whose scale is said, above or below the line, with its unit; null where none is.</summary>
    private static string? Scaled(Rational value, Dimension dimension)
    {
        if (PerScaled(value, dimension) is { } perScaled)
            return perScaled;
        return dimension != Dimension.None && IsScalable(dimension) && Scaled(value) is var scaled && Scales.FactorOf(scaled[^1]) > 0
            ? scaled + UnitOf(dimension) : null;
    }

    /// <summary>Small figures per 元 are said per 亿元 or 万元: 17件/亿元.</summary>
    private static string? PerScaled(Rational value, Dimension dimension)
    {
        var below = dimension.Factors.Where(static factor => factor.Power < 0).ToList();
        if (below is not [{ Unit.Kind: UnitKind.Money, Power: -1 }] || value.IsZero || Abs(value) >= new Rational(1, 100))
            return null;
        var (above, currency) = (UnitOf(dimension).Split('/')[0], below[0].Unit.Name);
        foreach (var (word, factor) in Said.Reverse())
        {
            if (Abs(value * factor) >= Rational.One && Decimal(value * factor) is { } digits)
                return $"{digits}{above}/{word}{currency}";
        }
        return null;
    }

    /// <summary>万 and 亿 are said of money, counts and areas, not of years and months.</summary>
    private static bool IsScalable(Dimension dimension) =>
        dimension.Factors.All(static factor => factor.Power < 0 || factor.Unit.Kind != UnitKind.Duration);

    private static string UnitOf(Dimension dimension)
    {
        if (dimension == Dimension.Of(Units.Months))
            return "个月";
        var written = dimension.ToString();
        return written.StartsWith("1/", StringComparison.Ordinal) ? written[1..] : written;
    }

    /// <summary>Four decimal places after ≈; more if the number is smaller than that.</summary>
    private static string Rounded(Rational value)
    {
        var places = 4;
        while (places < 20 && !value.IsZero && Abs(value) * BigInteger.Pow(10, places) < 1000)
            places++;
        return Place((value * BigInteger.Pow(10, places)).RoundHalfAwayFromZero(), places);
    }

    /// <summary>The exact fraction after a rounded number, if it is short enough to be read.</summary>
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
