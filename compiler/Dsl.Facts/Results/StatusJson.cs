// The result of one subject in two shorter depths: how each clause stands, and what is missing for more.
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Ir.Results;
using Dsl.Loading.Json;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Facts.Results;

/// <summary>Writes how clauses stand.</summary>
public static class StatusJson
{
    /// <summary>Writes the statuses as one value.</summary>
    /// <param name="json">Takes the value.</param>
    /// <param name="result">The result.</param>
    /// <param name="withMissing">Whether what is missing is named, and how much hangs on it; clauses that miss nothing are left out then.
    /// </param>
    /// <param name="stamp">What the result was computed from.</param>
    public static void Write(Utf8JsonWriter json, SubjectResult result, bool withMissing, ResultStamp stamp) =>
        JsonSerializer.Serialize(json, new(result, withMissing, stamp), StatusShapes.Of.StatusDocument);
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
    private readonly SubjectResult _result;
    private readonly bool _withMissing;
    private readonly ResultStamp _stamp;

    internal StatusDocument(SubjectResult result, bool withMissing, ResultStamp stamp) =>
        (_result, _withMissing, _stamp) = (result, withMissing, stamp);

    [JsonPropertyName("格式版本")] public int FormatVersion { get; } = ResultJson.FormatVersion;
    [JsonPropertyName("主键")] public string Key => _result.Key;
    [JsonPropertyName("测算日")] public string AsOf => CivilDate.Format(_result.AsOf);
    [JsonPropertyName("年度")] public int Year => _result.Year;

    [JsonPropertyName("条款")]
    public IEnumerable<StatusEntry> Clauses => _result.Policies.SelectMany(policy => policy.Clauses
        .Where(clause => !_withMissing || !clause.Unknowns.IsNone).Select(clause => new StatusEntry(policy, clause, _withMissing)));

    [JsonPropertyName("合计")] public TotalsEntry Totals => new(_result.Totals);
    [JsonPropertyName("政策版本")] public string PolicySet => _stamp.PolicySet;
    [JsonPropertyName("程序")] public string Program => _stamp.Program;
}

/// <summary>How a clause stands.</summary>
internal sealed class StatusEntry
{
    private readonly PolicyResult _policy;
    private readonly ClauseResult _clause;
    private readonly bool _withMissing;

    internal StatusEntry(PolicyResult policy, ClauseResult clause, bool withMissing) =>
        (_policy, _clause, _withMissing) = (policy, clause, withMissing);

    [JsonPropertyName("文号")] public string PolicyNumber => _policy.Policy.Number;
    [JsonPropertyName("条款")] public string Number => _clause.Clause.Number;
    [JsonPropertyName("状态")] public string Status => _clause.Status.Word();
    [JsonPropertyName("金额")] public string Amount => LedgerText.Low(_clause.Amount);
    [JsonPropertyName("最高")] public string? Highest => LedgerText.High(_clause.Amount);

    [JsonPropertyName("缺少"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<string>? Missing => _withMissing ? UnknownText.Missing(_clause.Unknowns) : null;

    [JsonPropertyName("等待"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<string>? Awaited => _withMissing ? UnknownText.Awaited(_clause.Unknowns) : null;

    /// <summary>How much more it can be once everything is known; null where nothing bounds it.</summary>
    [JsonPropertyName("最多再得"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AtMostMore =>
        _withMissing && _clause.Amount is { Low: { } low, High: { } high } ? QuantityFormat.Ledger(high - low) : null;
}
