// What is said of a 核定 that was not taken as it stands. Every engine says it in the same words.
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Remarks on approvals, in Chinese.</summary>
public static class ApprovalRemarks
{
    /// <summary>The clause certainly gives nothing: the first reason of three that applies.</summary>
    /// <param name="approved">The amount.</param>
    /// <param name="isOutOfForce">Whether the policy is not in force.</param>
    /// <param name="failsCondition">Whether a condition certainly does not hold; else it is 频次 that refuses.</param>
    public static string Refused(IrClause clause, Rational approved, bool isOutOfForce, bool failsCondition)
    {
        var reason = isOutOfForce ? "测算日不在施行期内"
            : failsCondition ? "条件不满足"
            : clause.Frequency.Kind == FrequencyKind.Consecutive ? "本年度不在频次规定的年度之内"
            : "频次已用尽，以前年度已经兑现";
        return $"核定的 {Money(approved)} 不采用：{reason}。";
    }

    /// <summary>The clause is computed by a formula.</summary>
    public static string ByFormula(Rational approved) => $"核定的 {Money(approved)} 不采用：本条款按公式计算。";

    /// <summary>More was approved than the ceiling.</summary>
    public static string Cut(Rational approved, NumberValue ceiling) =>
        $"核定的 {Money(approved)} 超过最高 {QuantityFormat.Display(ceiling.AtLeastZero().Bounds, DslType.Money)}，按最高计算。";

    /// <summary>Less was approved than the floor.</summary>
    public static string Lifted(Rational approved, NumberValue floor) =>
        $"核定的 {Money(approved)} 低于最低 {QuantityFormat.Display(floor.AtLeastZero().Bounds, DslType.Money)}，按最低计算。";

    /// <summary>An approval that names none of the rows of its clause.</summary>
    /// <param name="rowKey">The row that it names; null for the subject as a whole.</param>
    /// <param name="approved">The amount.</param>
    public static ApprovalNote Stray(string? rowKey, Rational approved) => new(
        rowKey,
        () => rowKey is null
            ? $"核定的 {Money(approved)} 不采用：本条款逐行核定，记录没有写明事项行。"
            : $"核定的 {Money(approved)} 不采用：没有事项行 {rowKey}。");

    private static string Money(Rational amount) => QuantityFormat.Display(amount, DslType.Money);
}
