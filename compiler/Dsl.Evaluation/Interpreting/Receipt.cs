// What a subject received in earlier years for a 事项: what 从高不重复 remembers between clauses that are 一次性 or 每次.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>What was received in earlier years under one clause, or under a policy that is not written here.</summary>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">The clause; empty for 其他政策支持.</param>
/// <param name="ByYear">Net amounts by year, negative where more was paid back than paid.</param>
/// <param name="Unknowns">Why it is not certain.</param>
internal sealed record Receipt(string PolicyNumber, string ClauseNumber, ImmutableSortedDictionary<int, Bounds> ByYear, Unknowns Unknowns)
{
    /// <summary>The net amount over the years, never below 0.</summary>
    public Bounds Amount { get; } =
        Bounds.Max(ByYear.Aggregate(Bounds.Exactly(0), static (sum, year) => sum + year.Value), Bounds.Exactly(0));

    /// <summary>Whether both are of what one clause paid.</summary>
    public bool IsOfSame(Receipt other) =>
        ClauseNumber.Length > 0 && PolicyNumber == other.PolicyNumber && ClauseNumber == other.ClauseNumber;

    /// <summary>The same with a part that has been taken off already.</summary>
    public Receipt Less(Rational part) =>
        new(PolicyNumber, ClauseNumber, ByYear.SetItem(ByYear.Keys.Last(), ByYear[ByYear.Keys.Last()] - Bounds.Exactly(part)), Unknowns);

    /// <summary>The years in which something was received: 2020、2021.</summary>
    public string Years =>
        string.Join("、", ByYear.Where(static year => year.Value.High is not { Sign: <= 0 }).Select(static year => $"{year.Key}"));
}

/// <summary>What was received before an award, as it comes off it.</summary>
/// <param name="Received">What comes off.</param>
/// <param name="TakenBefore">What earlier years took off the sum of its rows; all but caps was for money received before.</param>
internal readonly record struct ReceivedBefore(ImmutableArray<Receipt> Received, ImmutableArray<Receipt> TakenBefore)
{
    /// <summary>Nothing.</summary>
    public static ReceivedBefore Nothing { get; } = new([], []);
}

/// <summary>What remembering did to an amount.</summary>
/// <param name="From">Where the money had come from.</param>
/// <param name="Before">The amount before.</param>
/// <param name="After">What is left.</param>
internal sealed record ReceivedOutcome(ImmutableArray<Receipt> From, NumberValue Before, NumberValue After);

/// <summary>A row of 其他政策支持 of an earlier year.</summary>
/// <param name="RowKey">事项行; null for the subject as a whole.</param>
/// <param name="Receipt">What was received.</param>
internal sealed record OutsideReceipt(string? RowKey, Receipt Receipt);
