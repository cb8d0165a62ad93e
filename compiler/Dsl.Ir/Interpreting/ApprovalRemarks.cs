// What is said of a 核定 that was not taken as it stands. Every engine says it in the same words.
using Dsl.Ir.Results;
using Dsl.Library.Text;
using Dsl.Library.Types;
using Dsl.Library.Values;

namespace Dsl.Ir.Interpreting;

/// <summary>Remarks on approvals, in Chinese.</summary>
public static class ApprovalRemarks
{
    /// <summary>The conditions certainly do not hold.</summary>
    public static string NotQualified(Rational approved) => $"核定的 {Money(approved)} 不采用：条件不满足。";

    /// <summary>The clause is computed by a formula.</summary>
    public static string ByFormula(Rational approved) => $"核定的 {Money(approved)} 不采用：本条款按公式计算。";

    /// <summary>More was approved than the ceiling.</summary>
    public static string Cut(Rational approved, NumberValue ceiling) =>
        $"核定的 {Money(approved)} 超过最高 {QuantityFormat.Format(ValueRules.AtLeastZero(ceiling).Bounds, DslType.Money)}，按最高计算。";

    /// <summary>The approvals of a clause that name none of its rows.</summary>
    /// <param name="records">The records of the clause.</param>
    /// <param name="known">The keys of its rows; null for the subject as a whole.</param>
    public static IEnumerable<ApprovalNote> Stray(ClauseRecords records, IReadOnlySet<string?> known)
    {
        foreach (var record in records.Approvals.Where(record => !known.Contains(record.RowKey)))
        {
            yield return new(record.RowKey, record.RowKey is { } key
                ? $"核定的 {Money(record.Amount)} 不采用：没有事项行 {key}。"
                : $"核定的 {Money(record.Amount)} 不采用：本条款逐行核定，记录没有写明事项行。");
        }
    }

    private static string Money(Rational amount) => QuantityFormat.Format(amount, DslType.Money);
}
