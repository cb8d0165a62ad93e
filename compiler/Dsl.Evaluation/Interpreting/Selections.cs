// Which contenders can be paid together: the largest selections without two that stand against one another.
namespace Dsl.Evaluation.Interpreting;

/// <summary>Finds selections.</summary>
internal static class Selections
{
    /// <summary>More than this many selections are not compared with one another.</summary>
    private const int Most = 512;

    /// <summary>Every selection to which no member can be added, each in the order of the members; null where there are too many.</summary>
    public static List<List<CompetingAward>>? Of(IReadOnlyList<CompetingAward> members)
    {
        var found = new List<List<CompetingAward>>();
        // Where all are rivals of one another, each is paid alone.
        if (members.All(member => member.Rivals.Count >= members.Count - 1 && IsAgainstAll(member, members)))
            return [.. members.Select(static member => new List<CompetingAward> { member })];
        return Extend([], [.. members], [], found) ? [.. found.Select(selection => members.Where(selection.Contains).ToList())] : null;
    }

    private static bool IsAgainstAll(CompetingAward member, IReadOnlyList<CompetingAward> members)
    {
        var against = new HashSet<CompetingAward>(member.Rivals, ReferenceEqualityComparer.Instance) { member };
        return members.All(against.Contains);
    }

    /// <summary>
    /// The largest selections that hold what is chosen and only what may be chosen still (Bron and Kerbosch);
    /// false where there are too many.
    /// </summary>
    private static bool Extend(List<CompetingAward> chosen, List<CompetingAward> open, List<CompetingAward> done,
        List<List<CompetingAward>> found)
    {
        if (open.Count == 0)
        {
            if (done.Count == 0)
                found.Add(chosen);
            return found.Count <= Most;
        }
        // A selection without the pivot holds one of its rivals, else it could be added.
        var pivot = open.Concat(done).MinBy(candidate => open.Count(other => IsSameOrRival(candidate, other))) ?? open[0];
        foreach (var next in open.Where(other => IsSameOrRival(pivot, other)).ToList())
        {
            if (!Extend([.. chosen, next], open.FindAll(other => !IsSameOrRival(next, other)),
                done.FindAll(other => !IsSameOrRival(next, other)), found))
                return false;
            open.Remove(next);
            done.Add(next);
        }
        return true;
    }

    private static bool IsSameOrRival(CompetingAward one, CompetingAward other) =>
        ReferenceEquals(one, other) || one.Rivals.Contains(other);
}
