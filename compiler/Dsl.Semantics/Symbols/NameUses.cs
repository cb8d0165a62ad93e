// What the names of a file stand for, written down while they are bound: for definition, references and renaming.
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Symbols;

/// <summary>A name in a text and what it stands for.</summary>
/// <param name="Symbol">The declared thing.</param>
/// <param name="Span">The name, without quotation marks.</param>
/// <param name="IsDeclaration">Whether the name is declared here.</param>
public readonly record struct NameUse(Symbol Symbol, TextSpan Span, bool IsDeclaration);

/// <summary>The names of one file. Text that is bound twice leaves them twice.</summary>
public sealed class NameUses
{
    private readonly List<NameUse> _own = [];
    private readonly List<IEnumerable<ImmutableArray<NameUse>>> _parts = [];
    private readonly DeclaringFile _file;
    private readonly MemberTable _members;
    private List<NameUse> _open;

    internal NameUses(DeclaringFile file, MemberTable members)
    {
        (_file, _members, Source) = (file, members, file.Text);
        _open = _own;
    }

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>The names; those of one part of the file in the order bound.</summary>
    public IEnumerable<NameUse> All => _parts.SelectMany(static parts => parts).SelectMany(static part => part).Concat(_own);

    /// <summary>Begins a part whose names are kept together, to be added in each version of the text that has it.</summary>
    internal void BeginPart() => _open = [];

    /// <summary>Ends the part.</summary>
    internal ImmutableArray<NameUse> EndPart()
    {
        var part = _open.ToImmutableArray();
        _open = _own;
        return part;
    }

    /// <summary>Adds the names of a part.</summary>
    internal void AddPart(ImmutableArray<NameUse> part) => AddParts([part]);

    /// <summary>Adds the names of several parts; they are read when they are asked for.</summary>
    internal void AddParts(IEnumerable<ImmutableArray<NameUse>> parts) => _parts.Add(parts);

    /// <summary>Notes a declaration.</summary>
    internal void Declare(Symbol symbol) => _open.Add(new(symbol, symbol.Span, IsDeclaration: true));

    /// <summary>Notes a use.</summary>
    internal void Add(SyntaxToken token, Symbol? symbol)
    {
        if (symbol is not null)
            _open.Add(new(symbol, NameSpan(token), IsDeclaration: false));
    }

    /// <summary>Notes the use of a value of a list.</summary>
    internal void AddMember(SyntaxToken token, EnumType type, string member) => Add(token, _members.Find(type, member));

    /// <summary>Declares the values of a list.</summary>
    internal void DeclareMembers(SetExpression set, EnumType type)
    {
        foreach (var token in set.Items.Items.Select(TokenOf).OfType<SyntaxToken>().Where(static token => !token.IsMissing))
        {
            var symbol = new MemberSymbol(token.Value, type, _file, NameSpan(token));
            // A value that is written twice is reported; the second one is a use of the first.
            if (_members.TryAdd(type, symbol))
                Declare(symbol);
            else
                AddMember(token, type, token.Value);
        }
    }

    /// <summary>The token of a member of a list; null for what can be none.</summary>
    internal static SyntaxToken? TokenOf(ExpressionSyntax item) => item switch
    {
        NameExpression { Name: var name } => name,
        LiteralExpression { Token: var literal } => literal,
        _ => null,
    };

    private static TextSpan NameSpan(SyntaxToken token) =>
        token.Kind == SyntaxKind.TextLiteral && token.Text.Length >= 2 ? new(token.Span.Start + 1, token.Text.Length - 2) : token.Span;
}

/// <summary>The values of all lists of a set of files.</summary>
internal sealed class MemberTable
{
    // Inline lists of two fields are two lists, even where they hold the same words.
    private readonly ConditionalWeakTable<EnumType, Dictionary<string, MemberSymbol>> _byType = [];

    /// <summary>The symbol of a value; null where the list has none.</summary>
    public MemberSymbol? Find(EnumType type, string member) =>
        _byType.TryGetValue(type, out var members) ? members.GetValueOrDefault(member) : null;

    /// <summary>Adds a value; false where the list has it already.</summary>
    public bool TryAdd(EnumType type, MemberSymbol symbol) =>
        _byType.GetValue(type, static _ => new(StringComparer.Ordinal)).TryAdd(symbol.Name, symbol);
}
