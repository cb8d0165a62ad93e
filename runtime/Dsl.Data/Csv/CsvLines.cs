// The lines of a text, without a string for each; lines of a rejected row can be read again.
namespace Dsl.Data.Csv;

/// <summary>Reads lines. They end in a line feed, a carriage return, or both.</summary>
internal sealed class CsvLines(StreamReader text) : IDisposable
{
    private readonly LinkedList<string> _pushedBack = [];
    private readonly List<string> _kept = [];
    private char[] _buffer = new char[1 << 16];
    private int _start;
    private int _end;
    private bool _isOver;
    private bool _skipsLineFeed;

    /// <summary>The number of the last line that was read, 1-based.</summary>
    public long Number { get; private set; }

    /// <summary>How many bytes were read (with what is still in the buffers).</summary>
    public long Position => text.BaseStream.Position;

    /// <summary>The next line, without its end; good until the next call.</summary>
    public bool TryRead(out ReadOnlySpan<char> line)
    {
        if (_pushedBack.First is { } first)
        {
            _pushedBack.RemoveFirst();
            line = first.Value;
            Number++;
            return true;
        }
        for (var searched = 0; ;)
        {
            if (_skipsLineFeed && _start < _end)
            {
                _start += _buffer[_start] == '\n' ? 1 : 0;
                _skipsLineFeed = false;
            }
            var rest = _buffer.AsSpan(_start, _end - _start);
            if (rest[searched..].IndexOfAny('\n', '\r') is >= 0 and var found)
            {
                line = rest[..(searched + found)];
                _skipsLineFeed = rest[searched + found] == '\r';
                _start += line.Length + 1;
                Number++;
                return true;
            }
            searched = rest.Length;
            if (!Fill())
            {
                line = _buffer.AsSpan(_start, _end - _start);
                _start = _end;
                Number += line.IsEmpty ? 0 : 1;
                return !line.IsEmpty;
            }
        }
    }

    /// <summary>Keeps a line that was just read, until it is known whether it must be read again.</summary>
    public void Keep(string line) => _kept.Add(line);

    /// <summary>Forgets the lines that were kept.</summary>
    public void Forget() => _kept.Clear();

    /// <summary>Goes back before the lines that were kept.</summary>
    public void GoBack()
    {
        for (var i = _kept.Count - 1; i >= 0; i--)
            _pushedBack.AddFirst(_kept[i]);
        Number -= _kept.Count;
        _kept.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => text.Dispose();

    private bool Fill()
    {
        if (_isOver)
            return false;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var count = text.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        _isOver = count == 0;
        return count > 0;
    }
}
