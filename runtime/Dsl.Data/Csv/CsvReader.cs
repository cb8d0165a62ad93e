// The rows of a CSV file (RFC 4180), with line numbers and what is wrong with their form. A broken row costs its own line only.
using System.Collections.Immutable;
using System.Text;
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Tables;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;

namespace Dsl.Data.Csv;

/// <summary>Reads a CSV file once, from the first row to the last.</summary>
/// <remarks>
/// A quotation mark that is never closed would swallow the rows after it. So a row over several lines that turns out broken
/// is rejected with its first line, and reading resumes at the second line.
/// </remarks>
internal sealed class CsvReader : ITableReader
{
    /// <summary>What a cell of a spreadsheet holds at most.</summary>
    private const int LongestCell = 32_767;

    /// <summary>More broken rows over several lines stop the run: each is read twice, up to LongestCell characters.</summary>
    private const int MostResumptions = 10_000;

    private readonly CsvLines _lines;
    private readonly string _file;

    // By column of the file, which wanted column it is; -1 for none.
    private readonly int[] _slots;
    private readonly ImmutableArray<int> _columns;

    // After the last wanted column cells are counted, not read.
    private readonly int _lastWanted;

    // The cells of a row with quotation marks.
    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private TextCells[] _targets = [];
    private int _resumptions;

    // What follows the closing quotation mark of the cell, where it is on the line on which the cell begins; null for nothing.
    private string? _afterQuote;

    /// <summary>Reads the header of a text at once.</summary>
    /// <param name="file">As shown in messages.</param>
    /// <param name="text">The text; disposed with the reader.</param>
    /// <param name="columns">The columns that are wanted.</param>
    public CsvReader(string file, StreamReader text, ImmutableArray<int> columns)
    {
        (_file, _lines, _columns) = (file, new(text), columns);
        Header = ReadHeader();
        _slots = new int[Header.Length];
        Array.Fill(_slots, -1);
        for (var i = 0; i < columns.Length && Fatal is null; i++)
        {
            if (columns[i] < _slots.Length)
                _slots[columns[i]] = i;
            else
                Fatal = FileDiagnostics.CannotRead.With(_file, FilePhrases.Changed.With()).At(new(_file, 1));
        }
        _lastWanted = columns.DefaultIfEmpty(-1).Max();
    }

    /// <summary>The column names, trimmed; empty where <see cref="Fatal"/> is set.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The line of the header.</summary>
    public long HeaderLine { get; private set; } = 1;

    /// <inheritdoc/>
    public DataFinding? Fatal { get; private set; }

    /// <summary>How many bytes were read (with what is still in the buffer).</summary>
    public long Position => _lines.Position;

    /// <inheritdoc/>
    public bool Read(TableBatch chunk)
    {
        _targets = chunk.StartTexts(_columns.Length);
        while (chunk.Count < TableBatch.Capacity && TryRead(chunk))
        {
        }
        return chunk.Count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    /// <summary>Adds the next row that is not blank; false at the end, and where <see cref="Fatal"/> is set.</summary>
    private bool TryRead(TableBatch chunk)
    {
        while (Fatal is null && TryReadLine(out var line))
        {
            if (line.IsWhiteSpace())
                continue;
            var number = _lines.Number;
            if (!line.Contains('"'))
            {
                var count = AddCells(line);
                chunk.Add(number, count == Header.Length ? null : RowDiagnostics.CellCount.With(count, Header.Length));
                return true;
            }
            var problem = ReadQuotedRow(line.ToString());
            problem ??= _cells.Count != Header.Length ? RowDiagnostics.CellCount.With(_cells.Count, Header.Length)
                : _lines.Number > number && JoinedRows.AreLikely(_cells) ? RowDiagnostics.JoinedRows.With(_lines.Number, Header.Length)
                : null;
            for (var i = 0; i < _targets.Length; i++)
                _targets[i].Add(_columns[i] < _cells.Count ? _cells[_columns[i]] : "");
            chunk.Add(number, problem);
            return problem is null || _lines.Number == number || Resume(number);
        }
        return false;
    }

    /// <summary>Adds the wanted cells of a line without quotation marks; says how many cells it has.</summary>
    private int AddCells(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var isLast = false; !isLast; count++)
        {
            if (count > _lastWanted)
                return count + line.Count(',') + 1;
            var end = line.IndexOf(',');
            isLast = end < 0;
            var cell = isLast ? line : line[..end];
            if (count < _slots.Length && _slots[count] is >= 0 and var slot)
                _targets[slot].Add(cell);
            line = isLast ? [] : line[(end + 1)..];
        }
        for (var column = count; column < _slots.Length; column++)
        {
            if (_slots[column] is >= 0 and var slot)
                _targets[slot].Add([]);
        }
        return count;
    }

    private ImmutableArray<string> ReadHeader()
    {
        ReadOnlySpan<char> line;
        do
        {
            if (!TryReadLine(out line))
            {
                Fatal ??= FileDiagnostics.NoHeader.With().At(new(_file, 1));
                return [];
            }
        }
        while (line.IsWhiteSpace());
        HeaderLine = _lines.Number;
        if (ReadQuotedRow(line.ToString()) is { } problem)
            Fatal = FileDiagnostics.BrokenHeader.With(problem.Message).At(new(_file, HeaderLine));
        else if (_cells is [var only] && only.AsSpan().IndexOfAny("\t;；|") is >= 0 and var place)
            Fatal = FileDiagnostics.WrongSeparator.With(only[place] == '\t' ? "制表符" : $"“{only[place]}”").At(new(_file, HeaderLine));
        return Fatal is null ? [.. _cells.Select(static cell => SpreadsheetText.Unwrap(cell).Trim())] : [];
    }

    private bool TryReadLine(out ReadOnlySpan<char> line)
    {
        _lines.Forget();
        return TryTakeLine(out line);
    }

    private bool TryTakeLine(out ReadOnlySpan<char> line)
    {
        try
        {
            return _lines.TryRead(out line);
        }
        catch (IOException error)
        {
            line = [];
            Fatal = FileDiagnostics.CannotRead.With(_file, FileFailure.Words(error)).At(new(_file, _lines.Number + 1));
            return false;
        }
        catch (System.Text.DecoderFallbackException)
        {
            // The first pass decoded every byte, so another program is writing the file.
            line = [];
            Fatal = FileDiagnostics.TextChanged.With().At(new(_file, _lines.Number + 1));
            return false;
        }
    }

    /// <summary>Goes back to the end of the first line of a broken row.</summary>
    private bool Resume(long firstLine)
    {
        _lines.GoBack();
        if (++_resumptions <= MostResumptions)
            return true;
        Fatal = FileDiagnostics.UnclosedQuote.With().At(new(_file, firstLine));
        return false;
    }

    /// <summary>Reads the cells of a row that may go on over the next lines.</summary>
    private DataProblem? ReadQuotedRow(string line)
    {
        _cells.Clear();
        var (at, stray) = (0, false);
        while (true)
        {
            _cell.Clear();
            if (at < line.Length && line[at] == '"')
            {
                if (!ReadQuoted(ref line, ref at, ref stray))
                {
                    _cells.Add(_cell.ToString());
                    return _afterQuote is { } text ? RowDiagnostics.TextAfterQuote.With(text) : RowDiagnostics.UnclosedQuote.With();
                }
            }
            else if (WrappedEnd(line, at) is { } wrapped)
            {
                _cell.Append(line, at, wrapped - at);
                at = wrapped;
            }
            else
            {
                var end = line.IndexOf(',', at) is >= 0 and var comma ? comma : line.Length;
                stray |= line.AsSpan(at, end - at).Contains('"');
                _cell.Append(line, at, end - at);
                at = end;
            }
            _cells.Add(_cell.ToString());
            if (at >= line.Length)
                return stray ? RowDiagnostics.StrayQuote.With() : null;
            at++;
        }
    }

    /// <summary>The end of a cell that keeps a text a text, ="00123"; null where the cell is none.</summary>
    private static int? WrappedEnd(string line, int at)
    {
        if (at + 1 >= line.Length || line[at] != '=' || line[at + 1] != '"')
            return null;
        var close = line.IndexOf('"', at + 2);
        return close >= 0 && (close + 1 == line.Length || line[close + 1] == ',') ? close + 1 : null;
    }

    /// <summary>Reads a cell in quotation marks, over line ends; false where the closing mark is missing.</summary>
    private bool ReadQuoted(ref string line, ref int at, ref bool stray)
    {
        at++;
        _afterQuote = null;
        for (var isFirstLine = true; ;)
        {
            var quote = line.IndexOf('"', at);
            if (quote < 0)
            {
                _cell.Append(line, at, line.Length - at).Append('\n');
                if (_cell.Length > LongestCell || !TryTakeLine(out var next))
                    return false;
                (line, at) = (next.ToString(), 0);
                _lines.Keep(line);
                isFirstLine = false;
                continue;
            }
            _cell.Append(line, at, quote - at);
            at = quote + 1;
            if (at >= line.Length || line[at] == ',')
                return true;
            if (line[at] != '"')
            {
                stray = true;
                if (isFirstLine)
                    _afterQuote ??= line[at..(line.IndexOf(',', at) is >= 0 and var comma ? comma : line.Length)];
            }
            _cell.Append('"');
            at += line[at] == '"' ? 1 : 0;
        }
    }
}
