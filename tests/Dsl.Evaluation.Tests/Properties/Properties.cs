// What properties share: seeds, and what holds of results before and after gaps are filled.
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using FsCheck;
using FsCheck.Fluent;

namespace Dsl.Evaluation.Tests.Properties;

/// <summary>Runs and compares.</summary>
internal static class Properties
{
    /// <summary>Tries seeds; the function says what is wrong, or null.</summary>
    public static void ForSeeds(int count, Func<int, string?> findProblem) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(2024UL, 7UL),
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
            seed => findProblem(seed) is { } problem ? false.Label(problem) : true.ToProperty()));

    /// <summary>Whether an interval lies within another.</summary>
    public static bool Within(Bounds inner, Bounds outer) =>
        (outer.Low is not { } low || inner.Low >= low) && (outer.High is not { } high || inner.High <= high);

    /// <summary>What is wrong with results beside those of the same facts with the gaps filled, or null.</summary>
    public static string? FindProblem(SubjectResult before, SubjectResult after)
    {
        var clauses =
            before.Policies.SelectMany(static policy => policy.Clauses).Zip(after.Policies.SelectMany(static policy => policy.Clauses));
        return clauses.Select(static pair => Problem(pair.First, pair.Second)).FirstOrDefault(static problem => problem is not null)
            ?? Problem(before.Totals, after.Totals);
    }

    private static string? Problem(ClauseResult before, ClauseResult after)
    {
        var isDecided = before.Status is ClauseStatus.NotInForce or ClauseStatus.NotEligible;
        return !Within(after.Amount, before.Amount) ? $"条款 {before.Clause.Number}：{after.Amount} 不在 {before.Amount} 之内"
            : isDecided && after.Status != before.Status ? $"条款 {before.Clause.Number}：{before.Status} 变为 {after.Status}"
            : before.Status == ClauseStatus.Eligible && after.Status != before.Status && !IsNothing(before)
                ? $"条款 {before.Clause.Number}：符合变为 {after.Status}"
            : before.Status is ClauseStatus.MissingFacts or ClauseStatus.AwaitingDecision == before.Unknowns.IsNone
                ? $"条款 {before.Clause.Number}：{before.Status} 与所列 {before.Unknowns} 不符"
            : null;
    }

    // An award of 0 is certain even while a rival may still displace it.
    private static bool IsNothing(ClauseResult result) => result.Amount == Bounds.Exactly(0);

    private static string? Problem(Totals before, Totals after) =>
        after.Amount.Low < before.Amount.Low || before.Unbounded == 0 && (after.Unbounded > 0 || after.Amount.High > before.Amount.High)
            ? $"合计 {after.Amount}（不封顶 {after.Unbounded}）不在 {before.Amount}（不封顶 {before.Unbounded}）之内"
            : null;
}
