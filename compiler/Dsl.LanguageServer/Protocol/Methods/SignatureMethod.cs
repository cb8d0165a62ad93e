// textDocument/signatureHelp.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Signatures;
using Dsl.LanguageServer.Protocol.Session;

namespace Dsl.LanguageServer.Protocol.Methods;

internal sealed class SignatureMethod : IQuickMethod
{
    public string Name => "textDocument/signatureHelp";

    public void Announce(JsonObject capabilities) => capabilities["signatureHelpProvider"] = new JsonObject
    {
        ["triggerCharacters"] = new JsonArray("(", "（", ",", "，"), ["retriggerCharacters"] = new JsonArray(")", "）"),
    };

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var (document, offset) = server.Place(parameters);
        if (SignatureHelp.At(document.Snapshot, document.Path, offset) is not { Function: var function } help)
            return null;
        return new JsonObject
        {
            ["activeSignature"] = 0,
            ["activeParameter"] = help.Parameter,
            ["signatures"] = new JsonArray(new JsonObject
            {
                ["label"] = function.Signature,
                ["documentation"] = new JsonObject { ["kind"] = "markdown", ["value"] = function.Documentation },
                ["parameters"] = new JsonArray([.. function.Parameters.Zip(function.ParameterLabels,
                    static (parameter, label) => new JsonObject { ["label"] = label, ["documentation"] = parameter.Meaning })]),
            }),
        };
    }
}
