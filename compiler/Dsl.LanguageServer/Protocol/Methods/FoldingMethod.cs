// textDocument/foldingRange.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Folding;
using Dsl.LanguageServer.Protocol.Session;

namespace Dsl.LanguageServer.Protocol.Methods;

internal sealed class FoldingMethod : IQuickMethod
{
    public string Name => "textDocument/foldingRange";

    public void Announce(JsonObject capabilities) => capabilities["foldingRangeProvider"] = true;

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        if (document.Snapshot.TreeOf(document.Path) is not { } tree)
            return null;
        return new JsonArray([.. FoldedLines.Of(tree)
            .Select(static fold => new JsonObject
            {
                ["startLine"] = fold.First, ["endLine"] = fold.Last, ["kind"] = fold.IsComment ? "comment" : "region"
            })]);
    }
}
