// Which facts can meet the conditions of a clause, fact by fact.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>What each fact can be, each by itself; a fact that is not named can be whatever it is declared to be.</summary>
/// <param name="Sets">By key (<see cref="Restriction.KeyOf"/>), with the expression that the key stands for.</param>
/// <param name="Source">The file.</param>
internal sealed record ClauseDomain(ImmutableDictionary<object, (BoundExpression On, ValueSet Set)> Sets, SourceText Source)
{
    /// <summary>Nothing said yet.</summary>
    public static ClauseDomain Any(SourceText source) => new(ImmutableDictionary<object, (BoundExpression, ValueSet)>.Empty, source);

    /// <summary>The facts that meet the conditions of a clause and of its 范围.</summary>
    public static ClauseDomain Of(BoundPolicy policy, BoundClause clause) =>
        Conditions(clause).Aggregate(Any(policy.Source), static (domain, condition) => domain.With(condition.Truth, condition.MustHold));

    /// <summary>条件 and 排除 of a clause's 范围 and of the clause, taken apart where each part must hold by itself.</summary>
    public static IEnumerable<(BoundExpression Truth, bool MustHold, bool IsOwn)> Conditions(BoundClause clause) =>
        (clause.Scope?.Conditions ?? []).Select(static condition => (condition, IsOwn: false))
            .Concat(clause.Conditions.Select(static condition => (condition, IsOwn: true)))
            .SelectMany(static entry =>
                Parts(entry.condition.Expression, !entry.condition.IsExclusion).Select(part => (part.Truth, part.MustHold, entry.IsOwn)));

    /// <summary>A truth taken apart where each part must hold by itself.</summary>
    public static IEnumerable<(BoundExpression Truth, bool MustHold)> Parts(BoundExpression truth, bool mustHold) => truth switch
    {
        BoundNot not => Parts(not.Operand, !mustHold),
        BoundLogical logical when logical.IsAnd == mustHold => logical.Operands.SelectMany(operand => Parts(operand, mustHold)),
        _ => [(truth, mustHold)],
    };

    /// <summary>The values that are left of an expression.</summary>
    public ValueSet this[Restriction restriction] =>
        Sets.TryGetValue(restriction.Key, out var known) ? known.Set : ValueSet.Of(restriction.On);

    /// <summary>The facts that meet a truth as well.</summary>
    public ClauseDomain With(BoundExpression truth, bool mustHold)
    {
        var domain = this;
        foreach (var part in Parts(truth, mustHold))
        {
            if (Restriction.Of(part.Truth, part.MustHold, Source) is { } restriction)
                domain = domain with
                {
                    Sets = domain.Sets.SetItem(restriction.Key, (restriction.On, domain[restriction].Intersect(restriction.Set)))
                };
        }
        return domain;
    }

    /// <summary>Whether no facts are left.</summary>
    public bool IsEmpty => Sets.Values.Any(static entry => entry.Set.IsEmpty);

    /// <summary>The facts that are in both.</summary>
    public ClauseDomain Join(ClauseDomain other) => other.Sets.Aggregate(this, static (domain, entry) => domain with
    {
        Sets = domain.Sets.SetItem(entry.Key,
            (entry.Value.On, domain.Sets.TryGetValue(entry.Key, out var known) ? known.Set.Intersect(entry.Value.Set) : entry.Value.Set)),
    });

    /// <summary>Whether some facts can be in both.</summary>
    public bool Meets(ClauseDomain other) =>
        Sets.All(entry => !other.Sets.TryGetValue(entry.Key, out var theirs) || !entry.Value.Set.Intersect(theirs.Set).IsEmpty);

    /// <summary>Whether a truth always or never holds for the facts that are left; null where it depends.</summary>
    public bool? TruthOf(BoundExpression truth)
    {
        switch (truth)
        {
            case BoundNot not:
                return !TruthOf(not.Operand);
            case BoundLogical logical:
                var operands = logical.Operands.Select(TruthOf).ToList();
                return operands.Contains(!logical.IsAnd) ? !logical.IsAnd : operands.Contains(null) ? null : logical.IsAnd;
            default:
                if (Restriction.Of(truth, mustHold: true, Source) is not { } restriction)
                    return null;
                var left = this[restriction];
                return left.Intersect(restriction.Set).IsEmpty ? false : left.IsWithin(restriction.Set) ? true : null;
        }
    }
}
