// textDocument/documentSymbol and workspace/symbol: policies, clauses, targets, data and their facts.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol;
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Symbols;

/// <summary>A named part of a file.</summary>
/// <param name="Name">What it is called, with its title.</param>
/// <param name="Detail">What kind of thing it is; empty where its name says so.</param>
/// <param name="Kind">The protocol's number of its kind.</param>
/// <param name="Span">All of it.</param>
/// <param name="Head">Its name in the text.</param>
/// <param name="Children">Its own parts.</param>
internal sealed record Outline(string Name, string Detail, int Kind, TextSpan Span, TextSpan Head, IReadOnlyList<Outline> Children)
{
    private const int Namespace = 3, Class = 5, Field = 8, Enum = 10, Function = 12, Constant = 14, EnumMember = 22, Struct = 23, Event =
        24;

    /// <summary>The outline of a file; 算例 and 恒有 stand below the clause that they are about.</summary>
    public static IReadOnlyList<Outline> Of(SyntaxTree tree)
    {
        var result = new List<Outline>();
        foreach (var block in tree.Root.Blocks.Where(static block => block is not ErrorBlock))
        {
            var outline = Of(block);
            if (block is (ExampleBlock or InvariantBlock) && result.Count > 0 && result[^1].Kind == Function)
                result[^1] = result[^1] with { Span = result[^1].Span.Cover(outline.Span), Children = [.. result[^1].Children, outline] };
            else
                result.Add(outline);
        }
        return result;
    }

    private static Outline Of(BlockSyntax block)
    {
        var head = (block.Keyword?.Span ?? block.Span) with { };
        var name = BlockNames.NameOf(block) ?? block.Keyword?.Value ?? "";
        return block switch
        {
            PolicyBlock policy => new(policy.Title.Value.Length > 0 ? policy.Title.Value : name, "政策", Namespace, block.Span,
                head.Cover(policy.Title.Span), []),
            // Editors search by name alone: the title, which people remember, is part of it.
            NumberedBlock numbered =>
                new($"{name} {numbered.Title.Value}".TrimEnd(), "", Function, block.Span, head.Cover(numbered.Number.Span), []),
            ExampleBlock example =>
                new($"{name} {example.Title.Value}".TrimEnd(), "", Event, block.Span, head.Cover(example.Number.Span), []),
            ListBlock => new(name, "名录", Enum, block.Span, head, []),
            DataBlock or DetailBlock =>
                new(name, "", block is DataBlock ? Class : Struct, block.Span, head, [.. block.Lines.OfType<FieldLine>()
                    .Select(static field => new Outline(field.Name.Value,
                        string.Concat(field.Tokens.SkipWhile(token => token != field.Name).Skip(1).Select(static token => token.Text)),
                        Field, field.Span, field.Name.Span, []))]),
            ParameterBlock => new(name, "参数", Constant, block.Span, head, []),
            _ => new(name, "", block is InvariantBlock ? EnumMember : Namespace, block.Span, head, []),
        };
    }
}

/// <summary>The outline of a file.</summary>
internal sealed class DocumentSymbolMethod : ILspMethod
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
        ["kind"] = outline.Kind,
        ["range"] = Ranges.Range(source, outline.Span.Cover(outline.Head)),
        ["selectionRange"] = Ranges.Range(source, outline.Head),
        ["children"] = new JsonArray([.. outline.Children.Select(child => Json(source, child))]),
    };
}

/// <summary>Named parts of all files of the folders in use.</summary>
internal sealed class WorkspaceSymbolMethod : ILspMethod
{
    private const int Most = 500;

    public string Name => "workspace/symbol";

    public void Announce(JsonObject capabilities) => capabilities["workspaceSymbolProvider"] = true;

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var query = parameters.GetProperty("query").GetString() ?? "";
        var found = server.Workspace.OfFolders().SelectMany(static snapshot => snapshot.Compilation.Trees)
            .SelectMany(static tree => Outline.Of(tree).SelectMany(static outline => outline.Children.Prepend(outline))
                .Select(outline => (tree.Source, Outline: outline)))
            .Where(entry => Matches(entry.Outline, query)).Take(Most);
        return new JsonArray([.. found.Select(static entry => new JsonObject
        {
            ["name"] = $"{entry.Outline.Name} {entry.Outline.Detail}".TrimEnd(), ["kind"] = entry.Outline.Kind,
                ["location"] = Ranges.Location(entry.Source, entry.Outline.Head),
        })]);
    }

    private static bool Matches(Outline outline, string query) =>
        outline.Name.Contains(query, StringComparison.OrdinalIgnoreCase)
        || outline.Detail.Contains(query, StringComparison.OrdinalIgnoreCase);
}
