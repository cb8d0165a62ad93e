// Facts as the JSON that `policy eval --facts` reads: what is known, and the dates that it was known for.
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Dsl.Ir.Facts;
using Dsl.Ir.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Library.Values;
using Dsl.Runtime.Results;

namespace Dsl.Runtime.Data;

/// <summary>Writes facts.</summary>
public static class FactsJsonWriter
{
    /// <summary>The facts in one line; what is not known is left out.</summary>
    public static string Write(SubjectFacts facts, EvaluationContext context)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ResultJson.Readable }))
            Write(json, facts, context);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Writes the facts as one object.</summary>
    public static void Write(Utf8JsonWriter json, SubjectFacts facts, EvaluationContext context)
    {
        json.WriteStartObject();
        json.WriteString(FactsJson.AsOf, CivilDate.Format(context.AsOf));
        json.WriteNumber(FactsJson.Year, context.Year);
        json.WritePropertyName(facts.Subject.Name);
        WriteValues(json, facts.Subject.Fields, facts.Values);
        foreach (var detail in facts.Subject.Details)
        {
            if (facts.Details[detail.Ordinal] is not { } rows)
                continue;
            json.WriteStartArray(detail.Name);
            foreach (var row in rows)
                WriteValues(json, detail.Fields, row.Values);
            json.WriteEndArray();
        }
        WriteRecords(json, BuiltInTables.Approvals, facts.Approvals, static record => (record.PolicyNumber, record.ClauseNumber, record.RowKey, record.Year, record.Amount));
        WriteRecords(json, BuiltInTables.Payments, facts.Payments, static record => (record.PolicyNumber, record.ClauseNumber, record.RowKey, record.Year, record.Amount));
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, ImmutableArray<IrField> fields, ImmutableArray<Value?> values)
    {
        json.WriteStartObject();
        foreach (var (field, cell) in fields.Select(field => (field, Cell: ValueText.Cell(values[field.Ordinal], field.Type))).Where(static fact => fact.Cell.Length > 0))
            json.WriteString(field.Name, cell);
        json.WriteEndObject();
    }

    private static void WriteRecords<T>(
        Utf8JsonWriter json, string name, ImmutableArray<T> records, Func<T, (string? Policy, string Clause, string? Row, int? Year, Rational Amount)> parts)
    {
        if (records.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var (policy, clause, row, year, amount) in records.Select(parts))
        {
            json.WriteStartObject();
            if (policy is not null)
                json.WriteString(RecordRules.PolicyColumn, policy);
            json.WriteString(RecordRules.ClauseColumn, clause);
            if (row is not null)
                json.WriteString(RecordRules.RowColumn, row);
            if (year is { } known)
                json.WriteNumber(RecordRules.YearColumn, known);
            json.WriteString(RecordRules.AmountColumn, amount.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
