// Totals where awards are paid in parts: what counts is what is paid this year, clause by clause.
using Dsl.Evaluation.Rules;
using Dsl.Ir.Results;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Takes the clauses that are paid in parts, and what is open against them, out of groups and caps.</summary>
internal static class PayoutTotals
{
    /// <summary>The amounts of all clauses, some of which are paid in parts.</summary>
    /// <param name="works">The clauses.</param>
    /// <param name="ofOthers">The amounts of clauses that have nothing to do with parts.</param>
    public static IEnumerable<TotalItem> Of(List<ClauseEvaluation> works, Func<List<ClauseEvaluation>, IEnumerable<TotalItem>> ofOthers)
    {
        var apart = Touched(works);
        // An award that gave way may still have parts of earlier years to pay.
        var alone = works.Where(work => apart.Contains(work) && work.Clause.CountsInTotals).Select(static work =>
            new TotalItem(work.Policy, work.Amount.Bounds, work.Clause.Form, SharingRule.Split(work.Amount.Bounds, work.Clause.Shares))
            {
                Members = [work],
            });
        return alone.Concat(ofOthers(works.FindAll(work => !apart.Contains(work)))).OrderBy(item => works.IndexOf(item.Members[0]));
    }

    // The clauses that are paid in parts, and those that share an open group or a 合计上限 with one, or with one that does.
    private static HashSet<ClauseEvaluation> Touched(List<ClauseEvaluation> works)
    {
        var touched = works.Where(static work => work.Payout is not null).ToHashSet<ClauseEvaluation>(ReferenceEqualityComparer.Instance);
        var count = 0;
        while (count != touched.Count)
        {
            count = touched.Count;
            var links = touched.SelectMany(Links).ToHashSet(ReferenceEqualityComparer.Instance);
            touched.UnionWith(works.Where(work => Links(work).Any(links.Contains)));
        }
        return touched;
    }

    private static IEnumerable<object> Links(ClauseEvaluation work) =>
        work.Units.Select(static unit => unit.Group).Append(work.Group).OfType<CompetingGroup>().Cast<object>()
            .Concat(work.JointCuts.Select(static cut => cut.Run));
}
