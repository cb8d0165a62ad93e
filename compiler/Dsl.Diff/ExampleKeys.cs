// Keys of worked examples: all given facts and all expectations, independent of their order.
using System.Text;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Diff;

/// <summary>Makes keys of 算例.</summary>
internal static class ExampleKeys
{
    /// <summary>The key; the number of the clause or target and the title are no part of it.</summary>
    public static string Of(IrPolicy policy, IrExample example, Renumbering names)
    {
        var text = new StringBuilder();
        text.Append($"{example.AsOf:yyyy-MM-dd}|{example.Year}|{example.ExpectedStatus}|{Amount(example.ExpectedAmount)}"
            + $"|{example.ExpectedPayout}\n");
        AppendSorted(text, example.ExpectedParts.Select(static part => $"其中 {Text(part.Part)} {part.Status} {Amount(part.Figure)}\n"));
        AppendFacts(text, example.Facts, names);
        AppendSorted(text, example.Groups.Select(group =>
        {
            var kind = new StringBuilder($"{group.Count} ");
            AppendFacts(kind, group.Facts, names);
            return kind.ToString();
        }));
        AppendSorted(text,
            example.Parameters.Select(pair => $"{InputName(policy, example, pair.Key)}={IrExpressionPrinter.Value(pair.Value)}\n"));
        AppendSorted(text, example.CompetingClauses.Select(other => Clause(names, other.PolicyNumber, other.ClauseNumber)));
        return text.ToString();
    }

    // An external figure is identified by its target, without the numbers, which may differ in the new version.
    private static string InputName(IrPolicy policy, IrExample example, string name)
    {
        var target = IrTarget.InputName(policy.Number, example.Number, null);
        return example.IsTarget && name.StartsWith(target, StringComparison.Ordinal) ? "目标" + name[target.Length..] : name;
    }

    private static void AppendFacts(StringBuilder text, SubjectFacts facts, Renumbering names)
    {
        text.Append($"{facts.Subject.Name}:");
        AppendValues(text, facts.Subject.Fields, facts.Values);
        foreach (var detail in facts.Subject.Details.OrderBy(static detail => detail.Name, StringComparer.Ordinal))
        {
            if (facts.Details[detail.Ordinal] is not { } rows)
                continue;
            text.Append($"{detail.Name}[\n");
            foreach (var row in rows)
                AppendValues(text, detail.Fields, row.Values);
            text.Append("]\n");
        }
        AppendSorted(text, facts.Approvals.Select(record => $"核定 {Clause(names, record.PolicyNumber, record.ClauseNumber)}"
            + $"{Text(record.RowKey)} {record.Year} {record.Amount}\n"));
        AppendSorted(text, facts.Payments.Select(record => $"兑现 {Clause(names, record.PolicyNumber, record.ClauseNumber)}"
            + $"{Text(record.RowKey)} {record.Year} {record.Amount}{(record.Quantity is { } quantity ? $" 数量 {quantity}" : "")}"
            + $"{(record.Part is { } part ? $" 期次 {part}" : "")}\n"));
    }

    private static void AppendValues(StringBuilder text, IReadOnlyList<IrField> fields, IReadOnlyList<Value?> values)
    {
        foreach (var field in fields.OrderBy(static field => field.Name, StringComparer.Ordinal))
        {
            if (values[field.Ordinal] is { } value)
                text.Append(
                    $"{field.Name}={(value is TextValue { Text: { } written } ? Text(written) : IrExpressionPrinter.Value(value))};");
        }
        text.Append('\n');
    }

    private static void AppendSorted(StringBuilder text, IEnumerable<string> lines) =>
        text.AppendJoin("", lines.Order(StringComparer.Ordinal));

    private static string Clause(Renumbering names, string? policyNumber, string clauseNumber)
    {
        var (policy, clause) = policyNumber is null ? ("", clauseNumber) : names.Of(policyNumber, clauseNumber);
        return $"{policy} {clause}\n";
    }

    private static string Amount(Bounds? amount) => amount is { } range ? $"{range.Low}..{range.High}" : "";

    // With its length, so that the concatenation is unambiguous.
    private static string Text(string? text) => text is null ? "-" : $"{text.Length}\"{text}\"";
}
