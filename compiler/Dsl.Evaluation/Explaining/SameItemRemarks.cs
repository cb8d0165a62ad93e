// Awards for one 事项 under several documents that set no rule between them add up: a remark says so, so that it is not taken for an
// oversight.
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Terms;

namespace Dsl.Evaluation.Explaining;

/// <summary>Finds the clauses of other documents with the same 事项 that are paid beside a clause.</summary>
internal static class SameItemRemarks
{
    /// <summary>One sentence per clause that adds up with this one although the 事项 is the same.</summary>
    /// <param name="work">The clause.</param>
    /// <param name="all">Every clause of the subject, earlier policies first.</param>
    public static IEnumerable<string> Of(ClauseEvaluation work, IEnumerable<ClauseEvaluation> all) =>
        all.Where(other => AddUp(work, other)).Select(other =>
            $"与 {other.Policy.Number} 条款 {other.Clause.Number} 属同一事项「{work.Clause.BenefitItem}」，"
            + $"两份文件都没有规定两者如何并用，金额相加。");

    /// <summary>What a group of clauses that compete is called: its 事项, or the clauses that 竞合 names.</summary>
    public static string NameOf(IrClause clause, CompetingGroup group) =>
        (clause.BenefitItem == group.BenefitItem ? "同一事项" : "竞合") + $"「{group.BenefitItem}」";

    private static bool AddUp(ClauseEvaluation work, ClauseEvaluation other) =>
        !ReferenceEquals(work.Policy, other.Policy) && work.Clause.BenefitItem is not null
        && work.Clause.BenefitItem == other.Clause.BenefitItem
        && work.Clause.Form == other.Clause.Form
        && IsPaid(work) && IsPaid(other) && !Competition.CanMeet(work, other) && ShareASubject(work, other);

    // 另行给予 is a rule of its own; 落实 of an evaluated clause is no second award.
    private static bool IsPaid(ClauseEvaluation work) =>
        work.Clause is { Kind: ClauseKind.Award, IsStackable: false, CountsInTotals: true }
        && work.Award.Bounds is not { High.IsZero: true };

    // Rows of the same 明细 are the same matter only where they are the same row.
    private static bool ShareASubject(ClauseEvaluation work, ClauseEvaluation other) =>
        work.Clause.PerRow is null || !ReferenceEquals(work.Clause.PerRow, other.Clause.PerRow)
        || PaidRows(work).Intersect(PaidRows(other)).Any();

    private static IEnumerable<string?> PaidRows(ClauseEvaluation work) =>
        work.Units.Where(static unit => unit.Amount.Bounds is not { High.IsZero: true }).Select(static unit => unit.RowKey);
}
