// Passes the rows of a table on and marks those that are no data: totals, remarks, units, numbers of columns, headers once more,
// blank rows.
using System.Collections.Immutable;
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Loading.Findings;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Facts.Tables;

/// <summary>What of a column distinguishes rows of data from others.</summary>
/// <param name="Slot">Where it stands in a chunk.</param>
/// <param name="Index">Where it stands in the header.</param>
/// <param name="Header">Its name in the header.</param>
/// <param name="Wanted">What it is wanted as; null for a column that is not read.</param>
/// <param name="Unit">The unit that header or mapping give it; null for none.</param>
internal sealed record ScannedColumn(int Slot, int Index, string Header, WantedColumn? Wanted, string? Unit)
{
    /// <summary>Whether a key stands in it.</summary>
    public bool IsKey => Wanted is { IsLabel: true };

    /// <summary>Whether its cells are words by which a row could be recognised: text, or of unknown type.</summary>
    public bool IsWords => Wanted is null or { IsLabel: true } or { Type: TextType };

    public bool IsFigure => Wanted is { IsRead: true, Type: QuantityType };
}

/// <summary>What the rows of a table can be.</summary>
internal enum TableForm
{
    /// <summary>Rows of data, totals and remarks; nothing stands above them.</summary>
    Rows,

    /// <summary>Rows below a header, among which units, numbers of columns and blank rows can be.</summary>
    Table,

    /// <summary>The same on a sheet, whose lines are numbered.</summary>
    Sheet,
}

/// <summary>Reads a table once and marks the rows that are no data.</summary>
/// <remarks>
/// Certain are rows whose key is a total or a remark, and those that say in another column what they are while nothing else in them could
/// name a thing. A row with both a name and a total is doubtful: it is not read, and counts as a row of its subject that
/// could not be read.
/// </remarks>
/// <param name="reader">The rows.</param>
/// <param name="columns">The columns, keys first and in their order.</param>
/// <param name="form">What its rows can be.</param>
/// <param name="file">The table, as shown in messages.</param>
internal sealed class DataRowReader(ITableReader reader, ImmutableArray<ScannedColumn> columns, TableForm form, string file) : ITableReader
{
    /// <summary>So long, and with so many digits, is no figure of a total but 统一社会信用代码, 身份证号.</summary>
    private const int ProvenLength = 15, ProvenDigits = 8;

    private readonly OddRows _odd = new(columns);
    private readonly ImmutableArray<ScannedColumn> _words = [.. columns.Where(static column => column.IsWords)];
    private readonly HeadRows _head = new(columns);
    private readonly ImmutableArray<ScannedColumn> _figures = [.. columns.Where(static column => column.IsFigure)];
    private readonly ImmutableArray<ScannedColumn> _others = [.. columns.Where(static column => column.Wanted is null)];
    // 单位 of every row on its own, in a column that is not read: 万元, 元.
    private readonly ImmutableArray<ScannedColumn> _units = [.. columns.Where(OddRows.IsUnitColumn)];
    private DataFinding? _fatal;
    private readonly bool _isWhole = form != TableForm.Rows;
    private bool _isBelowHeader = form != TableForm.Rows;
    private bool _isAfterGap;
    private long _last;

    /// <summary>
    /// Whether rows are passed on as they stand, each with what stands before it: whoever reads some of them marks them then.
    /// </summary>
    public bool IsCutting { get; init; }

    /// <inheritdoc/>
    public DataFinding? Fatal => _fatal ?? reader.Fatal;

    /// <inheritdoc/>
    public long Position => reader.Position;

    /// <inheritdoc/>
    public bool Read(TableBatch chunk)
    {
        if (_fatal is not null || !reader.Read(chunk))
            return false;
        var isOdd = _odd.Of(chunk);
        for (var row = 0; row < chunk.Count && _fatal is null; row++)
        {
            Begin(chunk, row);
            if (IsCutting)
                chunk.SetContext(row, Context);
            if ((isOdd[row] || _isBelowHeader || _isAfterGap) && Problem(chunk, row) is { } problem && !IsCutting)
                chunk.Reject(row, problem);
        }
        return _fatal is null;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private RowContext Context => RowContext.Known | (_isBelowHeader ? RowContext.BelowHeader : RowContext.None)
        | (_isAfterGap ? RowContext.AfterGap : RowContext.None);

    /// <summary>What stands before a row: what was read, or what is known of the whole table.</summary>
    private void Begin(TableBatch chunk, int row)
    {
        if (chunk.Context(row) is var known && known.HasFlag(RowContext.Known))
        {
            (_isBelowHeader, _isAfterGap) = (known.HasFlag(RowContext.BelowHeader), known.HasFlag(RowContext.AfterGap));
            return;
        }
        // Lines of a sheet that are left out between two rows are blank.
        _isAfterGap |= form == TableForm.Sheet && _last > 0 && chunk.Number(row) > _last + 1;
        _last = chunk.Number(row);
    }

    private DataProblem? Problem(TableBatch chunk, int row)
    {
        if (_isWhole && HeadRows.IsBlank(chunk, row, columns))
        {
            _isAfterGap = true;
            return form == TableForm.Sheet || chunk.Problem(row) is null ? RowDiagnostics.NotData.With() : null;
        }
        if (_isWhole && Aside(chunk, row) is { } aside)
            return Stop(chunk, row, aside);
        var isFirst = _isBelowHeader;
        if (isFirst)
        {
            if (BelowHeader(chunk, row) is { } problem)
                return problem;
            _isBelowHeader = false;
        }
        return Likeness(chunk, row) ?? UnitsOfRow(chunk, row, isFirst) ?? WordProblem(chunk, row);
    }

    /// <summary>A header in the middle: pages that were put together.</summary>
    private DataProblem? Likeness(TableBatch chunk, int row)
    {
        if (!_isWhole || _head.LikenessToHeader(chunk, row) is not (not HeaderLikeness.None and var likeness))
            return null;
        if (likeness == HeaderLikeness.Other)
            return Stop(chunk, row,
                FileDiagnostics.OtherHeader.With(chunk.Number(row)));
        // Units and numbers of columns stand below it once more.
        _isBelowHeader = true;
        return RowDiagnostics.RepeatedHeader.With();
    }

    /// <summary>
    /// A unit that stands alone in the place of a figure, or in a column 单位: it may hold for what is read without one.
    /// In a subject's own row further down it is a figure that was forgotten.
    /// </summary>
    private DataProblem? UnitsOfRow(TableBatch chunk, int row, bool isFirst)
    {
        var hasUnit = false;
        foreach (var column in _figures)
        {
            if (Text(chunk, row, column) is not { IsEmpty: false } cell || char.IsAsciiDigit(cell[0])
                || RowWords.UnitCell(cell) is not { } unit
                || !(isFirst || IsKeyless(chunk, row) || RowWords.StatedUnit(cell) is not null))
                continue;
            if (HeaderUnit.Doubt(column.Header, column.Wanted?.Type, column.Unit, unit) is { } doubt)
                return Stop(chunk, row, doubt);
            hasUnit = true;
        }
        if (hasUnit && _head.IsUnits(chunk, row))
            return RowDiagnostics.UnitsRow.With();
        foreach (var column in _units)
        {
            if (RowWords.UnitCell(Text(chunk, row, column)) is not { } unit)
                continue;
            foreach (var figure in _figures)
            {
                if (Text(chunk, row, figure) is [.., >= '0' and <= '9'] && HeaderUnit.Factor(unit, figure.Wanted?.Type) is { }
                    && HeaderUnit.Doubt(figure.Header, figure.Wanted?.Type, figure.Unit, unit) is { } doubt)
                    return Stop(chunk, row, doubt);
            }
        }
        return null;
    }

    /// <summary>What the words of a row say that it is; null for data.</summary>
    private DataProblem? WordProblem(TableBatch chunk, int row)
    {
        foreach (var column in _words)
        {
            if (Text(chunk, row, column) is not { IsEmpty: false } cell)
                continue;
            var isFirst = column == columns[0];
            if (column.Wanted is { IsAnyName: true } && !IsKeyless(chunk, row))
                continue;
            if (RowWords.IsTotal(cell, column.IsKey) && (column.IsKey || RowWords.IsPlainTotal(cell))
                && (isFirst || !IsProvenSubject(chunk, row)))
                return IsSure(chunk, row, column)
                    ? RowDiagnostics.TotalsRow.With(cell.Trim().ToString(), column.Header)
                    : RowDiagnostics.PerhapsNotData.With(cell.Trim().ToString(), column.Header);
            if (isFirst && RowWords.IsFooter(cell) || IsKeyless(chunk, row) && IsFirstCell(chunk, row, column) && RowWords.IsFooter(cell))
                return Footer(chunk, row, cell, column);
            if (column.IsKey && RowWords.IsNoKey(cell))
                return RowDiagnostics.KeyIsPlaceholder.With(column.Header, cell.Trim().ToString());
            // A subject is not called ——; a remark in the place of a row's own key may be a row.
            if (isFirst && column.Wanted is { NamesRow: true } && RowWords.IsSigns(cell))
                return RowDiagnostics.SignsAsKey.With(cell.Trim().ToString(), column.Header);
            if (!isFirst && column.IsKey && RowWords.IsFooter(cell))
                return RowDiagnostics.PerhapsRemark.With(Short(cell), column.Header);
        }
        return null;
    }

    /// <summary>Why a row makes the whole table doubtful: a unit is stated beside it, or another table begins after a gap.</summary>
    private DataProblem? Aside(TableBatch chunk, int row)
    {
        foreach (var column in _others)
        {
            if (RowWords.TableUnit(Text(chunk, row, column)) is { } unit && Doubt(unit) is { } doubt)
                return doubt;
        }
        if (!_isAfterGap)
            return null;
        _isAfterGap = !_head.HasFigure(chunk, row);
        return _head.IsOtherHeader(chunk, row) ? RowDiagnostics.OtherTable.With(chunk.Number(row)) : null;
    }

    /// <summary>The rows right below the header, as long as they are no data.</summary>
    private DataProblem? BelowHeader(TableBatch chunk, int row)
    {
        if (_head.IsSecondHeader(chunk, row))
            return Stop(chunk, row, FileDiagnostics.SecondHeader.With(chunk.Number(row)));
        if (_head.IsUnits(chunk, row))
        {
            foreach (var column in _figures)
            {
                if (RowWords.UnitCell(Text(chunk, row, column)) is { } unit
                    && HeaderUnit.Doubt(column.Header, column.Wanted?.Type, column.Unit, unit) is { } doubt)
                    return Stop(chunk, row, doubt);
            }
            return RowDiagnostics.UnitsRow.With();
        }
        if (!_head.IsNumbers(chunk, row))
            return null;
        // Details of a subject that is called 1: only he knows, so nothing of his is certain.
        return columns[0].Wanted is { NamesRow: false }
            ? RowDiagnostics.PerhapsNumbersRow.With(columns[0].Header)
            : RowDiagnostics.NumbersRow.With();
    }

    private DataProblem? Footer(TableBatch chunk, int row, ReadOnlySpan<char> cell, ScannedColumn column)
    {
        foreach (var other in columns)
        {
            if (RowWords.StatedUnit(Text(chunk, row, other)) is not { } unit)
                continue;
            if (Doubt(unit) is { } doubt)
                return Stop(chunk, row, doubt);
        }
        return RowDiagnostics.FooterRow.With(Short(cell), column.Header);
    }

    /// <summary>Why a unit that the table states leaves a column of figures in doubt that says none itself; null where none is.</summary>
    private DataProblem? Doubt(string unit)
    {
        foreach (var figure in _figures)
        {
            if (figure.Unit is null && HeaderUnit.Factor(unit, figure.Wanted?.Type) is { }
                && HeaderUnit.Doubt(figure.Header, figure.Wanted?.Type, null, unit) is { } doubt)
                return doubt;
        }
        return null;
    }

    private DataProblem Stop(TableBatch chunk, int row, DataProblem problem)
    {
        _fatal = problem.At(new(file, chunk.Number(row)));
        return problem;
    }

    /// <summary>Whether nothing else in a row could name what it is about.</summary>
    private bool IsSure(TableBatch chunk, int row, ScannedColumn label)
    {
        var hasKey = !IsKeyless(chunk, row);
        if (label == columns[0] || !hasKey)
            return true;
        // 平台合计 may be the key of a row; only its author knows.
        if (label.IsKey && !RowWords.IsTotal(Text(chunk, row, label), isKey: false))
            return false;
        // The only key names whose row it is: a detail without keys of its own. Of a subject it names the row itself.
        var keys = columns.Count(static column => column.IsKey);
        if (keys == 1 && columns[0].Wanted is { NamesRow: true })
            return false;
        return columns.All(column => column == columns[0] || column == label || Text(chunk, row, column) is not { IsEmpty: false } cell
            || column.Wanted is { Type: QuantityType } || RowWords.IsPlaceholder(cell) || RowWords.IsTotal(cell, isKey: true)
            || (column.Wanted is null && IsFigureOf(cell)));
    }

    private static bool IsFigureOf(ReadOnlySpan<char> cell) => FigureText.Read(FigureText.Normalize(cell.ToString())) is not null;

    /// <summary>
    /// Whether the key of a subject is the number of an enterprise or a person, which no total has: he may be called 小计.
    /// </summary>
    private bool IsProvenSubject(TableBatch chunk, int row) =>
        columns[0].Wanted is { NamesRow: true } && Identity.Of(Text(chunk, row, columns[0])) is { Length: >= ProvenLength } key
        && key.Count(char.IsAsciiDigit) >= ProvenDigits && key.All(char.IsAsciiLetterOrDigit);

    private bool IsKeyless(TableBatch chunk, int row) => Text(chunk, row, columns[0]).IsEmpty;

    private bool IsFirstCell(TableBatch chunk, int row, ScannedColumn column)
    {
        foreach (var other in _words)
        {
            if (other == column)
                return true;
            if (!Text(chunk, row, other).IsEmpty)
                return false;
        }
        return false;
    }

    private static string Short(ReadOnlySpan<char> cell) =>
        cell.Trim() is { Length: > 20 } text ? $"{text[..20]}…" : cell.Trim().ToString();

    private static ReadOnlySpan<char> Text(TableBatch chunk, int row, ScannedColumn column) => HeadRows.Text(chunk, row, column);
}
