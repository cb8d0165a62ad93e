// How a group of clauses stands with some facts: what a question must change to be asked, and what that can depend on.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Questions;

/// <summary>Statuses and bounds of the clauses of a group, and their joint totals.</summary>
/// <param name="works">The clauses after their contests.</param>
/// <param name="isWatched">Which clauses are asked about; totals count only where all are.</param>
internal sealed class GroupOutcome(List<ClauseEvaluation> works, Func<IrClause, bool> isWatched)
{
    private readonly Totals? _totals = works.Count > 1 && works.TrueForAll(work => isWatched(work.Clause)) ? Sum(works) : null;

    private readonly ImmutableArray<(ClauseStatus Status, Bounds Amount)> _clauses =
        [.. works.Select(work => isWatched(work.Clause) ? (work.Status, work.Amount.Bounds) : default)];

    /// <summary>Whether the same is said of the clauses.</summary>
    public bool Says(GroupOutcome other) => _clauses.SequenceEqual(other._clauses) && SameTotals(other._totals);

    /// <summary>The indexes of the clauses of which something else is said.</summary>
    public IEnumerable<int> Differences(GroupOutcome other) =>
        Enumerable.Range(0, _clauses.Length).Where(index => _clauses[index] != other._clauses[index]);

    /// <summary>What lies between the bounds.</summary>
    public MoneyAtStake AtStake => _totals is { } totals
        ? new MoneyAtStake(Rational.Max(totals.Amount.High - totals.Amount.Low ?? 0, 0), totals.Unbounded)
        : works.Where(work => isWatched(work.Clause) && work.Clause is { CountsInTotals: true, Form: "" })
            .Aggregate(default(MoneyAtStake), static (sum, work) => sum + MoneyAtStake.Of(work.Amount.Bounds));

    /// <summary>
    /// What the status or the bounds of each clause can still depend on, one entry per clause. More than the unknowns of a result: while a
    /// clause is displaced, or refused before it is known whether it is in force, a condition of it may still change the word that is said.
    /// </summary>
    public ImmutableArray<Unknowns> Unknowns(ExpressionEvaluator evaluator)
    {
        var isOpen = _totals is { Amount.IsPoint: false } or { Unbounded: > 0 };
        return [.. works.Select(work => Of(work, isOpen, evaluator))];
    }

    /// <summary>Whether support under other policies may still change something.</summary>
    public bool WaitsForOutsiders => works.Exists(static work => work.Status switch
    {
        ClauseStatus.NotInForce or ClauseStatus.NotEligible or ClauseStatus.Displaced => false,
        ClauseStatus.Eligible => work.Amount.Bounds == Bounds.Exactly(0),
        _ => true,
    });

    private static Unknowns Of(ClauseEvaluation work, bool isGroupOpen, ExpressionEvaluator evaluator)
    {
        var units = work.AnyRow is { } any ? [any] : work.Units;
        return work.Status switch
        {
            ClauseStatus.NotInForce => Values.Exact.Unknowns.None,
            ClauseStatus.NotEligible => Union(units.Select(static unit => unit.InForce.Unknowns)) | Table(work),
            ClauseStatus.Eligible when !isGroupOpen => Values.Exact.Unknowns.None,
            ClauseStatus.Displaced when !isGroupOpen => Union(units.Select(static unit => unit.Qualifies.Unknowns)),
            _ => Union(units.Select(Everything)) | work.Amount.Unknowns | work.IsDue.Unknowns | work.Total.Sum.Unknowns
                | Union(work.Caps.Select(static cap => cap.Limit.Unknowns)) | Table(work) | Procedures(work, evaluator),
        };
    }

    private static Unknowns Everything(UnitEvaluation unit) => unit.InForce.Unknowns | unit.Qualifies.Unknowns | unit.Outcome.IsDue.Unknowns
        | unit.Outcome.Award.Unknowns | unit.Outcome.Amount.Unknowns | unit.Amount.Unknowns | unit.IsDue.Unknowns;

    private static Unknowns Table(ClauseEvaluation work) =>
        work is { TableIsMissing: true, Clause.PerRow.Name: var name, AnyRow: not { Qualifies.IsNo: true, InForce.IsCertain: true } }
            ? Values.Exact.Unknowns.Of(UnknownKind.Table, name) : Values.Exact.Unknowns.None;

    // 须经 is waited for by its text: what it reads is looked up.
    private static Unknowns Procedures(ClauseEvaluation work, ExpressionEvaluator evaluator) => work.Procedure.IsCertain
        ? Values.Exact.Unknowns.None
        : Union(work.Policy.ProceduresOf(work.Clause)
            .SelectMany(static procedure => procedure.Steps.Select(static step => step.Expression).Append(procedure.Applies))
            .OfType<IrExpression>().Select(expression => evaluator.EvaluateTruth(expression, work.Subject).Unknowns));

    private static Unknowns Union(IEnumerable<Unknowns> unknowns) =>
        unknowns.Aggregate(Values.Exact.Unknowns.None, static (all, one) => all | one);

    private bool SameTotals(Totals? other) => _totals is null || other is null
        || (_totals.Amount == other.Amount && _totals.Unbounded == other.Unbounded && _totals.Forms.SequenceEqual(other.Forms));

    private static Totals Sum(List<ClauseEvaluation> works)
    {
        var totals = new TotalsBuilder();
        foreach (var item in TotalsRule.Items(works))
            totals.Add(item.Amount, item.Form, item.Levels);
        return totals.Build();
    }
}
