// The facts of a form: JSON of the panel to a case, and the facts of an 算例 to JSON.
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.Facts.Json;
using Dsl.Facts.Records;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.LanguageServer.Features.TryOut;
using Dsl.Loading.Findings;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>Facts of forms as JSON, in the notation of <c>policy eval --facts</c>.</summary>
internal static class FormFacts
{
    private const string File = "试算";

    /// <summary>Reads the facts of a form. Records need not say which clause they are of, and empty ones are left out.</summary>
    public static FormReading Read(TriedClause clause, JsonElement facts)
    {
        var kept = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var reading = FactsJson.Read(clause.Program, File, Completed(clause.Policy, clause.Clause, facts, kept), numbersRows: true);
        if (reading.Facts is not { } subject)
            return new(null, [.. reading.Findings.Select(finding => Finding(finding, kept))]);
        return new(
            new()
            {
                Number = clause.Clause.Number, Facts = subject, Parameters = reading.Parameters, AsOf = reading.AsOf, Year = reading.Year
            },
            []);
    }

    /// <summary>What a form begins with: the facts of <see cref="TriedClause.FirstExample"/>, else nothing known.</summary>
    public static JsonObject First(TriedClause clause, CancellationToken cancellation = default) =>
        clause.FirstExample(cancellation) is { } first
            ? Of(clause.Program, first)
            : new() { [clause.Clause.Subject.Name] = new JsonObject() };

    /// <summary>The figures that are typed into a form, in the order of the form.</summary>
    public static IEnumerable<TypedFigure> Figures(ImmutableArray<FormTable> tables, JsonObject facts)
    {
        foreach (var table in tables)
        {
            var rows =
                table.Name.Length == 0 ? [facts] : facts[table.Name] switch { JsonArray several => [.. several], var one => new[] { one } };
            foreach (var (index, row) in rows.Index())
            {
                foreach (var field in table.Fields.Where(static field => field.Type is QuantityType))
                {
                    if ((row as JsonObject)?[field.Name] is JsonValue typed)
                        yield return new(field, table.IsRows ? index : null, typed.ToString());
                }
            }
        }
    }

    /// <summary>The facts of a case as they are put into a form.</summary>
    public static JsonObject Of(IrProgram program, IrExample example)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            var parameters = program.Parameters.Where(parameter => example.Parameters.ContainsKey(parameter.Name))
                .Select(parameter => (parameter.Name, parameter.Type, example.Parameters[parameter.Name]));
            FactsJsonWriter.Write(json, example.Facts, example.AsOf, example.Year, parameters);
        }
        var facts = JsonNode.Parse(buffer.ToArray())?.AsObject() ?? [];
        // A case that does not mention other support has none.
        if (facts[IrDetail.OtherSupportName] is JsonArray { Count: 0 })
            facts.Remove(IrDetail.OtherSupportName);
        foreach (var record in RecordTables.SelectMany(table => facts[table]?.AsArray() ?? []).OfType<JsonObject>())
        {
            record.Remove(RecordFields.Policy);
            record.Remove(RecordFields.Clause);
        }
        return facts;
    }

    private static IEnumerable<string> RecordTables => [BuiltInTables.Approvals, BuiltInTables.Payments];

    /// <summary>The JSON that the reader takes: with the subject, and with the clause that records are of.</summary>
    private static string Completed(IrPolicy policy, IrClause clause, JsonElement facts, Dictionary<string, List<int>> kept)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var member in facts.EnumerateObject())
            {
                if (RecordTables.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.Array)
                    WriteRecords(json, member, policy, clause, kept[member.Name] = []);
                else
                    member.WriteTo(json);
            }
            if (!facts.TryGetProperty(clause.Subject.Name, out _))
            {
                json.WriteStartObject(clause.Subject.Name);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteRecords(Utf8JsonWriter json, JsonProperty table, IrPolicy policy, IrClause clause, List<int> kept)
    {
        json.WriteStartArray(table.Name);
        foreach (var (index, row) in table.Value.EnumerateArray().Index())
        {
            if (row.ValueKind != JsonValueKind.Object)
                row.WriteTo(json);
            else if (row.EnumerateObject().All(static member => IsBlank(member.Value)))
                continue;
            else
                WriteRecord(json, row, policy, clause);
            kept.Add(index);
        }
        json.WriteEndArray();
    }

    private static void WriteRecord(Utf8JsonWriter json, JsonElement row, IrPolicy policy, IrClause clause)
    {
        json.WriteStartObject();
        foreach (var (column, own) in ((string, string)[])[(RecordFields.Policy, policy.Number), (RecordFields.Clause, clause.Number)])
        {
            if (!row.TryGetProperty(column, out var stated) || IsBlank(stated))
                json.WriteString(column, own);
        }
        foreach (var member in row.EnumerateObject()
            .Where(static member => member.Name is not (RecordFields.Policy or RecordFields.Clause) || !IsBlank(member.Value)))
            member.WriteTo(json);
        json.WriteEndObject();
    }

    private static bool IsBlank(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()));

    private static FormFinding Finding(DataFinding finding, Dictionary<string, List<int>> kept)
    {
        var path = finding.Place.Column ?? "";
        // Rows are counted as they stand in the form, where empty records still have their place.
        var row = finding.Place.Item is { } item && kept.TryGetValue(path.Split('.')[0], out var places) && item < places.Count
            ? places[item]
            : finding.Place.Item;
        return new(path, row, finding.Problem.Message + finding.Problem.Remedy);
    }
}
