// A method of the protocol: an adapter that reads the parameters, calls a feature and writes its records as JSON.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol.Transport;

namespace Dsl.LanguageServer.Protocol.Session;

/// <summary>A request that the server answers.</summary>
internal interface ILspMethod
{
    /// <summary>The name, such as textDocument/hover.</summary>
    string Name { get; }

    /// <summary>Says in the answer to initialize what the server can do; nothing where the protocol has no place for it.</summary>
    void Announce(JsonObject capabilities)
    {
    }
}

/// <summary>A request that takes a moment: it is answered on the thread of the loop, in the order of the messages.</summary>
internal interface IQuickMethod : ILspMethod
{
    /// <exception cref="RequestFailedException">It cannot be answered.</exception>
    JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation);
}

/// <summary>A request that may take long: it is answered on a worker, while later messages are handled.</summary>
internal interface ILongMethod : ILspMethod
{
    /// <summary>
    /// Reads the parameters and takes the snapshot, on the thread of the loop: the request sees the text as of its arrival.
    /// </summary>
    /// <exception cref="RequestFailedException">It cannot be answered.</exception>
    Reply Begin(ServerState server, JsonElement parameters);
}
