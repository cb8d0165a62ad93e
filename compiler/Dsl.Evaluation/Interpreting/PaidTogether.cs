// Contenders that can be paid together: their sum once money of earlier years is taken off.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>A selection of contenders.</summary>
internal sealed class PaidTogether
{
    private readonly List<CompetingAward> _all;
    private readonly Rational?[] _low;
    private readonly Rational?[] _high;
    private readonly Rational[] _slack;

    /// <summary>Takes off what was received.</summary>
    /// <param name="members">In the order that breaks ties.</param>
    /// <param name="all">All contenders that take part.</param>
    public PaidTogether(List<CompetingAward> members, List<CompetingAward> all)
    {
        var (least, most) = (new Deduction(members, isHigh: false), new Deduction(members, isHigh: true));
        (Members, _all, _low, _high) = (members, all, least.Left(), most.Left());
        _slack = [.. least.Slack.Zip(most.Slack, Rational.Max)];
    }

    public List<CompetingAward> Members { get; }

    /// <summary>Whether nothing is left of any, though there was something.</summary>
    public bool IsUsedUp =>
        Array.TrueForAll(_high, static left => left is { Sign: 0 }) && Members.TrueForAll(static member => member.IsReceived);

    /// <summary>The least possible sum of members.</summary>
    /// <param name="without">Members that are left out of the sum.</param>
    public Rational? Low(List<CompetingAward> without) => Sum(_low, without) is not { } sum ? null
        : Members.TrueForAll(static member => member.Received.IsEmpty) ? sum + (OpenRows(without).Low ?? 0) : sum;

    /// <summary>The greatest possible sum of members; null is without an upper end.</summary>
    /// <param name="without">Members that are left out of the sum.</param>
    public Rational? High(List<CompetingAward> without) =>
        Sum(_high, without) is { } sum && OpenRows(without).High is { } less ? Rational.Max(0, sum + less) : null;

    /// <summary>The most that a member may get.</summary>
    public Rational? HighOf(CompetingAward member) => Within(Members.IndexOf(member)).High;

    /// <summary>Pays each what is left.</summary>
    public void Pay()
    {
        for (var i = 0; i < Members.Count; i++)
        {
            var member = Members[i];
            var beside = Members.Where(other => !ReferenceEquals(other, member) && other.SharesWith(member));
            var unknowns = member.Received.Aggregate(Unknowns.None, static (sum, receipt) => sum | receipt.Unknowns);
            member.Keep(Within(i), beside.Aggregate(unknowns, static (sum, other) => sum | other.Own.Unknowns));
        }
    }

    private Bounds Within(int index) => _slack[index].IsZero ? new(_low[index], _high[index]) : new(
        _low[index] is { } low ? Rational.Max(low - _slack[index], 0) : null,
        _high[index] is { } high ? Rational.Min(high + _slack[index], Members[index].Own.Bounds.High ?? high + _slack[index]) : null);

    private Rational? Sum(Rational?[] left, List<CompetingAward> without)
    {
        var sum = (Rational?)Rational.Zero;
        for (var i = 0; i < left.Length; i++)
            sum = without.Contains(Members[i]) ? sum : sum + left[i];
        return sum;
    }

    /// <summary>
    /// What the sum of clauses says too little (Low) and too much (High) while rows of them are open against one another.
    /// </summary>
    private Bounds OpenRows(List<CompetingAward> without)
    {
        var open = Members.FindAll(member => !without.Contains(member) && HasOpenRows(member));
        var works = open.Select(static member => member.Work).OfType<ClauseEvaluation>().ToList();
        if (works.Count < 2 || open.Exists(
            static member => member.Work is ClauseEvaluation work && work.Amount.Bounds != member.Own.Bounds))
            return Bounds.Exactly(0);
        var sum = works.Aggregate(Bounds.Exactly(0), static (total, work) => total + work.Amount.Bounds);
        var once = works.GroupBy(static work => work.Clause.Form)
            .Aggregate(Bounds.Exactly(0), static (total, form) => total + TotalsRule.WithRowGroupsOnce(form.Key, [.. form]));
        // Rows of a clause outside may be what is certain of a group.
        var low = _all.TrueForAll(member => Members.Contains(member) || !HasOpenRows(member)) ? once.Low - sum.Low : 0;
        if (once.High is not { } high)
            return new(low, null);
        // Where receipts come off some of them only, the others may win: nothing more than the rows comes off.
        var areAlike = open.TrueForAll(member => member.Received.SequenceEqual(open[0].Received));
        return new(low,
            sum.High is not { } all ? 0
            : areAlike ? high - all
            : Rational.Min(0, high - (Sum(_high, [.. Members.Except(open), .. without]) ?? 0)));
    }

    /// <summary>Whether rows of it are open against rows of others.</summary>
    public static bool HasOpenRows(CompetingAward member) =>
        member.Work is ClauseEvaluation work && work.Units.Any(static unit => unit.Group is not null);
}
