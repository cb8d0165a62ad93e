// textDocument/semanticTokens/full and /range: five numbers per word, relative to the word before (LSP 3.17).
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.SemanticTokens;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>The words of a whole file.</summary>
internal sealed class SemanticTokensMethod : IQuickMethod
{
    /// <summary>The protocol's words for the kinds, in the order of <see cref="TokenKind"/>.</summary>
    internal static ImmutableArray<string> Kinds { get; } =
    [
        .. Enum.GetValues<TokenKind>().Select(static kind => kind switch
        {
            TokenKind.Field => "property",
            TokenKind.Member => "enumMember",
            TokenKind.Parameter => "parameter",
            TokenKind.Local => "variable",
            TokenKind.Function => "function",
            TokenKind.Number => "number",
            TokenKind.Text => "string",
            TokenKind.Comment => "comment",
            TokenKind.Table => "class",
            TokenKind.List => "enum",
            TokenKind.Label => "label",
            TokenKind.Operator => "operator",
            _ => "keyword",
        }),
    ];

    /// <summary>The protocol's words for the modifiers, in the order of the bits of <see cref="TokenModifiers"/>.</summary>
    internal static ImmutableArray<string> Modifiers { get; } = ["declaration", "row", "defaultLibrary"];

    public string Name => "textDocument/semanticTokens/full";

    public void Announce(JsonObject capabilities) => capabilities["semanticTokensProvider"] = new JsonObject
    {
        ["legend"] = new JsonObject
        {
            ["tokenTypes"] = new JsonArray([.. Kinds.Select(static kind => JsonValue.Create(kind))]),
            ["tokenModifiers"] = new JsonArray([.. Modifiers.Select(static modifier => JsonValue.Create(modifier))]),
        },
        ["full"] = true,
        ["range"] = true,
    };

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        return Json(document, document.Source.SpanBetween(0, document.Source.Content.Length));
    }

    /// <summary>The numbers of a span.</summary>
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
            data.Add((int)token.Kind);
            data.Add((int)token.Modifiers);
            (line, column) = (place.Line, place.Column);
        }
        return new() { ["data"] = data };
    }
}

/// <summary>The words of a span of a file.</summary>
internal sealed class SemanticTokensRangeMethod : IQuickMethod
{
    public string Name => "textDocument/semanticTokens/range";

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        return SemanticTokensMethod.Json(document, Ranges.SpanOf(document.Source, parameters.Property("range")));
    }
}
