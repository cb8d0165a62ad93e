// One file while it is being bound: its tree, its findings, what it declares and what it sees.
using Dsl.Semantics.Symbols;
using Dsl.Syntax;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Declarations;

/// <summary>A file of the set.</summary>
internal sealed class FileContext(SyntaxTree tree, MemberTable members)
{
    private readonly Dictionary<string, Dictionary<string, NumberedSymbol>> _numbers = new(StringComparer.Ordinal);
    private VisibleDeclarations? _visible;

    /// <summary>The tree.</summary>
    public SyntaxTree Tree { get; } = tree;

    /// <summary>Where findings go.</summary>
    public DiagnosticSink Sink { get; } = new(tree.Source, members);

    /// <summary>The 政策 block; null for a schema file.</summary>
    public PolicyBlock? Policy { get; } = tree.Root.Blocks.OfType<PolicyBlock>().FirstOrDefault();

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
    public IReadOnlyList<FileContext> Uses { get; set; } = [];

    /// <summary>Everything in sight; asked for only when all files are declared.</summary>
    public VisibleDeclarations Visible => _visible ??= new(
        Merge(static file => file.Lists), Merge(static file => file.Subjects), Merge(static file => file.Details), Merge(static file => file.Parameters));

    /// <summary>A frame with nothing but declarations in sight.</summary>
    public BindingFrame Frame => new() { Declarations = Visible };

    /// <summary>The 名录 in sight, before everything is declared.</summary>
    public ListSymbol? FindList(string name) => Lists.GetValueOrDefault(name) ?? Uses.Select(file => file.Lists.GetValueOrDefault(name)).FirstOrDefault(static list => list is not null);

    /// <summary>The names of the 名录 in sight, before everything is declared.</summary>
    public IEnumerable<string> ListNames => Lists.Keys.Concat(Uses.SelectMany(static file => file.Lists.Keys));

    /// <summary>The numbers, in half width, of the blocks of a kind (条款, 目标), in the order of the file.</summary>
    public IReadOnlyCollection<string> NumbersOf(string kind) => Numbered(kind).Keys;

    /// <summary>The block of a kind with a number in half width (the first, where several have it); null where there is none.</summary>
    public NumberedSymbol? FindNumbered(string kind, string number) => Numbered(kind).GetValueOrDefault(number);

    private Dictionary<string, NumberedSymbol> Numbered(string kind)
    {
        if (!_numbers.TryGetValue(kind, out var numbers))
        {
            _numbers.Add(kind, numbers = new(StringComparer.Ordinal));
            foreach (var block in Tree.Root.Blocks.OfType<NumberedBlock>().Where(block => block.Keyword?.Value == kind && !block.Number.IsMissing))
            {
                var symbol = new NumberedSymbol(block.Number.Value, block, Tree.Source);
                if (numbers.TryAdd(symbol.Name, symbol))
                    Sink.Names.Declare(symbol);
            }
        }
        return numbers;
    }

    private Dictionary<string, T> Merge<T>(Func<FileContext, Dictionary<string, T>> declared)
    {
        var all = new Dictionary<string, T>(declared(this), StringComparer.Ordinal);
        foreach (var (name, symbol) in Uses.Where(file => file != this).SelectMany(declared))
            all.TryAdd(name, symbol);
        return all;
    }
}
