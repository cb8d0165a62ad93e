// Where the column names stand, when they do not stand in the first row.
namespace Dsl.Facts.Tables;

internal static class HeaderSearch
{
    /// <summary>So many lines of titles stand above a header at most.</summary>
    private const int MostTitles = 20;

    /// <summary>The number of the row near the top that holds wanted names; null for none.</summary>
    /// <param name="source">A table whose first row does not hold them.</param>
    /// <param name="isWanted">Whether a cell is such a name.</param>
    public static long? Find(ITableSource source, Func<string, bool> isWanted)
    {
        if (source.HeaderRow is null)
            return null;
        var chunk = new TableBatch();
        using var reader = source.Open([.. Enumerable.Range(0, source.Header.Length)]);
        if (!reader.Read(chunk))
            return null;
        for (var row = 0; row < Math.Min(chunk.Count, MostTitles); row++)
        {
            var names = chunk.Columns.Count(column => column.Text(row).Trim() is { IsEmpty: false } cell && isWanted(cell.ToString()));
            // A title is one cell: then of the rows below only the first cell could be kept.
            if (names >= Math.Min(2, source.Header.Length))
                return chunk.Number(row);
        }
        return null;
    }
}
