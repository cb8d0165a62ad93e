// What is settled of the inputs of a table while its cases are gone through: parameters of one time, the date of the policy.
using System.Collections.Immutable;
using Dsl.Library.Values;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Checks.Conditions;
using Dsl.Semantics.Symbols;

namespace Dsl.Semantics.Checks.Tables;

/// <summary>Values of inputs that are not a column.</summary>
/// <param name="Parameters">Parameters with their values.</param>
/// <param name="EffectiveDate">施行日期.</param>
internal sealed record Settled(ImmutableDictionary<ParameterSymbol, Value> Parameters, DateOnly? EffectiveDate)
{
    /// <summary>An external parameter in the bounds of cells, which may have any value of its range; null for none.</summary>
    public ParameterSymbol? External { get; init; }

    /// <summary>The value of an input; null for one that is not settled.</summary>
    public Value? Of(BoundExpression node) => node switch
    {
        BoundParameter { Parameter: var parameter } => Parameters.GetValueOrDefault(parameter),
        BoundSpecial { Name: SpecialName.EffectiveDate } when EffectiveDate is { } date => NumberValue.Of(CivilDate.ToNumber(date)),
        _ => null,
    };

    /// <summary>Whether a node is settled, or the external parameter.</summary>
    public bool Has(BoundExpression node) => IsExternal(node) || Of(node) is not null;

    /// <summary>Whether a node is the external parameter.</summary>
    public bool IsExternal(BoundExpression node) => node is BoundParameter { Parameter: var parameter } && parameter == External;

    /// <summary>The same with a value for the external parameter.</summary>
    public Settled With(ParameterSymbol external, Value value) => this with { Parameters = Parameters.SetItem(external, value), External = null };

    /// <summary>Evaluates where one more input has a value.</summary>
    public CaseEvaluator At(BoundExpression input, Value value) => new(node => Leaves.Same(node, input) ? value : Of(node));
}
