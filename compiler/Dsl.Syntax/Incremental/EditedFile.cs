// A version of a file that is being edited: its statements, each with the data needed to reuse it in the next version.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Lexing;
using Dsl.Syntax.Parsing;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Incremental;

/// <summary>A statement of a version.</summary>
/// <param name="Cursor">How far the statement before had read into it.</param>
/// <param name="Reach">How far from its start the lexer looked: text after that cannot change it.</param>
/// <param name="Before">The lexer state after the statements before.</param>
/// <param name="Parsed">The parsed statement; null for the last one, the end of the file.</param>
internal sealed record KeptStatement(int Cursor, int Reach, StatementState Before, ParsedStatement Parsed);

/// <summary>
/// A version of a file. The next one is made in two passes over the statements that the edit touches: the first finds their ends and
/// the next unchanged statement, then addresses are assigned, the second parses them. Immutable.
/// </summary>
internal sealed class EditedFile
{
    // Free addresses after a statement, so that it can grow: this many, or an equal share of what is left.
    private const int MostRoom = 1 << 16;

    private static readonly AddressTable Nothing = new([], new([]), 0);

    private readonly SourceText _source;
    private readonly ImmutableArray<KeptStatement> _statements;
    private readonly ImmutableArray<BlockSyntax> _blocks;

    // The index of the first statement of each block.
    private readonly ImmutableArray<int> _blockStarts;

    private EditedFile(
        SourceText source, ImmutableArray<KeptStatement> statements, ImmutableArray<BlockSyntax> blocks, ImmutableArray<int> blockStarts) =>
        (_source, _statements, _blocks, _blockStarts) = (source, statements, blocks, blockStarts);

    // What follows is known of the whole text, so that a change asks only for the span that it put in.

    /// <summary>Whether the text has no character that must be looked at twice.</summary>
    private bool IsPlain { get; init; }

    /// <summary>No statement looked farther than this from its start.</summary>
    private int LongestReach { get; init; }

    /// <summary>The indexes of the statements in which something was found.</summary>
    private ImmutableArray<int> WithFindings { get; init; } = [];

    /// <summary>The indexes of the statements that may hold comments.</summary>
    private ImmutableArray<int> WithComments { get; init; } = [];

    /// <summary>The blocks that others of the file depend on; default before the first version.</summary>
    private ImmutableArray<BlockSyntax> Frame { get; init; }

    private AddressTable Table => _source.Addresses ?? Nothing;

    /// <summary>The offsets between which comments may lie.</summary>
    public IEnumerable<Range> Commented => WithComments.Select(index => Table.Offsets[index]..EndOffset(index));

    /// <summary>Reads a whole file.</summary>
    public static SyntaxTree Open(SourceText plain)
    {
        if (!TextCheck.IsText(plain.Content))
            return SyntaxTree.Parse(plain);
        var (lexer, cuts) = (new Lexer(plain), new List<Cut>());
        do
            cuts.Add(Cut.Next(lexer, plain));
        while (!cuts[^1].IsEnd);
        var nothing = new EditedFile(plain, [], [], []);
        return nothing.Replace(plain, HasNoSuspects(plain.Content), 0, 0, cuts) ?? SyntaxTree.Parse(plain);
    }

    /// <summary>Reads the next version of the file.</summary>
    public SyntaxTree Change(string content)
    {
        var change = TextChange.Between(_source.Content, content);
        var isPlain = IsPlain ? HasNoSuspects(content.AsSpan()[change.Start..change.NewEnd]) : HasNoSuspects(content);
        var plain = _source.Changed(content, change.Start, change.OldEnd, change.NewEnd);
        if (!isPlain && !TextCheck.IsText(content))
            return SyntaxTree.Parse(plain);
        var first = FirstFrom(change.Start - LongestReach);
        while (Table.Offsets[first] + _statements[first].Reach < change.Start)
            first++;
        var (cuts, after) = CutFrom(first, plain, change);
        return Replace(plain, isPlain, first, after, cuts) ?? Open(plain);
    }

    private static bool HasNoSuspects(ReadOnlySpan<char> text) => !TextCheck.HasBad(text) && !HiddenCharacters.MayBeIn(text);

    /// <summary>The first statement that begins at an offset or after it.</summary>
    private int FirstFrom(int offset) => Table.Offsets.CountBelow(offset);

    // Cuts until an old statement after the edit begins where a new one would, in the same state: from there on nothing differs.
    private (List<Cut> Cuts, int After) CutFrom(int first, SourceText plain, TextChange change)
    {
        var (lexer, cuts, offset) = (new Lexer(plain), new List<Cut>(), Table.Offsets[first]);
        lexer.MoveTo(offset, offset + _statements[first].Cursor, _statements[first].Before);
        while (true)
        {
            cuts.Add(Cut.Next(lexer, plain));
            if (cuts[^1].IsEnd)
                return (cuts, _statements.Length);
            var place = lexer.Start - change.Shift;
            var old = lexer.Start > change.NewEnd ? FirstFrom(place) : _statements.Length;
            if (old < _statements.Length && Table.Offsets[old] == place
                && _statements[old].Cursor == lexer.Position - lexer.Start && _statements[old].Before == lexer.State)
                return (cuts, old);
        }
    }

    /// <summary>The version with statements in place of others; null where there is no room for them.</summary>
    private SyntaxTree? Replace(SourceText plain, bool isPlain, int first, int after, List<Cut> cuts)
    {
        // The first and the last are often unchanged: they were re-read only because their lookahead, or that of others, reaches the edit.
        var kept = 0;
        while (kept < cuts.Count && first + kept < after && IsAsBefore(first + kept, cuts[kept], plain))
            kept++;
        var keptAfter = 0;
        while (keptAfter < cuts.Count - kept && after - keptAfter > first + kept
            && IsAsBefore(after - 1 - keptAfter, cuts[^(1 + keptAfter)], plain))
            keptAfter++;
        var (from, to) = (first + kept, after - keptAfter);
        if (Room(from, to, cuts[kept..^keptAfter]) is not { } addresses)
            return null;
        var source = plain.With(Place(plain, first, after, cuts, from, to, addresses));
        var statements = ImmutableArray.CreateBuilder<KeptStatement>(_statements.Length - (to - from) + addresses.Length);
        statements.AddRange(_statements.AsSpan(0, first));
        for (var i = 0; i < kept; i++)
            statements.Add(_statements[first + i] with { Reach = cuts[i].Reach });
        statements.AddRange(Read(source, cuts[kept..^keptAfter]));
        for (var i = keptAfter; i > 0; i--)
            statements.Add(_statements[after - i] with { Reach = cuts[^i].Reach });
        statements.AddRange(_statements.AsSpan()[after..]);
        var all = statements.MoveToImmutable();
        var (blocks, blockStarts, frame) = Assemble(all, from, to);
        return Tree(new(source, all, blocks, blockStarts)
        {
            IsPlain = isPlain, LongestReach = Math.Max(LongestReach, cuts.Max(static cut => cut.Reach)), Frame = frame,
            WithFindings = Replaced(WithFindings, from, to, addresses.Length, index => !all[index].Parsed.Found.IsDefaultOrEmpty),
            WithComments = Replaced(WithComments, from, to, addresses.Length, index => HasComment(cuts[kept + index - from])),
        });

        bool HasComment(Cut cut) => plain.Content.AsSpan(cut.Start, cut.Length).Contains("//", StringComparison.Ordinal);
    }

    /// <summary>Indexes where some statements stand in place of those from an index up to another one.</summary>
    private static ImmutableArray<int> Replaced(ImmutableArray<int> indexes, int from, int to, int count, Func<int, bool> isAmong) =>
    [
        .. indexes.Where(index => index < from), .. Enumerable.Range(from, count).Where(isAmong),
        .. indexes.Where(index => index >= to).Select(index => index - to + from + count),
    ];

    private bool IsAsBefore(int index, Cut cut, SourceText plain)
    {
        var (old, start) = (_statements[index], Table.Offsets[index]);
        var length = EndOffset(index) - start;
        return cut.IsClean && old.Parsed.Found.IsDefaultOrEmpty
            && cut.Cursor == old.Cursor && cut.Before == old.Before && cut.Length == length
            && plain.Content.AsSpan(cut.Start, length).SequenceEqual(_source.Content.AsSpan(start, length));
    }

    /// <summary>Addresses for statements in place of others, between those that stay; null where there are not enough.</summary>
    private int[]? Room(int from, int to, List<Cut> cuts)
    {
        var addresses = Table.Addresses;
        var low = from < to ? addresses[from] : from == 0 ? 0 : addresses[from - 1] + Table.Offsets[from] - Table.Offsets[from - 1];
        var high = to < addresses.Length ? addresses[to] : AddressTable.Highest;
        // The first one keeps the address of its predecessor.
        var isAfter = from == to && from > 0;
        var free = high - low - cuts.Sum(static cut => (long)cut.Length);
        var room = Math.Min(MostRoom, free / Math.Max(1, cuts.Count + (isAfter ? 1 : 0)));
        if (room < 1)
            return null;
        var (given, next) = (new int[cuts.Count], low + (isAfter ? (int)room : 0));
        for (var i = 0; i < given.Length; i++)
        {
            given[i] = next;
            next += cuts[i].Length + (int)room;
        }
        return given;
    }

    private AddressTable Place(SourceText plain, int first, int after, List<Cut> cuts, int from, int to, int[] given)
    {
        var shift = plain.Content.Length - _source.Content.Length;
        var before = Table.Addresses.AsSpan();
        var addresses = before[from..to].SequenceEqual(given) ? Table.Addresses : [.. before[..from], .. given, .. before[to..]];
        int[] starts = [.. cuts.Select(static cut => cut.Start)];
        return new(addresses, Table.Offsets.Replace(first, after, starts, shift), plain.Content.Length);
    }

    private static IEnumerable<KeptStatement> Read(SourceText source, List<Cut> cuts)
    {
        var (lexer, parser) = (new Lexer(source), new StatementParser(source));
        foreach (var cut in cuts)
        {
            lexer.MoveTo(cut.Start, cut.Start + cut.Cursor, cut.Before);
            yield return new(cut.Cursor, cut.Reach, cut.Before, cut.IsEnd ? default : parser.Parse(lexer.ReadStatement()));
        }
    }

    /// <summary>Puts the blocks together; those that hold none of the new statements are kept.</summary>
    private (ImmutableArray<BlockSyntax> Blocks, ImmutableArray<int> Starts, ImmutableArray<BlockSyntax> Frame) Assemble(
        ImmutableArray<KeptStatement> statements, int from, int to)
    {
        var moved = statements.Length - _statements.Length;
        var end = statements.Length - 1;
        var (before, beginsBlock) = (0, from == end || statements[from].Parsed.Header is not null);
        while (before < _blocks.Length && (EndOf(before) < from || (EndOf(before) == from && beginsBlock)))
            before++;
        var after = before;
        while (after < _blocks.Length && _blockStarts[after] < to)
            after++;
        var (firstNew, lastNew) = (before == 0 ? 0 : EndOf(before - 1), after < _blocks.Length ? _blockStarts[after] + moved : end);
        var (built, starts) = (new BlockBuilder(), ImmutableArray.CreateBuilder<int>());
        starts.AddRange(_blockStarts.AsSpan(0, before));
        for (var i = firstNew; i < lastNew; i++)
        {
            if (i == firstNew || statements[i].Parsed.Header is not null)
                starts.Add(i);
            built.Add(statements[i].Parsed);
        }
        for (var i = after; i < _blocks.Length; i++)
            starts.Add(_blockStarts[i] + moved);
        var made = built.ToImmutable();
        ImmutableArray<BlockSyntax> blocks = [.. _blocks.AsSpan(0, before), .. made, .. _blocks.AsSpan()[after..]];
        var isSameFrame = !Frame.IsDefault && !made.Any(CompilationUnit.IsOfFrame)
            && !_blocks[before..after].Any(CompilationUnit.IsOfFrame);
        return (blocks, starts.ToImmutable(), isSameFrame ? Frame : [.. blocks.Where(CompilationUnit.IsOfFrame)]);
    }

    private int EndOffset(int statement) =>
        statement + 1 < _statements.Length ? Table.Offsets[statement + 1] : _source.Content.Length;

    private int EndOf(int block) => block + 1 < _blockStarts.Length ? _blockStarts[block + 1] : _statements.Length - 1;

    private static SyntaxTree Tree(EditedFile file)
    {
        var (source, found) = (file._source, new FoundDiagnostics(file._source));
        foreach (var index in file.WithFindings)
            found.Add(file._statements[index].Parsed.Found);
        var trivia = source.Content[file.Table.Offsets[file.Table.Offsets.Count - 1]..];
        var endOfFile = new SyntaxToken(SyntaxKind.EndOfFile, file.Table.Addresses[^1] + trivia.Length, "", trivia);
        var root = new CompilationUnit(file._blocks, endOfFile) { Frame = file.Frame };
        return new(source, root,
            file.IsPlain ? found.ToImmutable() : HiddenCharacters.Add(source, root, found.ToImmutable())) { Edited = file };
    }
}
