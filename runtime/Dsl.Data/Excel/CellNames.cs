// Names of cells and ranges as Excel shows them: column 0 and row 0 are A1.
using System.Globalization;

namespace Dsl.Data.Excel;

internal static class CellNames
{
    /// <summary>The letters of a column: 0 is A, 26 is AA.</summary>
    public static string Column(int index)
    {
        var name = "";
        for (var left = index + 1; left > 0; left = (left - 1) / 26)
            name = (char)('A' + (left - 1) % 26) + name;
        return name;
    }

    public static string Cell(int row, int column) => Column(column) + (row + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Row and column of a name such as AB12, both from 0; null where it is none.</summary>
    public static (int Row, int Column)? Parse(string name)
    {
        var letters = name.AsSpan().IndexOfAnyInRange('0', '9');
        if (letters <= 0 || letters > 3
            || !int.TryParse(name.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            return null;
        var column = 0;
        foreach (var letter in name.AsSpan(0, letters))
        {
            if (!char.IsAsciiLetterUpper(letter))
                return null;
            column = column * 26 + (letter - 'A' + 1);
        }
        return (row - 1, column - 1);
    }
}
