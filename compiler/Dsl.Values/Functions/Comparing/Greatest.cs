// max (取高): the greatest of some values.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Values.Functions.Comparing;

/// <summary>max(a, b, …).</summary>
public static class Greatest
{
    /// <summary>The function.</summary>
    public static BuiltinFunction Definition { get; } = new("max", "取各项中最大的一项，常用来保底。")
    {
        Aliases = ["取高"],
        Parameters = ["甲", "乙"],
        MinArity = 2,
        MaxArity = int.MaxValue,
        UnifiesArguments = true,
        Typing = static arguments => ArgumentTypes.OneOrderedKind("max", arguments),
        Evaluate = Evaluate,
        Examples =
        [
            new("max(20万元, 50万元 * 10%)", "20万元"),
            new("max(0元, 80万元 - 100万元)", "0元"),
            new("max(3%, 5%, 4%)", "5%"),
            new("max(2021年度, 2023年度)", "2023年度"),
        ],
    };

    private static NumberValue Evaluate(ImmutableArray<Value> arguments)
    {
        var numbers = arguments.Cast<NumberValue>().ToList();
        var greatest = numbers.Select(static number => number.Bounds).Aggregate(Bounds.Max);
        // An operand that cannot lie above the result's lower end never decides, so what it waits for no longer matters.
        var unknowns = numbers
            .Where(number => number.Bounds.High is not { } high || greatest.Low is not { } low || high > low)
            .Aggregate(Unknowns.None, static (all, number) => all | number.Unknowns);
        return new(greatest, unknowns);
    }
}
