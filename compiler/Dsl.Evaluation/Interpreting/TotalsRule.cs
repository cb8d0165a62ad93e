// What is counted in totals: clauses one by one, competing groups once.
using System.Collections.Immutable;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>One amount of a total.</summary>
/// <param name="Policy">The policy in whose total it counts.</param>
/// <param name="Amount">Its bounds.</param>
/// <param name="Form">形式; empty for a grant.</param>
/// <param name="Levels">Who pays which part.</param>
internal sealed record TotalItem(IrPolicy Policy, Bounds Amount, string Form, ImmutableArray<LevelAmount> Levels)
{
    /// <summary>The clauses that make it up.</summary>
    public required List<ClauseEvaluation> Members { get; init; }
}

/// <summary>Finds the amounts that make up the totals of a subject.</summary>
internal static class TotalsRule
{
    /// <summary>The level of amounts of which it is open who pays.</summary>
    public const string OpenLevel = "未定";

    /// <summary>The amounts, each in the policy of its first clause.</summary>
    public static IEnumerable<TotalItem> Items(IEnumerable<ClauseEvaluation> works)
    {
        var all = works.ToList();
        return all.Exists(static work => work.Payout is not null) ? PayoutTotals.Of(all, Inside) : Inside(all);
    }

    private static IEnumerable<TotalItem> Inside(List<ClauseEvaluation> all) =>
        all.TrueForAll(static work => work.JointCuts.IsEmpty) ? BeforeJointCaps(all)
            : JointTotals.After([.. BeforeJointCaps(all)], all);

    private static IEnumerable<TotalItem> BeforeJointCaps(List<ClauseEvaluation> all)
    {
        var left = all.FindAll(static work => work is { Clause.CountsInTotals: true, DisplacedBy: null });
        // A row that may win may be that of a clause that gets nothing as a whole: then nothing of the group is sure.
        var lost = all.Except(left).SelectMany(static work => work.Units).Select(static unit => unit.Group).OfType<CompetingGroup>()
            .ToHashSet<CompetingGroup>(ReferenceEqualityComparer.Instance);
        while (left.Count > 0)
        {
            var members = Linked(left[0], left);
            left.RemoveAll(members.Contains);
            // Members that differ in 形式 count apart: other forms are no part of the sum.
            foreach (var form in members.GroupBy(static work => work.Clause.Form))
                yield return Together(form.Key, [.. form], isGroup: members.Count > 1, lost);
        }
    }

    /// <summary>The clauses that share an open group with the first: as clauses, or through rows.</summary>
    private static List<ClauseEvaluation> Linked(ClauseEvaluation first, List<ClauseEvaluation> works)
    {
        var members = new List<ClauseEvaluation> { first };
        for (var i = 0; i < members.Count; i++)
        {
            var groups = OpenGroups(members[i]).ToHashSet<CompetingGroup>(ReferenceEqualityComparer.Instance);
            if (groups.Count > 0)
                members.AddRange(works.Where(work => !members.Contains(work) && OpenGroups(work).Any(groups.Contains)));
        }
        return members;
    }

    private static IEnumerable<CompetingGroup> OpenGroups(ClauseEvaluation work) =>
        work.Units.Select(static unit => unit.Group).Append(work.Group).OfType<CompetingGroup>();

    /// <summary>
    /// Sum of the clauses, but the rows that compete count once per group. A cap, what was received, or support from outside may cut any
    /// of them, so then only the sure part counts.
    /// </summary>
    internal static Bounds WithRowGroupsOnce(string form, List<ClauseEvaluation> members, IReadOnlySet<CompetingGroup>? lost = null)
    {
        var sum = members.Aggregate(Bounds.Exactly(0), static (total, work) => total + work.Uncapped.Bounds);
        var units = members.SelectMany(static work => work.Units).ToList();
        var once = units.Where(static unit => unit.Group is null).Select(static unit => unit.Amount.Bounds)
            .Concat(units.Select(static unit => unit.Group).OfType<CompetingGroup>().Distinct(ReferenceEqualityComparer.Instance)
                .OfType<CompetingGroup>().Select(group => group.AmountOf(form)))
            .Aggregate(Bounds.Exactly(0), static (total, amount) => total + amount);
        var isSure = members.TrueForAll(work => work is { Caps.IsEmpty: true, Standing.MayLose: false }
            && (lost is null || !work.Units.Any(unit => unit.Group is { } group && lost.Contains(group))));
        var low = isSure ? Bounds.Max(sum, once).Low : sum.Low;
        return new(low, Bounds.Min(sum, once).High);
    }

    /// <summary>Some are open as clauses, others through rows that these may win: only what each is sure of is sure of them all.</summary>
    private static Bounds OfSeveralGroups(string form, List<ClauseEvaluation> members)
    {
        var low = members.Aggregate(Bounds.Exactly(0), static (total, work) => total + work.Uncapped.Bounds).Low;
        var alone = members.FindAll(static work => work.Group is null);
        var high = members.Select(static work => work.Group).OfType<CompetingGroup>().Distinct(ReferenceEqualityComparer.Instance)
            .OfType<CompetingGroup>()
            .Select(group => group.AmountOf(form)).Aggregate(WithRowGroupsOnce(form, alone), static (total, amount) => total + amount).High;
        return new(low, high);
    }

    private static TotalItem Together(string form, List<ClauseEvaluation> members, bool isGroup, IReadOnlySet<CompetingGroup> lost)
    {
        var first = members[0];
        var amount = !isGroup ? first.Uncapped.Bounds
            : members.TrueForAll(static work => work.Group is null) ? WithRowGroupsOnce(form, members, lost)
            : members.TrueForAll(work => ReferenceEquals(work.Group, first.Group)) ? first.Group?.AmountOf(form) ?? first.Uncapped.Bounds
            : OfSeveralGroups(form, members);
        var levels = members.TrueForAll(work => work.Clause.Shares.SequenceEqual(first.Clause.Shares))
            ? SharingRule.Split(amount, first.Clause.Shares)
            : [new LevelAmount(OpenLevel, amount)];
        return new(first.Policy, amount, form, levels) { Members = members };
    }
}
