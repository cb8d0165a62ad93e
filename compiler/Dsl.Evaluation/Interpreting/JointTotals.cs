// Totals under 合计上限: what clauses come to together is known better than what each of them gets.
using Dsl.Evaluation.Rules;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Puts the amounts of a total under the caps that were applied.</summary>
internal static class JointTotals
{
    /// <summary>The amounts after every cap, in the order in which they were applied.</summary>
    /// <param name="items">The amounts before the caps.</param>
    /// <param name="works">The clauses.</param>
    public static List<TotalItem> After(List<TotalItem> items, IReadOnlyList<ClauseEvaluation> works)
    {
        foreach (var run in works.SelectMany(static work => work.JointCuts).Select(static cut => cut.Run).Distinct()
            .OrderBy(static run => run.Order))
        {
            var touched = items.FindAll(item => item.Members.Exists(run.Members.Contains));
            var limit = run.Limit.Bounds;
            // Nothing is cut, whatever becomes known.
            if (touched.Count == 0 || (Inside(touched, run.Members, run.Order).High is { } most && limit.Low is { } least && most <= least))
                continue;
            var place = items.IndexOf(touched[0]);
            items.RemoveAll(touched.Contains);
            items.InsertRange(place, Capped(touched, run));
        }
        return items;
    }

    /// <summary>What some clauses come to before a cap, of amounts of which each counts once.</summary>
    /// <param name="items">The amounts before it.</param>
    /// <param name="members">The clauses.</param>
    /// <param name="order">The place of the cap.</param>
    public static Bounds Inside(List<TotalItem> items, List<ClauseEvaluation> members, int order) =>
        items.Where(item => item.Members.Exists(members.Contains))
            .Aggregate(Bounds.Exactly(0), (sum, item) => sum + PartOf(item, members.Contains, order));

    /// <summary>What some clauses of an item come to.</summary>
    private static Bounds PartOf(TotalItem item, Func<ClauseEvaluation, bool> isMeant, int order)
    {
        var part = item.Members.FindAll(member => isMeant(member));
        if (part.Count == item.Members.Count)
            return item.Amount;
        var sum = part.Aggregate(Bounds.Exactly(0), (all, member) => all + AmountAfter(member, order - 1));
        return new(sum.Low, Least(sum.High, item.Amount.High));
    }

    private static IEnumerable<TotalItem> Capped(List<TotalItem> items, JointCapRun run)
    {
        var members = items.SelectMany(static item => item.Members).ToList();
        var after = members.ConvertAll(member => AmountAfter(member, run.Order));
        if (after.TrueForAll(static amount => amount.IsPoint) && items.TrueForAll(static item => item.Members.Count == 1))
            return items.Zip(after, static (item, amount) => item with
            {
                Amount = amount, Levels = SharingRule.Split(amount, item.Members[0].Clause.Shares),
            });
        var (inside, limit) = (Inside(items, run.Members, run.Order), run.Limit.Bounds);
        var outside = items.Aggregate(Bounds.Exactly(0), (sum, item) =>
            item.Members.TrueForAll(run.Members.Contains) ? sum : sum + PartOf(item, member => !run.Members.Contains(member), run.Order));
        var whole = items.Aggregate(Bounds.Exactly(0), static (sum, item) => sum + item.Amount);
        // What is cut, at least and at most.
        var cut = Bounds.Max(inside - limit, Bounds.Exactly(0));
        var (capped, each) = (Bounds.Min(inside, limit) + outside, after.Aggregate(Bounds.Exactly(0), static (sum, one) => sum + one));
        var less = whole - cut;
        var amount = new Bounds(Greatest(Greatest(capped.Low, less.Low), each.Low), Least(Least(capped.High, less.High), each.High));
        var shares = members[0].Clause.Shares;
        return
        [
            new TotalItem(items[0].Policy, amount, items[0].Form, members.TrueForAll(member => member.Clause.Shares.SequenceEqual(shares))
                ? SharingRule.Split(amount, shares) : [new LevelAmount(TotalsRule.OpenLevel, amount)]) { Members = members },
        ];
    }

    /// <summary>The amount of a clause once a cap was applied.</summary>
    private static Bounds AmountAfter(ClauseEvaluation work, int order) =>
        work.JointCuts.LastOrDefault(cut => cut.Run.Order <= order)?.After.Bounds ?? work.Uncapped.Bounds;

    private static Rational? Least(Rational? left, Rational? right) =>
        left is not { } a ? right : right is not { } b ? left : Rational.Min(a, b);

    private static Rational? Greatest(Rational? left, Rational? right) =>
        left is not { } a ? right : right is not { } b ? left : Rational.Max(a, b);
}
