// Facts as the JSON that `policy eval --facts` reads: what is known, and the dates that it was known for.
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Cells;
using Dsl.Facts.Records;
using Dsl.Ir.Facts;
using Dsl.Ir.Schema;
using Dsl.Loading.Json;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Facts.Json;

/// <summary>
/// Writes facts. By hand and not through a shape: nearly all names of members (the kind of subject, its fields and details) are
/// the schema's.
/// </summary>
public static class FactsJsonWriter
{
    /// <summary>The facts in one line; what is not known is left out.</summary>
    public static string Write(SubjectFacts facts, EvaluationContext context)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonStyle.OneLine))
            Write(json, facts, context);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes the facts as one object.</summary>
    public static void Write(Utf8JsonWriter json, SubjectFacts facts, EvaluationContext context) =>
        Write(json, facts, context.AsOf, context.Year, []);

    /// <summary>Writes the facts as one object; amounts and ratios as an officer types them.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="asOf">测算日; null to leave it out.</param>
    /// <param name="year">年度; null to leave it out.</param>
    /// <param name="parameters">Values of external parameters with their types, by name.</param>
    public static void Write(Utf8JsonWriter json, SubjectFacts facts, DateOnly? asOf, int? year,
        IEnumerable<(string Name, DslType Type, Value Value)> parameters)
    {
        json.WriteStartObject();
        if (asOf is { } day)
            json.WriteString(FactsJson.AsOf, CivilDate.Format(day));
        if (year is { } known)
            json.WriteNumber(FactsJson.Year, known);
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
        WriteRecords(json, BuiltInTables.Approvals, facts.Approvals,
            static record => new(record.PolicyNumber, record.ClauseNumber, record.RowKey, record.Year, record.Amount));
        WriteRecords(json, BuiltInTables.Payments, facts.Payments,
            static record => new(record.PolicyNumber, record.ClauseNumber, record.RowKey, record.Year, record.Amount)
            {
                Quantity = record.Quantity, Part = record.Part,
            });
        var given = parameters.ToList();
        if (given.Count > 0)
        {
            json.WriteStartObject(BuiltInTables.Parameters);
            foreach (var (name, type, value) in given)
                json.WriteString(name, Typed(value, type));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, ImmutableArray<IrField> fields, ImmutableArray<Value?> values)
    {
        json.WriteStartObject();
        foreach (var (field, cell) in fields.Select(field => (field, Cell: Typed(values[field.Ordinal], field.Type)))
            .Where(static fact => fact.Cell.Length > 0))
            json.WriteString(field.Name, cell);
        json.WriteEndObject();
    }

    /// <summary>Amounts and ratios with their unit, so that no zeros have to be counted; counts without one.</summary>
    private static string Typed(Value? value, DslType type) =>
        type is QuantityType { IsMoney: true } or QuantityType { IsRatio: true }
            ? ValueText.Written(value, type)
            : ValueText.Cell(value, type);

    private static void WriteRecords<T>(
        Utf8JsonWriter json, string name, ImmutableArray<T> records, Func<T, AmountRecord> parts)
    {
        if (records.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var record in records.Select(parts))
        {
            var (policy, clause, row, year, amount) = record;
            json.WriteStartObject();
            if (policy is not null)
                json.WriteString(RecordFields.Policy, policy);
            json.WriteString(RecordFields.Clause, clause);
            if (row is not null)
                json.WriteString(RecordFields.Row, row);
            if (year is { } known)
                json.WriteNumber(RecordFields.Year, known);
            json.WriteString(RecordFields.Amount, Typed(NumberValue.Of(amount), DslType.Money));
            if (record.Quantity is { } quantity)
                json.WriteString(RecordFields.Quantity, quantity.ToString());
            if (record.Part is { } part)
                json.WriteString(RecordFields.Part, part.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
