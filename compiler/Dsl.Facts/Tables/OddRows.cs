// Which rows of a chunk must be looked at closely: a glance along each column, so that nearly every row costs next to nothing.
using System.Buffers;
using System.Collections.Immutable;
using Dsl.Values.Text;

namespace Dsl.Facts.Tables;

/// <summary>Finds the rows that could be no data. A row that is not found is data for certain; one that is found may be either.</summary>
/// <param name="columns">The columns, keys first and in their order.</param>
internal sealed class OddRows(ImmutableArray<ScannedColumn> columns)
{
    // What every word for a total has in it; Latin ones are recognised by their endings.
    private static readonly SearchValues<char> OfTotals = SearchValues.Create("计計总");

    private static readonly SearchValues<char> OfTotalsAndLatin = SearchValues.Create("计計总tTｔＴmMｍＭ");

    private static readonly SearchValues<char> KeyEnds = SearchValues.Create("计計汇总lLｌＬ值:：)）");

    private bool[] _isOdd = [];
    private readonly ImmutableArray<char> _headers =
        [.. columns.Select(static column => RowWords.Compact(column.Header) is [var first, ..] ? first : '\0')];
    private readonly ImmutableArray<bool> _areUnits = [.. columns.Select(static column => IsUnitColumn(column))];

    /// <summary>Whether the cells of a column that is not read are units of the figures in their rows: 单位, 金额单位.</summary>
    public static bool IsUnitColumn(ScannedColumn column) =>
        column.Wanted is null && RowWords.Compact(column.Header).EndsWith("单位", StringComparison.Ordinal);

    /// <summary>Per row of a chunk, whether it must be looked at. Good until the next call.</summary>
    public ReadOnlySpan<bool> Of(TableBatch chunk)
    {
        if (_isOdd.Length == 0)
            _isOdd = new bool[TableBatch.Capacity];
        Array.Clear(_isOdd, 0, chunk.Count);
        for (var i = 0; i < columns.Length; i++)
        {
            var (column, cells) = (columns[i], chunk.Columns[columns[i].Slot]);
            if (cells is not TextCells texts)
            {
                if (i == 0)
                    MarkMissing(cells, chunk.Count);
                continue;
            }
            if (column.IsKey)
                MarkKeys(texts, chunk.Count, i);
            else if (_areUnits[i])
                MarkWhere(texts, chunk.Count, static cell => !cell.IsEmpty);
            else if (column.IsWords)
                MarkWords(texts, chunk.Count, column);
            else if (column.IsFigure)
                MarkWhere(texts, chunk.Count, IsOddFigure);
        }
        return _isOdd.AsSpan(0, chunk.Count);
    }

    /// <summary>Whether a cell alone makes its row one that must be looked at. Safe on several threads.</summary>
    /// <param name="column">The index of its column.</param>
    /// <param name="text">What it says.</param>
    public bool IsOdd(int column, ReadOnlySpan<char> text)
    {
        var of = columns[column];
        var cell = text.Trim();
        return of.IsKey ? IsOddKey(cell, column) : !cell.IsEmpty && (_areUnits[column]
            || (of.IsWords ? IsOddWord(cell) || (of.Wanted is null && cell.Contains('位')) : of.IsFigure && IsOddFigure(cell)));
    }

    private static bool IsOddFigure(ReadOnlySpan<char> cell) =>
        cell is not ([] or [>= '0' and <= '9', ..] or ['-' or '+' or '.', >= '0' and <= '9', ..]);

    private static bool IsOddWord(ReadOnlySpan<char> cell) => cell.IndexOfAny(OfTotals) >= 0 || MayBeLatinTotal(cell);

    private void MarkMissing(CellColumn keys, int count)
    {
        for (var row = 0; row < count; row++)
            _isOdd[row] |= keys.IsMissing(row);
    }

    private void MarkKeys(TextCells cells, int count, int column)
    {
        for (var row = 0; row < count; row++)
            _isOdd[row] |= IsOddKey(cells.Text(row).Trim(), column);
    }

    private bool IsOddKey(ReadOnlySpan<char> cell, int column) =>
        cell.IsEmpty ? column == 0 : KeyEnds.Contains(cell[^1]) || RowWords.MayBegin(cell) || RowWords.MayBeNoKey(cell)
            || WidthFolding.Fold(cell[0]) == _headers[column];

    private void MarkWords(TextCells cells, int count, ScannedColumn column)
    {
        var all = cells.All(count);
        if (all.IndexOfAny(OfTotalsAndLatin) >= 0)
            MarkWhere(cells, count, IsOddWord);
        if (column.Wanted is null && all.Contains('位'))
            MarkWhere(cells, count, static cell => cell.Contains('位'));
    }

    private static bool MayBeLatinTotal(ReadOnlySpan<char> cell) =>
        cell.Length is > 2 and < 40 && WidthFolding.Fold(cell[0]) is 's' or 'S' or 't' or 'T' or 'g' or 'G'
        && cell.IndexOfAnyInRange('0', '9') < 0;

    private void MarkWhere(TextCells cells, int count, Func<ReadOnlySpan<char>, bool> isOdd)
    {
        for (var row = 0; row < count; row++)
        {
            if (!_isOdd[row] && cells.Text(row) is { IsEmpty: false } cell)
                _isOdd[row] = isOdd(cell.Trim());
        }
    }
}
