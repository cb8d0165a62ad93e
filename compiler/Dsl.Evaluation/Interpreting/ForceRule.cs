// 施行期: whether a policy applies on the as-of date.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Whether a clause is in force.</summary>
internal static class ForceRule
{
    /// <summary>
    /// From 施行日期 to 失效日期, both included. After that, only what runs on 自 X 次年起|当年起 连续 N年 for an X that lies in the period.
    /// </summary>
    public static TruthValue IsInForce(IrPolicy policy, IrClause clause, DateOnly asOf, Frame frame, ExpressionEvaluator evaluator)
    {
        if (asOf < policy.EffectiveDate)
            return TruthValue.No;
        if (policy.ExpiryDate is not { } expiry || asOf <= expiry)
            return TruthValue.Yes;
        return clause.Frequency is { Kind: FrequencyKind.Consecutive, Anchor: { } anchor }
            ? LiesBetween(evaluator.EvaluateNumber(anchor, frame), anchor.Type is YearType, policy.EffectiveDate, expiry)
            : TruthValue.No;
    }

    private static TruthValue LiesBetween(NumberValue anchor, bool isYear, DateOnly first, DateOnly last)
    {
        NumberValue End(DateOnly date) => NumberValue.Of(isYear ? date.Year : CivilDate.ToNumber(date));
        return ValueRules.All([
            ValueRules.Compare(ComparisonOperator.GreaterOrEqual, anchor, End(first)),
            ValueRules.Compare(ComparisonOperator.LessOrEqual, anchor, End(last))]);
    }
}
