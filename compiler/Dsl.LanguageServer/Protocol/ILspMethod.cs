// A method of the protocol. Each feature has one file with its methods; a new one is a file and a line in Methods.cs.
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dsl.LanguageServer.Protocol;

/// <summary>A request that the server answers.</summary>
internal interface ILspMethod
{
    /// <summary>The name, such as textDocument/hover.</summary>
    string Name { get; }

    /// <summary>Says in the answer to initialize what the server can do; nothing where the protocol has no place for it.</summary>
    void Announce(JsonObject capabilities)
    {
    }

    /// <summary>Answers a request. On one thread, in the order of the requests.</summary>
    /// <param name="server">The state of the server.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="cancellation">Cancelled when the client does not want the answer any more.</param>
    /// <exception cref="RequestFailedException">It cannot be answered.</exception>
    JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation);
}
