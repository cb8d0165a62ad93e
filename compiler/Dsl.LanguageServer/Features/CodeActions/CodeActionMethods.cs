// textDocument/codeAction and codeAction/resolve.
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Diagnostics;
using Dsl.LanguageServer.Protocol;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Features.CodeActions;

/// <summary>Something that the editor offers to do.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Finding">The finding that it mends; null for a refactoring.</param>
/// <param name="IsPreferred">Whether it is the one mend that the finding has.</param>
/// <param name="Edits">The changes by file.</param>
internal sealed record ProposedAction(string Title, Diagnostic? Finding, bool IsPreferred,
    ImmutableArray<(SourceText Source, ImmutableArray<TextEdit> Edits)> Edits)
{
    /// <summary>An action with one edit in one file.</summary>
    public static ProposedAction Of(string title, Diagnostic? finding, SourceText source, params ReadOnlySpan<TextEdit> edits) =>
        new(title, finding, false, [(source, [.. edits])]);

    /// <summary>Every mend for the findings that touch a stretch of a file.</summary>
    public static IEnumerable<ProposedAction> For(Snapshot snapshot, string path, TextSpan range)
    {
        foreach (var finding in snapshot.Policies.AllFindings
            .Where(finding => finding.Source.Path == path && finding.Span.End >= range.Start && finding.Span.Start <= range.End))
        {
            foreach (var fix in finding.Fixes)
                yield return new(fix.Title, finding, fix == finding.PreferredFix, [(finding.Source, fix.Edits)]);
            foreach (var declaration in NewFact.For(snapshot, finding).Concat(NewTable.For(snapshot, finding))
                .Concat(PastedText.For(snapshot, finding)))
                yield return declaration;
            if (Suppression.For(snapshot, finding) is { } suppression)
                yield return suppression;
        }
    }
}

/// <summary>What can be done at a place.</summary>
internal sealed class CodeActionMethod : ILspMethod
{
    public string Name => "textDocument/codeAction";

    public void Announce(JsonObject capabilities) =>
        capabilities["codeActionProvider"] =
            new JsonObject { ["codeActionKinds"] = new JsonArray("quickfix", "refactor"), ["resolveProvider"] = true };

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        var range = Ranges.SpanOf(document.Source, parameters.GetProperty("range"));
        var actions = new JsonArray();
        if (IsWanted(parameters, "quickfix"))
        {
            foreach (var action in ProposedAction.For(document.Snapshot, document.Path, range))
            {
                var json =
                    new JsonObject { ["title"] = action.Title, ["kind"] = "quickfix", ["edit"] = WorkspaceEdits.Of(server, action.Edits) };
                if (action.IsPreferred)
                    json["isPreferred"] = true;
                if (action.Finding is { } finding)
                    json["diagnostics"] = new JsonArray(DiagnosticJson.Of(finding));
                actions.Add(json);
            }
        }
        if (IsWanted(parameters, "refactor") && BoundaryExamples.ClauseAt(document.Snapshot, document.Path, range.Start) is { } clause)
        {
            // Finding the boundaries means computing: it is done when the action is chosen, where the client can wait for that.
            var json = new JsonObject
            {
                ["title"] = $"为条款 {clause.Number} 补写门槛和上限处的算例", ["kind"] = "refactor",
                ["data"] = new JsonObject { ["uri"] = Uris.Of(document.Path), ["clause"] = clause.Number },
            };
            if (!server.ClientCan("textDocument", "codeAction", "resolveSupport"))
                json["edit"] =
                    WorkspaceEdits.Of(server, BoundaryExamples.Missing(document.Snapshot, document.Path, clause.Number, cancellation));
            actions.Add(json);
        }
        return actions;
    }

    private static bool IsWanted(JsonElement parameters, string kind) =>
        !parameters.TryGetProperty("context", out var context) || !context.TryGetProperty("only", out var only)
        || only.ValueKind != JsonValueKind.Array
        || only.EnumerateArray().Any(wanted => kind == wanted.GetString() || wanted.GetString() == "");
}

/// <summary>The changes of an action that was chosen.</summary>
internal sealed class ResolveActionMethod : ILspMethod
{
    private const int Info = 3;

    public string Name => "codeAction/resolve";

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var action = JsonNode.Parse(parameters.GetRawText())?.AsObject() ?? [];
        if (action["edit"] is not null || action["data"]?["uri"]?.GetValue<string>() is not { } uri
            || action["data"]?["clause"]?.GetValue<string>() is not { } number)
            return action;
        var path = Uris.PathOf(uri);
        var edits = BoundaryExamples.Missing(server.Workspace.SnapshotOf(path), path, number, cancellation);
        if (edits.IsEmpty)
            server.Notify("window/showMessage", new JsonObject
                { ["type"] = Info, ["message"] = $"条款 {number} 的门槛和上限处都有算例了，或者还没有一个写明所用事实的算例可以照着造。" });
        action["edit"] = WorkspaceEdits.Of(server, edits);
        return action;
    }
}
