// Vectors of DuckDB as cells: numbers, dates and truths keep their type, everything else becomes the text that a CSV cell would hold.
using System.Buffers;
using System.Globalization;
using System.Text;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using DuckDB.NET.Native;

namespace Dsl.Data.DuckDb;

/// <summary>Fills cells from vectors.</summary>
/// <remarks>
/// Binary floating point never decides money. A cell of a DOUBLE column (spreadsheets and statistics programs write figures so) stands for
/// the shortest decimal that is read back as the same double: what its author saw and typed, 0.1 for 0.1 and not 0.1000000000000000055….
/// From there on every step is exact. NaN, infinity, whole numbers that the type cannot distinguish from their neighbours (from 2^53) and
/// amounts whose fen it cannot keep are rejected. FLOAT keeps six digits and does not show what it lost: such a column is not read at all.
/// </remarks>
internal static class DuckDbCells
{
    private const int MostScaleOfNumbers = 18, WidestInt64Decimal = 18;

    // A double keeps fifteen digits: from the second on they leave less than two after the point.
    private const double FirstDoubtful = 9_007_199_254_740_992, FirstDoubtfulFraction = 1e13;

    /// <summary>
    /// China has one time zone; summer time before 1992 never moves a date that was written as midnight Beijing time elsewhere.
    /// </summary>
    private const long BeijingOffsetMicroseconds = 8 * 3600 * 1_000_000L;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Whether values of the type can be cells; lists, structures, blobs and the like can't.</summary>
    public static bool Supports(DuckDBType type) => type is
        (>= DuckDBType.Boolean and <= DuckDBType.Date) or DuckDBType.HugeInt or DuckDBType.Varchar or DuckDBType.Decimal
        or DuckDBType.TimestampS or DuckDBType.TimestampMs or DuckDBType.TimestampNs or DuckDBType.Enum
        or DuckDBType.TimestampTz or DuckDBType.UnsignedHugeInt or DuckDBType.SqlNull;

    /// <summary>The cells of a vector.</summary>
    public static CellColumn Read(DuckDbVector vector) => vector.Column.Type switch
    {
        DuckDBType.Boolean => Truths(vector),
        DuckDBType.Date => Dates(vector),
        DuckDBType.UnsignedBigInt or DuckDBType.HugeInt => WideNumbers(vector, 0),
        DuckDBType.Decimal when vector.Column.Width > WidestInt64Decimal || vector.Column.Scale > MostScaleOfNumbers =>
            WideNumbers(vector, vector.Column.Scale),
        DuckDBType.Decimal => Numbers(vector, vector.Column.Scale),
        >= DuckDBType.TinyInt and <= DuckDBType.UnsignedInteger => Numbers(vector, 0),
        DuckDBType.Double => Doubles(vector, vector.Values<double>()),
        DuckDBType.Varchar => Texts(vector),
        _ => Others(vector),
    };

    private static NumberCells Numbers(DuckDbVector vector, int scale)
    {
        if (vector.Column.Storage == DuckDBType.BigInt)
            return new(scale, vector.Memory<long>(), vector.ValidityMemory);
        var values = new long[vector.RowCount];
        for (var row = 0; row < vector.RowCount; row++)
            values[row] = vector.IsNull(row) ? 0 : (long)vector.Integer(row);
        return new(scale, values, vector.ValidityMemory);
    }

    private static WideNumberCells WideNumbers(DuckDbVector vector, int scale)
    {
        var values = new Int128[vector.RowCount];
        for (var row = 0; row < vector.RowCount; row++)
            values[row] = vector.IsNull(row) ? 0 : vector.Integer(row);
        return new(scale, values, vector.ValidityMemory);
    }

    private static TruthCells Truths(DuckDbVector vector) => new(vector.Memory<bool>(), vector.ValidityMemory);

    private static DateCells Dates(DuckDbVector vector)
    {
        var cells = new DateCells(Epoch, vector.Memory<int>(), vector.ValidityMemory);
        var days = vector.Values<int>();
        for (var row = 0; row < vector.RowCount; row++)
        {
            // DuckDB knows years beyond 9999, and infinity.
            if (!vector.IsNull(row) && !IsDay(days[row]))
                cells.Reject(row, ValueDiagnostics.NotADate.With(Date(days[row])));
        }
        return cells;
    }

    private static TextCells Texts(DuckDbVector vector)
    {
        var (cells, buffer) = (new TextCells(), ArrayPool<char>.Shared.Rent(1024));
        for (var row = 0; row < vector.RowCount; row++)
        {
            var utf8 = vector.IsNull(row) ? [] : vector.Utf8(row);
            if (utf8.Length > buffer.Length)
            {
                ArrayPool<char>.Shared.Return(buffer);
                buffer = ArrayPool<char>.Shared.Rent(utf8.Length);
            }
            cells.Add(buffer.AsSpan(0, Encoding.UTF8.GetChars(utf8, buffer)));
        }
        ArrayPool<char>.Shared.Return(buffer);
        return cells;
    }

    private static TextCells Doubles(DuckDbVector vector, ReadOnlySpan<double> values)
    {
        var cells = new TextCells();
        for (var row = 0; row < vector.RowCount; row++)
        {
            var text = vector.IsNull(row) ? "" : DecimalText.Plain(values[row].ToString("R", CultureInfo.InvariantCulture));
            cells.Add(text, CellKind.Number);
            if (text.Length == 0)
                continue;
            // The size decides about rejecting only; the value is the text.
            if (!double.IsFinite(values[row]))
                cells.Reject(row, DuckDbDiagnostics.NoNumber.With(text));
            else if (Math.Abs(values[row]) >= (text.Contains('.', StringComparison.Ordinal) ? FirstDoubtfulFraction : FirstDoubtful))
                cells.Reject(row, DuckDbDiagnostics.InexactNumber.With(text));
        }
        return cells;
    }

    private static TextCells Others(DuckDbVector vector)
    {
        var cells = new TextCells();
        for (var row = 0; row < vector.RowCount; row++)
            cells.Add(vector.IsNull(row) ? "" : Text(vector, row));
        return cells;
    }

    private static string Text(DuckDbVector vector, int row) => vector.Column.Type switch
    {
        DuckDBType.Enum => vector.Column.Members[(int)vector.Integer(row)],
        DuckDBType.Timestamp => Time((long)vector.Integer(row), 1_000_000),
        DuckDBType.TimestampTz => Time((long)vector.Integer(row) + BeijingOffsetMicroseconds, 1_000_000),
        DuckDBType.TimestampS => Time((long)vector.Integer(row), 1),
        DuckDBType.TimestampMs => Time((long)vector.Integer(row), 1_000),
        DuckDBType.TimestampNs => Time((long)vector.Integer(row), 1_000_000_000),
        DuckDBType.UnsignedHugeInt => vector.Values<DuckDBUHugeInt>()[row].ToUInt128().ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private static bool IsDay(long days) => days >= -Epoch && days <= DateOnly.MaxValue.DayNumber - Epoch;

    /// <summary>A day that is in no calendar of ours is shown as its number, which no date is.</summary>
    private static string Date(long days) =>
        IsDay(days)
            ? CivilDate.Format(DateOnly.FromDayNumber((int)(Epoch + days)))
            : string.Create(CultureInfo.InvariantCulture, $"{days} 天");

    /// <summary>Midnight is a date; any other time of day is kept, so that a column of times is not taken for dates unseen.</summary>
    private static string Time(long units, long perSecond)
    {
        var (days, rest) = Math.DivRem(units, 86_400 * perSecond);
        if (rest < 0)
            (days, rest) = (days - 1, rest + 86_400 * perSecond);
        var (seconds, fraction) = Math.DivRem(rest, perSecond);
        var time = string.Create(CultureInfo.InvariantCulture, $" {seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        return Date(days)
            + (rest == 0 ? ""
                : fraction == 0 ? time
                : $"{time}.{fraction.ToString(CultureInfo.InvariantCulture).PadLeft($"{perSecond}".Length - 1, '0')}");
    }
}
