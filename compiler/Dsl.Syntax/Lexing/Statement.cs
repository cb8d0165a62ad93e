// One statement as the lexer hands it over: a line with the lines that continue it.
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Text;

namespace Dsl.Syntax.Lexing;

/// <summary>
/// The tokens of one statement. The lexer reuses one instance for the whole file, unless other threads parse its
/// statements while it continues: then each statement is a new instance.
/// </summary>
internal sealed class Statement
{
    /// <summary>The tokens; the first is the line keyword if there is one. Empty at the end of the file.</summary>
    public List<SyntaxToken> Tokens { get; } = [];

    /// <summary>The keyword that the line begins with; null for a bare line.</summary>
    public LineKeyword? Keyword { get; set; }

    /// <summary>Whether the line lacks an equals sign that was reported with its first word (补助 10万元).</summary>
    public bool ImpliesEquals { get; set; }

    /// <summary>The lexer state after the statements before it.</summary>
    public StatementState Before { get; set; }

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

/// <summary>All that the reading of a statement depends on beside its own text and what follows it.</summary>
/// <param name="Block">The kind of block that the line lies in.</param>
/// <param name="FollowsMisplaced">Whether the line before did not belong into its block: one report for a run of such lines.</param>
/// <param name="FollowsStray">Whether it is not the first of the lines before the first block: one report for all of them.</param>
internal readonly record struct StatementState(BlockKinds Block, bool FollowsMisplaced, bool FollowsStray)
{
    /// <summary>Whether a line may begin without a keyword.</summary>
    public bool TakesBareLines => (Block & (BlockKinds.Scope | BlockKinds.Data | BlockKinds.Detail)) != 0;

    /// <summary>Whether a keyword may stand here.</summary>
    public bool Takes(LineKeyword keyword) => keyword.Opens != BlockKinds.None || (keyword.Within & Block) != 0;

    /// <summary>The keywords that may stand here and are spelt nearly like a word, without those that mean the contrary.</summary>
    public List<string> NearestKeywords(string word)
    {
        var state = this;
        var words = SyntaxFacts.LineKeywords.Where(state.Takes).SelectMany(static keyword => keyword.Aliases.Prepend(keyword.Word));
        return [.. EditDistance.Nearest(word, words).Where(keyword => NameLikeness.Of(word, keyword) != Likeness.Contrary)];
    }

    /// <summary>The state after a statement.</summary>
    public StatementState After(LineKeyword? keyword) =>
        keyword is { Opens: not BlockKinds.None } ? this with { Block = keyword.Opens }
        : Block == BlockKinds.None ? this with { FollowsStray = true }
        : this with { FollowsMisplaced = keyword is null ? !TakesBareLines : !Takes(keyword) };
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
