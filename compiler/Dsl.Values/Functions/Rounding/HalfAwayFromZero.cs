// 四舍五入: rounding to decimal places, halves away from zero.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Types;

namespace Dsl.Values.Functions.Rounding;

/// <summary>四舍五入(x[, 位数]).</summary>
public static class HalfAwayFromZero
{
    /// <summary>Places are held within ±this; no figure of a policy is finer or coarser.</summary>
    private const int MostPlaces = 30;

    public static BuiltinFunction Definition { get; } = new("四舍五入", "按小数位数四舍五入；位数缺省为 0，-4 表示到万位。")
    {
        Misnomers = ["ROUND"],
        Parameters = ["数", "位数"],
        MinArity = 1,
        MaxArity = 2,
        Typing = Type,
        Meaning = new RoundingMeaning(RoundingMode.HalfAwayFromZero) { StepOf = StepOf, WithoutStep = OnlySign },
        Examples =
        [
            new("四舍五入(12.345, 2)", "12.35"),
            new("四舍五入(-0.5)", "-1"),
            new("四舍五入(123456元, -4)", "12万元"),
            new("四舍五入(1人 / 3人, 2)", "0.33"),
        ],
    };

    private static FunctionTyping Type(ImmutableArray<DslType> arguments) =>
        arguments[0] is not QuantityType quantity ? FunctionTyping.Mismatch($"「四舍五入」的第一项应为数或金额，此处是「{arguments[0]}」")
        : arguments.Length > 1 && !ArgumentTypes.IsPureNumber(arguments[1])
            ? FunctionTyping.Mismatch($"「四舍五入」的第二项是小数位数（如 2），不带单位，此处是「{arguments[1]}」")
        : quantity;

    /// <summary>Of what a number that is rounded to some places is a multiple.</summary>
    private static Rational? StepOf(Rational places)
    {
        var held = (int)BigInteger.Clamp(places.Floor(), -MostPlaces, MostPlaces);
        Rational power = BigInteger.Pow(10, Math.Abs(held));
        return held >= 0 ? Rational.One / power : power;
    }

    /// <summary>To how many places is not known: only the sign is certain.</summary>
    private static NumberValue OnlySign(NumberValue number, NumberValue places) => new(
        new(number.Bounds.Low is { Sign: >= 0 } ? Rational.Zero : null, number.Bounds.High is { Sign: <= 0 } ? Rational.Zero : null),
        number.Unknowns | places.Unknowns);
}
