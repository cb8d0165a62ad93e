// Lines of generated C# with indentation and fresh names.
using System.Text;
using Dsl.Ir.Schema;

namespace Dsl.Columns.Emitting;

/// <summary>Writes lines of C#.</summary>
internal sealed class CodeWriter
{
    // C# counts no farther.
    private const int MostLines = 16_000_000;

    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>How many characters are written.</summary>
    public int Length => _text.Length;

    /// <summary>A line.</summary>
    public void Line(string text) => _text.Append(' ', text.Length == 0 || text[0] == '#' ? 0 : _depth * 4).Append(text).Append('\n');

    /// <summary>An empty line.</summary>
    public void Line() => _text.Append('\n');

    /// <summary>A place to which lines can be put later.</summary>
    public int Mark() => _text.Length;

    /// <summary>Puts lines at a place, at the depth of now.</summary>
    public void Insert(int mark, IEnumerable<string> lines) =>
        _text.Insert(mark, string.Concat(lines.Select(line => line.Length == 0 ? "\n" : $"{new string(' ', _depth * 4)}{line}\n")));

    /// <summary>Opens a block.</summary>
    public void Open(string head)
    {
        Line(head);
        Open();
    }

    /// <summary>Opens a block whose head is put before it later.</summary>
    public void Open()
    {
        Line("{");
        _depth++;
    }

    /// <summary>Closes a block.</summary>
    public void Close(string end = "}")
    {
        _depth--;
        Line(end);
    }

    /// <summary>A name that was not used yet, as C# writes it: a name that C# cannot write so loses what does not fit.</summary>
    public string Fresh(string name)
    {
        var clean = Identifier(name);
        // What the class itself calls so would be hidden.
        if (ProgramTables.IsReserved(clean) || UnknownBitTable.IsReserved(clean))
            clean = $"v_{clean}";
        for (; ; )
        {
            var count = _names[clean] = _names.GetValueOrDefault(clean) + 1;
            if (count == 1)
                return clean;
            // A name may be written so that it looks like the second of another.
            if (_names.TryAdd($"{clean}_{count}", 1))
                return $"{clean}_{count}";
        }
    }

    /// <summary>Forgets the names: a new class begins.</summary>
    public void NewScope() => _names.Clear();

    /// <summary>
    /// What follows is of a line of a policy: a stack trace or a debugger shows that line.
    /// A line directive has no way to write a quotation mark.
    /// </summary>
    public void At(SourceLocation origin)
    {
        if (origin.Line is > 0 and < MostLines)
            Line($"#line {origin.Line} \"{origin.Path.ReplaceLineEndings(" ").Replace('"', '\'')}\"");
    }

    /// <summary>A text of a policy in one line of a comment.</summary>
    public static string Comment(string text) => text.ReplaceLineEndings(" ").Replace("<", "&lt;", StringComparison.Ordinal).Trim();

    /// <summary>A name as an identifier.</summary>
    public static string Identifier(string name)
    {
        var clean = new string([.. name.Select(static character => char.IsLetterOrDigit(character) ? character : '_')]);
        return clean.Length == 0 || char.IsDigit(clean[0]) || clean[0] < 128 ? $"v_{clean}" : clean;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
