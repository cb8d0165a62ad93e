// Where truths over one input may change: numbers and texts that cells, conditions and 令 compare it with.
using Dsl.Semantics.Bound;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>
/// A number at which something may change; it may depend on the input in bounds: that × <paramref name="Slope"/> +
/// <paramref name="Offset"/>.
/// </summary>
internal readonly record struct Threshold(Rational Slope, Rational Offset);

/// <summary>Collects the places where expressions over an input may change.</summary>
/// <param name="settled">What else has a value.</param>
internal sealed class Cuts(BoundExpression input, Settled settled)
{
    private readonly Pieces _pieces = new(input, settled);

    /// <summary>Numbers of the input.</summary>
    public HashSet<Threshold> Thresholds { get; } = [];

    /// <summary>Numbers of the input in bounds.</summary>
    public HashSet<Rational> OfBound { get; } = [];

    /// <summary>Texts of the input.</summary>
    public HashSet<string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds the places of an expression; false where they are undetermined.</summary>
    public bool Add(BoundExpression node)
    {
        if (node is BoundConstant || Leaves.Same(node, input) || settled.Has(node))
            return true;
        switch (node)
        {
            case BoundLocal { Let.Value: var value }:
                return Add(value);
            case BoundComparison n:
                return Meet([n.Left, n.Right]) && Add(n.Left) && Add(n.Right);
            case BoundCall { Function.Meaning: ExtremeMeaning } n:
                return Meet(n.Arguments) && n.Arguments.All(Add);
            case BoundCall or BoundDateShift { InMonths: true }:
                return _pieces.Of(node) is not null;
            case BoundSameText or BoundMembership:
                Texts.UnionWith(node.ChildNodes().Prepend(node).SelectMany(TextsOf));
                return node.ChildNodes().All(Add);
            case BoundArithmetic or BoundNegate or BoundDateShift or BoundSameTruth or BoundLogical or BoundNot or BoundConditional
                or BoundTable:
                return node.ChildNodes().All(Add);
            default:
                return false;
        }
    }

    /// <summary>The texts that an expression itself may be or asks for.</summary>
    private static IEnumerable<string> TextsOf(BoundExpression node) => node switch
    {
        BoundConstant { Value: TextValue { Text: { } text } } => [text],
        BoundMembership membership => membership.Values,
        BoundLocal { Let.Value: var value } => TextsOf(value),
        BoundConditional n => TextsOf(n.WhenTrue).Concat(TextsOf(n.WhenFalse)),
        BoundTable n => n.Rows.SelectMany(static row => TextsOf(row.Result)),
        _ => [],
    };

    /// <summary>Numbers that are compared: the places where two of their lines meet.</summary>
    private bool Meet(IReadOnlyList<BoundExpression> numbers)
    {
        var lines = new List<System.Collections.Immutable.ImmutableArray<Line>>();
        foreach (var number in numbers)
        {
            if (_pieces.Of(number) is not { } some)
                return false;
            lines.Add(some);
        }
        for (var i = 0; i < lines.Count; i++)
        {
            for (var j = i + 1; j < lines.Count; j++)
            {
                foreach (var difference in lines[i].SelectMany(line => lines[j].Select(other => line - other)))
                    AddZeroOf(difference);
            }
        }
        return true;
    }

    private void AddZeroOf(Line line)
    {
        if (!line.Input.IsZero)
            Thresholds.Add(new(-line.Bound / line.Input, -line.Constant / line.Input));
        else if (!line.Bound.IsZero)
            OfBound.Add(-line.Constant / line.Bound);
    }
}
