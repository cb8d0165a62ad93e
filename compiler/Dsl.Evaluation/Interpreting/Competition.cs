// A contest over one 事项: who stands against whom; 从新 first, then 从高不重复 between those who are left.
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Evaluation.Interpreting;

/// <summary>
/// Decides contests. Contenders come in the order that breaks ties: support from outside first, then the earlier policy,
/// then the earlier clause.
/// </summary>
internal static class Competition
{
    /// <summary>从新.</summary>
    public const string Newer = "从新";

    /// <summary>从高不重复.</summary>
    public const string Higher = "从高不重复";

    /// <summary>晋级补差.</summary>
    public const string StepUp = "晋级补差";

    /// <summary>只给一项.</summary>
    public const string OnlyOne = "只给一项";

    /// <summary>择一.</summary>
    public const string Choice = "择一";

    /// <summary>不重复享受.</summary>
    public const string NotBoth = "不重复享受";

    /// <summary>Decides a contest between contenders of one 事项.</summary>
    /// <param name="contenders">In the order that breaks ties.</param>
    /// <param name="meet">Whether two contenders stand against one another at all (rows of the same 明细 meet as rows,
    /// not as clauses).</param>
    /// <param name="matter">事项.</param>
    /// <param name="rowKey">The row's key between rows; null between clauses.</param>
    /// <param name="waits">What all contenders wait for; null where the contest is to be decided.</param>
    public static void Decide(IReadOnlyList<CompetingAward> contenders, Func<CompetingAward, CompetingAward, bool> meet, string matter,
        string? rowKey, IReadOnlyList<ICompetitor>? waits = null)
    {
        Oppose(contenders, meet);
        DecideOpen(contenders, matter, rowKey, waits);
    }

    /// <summary>从新, and then who stands against whom under 从高不重复.</summary>
    public static void Oppose(IReadOnlyList<CompetingAward> contenders, Func<CompetingAward, CompetingAward, bool> meet)
    {
        Supersede(contenders, meet);
        for (var i = 0; i < contenders.Count; i++)
        {
            for (var k = i + 1; k < contenders.Count; k++)
            {
                if (contenders[i].IsLive && contenders[k].IsLive && meet(contenders[i], contenders[k])
                    && AreRivals(contenders[i], contenders[k]))
                {
                    contenders[i].Rivals.Add(contenders[k]);
                    contenders[k].Rivals.Add(contenders[i]);
                }
            }
        }
    }

    /// <summary>从高不重复 between contenders that still stand against one another, or against what was received.</summary>
    public static void DecideOpen(IReadOnlyList<CompetingAward> contenders, string matter, string? rowKey,
        IReadOnlyList<ICompetitor>? waits = null)
    {
        var seen = new HashSet<CompetingAward>(ReferenceEqualityComparer.Instance);
        foreach (var first in contenders)
        {
            if (first.IsLive && (first.Rivals.Count > 0 || !first.Received.IsEmpty) && !seen.Contains(first))
                new HigherRule(Connected(first, seen, contenders), matter, rowKey) { Waits = waits }.Decide();
        }
    }

    /// <summary>The contenders that stand against one another or share what was received, if only through others; in their order.</summary>
    private static List<CompetingAward> Connected(CompetingAward first, HashSet<CompetingAward> seen, IReadOnlyList<CompetingAward> order)
    {
        var members = new List<CompetingAward> { first };
        seen.Add(first);
        for (var i = 0; i < members.Count; i++)
        {
            members.AddRange(members[i].Rivals.Where(seen.Add));
            if (!members[i].Received.IsEmpty)
                members.AddRange(order.Where(other => other.IsLive && other.SharesWith(members[i]) && seen.Add(other)));
        }
        return members.Count == 1 ? members : [.. order.Where(members.Contains)];
    }

    /// <summary>从新: newer policies displace earlier ones, whatever the amounts; the newest that certainly applies is named.</summary>
    public static void Supersede(IReadOnlyList<CompetingAward> contenders, Func<CompetingAward, CompetingAward, bool> meet)
    {
        var due = contenders.Select(static contender => contender.IsDue).ToList();
        for (var i = 0; i < contenders.Count; i++)
        {
            var older = contenders[i];
            var (newest, open) = ((CompetingAward?)null, Unknowns.None);
            for (var k = 0; k < contenders.Count; k++)
            {
                if (due[i].Truth == Truth.No || due[k].Truth == Truth.No || !IsSupersededBy(older, contenders[k])
                    || !meet(older, contenders[k]))
                    continue;
                if (due[k].Truth == Truth.Yes)
                    newest = contenders[k];
                else
                    open |= contenders[k].AsUnknown();
            }
            if (newest is not null)
                older.Displace(newest, Newer);
            else if (!open.IsNone)
                older.MayBeSuperseded(open);
        }
    }

    /// <summary>Whether two clauses may displace one another, whatever their amounts.</summary>
    public static bool CanMeet(ICompetitor left, ICompetitor right) =>
        AreRivals(left, right) || IsSupersededBy(left, right) || IsSupersededBy(right, left);

    /// <summary>Whether a clause stands against support under other policies.</summary>
    public static bool MeetsOutsiders(ICompetitor clause) =>
        clause.Clause is { Kind: ClauseKind.Award, BenefitItem: not null } && clause.Policy.Combination.OthersInArea;

    /// <summary>Whether two clauses compete with all their rows as one (只给一项, 择一), so that rows of theirs do not meet.</summary>
    public static bool MeetAsWhole(ICompetitor? left, ICompetitor? right) => left is not null && right is not null
        && left.Policy.Exclusions.Any(exclusion => exclusion.IsOfWhole && exclusion.Separates(left.Clause, right.Clause));

    /// <summary>What the document calls the rule under which one of two displaces the other.</summary>
    public static string RuleBetween(CompetingAward left, CompetingAward right)
    {
        if (left.Work is not { } one || right.Work is not { } other)
            return Higher;
        var exclusion = one.Policy.Exclusions.FirstOrDefault(exclusion => exclusion.Separates(one.Clause, other.Clause));
        return (exclusion?.Kind, exclusion?.Against.IsEmpty) switch
        {
            (ExclusionKind.OnlyOne, _) => OnlyOne,
            (ExclusionKind.StepUp, _) => StepUp,
            (ExclusionKind.Choice, _) => Choice,
            (ExclusionKind.Higher, false) => NotBoth,
            _ => one.Clause.Frequency.IsStepUp && other.Clause.Frequency.IsStepUp ? StepUp : Higher,
        };
    }

    private static bool IsSupersededBy(CompetingAward older, CompetingAward newer) =>
        older.Work is { } before && newer.Work is { } after && IsSupersededBy(before, after);

    private static bool IsSupersededBy(ICompetitor older, ICompetitor newer) =>
        newer.Policy.Combination.SupersedesEarlier && older.Clause.BenefitItem is { } item && item == newer.Clause.BenefitItem
        && older.Policy.EffectiveDate < newer.Policy.EffectiveDate;

    private static bool AreRivals(CompetingAward left, CompetingAward right) => (left.Work, right.Work) switch
    {
        ({ } a, { } b) => AreRivals(a, b),
        ({ } known, null) => MeetsOutsiders(known),
        (null, { } known) => MeetsOutsiders(known),
        _ => false,
    };

    /// <summary>Whether two clauses stand against one another under 从高不重复.</summary>
    public static bool AreRivals(ICompetitor a, ICompetitor b)
    {
        if (a.Clause.Kind != ClauseKind.Award || b.Clause.Kind != ClauseKind.Award || PassesOn(a, b) || PassesOn(b, a))
            return false;
        if (a.Policy.Exclusions.Any(exclusion => exclusion.Separates(a.Clause, b.Clause)))
            return true;
        // The other rules are about clauses that say themselves that they are of one 事项.
        if (a.Clause.BenefitItem is null || a.Clause.BenefitItem != b.Clause.BenefitItem)
            return false;
        return ReferenceEquals(a.Policy, b.Policy)
            ? a.Policy.Combination.WithinPolicy
            : (a.Policy.Combination.OthersInArea || b.Policy.Combination.OthersInArea) && a.Policy.Area == b.Policy.Area;
    }

    // 落实: a clause that passes on another does not stand against it.
    private static bool PassesOn(ICompetitor lower, ICompetitor higher) =>
        lower.Clause.PassThrough is { } target && target.PolicyNumber == higher.Policy.Number
        && (target.ClauseNumber is null || target.ClauseNumber == higher.Clause.Number);
}
