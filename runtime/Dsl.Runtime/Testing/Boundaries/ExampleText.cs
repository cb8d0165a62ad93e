// A case as the 算例 that an officer would write.
using System.Globalization;
using System.Text;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Library.Text;
using Dsl.Library.Types;
using Dsl.Library.Values;
using Dsl.Runtime.Data;

namespace Dsl.Runtime.Testing.Boundaries;

/// <summary>Writes 算例.</summary>
internal static class ExampleText
{
    /// <summary>The 算例, with what the clause comes to as 应得.</summary>
    public static string Write(ExampleResult result, string title)
    {
        var (text, example, facts) = (new StringBuilder(), result.Example, result.Example.Facts);
        Line($"算例 条款 {example.Number} {title}".TrimEnd());
        if (example.AsOf is { } asOf)
            Line($"  测算日 {CivilDate.Format(asOf)}");
        if (example.Year is { } year)
            Line($"  年度 {year}年度");
        foreach (var (policy, clause) in example.Together)
            Line(policy == result.Policy.Number ? $"  连同 条款 {clause}" : $"  连同 {policy} 条款 {clause}");
        Known("", facts.Subject.Fields.Where(static field => field.Name.Length > 0).Where(field => field != facts.Subject.Key).Select(field => (field, facts.Values[field.Ordinal])));
        foreach (var detail in facts.Subject.Details)
        {
            if (facts.Details[detail.Ordinal] is not { } rows)
                continue;
            if (rows.IsEmpty && !detail.IsBuiltIn)
                Line($"  已知 {detail.Name}: 无");
            foreach (var row in rows)
                Known($"{detail.Name}: ", detail.Fields.Select(field => (field, row.Values[field.Ordinal])));
        }
        if (!example.Parameters.IsEmpty)
            Line($"  已知 参数: {string.Join("; ", example.Parameters.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key} = {Word(pair.Value, null)}"))}");
        foreach (var record in facts.Approvals)
            Line($"  核定 {Amount(record.Amount)}{(record.Year is { } of ? $" {of}年度" : "")}{Row(record.RowKey)}");
        foreach (var record in facts.Payments)
            Line($"  兑现 {record.Year}年度 {Amount(record.Amount)}{Row(record.RowKey)}");
        Line($"  应得 {Expectation(result)}");
        return text.ToString();

        void Line(string line) => text.Append(CultureInfo.InvariantCulture, $"{line}\n");

        void Known(string table, IEnumerable<(IrField Field, Value? Value)> values)
        {
            var said = values.Where(static fact => ValueText.Cell(fact.Value, fact.Field.Type).Length > 0).Select(static fact => $"{fact.Field.Name} = {Word(fact.Value, fact.Field.Type)}").ToList();
            if (said.Count > 0 || table.Length > 0)
                Line($"  已知 {table}{string.Join("; ", said)}".TrimEnd());
        }
    }

    private static string Expectation(ExampleResult result) => result.Clause is not { } clause ? result.Got
        : clause.Status is ClauseStatus.NotEligible or ClauseStatus.NotInForce ? clause.Status.Word()
        : clause.Status == ClauseStatus.Eligible ? Amount(clause.Amount)
        : $"{clause.Status.Word()} {Amount(clause.Amount)}";

    private static string Amount(Bounds amount) => amount switch
    {
        { IsPoint: true, Low: { } number } => Amount(number),
        { Low: { } low, High: { } high } => $"{Amount(low)}..{Amount(high)}",
        { Low: { } low } => $"{Amount(low)}..不封顶",
        _ => "",
    };

    private static string Amount(Rational number) => Written(number, DslType.Money);

    private static string Row(string? key) => key is null ? "" : $" 行 \"{key}\"";

    private static string Word(Value? value, DslType? type) => value switch
    {
        NumberValue { IsCertain: true, Bounds.Low: { } number } when type is not null => Written(number, type),
        TextValue { Text: { } text } when type is TextType or null => $"\"{text}\"",
        NumberValue { Bounds.Low: { } number } => number.ToString(),
        _ => ValueText.Cell(value, type ?? DslType.Text),
    };

    /// <summary>The number as the language reads it back.</summary>
    private static string Written(Rational number, DslType type) =>
        QuantityFormat.Format(number, type).Replace(",", "", StringComparison.Ordinal);
}
