// textDocument/codeAction and codeAction/resolve.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.CodeActions;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.LanguageServer.Workspaces;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>What can be done at a place.</summary>
internal sealed class CodeActionMethod : ILongMethod
{
    public string Name => "textDocument/codeAction";

    public void Announce(JsonObject capabilities) =>
        capabilities["codeActionProvider"] =
            new JsonObject { ["codeActionKinds"] = new JsonArray("quickfix", "refactor"), ["resolveProvider"] = true };

    public Reply Begin(ServerState server, JsonElement parameters)
    {
        var document = server.Document(parameters);
        var range = Ranges.SpanOf(document.Source, parameters.Property("range"));
        var (isFixWanted, isRefactoringWanted) = (IsWanted(parameters, "quickfix"), IsWanted(parameters, "refactor"));
        return new(document.Snapshot, (snapshot, cancellation) =>
        {
            var actions = new JsonArray();
            if (isFixWanted)
            {
                foreach (var action in ProposedAction.For(snapshot, document.Path, range, cancellation))
                    actions.Add(Fix(server, snapshot, action));
            }
            if (isRefactoringWanted && BoundaryExamples.ClauseAt(snapshot, document.Path, range.Start) is { } clause)
                actions.Add(Refactoring(server, snapshot, document.Path, clause.Number, cancellation));
            return actions;
        });
    }

    private static JsonObject Fix(ServerState server, Snapshot snapshot, ProposedAction action)
    {
        var json = new JsonObject
        {
            ["title"] = action.Title, ["kind"] = "quickfix", ["edit"] = WorkspaceEdits.Of(server, snapshot, action.Edits)
        };
        if (action.IsPreferred)
            json["isPreferred"] = true;
        if (action.Finding is { } finding)
            json["diagnostics"] = new JsonArray(LspDiagnostic.Of(finding));
        return json;
    }

    /// <summary>Finding the boundaries means computing: it is done when the action is chosen, where the client can wait for that.</summary>
    private static JsonObject Refactoring(
        ServerState server, Snapshot snapshot, string path, string clause, CancellationToken cancellation)
    {
        var json = new JsonObject
        {
            ["title"] = $"为条款 {clause} 补写门槛和上限处的算例", ["kind"] = "refactor",
            ["data"] = new JsonObject { ["uri"] = Uris.Of(path), ["clause"] = clause },
        };
        if (!server.ClientCan("textDocument", "codeAction", "resolveSupport"))
            json["edit"] = WorkspaceEdits.Of(server, snapshot, BoundaryExamples.Missing(snapshot, path, clause, cancellation));
        return json;
    }

    private static bool IsWanted(JsonElement parameters, string kind) =>
        !parameters.TryGetProperty("context", out var context) || !context.TryGetProperty("only", out var only)
        || only.ValueKind != JsonValueKind.Array
        || only.EnumerateArray().Any(wanted => kind == wanted.GetString() || wanted.GetString() == "");
}

/// <summary>The changes of an action that was chosen.</summary>
internal sealed class ResolveActionMethod : ILongMethod
{
    private const int Info = 3;

    public string Name => "codeAction/resolve";

    public Reply Begin(ServerState server, JsonElement parameters)
    {
        var action = JsonNode.Parse(parameters.GetRawText())?.AsObject() ?? [];
        if (action["edit"] is not null || action["data"]?["uri"]?.GetValue<string>() is not { } uri
            || action["data"]?["clause"]?.GetValue<string>() is not { } number)
            return new(action);
        var path = Uris.PathOf(uri);
        return new(server.Workspace.SnapshotOf(path), (snapshot, cancellation) =>
        {
            var edits = BoundaryExamples.Missing(snapshot, path, number, cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (edits.IsEmpty)
                server.Notify("window/showMessage", new JsonObject
                {
                    ["type"] = Info,
                    ["message"] = $"条款 {number} 的门槛和上限处都有算例了，或者还没有一个写明所用事实的算例可以照着造。",
                });
            action["edit"] = WorkspaceEdits.Of(server, snapshot, edits);
            return action;
        });
    }
}
