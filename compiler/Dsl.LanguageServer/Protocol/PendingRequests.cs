// The requests that have no answer yet: each gets one, its result, its failure or its cancellation.
using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol.Transport;

namespace Dsl.LanguageServer.Protocol;

/// <summary>Open requests by id. Used by the reader, the loop and the workers.</summary>
/// <param name="write">Sends a message to the client.</param>
/// <param name="log">Tells the client's log about a mistake of ours.</param>
internal sealed class PendingRequests(Action<JsonObject> write, Action<string> log)
{
    private readonly ConcurrentDictionary<string, OpenRequest> _open = new(StringComparer.Ordinal);

    /// <summary>Opens the request of a message; null for a notification, and for an answer to a request of ours.</summary>
    public OpenRequest? Open(JsonObject message)
    {
        if (message["id"] is not { } id || message["method"] is not JsonValue method || !method.TryGetValue<string>(out var name)
            || name.Length == 0)
            return null;
        return _open[id.ToJsonString()] = new(id.DeepClone(), name);
    }

    /// <summary>Cancels a request: its answer goes out at once, wherever the work on it is.</summary>
    public void Cancel(JsonNode id)
    {
        if (!_open.TryRemove(id.ToJsonString(), out var request) || !request.TryAnswer())
            return;
        request.Cancel();
        write(Failure(request.Id, ErrorCode.RequestCancelled, "cancelled"));
    }

    /// <summary>Ends the work on all requests, without answers: the client has gone.</summary>
    public void Abandon()
    {
        foreach (var request in _open.Values)
        {
            request.TryAnswer();
            request.Cancel();
        }
    }

    /// <summary>Sends the result of a request; nothing where it was cancelled meanwhile.</summary>
    public void Answer(OpenRequest request, JsonNode? result) =>
        Close(request, new() { ["jsonrpc"] = "2.0", ["id"] = request.Id.DeepClone(), ["result"] = result });

    /// <summary>Works on a request.</summary>
    /// <returns>What came of it; null where the request is answered already, by its failure or its cancellation.</returns>
    public T? Try<T>(OpenRequest request, Func<CancellationToken, T> work)
        where T : class
    {
        try
        {
            request.Cancellation.ThrowIfCancellationRequested();
            return work(request.Cancellation);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (RequestFailedException error)
        {
            Fail(request, error.Code, error.Message);
        }
        catch (Exception error) when (IsOfParameters(error))
        {
            Fail(request, ErrorCode.InvalidParams, error.Message);
        }
#pragma warning disable CA1031 // One request that fails must not end the editor's session; the client shows what went wrong.
        catch (Exception error) when (error is not IOException)
#pragma warning restore CA1031
        {
            log($"{request.Method}: {error}");
            Fail(request, ErrorCode.InternalError, $"{request.Method}: {error.GetType().Name}: {error.Message}");
        }
        return null;
    }

    /// <summary>
    /// Whether parameters have another shape than the method reads: JSON of another kind.
    /// What our own code throws is a mistake of ours.
    /// </summary>
    public static bool IsOfParameters(Exception error) =>
        error is (KeyNotFoundException or InvalidOperationException or FormatException)
        && error.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true;

    private void Fail(OpenRequest request, int code, string text) => Close(request, Failure(request.Id, code, text));

    private void Close(OpenRequest request, JsonObject answer)
    {
        _open.TryRemove(new(request.Id.ToJsonString(), request));
        if (request.TryAnswer())
            write(answer);
    }

    private static JsonObject Failure(JsonNode id, int code, string text) => new()
    {
        ["jsonrpc"] = "2.0", ["id"] = id.DeepClone(), ["error"] = new JsonObject { ["code"] = code, ["message"] = text },
    };
}
