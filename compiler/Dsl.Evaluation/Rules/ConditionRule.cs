// 范围, 条件 and 排除 of a clause together, and which of them refuse it.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>Conditions that certainly do not hold (why not), as bits: bit i stands for condition i of the clause.</summary>
/// <typeparam name="TBits">A number with a bit for each condition.</typeparam>
public static class FailedSet<TBits> where TBits : struct, IBinaryInteger<TBits>
{
    /// <summary>The bit of a condition; nothing where it may hold.</summary>
    public static TBits BitOf(int condition, bool fails) => (fails ? TBits.One : TBits.Zero) << condition;

    /// <summary>Those that fail for every unit, before there is one: all.</summary>
    public static TBits OfNoUnit => TBits.AllBitsSet;

    /// <summary>Those of the units so far that fail for another unit, too.</summary>
    public static TBits InCommon(TBits units, TBits unit) => units & unit;

    /// <summary>Their indexes, in order.</summary>
    public static ImmutableArray<int> Indexes(TBits failed)
    {
        var indexes = ImmutableArray.CreateBuilder<int>();
        for (; !TBits.IsZero(failed); failed &= failed - TBits.One)
            indexes.Add(int.CreateChecked(TBits.TrailingZeroCount(failed)));
        return indexes.ToImmutable();
    }
}

/// <summary>Collects the conditions of a unit, in their order.</summary>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
/// <typeparam name="TBits">A number with a bit for each condition.</typeparam>
public struct ConditionRule<TTruth, TBits>() where TTruth : ITruthFace<TTruth> where TBits : struct, IBinaryInteger<TBits>
{
    /// <summary>All conditions together: 是 where all hold, and where there is none; 否 where one certainly does not.</summary>
    public TTruth All { get; private set; } = TTruth.Of(true);

    /// <summary>Those that certainly do not hold.</summary>
    public TBits Failed { get; private set; }

    /// <summary>The next condition.</summary>
    /// <param name="index">Its index in the clause.</param>
    /// <param name="condition">Whether it holds.</param>
    public void Require(int index, TTruth condition)
    {
        All &= condition;
        Failed |= FailedSet<TBits>.BitOf(index, condition.IsNo);
    }

    /// <summary>All conditions together where each is known.</summary>
    /// <param name="failed">Those that do not hold.</param>
    public static TTruth AllOfKnown(TBits failed) => TTruth.Of(TBits.IsZero(failed));
}
