// What is typed into the form as facts of a case, and the facts of an 算例 as they stand in the form.
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.Facts.Json;
using Dsl.Facts.Records;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Loading.Findings;

namespace Dsl.LanguageServer.Features.TryOut;

/// <summary>What cannot be read.</summary>
/// <param name="Path">table.field; empty for the facts as a whole.</param>
/// <param name="Row">The row of the table, from 0; null where none is meant.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record FormFinding(string Path, int? Row, string Message);

/// <summary>The facts of a form, read.</summary>
/// <param name="Case">The case, as an 算例 holds it; null where there are findings.</param>
/// <param name="Findings">What cannot be read.</param>
internal sealed record FormReading(IrExample? Case, ImmutableArray<FormFinding> Findings)
{
    private const string File = "试算";

    /// <summary>Reads the facts of a form. Records need not say which clause they are of, and empty ones are none.</summary>
    /// <param name="program">The policies and their schema.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="facts">A JSON object.</param>
    public static FormReading Of(IrProgram program, IrPolicy policy, IrClause clause, JsonElement facts)
    {
        var kept = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var reading = FactsJson.Read(program, File, Completed(policy, clause, facts, kept), numbersRows: true);
        if (reading.Facts is not { } subject)
            return new(null, [.. reading.Findings.Select(finding => Finding(finding, kept))]);
        return new(
            new() { Number = clause.Number, Facts = subject, Parameters = reading.Parameters, AsOf = reading.AsOf, Year = reading.Year },
            []);
    }

    /// <summary>The facts of a case as they are put into a form.</summary>
    public static JsonObject Typed(IrProgram program, IrExample example)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            var parameters = program.Parameters.Where(parameter => example.Parameters.ContainsKey(parameter.Name))
                .Select(parameter => (parameter.Name, parameter.Type, example.Parameters[parameter.Name]));
            FactsJsonWriter.Write(json, example.Facts, example.AsOf, example.Year, parameters);
        }
        var facts = JsonNode.Parse(buffer.ToArray())?.AsObject() ?? [];
        // No other support is what is meant where nothing is said of it.
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
