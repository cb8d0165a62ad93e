// What is settled of the inputs of a table while its cases are enumerated: parameters of one time, the date of the policy,
// one input in bounds.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Values.Exact;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>Values of inputs that are not a column.</summary>
/// <param name="Parameters">Parameters with their values.</param>
/// <param name="Policy">The policy; its dates are read only where they matter, so that an edit of them leaves other tables alone.</param>
/// <param name="Clause">The clause of the table.</param>
internal sealed record Settled(ImmutableDictionary<ParameterSymbol, Value> Parameters, BoundPolicy Policy, BoundClause Clause)
{
    /// <summary>施行日期.</summary>
    public DateOnly? EffectiveDate => Policy.EffectiveDate;

    /// <summary>The last day on which something can be awarded.</summary>
    public DateOnly LastDay => ParameterTimes.LastDay(Policy, Clause);

    /// <summary>
    /// An input in the bounds of cells that may have any value of its range: an external parameter, another fact; null for none.
    /// </summary>
    public BoundExpression? Bound { get; init; }

    /// <summary>The value of <see cref="Bound"/>; null while it may be any.</summary>
    public Value? BoundValue { get; init; }

    /// <summary>The same without the input in bounds.</summary>
    public Settled WithoutBound => Bound is null ? this : this with { Bound = null, BoundValue = null };

    /// <summary>The value of an input; null for one that is not settled.</summary>
    public Value? Of(BoundExpression node) => node switch
    {
        _ when BoundValue is { } value && Bound is { } bound && Leaves.Same(node, bound) => value,
        BoundParameter { Parameter: var parameter } => Parameters.GetValueOrDefault(parameter),
        BoundIntrinsic { Name: ContextKind.EffectiveDate } when EffectiveDate is { } date => NumberValue.Of(CivilDate.ToNumber(date)),
        _ => null,
    };

    /// <summary>Whether a node is settled, or the input in bounds.</summary>
    public bool Has(BoundExpression node) => IsBound(node) || Of(node) is not null;

    /// <summary>Whether a node is the input in bounds, which has no value yet.</summary>
    public bool IsBound(BoundExpression node) => BoundValue is null && Bound is { } bound && Leaves.Same(node, bound);

    /// <summary>Evaluates where one more input has a value.</summary>
    public CaseEvaluator At(BoundExpression input, Value value) => new(node => Leaves.Same(node, input) ? value : Of(node));
}
