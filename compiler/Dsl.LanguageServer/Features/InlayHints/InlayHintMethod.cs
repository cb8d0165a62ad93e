// textDocument/inlayHint: numbers written out, and the unit that a bare number took.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Names;
using Dsl.LanguageServer.Protocol;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Features.InlayHints;

/// <summary>Small words behind numbers.</summary>
internal sealed class InlayHintMethod : ILspMethod
{
    public string Name => "textDocument/inlayHint";

    public void Announce(JsonObject capabilities) => capabilities["inlayHintProvider"] = true;

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        var range = Ranges.SpanOf(document.Source, parameters.GetProperty("range"));
        return new JsonArray([.. Hints(document.Snapshot, document.Path, range).Select(hint => new JsonObject
        {
            ["position"] = Ranges.Position(document.Source, hint.Offset), ["label"] = hint.Label, ["paddingLeft"] = hint.IsApart,
        })]);
    }

    /// <summary>The hints of a stretch of a file.</summary>
    internal static IEnumerable<(int Offset, string Label, bool IsApart)> Hints(Snapshot snapshot, string path, TextSpan range)
    {
        if (snapshot.TreeOf(path) is not { } tree)
            yield break;
        var types = new Lazy<LiteralTypes>(() => new(snapshot, path));
        foreach (var token in tree.Root.Blocks.Where(block => block.Span.End >= range.Start && block.Span.Start <= range.End)
            .SelectMany(static block => block.Tokens))
        {
            if (token.Number is not { } number || token.Span.End < range.Start || token.Span.Start > range.End)
                continue;
            if (NumberText.WrittenOut(number) is { } digits)
                yield return (token.Span.End, "= " + digits, true);
            if (number.Unit.Length == 0 && NumberText.TakenUnit(number, types.Value.Of(token)) is { } unit)
                yield return (token.Span.End, unit, false);
        }
    }
}
