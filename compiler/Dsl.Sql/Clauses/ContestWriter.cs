// Clauses of one 事项 that may displace one another: decided where each is settled and excludes every other, else left to the program.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Sql.Tables;
using Dsl.Sql.Terms;
using Dsl.Values.Terms;

namespace Dsl.Sql.Clauses;

/// <summary>What a contest means for a clause.</summary>
/// <param name="IsDisplaced">Whether another clause is paid instead; null where that is never decided here.</param>
/// <param name="IsUnjudged">Where only the program can tell.</param>
internal sealed record SqlContest(SqlTerm? IsDisplaced, ImmutableArray<SqlTerm> IsUnjudged);

/// <summary>Writes contests.</summary>
/// <param name="tables">The tables of the script.</param>
/// <param name="results">The table of results.</param>
/// <param name="clauses">The clauses of the kind of subject, earlier policies first.</param>
internal sealed class ContestWriter(ScriptTables tables, SqlTable results, ImmutableArray<SqlClause> clauses)
{
    /// <summary>The clauses that may displace one, or be displaced by it.</summary>
    public static ImmutableArray<(IrPolicy Policy, IrClause Clause)> Rivals(IrProgram program, IrPolicy policy, IrClause clause) =>
        clause is not { Contest: { } matter, IsStackable: false } ? [] :
        [
            .. program.ByAge.SelectMany(static other => other.Clauses, static (other, one) => (Policy: other, Clause: one))
                .Where(other => !ReferenceEquals(other.Clause, clause) && ReferenceEquals(other.Clause.Subject, clause.Subject)
                    && other.Clause is { Kind: not ClauseKind.Declaratory, IsStackable: false } && other.Clause.Contest == matter
                    && CompetitionResolver.CanMeet((policy, clause), (other.Policy, other.Clause)))
        ];

    /// <summary>The contest of a clause.</summary>
    public SqlContest Of(SqlClause one)
    {
        if (one.Clause is not { Contest: { } matter, IsStackable: false })
            return new(null, []);
        var subjects = one.Subjects.Table;
        var unjudged = ImmutableArray.CreateBuilder<SqlTerm>();
        if (one.Clause.PerRow is not null && one.Clause.Frequency.Kind == FrequencyKind.Once)
            unjudged.Add(results.Import(tables.Records.WasCut(one.Policy, one.Clause, subjects)));
        ImmutableArray<SqlClause> rivals = [.. clauses.Where(other => CanMeet(one, other))];
        ImmutableArray<SqlClause> group = [one, .. rivals];
        if (group.Any(static member => CompetitionResolver.MeetsOutsiders(member.Policy, member.Clause)))
            unjudged.Add(results.Import(tables.Records.HasSupport(matter, subjects)));
        if (rivals.IsEmpty)
            return new(null, unjudged.ToImmutable());
        // What was paid to one of them in earlier years comes off the others.
        if (group.Any(static member => member.Clause.Frequency.Kind == FrequencyKind.Once))
            unjudged.AddRange(group.Select(member => results.Import(tables.Records.WasPaid(member.Policy, member.Clause, subjects))));
        var live = SqlTerm.Join(" OR ", rivals.Select(static rival => SqlTerm.Of($"{rival.All.IsDue.Term} IS NOT FALSE")));
        var anyLive = results.Keep(SqlTerm.Of($"({live})"));
        if (!ExcludeOneAnother(one, rivals))
        {
            unjudged.Add(anyLive);
            return new(null, unjudged.ToImmutable());
        }
        var open = SqlTerm.Join(" OR ", group.Select(static member =>
            SqlTerm.Of($"({member.All.IsDue.Term} IS NOT FALSE "
                + $"AND ({member.All.IsDue.Term} AND {member.Low} = {member.High}) IS NOT TRUE)")));
        unjudged.Add(results.Keep(SqlTerm.Of($"({anyLive} AND ({open}))")));
        // With equal amounts the earlier one is paid.
        var greater = SqlTerm.Join(" OR ", rivals.Select(rival => SqlTerm.Of(
            $"({rival.All.IsDue.Term} AND {rival.Low} {(clauses.IndexOf(rival) < clauses.IndexOf(one) ? ">=" : ">")} {one.Low})")));
        return new(results.Keep(SqlTerm.Of($"({one.All.IsDue.Term} AND ({greater})) IS TRUE")), unjudged.ToImmutable());
    }

    private static bool CanMeet(SqlClause one, SqlClause other) =>
        !ReferenceEquals(one, other) && other.Clause is { IsStackable: false } && other.Clause.Contest == one.Clause.Contest
        && CompetitionResolver.CanMeet((one.Policy, one.Clause), (other.Policy, other.Clause));

    // Then the greatest amount is paid; what could be paid beside it, rows, and newer policies ask for more.
    private bool ExcludeOneAnother(SqlClause one, ImmutableArray<SqlClause> rivals)
    {
        ImmutableArray<SqlClause> group = [one, .. rivals];
        return group.All(member => member.Clause.PerRow is null && !member.Policy.Combination.SupersedesEarlier
            && clauses.Where(other => CanMeet(member, other)).All(group.Contains)
            && group.All(other => ReferenceEquals(other, member) || CanMeet(member, other)));
    }
}
