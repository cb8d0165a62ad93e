// What of a folder can be computed while it has errors: the blocks that hold one are left out, everything else keeps its place.
using System.Collections.Immutable;
using Dsl.Compiler;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Workspaces;

/// <summary>
/// Leaves out broken blocks. An error in the head, the 范围, a schema or a parameter concerns the whole file: such a file stays as it is,
/// and cannot be computed.
/// </summary>
internal static class SoundParts
{
    // What refers to a block that was left out is broken in its turn; deeper chains do not occur in practice.
    private const int MostRounds = 4;

    /// <summary>
    /// The compilation without its broken blocks; the compilation itself where none is broken, or nothing can be left out.
    /// </summary>
    public static Compilation Of(Compilation compilation)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var broken = compilation.Diagnostics.Where(static finding => finding.Severity == Severity.Error)
                .ToLookup(static finding => finding.Source.Path);
            var trees = compilation.Trees.Select(tree => Without(tree, [.. broken[tree.Source.Path]])).ToList();
            if (trees.SequenceEqual(compilation.Trees))
                return compilation;
            compilation = Compilation.Create(trees, compilation.OfficialTexts.Values).ApplyConfiguration(compilation.Configuration);
        }
        return compilation;
    }

    private static SyntaxTree Without(SyntaxTree tree, ImmutableArray<Diagnostic> errors)
    {
        var holders = errors.Select(error =>
            tree.Root.Blocks.LastOrDefault(block => block.Span.Start <= error.Span.Start && error.Span.Start <= block.Span.End)).ToList();
        if (errors.IsEmpty || holders.Exists(static block => !CanBeLeftOut(block)))
            return tree;
        // The 算例 and 恒有 of a clause go with it, and those that compute it beside their own: without it their
        // results would differ.
        var numbers = holders.OfType<NumberedBlock>().Select(static block => (block.Keyword?.Value, block.Number.Value)).ToHashSet();
        return tree.Without(block => holders.Contains(block)
            || block is ExampleBlock example
                && (numbers.Contains((example.TargetKind.Value, example.Number.Value)) || IsTogetherWith(example, numbers))
            || block is InvariantBlock invariant && numbers.Contains((invariant.TargetKind.Value, invariant.Number.Value)));
    }

    private static bool IsTogetherWith(ExampleBlock example, HashSet<(string? Kind, string Number)> gone) =>
        example.LinesOf<WordsLine>("连同").SelectMany(static line => line.Words.Items).Any(word => gone.Contains(("条款", word.Value)));

    private static bool CanBeLeftOut(BlockSyntax? block) => block is NumberedBlock or ExampleBlock or InvariantBlock or ErrorBlock;
}
