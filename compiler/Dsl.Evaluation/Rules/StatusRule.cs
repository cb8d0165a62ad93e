// The status of a clause or row: the first that holds.
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>The statuses in their order.</summary>
public static class StatusRule
{
    /// <summary>The first status that holds.</summary>
    /// <param name="inForce">Whether the policy is in force.</param>
    /// <param name="qualifies">Whether the conditions hold.</param>
    /// <param name="isDisplaced">Whether another clause certainly displaced it.</param>
    /// <param name="isDue">Whether the conditions hold and all procedures are completed.</param>
    /// <param name="isCertain">Whether the amount is known.</param>
    /// <param name="missesData">Whether what is still open waits for data, too, and not for decisions alone.</param>
    public static ClauseStatus Of(Truth inForce, Truth qualifies, bool isDisplaced, Truth isDue, bool isCertain, bool missesData) =>
        inForce == Truth.No ? ClauseStatus.NotInForce
        : qualifies == Truth.No ? ClauseStatus.NotEligible
        : isDisplaced ? ClauseStatus.Displaced
        : isDue == Truth.Yes && isCertain ? ClauseStatus.Eligible
        : missesData ? ClauseStatus.MissingFacts
        : ClauseStatus.AwaitingDecision;

    /// <summary>Whether something still matters under a status.</summary>
    public static bool IsOpen(ClauseStatus status) => status is ClauseStatus.MissingFacts or ClauseStatus.AwaitingDecision;
}
