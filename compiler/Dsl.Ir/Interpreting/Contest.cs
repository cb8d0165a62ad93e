// A contest over one 事项: 从新 first, then 从高不重复 until no certain winner is left; who stays open forms groups.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Library.Values;

namespace Dsl.Ir.Interpreting;

/// <summary>Decides contests. Contenders come in the order that breaks ties: support from outside first, then the earlier policy, then the earlier clause.</summary>
internal static class Contest
{
    /// <summary>从新.</summary>
    public const string NewerRule = "从新";

    /// <summary>从高不重复.</summary>
    public const string HigherRule = "从高不重复";

    /// <summary>Decides a contest between contenders of one 事项.</summary>
    /// <param name="contenders">In the order that breaks ties.</param>
    /// <param name="meet">Whether two contenders stand against one another at all (rows of the same 明细 meet as rows, not as clauses).</param>
    /// <param name="matter">事项.</param>
    /// <param name="rowKey">The row's key between rows; null between clauses.</param>
    public static void Decide(IReadOnlyList<Contender> contenders, Func<Contender, Contender, bool> meet, string matter, string? rowKey)
    {
        Supersede(contenders, meet);
        for (var i = 0; i < contenders.Count; i++)
        {
            for (var k = i + 1; k < contenders.Count; k++)
            {
                if (contenders[i].IsLive && contenders[k].IsLive && meet(contenders[i], contenders[k]) && AreRivals(contenders[i], contenders[k]))
                {
                    contenders[i].Rivals.Add(contenders[k]);
                    contenders[k].Rivals.Add(contenders[i]);
                }
            }
        }
        while (DisplaceByOneWinner(contenders))
        {
        }
        LeaveOpen(contenders, matter, rowKey);
    }

    /// <summary>从新: newer policies displace earlier ones, whatever the amounts; the newest that certainly applies is named.</summary>
    private static void Supersede(IReadOnlyList<Contender> contenders, Func<Contender, Contender, bool> meet)
    {
        var due = contenders.Select(static contender => contender.IsDue).ToList();
        for (var i = 0; i < contenders.Count; i++)
        {
            var older = contenders[i];
            var (newest, open) = ((Contender?)null, Unknowns.None);
            for (var k = 0; k < contenders.Count; k++)
            {
                if (due[i].Truth == Truth.No || due[k].Truth == Truth.No || !IsSupersededBy(older, contenders[k]) || !meet(older, contenders[k]))
                    continue;
                if (due[k].Truth == Truth.Yes)
                    newest = contenders[k];
                else
                    open |= contenders[k].AsUnknown();
            }
            if (newest is not null)
                older.Displace(newest, NewerRule);
            else if (!open.IsNone)
                older.MayBeSuperseded(open);
        }
    }

    /// <summary>Whether two clauses may displace one another, whatever they come to.</summary>
    public static bool CanMeet(IContestant left, IContestant right) => AreRivals(left, right) || IsSupersededBy(left, right) || IsSupersededBy(right, left);

    /// <summary>Whether a clause stands against support under other policies.</summary>
    public static bool MeetsOutsiders(IContestant clause) => clause.Clause.Kind == IrClauseKind.Award && clause.Policy.Combination.OthersInArea;

    private static bool IsSupersededBy(Contender older, Contender newer) =>
        older.Work is { } before && newer.Work is { } after && IsSupersededBy(before, after);

    private static bool IsSupersededBy(IContestant older, IContestant newer) =>
        newer.Policy.Combination.SupersedesEarlier && older.Policy.EffectiveDate < newer.Policy.EffectiveDate;

    private static bool AreRivals(Contender left, Contender right) => (left.Work, right.Work) switch
    {
        ({ } a, { } b) => AreRivals(a, b),
        ({ } known, null) => MeetsOutsiders(known),
        (null, { } known) => MeetsOutsiders(known),
        _ => false,
    };

    private static bool AreRivals(IContestant a, IContestant b)
    {
        if (a.Clause.Kind != IrClauseKind.Award || b.Clause.Kind != IrClauseKind.Award || PassesOn(a, b) || PassesOn(b, a))
            return false;
        return ReferenceEquals(a.Policy, b.Policy)
            ? a.Policy.Combination.WithinPolicy
            : (a.Policy.Combination.OthersInArea || b.Policy.Combination.OthersInArea) && a.Policy.Area == b.Policy.Area;
    }

    // 落实: a clause that passes on another does not stand against it.
    private static bool PassesOn(IContestant lower, IContestant higher) =>
        lower.Clause.PassThrough is { } target && target.PolicyNumber == higher.Policy.Number
        && (target.ClauseNumber is null || target.ClauseNumber == higher.Clause.Number);

    /// <summary>Finds a contender whose lower bound is at least every rival's upper bound, and displaces these; false if there is none.</summary>
    private static bool DisplaceByOneWinner(IReadOnlyList<Contender> contenders)
    {
        for (var i = 0; i < contenders.Count; i++)
        {
            var winner = contenders[i];
            if (!winner.IsLive || winner.IsDue.Truth != Truth.Yes || winner.Rivals.Count == 0)
                continue;
            if (!winner.Rivals.TrueForAll(rival => Beats(winner, rival, winnerIsEarlier: IndexOf(contenders, rival) > i)))
                continue;
            foreach (var loser in winner.Rivals)
            {
                loser.Displace(winner, HigherRule);
                foreach (var other in loser.Rivals.Where(other => !ReferenceEquals(other, winner)))
                    other.Rivals.Remove(loser);
                loser.Rivals.Clear();
            }
            winner.Rivals.Clear();
            return true;
        }
        return false;
    }

    // With equal amounts the earlier one wins, so a later one must be certainly greater.
    private static bool Beats(Contender winner, Contender rival, bool winnerIsEarlier) =>
        winner.Own.Bounds.Low is { } low && rival.Own.Bounds.High is { } high && (winnerIsEarlier ? low >= high : low > high);

    private static int IndexOf(IReadOnlyList<Contender> contenders, Contender sought)
    {
        var index = 0;
        while (!ReferenceEquals(contenders[index], sought))
            index++;
        return index;
    }

    private static void LeaveOpen(IReadOnlyList<Contender> contenders, string matter, string? rowKey)
    {
        var seen = new HashSet<Contender>(ReferenceEqualityComparer.Instance);
        foreach (var first in contenders.Where(static contender => contender.Rivals.Count > 0))
        {
            if (!seen.Add(first))
                continue;
            var members = new List<Contender> { first };
            for (var i = 0; i < members.Count; i++)
                members.AddRange(members[i].Rivals.Where(seen.Add));
            var inside = contenders.Where(member => member.Work is not null && members.Contains(member)).ToList();
            var group = inside.Count < 2 ? null : new CompetingGroup(matter, rowKey, GroupAmount(inside, hasOutsiders: inside.Count < members.Count)) { Forms = Forms(inside) };
            foreach (var member in members)
                member.StayOpen(group, members);
        }
    }

    /// <summary>
    /// Counted once: [largest lower, largest upper]. Where not all members stand against one another, several may be paid together: then
    /// the upper end is the largest sum of members that do not stand against one another. Support from outside, or a clause that counts
    /// elsewhere, may displace all of them.
    /// </summary>
    private static Bounds GroupAmount(List<Contender> members, bool hasOutsiders)
    {
        var counting = members.Where(static member => member.Counts).ToList();
        var low = hasOutsiders || counting.Count < members.Count ? Rational.Zero
            : counting.Aggregate(Rational.Zero, static (largest, member) => Rational.Max(largest, member.Own.Bounds.Low ?? Rational.Zero));
        return new(low, Highest(counting));
    }

    /// <summary>What each 形式 may come to where members differ in it: another form may win, so that none is sure of anything.</summary>
    private static ImmutableArray<LevelAmount> Forms(List<Contender> members)
    {
        var forms = members.Where(static member => member.Counts).GroupBy(static member => member.Work?.Clause.Form ?? "").ToList();
        return forms.Count < 2 ? [] : [.. forms.Select(static form => new LevelAmount(form.Key, new Bounds(0, Highest([.. form]))))];
    }

    private static Rational? Highest(List<Contender> counting)
    {
        var isComplete = counting.TrueForAll(member => counting.TrueForAll(other => ReferenceEquals(member, other) || member.Rivals.Contains(other)));
        var sum = counting.Count <= MostMembersCombined || isComplete ? LargestSum(counting)
            : counting.Aggregate(Bounds.Exactly(0), static (sum, member) => sum + member.Own.Bounds);
        return sum.High;
    }

    /// <summary>Above this many members every one is added up: more than can be paid, but never less.</summary>
    private const int MostMembersCombined = 16;

    private static Bounds LargestSum(List<Contender> members)
    {
        if (members.Count == 0)
            return Bounds.Exactly(0);
        var (first, rest) = (members[0], members[1..]);
        var with = first.Own.Bounds + LargestSum(rest.FindAll(member => !first.Rivals.Contains(member)));
        return Bounds.Max(with, LargestSum(rest));
    }
}
