// What was bound of a set of files, kept from one version of a text to the next: used where nothing that it was made of has changed.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Declarations;
using Dsl.Syntax;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding;

/// <summary>The files of a set as they were bound last. Used by one binding at a time.</summary>
public sealed class KeptBinding
{
    private ImmutableArray<FileContext> _files = [];
    private ImmutableArray<ImmutableArray<object>> _declarations = [];
    private ImmutableArray<ImmutableArray<object>> _parameters = [];

    /// <summary>Whether a file has more findings than are reported.</summary>
    internal bool IsBeyondLimits => _files.Any(static file => file.Sink.IsBeyondLimits);

    /// <summary>Drops everything.</summary>
    internal void Clear() => (_files, _declarations, _parameters) = ([], [], []);

    /// <summary>The files with the newest trees: where the declarations are the same ones, with what was bound under them.</summary>
    internal ImmutableArray<FileContext> Renew(ImmutableArray<SyntaxTree> trees)
    {
        var (declarations, parameters) = (Of(trees, _declarations, DeclarationsOf), Of(trees, _parameters, ParametersOf));
        var redeclares = _files.Length != trees.Length || !AreSame(declarations, _declarations);
        if (redeclares)
        {
            _files = Binder.Declare(trees, isKept: true);
            foreach (var file in _files)
                file.KeepDeclarations();
        }
        redeclares |= !AreSame(parameters, _parameters);
        (_declarations, _parameters) = (declarations, parameters);
        var newest = trees.ToDictionary(static tree => tree.Source.Path, static tree => tree.Source, StringComparer.Ordinal);
        var changed = _files.Zip(trees)
            .Where(pair => redeclares || pair.First.Tree != pair.Second || pair.First.Bound is null).ToList();
        foreach (var (file, tree) in changed)
            file.Renew(tree);
        foreach (var file in _files)
            file.Newest = newest;
        if (redeclares)
        {
            DeclareParameters();
        }
        else
        {
            foreach (var (file, _) in changed)
                file.AddDeclarations();
        }
        return _files;
    }

    private void DeclareParameters()
    {
        foreach (var file in _files)
            file.BeginParameters();
        ParameterDeclarations.DeclareAll(_files);
        foreach (var file in _files)
            file.KeepParameters();
    }

    private ImmutableArray<ImmutableArray<object>> Of(ImmutableArray<SyntaxTree> trees, ImmutableArray<ImmutableArray<object>> before,
        Func<SyntaxTree, ImmutableArray<object>> of) =>
        [.. trees.Select((tree, index) => index < _files.Length && _files[index].Tree == tree ? before[index] : of(tree))];

    private static bool AreSame(ImmutableArray<ImmutableArray<object>> now, ImmutableArray<ImmutableArray<object>> before) =>
        now.Length == before.Length && now.Zip(before, static (one, other) => one.SequenceEqual(other)).All(static isSame => isSame);

    /// <summary>
    /// All that the declarations of the set read of a file beside its 参数: its path, whether it is a policy, its 使用 lines,
    /// and its blocks that declare something.
    /// </summary>
    private static ImmutableArray<object> DeclarationsOf(SyntaxTree tree)
    {
        var policy = FileContext.PolicyOf(tree);
        return
        [
            tree.Source.Path, policy is not null, .. policy?.LinesOf("使用") ?? [],
            .. tree.Root.Frame.Where(static block => block is ListBlock or DataBlock or DetailBlock),
        ];
    }

    private static ImmutableArray<object> ParametersOf(SyntaxTree tree) => [.. tree.Root.Frame.OfType<ParameterBlock>()];
}
