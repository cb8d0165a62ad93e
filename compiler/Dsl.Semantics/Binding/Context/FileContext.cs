// One file while it is being bound: its tree, its findings, what it declares and what it sees.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Context;

/// <summary>A number that several blocks of a kind have.</summary>
/// <param name="Kind">The kind (条款, 目标).</param>
/// <param name="First">Where the first of them has it.</param>
/// <param name="Extra">Where another one has it.</param>
internal sealed record RepeatedNumber(string Kind, SyntaxToken First, SyntaxToken Extra);

/// <summary>
/// A file of the set. It lasts for as long as what the files of the set declare; what is bound of its text is replaced with the text.
/// </summary>
internal sealed class FileContext
{
    private readonly Dictionary<string, Dictionary<string, NumberedSymbol>> _numbers = new(StringComparer.Ordinal);
    private readonly MemberTable _members;
    private Dictionary<(string Kind, int Place), NumberedSymbol> _numbered = [];
    private ILookup<string, NumberedBlock>? _blocks;
    private readonly bool _isKept;
    private VisibleDeclarations? _visible;
    private AskedParameters? _askedParameters;
    private FilePart<object>? _declarations;
    private FilePart<object>? _parameters;
    private PolicySymbol? _symbol;
    private IReadOnlyList<RepeatedNumber>? _repeated;

    // The declarations of all numbers; default where they are not put together.
    private ImmutableArray<NameUse> _numberUses;

    /// <summary>Makes one.</summary>
    /// <param name="members">The values of all lists of the set.</param>
    /// <param name="schemas">The schema files of the set: all of them for a policy, else those so far, to which the others are
    /// added.</param>
    /// <param name="isKept">Whether it lasts for several versions of the text.</param>
    public FileContext(SyntaxTree tree, MemberTable members, IReadOnlyList<FileContext> schemas, bool isKept)
    {
        (Tree, _members, Home, _isKept) = (tree, members, new(tree.Source), isKept);
        Policy = PolicyOf(tree);
        Sink = new(Home, members);
        Uses = SchemaUse.Of(this, schemas);
    }

    /// <summary>The tree.</summary>
    public SyntaxTree Tree { get; private set; }

    /// <summary>The file, whatever the version of its text.</summary>
    public DeclaringFile Home { get; }

    /// <summary>The newest texts of all files by path.</summary>
    public IReadOnlyDictionary<string, SourceText> Newest { get; set; } = ImmutableDictionary<string, SourceText>.Empty;

    /// <summary>Where findings go.</summary>
    public DiagnosticSink Sink { get; private set; }

    /// <summary>The 政策 block; null for a schema file.</summary>
    public PolicyBlock? Policy { get; private set; }

    /// <summary>The path.</summary>
    public string Path => Tree.Source.Path;

    /// <summary>名录 declared here.</summary>
    public Dictionary<string, ListSymbol> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>数据 declared here.</summary>
    public Dictionary<string, SubjectSymbol> Subjects { get; } = new(StringComparer.Ordinal);

    /// <summary>明细 declared here.</summary>
    public Dictionary<string, DetailSymbol> Details { get; } = new(StringComparer.Ordinal);

    /// <summary>参数 declared here.</summary>
    public Dictionary<string, ParameterSymbol> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>The schema files whose declarations are in sight here.</summary>
    public IReadOnlyList<FileContext> Uses { get; }

    /// <summary>The bound policy of the present tree; null where it was not bound yet, or holds none.</summary>
    public BoundPolicy? Bound { get; set; }

    /// <summary>What was bound of the policy, by block.</summary>
    public KeptBlocks Kept { get; } = new();

    /// <summary>Everything in sight; asked for only when all files are declared.</summary>
    public VisibleDeclarations Visible => _visible ??= new(
        Merge(static file => file.Lists), Merge(static file => file.Subjects), Merge(static file => file.Details),
        _isKept ? _askedParameters = new(Merge(static file => file.Parameters)) : Merge(static file => file.Parameters));

    /// <summary>A frame with nothing but declarations in sight.</summary>
    public BindingFrame Frame => new() { Declarations = Visible };

    /// <summary>The 政策 block of a tree; null where it holds none.</summary>
    public static PolicyBlock? PolicyOf(SyntaxTree tree) => tree.Root.Frame.OfType<PolicyBlock>().FirstOrDefault();

    /// <summary>What the 文号 stands for, the same symbol as long as it is written at the same place.</summary>
    public PolicySymbol SymbolOf(PolicyBlock policy, string number, TextSpan place)
    {
        if (_symbol is not { } known || known.Name != number || known.Span != place)
            return _symbol = new PolicySymbol(number, policy, Home, place);
        known.Syntax = policy;
        return known;
    }

    /// <summary>The 名录 in sight, before everything is declared.</summary>
    public ListSymbol? FindList(string name) =>
        Lists.GetValueOrDefault(name)
        ?? Uses.Select(file => file.Lists.GetValueOrDefault(name)).FirstOrDefault(static list => list is not null);

    /// <summary>The names of the 名录 in sight, before everything is declared.</summary>
    public IEnumerable<string> ListNames => Lists.Keys.Concat(Uses.SelectMany(static file => file.Lists.Keys));

    /// <summary>The blocks of a kind (条款, 目标), in the order of the file.</summary>
    public IEnumerable<NumberedBlock> BlocksOf(string kind) => (_blocks ??= Tree.Root.Blocks.OfType<NumberedBlock>()
        .ToLookup(static block => block.Keyword?.Value ?? "", StringComparer.Ordinal))[kind];

    /// <summary>The numbers, in half width, of the blocks of a kind (条款, 目标), in the order of the file.</summary>
    public IReadOnlyCollection<string> NumbersOf(string kind) => Numbered(kind).Keys;

    /// <summary>Stands for the numbers of the blocks: another object when any of them, or its place, has changed.</summary>
    public object Numbers { get; private set; } = new();

    /// <summary>The numbers that several blocks of a kind have, for all kinds; so all are declared.</summary>
    public IReadOnlyList<RepeatedNumber> RepeatedNumbers => _repeated ??=
    [
        .. NumberedBlock.Kinds.Where(kind => NumbersOf(kind).Count < BlocksOf(kind).Count(static block => !block.Number.IsMissing))
            .SelectMany(RepeatedIn),
    ];

    /// <summary>The block of a kind with a number in half width (the first, where several have it); null where there is none.</summary>
    public NumberedSymbol? FindNumbered(string kind, string number) => Numbered(kind).GetValueOrDefault(number);

    /// <summary>The 参数 of the last version, each with what binding it left, where they are kept.</summary>
    public Dictionary<ParameterBlock, FilePart<ParameterSymbol>>? KeptParameters { get; set; }

    /// <summary>Begins to note what is asked about the parameters in sight.</summary>
    public void BeginAnswers()
    {
        _ = Visible;
        _askedParameters?.Begin();
    }

    /// <summary>What was asked since then.</summary>
    public ParameterAnswers EndAnswers() => _askedParameters?.End() ?? default;

    /// <summary>Keeps what the declarations of all files but their 参数 added here, for the next version of the text.</summary>
    public void KeepDeclarations() =>
        (_declarations, _parameters, KeptParameters) = (new(null, [.. Sink.Found], [.. Sink.Names.All], 0), null, []);

    /// <summary>Begins to declare the 参数 anew, beside the other declarations.</summary>
    public void BeginParameters()
    {
        Parameters.Clear();
        (_visible, _parameters) = (null, null);
        AddDeclarations();
        _parameters = new(null, [.. Sink.Found], [.. Sink.Names.All], 0);
    }

    /// <summary>Keeps what the 参数 of all files added here since then.</summary>
    public void KeepParameters()
    {
        if (_parameters is not { } before)
            return;
        _parameters = new(null, [.. Sink.Found.Skip(before.Found.Length)], [.. Sink.Names.All.Skip(before.Names.Length)],
            KeptParameters?.Values.Sum(static part => part.Compared) ?? 0);
    }

    /// <summary>Begins anew with another text, or the same, that declares the same.</summary>
    /// <param name="tree">The newest tree.</param>
    public void Renew(SyntaxTree tree)
    {
        var keepsNumbers = HaveSameNumbers(Tree.Root.Blocks, tree.Root.Blocks);
        if (keepsNumbers)
            RenewNumbered(Tree.Root.Blocks, tree.Root.Blocks);
        (Tree, Home.Text, Bound, _blocks) = (tree, tree.Source, null, null);
        Policy = PolicyOf(tree);
        Sink = new(Home, _members);
        if (keepsNumbers)
        {
            if (_numberUses.IsDefault)
                _numberUses = [.. _numbers.Values.SelectMany(static numbers => numbers.Values)
                    .Select(static symbol => new NameUse(symbol, symbol.Span, IsDeclaration: true))];
            Sink.Names.AddPart(_numberUses);
            return;
        }
        // Of a number the symbol stays while its place does: others name it.
        _numbered = _numbers.SelectMany(static kind => kind.Value.Values.Select(symbol => (kind.Key, symbol)))
            .ToDictionary(static pair => (pair.Key, pair.symbol.Span.Start), static pair => pair.symbol);
        _numbers.Clear();
        (Numbers, _repeated) = (new(), null);
    }

    /// <summary>Adds what the declarations added before; asked for when the texts of all files are the newest.</summary>
    public void AddDeclarations()
    {
        if (_declarations is { } kept)
            Sink.Add(_declarations = kept.In(Newest));
        if (_parameters is { } parameters)
            Sink.Add(_parameters = parameters.In(Newest));
    }

    private IEnumerable<RepeatedNumber> RepeatedIn(string kind) =>
        BlocksOf(kind).Where(static block => !block.Number.IsMissing).GroupBy(static block => block.Number.Value)
            .SelectMany(group => group.Skip(1).Select(extra => new RepeatedNumber(kind, group.First().Number, extra.Number)));

    private Dictionary<string, NumberedSymbol> Numbered(string kind)
    {
        if (!_numbers.TryGetValue(kind, out var numbers))
        {
            _numbers.Add(kind, numbers = new(StringComparer.Ordinal));
            _numberUses = default;
            foreach (var block in BlocksOf(kind).Where(static block => !block.Number.IsMissing))
            {
                var symbol = SymbolOf(kind, block);
                if (numbers.TryAdd(symbol.Name, symbol))
                    Sink.Names.Declare(symbol);
            }
        }
        return numbers;
    }

    /// <summary>Whether two versions have the same numbers at the same places: then only what stands under them has changed.</summary>
    private static bool HaveSameNumbers(ImmutableArray<BlockSyntax> before, ImmutableArray<BlockSyntax> now)
    {
        var same = SameEnds.Of(before, now);
        return before.Length == now.Length && same.Between(before).Zip(same.Between(now),
            static (old, block) => HasSameNumber(old as NumberedBlock, block as NumberedBlock)).All(static isSame => isSame);
    }

    private static bool HasSameNumber(NumberedBlock? before, NumberedBlock? now) =>
        before?.Keyword?.Value == now?.Keyword?.Value && before?.Number.Value == now?.Number.Value
        && before?.Number.Span == now?.Number.Span && before?.Number.IsMissing == now?.Number.IsMissing
        && ClauseHistory.Of(before) == ClauseHistory.Of(now);

    /// <summary>Puts the newest blocks under the numbers, which are the same.</summary>
    private void RenewNumbered(ImmutableArray<BlockSyntax> before, ImmutableArray<BlockSyntax> now)
    {
        var same = SameEnds.Of(before, now);
        foreach (var (old, changed) in same.Between(before).Zip(same.Between(now)))
        {
            if (changed is NumberedBlock { Keyword.Value: var kind } block
                && _numbers.GetValueOrDefault(kind)?.GetValueOrDefault(block.Number.Value) is { } symbol && symbol.Syntax == old)
                symbol.Syntax = block;
        }
    }

    private NumberedSymbol SymbolOf(string kind, NumberedBlock block)
    {
        var name = block.Number.Value;
        if (!_numbered.TryGetValue((kind, block.Number.Span.Start), out var known) || known.Name != name || known.Span != block.Number.Span)
            return new NumberedSymbol(name, block, Home);
        known.Syntax = block;
        return known;
    }

    private Dictionary<string, T> Merge<T>(Func<FileContext, Dictionary<string, T>> declared)
    {
        var all = new Dictionary<string, T>(declared(this), StringComparer.Ordinal);
        foreach (var (name, symbol) in Uses.Where(file => file != this).SelectMany(declared))
            all.TryAdd(name, symbol);
        return all;
    }
}
