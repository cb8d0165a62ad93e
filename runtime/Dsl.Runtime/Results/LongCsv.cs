// The long form: one row per subject, clause and (for 每个) detail row; what caps took away is a row of its own, so that rows add up.
using System.Collections.Immutable;
using System.Text;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Library.Values;
using Dsl.Runtime.Data;

namespace Dsl.Runtime.Results;

internal sealed class LongCsv(IrProgram program) : ResultFormat
{
    private readonly string[] _levels = LevelsOf(program);

    public override string Head => new StringBuilder()
        .AppendRow([KeyHeader(program), "文号", "条款", "事项行", "状态", "金额", "最高", .. _levels, "让位于", "缺少", "等待", "计入合计", "形式", "对象", "备注"])
        .ToString();

    public override bool IsAmount(string column) => column is "金额" or "最高" || _levels.Contains(column);

    public override int Append(StringBuilder text, SubjectFacts facts, SubjectResult result)
    {
        var count = 0;
        foreach (var policy in result.Policies)
        {
            foreach (var clause in policy.Clauses)
            {
                foreach (var line in ResultLines.Of(clause))
                {
                    Append(text, facts, policy.Policy, clause, line);
                    count++;
                }
            }
        }
        return count;
    }

    private void Append(StringBuilder text, SubjectFacts facts, IrPolicy policy, ClauseResult clause, ResultLine line) =>
        text.AppendRow(
        [
            facts.Key, policy.Number, clause.Clause.Number, line.RowKey, line.Status.Word(), Money(line.Amount.Low), Money(line.Amount.High),
            .. _levels.Select(level => Money(line.Levels.FirstOrDefault(amount => amount.Level == level).Amount.Low, level, line.Levels)),
            UnknownText.Of(line.DisplacedBy), string.Join('、', UnknownText.Missing(line.Unknowns)), string.Join('、', UnknownText.Awaited(line.Unknowns)),
            clause.CountsInTotals && clause.Clause.Form.Length == 0 ? "是" : "否", clause.Clause.Form, facts.Subject.Name, RemarkOf(facts, clause, line),
        ]);

    private static string Money(Rational? amount) => amount is { } known ? ValueText.Money(known) : "";

    private static string Money(Rational? amount, string level, ImmutableArray<LevelAmount> levels) =>
        levels.Any(candidate => candidate.Level == level) ? Money(amount) : "";

    private static string RemarkOf(SubjectFacts facts, ClauseResult clause, ResultLine line)
    {
        if (facts.DamagedDetails.IsEmpty && clause.ApprovalNotes.IsEmpty)
            return "";
        var damaged = facts.DamagedDetails.IsEmpty ? [] : new[] { $"{string.Join('、', facts.DamagedDetails)}有未能读入的行" };
        return string.Join('；', damaged.Concat(clause.ApprovalNotes.Where(note => (note.RowKey ?? "") == line.RowKey).Select(static note => note.Text.TrimEnd('。'))));
    }
}
