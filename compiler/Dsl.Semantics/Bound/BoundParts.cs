// All expressions of a clause (and of the other blocks), so that checks need not know where each stands.

namespace Dsl.Semantics.Bound;

/// <summary>Walks over the expressions of blocks.</summary>
public static class BoundParts
{
    /// <summary>Conditions, 令, award, limits of a clause; not those of its scope.</summary>
    public static IEnumerable<BoundExpression> Of(BoundClause clause) =>
        Without(
        [
            .. clause.Conditions.Select(static condition => condition.Expression),
            .. clause.Locals.Select(static local => local.Value),
            clause.Award?.Floor, clause.Award?.Amount, clause.SubjectCap, clause.CumulativeCap, clause.RowCap,
            clause.Frequency.Anchor, clause.Frequency.Allowance?.Counted,
            .. clause.Payout?.Parts.Select(static part => part.Stage) ?? [],
            .. clause.Award?.Like?.Replacements.Select(static replaced => replaced.Value) ?? [],
            clause.Quota?.Count, clause.Quota?.Order.By, clause.Budget?.Amount,
            clause.Budget?.Order is { } order && order != clause.Quota?.Order ? order.By : null,
        ]);

    /// <summary>Every expression of a policy.</summary>
    public static IEnumerable<BoundExpression> Of(BoundPolicy policy) =>
        policy.Clauses.SelectMany(Of).Concat(Without(
        [
            .. policy.Scopes.SelectMany(static scope => scope.Conditions).Select(static condition => condition.Expression),
            .. policy.Targets.SelectMany(static target => target.Parts.SelectMany(static part => new[] { part.Indicator, part.Value })),
            .. policy.Targets.SelectMany(static target => new[] { target.Deadline, target.Indicator, target.Value }),
            .. policy.Pools.Select(static pool => pool.Size),
            .. policy.Duties.Select(static duty => duty.Deadline),
            .. policy.Procedures
                .SelectMany(static procedure => procedure.Steps.Select(static step => step.Expression).Append(procedure.Applies)),
            .. policy.Invariants.Select(static invariant => invariant.Condition),
            .. policy.JointRules.SelectMany(static rules => rules.Caps).Select(static cap => cap.Limit),
        ]));

    private static IEnumerable<BoundExpression> Without(IEnumerable<BoundExpression?> expressions) => expressions.OfType<BoundExpression>();
}
