// How many whole months lie between two days: the counting that 年数 and 月数 share.
using System.Collections.Immutable;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Values.Functions.Dates;

/// <summary>Whole months from one day to another, agreeing with 满: after n full months the n-th month day is not after the end.</summary>
internal static class FullMonths
{
    /// <summary>Two dates.</summary>
    public static FunctionTyping Type(string function, ImmutableArray<DslType> arguments, Unit result) =>
        arguments.FirstOrDefault(static type => type is not DateType) is { } other
            ? FunctionTyping.Mismatch($"「{function}」的两项应为日期，此处有「{other}」")
            : DslType.In(result);

    /// <summary>Whole periods of some months between two dates; never fewer for a later end, never more for a later start.</summary>
    public static NumberValue Between(ImmutableArray<Value> arguments, int period)
    {
        var (from, to) = ((NumberValue)arguments[0], (NumberValue)arguments[1]);
        return new(
            new(Count(from.Bounds.High, to.Bounds.Low, period), Count(from.Bounds.Low, to.Bounds.High, period)),
            from.Unknowns | to.Unknowns);
    }

    private static Rational? Count(Rational? from, Rational? to, int period) =>
        from is { } first && to is { } last ? Count(CivilDate.FromNumber(first), CivilDate.FromNumber(last)) / period : null;

    /// <summary>Negative where the end lies before the start: as many as the other way round.</summary>
    private static int Count(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -Count(to, from);
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        return CivilDate.AddMonths(from, months) <= to ? months : months - 1;
    }
}
