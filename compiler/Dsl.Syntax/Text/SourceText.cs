// The text of one file with its lines.
using System.Collections.Immutable;

namespace Dsl.Syntax.Text;

/// <summary>A place in a text, 0-based.</summary>
/// <param name="Line">Line number.</param>
/// <param name="Column">UTF-16 units from the start of the line.</param>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>The text of one file. Immutable.</summary>
public sealed class SourceText
{
    private readonly ImmutableArray<int> _lineStarts;

    /// <summary>Makes a source text.</summary>
    /// <param name="path">The path as it is shown in messages, with forward slashes.</param>
    /// <param name="content">The text without a byte order mark. Lines end in \n, \r\n or \r.</param>
    public SourceText(string path, string content)
    {
        Path = path;
        Content = content;
        _lineStarts = FindLineStarts(content);
    }

    /// <summary>The path as it is shown in messages.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Content { get; }

    /// <summary>Number of lines; at least 1.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>The text of a stretch.</summary>
    public string this[TextSpan span] => Content.Substring(span.Start, span.Length);

    /// <summary>Line and column of a position within 0..Content.Length.</summary>
    public LinePosition PositionOf(int offset)
    {
        var line = _lineStarts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        return new(line, offset - _lineStarts[line]);
    }

    /// <summary>The stretch of a line without its line end.</summary>
    public TextSpan LineSpan(int line)
    {
        var start = _lineStarts[line];
        var end = line + 1 < _lineStarts.Length ? _lineStarts[line + 1] : Content.Length;
        while (end > start && CharacterFacts.IsLineEnd(Content[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }

    private static ImmutableArray<int> FindLineStarts(string content)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n')))
                starts.Add(i + 1);
        }
        return starts.ToImmutable();
    }
}
