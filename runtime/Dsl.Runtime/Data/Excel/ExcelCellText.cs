// The text of an Excel cell as an officer would have typed it, and what cannot be trusted as such.
using System.Globalization;
using Dsl.Runtime.Data.Tables;

namespace Dsl.Runtime.Data.Excel;

/// <summary>A cell: its text, or why it has none.</summary>
/// <param name="Text">The text; empty for an empty cell.</param>
/// <param name="Problem">What is wrong; null where all is well.</param>
internal readonly record struct ExcelCell(string Text, DataProblem? Problem);

internal static class ExcelCellText
{
    private static readonly System.Buffers.SearchValues<char> PercentFormat = System.Buffers.SearchValues.Create("0#.,% ");

    private static readonly string[] Errors = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"];

    /// <summary>Reads a value of the reader.</summary>
    /// <param name="value">What the file holds.</param>
    /// <param name="format">The number format; null for one that is not spelled out in the file.</param>
    /// <param name="formatIndex">The number of the number format.</param>
    /// <param name="datesFrom1904">Whether days are counted from 1904.</param>
    public static ExcelCell Read(object? value, string? format, int formatIndex, bool datesFrom1904) => value switch
    {
        null => new("", null),
        string text => Array.IndexOf(Errors, text.Trim()) >= 0 ? new(text, ExcelRules.ErrorCell.With(text.Trim())) : new(text, null),
        bool truth => new(truth ? "TRUE" : "FALSE", null),
        DateTime date => new(OfDate(date), null),
        TimeSpan time => new(time.ToString("c", CultureInfo.InvariantCulture), null),
        int whole => OfNumber(whole, format, formatIndex, datesFrom1904),
        double number => OfNumber(number, format, formatIndex, datesFrom1904),
        _ => new(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", null),
    };

    private static ExcelCell OfNumber(double number, string? format, int formatIndex, bool datesFrom1904)
    {
        if (format is null && IsChineseDate(formatIndex) && number is >= 1 and < 2_958_466)
            return new(OfDate(DateTime.FromOADate(number + (datesFrom1904 ? 1462 : 0))), null);
        // The file holds a binary fraction; its shortest decimal that reads back the same is what was typed, up to 15 digits.
        var text = DecimalText.Plain(number.ToString("R", CultureInfo.InvariantCulture));
        if (DecimalText.SignificantDigits(text) > DecimalText.DigitsOfDouble || Math.Abs(number) >= 1e15)
            return new(text, ExcelRules.TooManyDigits.With(text));
        // What is shown as 35% is a percentage for a column whose name says (%), too.
        if (format is not null && format.EndsWith('%') && format.AsSpan().IndexOfAnyExcept(PercentFormat) < 0)
            return new($"{DecimalText.Plain(text + "e2")}%", null);
        return new(format is not null && format.Length > text.Length && format.All(static letter => letter == '0') ? text.PadLeft(format.Length, '0') : text, null);
    }

    /// <summary>Formats that Chinese Excel knows by number only (27 is yyyy"年"m"月"); 32 to 35, 55 and 56 are times of day.</summary>
    private static bool IsChineseDate(int formatIndex) => formatIndex is (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    private static string OfDate(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
