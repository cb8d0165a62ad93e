// textDocument/prepareRename and textDocument/rename.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Rename;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>Whether what stands at a place can be renamed, and what it is called.</summary>
internal sealed class PrepareRenameMethod : IQuickMethod
{
    public string Name => "textDocument/prepareRename";

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var (document, offset) = server.Place(parameters);
        var (name, problem) = SymbolRenaming.Prepare(document.Snapshot, document.Path, offset);
        return name is null ? throw new RequestFailedException(ErrorCode.RequestFailed, problem ?? "")
            : new JsonObject { ["range"] = Ranges.Range(name.Source, name.Span), ["placeholder"] = name.Source[name.Span] };
    }
}

/// <summary>Renames in all files of the folder.</summary>
internal sealed class RenameMethod : ILongMethod
{
    private const int Info = 3;

    public string Name => "textDocument/rename";

    public void Announce(JsonObject capabilities) => capabilities["renameProvider"] = new JsonObject { ["prepareProvider"] = true };

    public Reply Begin(ServerState server, JsonElement parameters)
    {
        var (document, offset) = server.Place(parameters);
        var word = parameters.Property("newName").GetString() ?? "";
        return new(document.Snapshot, (snapshot, cancellation) =>
        {
            var result = SymbolRenaming.Rename(snapshot, document.Path, offset, word);
            if (result.Problem is { } problem)
                throw new RequestFailedException(ErrorCode.RequestFailed, problem);
            cancellation.ThrowIfCancellationRequested();
            var edits = WorkspaceEdits.Of(server, snapshot, result.Edits);
            if (result.Note is { } note)
                server.Notify("window/showMessage", new JsonObject { ["type"] = Info, ["message"] = note });
            return edits;
        });
    }
}
