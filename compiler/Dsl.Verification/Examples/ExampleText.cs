// A case as 算例 text, as it would be written by hand.
using System.Globalization;
using System.Text;
using Dsl.Evaluation.Examples;
using Dsl.Facts.Cells;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Verification.Examples;

/// <summary>Writes 算例.</summary>
public static class ExampleText
{
    /// <summary>The 算例, with the result of the clause as 应得; lines end in a line feed.</summary>
    /// <param name="program">The policies and their schema.</param>
    /// <param name="result">The case and its result.</param>
    /// <param name="title">Its title; line ends and comment marks are taken out.</param>
    public static string Write(IrProgram program, ExampleResult result, string title)
    {
        var (text, example, facts) = (new StringBuilder(), result.Example, result.Example.Facts);
        Line($"算例 条款 {example.Number} {OneLine(title)}".TrimEnd());
        if (example.AsOf is { } asOf)
            Line($"  测算日 {CivilDate.Format(asOf)}");
        if (example.Year is { } year)
            Line($"  年度 {year}年度");
        foreach (var (policy, clause) in example.CompetingClauses)
            Line(policy == result.Policy.Number ? $"  连同 条款 {clause}" : $"  连同 {policy} 条款 {clause}");
        Known("",
            facts.Subject.Fields.Where(static field => field.Name.Length > 0).Where(field => field != facts.Subject.Key)
                .Select(field => (field, facts.Values[field.Ordinal])));
        foreach (var detail in facts.Subject.Details)
        {
            if (facts.Details[detail.Ordinal] is not { } rows)
                continue;
            if (rows.IsEmpty && !detail.IsBuiltIn)
                Line($"  已知 {detail.Name}: 无");
            foreach (var row in rows)
                Known($"{detail.Name}: ", detail.Fields.Select(field => (field, row.Values[field.Ordinal])));
        }
        var parameters = program.Parameters.Where(parameter => example.Parameters.ContainsKey(parameter.Name))
            .Select(parameter => $"{parameter.Name} = {Word(example.Parameters[parameter.Name], parameter.Type)}").ToList();
        if (parameters.Count > 0)
            Line($"  已知 参数: {string.Join("; ", parameters)}");
        foreach (var record in facts.Approvals.Where(record => IsOwn(record.PolicyNumber, record.ClauseNumber)))
            Line($"  核定 {Amount(record.Amount)}{(record.Year is { } of ? $" {of}年度" : "")}{Row(record.RowKey)}");
        foreach (var record in facts.Payments.Where(record => IsOwn(record.PolicyNumber, record.ClauseNumber) || IsRead(record)))
            Line($"  兑现 {(record.ClauseNumber == example.Number ? "" : $"条款 {record.ClauseNumber} ")}{record.Year}年度 "
                + $"{Amount(record.Amount)}{Quantity(record)}{PartOrRow(record)}");
        Line($"  应得 {Expectation(result)}");
        return text.Append(Payout(result)).ToString();

        string Quantity(PaymentRecord record) => record.Quantity is { } known
            && result.Policy.FindClause(record.ClauseNumber)?.Frequency.Allowance is { Type: var type }
                ? $" 数量 {ValueText.Written(NumberValue.Of(known), type)}" : "";

        // 已得 of another clause.
        bool IsRead(PaymentRecord record) => (record.PolicyNumber is null || record.PolicyNumber == result.Policy.Number)
            && result.Policy.FindClause(example.Number)?.HistoryRead.Contains(record.ClauseNumber) == true;

        // An 算例 holds the records of its own clause; no others affect its result but those that it asks for.
        bool IsOwn(string? policy, string clause) => clause == example.Number && (policy is null || policy == result.Policy.Number);

        void Line(string line) => text.Append(CultureInfo.InvariantCulture, $"{line}\n");

        void Known(string table, IEnumerable<(IrField Field, Value? Value)> values)
        {
            var said = values.Where(static fact => ValueText.Cell(fact.Value, fact.Field.Type).Length > 0)
                .Select(static fact => $"{fact.Field.Name} = {Word(fact.Value, fact.Field.Type)}").ToList();
            // A row of which nothing is known is a row all the same.
            if (said.Count == 0 && table.Length > 0)
                said.Add($"{values.First().Field.Name} = 未知");
            if (said.Count > 0)
                Line($"  已知 {table}{string.Join("; ", said)}");
        }
    }

    private static string Payout(ExampleResult result) =>
        result.Clause is { Entitled: not null, Amount: { IsPoint: true, Low: { } paid } } ? $"  本年兑付 {Amount(paid)}\n" : "";

    private static string PartOrRow(PaymentRecord record) =>
        record.Part is var (year, number) ? $" 期次 {year}年度 {number}期" : Row(record.RowKey);

    private static string Expectation(ExampleResult result) => result.Clause is not { } clause ? result.Got
        : clause.Status is ClauseStatus.NotEligible or ClauseStatus.NotInForce ? clause.Status.Word()
        : clause.Status == ClauseStatus.Eligible ? Amount(clause.Award)
        : $"{clause.Status.Word()} {Amount(clause.Award)}";

    private static string Amount(Bounds amount) => amount switch
    {
        { IsPoint: true, Low: { } number } => Amount(number),
        { Low: { } low, High: { } high } => $"{Amount(low)}..{Amount(high)}",
        { Low: { } low } => $"{Amount(low)}..不封顶",
        _ => "",
    };

    private static string Amount(Rational number) => ValueText.Written(NumberValue.Of(number), DslType.Money);

    private static string Row(string? key) => key is null ? "" : $" 行 {Quoted(key)}";

    private static string Word(Value? value, DslType type) =>
        value is TextValue { Text: { } text } && (type is not EnumType list || !list.Members.Contains(text))
            ? Quoted(text)
            : ValueText.Written(value, type);

    /// <summary>A text between quotation marks that it does not hold itself.</summary>
    private static string Quoted(string text) =>
        OneLine(text) is var line && !line.Contains('"', StringComparison.Ordinal) ? $"\"{line}\"" : $"“{line.Replace('”', '"')}”";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace("//", "/", StringComparison.Ordinal).Trim();
}
