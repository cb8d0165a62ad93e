// A request that has no answer yet: it is answered once, by its result or its cancellation, whichever comes first.
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Dsl.LanguageServer.Protocol.Transport;

/// <summary>A request between its arrival and its answer.</summary>
/// <param name="id">The client's name for it.</param>
/// <param name="method">The method; empty where the message names none.</param>
[SuppressMessage("Design", "CA1001", Justification = "A source of cancellation without a timer holds nothing to give back.")]
internal sealed class OpenRequest(JsonNode id, string method)
{
    private readonly CancellationTokenSource _cancellation = new();
    private int _isAnswered;

    public JsonNode Id => id;

    public string Method => method;

    /// <summary>Cancelled when the client does not want the answer any more.</summary>
    public CancellationToken Cancellation => _cancellation.Token;

    /// <summary>Claims the answer; false where it was given already.</summary>
    public bool TryAnswer() => Interlocked.Exchange(ref _isAnswered, 1) == 0;

    /// <summary>Ends the work on it.</summary>
    public void Cancel() => _cancellation.Cancel();
}
