// textDocument/completion.
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dsl.LanguageServer.Features.Completion;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Protocol.Methods;

internal sealed partial class CompletionMethod : IQuickMethod
{
    private const int PlainText = 1, Snippet = 2, TriggeredByCharacter = 2;

    public string Name => "textDocument/completion";

    public void Announce(JsonObject capabilities) => capabilities["completionProvider"] = new JsonObject
    {
        ["triggerCharacters"] =
            new JsonArray([.. " =＝:：[［，,、「;；.|/".Select(static character => JsonValue.Create(character.ToString()))]),
        ["resolveProvider"] = false,
    };

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var (document, offset) = server.Place(parameters);
        if (document.Snapshot.TreeOf(document.Path) is not { } tree
            || Completer.Propose(document.Snapshot, tree, offset) is not { } proposals)
            return null;
        var lineStart = tree.Source.LineSpan(tree.Source.PositionOf(offset).Line).Start;
        // A space is typed at the start of every line: what may begin one is shown when its first letter is typed, or when asked for.
        var isAtStart = string.IsNullOrWhiteSpace(tree.Source[TextSpan.FromBounds(lineStart, offset)]);
        if (isAtStart && parameters.TryGetProperty("context", out var context) && context.TryGetProperty("triggerKind", out var kind)
            && kind.GetInt32() == TriggeredByCharacter)
            return null;
        var hasSnippets = server.ClientCan("textDocument", "completion", "completionItem", "snippetSupport");
        var items = new JsonArray();
        foreach (var candidate in proposals.Candidates.Where(candidate => hasSnippets || IsOfOneLine(candidate)))
            items.Add(Item(candidate, items.Count));
        // What fits by sound is decided here: with each letter the editor asks again.
        return new JsonObject { ["isIncomplete"] = true, ["items"] = items };

        // A client without placeholders may not take line ends either: Vim writes one as a character.
        static bool IsOfOneLine(Candidate candidate) =>
            candidate.Kind != CandidateKind.Snippet && candidate.Insert?.Contains('\n', StringComparison.Ordinal) != true;

        JsonObject Item(Candidate candidate, int index)
        {
            var snippet = hasSnippets ? candidate.Snippet : null;
            var item = new JsonObject
            {
                ["label"] = candidate.Label,
                ["kind"] = KindOf(candidate.Kind),
                ["sortText"] = $"{index:D4}",
                ["filterText"] = SoundMatch.FilterText(proposals.Typed, candidate.Label),
                ["insertTextFormat"] = snippet is null ? PlainText : Snippet,
                ["textEdit"] = Ranges.Edit(document.Source, proposals.Replaced, snippet ?? candidate.Insert ?? candidate.Label),
            };
            if (server.SuggestCommand is { } command && LeavesOpen(snippet ?? candidate.Insert ?? ""))
                item["command"] = new JsonObject
                {
                    ["title"] = command, ["command"] = command, ["arguments"] = new JsonArray(new JsonObject { ["auto"] = true })
                };
            if (candidate.Detail.Length > 0)
                item["detail"] = candidate.Detail;
            if (candidate.IsAtMargin && proposals.Replaced.Start > lineStart)
                item["additionalTextEdits"] =
                    new JsonArray(Ranges.Edit(document.Source, TextSpan.FromBounds(lineStart, proposals.Replaced.Start), ""));
            if (candidate.Documentation.Length > 0)
                item["documentation"] = new JsonObject { ["kind"] = "markdown", ["value"] = candidate.Documentation };
            if (index == 0)
                item["preselect"] = true;
            return item;
        }
    }

    /// <summary>
    /// Whether a word must follow what is written. Accepting types no letter that would list what fits there.
    /// </summary>
    private static bool LeavesOpen(string written) =>
        written.EndsWith(' ') || written.EndsWith('(') || written.EndsWith('[') || FirstPlace().IsMatch(written);

    // The first place of a snippet is empty, inside brackets.
    [GeneratedRegex(@"[「\[(]\$1[」\])]?$")]
    private static partial Regex FirstPlace();

    /// <summary>The protocol's number of a kind.</summary>
    internal static int KindOf(CandidateKind kind) => kind switch
    {
        CandidateKind.Text => 1,
        CandidateKind.Function => 3,
        CandidateKind.Field => 5,
        CandidateKind.Variable => 6,
        CandidateKind.Class => 7,
        CandidateKind.Module => 9,
        CandidateKind.Unit => 11,
        CandidateKind.Value => 12,
        CandidateKind.Enum => 13,
        CandidateKind.Keyword => 14,
        CandidateKind.Snippet => 15,
        CandidateKind.File => 17,
        CandidateKind.Reference => 18,
        CandidateKind.EnumMember => 20,
        CandidateKind.Constant => 21,
        CandidateKind.Struct => 22,
        _ => 24,
    };
}
