// policy/tryOut.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.Evaluation.Explaining;
using Dsl.Facts.Results;
using Dsl.Ir.Results;
using Dsl.LanguageServer.Protocol;

namespace Dsl.LanguageServer.Features.TryOut;

/// <summary>A clause computed on typed facts.</summary>
internal sealed class TryOutMethod : ILspMethod
{
    public string Name => "policy/tryOut";

    public JsonNode? Answer(ServerState server, JsonElement parameters, CancellationToken cancellation)
    {
        var (document, number, facts) = (server.Document(parameters), parameters.Text("number"), parameters.OptionalObject("facts"));
        var (clause, problem) = TriedClause.Find(document.Snapshot, document.Path, number);
        if (clause is null)
        {
            return new JsonObject
            {
                ["number"] = number, ["title"] = "", ["problem"] = problem,
                ["facts"] = facts is { } given ? JsonObject.Create(given) : new JsonObject(), ["examples"] = new JsonArray(),
                ["findings"] = new JsonArray(),
            };
        }
        var tried = TryOutResult.Of(clause, facts);
        var answer = new JsonObject
        {
            ["number"] = clause.Clause.Number,
            ["title"] = clause.Clause.LegalBasis.Title,
            ["facts"] = tried.Facts,
            ["form"] = new JsonArray([.. tried.Tables.Select(Table)]),
            ["examples"] = new JsonArray([.. clause.Examples.Select(example => new JsonObject
            {
                ["title"] = example.Title.Length > 0 ? example.Title : example.ExpectationOrigin.Text,
                    ["facts"] = FormReading.Typed(clause.Program, example),
            })]),
            ["findings"] = new JsonArray([.. tried.Findings.Select(Finding)]),
            ["read"] = new JsonArray([.. ReadValue.Of(tried.Tables, tried.Facts).Select(Read)]),
        };
        if (tried.Result is { Clause: { } result, Explanation: { } explanation })
            answer["result"] = new JsonObject
            {
                ["status"] = result.Status.Word(), ["amount"] = explanation.Amount, ["explanation"] = Explanation(explanation)
            };
        return answer;
    }

    private static JsonObject Table(FormTable table)
    {
        var json = new JsonObject { ["name"] = table.Name, ["label"] = table.Label, ["isRows"] = table.IsRows, ["isEach"] = table.IsEach };
        if (table.KeyField is { } key)
            json["keyField"] = key;
        json["fields"] = new JsonArray([.. table.Fields.Select(Field)]);
        return json;
    }

    private static JsonObject Field(FormField field)
    {
        var json = new JsonObject { ["name"] = field.Name, ["kind"] = field.Kind };
        Set("unit", field.Unit);
        if (!field.Units.IsEmpty)
            json["units"] = Texts(field.Units);
        if (!field.Choices.IsEmpty)
            json["choices"] = Texts(field.Choices);
        Set("help", field.Help.Length > 0 ? field.Help : null);
        json["isScope"] = field.IsScope;
        Set("fallback", field.Fallback);
        json["isRecognition"] = field.IsRecognition;
        Set("axis", field.IsOnAxis && field.Kind is ("amount" or "number" or "date" or "year") ? field.Path : null);
        return json;

        void Set(string name, string? value)
        {
            if (value is not null)
                json[name] = value;
        }
    }

    private static JsonObject Finding(FormFinding finding)
    {
        var json = new JsonObject { ["path"] = finding.Path, ["message"] = finding.Message };
        if (finding.Row is { } row)
            json["row"] = row;
        return json;
    }

    private static JsonObject Read(ReadValue value)
    {
        var json = new JsonObject { ["path"] = value.Path, ["text"] = value.Text };
        if (value.Row is { } row)
            json["row"] = row;
        return json;
    }

    private static JsonNode? Explanation(ClauseExplanation explanation)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            ClauseExplanationJson.Write(json, explanation);
        return JsonNode.Parse(buffer.ToArray());
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(static text => (JsonNode)text)]);
}
