// policy/tryOut.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.Evaluation.Explaining;
using Dsl.Facts.Results;
using Dsl.Ir.Results;
using Dsl.LanguageServer.Features.TryOut;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>A clause computed on typed facts.</summary>
internal sealed class TryOutMethod : ILongMethod
{
    public string Name => "policy/tryOut";

    public Reply Begin(ServerState server, JsonElement parameters)
    {
        var (document, number, facts) = (server.Document(parameters), parameters.Text("number"), parameters.OptionalObject("facts"));
        return new(document.Snapshot, (snapshot, cancellation) =>
        {
            var (clause, problem) = TriedClause.Find(snapshot, document.Path, number);
            return clause is null ? Problem(number, facts, problem) : Answer(clause, facts, cancellation);
        });
    }

    private static JsonObject Problem(string number, JsonElement? facts, string problem) => new()
    {
        ["number"] = number, ["title"] = "", ["problem"] = problem,
        ["facts"] = facts is { } given ? JsonObject.Create(given) : new JsonObject(), ["examples"] = new JsonArray(),
        ["findings"] = new JsonArray(),
    };

    private static JsonObject Answer(TriedClause clause, JsonElement? given, CancellationToken cancellation)
    {
        var facts = given is { } stated ? JsonObject.Create(stated) ?? [] : FormFacts.First(clause, cancellation);
        var reading = FormFacts.Read(clause, given ?? JsonSerializer.SerializeToElement(facts));
        cancellation.ThrowIfCancellationRequested();
        var tried = TryOutResult.Of(clause, reading, cancellation);
        var answer = new JsonObject
        {
            ["number"] = clause.Clause.Number,
            ["title"] = clause.Clause.LegalBasis.Title,
            ["facts"] = facts,
            ["form"] = new JsonArray([.. tried.Tables.Select(Table)]),
            ["examples"] = new JsonArray([.. clause.Examples.Select(example => new JsonObject
            {
                ["title"] = example.Title.Length > 0 ? example.Title : example.ExpectationOrigin.Text,
                    ["facts"] = FormFacts.Of(clause.Program, example),
            })]),
            ["findings"] = new JsonArray([.. tried.Findings.Select(Finding)]),
            ["read"] = new JsonArray([.. ReadValue.Of(FormFacts.Figures(tried.Tables, facts)).Select(Read)]),
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
        var json = new JsonObject { ["name"] = field.Name, ["kind"] = Word(field.Kind) };
        Set("unit", field.Unit);
        if (!field.Units.IsEmpty)
            json["units"] = Texts(field.Units);
        if (!field.Choices.IsEmpty)
            json["choices"] = Texts(field.Choices);
        Set("help", field.Help.Length > 0 ? field.Help : null);
        json["isScope"] = field.IsScope;
        Set("fallback", field.Fallback);
        json["isRecognition"] = field.IsRecognition;
        var isMeasured = field.Kind is FieldKind.Amount or FieldKind.Number or FieldKind.Date or FieldKind.Year;
        Set("axis", field.IsOnAxis && isMeasured ? field.Path : null);
        return json;

        void Set(string name, string? value)
        {
            if (value is not null)
                json[name] = value;
        }
    }

    private static string Word(FieldKind kind) => kind switch
    {
        FieldKind.Boolean => "boolean",
        FieldKind.List => "list",
        FieldKind.Amount => "amount",
        FieldKind.Number => "number",
        FieldKind.Date => "date",
        FieldKind.Year => "year",
        _ => "text",
    };

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
