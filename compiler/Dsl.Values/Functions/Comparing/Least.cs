// min (取低): the least of some values.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Values.Functions.Comparing;

/// <summary>min(a, b, …).</summary>
public static class Least
{
    /// <summary>The function.</summary>
    public static BuiltinFunction Definition { get; } = new("min", "取各项中最小的一项，常用来封顶。")
    {
        Aliases = ["取低"],
        Parameters = ["甲", "乙"],
        MinArity = 2,
        MaxArity = int.MaxValue,
        UnifiesArguments = true,
        Typing = static arguments => ArgumentTypes.OneOrderedKind("min", arguments),
        Evaluate = Evaluate,
        Examples =
        [
            new("min(200万元 * 30%, 100万元)", "60万元"),
            new("min(500万元 * 30%, 100万元)", "100万元"),
            new("min(3人, 5人, 2人)", "2人"),
            new("min(2021-06-21, 2020-12-31)", "2020-12-31"),
        ],
    };

    private static NumberValue Evaluate(ImmutableArray<Value> arguments)
    {
        var numbers = arguments.Cast<NumberValue>().ToList();
        var least = numbers.Select(static number => number.Bounds).Aggregate(Bounds.Min);
        // An operand that cannot lie below the result's upper end never decides, so what it waits for no longer matters.
        var unknowns = numbers
            .Where(number => number.Bounds.Low is not { } low || least.High is not { } high || low < high)
            .Aggregate(Unknowns.None, static (all, number) => all | number.Unknowns);
        return new(least, unknowns);
    }
}
