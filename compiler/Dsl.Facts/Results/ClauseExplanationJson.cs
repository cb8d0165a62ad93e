// The derivation of a clause as JSON: what `policy eval --explain --format json` and the panels of the editor show.
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Evaluation.Explaining;
using Dsl.Ir.Results;
using Dsl.Loading.Json;
using Dsl.Values.Exact;

namespace Dsl.Facts.Results;

/// <summary>Writes explanations of clauses.</summary>
public static class ClauseExplanationJson
{
    /// <summary>Writes one clause as an object.</summary>
    public static void Write(Utf8JsonWriter json, ClauseExplanation clause) =>
        JsonSerializer.Serialize(json, new(clause), ExplanationShapes.Of.ExplainedClause);
}

[JsonSerializable(typeof(ExplainedClause))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ExplanationShapes : JsonSerializerContext
{
    public static ExplanationShapes Of { get; } = new(JsonStyle.ForShapes());
}

/// <summary>The derivation of a result.</summary>
internal sealed class ExplanationEntry
{
    private readonly Explanation _explanation;

    internal ExplanationEntry(Explanation explanation) => _explanation = explanation;

    [JsonPropertyName("格式版本")] public int FormatVersion { get; } = Explanation.FormatVersion;

    [JsonPropertyName("政策")]
    public IEnumerable<ExplainedPolicy> Policies => _explanation.Policies.Select(static policy => new ExplainedPolicy(policy));
}

/// <summary>The derivation of the clauses of a policy.</summary>
internal sealed class ExplainedPolicy
{
    private readonly PolicyExplanation _policy;

    internal ExplainedPolicy(PolicyExplanation policy) => _policy = policy;

    [JsonPropertyName("文号")] public string Number => _policy.Number;

    [JsonPropertyName("条款")]
    public IEnumerable<ExplainedClause> Clauses => _policy.Clauses.Select(static clause => new ExplainedClause(clause));
}

/// <summary>The derivation of a clause.</summary>
internal sealed class ExplainedClause
{
    private readonly ClauseExplanation _clause;

    internal ExplainedClause(ClauseExplanation clause) => _clause = clause;

    [JsonPropertyName("条款")] public string Number => _clause.Number;
    [JsonPropertyName("条")] public string Place => _clause.Place;
    [JsonPropertyName("文件")] public string Path => _clause.Path;
    [JsonPropertyName("行号")] public int Line => _clause.Line;
    [JsonPropertyName("依据")] public IEnumerable<string> Quotes => _clause.Quotes;
    [JsonPropertyName("状态")] public string Status => _clause.Status.Word();
    [JsonPropertyName("金额")] public string Amount => _clause.Amount;
    [JsonPropertyName("计算")] public IEnumerable<ExplainedUnit> Units => _clause.Units.Select(static unit => new ExplainedUnit(unit));
    [JsonPropertyName("步骤")] public IEnumerable<string> Steps => _clause.Steps;
    [JsonPropertyName("还需要")] public IEnumerable<string> Needs => _clause.Needs.Select(static need => need.Text);
    [JsonPropertyName("说明")] public IEnumerable<string> Notes => _clause.Notes;
}

/// <summary>The derivation of a row, or of the subject as a whole.</summary>
internal sealed class ExplainedUnit
{
    private readonly UnitExplanation _unit;

    internal ExplainedUnit(UnitExplanation unit) => _unit = unit;

    [JsonPropertyName("事项行")] public string? RowKey => _unit.RowKey;
    [JsonPropertyName("状态")] public string Status => _unit.Status.Word();
    [JsonPropertyName("金额")] public string Amount => _unit.Amount;

    [JsonPropertyName("条件")]
    public IEnumerable<ExplainedCondition> Conditions => _unit.Conditions.Select(static condition => new ExplainedCondition(condition));

    [JsonPropertyName("频次"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplainedCondition? Frequency => _unit.Frequency is { } frequency ? new(frequency) : null;

    [JsonPropertyName("令")] public IEnumerable<string> Locals => _unit.Locals;
    [JsonPropertyName("算式")] public string Formula => _unit.Formula;
    [JsonPropertyName("代入")] public string Figures => _unit.Figures;
    [JsonPropertyName("步骤")] public IEnumerable<string> Steps => _unit.Steps;
    [JsonPropertyName("还需要")] public IEnumerable<string> Needs => _unit.Needs.Select(static need => need.Text);
}

/// <summary>A condition with the facts that it read.</summary>
internal sealed class ExplainedCondition
{
    private readonly ConditionExplanation _condition;

    internal ExplainedCondition(ConditionExplanation condition) => _condition = condition;

    [JsonPropertyName("条件")] public string Text => _condition.Text;
    [JsonPropertyName("成立")] public string Truth => _condition.Truth.Word();
    [JsonPropertyName("范围")] public bool FromScope => _condition.FromScope;
    [JsonPropertyName("排除")] public bool IsExclusion => _condition.IsExclusion;
    [JsonPropertyName("代入")] public string Figures => _condition.Figures;

    [JsonPropertyName("事实")]
    public OrderedDictionary<string, string> Facts =>
        JsonStyle.Members(_condition.Facts.DistinctBy(static fact => fact.Name), static fact => fact.Name, static fact => fact.Value);
}
