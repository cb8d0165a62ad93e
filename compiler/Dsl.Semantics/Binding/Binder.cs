// The face of the binding stage: trees in, symbols, bound policies and findings out.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Declarations;
using Dsl.Semantics.Binding.Policies;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding;

/// <summary>Binds a set of files together.</summary>
public static class Binder
{
    /// <summary>Binds the files.</summary>
    /// <param name="trees">The parsed files, in order of path.</param>
    /// <param name="hasOfficialText">Whether the official text of a path (原文, joined to the folder of the .policy file) is there.</param>
    /// <param name="kept">What was bound of earlier versions of the files, to be used and replaced;
    /// null where each set of files is bound once.</param>
    /// <param name="cancellation">Cancelled when the result is of no use any more.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BoundModel Bind(
        ImmutableArray<SyntaxTree> trees, Func<string, bool> hasOfficialText, KeptBinding? kept = null,
        CancellationToken cancellation = default)
    {
        if (kept is not null)
        {
            var model = Bind(kept.Renew(trees), hasOfficialText, keepsBlocks: true, cancellation);
            if (!kept.IsBeyondLimits)
                return model;
            // What a part of a file leaves depends on the parts before it: nothing can be kept.
            kept.Clear();
        }
        return Bind(Declare(trees, isKept: false), hasOfficialText, keepsBlocks: false, cancellation);
    }

    /// <summary>Reads what the files declare for one another; where they are kept, all but their 参数.</summary>
    internal static ImmutableArray<FileContext> Declare(ImmutableArray<SyntaxTree> trees, bool isKept)
    {
        var (members, schemas) = (new MemberTable(), new List<FileContext>());
        var files = new FileContext[trees.Length];
        // Schema files first: they see all of one another, and a policy looks among them for those that it names.
        foreach (var isPolicy in new[] { false, true })
        {
            for (var index = 0; index < files.Length; index++)
            {
                if (FileContext.PolicyOf(trees[index]) is not null != isPolicy)
                    continue;
                files[index] = new FileContext(trees[index], members, schemas, isKept);
                if (!isPolicy)
                    schemas.Add(files[index]);
            }
        }
        new DeclarationPass(files).Run();
        if (!isKept)
            ParameterDeclarations.DeclareAll(files);
        return [.. files];
    }

    private static BoundModel Bind(ImmutableArray<FileContext> files, Func<string, bool> hasOfficialText, bool keepsBlocks,
        CancellationToken cancellation)
    {
        var directory = PolicyDirectory.Read(files);
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Bound is not null)
            {
                if (new PolicyBinder(file, directory, hasOfficialText, keepsBlocks, cancellation).StillHolds())
                    continue;
                file.Renew(file.Tree);
                file.AddDeclarations();
            }
            FileForm.Check(file);
            file.Bound = new PolicyBinder(file, directory, hasOfficialText, keepsBlocks, cancellation).Bind();
        }
        ImmutableArray<Diagnostic> found = [.. files.SelectMany(static file => file.Sink.Found), .. directory.Findings];
        if (keepsBlocks && !files.IsEmpty)
            found = found.In(files[0].Newest);
        return new BoundModel(
            [.. files.SelectMany(static file => file.Lists.Values)],
            [.. files.SelectMany(static file => file.Subjects.Values)],
            [.. files.SelectMany(static file => file.Parameters.Values)],
            [.. files.Select(static file => file.Bound).OfType<Bound.BoundPolicy>()],
            found,
            [.. files.Select(static file => file.Sink.Names)]);
    }
}
