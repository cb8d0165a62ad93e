// The wide form: one row per subject, three columns per clause.
using System.Text;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Runtime.Data;

namespace Dsl.Runtime.Results;

internal sealed class WideCsv(IrProgram program) : ResultFormat
{
    private readonly string[] _levels = LevelsOf(program);
    private readonly (IrPolicy Policy, IrClause Clause)[] _clauses =
    [
        .. program.Policies.SelectMany(static policy => policy.Clauses, static (policy, clause) => (policy, clause))
            .Where(static pair => pair.clause.Kind != IrClauseKind.Declaratory),
    ];

    public override string Head => new StringBuilder()
        .AppendRow(
        [
            KeyHeader(program), "对象", "金额", "最高", "不封顶", .. _levels,
            .. _clauses.SelectMany(pair => (string[])[$"{Name(pair)} 状态", $"{Name(pair)} 金额", $"{Name(pair)} 最高"]), "备注",
        ])
        .ToString();

    public override bool IsAmount(string column) =>
        column is "金额" or "最高" || _levels.Contains(column) || column.EndsWith(" 金额", StringComparison.Ordinal) || column.EndsWith(" 最高", StringComparison.Ordinal);

    public override int Append(StringBuilder text, SubjectFacts facts, SubjectResult result)
    {
        var byClause = result.Policies.SelectMany(static policy => policy.Clauses).ToDictionary(static clause => clause.Clause);
        text.AppendRow(
        [
            facts.Key, facts.Subject.Name, ValueText.Money(result.Totals.Amount.Low ?? 0), ValueText.Money(result.Totals.Amount.High ?? 0),
            $"{result.Totals.Unbounded}",
            .. _levels.Select(level => ValueText.Money(result.Totals.Levels.FirstOrDefault(amount => amount.Level == level).Amount.Low ?? 0)),
            .. _clauses.SelectMany(pair => byClause.TryGetValue(pair.Clause, out var clause) ? Cells(clause) : ["", "", ""]),
            facts.DamagedDetails.IsEmpty ? "" : $"{string.Join('、', facts.DamagedDetails)}有未能读入的行",
        ]);
        return 1;
    }

    private static string[] Cells(ClauseResult clause) =>
        [clause.Status.Word(), ValueText.Money(clause.Amount.Low ?? 0), clause.Amount.High is { } high ? ValueText.Money(high) : ""];

    private string Name((IrPolicy Policy, IrClause Clause) pair) =>
        program.Policies.Length == 1 ? pair.Clause.Number : $"{pair.Policy.Number} {pair.Clause.Number}";
}
