// What can be folded: blocks, runs of comments, the 算例 of a clause together.
using Dsl.Syntax;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Folding;

/// <summary>Lines that can be folded.</summary>
/// <param name="First">The first line, from 0.</param>
/// <param name="Last">The last line.</param>
internal readonly record struct FoldedLines(int First, int Last, bool IsComment)
{
    public static IEnumerable<FoldedLines> Of(SyntaxTree tree)
    {
        var source = tree.Source;
        var examples = (First: -1, Last: -1);
        foreach (var block in tree.Root.Blocks)
        {
            var (first, last) = (source.PositionOf(block.Span.Start).Line, source.PositionOf(block.Span.End).Line);
            if (last > first)
                yield return new(first, last, IsComment: false);
            if (block is ExampleBlock)
                examples = (examples.First < 0 ? first : examples.First, last);
            else
            {
                if (examples.Last > examples.First)
                    yield return new(examples.First - 1, examples.Last, IsComment: false);
                examples = (-1, -1);
            }
        }
        if (examples.Last > examples.First)
            yield return new(Math.Max(0, examples.First - 1), examples.Last, IsComment: false);
        for (var line = 0; line < source.LineCount; line++)
        {
            var first = line;
            while (line < source.LineCount && source[source.LineSpan(line)].TrimStart().StartsWith("//", StringComparison.Ordinal))
                line++;
            if (line - first > 1)
                yield return new(first, line - 1, IsComment: true);
        }
    }
}
