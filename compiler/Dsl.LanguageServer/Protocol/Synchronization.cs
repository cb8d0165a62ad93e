// Notifications about files: opened, changed, closed, saved; folders added and removed; changes on disk.
using System.Collections.Immutable;
using System.Text.Json;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;

namespace Dsl.LanguageServer.Protocol;

/// <summary>Keeps the workspace as the editor has it.</summary>
internal static class Synchronization
{
    /// <summary>The notifications that it knows.</summary>
    public static ImmutableHashSet<string> Methods { get; } =
    [
        "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "textDocument/didSave",
        "workspace/didChangeWatchedFiles", "workspace/didChangeWorkspaceFolders",
    ];

    /// <summary>Applies one of them.</summary>
    public static void Apply(ServerState server, string method, JsonElement parameters)
    {
        var workspace = server.Workspace;
        switch (method)
        {
            case "textDocument/didOpen":
                var opened = parameters.Property("textDocument");
                workspace.Set(PathOf(parameters), opened.Property("text").GetString() ?? "", Version(opened));
                break;
            case "textDocument/didChange":
                Change(server, parameters);
                break;
            case "textDocument/didClose":
                workspace.Close(PathOf(parameters));
                break;
            case "textDocument/didSave" or "workspace/didChangeWatchedFiles":
                workspace.ForgetDisk();
                break;
            case "workspace/didChangeWorkspaceFolders":
                var changed = parameters.Property("event");
                foreach (var folder in changed.Property("added").EnumerateArray())
                    workspace.AddFolder(Uris.PathOf(folder.Property("uri").GetString() ?? ""));
                foreach (var folder in changed.Property("removed").EnumerateArray())
                    workspace.RemoveFolder(Uris.PathOf(folder.Property("uri").GetString() ?? ""));
                workspace.ForgetDisk();
                break;
        }
    }

    /// <summary>A text with changes made one after the other; a change without a range is the whole text.</summary>
    public static string Changed(string text, JsonElement changes)
    {
        foreach (var change in changes.EnumerateArray())
        {
            var inserted = change.Property("text").GetString() ?? "";
            if (!change.TryGetProperty("range", out var range))
            {
                text = inserted;
                continue;
            }
            var (one, other) = Ranges.OffsetsOf(text, range);
            text = string.Concat(text.AsSpan(0, Math.Min(one, other)), inserted, text.AsSpan(Math.Max(one, other)));
        }
        return text;
    }

    private static void Change(ServerState server, JsonElement parameters)
    {
        var path = PathOf(parameters);
        var before = server.Workspace.TextOf(path) ?? throw new InvalidOperationException($"{path} was not opened");
        server.Workspace.Set(path, Changed(before, parameters.Property("contentChanges")),
            Version(parameters.Property("textDocument")));
    }

    private static string PathOf(JsonElement parameters) =>
        Uris.PathOf(parameters.Property("textDocument").Property("uri").GetString() ?? "");

    private static int? Version(JsonElement document) =>
        document.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number ? version.GetInt32() : null;
}
