// textDocument/references and textDocument/documentHighlight: everywhere that the same thing is named.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Workspaces;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>All places of a name in the folder.</summary>
internal sealed class ReferencesMethod : IQuickMethod
{
    public string Name => "textDocument/references";

    public void Announce(JsonObject capabilities) => capabilities["referencesProvider"] = true;

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var (document, offset) = server.Place(parameters);
        var withDeclaration = parameters.TryGetProperty("context", out var context)
            && context.TryGetProperty("includeDeclaration", out var include) && include.GetBoolean();
        var names = document.Snapshot.Names;
        IEnumerable<Occurrence> found = names.At(document.Path, offset) is { } name ? names.Of(name.Symbol) : [];
        return new JsonArray([.. found.Where(other => withDeclaration || !other.IsDeclaration)
            .Select(static other => Ranges.Location(other.Source, other.Span))]);
    }
}

/// <summary>The places of a name in its file.</summary>
internal sealed class HighlightMethod : IQuickMethod
{
    private const int Read = 2, Write = 3;

    public string Name => "textDocument/documentHighlight";

    public void Announce(JsonObject capabilities) => capabilities["documentHighlightProvider"] = true;

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var (document, offset) = server.Place(parameters);
        var names = document.Snapshot.Names;
        IEnumerable<Occurrence> found =
            names.At(document.Path, offset) is { } name ? names.Of(name.Symbol).Where(other => other.Source.Path == document.Path) : [];
        return new JsonArray([.. found.Select(static other =>
            new JsonObject { ["range"] = Ranges.Range(other.Source, other.Span), ["kind"] = other.IsDeclaration ? Write : Read })]);
    }
}
