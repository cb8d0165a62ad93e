// A function of days and years, defined for known arguments; its value for bounds follows from its monotonicity.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Values.Exact;

namespace Dsl.Values.Functions.Meanings;

/// <summary>How a result follows one argument while the others stay.</summary>
public enum Trend
{
    /// <summary>It never decreases.</summary>
    Rises,

    /// <summary>It never increases.</summary>
    Falls,
}

/// <summary>A function of day numbers (<see cref="CivilDate"/>) and years whose result is a whole number.</summary>
/// <param name="Point">
/// Its value where every argument is known: a public static method, which generated code calls by name; <c>Func&lt;long, long&gt;</c> or
/// <c>Func&lt;long, long, long&gt;</c>. A day outside the calendar must be held within it.
/// </param>
/// <param name="Least">The least value that it can have.</param>
/// <param name="Most">The greatest.</param>
public sealed record CalendarMeaning(Delegate Point, long Least, long Most) : FunctionMeaning
{
    /// <summary>Per argument how the result follows it; empty for a function that goes up and down (the month of a day).</summary>
    public ImmutableArray<Trend> Trends { get; init; } = [];

    /// <inheritdoc/>
    public override Value Of(ImmutableArray<Value> arguments)
    {
        ImmutableArray<NumberValue> numbers = [.. arguments.Cast<NumberValue>()];
        var unknowns = numbers.Aggregate(Unknowns.None, static (all, number) => all | number.Unknowns);
        if (!Trends.IsEmpty || numbers.All(static number => number.IsCertain))
            return new NumberValue(new(At(numbers, Trend.Rises), At(numbers, Trend.Falls)), unknowns);
        return new NumberValue(new(Least, Most), unknowns);
    }

    /// <summary>The lower end of the result takes the lower ends of what it rises with, the upper ends of what it falls with.</summary>
    private Rational? At(ImmutableArray<NumberValue> numbers, Trend lowerEnds)
    {
        var ends = new long[numbers.Length];
        for (var i = 0; i < ends.Length; i++)
        {
            var isLower = Trends.IsEmpty || Trends[i] == lowerEnds;
            if ((isLower ? numbers[i].Bounds.Low : numbers[i].Bounds.High) is not { } end)
                return null;
            ends[i] = (long)BigInteger.Clamp(end.Floor(), long.MinValue, long.MaxValue);
        }
        return Point switch
        {
            Func<long, long> one => one(ends[0]),
            Func<long, long, long> two => two(ends[0], ends[1]),
            _ => throw new InvalidOperationException($"A function of the calendar takes one or two numbers, not those of {Point.Method}."),
        };
    }
}
