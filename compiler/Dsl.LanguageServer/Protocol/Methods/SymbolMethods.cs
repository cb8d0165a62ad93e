// textDocument/documentSymbol and workspace/symbol.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Symbols;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>The outline of a file.</summary>
internal sealed class DocumentSymbolMethod : IQuickMethod
{
    public string Name => "textDocument/documentSymbol";

    public void Announce(JsonObject capabilities) => capabilities["documentSymbolProvider"] = true;

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        return document.Snapshot.TreeOf(document.Path) is { } tree
            ? new JsonArray([.. Outline.Of(tree).Select(outline => Json(document.Source, outline))])
            : null;
    }

    private static JsonObject Json(SourceText source, Outline outline) => new()
    {
        ["name"] = outline.Name.Length > 0 ? outline.Name : "（没有名称）",
        ["detail"] = outline.Detail,
        ["kind"] = SymbolKind.Of(outline.Kind),
        ["range"] = Ranges.Range(source, outline.Span.Cover(outline.Head)),
        ["selectionRange"] = Ranges.Range(source, outline.Head),
        ["children"] = new JsonArray([.. outline.Children.Select(child => Json(source, child))]),
    };
}

/// <summary>Named parts of all files of the folders in use.</summary>
internal sealed class WorkspaceSymbolMethod : IQuickMethod
{
    private const int Most = 500;

    public string Name => "workspace/symbol";

    public void Announce(JsonObject capabilities) => capabilities["workspaceSymbolProvider"] = true;

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var query = parameters.Property("query").GetString() ?? "";
        var trees = server.Workspace.OfFolders().SelectMany(static snapshot => snapshot.Compilation.Trees);
        var found = Outline.Search(trees, query).Take(Most);
        return new JsonArray([.. found.Select(static entry => new JsonObject
        {
            ["name"] = $"{entry.Outline.Name} {entry.Outline.Detail}".TrimEnd(), ["kind"] = SymbolKind.Of(entry.Outline.Kind),
                ["location"] = Ranges.Location(entry.Source, entry.Outline.Head),
        })]);
    }
}

/// <summary>The protocol's numbers for kinds of symbols.</summary>
internal static class SymbolKind
{
    private const int Namespace = 3, Class = 5, Field = 8, Enum = 10, Function = 12, Constant = 14, EnumMember = 22, Struct = 23,
        Event = 24;

    public static int Of(OutlineKind kind) => kind switch
    {
        OutlineKind.Numbered => Function,
        OutlineKind.Example => Event,
        OutlineKind.Invariant => EnumMember,
        OutlineKind.List => Enum,
        OutlineKind.Subject => Class,
        OutlineKind.Detail => Struct,
        OutlineKind.Field => Field,
        OutlineKind.Parameter => Constant,
        _ => Namespace,
    };
}
