// The long form: one row per subject, clause and (for 每个) detail row; what caps took away is a row of its own, so that rows add up.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Library.Values;
using Dsl.Runtime.Data;

namespace Dsl.Runtime.Results;

internal sealed class LongTable(IrProgram program) : ResultTable
{
    private readonly string[] _levels = LevelsOf(program);

    public override ImmutableArray<ResultColumn> Columns { get; } =
    [
        .. Texts(KeyHeader(program), "文号", "条款", "事项行", "状态"), .. Amounts(["金额", "最高", .. LevelsOf(program)]),
        .. Texts("让位于", "缺少", "等待"), new("计入合计", ResultCell.Truth), .. Texts("形式", "对象", "备注"),
    ];

    public override IEnumerable<string[]> Rows(SubjectFacts facts, SubjectResult result) =>
        from policy in result.Policies
        from clause in policy.Clauses
        from line in ResultLines.Of(clause)
        select Row(facts, policy.Policy, clause, line);

    private string[] Row(SubjectFacts facts, IrPolicy policy, ClauseResult clause, ResultLine line) =>
        [
            facts.Key, policy.Number, clause.Clause.Number, line.RowKey, line.Status.Word(), Money(line.Amount.Low), Money(line.Amount.High),
            .. _levels.Select(level => Money(line.Levels.FirstOrDefault(amount => amount.Level == level).Amount.Low, level, line.Levels)),
            UnknownText.Of(line.DisplacedBy), string.Join('、', UnknownText.Missing(line.Unknowns)), string.Join('、', UnknownText.Awaited(line.Unknowns)),
            clause.CountsInTotals && clause.Clause.Form.Length == 0 ? "是" : "否", clause.Clause.Form, facts.Subject.Name, RemarkOf(facts, clause, line),
        ];

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
