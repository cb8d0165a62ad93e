// One statement as the lexer hands it over: a line with the lines that continue it.
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Lexing;

/// <summary>
/// The tokens of one statement. The lexer uses one instance for the whole file and fills it anew each time, unless it reads ahead
/// (<see cref="StatementReader"/>): then each statement lives until the parser has passed it.
/// </summary>
internal sealed class Statement
{
    /// <summary>The tokens; the first is the line keyword if there is one. Empty at the end of the file.</summary>
    public List<SyntaxToken> Tokens { get; } = [];

    /// <summary>The keyword that the line begins with; null for a bare line.</summary>
    public LineKeyword? Keyword { get; set; }

    /// <summary>Whether the line lacks an equals sign that was reported with its first word (补助 10万元).</summary>
    public bool ImpliesEquals { get; set; }

    /// <summary>What the lexer found in this statement.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Empties the statement.</summary>
    public void Clear()
    {
        Tokens.Clear();
        Diagnostics.Clear();
        (Keyword, ImpliesEquals) = (null, false);
    }
}

/// <summary>Strings that come again and again (names, operators, runs of space), kept once per file.</summary>
internal sealed class TextCache
{
    private const int LongestKept = 24;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>An empty cache.</summary>
    public TextCache() => _lookup = _texts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text as a string.</summary>
    public string Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return "";
        if (text.Length > LongestKept)
            return text.ToString();
        if (!_lookup.TryGetValue(text, out var known))
            _texts.Add(known = text.ToString(), known);
        return known;
    }
}
