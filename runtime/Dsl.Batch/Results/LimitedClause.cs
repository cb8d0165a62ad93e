// The clauses that look at other years: once paid too late or too early, they are paid twice.
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dsl.Ir.Nodes;
using Dsl.Values.Terms;

namespace Dsl.Batch.Results;

/// <summary>A clause whose amount depends on what was paid in other years.</summary>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">条款.</param>
/// <param name="Years">
/// In how many years it can be paid: 1 for 一次性; null where a sum over the years is limited (累计上限, 累计 最多 N次).
/// </param>
internal sealed record LimitedClause(
    [property: JsonPropertyName("文号")] string PolicyNumber, [property: JsonPropertyName("条款")] string ClauseNumber,
    [property: JsonPropertyName("年数")] int? Years)
{
    /// <summary>What the limit is called.</summary>
    [JsonIgnore]
    public string Limit => Years switch
    {
        null => "累计上限",
        1 => "一次性（每次）",
        { } years => $"最多 {years}年",
    };

    /// <summary>Those of a program.</summary>
    public static ImmutableArray<LimitedClause> Of(IrProgram program) =>
    [
        .. from policy in program.Policies
           from clause in policy.Clauses
           let years = clause.Frequency switch
           {
               { Kind: FrequencyKind.Once } => 1,
               { Kind: FrequencyKind.Yearly, Years: { } most } => most,
               _ => (int?)null,
           }
           where clause.Kind == ClauseKind.Award && (years is not null || clause is not { CumulativeCap: null, RowCap: null })
           // Where both hold, and where rows are counted over the years, any payment in a later year leaves less for this one.
           select new LimitedClause(
               policy.Number, clause.Number, clause is { CumulativeCap: null, RowCap: null, Frequency.Times: null } ? years : null),
    ];
}
