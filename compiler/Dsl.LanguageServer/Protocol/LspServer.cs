// The loop of the server. One thread reads and cancels, the loop handles messages in their order, workers answer long requests,
// one more thread computes and publishes findings.
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Diagnostics;
using Dsl.LanguageServer.Protocol.Methods;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.LanguageServer.Workspaces;

namespace Dsl.LanguageServer.Protocol;

/// <summary>A language server on two streams.</summary>
public sealed class LspServer
{
    private readonly MessageChannel _channel;
    private readonly ServerState _state;
    private readonly BackgroundAnalysis _analysis;
    private readonly PendingRequests _pending;
    private readonly Workers _workers = new();
    private readonly Dictionary<string, ILspMethod> _methods;
    private readonly BlockingCollection<ReceivedMessage> _queue = [];
    private readonly string _version;
    private bool _isInitialized;
    private bool _isShutDown;

    /// <summary>Makes a server.</summary>
    /// <param name="input">Messages of the client.</param>
    /// <param name="output">Messages to the client.</param>
    /// <param name="version">The version of the program.</param>
    /// <param name="today">Today in the time zone of the policies.</param>
    public LspServer(Stream input, Stream output, string version, Func<DateOnly> today)
        : this(input, output, version, today, MethodTable.All)
    {
    }

    /// <summary>Makes a server with other methods.</summary>
    internal LspServer(Stream input, Stream output, string version, Func<DateOnly> today, IEnumerable<ILspMethod> methods)
    {
        (_channel, _version) = (new(input, output), version);
        _methods = methods.ToDictionary(static method => method.Name, StringComparer.Ordinal);
        _state = new(new Workspace(today), _channel.Write);
        _pending = new(_channel.Write, Log);
        _analysis = new(_state.Workspace, new DiagnosticPublisher(_state.Workspace, new FindingsNotifier(_state)), Log);
    }

    /// <summary>Serves until the client ends it or goes away.</summary>
    /// <returns>The exit code that the protocol asks for: 0 after shutdown, else 1.</returns>
    public int Run()
    {
        try
        {
            return Serve();
        }
        catch (Exception error) when (MessageChannel.IsClosed(error))
        {
            // The client does not listen any longer.
            return _isShutDown ? 0 : 1;
        }
        finally
        {
            _pending.Abandon();
            _workers.Abandon();
        }
    }

    private int Serve()
    {
        var reader = new Thread(ReadAll) { IsBackground = true, Name = "reader" };
        reader.Start();
        _analysis.Start();
        _workers.Start();
        var isEnded = false;
        foreach (var (message, request) in _queue.GetConsumingEnumerable())
        {
            if (isEnded = Text(message["method"]) == "exit")
                break;
            Handle(message, request);
        }
        // Where the input merely ends, what was asked is still answered.
        if (!isEnded)
            _workers.Complete();
        _analysis.Stop(completes: !isEnded);
        return _isShutDown ? 0 : 1;
    }

    private void ReadAll()
    {
        try
        {
            while (_channel.Read() is { } message)
            {
                if (Text(message["method"]) != "$/cancelRequest")
                    _queue.Add(new(message, _pending.Open(message)));
                else if ((message["params"] as JsonObject)?["id"] is { } id)
                    _pending.Cancel(id);
            }
        }
        catch (InvalidDataException error)
        {
            // The stream cannot be followed any further.
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
        catch (Exception error) when (MessageChannel.IsClosed(error))
        {
            // It does not listen either.
        }
    }

    private void Handle(JsonObject message, OpenRequest? request)
    {
        var parameters = message["params"] is { } given ? JsonSerializer.SerializeToElement(given) : default;
        if (request is null)
        {
            // An answer to a request of ours has no method, and is nothing to answer.
            Notified(Text(message["method"]) ?? "", parameters);
            return;
        }
        if (_pending.Try(request, cancellation => Requested(request.Method, parameters, cancellation)) is not { } reply)
            return;
        if (reply.IsKnown)
            _pending.Answer(request, reply.Known);
        else
            _workers.Add(() => Compute(request, reply));
    }

    private void Compute(OpenRequest request, Reply reply)
    {
        if (_pending.Try(request, cancellation => reply.Compute(_analysis.Settle, cancellation)) is { } computed)
            _pending.Answer(request, computed.Known);
    }

    private Reply Requested(string method, JsonElement parameters, CancellationToken cancellation)
    {
        switch (method)
        {
            case "initialize":
                _isInitialized = true;
                return new(Initialization.Answer(_state, parameters, _methods.Values, _version));
            case "shutdown":
                _isShutDown = true;
                return new(null);
        }
        if (!_isInitialized)
            throw new RequestFailedException(ErrorCode.ServerNotInitialized, "initialize comes first");
        if (_isShutDown)
            throw new RequestFailedException(ErrorCode.InvalidRequest, "the server is shut down");
        return _methods.GetValueOrDefault(method) switch
        {
            IQuickMethod quick => new(quick.Answer(_state, parameters, cancellation)),
            ILongMethod longer => longer.Begin(_state, parameters),
            _ => throw new RequestFailedException(ErrorCode.MethodNotFound, $"no method {method}"),
        };
    }

    private void Notified(string method, JsonElement parameters)
    {
        try
        {
            if (Synchronization.Methods.Contains(method))
                _analysis.Change(() => Synchronization.Apply(_state, method, parameters));
        }
        catch (Exception error) when (PendingRequests.IsOfParameters(error) || error is InvalidOperationException or RequestFailedException)
        {
            // A notification has no answer: only the log can say it.
            Log($"{method}: {error.Message}");
        }
    }

    private void Log(string text) => _state.Notify("window/logMessage", new JsonObject { ["type"] = 1, ["message"] = text });

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A message in the order of its arrival; an object: a queue of structs would be compiled anew at each start.</summary>
    /// <param name="Message">The message.</param>
    /// <param name="Request">The request that it opened; null for a notification.</param>
    private sealed record ReceivedMessage(JsonObject Message, OpenRequest? Request);
}
