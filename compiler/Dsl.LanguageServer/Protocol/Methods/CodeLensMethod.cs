// textDocument/codeLens.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.CodeLenses;
using Dsl.LanguageServer.Protocol.Session;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>The lenses of a file.</summary>
internal sealed class CodeLensMethod : IQuickMethod
{
    public string Name => "textDocument/codeLens";

    public void Announce(JsonObject capabilities) => capabilities["codeLensProvider"] = new JsonObject { ["resolveProvider"] = false };

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        server.AwaitsExamples |= !document.Snapshot.HasExampleFindings;
        return new JsonArray([.. Lens.Of(document.Snapshot, document.Path).Select(lens => new JsonObject
        {
            ["range"] = Ranges.Range(document.Source, lens.Span),
            ["command"] = new JsonObject
            {
                ["title"] = lens.Title, ["command"] = Command(lens.Kind), ["arguments"] = new JsonArray(Uris.Of(document.Path), lens.Number)
            },
        })]);
    }

    private static string Command(LensKind kind) =>
        kind switch { LensKind.RunExamples => "policy.runExamples", LensKind.TryOut => "policy.tryOut", _ => "policy.showSource" };
}
