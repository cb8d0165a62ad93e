// What 向上取整 and 向下取整 share: rounding to whole units, or to whole multiples of a step.
using System.Collections.Immutable;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Values.Functions.Rounding;

/// <summary>Rounding down or up to a multiple of a step (1 of the number's own unit where none is said).</summary>
internal static class MultipleRounding
{
    /// <summary>A number, and a step in the same unit.</summary>
    public static FunctionTyping Type(string function, ImmutableArray<DslType> arguments) =>
        arguments.FirstOrDefault(static type => type is not QuantityType) is { } other
            ? FunctionTyping.Mismatch($"「{function}」的各项应为数或金额，此处有「{other}」")
        : arguments.Length > 1 && !ArgumentTypes.IsSameKind(arguments[0], arguments[1])
            ? FunctionTyping.Mismatch($"「{function}」的第二项是取整的单位，应与第一项「{arguments[0]}」是同一种量，此处是「{arguments[1]}」")
        : arguments[0];

    /// <summary>Rounds down: the greatest multiple that is not greater.</summary>
    public static NumberValue Down(ImmutableArray<Value> arguments)
    {
        var number = (NumberValue)arguments[0];
        if (arguments.Length == 1)
            return new(number.Bounds.Monotone(static end => end.Floor()), number.Unknowns);
        var step = (NumberValue)arguments[1];
        if (step.Bounds.Low is not { Sign: > 0 })
            return new(Bounds.Everything, number.Unknowns | step.Unknowns | Unknowns.Of(UnknownKind.ZeroDivisor, "取整的单位"));
        if (step.IsCertain && step.Bounds.Low is { } width)
            return new(number.Bounds.Monotone(end => (end / width).Floor() * width), number.Unknowns);
        return new(DownByUnknownStep(number.Bounds, step.Bounds), number.Unknowns | step.Unknowns);
    }

    /// <summary>Rounds up: the least multiple that is not less.</summary>
    public static NumberValue Up(ImmutableArray<Value> arguments)
    {
        var number = (NumberValue)arguments[0];
        var down = Down(arguments.SetItem(0, new NumberValue(-number.Bounds, number.Unknowns)));
        return new(-down.Bounds, down.Unknowns);
    }

    /// <summary>Rounding down takes off less than one step, and never makes a number negative that was not.</summary>
    private static Bounds DownByUnknownStep(Bounds number, Bounds step)
    {
        Rational? low = number.Low is { } least && step.High is { } widest ? least - widest : null;
        if (number.Low is { Sign: >= 0 } && low is not { Sign: >= 0 })
            low = Rational.Zero;
        return new(low, number.High);
    }
}
