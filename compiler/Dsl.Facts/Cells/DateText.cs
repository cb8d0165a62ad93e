// Dates as people write them, year first: 2023-06-30, 2023.6.30, 2023/6/30, 2023年6月30日, 20230630. What could be another day is none.
using System.Globalization;
using System.Text.RegularExpressions;
using Dsl.Values.Text;

namespace Dsl.Facts.Cells;

/// <summary>Reads dates of cells, facts and options.</summary>
public static partial class DateText
{
    private static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyy年M月d号", "yyyyMMdd"];

    /// <summary>Reads a date; false for what is none, for a day that does not exist, and where the year does not stand first with four digits.</summary>
    public static bool TryParse(string text, out DateOnly date)
    {
        var written = WidthFolding.Fold(text).Trim().Replace('—', '-');
        written = Blanks().Replace(Midnight().Replace(written, ""), "");
        return DateOnly.TryParseExact(written, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    // Exports of databases carry midnight behind a date.
    [GeneratedRegex(@"(?:\s|T)0?0:00(?::00(?:\.0+)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Midnight();

    [GeneratedRegex(@"\s+(?=[-/.年月日号])|(?<=[-/.年月])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
