// The exact decimal text of a numeric value: groups of four decimal digits in the binary copy format.
// No reader of figures: it makes text of binary digits (a numeric may be longer than decimal holds), which is then read like any cell.
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Dsl.Loading.Findings;

namespace Dsl.Data.Postgres;

internal static class PostgresNumeric
{
    private const ushort Negative = 0x4000;
    private const ushort NotANumber = 0xC000;
    private const ushort Infinity = 0xD000;
    private const ushort NegativeInfinity = 0xF000;

    // count of groups, weight of the first group (powers of 10000), sign, digits after the point, then the groups:
    //   12345.60  →  3, 1, 0, 2, [1, 2345, 6000]
    public static PostgresCell Text(ReadOnlySpan<byte> bytes)
    {
        var count = BinaryPrimitives.ReadInt16BigEndian(bytes);
        var weight = BinaryPrimitives.ReadInt16BigEndian(bytes[2..]);
        var sign = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        var scale = BinaryPrimitives.ReadInt16BigEndian(bytes[6..]);
        if (sign is NotANumber or Infinity or NegativeInfinity)
        {
            var name = sign == NotANumber ? "NaN" : sign == Infinity ? "Infinity" : "-Infinity";
            return new(name, PostgresDiagnostics.NotFinite.With(name));
        }
        var text = new StringBuilder(sign == Negative ? "-" : "");
        for (var group = 0; group <= Math.Max(weight, (short)0); group++)
            text.Append(CultureInfo.InvariantCulture,
                $"{(group == 0 ? Whole(Group(bytes, group, count, weight)) : Four(Group(bytes, group, count, weight)))}");
        if (scale == 0)
            return text.ToString();
        text.Append('.');
        var wanted = text.Length + scale;
        for (var group = Math.Max(weight, (short)0) + 1; text.Length < wanted; group++)
            text.Append(Four(Group(bytes, group, count, weight)));
        text.Length = wanted;
        return text.ToString();
    }

    /// <summary>The group at a place that counts from the first group before the point; groups that are not stored are zero.</summary>
    private static int Group(ReadOnlySpan<byte> bytes, int place, int count, int weight)
    {
        // With a negative weight the stored groups begin after the point.
        var index = weight >= 0 ? place : place - (-weight);
        return index < 0 || index >= count ? 0 : BinaryPrimitives.ReadInt16BigEndian(bytes[(8 + 2 * index)..]);
    }

    private static string Whole(int group) => group.ToString(CultureInfo.InvariantCulture);

    private static string Four(int group) => group.ToString("0000", CultureInfo.InvariantCulture);
}
