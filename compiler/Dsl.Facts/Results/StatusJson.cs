// The result of one subject in two shorter depths: how each clause stands, and what is missing for more.
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Loading.Json;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Facts.Results;

/// <summary>Writes how clauses stand.</summary>
public static class StatusJson
{
    /// <summary>Writes the statuses of a subject as one value.</summary>
    /// <param name="json">Takes the value.</param>
    /// <param name="results">The results.</param>
    /// <param name="subject">The index of the subject in them.</param>
    /// <param name="context">The dates of the evaluation.</param>
    /// <param name="withMissing">Whether what is missing is named, and how much hangs on it; clauses that miss nothing are left out then.
    /// </param>
    /// <param name="stamp">What the result was computed from.</param>
    public static void Write(
        Utf8JsonWriter json, ResultBatch results, int subject, EvaluationContext context, bool withMissing, ResultStamp stamp) =>
        JsonSerializer.Serialize(json, new StatusDocument
        {
            Key = results.Facts[subject].Key,
            AsOf = CivilDate.Format(context.AsOf),
            Year = context.Year,
            Clauses = [.. Entries(results, subject).Where(entry => !withMissing || !entry.Unknowns.IsNone)
                .Select(entry => withMissing ? entry.WithMissing() : entry)],
            Totals = new(results.TotalsOf(subject)),
            PolicySet = stamp.PolicySet,
            Program = stamp.Program,
        }, StatusShapes.Of.StatusDocument);

    private static IEnumerable<StatusEntry> Entries(ResultBatch results, int subject)
    {
        if (!results.IsInColumns(subject))
            return results.ResultOf(subject).Policies.SelectMany(static policy => policy.Clauses
                .Select(clause => Entry(policy.Policy, clause)));
        return results.Clauses.Select(column => column.Objects.GetValueOrDefault(subject) is { } result
            ? Entry(column.Policy, result)
            : new StatusEntry(column.Policy, column.Clause, column.Amounts.StatusAt(subject), column.Amounts.YuanAt(subject),
                column.Amounts.Unknowns[subject] ?? Unknowns.None));
    }

    private static StatusEntry Entry(IrPolicy policy, ClauseResult result) =>
        new(policy, result.Clause, result.Status, result.Amount, result.Unknowns);
}

[JsonSerializable(typeof(StatusDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class StatusShapes : JsonSerializerContext
{
    public static StatusShapes Of { get; } = new(JsonStyle.ForShapes());
}

/// <summary>How the clauses of a subject stand.</summary>
internal sealed class StatusDocument
{
    [JsonPropertyName("格式版本")] public int FormatVersion { get; } = ResultJson.FormatVersion;
    [JsonPropertyName("主键")] public required string Key { get; init; }
    [JsonPropertyName("测算日")] public required string AsOf { get; init; }
    [JsonPropertyName("年度")] public required int Year { get; init; }
    [JsonPropertyName("条款")] public required StatusEntry[] Clauses { get; init; }
    [JsonPropertyName("合计")] public required TotalsEntry Totals { get; init; }
    [JsonPropertyName("政策版本")] public required string PolicySet { get; init; }
    [JsonPropertyName("程序")] public required string Program { get; init; }
}

/// <summary>How a clause stands.</summary>
internal sealed class StatusEntry
{
    private readonly Bounds _amount;

    internal StatusEntry(IrPolicy policy, IrClause clause, ClauseStatus status, Bounds amount, Unknowns unknowns) =>
        (PolicyNumber, Number, Status, _amount, Unknowns) = (policy.Number, clause.Number, status.Word(), amount, unknowns);

    [JsonIgnore] public Unknowns Unknowns { get; }
    [JsonPropertyName("文号")] public string PolicyNumber { get; }
    [JsonPropertyName("条款")] public string Number { get; }
    [JsonPropertyName("状态")] public string Status { get; }
    [JsonPropertyName("金额")] public string Amount => LedgerText.Low(_amount);
    [JsonPropertyName("最高")] public string? Highest => LedgerText.High(_amount);

    [JsonPropertyName("缺少"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string[]? Missing { get; private init; }

    [JsonPropertyName("等待"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string[]? Awaited { get; private init; }

    /// <summary>How much more it can be once everything is known; null where nothing bounds it.</summary>
    [JsonPropertyName("最多再得"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AtMostMore { get; private init; }

    /// <summary>With what is missing, and how much hangs on it.</summary>
    public StatusEntry WithMissing() => new(this)
    {
        Missing = [.. UnknownText.Missing(Unknowns)], Awaited = [.. UnknownText.Awaited(Unknowns)],
        AtMostMore = _amount is { Low: { } low, High: { } high } ? QuantityFormat.Ledger(high - low) : null,
    };

    private StatusEntry(StatusEntry other) =>
        (PolicyNumber, Number, Status, _amount, Unknowns) = (other.PolicyNumber, other.Number, other.Status, other._amount, other.Unknowns);
}
