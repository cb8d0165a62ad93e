// The long form: one row per subject, clause and (for 每个) detail row; what caps took away is a row of its own, so that rows add up.
using System.Collections.Immutable;
using System.Text;
using Dsl.Ir.Facts;
using Dsl.Ir.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Library.Values;
using Dsl.Runtime.Data;

namespace Dsl.Runtime.Results;

internal sealed class LongCsv(IrProgram program) : ResultFormat
{
    /// <summary>事项行 of the row that brings the rows of a clause to the clause's amount.</summary>
    public const string CutRow = "（上限扣减）";

    private readonly string[] _levels = LevelsOf(program);

    public override string Head => new StringBuilder()
        .AppendRow([KeyHeader(program), "文号", "条款", "事项行", "状态", "金额", "最高", .. _levels, "让位于", "缺少", "等待", "计入合计", "形式", "对象", "备注"])
        .ToString();

    public override int Append(StringBuilder text, SubjectFacts facts, SubjectResult result)
    {
        var count = 0;
        foreach (var policy in result.Policies)
        {
            foreach (var clause in policy.Clauses)
            {
                foreach (var line in LinesOf(clause))
                {
                    Append(text, facts, policy.Policy, clause, line);
                    count++;
                }
            }
        }
        return count;
    }

    private void Append(StringBuilder text, SubjectFacts facts, IrPolicy policy, ClauseResult clause, Line line) =>
        text.AppendRow(
        [
            facts.Key, policy.Number, clause.Clause.Number, line.RowKey, line.Status.Word(), Money(line.Amount.Low), Money(line.Amount.High),
            .. _levels.Select(level => Money(line.Levels.FirstOrDefault(amount => amount.Level == level).Amount.Low, level, line.Levels)),
            UnknownText.Of(line.DisplacedBy), string.Join('、', UnknownText.Missing(line.Unknowns)), string.Join('、', UnknownText.Awaited(line.Unknowns)),
            clause.CountsInTotals && clause.Clause.Form.Length == 0 ? "是" : "否", clause.Clause.Form, facts.Subject.Name, RemarkOf(facts),
        ]);

    private static IEnumerable<Line> LinesOf(ClauseResult clause)
    {
        if (!IsShown(clause.Status))
            yield break;
        var whole = new Line("", clause.Status, clause.Amount, clause.Levels, clause.Unknowns, clause.DisplacedBy);
        if (clause.Clause.Each is null || clause.Rows.IsEmpty || clause.Status == ClauseStatus.Displaced)
        {
            yield return whole;
            yield break;
        }
        var sum = Bounds.Exactly(0);
        foreach (var row in clause.Rows.Where(static row => IsShown(row.Status)))
        {
            // Each row takes the difference of two splits, so that the levels of all rows add up to the fen.
            var levels = Difference(SharingRule.Split(sum + row.Amount, clause.Clause.Shares), SharingRule.Split(sum, clause.Clause.Shares));
            sum += row.Amount;
            yield return new(row.Key, row.Status, row.Amount, levels, row.Unknowns, row.DisplacedBy);
        }
        if (sum != clause.Amount)
        {
            yield return whole with
            {
                RowKey = CutRow, Amount = Subtract(clause.Amount, sum), Levels = Difference(clause.Levels, SharingRule.Split(sum, clause.Clause.Shares)),
            };
        }
    }

    private static bool IsShown(ClauseStatus status) => status is not (ClauseStatus.NotEligible or ClauseStatus.NotInForce);

    private static ImmutableArray<LevelAmount> Difference(ImmutableArray<LevelAmount> all, ImmutableArray<LevelAmount> before) =>
        [.. all.Select((level, i) => i < before.Length ? level with { Amount = Subtract(level.Amount, before[i].Amount) } : level)];

    /// <summary>End by end: what is added to one end of an interval to reach another.</summary>
    private static Bounds Subtract(Bounds all, Bounds before) =>
        new(all.Low - before.Low, all.High is { } high && before.High is { } less ? high - less : null);

    private static string Money(Rational? amount) => amount is { } known ? ValueText.Money(known) : "";

    private static string Money(Rational? amount, string level, ImmutableArray<LevelAmount> levels) =>
        levels.Any(candidate => candidate.Level == level) ? Money(amount) : "";

    private static string RemarkOf(SubjectFacts facts) =>
        facts.DamagedDetails.IsEmpty ? "" : $"{string.Join('、', facts.DamagedDetails)}有未能读入的行";

    private sealed record Line(
        string RowKey, ClauseStatus Status, Bounds Amount, ImmutableArray<LevelAmount> Levels, Unknowns Unknowns, Displacement? DisplacedBy);
}
