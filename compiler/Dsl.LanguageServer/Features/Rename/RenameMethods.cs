// textDocument/prepareRename and textDocument/rename.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol;

namespace Dsl.LanguageServer.Features.Rename;

/// <summary>Whether what stands at a place can be renamed, and what it is called.</summary>
internal sealed class PrepareRenameMethod : ILspMethod
{
    public string Name => "textDocument/prepareRename";

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var (document, offset) = server.Place(parameters);
        var (name, problem) = Renaming.Prepare(document.Snapshot, document.Path, offset);
        return name is null ? throw new RequestFailedException(ErrorCode.RequestFailed, problem ?? "")
            : new JsonObject { ["range"] = Ranges.Range(name.Source, name.Span), ["placeholder"] = name.Source[name.Span] };
    }
}

/// <summary>Renames in all files of the folder.</summary>
internal sealed class RenameMethod : ILspMethod
{
    private const int Info = 3;

    public string Name => "textDocument/rename";

    public void Announce(JsonObject capabilities) => capabilities["renameProvider"] = new JsonObject { ["prepareProvider"] = true };

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var (document, offset) = server.Place(parameters);
        var result = Renaming.Rename(document.Snapshot, document.Path, offset, parameters.GetProperty("newName").GetString() ?? "");
        if (result.Problem is { } problem)
            throw new RequestFailedException(ErrorCode.RequestFailed, problem);
        cancellation.ThrowIfCancellationRequested();
        if (result.Note is { } note)
            server.Notify("window/showMessage", new JsonObject { ["type"] = Info, ["message"] = note });
        return WorkspaceEdits.Of(server, result.Edits);
    }
}
