// 从高不重复 between contenders that stand against one another: what can be paid together competes as a sum, less what earlier years paid.
using System.Collections.Immutable;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>
/// Decides it. Of all selections that can be paid together (rows beside rows, one clause alone, clauses of two policies of which neither
/// excludes the other) the one with the greatest sum is paid: so the total never falls where an amount rises. Members of what is left open
/// form a group.
/// </summary>
/// <param name="members">Live contenders, in the order that breaks ties.</param>
/// <param name="matter">事项.</param>
/// <param name="rowKey">The row's key between rows; null between clauses.</param>
internal sealed class HigherRule(List<CompetingAward> members, string matter, string? rowKey)
{
    /// <summary>What all members wait for besides one another: then nothing is decided here; null where it is to be decided.</summary>
    public IReadOnlyList<ICompetitor>? Waits { get; init; }

    /// <summary>Decides as far as it is certain.</summary>
    public void Decide()
    {
        if (Waits is not null)
        {
            LeaveOpen([]);
            return;
        }
        if (Selections.Of(members) is not { } selections)
        {
            if (!DecideInPart())
                LeaveOpen([]);
            return;
        }
        var options = selections.ConvertAll(selection => new PaidTogether(selection, members));
        if (options
            .Find(option => options.TrueForAll(other => ReferenceEquals(option, other) || Beats(option, other)) && CanDisplace(option))
            is { } winner)
            Pay(winner);
        else if (!DecideInPart())
            LeaveOpen(options);
    }

    // What both hold is the same on both sides, unless receipts are taken off: that depends on who stands beside it.
    private bool Beats(PaidTogether one, PaidTogether other)
    {
        var shared = members.TrueForAll(static member => member.Received.IsEmpty) ? one.Members.Where(other.Members.Contains).ToList() : [];
        if (one.Low(shared) is not { } low || other.High(shared) is not { } high)
            return false;
        // With equal amounts the earlier one wins, so a later one must be certainly greater.
        var first = members.Find(member => one.Members.Contains(member) != other.Members.Contains(member));
        return low > high || (low == high && first is not null && one.Members.Contains(first));
    }

    private bool CanDisplace(PaidTogether winner) =>
        members.TrueForAll(member => winner.Members.Contains(member) || member.Rivals.Exists(rival => IsCertainIn(winner, rival)));

    private static bool IsCertainIn(PaidTogether winner, CompetingAward rival) =>
        rival.IsDue.Truth == Truth.Yes && winner.Members.Contains(rival);

    private void Pay(PaidTogether winner)
    {
        winner.Pay();
        foreach (var loser in members.Where(member => !winner.Members.Contains(member)))
        {
            if (new PaidTogether([loser], members).IsUsedUp)
                loser.DisplaceByReceived();
            else
                loser.Displace(loser.Rivals.Where(rival => IsCertainIn(winner, rival)).MaxBy(static rival => rival.Own.Bounds.Low ?? 0)
                    ?? winner.Members[0]);
        }
        members.ForEach(static member => member.Rivals.Clear());
    }

    /// <summary>
    /// Displaces the rivals of one whose amount is certainly no less than all that can be paid in its place, though it is open who wins
    /// elsewhere; false where there is none. Receipts tie all together: then it is all or nothing.
    /// </summary>
    private bool DecideInPart()
    {
        if (members.Exists(static member => !member.Received.IsEmpty))
            return false;
        var winner = members.Find(member =>
            member.IsDue.Truth == Truth.Yes && member.Rivals.Count > 0 && member.Own.Bounds.Low is { } low && !IsOutbid(low, member.Rivals)
            && Most(member.Rivals) is { } most
            && (low > most || (low == most && member.Rivals.TrueForAll(rival => members.IndexOf(member) < members.IndexOf(rival)))));
        if (winner is null)
            return false;
        foreach (var loser in winner.Rivals.ToList())
        {
            loser.Displace(winner);
            loser.Rivals.ForEach(rival => rival.Rivals.Remove(loser));
            loser.Rivals.Clear();
        }
        Competition.DecideOpen(members, matter, rowKey);
        return true;
    }

    /// <summary>Whether one of them alone may be greater: then their sum need not be worked out.</summary>
    private static bool IsOutbid(Rational low, List<CompetingAward> rivals) =>
        rivals.Exists(rival => rival.Own.Bounds.High is not { } high || (high > low && !PaidTogether.HasOpenRows(rival)));

    private static Rational? Most(List<CompetingAward> rivals)
    {
        var (most, all) = ((Rational?)Rational.Zero, Selections.Of(rivals) ?? [rivals]);
        foreach (var sum in all.Select(static selection => new PaidTogether(selection, selection).High([])))
            most = most is { } one && sum is { } other ? Rational.Max(one, other) : null;
        return most;
    }

    /// <summary>Each member keeps what it may get; the group counts once.</summary>
    /// <param name="options">What can be paid together; none where there are too many.</param>
    private void LeaveOpen(List<PaidTogether> options)
    {
        Rational? Highest(CompetingAward member) => options.Count == 0 ? member.Own.Bounds.High
            : options.Where(option => option.Members.Contains(member)).Select(option => option.HighOf(member)).Aggregate(Greater);
        var highest =
            members.ToDictionary(static member => member, Highest, (IEqualityComparer<CompetingAward>)ReferenceEqualityComparer.Instance);
        var open = members.FindAll(member => !(highest[member] is { Sign: 0 } && member.IsReceived));
        var inside = open.FindAll(static member => member.Work is not null);
        var hasOthers = inside.Count < open.Count || inside.Exists(static member => !member.Counts);
        var group = inside.Count < 2
            ? null
            : new CompetingGroup(matter, rowKey, Amount(options, inside, hasOthers)) { Forms = Forms(options, inside) };
        foreach (var member in members)
        {
            if (open.Contains(member))
                member.StayOpen(group, members, highest[member], Waits ?? []);
            else
                member.DisplaceByReceived();
        }
    }

    /// <summary>
    /// Counted once: [the most that is certain, the most that is possible]. Support from outside, or a clause that counts elsewhere,
    /// may displace all.
    /// </summary>
    private static Bounds Amount(List<PaidTogether> options, List<CompetingAward> inside, bool hasOthers)
    {
        var low = hasOthers || options.Count == 0 ? Rational.Zero
            : options.Aggregate(Rational.Zero, static (largest, option) => Rational.Max(largest, option.Low([]) ?? Rational.Zero));
        return new(low, Highest(options, inside.FindAll(static member => member.Counts)));
    }

    /// <summary>The bounds of each 形式 where members differ in it: another form may win, so that none is certain.</summary>
    private static ImmutableArray<LevelAmount> Forms(List<PaidTogether> options, List<CompetingAward> inside)
    {
        var forms = inside.Where(static member => member.Counts).GroupBy(static member => member.Work?.Clause.Form ?? "").ToList();
        return forms.Count < 2 ? [] : [.. forms.Select(form => new LevelAmount(form.Key, new Bounds(0, Highest(options, [.. form]))))];
    }

    private static Rational? Highest(List<PaidTogether> options, List<CompetingAward> counting) => options.Count == 0
        ? counting.Aggregate(Bounds.Exactly(0), static (sum, member) => sum + member.Own.Bounds).High
        : options.Select(option => option.High([.. option.Members.Where(member => !counting.Contains(member))])).Aggregate(Greater);

    private static Rational? Greater(Rational? left, Rational? right) => left is { } a && right is { } b ? Rational.Max(a, b) : null;
}
