// $/progress: what the client shows while something takes a while.
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dsl.LanguageServer.Protocol.Session;

/// <summary>Work that is reported to the client, from its beginning to its disposal.</summary>
internal sealed class WorkProgress : IDisposable
{
    private readonly ServerState _server;
    private readonly JsonNode _token;
    private int _percentage = -1;

    private WorkProgress(ServerState server, JsonNode token, string title, bool hasPercentage)
    {
        (_server, _token) = (server, token);
        var value = new JsonObject { ["kind"] = "begin", ["title"] = title, ["cancellable"] = false };
        if (hasPercentage)
            value["percentage"] = 0;
        Send(value);
    }

    /// <summary>Work of the server itself; null where the client cannot show it.</summary>
    public static WorkProgress? Begin(ServerState server, string title)
    {
        if (!server.ClientCan("window", "workDoneProgress"))
            return null;
        var token = server.NewToken();
        server.Ask("window/workDoneProgress/create", new JsonObject { ["token"] = token });
        return new(server, token, title, hasPercentage: false);
    }

    /// <summary>The work of a request; null where its parameters name no workDoneToken.</summary>
    public static WorkProgress? Begin(ServerState server, string title, JsonElement parameters) =>
        parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("workDoneToken", out var token)
            && token.ValueKind is JsonValueKind.String or JsonValueKind.Number
            && JsonNode.Parse(token.GetRawText()) is { } name
            ? new(server, name, title, hasPercentage: true) : null;

    /// <summary>Says how much is done; each percent once.</summary>
    public void Report(int done, int all)
    {
        var percentage = all == 0 ? 100 : (int)(100L * done / all);
        if (percentage <= _percentage)
            return;
        _percentage = percentage;
        Send(new JsonObject { ["kind"] = "report", ["percentage"] = percentage });
    }

    /// <inheritdoc/>
    public void Dispose() => Send(new JsonObject { ["kind"] = "end" });

    private void Send(JsonObject value) =>
        _server.Notify("$/progress", new JsonObject { ["token"] = _token.DeepClone(), ["value"] = value });
}
