// textDocument/foldingRange: blocks, runs of comments, the 算例 of a clause together.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol;
using Dsl.Syntax;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Folding;

/// <summary>Folds blocks.</summary>
internal sealed class FoldingMethod : ILspMethod
{
    public string Name => "textDocument/foldingRange";

    public void Announce(JsonObject capabilities) => capabilities["foldingRangeProvider"] = true;

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        if (document.Snapshot.TreeOf(document.Path) is not { } tree)
            return null;
        return new JsonArray([.. Foldings(tree)
            .Select(static fold => new JsonObject { ["startLine"] = fold.First, ["endLine"] = fold.Last, ["kind"] = fold.Kind })]);
    }

    /// <summary>First and last line, from 0; kind as the protocol names it.</summary>
    internal static IEnumerable<(int First, int Last, string Kind)> Foldings(SyntaxTree tree)
    {
        var source = tree.Source;
        var examples = (First: -1, Last: -1);
        foreach (var block in tree.Root.Blocks)
        {
            var (first, last) = (source.PositionOf(block.Span.Start).Line, source.PositionOf(block.Span.End).Line);
            if (last > first)
                yield return (first, last, "region");
            if (block is ExampleBlock)
                examples = (examples.First < 0 ? first : examples.First, last);
            else
            {
                if (examples.Last > examples.First)
                    yield return (examples.First - 1, examples.Last, "region");
                examples = (-1, -1);
            }
        }
        if (examples.Last > examples.First)
            yield return (Math.Max(0, examples.First - 1), examples.Last, "region");
        for (var line = 0; line < source.LineCount; line++)
        {
            var first = line;
            while (line < source.LineCount && source[source.LineSpan(line)].TrimStart().StartsWith("//", StringComparison.Ordinal))
                line++;
            if (line - first > 1)
                yield return (first, line - 1, "comment");
        }
    }
}
