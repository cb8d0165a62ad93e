// textDocument/hover.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Hover;
using Dsl.LanguageServer.Protocol.Session;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>What a word is, where the pointer rests on it.</summary>
internal sealed class HoverMethod : IQuickMethod
{
    public string Name => "textDocument/hover";

    public void Announce(JsonObject capabilities) => capabilities["hoverProvider"] = true;

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var (document, offset) = server.Place(parameters);
        return HoverText.At(document.Snapshot, document.Path, offset) is not { } hover ? null : new JsonObject
        {
            ["contents"] = new JsonObject { ["kind"] = "markdown", ["value"] = hover.Markdown },
            ["range"] = Ranges.Range(document.Source, hover.Span),
        };
    }
}
