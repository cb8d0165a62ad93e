// textDocument/inlayHint.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.InlayHints;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;

namespace Dsl.LanguageServer.Protocol.Methods;

internal sealed class InlayHintMethod : IQuickMethod
{
    public string Name => "textDocument/inlayHint";

    public void Announce(JsonObject capabilities) => capabilities["inlayHintProvider"] = true;

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        var range = Ranges.SpanOf(document.Source, parameters.Property("range"));
        return new JsonArray([.. InlayHint.Of(document.Snapshot, document.Path, range).Select(hint => new JsonObject
        {
            ["position"] = Ranges.Position(document.Source, hint.Offset), ["label"] = hint.Label, ["paddingLeft"] = hint.IsApart,
        })]);
    }
}
