// policy/exampleText: the facts of a form as an 算例, and where it belongs.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.Evaluation.Examples;
using Dsl.LanguageServer.Features.Examples;
using Dsl.LanguageServer.Protocol;
using Dsl.Syntax.Text;
using Dsl.Verification.Examples;

namespace Dsl.LanguageServer.Features.TryOut;

/// <summary>An 算例 as text.</summary>
/// <param name="Text">Its lines with the blank line before it, to insert at the start of <paramref name="Line"/>.</param>
/// <param name="Line">The line, from 0; that behind the last where the file ends with the clause.</param>
internal sealed record NewExample(string Text, int Line)
{
    /// <summary>
    /// Writes the 算例 of a case of a clause, with what it comes to as 应得; null where the file does not have the clause.
    /// </summary>
    public static NewExample? Of(TriedClause clause, Ir.Nodes.IrExample example, SourceText source, Syntax.SyntaxTree tree, string title)
    {
        if (ExamplePlace.LastLineOf(tree, clause.Clause.Number) is not { } last)
            return null;
        var text = ExampleText.Write(clause.Program, new ExampleRunner(clause.Program).Run(clause.Policy, example), title);
        // The last line of the file may lack its line end.
        return new((last + 1 < source.LineCount ? "\n" : "\n\n") + text, last + 1);
    }
}

/// <summary>The facts of a form as an 算例.</summary>
internal sealed class ExampleTextMethod : ILspMethod
{
    public string Name => "policy/exampleText";

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var (document, number, title) = (server.Document(parameters), parameters.Text("number"), parameters.Text("title"));
        var facts =
            parameters.OptionalObject("facts") ?? throw new RequestFailedException(ErrorCode.InvalidParams, "facts must be an object");
        var (clause, problem) = TriedClause.Find(document.Snapshot, document.Path, number);
        if (clause is null)
            throw new RequestFailedException(ErrorCode.RequestFailed, problem);
        var reading = clause.Read(facts);
        if (reading.Case is not { } example)
            throw new RequestFailedException(ErrorCode.RequestFailed,
                string.Join('\n', reading.Findings.Select(static finding => $"{finding.Path}：{finding.Message}")));
        return document.Snapshot.TreeOf(document.Path) is { } tree
            && NewExample.Of(clause, example, document.Source, tree, title) is { } made
            ? new JsonObject { ["text"] = made.Text, ["line"] = made.Line }
            : throw new RequestFailedException(ErrorCode.RequestFailed, $"没有条款「{number}」。");
    }
}
