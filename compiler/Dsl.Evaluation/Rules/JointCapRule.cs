// 合计上限: what is left of several awards under one cap.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>Shares a 合计上限.</summary>
public static class JointCapRule
{
    /// <summary>What is left of each: first those that are paid first, one after the other, then the rest in proportion.</summary>
    /// <param name="amounts">In yuan, whole fen.</param>
    /// <param name="first">The indexes of those that are paid first, in their order.</param>
    /// <param name="limit">The cap, whole fen.</param>
    /// <param name="most">The most that they can come to together; null where nothing is known of that but the sum.</param>
    public static ImmutableArray<NumberValue> Left(
        IReadOnlyList<NumberValue> amounts, IReadOnlyList<int> first, NumberValue limit, Rational? most)
    {
        var left = amounts.ToArray();
        var taken = NumberValue.Zero;
        foreach (var index in first)
        {
            left[index] = CapRule.Cut(amounts[index], CapRule.LeftOf(limit, taken));
            taken += amounts[index];
        }
        var rest = Enumerable.Range(0, amounts.Count).Except(first).ToList();
        var shares =
            ProportionRule.Share(rest.ConvertAll(index => amounts[index]), CapRule.LeftOf(limit, taken), first.Count == 0 ? most : null);
        foreach (var (index, share) in rest.Zip(shares))
            left[index] = share;
        return [.. left];
    }
}
