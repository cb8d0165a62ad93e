// What was bound of a set of files, kept from one version of a text to the next: used where nothing that it was made of has changed.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Syntax;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding;

/// <summary>The files of a set as they were bound last. Used by one binding at a time.</summary>
public sealed class KeptBinding
{
    private ImmutableArray<FileContext> _files = [];
    private ImmutableArray<ImmutableArray<object>> _declarations = [];

    /// <summary>Stands for all that the files declare for one another: another object when any of it has changed.</summary>
    internal object Declarations { get; private set; } = new();

    /// <summary>Whether a file has more findings than are reported.</summary>
    internal bool IsBeyondLimits => _files.Any(static file => file.Sink.IsBeyondLimits);

    /// <summary>Drops everything.</summary>
    internal void Clear() => (_files, _declarations, Declarations) = ([], [], new());

    /// <summary>The files with the newest trees: where the declarations are the same ones, with what was bound under them.</summary>
    internal ImmutableArray<FileContext> Renew(ImmutableArray<SyntaxTree> trees)
    {
        var declarations =
            trees.Select((tree, index) => index < _files.Length && _files[index].Tree == tree ? _declarations[index] : DeclarationsOf(tree))
                .ToImmutableArray();
        if (_files.Length != trees.Length
            || !declarations.Zip(_declarations, static (now, before) => now.SequenceEqual(before)).All(static isSame => isSame))
        {
            (_files, _declarations, Declarations) = (Binder.Declare(trees), declarations, new());
            foreach (var file in _files)
                file.KeepDeclarations();
        }
        var newest = trees.ToDictionary(static tree => tree.Source.Path, static tree => tree.Source, StringComparer.Ordinal);
        var changed = _files.Zip(trees).Where(static pair => pair.First.Tree != pair.Second || pair.First.Bound is null).ToList();
        foreach (var (file, tree) in changed)
            file.Renew(tree);
        foreach (var file in _files)
            file.Newest = newest;
        foreach (var (file, _) in changed)
            file.AddDeclarations();
        return _files;
    }

    /// <summary>
    /// All that the declarations of the set read of a file: its path, whether it is a policy, its 使用 lines,
    /// and its blocks that declare something.
    /// </summary>
    private static ImmutableArray<object> DeclarationsOf(SyntaxTree tree)
    {
        var policy = FileContext.PolicyOf(tree);
        return
        [
            tree.Source.Path, policy is not null, .. policy?.LinesOf("使用") ?? [],
            .. tree.Root.Frame.Where(static block => block is ListBlock or DataBlock or DetailBlock or ParameterBlock),
        ];
    }
}
