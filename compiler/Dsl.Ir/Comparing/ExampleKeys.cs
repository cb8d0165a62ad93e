// Keys of worked examples: what is given and what is expected, whatever the order in which it is written.
using System.Text;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Library.Values;

namespace Dsl.Ir.Comparing;

/// <summary>Makes keys of 算例.</summary>
internal static class ExampleKeys
{
    /// <summary>The key; the number of the clause and the title are no part of it.</summary>
    public static string Of(IrExample example, Renumbering names)
    {
        var text = new StringBuilder();
        text.Append($"{example.AsOf:yyyy-MM-dd}|{example.Year}|{example.ExpectedStatus}|{example.ExpectedAmount?.Low}..{example.ExpectedAmount?.High}\n");
        AppendValues(text, example.Facts.Subject.Fields, example.Facts.Values);
        foreach (var detail in example.Facts.Subject.Details.OrderBy(static detail => detail.Name, StringComparer.Ordinal))
        {
            if (example.Facts.Details[detail.Ordinal] is not { } rows || (rows.IsEmpty && detail.IsBuiltIn))
                continue;
            text.Append($"{detail.Name}[\n");
            foreach (var row in rows)
                AppendValues(text, detail.Fields, row.Values);
            text.Append("]\n");
        }
        AppendRecords(text, example.Facts);
        foreach (var (name, value) in example.Parameters.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            text.Append($"{name}={IrExpressionPrinter.Value(value)}\n");
        foreach (var (policy, clause) in example.Together.Select(other => names.Of(other.PolicyNumber, other.ClauseNumber)).Order())
            text.Append($"{policy} {clause}\n");
        return text.ToString();
    }

    private static void AppendValues(StringBuilder text, IReadOnlyList<IrField> fields, IReadOnlyList<Value?> values)
    {
        foreach (var field in fields.OrderBy(static field => field.Name, StringComparer.Ordinal))
        {
            if (values[field.Ordinal] is { } value)
                text.Append($"{field.Name}={IrExpressionPrinter.Value(value)};");
        }
        text.Append('\n');
    }

    private static void AppendRecords(StringBuilder text, SubjectFacts facts)
    {
        foreach (var record in facts.Approvals.Select(static record => $"核定 {record.RowKey} {record.Year} {record.Amount}\n").Order(StringComparer.Ordinal))
            text.Append(record);
        foreach (var record in facts.Payments.Select(static record => $"兑现 {record.RowKey} {record.Year} {record.Amount}\n").Order(StringComparer.Ordinal))
            text.Append(record);
    }
}
