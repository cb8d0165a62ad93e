// The rows of a CSV file (RFC 4180), with line numbers and what is wrong with their form. A broken row costs its own line only.
using System.Collections.Immutable;
using System.Text;
using Dsl.Runtime.Data.Tables;

namespace Dsl.Runtime.Data.Csv;

/// <summary>A row.</summary>
/// <param name="Line">The line of the file on which it begins, 1-based.</param>
/// <param name="Cells">The cells; as many as the header has, unless <paramref name="Problem"/> is set.</param>
/// <param name="Problem">What is wrong with its form; null where it can be read.</param>
internal readonly record struct CsvRow(long Line, string[] Cells, DataProblem? Problem);

/// <summary>Reads a CSV file once, from the first row to the last.</summary>
/// <remarks>
/// A quotation mark that is never closed would swallow the rows behind it. So a row over several lines that turns out broken
/// is given up at the end of its first line, and reading goes on with the second line.
/// </remarks>
internal sealed class CsvReader : ITableReader
{
    /// <summary>What a cell of a spreadsheet holds at most.</summary>
    private const int LongestCell = 32_767;

    /// <summary>So many broken rows over several lines are no mishap: reading them all would take forever.</summary>
    private const int MostResumptions = 10_000;

    private readonly StreamReader _text;
    private readonly string _file;
    private readonly ImmutableArray<int> _columns;
    private readonly LinkedList<string> _pushedBack = [];

    // The physical lines of the record that is being read, the first one left out.
    private readonly List<string> _record = [];
    private long _nextLine = 1;
    private int _resumptions;

    /// <summary>Reads the header of a text at once.</summary>
    /// <param name="file">As shown in messages.</param>
    /// <param name="text">The text; put away with the reader.</param>
    /// <param name="columns">The columns that are wanted.</param>
    public CsvReader(string file, StreamReader text, ImmutableArray<int> columns)
    {
        (_file, _text, _columns) = (file, text, columns);
        Header = ReadHeader();
    }

    /// <summary>The column names, trimmed; empty where <see cref="Fatal"/> is set.</summary>
    public ImmutableArray<string> Header { get; }

    /// <inheritdoc/>
    public DataFinding? Fatal { get; private set; }

    /// <summary>How many bytes were read (with what is still in the buffer).</summary>
    public long Position => _text.BaseStream.Position;

    /// <inheritdoc/>
    public bool Read(TableChunk chunk)
    {
        var cells = chunk.Columns as TextCells[] ?? [.. _columns.Select(static _ => new TextCells())];
        foreach (var column in cells)
            column.Clear();
        chunk.Start(cells);
        while (chunk.Count < TableChunk.Capacity && TryRead(out var row))
        {
            for (var i = 0; i < cells.Length; i++)
                cells[i].Add(_columns[i] < row.Cells.Length ? row.Cells[_columns[i]] : "");
            chunk.Add(row.Line, row.Problem);
        }
        return chunk.Count > 0;
    }

    /// <summary>Reads the next row that is not blank; false at the end, and where <see cref="Fatal"/> is set.</summary>
    private bool TryRead(out CsvRow row)
    {
        row = default;
        while (Fatal is null && NextLine() is { } line)
        {
            var number = _nextLine - 1;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var (cells, problem) = ReadRecord(line);
            row = new(number, cells, problem ?? (cells.Length == Header.Length ? null : RowRules.CellCount.With(cells.Length, Header.Length)));
            if (row.Problem is not null && _nextLine > number + 1 && !Resume(number))
                return false;
            return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    private ImmutableArray<string> ReadHeader()
    {
        if (NextLine() is not { } line || string.IsNullOrWhiteSpace(line))
        {
            Fatal ??= FileRules.NoHeader.With().At(new(_file, 1));
            return [];
        }
        var (cells, problem) = ReadRecord(line);
        if (problem is not null)
            Fatal = FileRules.BrokenHeader.With(problem.Message).At(new(_file, 1));
        else if (cells is [var only] && only.AsSpan().IndexOfAny("\t;；|") is >= 0 and var place)
            Fatal = FileRules.WrongSeparator.With(only[place] == '\t' ? "制表符" : $"“{only[place]}”").At(new(_file, 1));
        _record.Clear();
        return Fatal is null ? [.. cells.Select(static cell => cell.Trim())] : [];
    }

    private string? NextLine()
    {
        _record.Clear();
        return TakeLine();
    }

    private string? TakeLine()
    {
        string? line;
        if (_pushedBack.First is { } first)
        {
            line = first.Value;
            _pushedBack.RemoveFirst();
        }
        else
        {
            line = ReadLine();
        }
        if (line is not null)
            _nextLine++;
        return line;
    }

    private string? ReadLine()
    {
        try
        {
            return _text.ReadLine();
        }
        catch (IOException error)
        {
            Fatal = FileRules.CannotRead.With(_file, error.Message).At(new(_file, _nextLine));
            return null;
        }
    }

    /// <summary>Puts all lines of a broken record back but the first.</summary>
    private bool Resume(long firstLine)
    {
        for (var i = _record.Count - 1; i >= 0; i--)
            _pushedBack.AddFirst(_record[i]);
        _nextLine = firstLine + 1;
        if (++_resumptions <= MostResumptions)
            return true;
        Fatal = FileRules.UnclosedQuote.With().At(new(_file, firstLine));
        return false;
    }

    private (string[] Cells, DataProblem? Problem) ReadRecord(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
            return (line.Split(','), null);
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (at, stray) = (0, false);
        while (true)
        {
            cell.Clear();
            if (at < line.Length && line[at] == '"')
            {
                if (!ReadQuoted(ref line, ref at, cell, ref stray))
                    return ([.. cells, cell.ToString()], RowRules.UnclosedQuote.With());
            }
            else
            {
                var end = line.IndexOf(',', at) is >= 0 and var comma ? comma : line.Length;
                stray |= line.AsSpan(at, end - at).Contains('"');
                cell.Append(line, at, end - at);
                at = end;
            }
            cells.Add(cell.ToString());
            if (at >= line.Length)
                return ([.. cells], stray ? RowRules.StrayQuote.With() : null);
            at++;
        }
    }

    /// <summary>Reads a cell in quotation marks, over line ends; false where the closing mark is missing.</summary>
    private bool ReadQuoted(ref string line, ref int at, StringBuilder cell, ref bool stray)
    {
        at++;
        while (true)
        {
            var quote = line.IndexOf('"', at);
            if (quote < 0)
            {
                cell.Append(line, at, line.Length - at).Append('\n');
                if (cell.Length > LongestCell || TakeLine() is not { } next)
                    return false;
                _record.Add(next);
                (line, at) = (next, 0);
                continue;
            }
            cell.Append(line, at, quote - at);
            at = quote + 1;
            if (at >= line.Length || line[at] == ',')
                return true;
            stray |= line[at] != '"';
            cell.Append('"');
            at += line[at] == '"' ? 1 : 0;
        }
    }
}
