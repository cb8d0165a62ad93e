// The text of one file with its lines.
using System.Runtime.InteropServices;

namespace Dsl.Syntax.Text;

/// <summary>A place in a text, 0-based.</summary>
/// <param name="Line">Line number.</param>
/// <param name="Column">UTF-16 units from the start of the line.</param>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>
/// The text of one file. Immutable. The numbers in spans are addresses: in a file that is only read they are offsets into
/// <see cref="Content"/>; in one that is being edited they stay with their statement (<see cref="SyntaxTree.WithText"/>), and each version
/// maps them to offsets.
/// </summary>
public sealed class SourceText
{
    private readonly Starts _lineStarts;

    /// <summary>Makes a source text.</summary>
    /// <param name="path">The path as it is shown in messages, with forward slashes.</param>
    /// <param name="content">The text without a byte order mark. Lines end in \n, \r\n or \r.</param>
    public SourceText(string path, string content)
        : this(path, content, FindLineStarts(content), null)
    {
    }

    private SourceText(string path, string content, Starts lineStarts, AddressTable? addresses) =>
        (Path, Content, _lineStarts, Addresses) = (path, content, lineStarts, addresses);

    /// <summary>The path as it is shown in messages.</summary>
    public string Path { get; }

    /// <summary>The whole text. Spans go through <see cref="RangeOf"/> to be used on it.</summary>
    public string Content { get; }

    /// <summary>Number of lines; at least 1.</summary>
    public int LineCount => _lineStarts.Count;

    /// <summary>Where the statements lie; null where addresses are offsets.</summary>
    internal AddressTable? Addresses { get; }

    /// <summary>The text of a span.</summary>
    public string this[TextSpan span] => Content[RangeOf(span)];

    /// <summary>The offset of an address.</summary>
    public int OffsetOf(int address) => Addresses?.OffsetOf(address) ?? address;

    /// <summary>The address of an offset.</summary>
    public int AddressOf(int offset) => Addresses?.AddressOf(offset) ?? offset;

    /// <summary>The offsets of a span.</summary>
    public Range RangeOf(TextSpan span) => OffsetOf(span.Start)..OffsetOf(span.End);

    /// <summary>The span between two offsets.</summary>
    public TextSpan SpanBetween(int start, int end) => TextSpan.FromBounds(AddressOf(start), AddressOf(end));

    /// <summary>Line and column of an address.</summary>
    public LinePosition PositionOf(int address)
    {
        var offset = OffsetOf(address);
        var line = _lineStarts.CountUpTo(offset) - 1;
        return new(line, offset - _lineStarts[line]);
    }

    /// <summary>The span of a line without its line end.</summary>
    public TextSpan LineSpan(int line)
    {
        var start = _lineStarts[line];
        var end = line + 1 < _lineStarts.Count ? _lineStarts[line + 1] : Content.Length;
        while (end > start && CharacterFacts.IsLineEnd(Content[end - 1]))
            end--;
        return SpanBetween(start, end);
    }

    /// <summary>The same text with addresses of its own.</summary>
    internal SourceText With(AddressTable addresses) => new(Path, Content, _lineStarts, addresses);

    /// <summary>
    /// The next version of the text, which differs in one span. Whether a line begins at a place is seen from the two characters around
    /// it, so that only the places in and around the span are looked at.
    /// </summary>
    /// <param name="content">The whole text.</param>
    /// <param name="start">Where the span begins, in both texts.</param>
    /// <param name="oldEnd">Where it ended.</param>
    /// <param name="newEnd">Where it ends.</param>
    internal SourceText Changed(string content, int start, int oldEnd, int newEnd)
    {
        var (before, behind) = (_lineStarts.CountBelow(start), _lineStarts.CountUpTo(oldEnd));
        var between = new List<int>();
        for (var place = start; place <= newEnd; place++)
        {
            if (IsLineStart(content, place))
                between.Add(place);
        }
        return new(Path, content, _lineStarts.Replace(before, behind, CollectionsMarshal.AsSpan(between), newEnd - oldEnd), null);
    }

    private static bool IsLineStart(string content, int place) =>
        place == 0 || content[place - 1] == '\n'
        || (content[place - 1] == '\r' && (place == content.Length || content[place] != '\n'));

    private static Starts FindLineStarts(string content)
    {
        var starts = new List<int>(1 + content.AsSpan().Count('\n')) { 0 };
        for (int next, start = 0; (next = content.AsSpan(start).IndexOfAny(CharacterFacts.LineEnds)) >= 0; starts.Add(start))
        {
            start += next + 1;
            if (content[start - 1] == '\r' && start < content.Length && content[start] == '\n')
                start++;
        }
        return new([.. starts]);
    }
}
