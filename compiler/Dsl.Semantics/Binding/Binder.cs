// The face of the binding stage: trees in, symbols, bound policies and findings out.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Declarations;
using Dsl.Semantics.Binding.Policies;
using Dsl.Syntax;

namespace Dsl.Semantics.Binding;

/// <summary>Binds a set of files together.</summary>
public static class Binder
{
    /// <summary>Binds the files.</summary>
    /// <param name="trees">The parsed files, in order of path.</param>
    /// <param name="hasOfficialText">Whether the official text of a path (原文, joined to the folder of the .policy file) is there.</param>
    public static BoundModel Bind(ImmutableArray<SyntaxTree> trees, Func<string, bool> hasOfficialText)
    {
        var members = new MemberTable();
        var files = trees.Select(tree => new FileContext(tree, members)).ToList();
        new DeclarationPass(files).Run();
        foreach (var file in files)
            FileRules.Check(file);
        var directory = PolicyDirectory.Read(files);
        var policies = files.Where(static file => file.Policy is not null)
            .Select(file => new PolicyBinder(file, directory, hasOfficialText).Bind()).OfType<Bound.BoundPolicy>().ToImmutableArray();
        return new BoundModel(
            [.. files.SelectMany(static file => file.Lists.Values)],
            [.. files.SelectMany(static file => file.Subjects.Values)],
            [.. files.SelectMany(static file => file.Parameters.Values)],
            policies,
            [.. files.SelectMany(static file => file.Sink.Found)],
            [.. files.Select(static file => file.Sink.Names)]);
    }
}
