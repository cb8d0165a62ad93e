// The tokens of a JSON file through a buffer of bounded size, with the lines on which they stand.
using System.Text;
using System.Text.Json;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;

namespace Dsl.Data.Json;

/// <summary>Reads tokens from a stream of UTF-8, with or without a byte order mark.</summary>
/// <remarks>
/// Utf8JsonReader is a ref struct, so its state is saved with <see cref="Suspend"/> and restored with <see cref="Resume"/>.
/// </remarks>
internal sealed class JsonTokens : IDisposable
{
    /// <summary>The longest value or name in bytes: the buffer never grows beyond it.</summary>
    public const int LongestToken = 16 << 20;

    private readonly Stream _stream;
    private byte[] _buffer;

    // What is not consumed yet, and how far lines are counted.
    private int _start;
    private int _end;
    private int _counted;
    private bool _isFinal;

    // Why the start could not be read; thrown by the next read.
    private readonly IOException? _failure;
    private JsonReaderState _state;

    // Where _counted is: the line, 1-based, and how much of it was passed.
    private long _line = 1;
    private long _bytesOfLine;
    private long _charactersOfLine;

    /// <summary>Begins to read.</summary>
    /// <param name="stream">The file; disposed with this.</param>
    /// <param name="options">What is accepted.</param>
    /// <param name="bufferSize">How many bytes are read at once, at least 4.</param>
    public JsonTokens(Stream stream, JsonReaderOptions options, int bufferSize)
    {
        (_stream, _state, _buffer) = (stream, new(options), new byte[bufferSize]);
        try
        {
            _end = stream.ReadAtLeast(_buffer, 3, throwOnEndOfStream: false);
        }
        catch (IOException error)
        {
            _failure = error;
        }
        _start = _counted = _buffer is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
    }

    /// <summary>How many bytes were read (with what is still in the buffer).</summary>
    public long Position => _stream.Position;

    /// <summary>A reader that continues where the last one was suspended.</summary>
    public Utf8JsonReader Resume() => new(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);

    /// <summary>Puts a reader away.</summary>
    public void Suspend(ref Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    /// <summary>Reads the next token; false at the end.</summary>
    /// <exception cref="JsonException">It is not JSON, or it ends too early.</exception>
    /// <exception cref="InvalidDataException">A token is longer than <see cref="LongestToken"/>.</exception>
    public bool Read(ref Utf8JsonReader reader)
    {
        if (_failure is not null)
            throw _failure;
        while (!reader.Read())
        {
            if (_isFinal)
                return false;
            Suspend(ref reader);
            Fill();
            reader = Resume();
        }
        return true;
    }

    /// <summary>Goes to the end of the value at which a reader stands.</summary>
    public void Skip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        for (var depth = reader.CurrentDepth; Read(ref reader) && reader.CurrentDepth > depth;)
        {
        }
    }

    /// <summary>The line on which the token begins, 1-based.</summary>
    public long LineOf(ref Utf8JsonReader reader)
    {
        CountTo(_start + (int)reader.TokenStartIndex);
        return _line;
    }

    /// <summary>What an exception means that reading threw.</summary>
    /// <param name="error">One of those that <see cref="Read"/> names, or a failure of the file.</param>
    /// <param name="file">The file as shown in messages.</param>
    public DataFinding FindingOf(Exception error, string file)
    {
        if (error is JsonException { LineNumber: var lines, BytePositionInLine: var bytes })
            return JsonDiagnostics.BadSyntax.With(CharacterAt((lines ?? 0) + 1, bytes ?? 0)).At(new(file, (lines ?? 0) + 1));
        CountTo(_start);
        return error is InvalidDataException
            ? JsonDiagnostics.TooLongValue.With(LongestToken >> 20).At(new(file, _line))
            : FileDiagnostics.CannotRead.With(file, FileFailure.Words(error)).At(new(file, _line));
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void Fill()
    {
        CountTo(_start);
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end, _counted) = (0, _end - _start, 0);
        if (_end == _buffer.Length)
        {
            if (_end >= LongestToken)
                throw new InvalidDataException();
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        var count = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        _isFinal = count == 0;
    }

    private void CountTo(int at)
    {
        // The start of a token that was asked for may lie before what was counted already.
        if (at <= _counted)
            return;
        var passed = _buffer.AsSpan(_counted, at - _counted);
        if (passed.LastIndexOf((byte)'\n') is >= 0 and var last)
        {
            _line += passed.Count((byte)'\n');
            (_bytesOfLine, _charactersOfLine) = (0, 0);
            passed = passed[(last + 1)..];
        }
        _bytesOfLine += passed.Length;
        _charactersOfLine += Encoding.UTF8.GetCharCount(passed);
        _counted = at;
    }

    /// <summary>The 1-based number of a character that is not yet counted, from its line and the bytes before it.</summary>
    private long CharacterAt(long line, long bytes)
    {
        var rest = _buffer.AsSpan(_counted, _end - _counted);
        var (counted, before) = (_charactersOfLine, bytes - _bytesOfLine);
        for (var i = _line; i < line && rest.IndexOf((byte)'\n') is >= 0 and var end; i++)
        {
            rest = rest[(end + 1)..];
            (counted, before) = (0, bytes);
        }
        return counted + Encoding.UTF8.GetCharCount(rest[..(int)Math.Clamp(before, 0, rest.Length)]) + 1;
    }
}
