// Whether a cell over several lines looks like whole rows that a quotation mark too many has joined.
namespace Dsl.Data.Csv;

/// <summary>Looks at a row that is in order by its form: RFC 4180 allows line ends in a cell.</summary>
/// <remarks>
/// A1,"甲,1⏎A2,乙",2 is one row of three cells, or two rows with a mark before 甲 and one behind 乙. It is taken for two rows where each
/// line has all cells of a row, the first of them of the same kind of characters, and numbers stand below numbers only: remarks and
/// addresses of several lines may have a comma, but they do not begin with a key, and have no number just where the row has one.
/// </remarks>
internal static class JoinedRows
{
    // With two columns a remark over two lines that has one comma would do.
    private const int FewestColumns = 3;

    [Flags]
    private enum Characters
    {
        None = 0,
        Digits = 1,
        Letters = 2,
        Others = 4,
    }

    /// <summary>Whether a cell of a row holds the rest of it and all or part of the next rows.</summary>
    public static bool AreLikely(IReadOnlyList<string> cells)
    {
        for (var column = 0; cells.Count >= FewestColumns && column < cells.Count; column++)
        {
            if (cells[column].Contains('\n') && AreLikely(cells, column))
                return true;
        }
        return false;
    }

    private static bool AreLikely(IReadOnlyList<string> cells, int column)
    {
        List<List<string>> rows = [.. cells[column].Split('\n').Where(static line => !string.IsNullOrWhiteSpace(line))
            .Select(static line => line.Split(',').ToList())];
        if (rows.Count < 2)
            return false;
        rows[0].InsertRange(0, cells.Take(column));
        rows[^1].AddRange(cells.Skip(column + 1));
        return rows.TrueForAll(row => row.Count == cells.Count && AreAlike(rows[0], row));
    }

    private static bool AreAlike(List<string> one, List<string> other)
    {
        var (key, hasFigures) = (CharactersOf(one[0]), false);
        if (key == Characters.None || CharactersOf(other[0]) != key)
            return false;
        for (var i = 0; i < one.Count; i++)
        {
            var left = one[i].AsSpan().Trim();
            var right = other[i].AsSpan().Trim();
            if (left.IsEmpty || right.IsEmpty)
                continue;
            if (char.IsAsciiDigit(left[0]) != char.IsAsciiDigit(right[0]))
                return false;
            hasFigures |= (CharactersOf(left) & CharactersOf(right) & (Characters.Digits | Characters.Letters)) != Characters.None;
        }
        return hasFigures;
    }

    private static Characters CharactersOf(ReadOnlySpan<char> cell)
    {
        var all = Characters.None;
        foreach (var character in cell)
        {
            all |= char.IsAsciiDigit(character) ? Characters.Digits
                : char.IsAsciiLetter(character) ? Characters.Letters
                : char.IsWhiteSpace(character) || character is '-' or '_' ? Characters.None
                : Characters.Others;
        }
        return all;
    }
}
