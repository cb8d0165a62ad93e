// How a column's type is read: which types have an exact text, and that text from the bytes of the binary copy format.
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Dsl.Loading.Findings;

namespace Dsl.Data.Postgres;

/// <summary>A column of a table.</summary>
/// <param name="TypeName">Its type, as the server shows it.</param>
/// <param name="Type">How its values are read; null where they have no exact text.</param>
internal sealed record PostgresColumn(string Name, string TypeName, PostgresType? Type)
{
    /// <summary>Whether it holds words that may be read.</summary>
    public bool HasWords { get; init; }
}

/// <summary>The text of a value, or why it has none.</summary>
/// <param name="Problem">What is wrong; null where all is well.</param>
internal readonly record struct PostgresCell(string Text, DataProblem? Problem)
{
    public static implicit operator PostgresCell(string text) => new(text, null);
}

/// <summary>Reads values from the bytes of the binary copy format.</summary>
internal delegate PostgresCell PostgresType(ReadOnlySpan<byte> bytes);

internal static class PostgresTypes
{
    private const int SignificantDigits = 15;
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>
    /// The type of an object identifier of pg_type; enumerations are read as text. Real is left out: it keeps six digits.
    /// </summary>
    public static PostgresType? Find(long oid, bool isEnumeration) => oid switch
    {
        16 => static bytes => bytes[0] != 0 ? "TRUE" : "FALSE",
        20 => static bytes => Whole(BinaryPrimitives.ReadInt64BigEndian(bytes)),
        21 => static bytes => Whole(BinaryPrimitives.ReadInt16BigEndian(bytes)),
        23 => static bytes => Whole(BinaryPrimitives.ReadInt32BigEndian(bytes)),
        19 or 25 or 1043 => static bytes => Encoding.UTF8.GetString(bytes),
        // char(n) is filled with spaces that mean nothing.
        1042 => static bytes => Encoding.UTF8.GetString(bytes).TrimEnd(' '),
        701 => Double,
        1082 => Date,
        1114 => Timestamp,
        1700 => PostgresNumeric.Text,
        _ => isEnumeration ? static bytes => Encoding.UTF8.GetString(bytes) : null,
    };

    /// <summary>Whether values of a type are words: text, varchar, char, name, enumerations.</summary>
    public static bool IsWords(long oid, bool isEnumeration) => isEnumeration || oid is 19 or 25 or 1043 or 1042;

    private static PostgresCell Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static PostgresCell Double(ReadOnlySpan<byte> bytes)
    {
        var number = BinaryPrimitives.ReadDoubleBigEndian(bytes);
        // The shortest decimal that reads back the same is what was meant, as long as it has no more digits than the type can keep.
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
            return new(text, PostgresDiagnostics.NotFinite.With(text));
        var isExact = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact);
        var plain = exact.ToString(CultureInfo.InvariantCulture);
        if (isExact && Math.Abs(number) < 1e15 && plain.TrimStart('-', '0', '.').Count(char.IsAsciiDigit) <= SignificantDigits)
            return plain;
        return new(text, PostgresDiagnostics.TooManyDigits.With(text));
    }

    private static PostgresCell Date(ReadOnlySpan<byte> bytes)
    {
        var days = BinaryPrimitives.ReadInt32BigEndian(bytes);
        return days is int.MaxValue or int.MinValue ? Infinite()
            : days < (DateTime.MinValue - Epoch).Days || days > (DateTime.MaxValue - Epoch).Days ? OutOfRange()
            : Epoch.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static PostgresCell Timestamp(ReadOnlySpan<byte> bytes)
    {
        var micros = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (micros is long.MaxValue or long.MinValue)
            return Infinite();
        if (micros < (DateTime.MinValue - Epoch).Ticks / 10 || micros > (DateTime.MaxValue - Epoch).Ticks / 10)
            return OutOfRange();
        var time = Epoch.AddTicks(micros * 10);
        return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
    }

    private static PostgresCell Infinite() => new("infinity", PostgresDiagnostics.NotFinite.With("infinity"));

    private static PostgresCell OutOfRange() => new("?", PostgresDiagnostics.DateOutOfRange.With());
}
