// textDocument/definition.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Definition;
using Dsl.LanguageServer.Protocol.Session;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>Goes to where something comes from.</summary>
internal sealed class DefinitionMethod : IQuickMethod
{
    public string Name => "textDocument/definition";

    public void Announce(JsonObject capabilities) => capabilities["definitionProvider"] = true;

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var (document, offset) = server.Place(parameters);
        return new JsonArray(
            [.. DefinitionTargets.Of(document.Snapshot, document.Path, offset)
                .Select(static target => Ranges.Location(target.Source, target.Span))]);
    }
}
