// textDocument/signatureHelp: what the function around the cursor takes.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Completion;
using Dsl.LanguageServer.Protocol;

namespace Dsl.LanguageServer.Features.Signatures;

/// <summary>Signature help.</summary>
internal sealed class SignatureMethod : ILspMethod
{
    public string Name => "textDocument/signatureHelp";

    public void Announce(JsonObject capabilities) => capabilities["signatureHelpProvider"] = new JsonObject
    {
        ["triggerCharacters"] = new JsonArray("(", "（", ",", "，"), ["retriggerCharacters"] = new JsonArray(")", "）"),
    };

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var (document, offset) = server.Place(parameters);
        if (document.Snapshot.TreeOf(document.Path) is not { } tree || CompletionPlace.At(tree, offset) is not { } place
            || Calls.Around(place) is not ({ } call, var argument) || FunctionTexts.Find(call.Name.Value) is not { } function)
            return null;
        var last = function.Parameters.Length - 1;
        return new JsonObject
        {
            ["activeSignature"] = 0,
            ["activeParameter"] = function.IsOpen ? Math.Min(argument, last) : argument,
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
