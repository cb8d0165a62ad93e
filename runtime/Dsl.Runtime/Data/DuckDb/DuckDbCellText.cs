// A value of DuckDB as the text that a CSV cell would hold, exactly: what reads cells reads these.
using System.Globalization;
using Dsl.Library.Values;

namespace Dsl.Runtime.Data.DuckDb;

/// <summary>Writes values as cells.</summary>
/// <remarks>
/// Binary floating point never decides money. A DOUBLE column (spreadsheet and statistics programs write figures so) stands for the shortest
/// decimal that is read back as the same double: what the author saw and typed, 0.1 for 0.1, and not 0.1000000000000000055…. From there on
/// every step is exact. Figures of 16 digits and more were damaged before they got here; such data belongs in DECIMAL columns.
/// NaN and infinity become the words NaN and Infinity, which no figure is: the row is rejected.
/// </remarks>
internal static class DuckDbCellText
{
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    /// <summary>China has one time zone; summer time before 1992 never moves a date that was written as midnight Beijing time elsewhere.</summary>
    private const long BeijingOffsetMicroseconds = 8 * 3600 * 1_000_000L;

    /// <summary>Whether values of the type can be cells; lists, structures, blobs and the like can't.</summary>
    public static bool Supports(DuckDbType type) => type is
        (>= DuckDbType.Boolean and <= DuckDbType.Date) or DuckDbType.HugeInt or DuckDbType.Varchar or DuckDbType.Decimal
        or DuckDbType.TimestampSeconds or DuckDbType.TimestampMilliseconds or DuckDbType.TimestampNanoseconds or DuckDbType.Enum
        or DuckDbType.TimestampWithZone or DuckDbType.UHugeInt or DuckDbType.SqlNull;

    /// <summary>The cell; empty where there is no value.</summary>
    public static string Of(DuckDbVector vector, int row)
    {
        if (vector.IsNull(row))
            return "";
        return vector.Column.Type switch
        {
            DuckDbType.Varchar => vector.Text(row),
            DuckDbType.Enum => vector.Column.Members[(int)vector.Integer(row)],
            DuckDbType.Boolean => vector.Integer(row) == 0 ? "否" : "是",
            DuckDbType.Decimal => Decimal(vector.Integer(row), vector.Column.Scale),
            DuckDbType.Double => Plain(vector.Values<double>()[row].ToString("R", CultureInfo.InvariantCulture)),
            DuckDbType.Float => Plain(vector.Values<float>()[row].ToString("R", CultureInfo.InvariantCulture)),
            DuckDbType.Date => Date((long)vector.Integer(row)),
            DuckDbType.Timestamp => Time((long)vector.Integer(row), 1_000_000),
            DuckDbType.TimestampWithZone => Time((long)vector.Integer(row) + BeijingOffsetMicroseconds, 1_000_000),
            DuckDbType.TimestampSeconds => Time((long)vector.Integer(row), 1),
            DuckDbType.TimestampMilliseconds => Time((long)vector.Integer(row), 1_000),
            DuckDbType.TimestampNanoseconds => Time((long)vector.Integer(row), 1_000_000_000),
            DuckDbType.UHugeInt => vector.Values<UInt128>()[row].ToString(CultureInfo.InvariantCulture),
            DuckDbType.SqlNull => "",
            _ => vector.Integer(row).ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Digits with a point: 12345, 2 → 123.45.</summary>
    internal static string Decimal(Int128 unscaled, int scale)
    {
        if (scale == 0)
            return unscaled.ToString(CultureInfo.InvariantCulture);
        var isNegative = unscaled < 0;
        var digits = unscaled.ToString(CultureInfo.InvariantCulture).TrimStart('-').PadLeft(scale + 1, '0');
        return $"{(isNegative ? "-" : "")}{digits[..^scale]}.{digits[^scale..]}";
    }

    /// <summary>Takes the exponent out of a shortest decimal: 1.5E-07 → 0.00000015, 1E+20 → 100000000000000000000.</summary>
    internal static string Plain(string shortest)
    {
        var at = shortest.IndexOf('E', StringComparison.Ordinal);
        if (at < 0 || !int.TryParse(shortest.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
            return shortest;
        var sign = shortest[0] == '-' ? "-" : "";
        var mantissa = shortest[sign.Length..at];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal) is >= 0 and var found ? found : mantissa.Length;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        point += exponent;
        return point <= 0 ? $"{sign}0.{new string('0', -point)}{digits}"
            : point >= digits.Length ? $"{sign}{digits}{new string('0', point - digits.Length)}"
            : $"{sign}{digits[..point]}.{digits[point..]}";
    }

    /// <summary>A date outside the years 1 to 9999 (DuckDB has them, and infinity) is shown as its number of days, which no date is.</summary>
    private static string Date(long days) =>
        days >= -Epoch.DayNumber && days <= DateOnly.MaxValue.DayNumber - Epoch.DayNumber
            ? CivilDate.Format(Epoch.AddDays((int)days))
            : string.Create(CultureInfo.InvariantCulture, $"{days} 天");

    /// <summary>Midnight is a date; any other time of day is kept, so that a column of times is not taken for dates unseen.</summary>
    private static string Time(long units, long perSecond)
    {
        var (days, rest) = Math.DivRem(units, 86_400 * perSecond);
        if (rest < 0)
            (days, rest) = (days - 1, rest + 86_400 * perSecond);
        var (seconds, fraction) = Math.DivRem(rest, perSecond);
        var time = string.Create(CultureInfo.InvariantCulture, $" {seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        return Date(days) + (rest == 0 ? "" : fraction == 0 ? time : $"{time}.{fraction.ToString(CultureInfo.InvariantCulture).PadLeft($"{perSecond}".Length - 1, '0')}");
    }
}
