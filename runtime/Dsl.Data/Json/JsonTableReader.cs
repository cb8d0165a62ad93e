// The rows of a JSON table: objects, in an array or one after another. Numbers are taken from their digits.
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Values.Text;

namespace Dsl.Data.Json;

/// <summary>Reads a table once, from the first row to the last.</summary>
internal sealed class JsonTableReader : ITableReader
{
    /// <summary>How many bytes are read at once.</summary>
    private const int BufferSize = 1 << 16;

    /// <summary>More columns than any sheet has: keys were written as names of members.</summary>
    private const int MostColumns = 16_384;

    private readonly string _file;
    private readonly bool _isArray;
    private readonly JsonMembers _members;
    private readonly JsonTokens _tokens;
    private readonly ImmutableArray<int> _columns;

    // By column of the file, which wanted column it is; -1 for none. Columns past its end are not wanted either.
    private readonly int[] _slots;

    // By wanted column: whether the row has it already.
    private readonly bool[] _isThere;
    private TextCells[] _targets = [];
    private char[] _text = new char[256];
    private bool _isStarted;

    /// <summary>Begins to read.</summary>
    /// <param name="file">As shown in messages.</param>
    /// <param name="stream">The file; disposed with the reader.</param>
    /// <param name="isArray">Whether the objects stand in an array; else one after another.</param>
    /// <param name="members">Which member is which column; takes what it does not know.</param>
    /// <param name="columns">The columns that are wanted.</param>
    /// <param name="bufferSize">How many bytes are read at once, at least 4.</param>
    public JsonTableReader(string file, Stream stream, bool isArray, JsonMembers members, ImmutableArray<int> columns,
        int bufferSize = BufferSize)
    {
        (_file, _isArray, _members, _columns) = (file, isArray, members, columns);
        _tokens = new(stream, new JsonReaderOptions { AllowMultipleValues = !isArray }, bufferSize);
        _slots = new int[members.Names.Count];
        Array.Fill(_slots, -1);
        for (var i = 0; i < columns.Length; i++)
            _slots[columns[i]] = i;
        _isThere = new bool[columns.Length];
    }

    /// <inheritdoc/>
    public DataFinding? Fatal { get; private set; }

    /// <summary>How many bytes were read (with what is still in the buffer).</summary>
    public long Position => _tokens.Position;

    /// <inheritdoc/>
    public bool Read(TableBatch chunk)
    {
        _targets = chunk.StartTexts(_columns.Length);
        if (Fatal is not null)
            return false;
        try
        {
            var reader = _tokens.Resume();
            while (chunk.Count < TableBatch.Capacity && TryRead(ref reader, chunk))
            {
            }
            _tokens.Suspend(ref reader);
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or IOException)
        {
            Fatal = _tokens.FindingOf(error, _file);
        }
        return Fatal is null && chunk.Count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _tokens.Dispose();

    /// <summary>Adds the next row; false at the end, and where <see cref="Fatal"/> is set.</summary>
    private bool TryRead(ref Utf8JsonReader reader, TableBatch chunk)
    {
        while (Fatal is null && _tokens.Read(ref reader))
        {
            if (!_isStarted)
            {
                _isStarted = true;
                Fatal = ProblemOfStart(reader.TokenType)?.At(new(_file, _tokens.LineOf(ref reader)));
                if (_isArray || Fatal is not null)
                    continue;
            }
            // The end of the array: reading on finds out that nothing follows it.
            if (reader.TokenType == JsonTokenType.EndArray)
                continue;
            var line = _tokens.LineOf(ref reader);
            var problem = ReadRow(ref reader, chunk.Count);
            chunk.Add(line, problem);
            return true;
        }
        return false;
    }

    private DataProblem? ProblemOfStart(JsonTokenType token) => (_isArray, token) switch
    {
        (true, JsonTokenType.StartArray) => null,
        (true, JsonTokenType.StartObject) => JsonDiagnostics.NotATable.With(),
        (true, _) => JsonDiagnostics.ValueAsTable.With(),
        (false, JsonTokenType.StartArray) => JsonDiagnostics.ArrayAsLines.With(),
        _ => null,
    };

    /// <summary>Adds a cell to each wanted column; what is wrong with the row as a whole, or null.</summary>
    private DataProblem? ReadRow(ref Utf8JsonReader reader, int row)
    {
        DataProblem? problem = null;
        Array.Clear(_isThere);
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (Fatal is null && _tokens.Read(ref reader) && reader.TokenType != JsonTokenType.EndObject)
                problem = ReadMember(ref reader, row) ?? problem;
        }
        else
        {
            problem = JsonDiagnostics.RowExpected.With("{\"主键\": \"…\"}");
            _tokens.Skip(ref reader);
        }
        for (var slot = 0; slot < _targets.Length; slot++)
        {
            if (!_isThere[slot])
                _targets[slot].Add([]);
        }
        return problem;
    }

    private DataProblem? ReadMember(ref Utf8JsonReader reader, int row)
    {
        var column = _members.ColumnOf(ref reader);
        if (column >= MostColumns)
            Fatal ??= JsonDiagnostics.TooManyColumns.With(MostColumns).At(new(_file, _tokens.LineOf(ref reader)));
        var slot = column < _slots.Length ? _slots[column] : -1;
        _tokens.Read(ref reader);
        if (slot < 0)
            _tokens.Skip(ref reader);
        else if (_isThere[slot])
        {
            _tokens.Skip(ref reader);
            return JsonDiagnostics.DuplicateProperty.With(_members.Names[column]);
        }
        else
        {
            _isThere[slot] = true;
            AddCell(ref reader, _targets[slot], row);
        }
        return null;
    }

    private void AddCell(ref Utf8JsonReader reader, TextCells cells, int row)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                AddText(ref reader, cells, row);
                break;
            case JsonTokenType.Number:
                var length = Encoding.UTF8.GetChars(reader.ValueSpan, Room(reader.ValueSpan.Length));
                var number = _text.AsSpan(0, length);
                cells.Add(number.IndexOfAny('e', 'E') < 0 ? number : DecimalText.Plain(number.ToString()), CellKind.Number);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                cells.Add(reader.TokenType == JsonTokenType.True ? "是" : "否");
                break;
            case JsonTokenType.Null:
                cells.Add([]);
                break;
            default:
                cells.Add(reader.TokenType == JsonTokenType.StartArray ? "[…]" : "{…}");
                cells.Reject(row, JsonDiagnostics.CellExpected.With("\"200万元\""));
                _tokens.Skip(ref reader);
                break;
        }
    }

    private void AddText(ref Utf8JsonReader reader, TextCells cells, int row)
    {
        try
        {
            // Never more characters than bytes.
            var room = Room(reader.ValueSpan.Length);
            cells.Add(room.AsSpan(0, reader.CopyString(room)));
        }
        catch (InvalidOperationException)
        {
            cells.Add(Encoding.UTF8.GetString(reader.ValueSpan));
            cells.Reject(row, JsonDiagnostics.WholeCharacters.With("\"甲\" 或 \"\\u7532\""));
        }
    }

    private char[] Room(int length)
    {
        if (_text.Length < length)
            _text = new char[Math.Max(length, _text.Length * 2)];
        return _text;
    }
}
