// policy/source.
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Sources;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.Semantics.Coverage;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>The official text beside the policy.</summary>
internal sealed class SourceMethod : IQuickMethod
{
    public string Name => "policy/source";

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var document = server.Document(parameters);
        var (view, policy, problem) = SourceView.Of(document.Snapshot, document.Path);
        var answer = new JsonObject();
        if (view is null)
            answer["problem"] = problem;
        if (policy is not null)
            answer["policyUri"] = Uris.Of(policy.Source.Path);
        answer["uri"] = view is null ? "" : Uris.Of(view.Coverage.Source.Path);
        answer["title"] = policy?.Title ?? "";
        answer["text"] = view?.Coverage.Source.Content ?? "";
        answer["blocks"] = Array(view?.Blocks, block => new JsonObject
        {
            ["label"] = block.Label, ["number"] = block.Number, ["range"] = Range(block.Syntax.Span),
            ["quotes"] = new JsonArray([.. block.Quotes.Select(quote => Range(quote.Span))]),
        });
        answer["stretches"] = Array(view?.Coverage.Quoted, quoted => Place(quoted.Span, ("block", view?.IndexOf(quoted))));
        answer["parts"] =
            Array(view?.Coverage.Parts, static part => Place(part.Span, ("role", Word(part.Role)), ("share", Word(part.Share))));
        answer["figures"] = Array(view?.Coverage.Figures, static figure => Place(figure.Span, ("use", Word(figure.Use))));
        answer["notFound"] = Array(view?.NotFound, Range);
        return answer;

        JsonNode Range(TextSpan span) => Ranges.Range(policy?.Source ?? document.Source, span);
    }

    private static JsonArray Array<T>(ImmutableArray<T>? items, Func<T, JsonNode> make) => new([.. (items ?? []).Select(make)]);

    private static JsonObject Place(TextSpan span, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var json = new JsonObject { ["start"] = span.Start, ["end"] = span.End };
        foreach (var (name, value) in members)
            json[name] = value;
        return json;
    }

    private static string Word(SourceRole role) =>
        role switch { SourceRole.Heading => "heading", SourceRole.Departments => "departments", _ => "sentence" };

    private static string Word(QuotedShare share) => share switch { QuotedShare.None => "none", QuotedShare.Part => "part", _ => "whole" };

    private static string Word(FigureUse use) =>
        use switch { FigureUse.NotQuoted => "notQuoted", FigureUse.Quoted => "quoted", _ => "used" };
}
