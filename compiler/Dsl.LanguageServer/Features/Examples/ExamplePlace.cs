// Where a new 算例 of a clause belongs: after the clause and its 算例 and 恒有.
using Dsl.Syntax;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Examples;

internal static class ExamplePlace
{
    /// <summary>
    /// The last line (from 0) of the clause, its 算例 and 恒有, with the comments that stand right below it;
    /// null where the file has no such clause.
    /// </summary>
    public static int? LastLineOf(SyntaxTree tree, string number)
    {
        if (tree.Root.Blocks.LastOrDefault(block => IsAbout(block, number)) is not { } last)
            return null;
        var line = tree.Source.PositionOf(last.Span.End).Line;
        while (line + 1 < tree.Source.LineCount
            && tree.Source[tree.Source.LineSpan(line + 1)].TrimStart().StartsWith("//", StringComparison.Ordinal))
            line++;
        return line;
    }

    private static bool IsAbout(BlockSyntax block, string number) => number == block switch
    {
        NumberedBlock { Keyword.Value: "条款" } clause => clause.Number.Value,
        ExampleBlock { TargetKind.Value: "条款" } example => example.Number.Value,
        InvariantBlock { TargetKind.Value: "条款" } invariant => invariant.Number.Value,
        _ => "",
    };
}
