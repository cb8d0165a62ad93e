// textDocument/semanticTokens/full and /range: five numbers per word, relative to the word before (LSP 3.17).
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Features.SemanticTokens;

/// <summary>The words of a whole file.</summary>
internal sealed class SemanticTokensMethod : ILspMethod
{
    public string Name => "textDocument/semanticTokens/full";

    public void Announce(JsonObject capabilities) => capabilities["semanticTokensProvider"] = new JsonObject
    {
        ["legend"] = new JsonObject
        {
            ["tokenTypes"] = new JsonArray([.. TokenKinds.Kinds.Select(static kind => JsonValue.Create(kind))]),
            ["tokenModifiers"] = new JsonArray([.. TokenKinds.Modifiers.Select(static modifier => JsonValue.Create(modifier))]),
        },
        ["full"] = true,
        ["range"] = true,
    };

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        return Json(document, document.Source.SpanBetween(0, document.Source.Content.Length));
    }

    /// <summary>The numbers of a stretch.</summary>
    internal static JsonObject Json(DocumentPlace document, TextSpan range)
    {
        var data = new JsonArray();
        var (line, column) = (0, 0);
        foreach (var token in TokenKinds.Of(document.Snapshot, document.Path, range))
        {
            var place = document.Source.PositionOf(token.Span.Start);
            data.Add(place.Line - line);
            data.Add(place.Line == line ? place.Column - column : place.Column);
            data.Add(token.Span.Length);
            data.Add(token.Kind);
            data.Add(token.Modifiers);
            (line, column) = (place.Line, place.Column);
        }
        return new() { ["data"] = data };
    }
}

/// <summary>The words of a stretch of a file.</summary>
internal sealed class SemanticTokensRangeMethod : ILspMethod
{
    public string Name => "textDocument/semanticTokens/range";

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        return SemanticTokensMethod.Json(document, Ranges.SpanOf(document.Source, parameters.GetProperty("range")));
    }
}
