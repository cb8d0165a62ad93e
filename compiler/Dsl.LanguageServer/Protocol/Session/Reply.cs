// What a request is answered with: known already, or still to be computed.
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.LanguageServer.Workspaces;

namespace Dsl.LanguageServer.Protocol.Session;

/// <summary>The answer to a request, or the work that is left to do for it.</summary>
internal sealed class Reply
{
    private readonly Snapshot? _snapshot;
    private readonly Func<Snapshot, CancellationToken, JsonNode?>? _compute;

    /// <summary>An answer that is known.</summary>
    public Reply(JsonNode? known) => Known = known;

    /// <summary>An answer that a worker computes.</summary>
    /// <param name="snapshot">The folder as of the request's arrival.</param>
    /// <param name="compute">Computes it from a snapshot of the same texts that no later edit changes anything in.</param>
    public Reply(Snapshot snapshot, Func<Snapshot, CancellationToken, JsonNode?> compute) => (_snapshot, _compute) = (snapshot, compute);

    public bool IsKnown => _compute is null;

    /// <summary>The answer; null while it is not known.</summary>
    public JsonNode? Known { get; }

    /// <summary>The reply with its answer.</summary>
    /// <param name="settle">Makes a snapshot one that no later edit changes anything in.</param>
    /// <param name="cancellation">Cancelled when the client does not want the answer any more.</param>
    /// <exception cref="RequestFailedException">It cannot be answered.</exception>
    public Reply Compute(Func<Snapshot, CancellationToken, Snapshot> settle, CancellationToken cancellation) =>
        _snapshot is { } snapshot && _compute is { } compute ? new(compute(settle(snapshot, cancellation), cancellation)) : this;
}
