// Changes of several files as the protocol has them.
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Protocol.Session;

/// <summary>Makes WorkspaceEdit objects.</summary>
internal static class WorkspaceEdits
{
    /// <summary>The changes; of open files with the version that they are of, where the client can take that.</summary>
    /// <exception cref="RequestFailedException">
    /// The texts were edited meanwhile, and the client would not see that the changes are of an older version.
    /// </exception>
    public static JsonObject Of(
        ServerState server, Snapshot snapshot, IEnumerable<(SourceText Source, ImmutableArray<TextEdit> Edits)> files)
    {
        if (server.ClientCan("workspace", "workspaceEdit", "documentChanges"))
        {
            return new()
            {
                ["documentChanges"] = new JsonArray([.. files.Select(file => new JsonObject
                {
                    ["textDocument"] = new JsonObject
                    {
                        ["uri"] = Uris.Of(file.Source.Path), ["version"] = snapshot.VersionOf(file.Source.Path)
                    },
                    ["edits"] = Edits(file.Source, file.Edits),
                })]),
            };
        }
        if (!server.Workspace.IsNewest(snapshot))
            throw new RequestFailedException(ErrorCode.ContentModified, "the text was changed meanwhile");
        var changes = new JsonObject();
        foreach (var (source, edits) in files)
            changes[Uris.Of(source.Path)] = Edits(source, edits);
        return new() { ["changes"] = changes };
    }

    private static JsonArray Edits(SourceText source, IEnumerable<TextEdit> edits) =>
        new([.. edits.Select(edit => Ranges.Edit(source, edit.Span, edit.NewText))]);
}
