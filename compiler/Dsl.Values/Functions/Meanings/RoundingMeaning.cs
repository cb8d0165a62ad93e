// Rounding to multiples of a step given by an optional second argument.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Values.Functions.Meanings;

/// <summary>A number rounded to a multiple of a step: 1 of its own unit without a second argument.</summary>
public sealed record RoundingMeaning(RoundingMode Mode) : FunctionMeaning
{
    /// <summary>The step that a known second argument says; null where it says none.</summary>
    public required Func<Rational, Rational?> StepOf { get; init; }

    /// <summary>What is known of the result (of a number, by the second argument) while the step is not known, or is none.</summary>
    public required Func<NumberValue, NumberValue, NumberValue> WithoutStep { get; init; }

    /// <inheritdoc/>
    public override Value Of(ImmutableArray<Value> arguments)
    {
        var number = (NumberValue)arguments[0];
        var step = Rational.One;
        if (arguments.Length > 1)
        {
            var second = (NumberValue)arguments[1];
            if (second is not { IsCertain: true, Bounds.Low: { } known } || StepOf(known) is not { } said)
                return WithoutStep(number, second);
            step = said;
        }
        // Every mode never decreases, so that bounds are rounded end by end.
        return new NumberValue(number.Bounds.Monotone(end => end.RoundTo(step, Mode)), number.Unknowns);
    }
}
