// textDocument/definition: from a name to its declaration, from a quotation to its place in the official text, from a path to the file.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Names;
using Dsl.LanguageServer.Protocol;
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Definition;

/// <summary>Goes to where something comes from.</summary>
internal sealed class DefinitionMethod : ILspMethod
{
    public string Name => "textDocument/definition";

    public void Announce(JsonObject capabilities) => capabilities["definitionProvider"] = true;

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var (document, offset) = server.Place(parameters);
        return new JsonArray(
            [.. Targets(document.Snapshot, document.Path, offset).Select(static target => Ranges.Location(target.Source, target.Span))]);
    }

    /// <summary>The places that an offset leads to; usually one, none for what comes from nowhere.</summary>
    internal static IEnumerable<(SourceText Source, TextSpan Span)> Targets(Snapshot snapshot, string path, int offset)
    {
        if (snapshot.Names.At(path, offset) is { } name)
            return name.Symbol is FileSymbol file ? [(file.Source, file.Span)]
                : snapshot.Names.Of(name.Symbol).Where(static other => other.IsDeclaration)
                    .Select(static other => (other.Source, other.Span));
        if (snapshot.TreeOf(path) is not { } tree || TreePath.To(tree, offset) is not { } place)
            return [];
        if (place.Token.Kind == SyntaxKind.Quote && Quotes.DocumentOf(snapshot, path) is { } document)
            return Quotes.Find(document, place.Token, offset) is { } found ? [(document.Source, found)] : [];
        if (place.Line is TextLine { Keyword.Value: "原文" } && snapshot.PolicyOf(path)?.OfficialTextPath is { } official
            && snapshot.Compilation.OfficialTexts.GetValueOrDefault(official) is { } text)
            return [(text, new TextSpan(0, 0))];
        return [];
    }
}
