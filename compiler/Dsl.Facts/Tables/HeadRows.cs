// Rows that belong to a header and stand below it: units, numbers of columns, its second line, the header once more.
using System.Collections.Immutable;
using Dsl.Values.Types;

namespace Dsl.Facts.Tables;

/// <summary>What a row has of the header.</summary>
internal enum HeaderLikeness
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is the header once more.</summary>
    Same,

    /// <summary>It names columns, and not as the header does: what stands below it would be read under the wrong names or units.</summary>
    Other,
}

/// <summary>Recognises rows that belong to a header.</summary>
internal sealed class HeadRows(ImmutableArray<ScannedColumn> columns)
{
    // In the order of the file: numbers of columns go up from left to right.
    private readonly ImmutableArray<ScannedColumn> _inOrder = [.. columns.OrderBy(static column => column.Slot)];
    private readonly HashSet<string> _names = [.. columns.SelectMany(static column => Names(column.Header))];

    // What people write where they have no figure.
    private static readonly string[] NoFigures =
        ["待定", "不详", "未知", "暂无", "暂缺", "缺", "空", "零", "没有", "不清楚", "未填", "待核", "待核实", "待补", "是", "否"];

    /// <summary>The text of a cell without space around it.</summary>
    public static ReadOnlySpan<char> Text(TableBatch chunk, int row, ScannedColumn column) => chunk.Columns[column.Slot].Text(row).Trim();

    /// <summary>Whether all cells of a row are blank.</summary>
    public static bool IsBlank(TableBatch chunk, int row, ImmutableArray<ScannedColumn> columns)
    {
        foreach (var column in columns)
        {
            if (!chunk.Columns[column.Slot].IsMissing(row) && !chunk.Columns[column.Slot].Text(row).IsWhiteSpace())
                return false;
        }
        return true;
    }

    /// <summary>Whether a row holds units and nothing else: —,万元,人.</summary>
    public bool IsUnits(TableBatch chunk, int row)
    {
        var units = 0;
        foreach (var column in _inOrder)
        {
            var cell = Text(chunk, row, column);
            if (RowWords.IsPlaceholder(cell))
                continue;
            if (RowWords.UnitCell(cell) is null)
                return false;
            units++;
        }
        return units > 0;
    }

    /// <summary>Whether a row numbers the columns: 1,2,3 or 甲,乙,1,2 or A,B,C or ①,②.</summary>
    public bool IsNumbers(TableBatch chunk, int row)
    {
        var (last, count, isMixed, isLabelled, before) = ((Kind: '\0', Number: 0), 0, false, false, -1);
        foreach (var column in _inOrder)
        {
            var cell = Text(chunk, row, column);
            // What the column of words says may be left out; between numbers nothing is.
            if ((count == 0 && RowWords.IsPlaceholder(cell)) || (cell.IsEmpty && column.Header.Length == 0))
            {
                (isLabelled, before) = (isLabelled | RowWords.IsNumbersLabel(cell), column.Index);
                continue;
            }
            if (RowWords.ColumnNumber(cell) is not { } number)
                return false;
            // Columns in between that are not read are numbered, too.
            var unread = column.Index - before - 1;
            // 甲,乙,1,2: columns of words by stems, columns of figures by numbers.
            var changes = count > 0 && number.Kind != last.Kind;
            if (count == 0 || changes
                ? number.Number > 1 + unread || (changes && (last.Kind, number.Kind) != ('甲', '1'))
                : number.Number <= last.Number || number.Number > last.Number + 1 + unread)
                return false;
            (last, count, isMixed, before) = (number, count + 1, isMixed || changes, column.Index);
        }
        // 甲,1 is a subject with a figure as well.
        return count >= (isLabelled ? 1 : isMixed ? 3 : 2);
    }

    /// <summary>Whether a row goes on with the header: words below columns without a name, and no figure.</summary>
    public bool IsSecondHeader(TableBatch chunk, int row)
    {
        if (columns.IsEmpty || (Text(chunk, row, columns[0]) is { IsEmpty: false } key && !IsName(key, columns[0])))
            return false;
        var isBelowNothing = false;
        foreach (var column in _inOrder)
        {
            var cell = Text(chunk, row, column);
            if (cell.ContainsAnyInRange('0', '9'))
                return false;
            isBelowNothing |= !cell.IsEmpty && column.Header.Length == 0;
        }
        return isBelowNothing;
    }

    /// <summary>Whether a row has a digit in any cell.</summary>
    public bool HasFigure(TableBatch chunk, int row)
    {
        foreach (var column in _inOrder)
        {
            if (Text(chunk, row, column).ContainsAnyInRange('0', '9'))
                return true;
        }
        return false;
    }

    /// <summary>Whether a row is the header of another table: several words, one of them where a figure should be, and no figure.</summary>
    public bool IsOtherHeader(TableBatch chunk, int row)
    {
        var (words, misplaced) = (0, 0);
        foreach (var column in _inOrder)
        {
            if (Text(chunk, row, column) is not { IsEmpty: false } cell || RowWords.IsPlaceholder(cell))
                continue;
            words++;
            if (column.Wanted is not { Type: QuantityType or DateType })
                continue;
            if (!char.IsLetter(cell[0]) || Array.IndexOf(NoFigures, cell.ToString()) >= 0)
                return false;
            misplaced++;
        }
        return words > 1 && misplaced > 0 && !HasFigure(chunk, row) && !RowWords.IsTotal(Text(chunk, row, columns[0]), isKey: true)
            && !RowWords.IsFooter(Text(chunk, row, columns[0]));
    }

    /// <summary>Whether a row names columns, as at the top of a printed page: those of the header, or others.</summary>
    public HeaderLikeness LikenessToHeader(TableBatch chunk, int row)
    {
        if (!MayBeHeader(chunk, row))
            return HeaderLikeness.None;
        var (cells, names, own) = (0, 0, 0);
        foreach (var column in columns)
        {
            if (Text(chunk, row, column) is not { IsEmpty: false } cell)
                continue;
            cells++;
            own += IsName(cell, column) ? 1 : 0;
            names += IsName(cell, column) || Names(cell.ToString()).Any(_names.Contains) ? 1 : 0;
        }
        return own == cells && IsName(Text(chunk, row, columns[0]), columns[0]) ? HeaderLikeness.Same
            : names >= 2 && names * 2 > cells ? HeaderLikeness.Other
            : HeaderLikeness.None;
    }

    /// <summary>A look that costs little: nearly every row is data.</summary>
    private bool MayBeHeader(TableBatch chunk, int row)
    {
        if (IsName(Text(chunk, row, columns[0]), columns[0]))
            return true;
        foreach (var column in columns)
        {
            if (column.IsFigure && Text(chunk, row, column) is { IsEmpty: false } cell && char.IsLetter(cell[0])
                && !cell.ContainsAnyInRange('0', '9'))
                return true;
        }
        return false;
    }

    /// <summary>A column name, and what stands of it before a unit.</summary>
    private static IEnumerable<string> Names(string header)
    {
        if (header.Length == 0)
            yield break;
        yield return RowWords.Compact(header);
        if (HeaderUnit.Split(header) is { } split)
            yield return RowWords.Compact(split.Name);
    }

    private static bool IsName(ReadOnlySpan<char> cell, ScannedColumn column) =>
        cell.Trim().SequenceEqual(column.Header)
        || (cell.Length >= column.Header.Length && cell.Length <= 2 * column.Header.Length
            && RowWords.Compact(cell) == RowWords.Compact(column.Header));
}
