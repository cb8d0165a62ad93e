// 向下取整 and 向上取整: rounding to whole units, or to whole multiples of a step.
using System.Collections.Immutable;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Types;

namespace Dsl.Values.Functions.Rounding;

/// <summary>向下取整(x[, 单位]) and 向上取整(x[, 单位]).</summary>
public static class MultipleRounding
{
    /// <summary>向下取整.</summary>
    public static BuiltinFunction Down { get; } =
        Of("向下取整", "舍去不足一个单位的部分；单位缺省为 1，也可以是 100元 这样的量。", RoundingMode.Down, WithoutStep) with
        {
            Misnomers = ["ROUNDDOWN", "FLOOR", "INT"],
            Examples =
            [
                new("向下取整(2.5人)", "2人"),
                new("向下取整(950元, 100元)", "900元"),
                new("向下取整(-2.5)", "-3"),
            ],
        };

    /// <summary>向上取整.</summary>
    public static BuiltinFunction Up { get; } =
        Of("向上取整", "不足一个单位的按一个单位计；单位缺省为 1，也可以是 100元 这样的量。", RoundingMode.Up, UpWithoutStep) with
        {
            Misnomers = ["ROUNDUP", "CEILING"],
            Examples =
            [
                new("向上取整(2.5人)", "3人"),
                new("向上取整(950元, 100元)", "1000元"),
                new("向上取整(-2.5)", "-2"),
            ],
        };

    private static BuiltinFunction Of(
        string name, string summary, RoundingMode mode, Func<NumberValue, NumberValue, NumberValue> withoutStep) => new(name, summary)
        {
            Parameters = ["数", "单位"],
            MinArity = 1,
            MaxArity = 2,
            UnifiesArguments = true,
            Typing = arguments => Type(name, arguments),
            Meaning = new RoundingMeaning(mode) { StepOf = static width => width.Sign > 0 ? width : null, WithoutStep = withoutStep },
            Examples = [],
        };

    /// <summary>A number, and a step in the same unit.</summary>
    private static FunctionTyping Type(string function, ImmutableArray<DslType> arguments) =>
        arguments.FirstOrDefault(static type => type is not QuantityType) is { } other
            ? FunctionTyping.Mismatch($"「{function}」的各项应为数或金额，此处有「{other}」")
        : arguments.Length > 1 && !ArgumentTypes.IsSameKind(arguments[0], arguments[1])
            ? FunctionTyping.Mismatch(
                $"「{function}」的第二项是取整的单位，应与第一项「{arguments[0]}」是同一种量，此处是「{arguments[1]}」")
        : arguments[0];

    /// <summary>Rounding down takes off less than one step, and never makes a number negative that was not.</summary>
    private static NumberValue WithoutStep(NumberValue number, NumberValue step)
    {
        if (step.Bounds.Low is not { Sign: > 0 })
            return new(Bounds.Everything, number.Unknowns | step.Unknowns | Unknowns.Of(UnknownKind.ZeroDivisor, "取整的单位"));
        Rational? low = number.Bounds.Low is { } least && step.Bounds.High is { } widest ? least - widest : null;
        if (number.Bounds.Low is { Sign: >= 0 } && low is not { Sign: >= 0 })
            low = Rational.Zero;
        return new(new(low, number.Bounds.High), number.Unknowns | step.Unknowns);
    }

    /// <summary>The mirror image of rounding down.</summary>
    private static NumberValue UpWithoutStep(NumberValue number, NumberValue step)
    {
        var down = WithoutStep(new(-number.Bounds, number.Unknowns), step);
        return new(-down.Bounds, down.Unknowns);
    }
}
