// The wide form: one row per subject, three columns per clause.
using System.Collections.Immutable;
using Dsl.Data.Outputs;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Quantities;
using Dsl.Values.Terms;

namespace Dsl.Batch.Results;

internal sealed class WideTable(IrProgram program) : ResultTable(program)
{
    private readonly bool _isOne = program.Policies.Length == 1;
    private readonly (IrPolicy Policy, IrClause Clause)[] _clauses =
    [
        .. program.Policies.SelectMany(static policy => policy.Clauses, static (policy, clause) => (policy, clause))
            .Where(static pair => pair.clause.Kind != ClauseKind.Declaratory),
    ];

    public override ImmutableArray<ResultColumn> Columns =>
    [
        .. Texts(KeyHeader, "对象"), .. Amounts(["金额", "最高"]), new("不封顶", ResultCell.Count), .. Amounts(Levels),
        .. _clauses.SelectMany(pair => (ResultColumn[])
            [new($"{Name(pair)} 状态", ResultCell.Text), new($"{Name(pair)} 金额", ResultCell.Amount),
                new($"{Name(pair)} 最高", ResultCell.Amount)]),
        .. Texts("备注"),
    ];

    public override IEnumerable<string[]> Rows(SubjectFacts facts, SubjectResult result)
    {
        var byClause = result.Policies.SelectMany(static policy => policy.Clauses).ToDictionary(static clause => clause.Clause);
        yield return
        [
            facts.Key, facts.Subject.Name, QuantityFormat.Ledger(result.Totals.Amount.Low ?? 0),
            QuantityFormat.Ledger(result.Totals.Amount.High ?? 0),
            $"{result.Totals.Unbounded}",
            .. Levels.Select(level =>
                QuantityFormat.Ledger(result.Totals.Levels.FirstOrDefault(amount => amount.Level == level).Amount.Low ?? 0)),
            .. _clauses.SelectMany(pair => byClause.TryGetValue(pair.Clause, out var clause) ? Cells(clause) : ["", "", ""]),
            DamagedDetails(facts),
        ];
    }

    private static string[] Cells(ClauseResult clause) =>
        [clause.Status.Word(), QuantityFormat.Ledger(clause.Amount.Low ?? 0),
            clause.Amount.High is { } high ? QuantityFormat.Ledger(high) : ""];

    private string Name((IrPolicy Policy, IrClause Clause) pair) =>
        _isOne ? pair.Clause.Number : $"{pair.Policy.Number} {pair.Clause.Number}";
}
