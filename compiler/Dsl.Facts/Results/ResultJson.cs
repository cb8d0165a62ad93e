// The result of one subject as JSON, with a format version. Amounts are texts with two decimals.
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Evaluation.Explaining;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Loading.Json;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Facts.Results;

/// <summary>What a result was computed from, so that it can be derived again.</summary>
/// <param name="PolicySet">The hash of the policies.</param>
/// <param name="Program">The version of the program.</param>
public sealed record ResultStamp(
    [property: JsonPropertyName("政策版本")] string PolicySet, [property: JsonPropertyName("程序")] string Program);

/// <summary>Writes results as JSON.</summary>
public static class ResultJson
{
    /// <summary>The version of the format; raised when a reader of the old one would go wrong.</summary>
    public const int FormatVersion = 1;

    /// <summary>The result as an indented text.</summary>
    /// <param name="explanation">Its derivation, written as 解释 after the members of the result; null for none.</param>
    public static string Write(SubjectResult result, Explanation? explanation = null) =>
        JsonStyle.Indent(new(result, explanation), ResultShapes.Of.ResultDocument);

    /// <summary>Writes the result as one value, with what it was computed from.</summary>
    public static void Write(Utf8JsonWriter json, SubjectResult result, Explanation? explanation, ResultStamp stamp) =>
        JsonSerializer.Serialize(json, new(result, explanation) { Stamp = stamp }, ResultShapes.Of.ResultDocument);

    /// <summary>The result on one line.</summary>
    public static string WriteLine(SubjectResult result) =>
        JsonSerializer.Serialize(new(result, null), ResultShapes.Of.ResultDocument);
}

[JsonSerializable(typeof(ResultDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ResultShapes : JsonSerializerContext
{
    public static ResultShapes Of { get; } = new(JsonStyle.ForShapes());
}

/// <summary>The result of a subject.</summary>
internal sealed class ResultDocument
{
    private readonly SubjectResult _result;
    private readonly Explanation? _explanation;

    internal ResultDocument(SubjectResult result, Explanation? explanation) => (_result, _explanation) = (result, explanation);

    internal ResultStamp? Stamp { get; init; }

    [JsonPropertyName("格式版本")] public int FormatVersion { get; } = ResultJson.FormatVersion;
    [JsonPropertyName("主键")] public string Key => _result.Key;
    [JsonPropertyName("测算日")] public string AsOf => CivilDate.Format(_result.AsOf);
    [JsonPropertyName("年度")] public int Year => _result.Year;

    [JsonPropertyName("政策")]
    public IEnumerable<PolicyEntry> Policies => _result.Policies.Select(static policy => new PolicyEntry(policy));

    [JsonPropertyName("合计")] public TotalsEntry Totals => new(_result.Totals);
    [JsonPropertyName("说明")] public IEnumerable<string> Notes => _result.Notes;

    [JsonPropertyName("解释"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplanationEntry? Explanation => _explanation is null ? null : new(_explanation);

    [JsonPropertyName("政策版本"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PolicySet => Stamp?.PolicySet;

    [JsonPropertyName("程序"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Program => Stamp?.Program;
}

/// <summary>The result under a policy.</summary>
internal sealed class PolicyEntry
{
    private readonly PolicyResult _policy;

    internal PolicyEntry(PolicyResult policy) => _policy = policy;

    [JsonPropertyName("文号")] public string Number => _policy.Policy.Number;
    [JsonPropertyName("标题")] public string Title => _policy.Policy.Title;
    [JsonPropertyName("条款")] public IEnumerable<ClauseEntry> Clauses => _policy.Clauses.Select(static clause => new ClauseEntry(clause));
    [JsonPropertyName("合计")] public TotalsEntry Totals => new(_policy.Totals);
}

/// <summary>Totals.</summary>
internal sealed class TotalsEntry
{
    private readonly Totals _totals;

    internal TotalsEntry(Totals totals) => _totals = totals;

    [JsonPropertyName("金额")] public string Amount => LedgerText.Low(_totals.Amount);
    [JsonPropertyName("最高")] public string? Highest => LedgerText.High(_totals.Amount);
    [JsonPropertyName("不封顶")] public int Unbounded => _totals.Unbounded;
    [JsonPropertyName("资金")] public OrderedDictionary<string, string> Levels => LedgerText.Levels(_totals.Levels);

    [JsonPropertyName("形式"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OrderedDictionary<string, string>? Forms => _totals.Forms.IsEmpty ? null : LedgerText.Levels(_totals.Forms);
}

/// <summary>The result of a clause.</summary>
internal sealed class ClauseEntry
{
    private readonly ClauseResult _result;

    internal ClauseEntry(ClauseResult result) => _result = result;

    [JsonPropertyName("条款")] public string Number => _result.Clause.Number;
    [JsonPropertyName("标题")] public string Title => _result.Clause.LegalBasis.Title;
    [JsonPropertyName("状态")] public string Status => _result.Status.Word();
    [JsonPropertyName("金额")] public string Amount => LedgerText.Low(_result.Amount);
    [JsonPropertyName("最高")] public string? Highest => LedgerText.High(_result.Amount);
    [JsonPropertyName("资金")] public OrderedDictionary<string, string> Levels => LedgerText.Levels(_result.Levels);
    [JsonPropertyName("缺少")] public IEnumerable<string> Missing => UnknownText.Missing(_result.Unknowns);
    [JsonPropertyName("等待")] public IEnumerable<string> Awaited => UnknownText.Awaited(_result.Unknowns);
    [JsonPropertyName("让位于")] public DisplacementEntry? DisplacedBy => DisplacementEntry.Of(_result.DisplacedBy);
    [JsonPropertyName("计入合计")] public bool CountsInTotals => _result.CountsInTotals && _result.Clause.Form.Length == 0;

    [JsonPropertyName("形式"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Form => _result.Clause.Form is { Length: > 0 } form ? form : null;

    [JsonPropertyName("享受"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Entitlement => _result.Clause.Entitlement is { Length: > 0 } entitlement ? entitlement : null;

    [JsonPropertyName("竞合"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompetingEntry? Group => _result.Group is { } group ? new(group) : null;

    [JsonPropertyName("本年已兑现"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PaidThisYear => _result.PaidThisYear is { } paid ? QuantityFormat.Ledger(paid) : null;

    [JsonPropertyName("数量"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Quantity => QuantityText.Of(_result.Clause, _result.Quantity);

    [JsonPropertyName("应得"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Entitled => _result.Entitled is { } entitled ? LedgerText.Low(entitled) : null;

    [JsonPropertyName("应得最高"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MostEntitled => _result.Entitled is { } entitled ? LedgerText.High(entitled) : null;

    [JsonPropertyName("分期"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<PartEntry>? Parts => _result.Entitled is null ? null : _result.Parts.Select(static part => new PartEntry(part));

    [JsonPropertyName("不满足的条件")]
    public IEnumerable<string> FailedConditions => _result.FailedConditions.Select(index => _result.Clause.Conditions[index].Text);

    [JsonPropertyName("行")] public IEnumerable<RowEntry> Rows => _result.Rows.Select(row => new RowEntry(row, _result.Clause));
    [JsonPropertyName("说明")] public IEnumerable<string> Notes => _result.Notes;
}

/// <summary>A part of an award that is paid this year.</summary>
internal sealed class PartEntry
{
    private readonly PartResult _part;

    internal PartEntry(PartResult part) => _part = part;

    [JsonPropertyName("期次")] public string Part => _part.Part.ToString();
    [JsonPropertyName("金额")] public string Amount => LedgerText.Low(_part.Amount);
    [JsonPropertyName("最高")] public string? Highest => LedgerText.High(_part.Amount);
}

/// <summary>Clauses of one benefit item among which it is open who wins.</summary>
internal sealed class CompetingEntry
{
    private readonly CompetingGroup _group;

    internal CompetingEntry(CompetingGroup group) => _group = group;

    [JsonPropertyName("事项")] public string BenefitItem => _group.BenefitItem;
    [JsonPropertyName("金额")] public string Amount => LedgerText.Low(_group.Amount);
    [JsonPropertyName("最高")] public string? Highest => LedgerText.High(_group.Amount);
}

/// <summary>The result of a row.</summary>
internal sealed class RowEntry
{
    private readonly RowResult _row;

    private readonly IrClause _clause;

    internal RowEntry(RowResult row, IrClause clause) => (_row, _clause) = (row, clause);

    [JsonPropertyName("事项行")] public string Key => _row.Key;
    [JsonPropertyName("状态")] public string Status => _row.Status.Word();
    [JsonPropertyName("金额")] public string Amount => LedgerText.Low(_row.Amount);
    [JsonPropertyName("最高")] public string? Highest => LedgerText.High(_row.Amount);

    [JsonPropertyName("数量"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Quantity => QuantityText.Of(_clause, _row.Quantity);

    [JsonPropertyName("缺少")] public IEnumerable<string> Missing => UnknownText.Missing(_row.Unknowns);
    [JsonPropertyName("等待")] public IEnumerable<string> Awaited => UnknownText.Awaited(_row.Unknowns);
    [JsonPropertyName("让位于")] public DisplacementEntry? DisplacedBy => DisplacementEntry.Of(_row.DisplacedBy);
}

/// <summary>The clause that another gives way to.</summary>
internal sealed class DisplacementEntry
{
    private readonly Displacement _displacement;

    internal DisplacementEntry(Displacement displacement) => _displacement = displacement;

    public static DisplacementEntry? Of(Displacement? displacement) => displacement is null ? null : new(displacement);

    [JsonPropertyName("文号")] public string PolicyNumber => _displacement.PolicyNumber;
    [JsonPropertyName("条款")] public string ClauseNumber => _displacement.ClauseNumber;
    [JsonPropertyName("规则")] public string Rule => _displacement.Rule;
}

/// <summary>Amounts as documents write them.</summary>
internal static class LedgerText
{
    public static string Low(Bounds amount) => QuantityFormat.Ledger(amount.Low ?? 0);

    /// <summary>Null for 不封顶.</summary>
    public static string? High(Bounds amount) => amount.High is { } high ? QuantityFormat.Ledger(high) : null;

    public static OrderedDictionary<string, string> Levels(IEnumerable<LevelAmount> levels) =>
        JsonStyle.Members(levels, static level => level.Level, static level => Low(level.Amount));
}
