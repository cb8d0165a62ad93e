// The text of an Excel cell as its user would have typed it, and which cells have none.
using System.Globalization;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Dsl.Values.Text;

namespace Dsl.Data.Excel;

/// <summary>A cell: its text, or why it has none.</summary>
/// <param name="Text">The text; empty for an empty cell.</param>
/// <param name="Problem">What is wrong; null where all is well.</param>
/// <param name="Kind">What kind of cell it is.</param>
internal readonly record struct ExcelCell(string Text, DataProblem? Problem = null, CellKind Kind = CellKind.Text);

/// <summary>What cells of a workbook mean.</summary>
/// <param name="datesFrom1904">Whether days are counted from 1904.</param>
/// <param name="isToBeCalculated">Whether results of formulas may be place holders.</param>
internal sealed class ExcelCellText(bool datesFrom1904, bool isToBeCalculated)
{
    // Excel counts 1900-02-29, which never was, as day 60, so that programs disagree about the days before;
    // 0 is what an empty cell becomes.
    private const int LastDoubtfulDay = 60;
    private const int DaysTo1904 = 1462;
    private const int DayBehindCalendar = 2_958_466;
    private const int SecondsPerDay = 86_400;

    private static readonly string[] Errors =
        ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"];

    public ExcelCell Read(RawCell cell) => cell.Kind switch
    {
        RawKind.NotCalculated => new("", ExcelDiagnostics.NotCalculated.With()),
        RawKind.Error => new(cell.Text, ExcelDiagnostics.ErrorCell.With(cell.Text)),
        RawKind.Text when cell is { IsFormula: true, Text.Length: 0 } && isToBeCalculated =>
            new("", ExcelDiagnostics.MaybeNotCalculated.With("空")),
        RawKind.Text =>
            Array.IndexOf(Errors, cell.Text.Trim()) >= 0
            ? new(cell.Text, ExcelDiagnostics.ErrorCell.With(cell.Text.Trim()))
            : new(cell.Text),
        RawKind.Truth => new(cell.Text == "1" ? "TRUE" : "FALSE"),
        RawKind.Day => OfDay(cell.Text),
        _ => OfNumber(cell),
    };

    private ExcelCell OfNumber(RawCell cell)
    {
        if (!double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return new(cell.Text, ExcelDiagnostics.NoNumber.With(cell.Text));
        if (number == 0 && cell.IsFormula && isToBeCalculated)
            return new("0", ExcelDiagnostics.MaybeNotCalculated.With("0"));
        if (cell.Format.IsDate || cell.Format.IsTime)
            return OfSerial(number, cell.Format);
        // The file holds a binary fraction; its shortest decimal that reads back the same is what was typed, up to 15 digits.
        var text = DecimalText.Plain(number.ToString("R", CultureInfo.InvariantCulture));
        if (DecimalText.SignificantDigits(text) > DecimalText.DigitsOfDouble || Math.Abs(number) >= 1e15)
            return new(text, ExcelDiagnostics.TooManyDigits.With(text), CellKind.Number);
        return cell.Format.Show(text) is { } shown
            ? new(shown, null, CellKind.Number)
            : new(text, ExcelDiagnostics.ShownOtherwise.With(text, cell.Format.Code), CellKind.Number);
    }

    /// <summary>A date or time of day from its number of days.</summary>
    private ExcelCell OfSerial(double number, NumberFormat format)
    {
        var text = DecimalText.Plain(number.ToString("R", CultureInfo.InvariantCulture));
        if (format.IsTime && number is >= 0 and <= LastDoubtfulDay)
        {
            var seconds = (long)Math.Round(number * SecondsPerDay);
            return new(string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}"), null,
                CellKind.Date);
        }
        var days = number + (datesFrom1904 ? DaysTo1904 : 0);
        if (days >= DayBehindCalendar || (datesFrom1904 ? number < 1 : number < LastDoubtfulDay + 1))
            return new(text, ExcelDiagnostics.DoubtfulDate.With(text), CellKind.Date);
        var date = new DateTime(1899, 12, 30).AddDays(Math.Floor(days));
        var time = Math.Min((int)Math.Round((days - Math.Floor(days)) * SecondsPerDay), SecondsPerDay - 1);
        return new(date.AddSeconds(time).ToString(time == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), null,
            CellKind.Date);
    }

    private static ExcelCell OfDay(string text) =>
        DateTime.TryParseExact(text,
            ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ",
                "yyyy-MM-ddTHH:mm"],
            CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date)
            ? new(date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), null,
                CellKind.Date)
            : new(text, null, CellKind.Date);
}
