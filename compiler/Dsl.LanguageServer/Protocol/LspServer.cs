// The loop of the server: messages in order on one thread, cancellation at once, findings published when there is nothing else to do.
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Diagnostics;
using Dsl.LanguageServer.Workspaces;

namespace Dsl.LanguageServer.Protocol;

/// <summary>A language server on two streams.</summary>
public sealed class LspServer
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly MessageChannel _channel;
    private readonly ServerState _state;
    private readonly DiagnosticPublisher _publisher;
    private readonly Dictionary<string, ILspMethod> _methods = Methods.All.ToDictionary(static method => method.Name, StringComparer.Ordinal);
    private readonly BlockingCollection<JsonObject> _queue = [];
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
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
        _publisher = new(_state);
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
        while (true)
        {
            // Findings are computed when no message waits: whoever types fast sees those of the last key.
            if (!_queue.TryTake(out var message))
            {
                Publish(_publisher.PublishText);
                // 算例 are computed when the user pauses, so that the next key does not wait for them.
                if (!_queue.TryTake(out message, Pause))
                {
                    Publish(_publisher.PublishExamples);
                    if (_queue.IsCompleted || !TakeNext(out message))
                        return _isShutDown ? 0 : 1;
                }
            }
            if (Text(message["method"]) == "exit")
                return _isShutDown ? 0 : 1;
            Handle(message);
        }
    }

    /// <summary>Findings that cannot be computed are a mistake of ours, and no reason to leave the user without an editor.</summary>
    private void Publish(Action<Func<bool>> publish)
    {
        try
        {
            publish(() => _queue.Count > 0);
        }
#pragma warning disable CA1031
        catch (Exception error) when (error is not IOException)
#pragma warning restore CA1031
        {
            Log($"findings: {error}");
        }
    }

    /// <summary>Waits for the next message; false where there will be none.</summary>
    private bool TakeNext([NotNullWhen(true)] out JsonObject? message)
    {
        try
        {
            message = _queue.Take();
            return true;
        }
        catch (InvalidOperationException)
        {
            message = null;
            return false;
        }
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
                        _running[id] = new();
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

    private void Cancel(JsonObject message)
    {
        if ((message["params"] as JsonObject)?["id"]?.ToJsonString() is { } id && _running.TryGetValue(id, out var running))
            running.Cancel();
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
        // An answer to a request of ours is nothing to answer.
        if (method.Length == 0)
            return;
        using var cancellation = _running.GetValueOrDefault(id) ?? new();
        try
        {
            var result = Requested(method, parameters, cancellation.Token);
            cancellation.Token.ThrowIfCancellationRequested();
            _channel.Write(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = message["id"]?.DeepClone(), ["result"] = result });
        }
        catch (OperationCanceledException)
        {
            Fail(message, ErrorCode.RequestCancelled, "cancelled");
        }
        catch (RequestFailedException error)
        {
            Fail(message, error.Code, error.Message);
        }
        catch (Exception error) when (IsOfParameters(error))
        {
            Fail(message, ErrorCode.InvalidParams, error.Message);
        }
#pragma warning disable CA1031 // One request that fails must not end the editor's session; the client shows what went wrong.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Fail(message, ErrorCode.InternalError, $"{method}: {error.GetType().Name}: {error.Message}");
            Log($"{method}: {error}");
        }
        finally
        {
            _running.TryRemove(id, out _);
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
            ["textDocumentSync"] = new JsonObject { ["openClose"] = true, ["change"] = 2, ["save"] = new JsonObject { ["includeText"] = false } },
            ["workspace"] = new JsonObject { ["workspaceFolders"] = new JsonObject { ["supported"] = true, ["changeNotifications"] = true } },
        };
        foreach (var method in _methods.Values.OrderBy(static method => method.Name, StringComparer.Ordinal))
            method.Announce(announced);
        return new() { ["capabilities"] = announced, ["serverInfo"] = new JsonObject { ["name"] = "policy", ["version"] = _version } };
    }

    private void Notified(string method, JsonElement parameters)
    {
        try
        {
            Synchronization.Apply(_state, method, parameters);
        }
        catch (Exception error) when (IsOfParameters(error) || error is InvalidOperationException or RequestFailedException)
        {
            // Nobody can be told but the log: a notification has no answer.
            Log($"{method}: {error.Message}");
        }
    }

    private void Fail(JsonObject message, int code, string text) => _channel.Write(new JsonObject
    {
        ["jsonrpc"] = "2.0", ["id"] = message["id"]?.DeepClone(), ["error"] = new JsonObject { ["code"] = code, ["message"] = text },
    });

    private void Log(string text) => _state.Notify("window/logMessage", new JsonObject { ["type"] = 1, ["message"] = text });

    /// <summary>
    /// Whether parameters have another shape than the method reads: JSON without a member, or with one of another kind. What our own code throws
    /// is a mistake of ours.
    /// </summary>
    private static bool IsOfParameters(Exception error) =>
        error is (KeyNotFoundException or InvalidOperationException or FormatException) && error.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true;

    private static string? IdOf(JsonObject message) => message["id"]?.ToJsonString();

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
