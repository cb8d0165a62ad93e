// Which records of earlier years count, and for how much. Payments may be negative: money that was given back.
namespace Dsl.Evaluation.Rules;

/// <summary>Rules on 核定 and 兑现记录.</summary>
public static class HistoryRule
{
    /// <summary>Whether a payment is one of an earlier year.</summary>
    public static bool IsOfEarlierYear(int paymentYear, int year) => paymentYear < year;

    /// <summary>Whether a year counts as paid for 一次性 and 最多 N年: not where as much was given back.</summary>
    /// <param name="net">All payments of the year.</param>
    public static bool IsPaidYear<T>(T net) where T : struct, IComparable<T> => net.CompareTo(default) > 0;

    /// <summary>Whether a payment counts for 累计上限: of all rows, or for a clause without 每个 of the subject as a whole.</summary>
    public static bool CountsForCap(bool hasRows, bool isOfRow) => hasRows || !isOfRow;

    /// <summary>What 累计上限 takes off: never below 0.</summary>
    /// <param name="net">All payments of earlier years.</param>
    public static T TakenOff<T>(T net) where T : struct, IComparable<T> => net.CompareTo(default) > 0 ? net : default;

    /// <summary>Whether an approval is one of the application year: one that names no year is.</summary>
    public static bool CountsApproval(int? approvalYear, int year) => (approvalYear ?? year) == year;
}
