// The loop of the server: messages in order on one thread, cancellation at once on another, findings computed and published on a third.
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Diagnostics;
using Dsl.LanguageServer.Workspaces;

namespace Dsl.LanguageServer.Protocol;

/// <summary>A language server on two streams.</summary>
public sealed class LspServer
{
    private readonly MessageChannel _channel;
    private readonly ServerState _state;
    private readonly BackgroundAnalysis _analysis;
    private readonly Dictionary<string, ILspMethod> _methods =
        Methods.All.ToDictionary(static method => method.Name, StringComparer.Ordinal);
    private readonly BlockingCollection<JsonObject> _queue = [];
    private readonly ConcurrentDictionary<string, OpenRequest> _open = new(StringComparer.Ordinal);
    private readonly string _version;
    private bool _isInitialized;
    private bool _isShutDown;

    /// <summary>Makes a server.</summary>
    /// <param name="input">What the client says.</param>
    /// <param name="output">What the server says.</param>
    /// <param name="version">The version of the program.</param>
    /// <param name="today">Today in the time zone of the policies.</param>
    public LspServer(Stream input, Stream output, string version, Func<DateOnly> today)
    {
        (_channel, _version) = (new(input, output), version);
        _state = new(new Workspace(today), _channel.Write);
        _analysis = new(new DiagnosticPublisher(_state), Log);
    }

    /// <summary>Serves until the client ends it or goes away.</summary>
    /// <returns>The exit code that the protocol asks for: 0 after shutdown, else 1.</returns>
    public int Run()
    {
        try
        {
            return Serve();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
            // Nobody hears what the server says any longer.
            return _isShutDown ? 0 : 1;
        }
    }

    private int Serve()
    {
        var reader = new Thread(ReadAll) { IsBackground = true, Name = "reader" };
        reader.Start();
        _analysis.Start();
        var isEnded = false;
        foreach (var message in _queue.GetConsumingEnumerable())
        {
            if (isEnded = Text(message["method"]) == "exit")
                break;
            Handle(message);
        }
        _analysis.Stop(completes: !isEnded);
        return _isShutDown ? 0 : 1;
    }

    private void ReadAll()
    {
        try
        {
            while (_channel.Read() is { } message)
            {
                if (Text(message["method"]) == "$/cancelRequest")
                    Cancel(message);
                else
                {
                    if (IdOf(message) is { } id && message["method"] is not null)
                        _open[id] = new();
                    _queue.Add(message);
                }
            }
        }
        catch (InvalidDataException error)
        {
            // What it says cannot be followed any further.
            TryRefuse(error.Message);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The client is gone: the loop ends.
        }
        finally
        {
            _queue.CompleteAdding();
        }
    }

    private void TryRefuse(string reason)
    {
        try
        {
            _channel.Fault(reason);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
            // It does not listen either.
        }
    }

    /// <summary>The answer goes out at once, whatever the request is waiting for; its own comes to nothing.</summary>
    private void Cancel(JsonObject message)
    {
        if ((message["params"] as JsonObject)?["id"] is { } id && _open.TryRemove(id.ToJsonString(), out var request)
            && request.TryAnswer())
        {
            request.Cancel();
            Fail(id, ErrorCode.RequestCancelled, "cancelled");
        }
    }

    private void Handle(JsonObject message)
    {
        var method = Text(message["method"]) ?? "";
        var parameters = message["params"] is { } given ? JsonSerializer.SerializeToElement(given) : default;
        if (IdOf(message) is not { } id)
        {
            Notified(method, parameters);
            return;
        }
        // An answer to a request of ours is nothing to answer; a request that was cancelled has its answer.
        if (method.Length == 0 || !_open.TryGetValue(id, out var request))
            return;
        var answer = Answer(message["id"], method, parameters, request.Cancellation);
        _open.TryRemove(id, out _);
        if (answer is not null && request.TryAnswer())
            _channel.Write(answer);
    }

    /// <summary>The answer to a request; null where it was cancelled meanwhile, which was said already.</summary>
    private JsonObject? Answer(JsonNode? id, string method, JsonElement parameters, CancellationToken cancellation)
    {
        try
        {
            return new() { ["jsonrpc"] = "2.0", ["id"] = id?.DeepClone(), ["result"] = Requested(method, parameters, cancellation) };
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (RequestFailedException error)
        {
            return Failure(id, error.Code, error.Message);
        }
        catch (Exception error) when (IsOfParameters(error))
        {
            return Failure(id, ErrorCode.InvalidParams, error.Message);
        }
#pragma warning disable CA1031 // One request that fails must not end the editor's session; the client shows what went wrong.
        catch (Exception error) when (error is not IOException)
#pragma warning restore CA1031
        {
            Log($"{method}: {error}");
            return Failure(id, ErrorCode.InternalError, $"{method}: {error.GetType().Name}: {error.Message}");
        }
    }

    private JsonNode? Requested(string method, JsonElement parameters, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (method)
        {
            case "initialize":
                _isInitialized = true;
                return Initialize(parameters);
            case "shutdown":
                _isShutDown = true;
                return null;
        }
        if (!_isInitialized)
            throw new RequestFailedException(ErrorCode.ServerNotInitialized, "initialize comes first");
        if (_isShutDown)
            throw new RequestFailedException(ErrorCode.InvalidRequest, "the server is shut down");
        return _methods.TryGetValue(method, out var known)
            ? known.Answer(_state, parameters, cancellation)
            : throw new RequestFailedException(ErrorCode.MethodNotFound, $"no method {method}");
    }

    private JsonObject Initialize(JsonElement parameters)
    {
        _state.ClientCapabilities = parameters.TryGetProperty("capabilities", out var capabilities) ? capabilities : default;
        if (parameters.TryGetProperty("initializationOptions", out var options) && options.ValueKind == JsonValueKind.Object &&
            options.TryGetProperty("suggestCommand", out var suggest) && suggest.ValueKind == JsonValueKind.String)
            _state.SuggestCommand = suggest.GetString();
        if (parameters.TryGetProperty("workspaceFolders", out var folders) && folders.ValueKind == JsonValueKind.Array)
        {
            foreach (var folder in folders.EnumerateArray())
                _state.Workspace.AddFolder(Uris.PathOf(folder.GetProperty("uri").GetString() ?? ""));
        }
        else if (parameters.TryGetProperty("rootUri", out var root) && root.ValueKind == JsonValueKind.String)
            _state.Workspace.AddFolder(Uris.PathOf(root.GetString() ?? ""));
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
        foreach (var method in _methods.Values.OrderBy(static method => method.Name, StringComparer.Ordinal))
            method.Announce(announced);
        return new() { ["capabilities"] = announced, ["serverInfo"] = new JsonObject { ["name"] = "policy", ["version"] = _version } };
    }

    private void Notified(string method, JsonElement parameters)
    {
        try
        {
            if (Synchronization.Methods.Contains(method))
                _analysis.Change(() => Synchronization.Apply(_state, method, parameters));
        }
        catch (Exception error) when (IsOfParameters(error) || error is InvalidOperationException or RequestFailedException)
        {
            // Nobody can be told but the log: a notification has no answer.
            Log($"{method}: {error.Message}");
        }
    }

    private void Fail(JsonNode? id, int code, string text) => _channel.Write(Failure(id, code, text));

    private static JsonObject Failure(JsonNode? id, int code, string text) => new()
    {
        ["jsonrpc"] = "2.0", ["id"] = id?.DeepClone(), ["error"] = new JsonObject { ["code"] = code, ["message"] = text },
    };

    private void Log(string text) => _state.Notify("window/logMessage", new JsonObject { ["type"] = 1, ["message"] = text });

    /// <summary>
    /// Whether parameters have another shape than the method reads: JSON without a member, or with one of another kind.
    /// What our own code throws is a mistake of ours.
    /// </summary>
    private static bool IsOfParameters(Exception error) =>
        error is (KeyNotFoundException or InvalidOperationException or FormatException)
        && error.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true;

    private static string? IdOf(JsonObject message) => message["id"]?.ToJsonString();

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
