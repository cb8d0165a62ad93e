// initialize: what the client is, and what the server can do.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;

namespace Dsl.LanguageServer.Protocol;

internal static class Initialization
{
    /// <summary>Takes the client's folders and capabilities; answers with those of the server.</summary>
    public static JsonObject Answer(ServerState server, JsonElement parameters, IEnumerable<ILspMethod> methods, string version)
    {
        server.ClientCapabilities = parameters.TryGetProperty("capabilities", out var capabilities) ? capabilities : default;
        if (parameters.TryGetProperty("initializationOptions", out var options) && options.ValueKind == JsonValueKind.Object &&
            options.TryGetProperty("suggestCommand", out var suggest) && suggest.ValueKind == JsonValueKind.String)
            server.SuggestCommand = suggest.GetString();
        if (parameters.TryGetProperty("workspaceFolders", out var folders) && folders.ValueKind == JsonValueKind.Array)
        {
            foreach (var folder in folders.EnumerateArray())
                server.Workspace.AddFolder(Uris.PathOf(folder.Property("uri").GetString() ?? ""));
        }
        else if (parameters.TryGetProperty("rootUri", out var root) && root.ValueKind == JsonValueKind.String)
            server.Workspace.AddFolder(Uris.PathOf(root.GetString() ?? ""));
        var announced = new JsonObject
        {
            ["positionEncoding"] = "utf-16",
            ["textDocumentSync"] = new JsonObject
            {
                ["openClose"] = true, ["change"] = 2, ["save"] = new JsonObject { ["includeText"] = false }
            },
            ["workspace"] = new JsonObject
            {
                ["workspaceFolders"] = new JsonObject { ["supported"] = true, ["changeNotifications"] = true }
            },
        };
        foreach (var method in methods.OrderBy(static method => method.Name, StringComparer.Ordinal))
            method.Announce(announced);
        return new() { ["capabilities"] = announced, ["serverInfo"] = new JsonObject { ["name"] = "policy", ["version"] = version } };
    }
}
