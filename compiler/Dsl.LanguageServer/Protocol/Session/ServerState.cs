// What the methods of the protocol share: the open files, what the client can do, messages to the client.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Protocol.Session;

/// <summary>The state of a server. Messages are written by the requests' thread and by that of the findings.</summary>
internal sealed class ServerState(Workspace workspace, Action<JsonObject> write)
{
    private int _requests;
    private volatile bool _awaitsExamples;

    public Workspace Workspace { get; } = workspace;

    /// <summary>What the client said it can do; undefined before initialize.</summary>
    public JsonElement ClientCapabilities { get; set; }

    /// <summary>Whether lenses were shown without the results of the examples.</summary>
    public bool AwaitsExamples { get => _awaitsExamples; set => _awaitsExamples = value; }

    /// <summary>
    /// The command of the client that lists completions; null where it named none (initializationOptions.suggestCommand).
    /// </summary>
    public string? SuggestCommand { get; set; }

    /// <summary>Sends a notification to the client.</summary>
    public void Notify(string method, JsonNode? parameters) =>
        write(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    /// <summary>Sends a request to the client. Answers are not waited for: none that is asked here says anything.</summary>
    public void Ask(string method, JsonNode? parameters)
    {
        var message = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = NewToken(), ["method"] = method };
        if (parameters is not null)
            message["params"] = parameters;
        write(message);
    }

    /// <summary>A name for work that is reported to the client.</summary>
    public string NewToken() => $"policy {Interlocked.Increment(ref _requests)}";

    /// <summary>
    /// Asks the client to ask for lenses again, where some were shown without the results of the examples and the client can.
    /// </summary>
    public void RefreshLenses()
    {
        if (!AwaitsExamples || !ClientCan("workspace", "codeLens", "refreshSupport"))
            return;
        AwaitsExamples = false;
        Ask("workspace/codeLens/refresh", null);
    }

    /// <summary>Whether the client can do something, by the path of its capability.</summary>
    public bool ClientCan(params ReadOnlySpan<string> path)
    {
        var at = ClientCapabilities;
        foreach (var name in path)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                return false;
        }
        return at.ValueKind is not (JsonValueKind.False or JsonValueKind.Null or JsonValueKind.Undefined);
    }

    /// <summary>The document that a request is about.</summary>
    /// <exception cref="RequestFailedException">It is none of a policy.</exception>
    public DocumentPlace Document(JsonElement parameters)
    {
        var path = Uris.PathOf(parameters.Property("textDocument").Property("uri").GetString() ?? "");
        var snapshot = Workspace.SnapshotOf(path);
        return snapshot.SourceOf(path) is { } source ? new(snapshot, source)
            : throw new RequestFailedException(ErrorCode.RequestFailed, $"{path} is no file of a folder of policies");
    }

    /// <summary>The document and the place in it that a request is about.</summary>
    /// <exception cref="RequestFailedException">The document is none of a policy.</exception>
    public (DocumentPlace Document, int Offset) Place(JsonElement parameters)
    {
        var document = Document(parameters);
        return (document, Ranges.AddressOf(document.Source, parameters.Property("position")));
    }
}

/// <summary>A document and the folder it belongs to, at one moment.</summary>
/// <param name="Snapshot">The folder.</param>
/// <param name="Source">The document.</param>
internal sealed record DocumentPlace(Snapshot Snapshot, SourceText Source)
{
    public string Path => Source.Path;
}
