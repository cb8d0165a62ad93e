// policy/exampleText: the facts of a form as an 算例, and where it belongs.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.TryOut;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>The facts of a form as an 算例.</summary>
internal sealed class ExampleTextMethod : ILongMethod
{
    public string Name => "policy/exampleText";

    public Reply Begin(ServerState server, JsonElement parameters)
    {
        var (document, number, title) = (server.Document(parameters), parameters.Text("number"), parameters.Text("title"));
        var facts =
            parameters.OptionalObject("facts") ?? throw new RequestFailedException(ErrorCode.InvalidParams, "facts must be an object");
        return new(document.Snapshot, (snapshot, cancellation) =>
            Answer(document with { Snapshot = snapshot }, number, title, facts, cancellation));
    }

    private static JsonObject Answer(DocumentPlace document, string number, string title, JsonElement facts,
        CancellationToken cancellation)
    {
        var (clause, problem) = TriedClause.Find(document.Snapshot, document.Path, number);
        if (clause is null)
            throw new RequestFailedException(ErrorCode.RequestFailed, problem);
        var reading = FormFacts.Read(clause, facts);
        if (reading.Case is not { } example)
            throw new RequestFailedException(ErrorCode.RequestFailed,
                string.Join('\n', reading.Findings.Select(static finding => $"{finding.Path}：{finding.Message}")));
        return document.Snapshot.TreeOf(document.Path) is { } tree
            && NewExample.Of(clause, example, document.Source, tree, title, cancellation) is { } made
            ? new JsonObject { ["text"] = made.Text, ["line"] = made.Line }
            : throw new RequestFailedException(ErrorCode.RequestFailed, $"没有条款「{number}」。");
    }
}
