// The clauses that look at other years: once paid too late or too early, they are paid twice.
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dsl.Facts.Records;
using Dsl.Ir.Nodes;
using Dsl.Values.Quantities;
using Dsl.Values.Terms;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Batch.Results;

/// <summary>A clause whose amount, or that of another one, depends on what was paid in other years.</summary>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">条款.</param>
/// <param name="Years">
/// In how many years it can be paid: 1 for 一次性; null where something is added up over the years (累计上限, 累计 最多, 已得).
/// </param>
internal sealed record LimitedClause(
    [property: JsonPropertyName("文号")] string PolicyNumber, [property: JsonPropertyName("条款")] string ClauseNumber,
    [property: JsonPropertyName("年数")] int? Years)
{
    private const string CumulativeCap = "累计上限";

    /// <summary>
    /// What is added up, in words; null where years are counted, and in manifests that do not say it. Empty where nothing is limited, but
    /// the clause asks for what others got (已得).
    /// </summary>
    [JsonPropertyName("累计"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sum { get; init; }

    /// <summary>The unit of 数量; empty for a plain number, null where nothing is counted.</summary>
    [JsonPropertyName("数量单位"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    /// <summary>Whether awards are paid in parts, in later years too.</summary>
    [JsonPropertyName("分期"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsInParts { get; init; }

    /// <summary>The clauses of the policy whose amounts depend on what was paid under this one (已得); null for none.</summary>
    [JsonPropertyName("看已得的条款"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Readers { get; init; }

    /// <summary>Whether a payment in a later year leaves less for an earlier one.</summary>
    [JsonIgnore]
    public bool IsLimit => Years is not null || Sum is null or { Length: > 0 };

    /// <summary>What the limit is called.</summary>
    [JsonIgnore]
    public string Limit => Sum is { Length: > 0 } sum ? sum : Years switch
    {
        null => CumulativeCap,
        1 => "一次性（每次）",
        { } years => $"最多 {years}年",
    };

    /// <summary>Whether nothing but a quantity is added up, row by row where there are rows.</summary>
    [JsonIgnore]
    public bool IsByRow => Years is not null || (Unit is not null && Sum?.Contains('、', StringComparison.Ordinal) != true);

    /// <summary>The type of 数量; null where nothing is counted.</summary>
    [JsonIgnore]
    public DslType? Counted => Unit is not { } unit ? null : Units.Find(unit) is { } known ? DslType.In(known) : DslType.Number;

    /// <summary>Those of a program.</summary>
    public static ImmutableArray<LimitedClause> Of(IrProgram program) =>
        [.. program.Policies.SelectMany(Of)];

    private static IEnumerable<LimitedClause> Of(IrPolicy policy)
    {
        var readers = policy.Clauses.SelectMany(static clause => clause.HistoryRead, static (clause, read) => (read, clause.Number))
            .ToLookup(static pair => Identity.Of(pair.read), static pair => pair.Number, StringComparer.Ordinal);
        return policy.Clauses.Select(clause => Of(policy, clause, [.. readers[Identity.Of(clause.Number)]])).OfType<LimitedClause>();
    }

    private static LimitedClause? Of(IrPolicy policy, IrClause clause, ImmutableArray<string> readers)
    {
        if (clause.Kind != ClauseKind.Award)
            return null;
        var years = clause.Frequency switch
        {
            { Kind: FrequencyKind.Once } => 1,
            { Kind: FrequencyKind.Yearly, Years: { } most } => most,
            _ => (int?)null,
        };
        var sums = Sums(clause).ToList();
        if (sums.Count == 0 && years is null && readers.IsEmpty && !clause.ReadsHistory && !clause.Frequency.IsStepUp
            && clause.Payout is null)
            return null;
        // Where something is added up, any payment in a later year leaves less for this one.
        return new(policy.Number, clause.Number, sums.Count == 0 ? years : null)
        {
            Sum = sums is [CumulativeCap] ? null : sums.Count > 0 ? string.Join("、", sums) : years is null ? "" : null,
            Unit = clause.Frequency.Allowance is { } allowance ? RecordQuantity.UnitOf(allowance.Type) : null,
            IsInParts = clause.Payout is not null,
            Readers = readers.IsEmpty ? null : readers,
        };
    }

    private static IEnumerable<string> Sums(IrClause clause)
    {
        if (clause.CumulativeCap is not null)
            yield return CumulativeCap;
        if (clause.RowCap is not null)
            yield return "累计上限 每行";
        if (clause.Frequency.IsStepUp)
            yield return "晋级补差";
        if (clause.Frequency.Times is { } times)
            yield return $"累计最多 {times}次";
        if (clause.Frequency.Allowance is { } allowance)
            yield return $"累计最多 {QuantityFormat.Display(allowance.Most, allowance.Type)}";
    }
}
