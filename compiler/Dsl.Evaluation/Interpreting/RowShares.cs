// 单位上限 … 按比例: the rows bear the cut, so that nothing is left for a line of its own.
using Dsl.Evaluation.Rules;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Puts the share of each row in the place of its amount.</summary>
internal static class RowShares
{
    /// <summary>Shares the cut of 单位上限; to be called when all competitions are decided.</summary>
    public static void Apply(ClauseEvaluation work)
    {
        if (!work.Clause.IsSubjectCapShared || work.DisplacedBy is not null
            || work.Caps.FirstOrDefault(static cap => cap.IsOfSubject) is not { Bites: true } cap)
            return;
        var rows = work.Units.Where(static unit => unit.DisplacedBy is null).ToList();
        foreach (var (row, share) in rows.Zip(
            ProportionRule.Share(rows.ConvertAll(static row => row.Amount), cap.Limit, cap.Before.Bounds.High)))
        {
            if (share.Bounds != row.Amount.Bounds)
                row.Standing = row.Standing with { Amount = share, SharedFrom = row.Amount };
        }
    }
}
