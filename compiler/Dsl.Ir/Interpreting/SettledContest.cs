// Contests between clauses whose amounts are known, for engines that hold no work of the interpreter: the same rules decide.
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Library.Values;

namespace Dsl.Ir.Interpreting;

/// <summary>A clause that is certainly due with a known amount.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Amount">Its amount in yuan, after its caps.</param>
public sealed record SettledClause(IrPolicy Policy, IrClause Clause, Rational Amount) : IContestant;

/// <summary>Decides contests of a subject in which nothing is open.</summary>
public sealed class SettledContest
{
    private readonly OutsideSupport _support;

    /// <summary>The contests of a subject in a year.</summary>
    public SettledContest(SubjectFacts facts, int year) => _support = new(facts, year);

    /// <summary>Whether support from outside stands against rows of a 事项, so that rows would have to be compared.</summary>
    public bool MeetsRows(string matter, IEnumerable<string> rowKeys) => rowKeys.Any(key => !_support.For(matter, key, forRows: true).IsEmpty);

    /// <summary>Whether support from outside stands against clauses of a 事项.</summary>
    public bool MeetsClauses(string matter) => !_support.For(matter, null, forRows: false).IsEmpty;

    /// <summary>Who is displaced by whom among the clauses of one 事项, in the order that breaks ties; null where that stays open.</summary>
    public Displacement?[]? Decide(string matter, IReadOnlyList<SettledClause> clauses)
    {
        var members = clauses.Select(static clause => Contender.Of(clause, NumberValue.Of(clause.Amount), TruthValue.Yes)).ToList();
        Contest.Decide([.. _support.For(matter, null, forRows: false), .. members], Combination.MeetAsClauses, matter, null);
        return members.Exists(static member => member.Group is not null || !member.Waits.IsNone || !member.Newer.IsNone) ? null
            : [.. members.Select(static member => member.DisplacedBy)];
    }
}
