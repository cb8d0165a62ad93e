// policy/examples and policy/runExamples.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Examples;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>The 算例 and 恒有 of a file.</summary>
internal sealed class ExamplesMethod : IQuickMethod
{
    public string Name => "policy/examples";

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        var entries = document.Snapshot.TreeOf(document.Path) is { } tree ? ListedExample.Of(tree) : [];
        return new JsonArray([.. entries.Select(entry => new JsonObject
        {
            ["id"] = entry.Id,
            ["kind"] = entry.IsInvariant ? "恒有" : "算例",
            ["label"] = entry.Label,
            ["block"] = new JsonObject
            {
                ["kind"] = entry.Target.Kind, ["number"] = entry.Target.Number, ["title"] = entry.Target.Title, ["range"] = Ranges.Range(
                    document.Source, entry.Target.Span),
            },
            ["range"] = Ranges.Range(document.Source, entry.Syntax.Span),
        })]);
    }
}

/// <summary>Their results.</summary>
internal sealed class RunExamplesMethod : ILongMethod
{
    public string Name => "policy/runExamples";

    public Reply Begin(ServerState server, JsonElement parameters)
    {
        var document = server.Document(parameters);
        var ids = parameters.Member("ids") is { } given
            ? given.EnumerateArray().Select(static id => id.GetString() ?? "").ToHashSet(StringComparer.Ordinal)
            : null;
        var count = ids?.Count ?? (document.Snapshot.TreeOf(document.Path) is { } tree ? ListedExample.Of(tree).Count() : 0);
        return new(document.Snapshot, (snapshot, cancellation) =>
        {
            using var progress = WorkProgress.Begin(server, "核对算例", parameters);
            var outcomes = new JsonArray();
            foreach (var outcome in ExampleOutcome.Run(snapshot, document.Path, ids, cancellation))
            {
                outcomes.Add(Json(document.Source, outcome));
                progress?.Report(outcomes.Count, count);
            }
            return outcomes;
        });
    }

    private static JsonObject Json(SourceText source, ExampleOutcome outcome) => new()
    {
        ["id"] = outcome.Id,
        ["outcome"] = outcome.Verdict switch
        {
            ExampleVerdict.Passed => "passed", ExampleVerdict.Failed => "failed", _ => "error"
        },
        ["expected"] = outcome.Expected,
        ["actual"] = outcome.Actual,
        ["message"] = outcome.Message,
        ["range"] = Ranges.Range(source, outcome.Span),
    };
}
