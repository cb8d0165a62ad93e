// textDocument/formatting, rangeFormatting, onTypeFormatting.
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Formatting;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>Formats a file.</summary>
internal sealed class FormatMethod : IQuickMethod
{
    public string Name => "textDocument/formatting";

    public void Announce(JsonObject capabilities) => capabilities["documentFormattingProvider"] = true;

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        return document.Snapshot.TreeOf(document.Path) is { } tree ? Json(document.Source, FormattingEdits.Of(tree)) : null;
    }

    internal static JsonArray Json(SourceText source, ImmutableArray<TextEdit> edits) =>
        new([.. edits.Select(edit => Ranges.Edit(source, edit.Span, edit.NewText))]);
}

/// <summary>Formats some lines.</summary>
internal sealed class FormatRangeMethod : IQuickMethod
{
    public string Name => "textDocument/rangeFormatting";

    public void Announce(JsonObject capabilities) => capabilities["documentRangeFormattingProvider"] = true;

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        return document.Snapshot.TreeOf(document.Path) is { } tree
            ? FormatMethod.Json(document.Source, FormattingEdits.Of(tree, Ranges.SpanOf(document.Source, parameters.Property("range"))))
            : null;
    }
}

/// <summary>Formats the line that was finished by a line end: its own indentation and spacing.</summary>
internal sealed class FormatOnTypeMethod : IQuickMethod
{
    public string Name => "textDocument/onTypeFormatting";

    public void Announce(JsonObject capabilities) =>
        capabilities["documentOnTypeFormattingProvider"] =
            new JsonObject { ["firstTriggerCharacter"] = "\n", ["moreTriggerCharacter"] = new JsonArray("|") };

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var (document, offset) = server.Place(parameters);
        if (document.Snapshot.TreeOf(document.Path) is not { } tree)
            return null;
        var line = document.Source.PositionOf(offset).Line;
        var isLineEnd = parameters.Property("ch").GetString() == "\n";
        return isLineEnd && line == 0 ? null : FormatMethod.Json(document.Source,
            FormattingEdits.OfFinishedLine(tree, isLineEnd ? line - 1 : line, isLineEnd ? line : null));
    }
}
