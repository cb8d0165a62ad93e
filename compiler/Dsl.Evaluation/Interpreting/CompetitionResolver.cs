// Contests between clauses that another engine evaluated: the rules of the interpreter decide them, from rows to totals.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>A row of a clause with 每个, or the subject as a whole, before competition.</summary>
/// <param name="RowKey">The row's key; null for the subject as a whole.</param>
/// <param name="InForce">Whether the policy is in force for it.</param>
/// <param name="Qualifies">In force, every condition and the frequency together.</param>
/// <param name="IsDue">Whether it qualifies and its procedures are completed.</param>
/// <param name="Amount">The award as far as it is due, rounded.</param>
public sealed record EvaluatedUnit(string? RowKey, Truth InForce, Truth Qualifies, TruthValue IsDue, NumberValue Amount)
{
    internal UnitEvaluation ToWork(Frame frame) => new(frame, RowKey, new()
    {
        InForce = new(InForce, Unknowns.None),
        Frequency = TruthValue.Yes,
        Qualifies = new(Qualifies, Unknowns.None),
        IsDue = IsDue,
        Award = Amount,
        Amount = Amount,
        IsCut = false,
    });
}

/// <summary>A clause before competition.</summary>
/// <param name="Alone">Its result if it stood alone.</param>
/// <param name="Units">Its rows; the subject itself where there is no 每个.</param>
/// <param name="AnyRow">What can be said without any row; null where there are rows, or no 每个.</param>
/// <param name="TableIsMissing">Whether the table of 每个 was not supplied.</param>
public sealed record EvaluatedClause(IrPolicy Policy, ClauseResult Alone, ImmutableArray<EvaluatedUnit> Units, EvaluatedUnit? AnyRow,
    bool TableIsMissing);

/// <summary>Decides the competitions of a subject. For one thread.</summary>
public sealed class CompetitionResolver
{
    private static readonly SubjectFacts Nobody = SubjectFacts.Empty(new IrSubject(""), "");

    private readonly Dictionary<IrClause, ClauseEvaluation> _works = new(ReferenceEqualityComparer.Instance);

    /// <summary>Settles contests: between rows, then over sums and caps, then between clauses.</summary>
    /// <param name="facts">The subject.</param>
    /// <param name="program">All policies.</param>
    /// <param name="context">Dates and external parameters.</param>
    /// <param name="clauses">All clauses of each 事项 that is to be settled, in the interpreter's order (earlier policies first).</param>
    public CompetitionResolver(SubjectFacts facts, IrProgram program, EvaluationContext context, IReadOnlyList<EvaluatedClause> clauses)
    {
        var works = clauses.Select(clause => ToWork(facts, context, clause)).ToList();
        var combination = Combination.Of(works, facts, program, context.Year);
        combination.Decide(new ClauseEvaluator(context, new ExpressionEvaluator(context), EvaluationScope.Everything).AddUp);
        Results = [.. works.Zip(clauses, static (work, clause) => ResultRule.Of(work, clause.Alone))];
        foreach (var work in works)
            _works.Add(work.Clause, work);
    }

    /// <summary>The results of the clauses, in their order.</summary>
    public ImmutableArray<ClauseResult> Results { get; }

    /// <summary>
    /// Whether clauses remain open against one another, or are displaced row by row, so that totals are more than the sum of what is left.
    /// </summary>
    public bool HasGroups =>
        _works.Values.Any(static work =>
            work.Group is not null || work.Units.Any(static unit => unit.Group is not null || unit.DisplacedBy is not null));

    /// <summary>Totals of the subject, and of each policy of a program.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="all">The results of all clauses of the subject, in the interpreter's order;
    /// those that were not settled stand alone.</param>
    public (Totals All, ImmutableArray<Totals> ByPolicy) Totals(IrProgram program, IEnumerable<(IrPolicy Policy, ClauseResult Result)> all)
    {
        var (total, byPolicy) =
            (new TotalsBuilder(), program.Policies.ToDictionary(static policy => policy.Number, static _ => new TotalsBuilder()));
        foreach (var item in TotalsRule.Items(
            all.Select(entry => _works.GetValueOrDefault(entry.Result.Clause) ?? Alone(entry.Policy, entry.Result))))
        {
            byPolicy[item.Policy.Number].Add(item.Amount, item.Form, item.Levels);
            total.Add(item.Amount, item.Form, item.Levels);
        }
        return (total.Build(), [.. program.Policies.Select(policy => byPolicy[policy.Number].Build())]);
    }

    /// <summary>Whether two clauses of one 事项 may displace one another, whatever their amounts.</summary>
    public static bool CanMeet((IrPolicy Policy, IrClause Clause) left, (IrPolicy Policy, IrClause Clause) right) =>
        Competition.CanMeet(new Side(left.Policy, left.Clause), new Side(right.Policy, right.Clause));

    /// <summary>Whether a clause stands against support under other policies.</summary>
    public static bool MeetsOutsiders(IrPolicy policy, IrClause clause) => Competition.MeetsOutsiders(new Side(policy, clause));

    private static ClauseEvaluation ToWork(SubjectFacts facts, EvaluationContext context, EvaluatedClause clause)
    {
        var frame = Frame.OfSubject(clause.Policy, facts);
        // Records are asked for 累计上限 and 累计 最多 N次 only: approvals and the rest of 频次 are in the units.
        var records =
            new ClauseRecords(clause.Alone.Clause is { CumulativeCap: null, Frequency.Times: null } ? Nobody : facts, clause.Policy,
                clause.Alone.Clause, context.Year);
        return new(clause.Policy, clause.Alone.Clause, frame, records)
        {
            Procedure = TruthValue.Yes,
            Units = [.. clause.Units.Select(unit => unit.ToWork(frame))],
            AnyRow = clause.AnyRow?.ToWork(frame),
            TableIsMissing = clause.TableIsMissing,
        };
    }

    private static ClauseEvaluation Alone(IrPolicy policy, ClauseResult result) =>
        new(policy, result.Clause, Frame.OfSubject(policy, Nobody), new(Nobody, policy, result.Clause, 0))
        {
            Procedure = TruthValue.Yes,
            Units = [],
            Standing = new(new(result.Amount, result.Unknowns), TruthValue.No),
        };

    private sealed record Side(IrPolicy Policy, IrClause Clause) : ICompetitor;
}
