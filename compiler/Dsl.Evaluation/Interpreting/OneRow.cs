// 只给一项: of the rows of a clause only the highest is paid, the first of those that are alike.
using Dsl.Evaluation.Rules;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Leaves one row.</summary>
internal static class OneRow
{
    /// <summary>
    /// Displaces the rows that are certainly not the highest; what the others may get is what the one that is paid comes to. Null where the
    /// clause pays all its rows.
    /// </summary>
    public static NumberValue? Leave(ClauseEvaluation work)
    {
        if (!work.Clause.PaysOneRow)
            return null;
        var rows = work.Units.Where(static unit => unit.IsPossible).ToList();
        var amounts = rows.ConvertAll(static row => row.Amount);
        var highest = OccasionRule.HighestOf(amounts, 1);
        for (var i = 0; i < rows.Count; i++)
        {
            if (IsBeaten(rows, amounts, i))
                rows[i].Standing = rows[i].Standing with
                {
                    Amount = NumberValue.Zero, DisplacedBy = new(work.Policy.Number, work.Clause.Number, Competition.OnlyOne),
                };
            else if (!IsHighest(rows, amounts, i))
                rows[i].Standing = rows[i].Standing with
                {
                    Amount = new(new Bounds(0, amounts[i].Bounds.High),
                        amounts.Aggregate(rows[i].IsDue.Unknowns, static (all, amount) => all | amount.Unknowns)),
                };
        }
        return highest;
    }

    /// <summary>Whether a row that is certainly due has certainly more, or as much and comes first.</summary>
    private static bool IsBeaten(List<UnitEvaluation> rows, List<NumberValue> amounts, int index)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (i != index && rows[i].Outcome.IsDue.Truth == Truth.Yes && amounts[i].Bounds.Low is { } low
                && amounts[index].Bounds.High is { } high && (low > high || (low == high && i < index)))
                return true;
        }
        return false;
    }

    private static bool IsHighest(List<UnitEvaluation> rows, List<NumberValue> amounts, int index)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (i != index && (amounts[index].Bounds.Low is not { } low || amounts[i].Bounds.High is not { } high || high > low
                || (high == low && i < index)))
                return false;
        }
        return true;
    }
}
