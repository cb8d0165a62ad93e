// The least or the greatest of some numbers.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Values.Functions.Meanings;

/// <summary>One of the arguments: the least, or the greatest.</summary>
public sealed record ExtremeMeaning(bool IsLeast) : FunctionMeaning
{
    /// <inheritdoc/>
    public override Value Of(ImmutableArray<Value> arguments)
    {
        var numbers = arguments.Cast<NumberValue>().ToList();
        var extreme = numbers.Select(static number => number.Bounds).Aggregate(IsLeast ? Bounds.Min : Bounds.Max);
        // What cannot lie on the near side of the result's far end never decides, so what it waits for no longer matters.
        var unknowns = numbers
            .Where(number => !(IsLeast ? number.Bounds.Low >= extreme.High : number.Bounds.High <= extreme.Low))
            .Aggregate(Unknowns.None, static (all, number) => all | number.Unknowns);
        return new NumberValue(extreme, unknowns);
    }
}
