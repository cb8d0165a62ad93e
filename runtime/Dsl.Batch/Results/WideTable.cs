// The wide form: one row per subject, three columns per clause.
using System.Collections.Immutable;
using Dsl.Data.Outputs;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
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
            [new($"{Name(pair)} 状态", ResultCell.Text), .. Amounts([$"{Name(pair)} 金额", $"{Name(pair)} 最高"]),
                .. pair.Clause.Payout is null ? []
                    : Amounts([$"{Name(pair)} {LongTable.EntitledColumn}", $"{Name(pair)} {LongTable.MostColumn}"])]),
        .. Texts("备注"),
    ];

    public override void Write(ResultBatch results, CellWriter writer)
    {
        var columns = results.Clauses.ToDictionary(static column => column.Clause);
        var places = Array.ConvertAll(_clauses, pair => columns.GetValueOrDefault(pair.Clause));
        for (var i = 0; i < results.Facts.Length; i++)
        {
            if (results.IsInColumns(i))
            {
                Write(results, i, places, writer);
                continue;
            }
            foreach (var row in Rows(results.Facts[i], results.ResultOf(i)))
                writer.Add(row);
        }
    }

    private void Write(ResultBatch results, int subject, ClauseColumn?[] places, CellWriter writer)
    {
        var facts = results.Facts[subject];
        writer.Begin(facts.Key);
        writer.AddKey();
        writer.Add(facts.Subject.Name);
        foreach (var cell in Sums(results.TotalsOf(subject)))
            writer.Add(cell);
        foreach (var (place, column) in places.Index())
        {
            if (column is null)
            {
                foreach (var _ in Blank(_clauses[place].Clause))
                    writer.Add(CellText.Empty);
            }
            else if (column.Objects.Count > 0 && column.Objects.TryGetValue(subject, out var result))
            {
                foreach (var cell in Cells(result))
                    writer.Add(cell);
            }
            else
            {
                writer.Add(LongCells.Statuses[column.Amounts.Status[subject]]);
                writer.Add(column.Amounts.Low[subject]);
                if (column.Amounts.High[subject] == AmountColumns.Unbounded)
                    writer.Add(CellText.Empty);
                else
                    writer.Add(column.Amounts.High[subject]);
            }
        }
        writer.Add(DamagedDetails(facts));
        writer.EndRow();
    }

    public override IEnumerable<string[]> Rows(SubjectFacts facts, SubjectResult result)
    {
        var byClause = result.Policies.SelectMany(static policy => policy.Clauses).ToDictionary(static clause => clause.Clause);
        yield return
        [
            facts.Key, facts.Subject.Name, .. Sums(result.Totals),
            .. _clauses.SelectMany(pair => byClause.TryGetValue(pair.Clause, out var clause) ? Cells(clause) : Blank(pair.Clause)),
            DamagedDetails(facts),
        ];
    }

    private IEnumerable<string> Sums(Totals totals) =>
    [
        QuantityFormat.Ledger(totals.Amount.Low ?? 0), QuantityFormat.Ledger(totals.Amount.High ?? 0), $"{totals.Unbounded}",
        .. Levels.Select(level => QuantityFormat.Ledger(totals.Levels.FirstOrDefault(amount => amount.Level == level).Amount.Low ?? 0)),
    ];

    private static string[] Cells(ClauseResult clause) =>
        [clause.Status.Word(), QuantityFormat.Ledger(clause.Amount.Low ?? 0),
            Most(clause.Amount),
            .. clause.Entitled is { } entitled ? [QuantityFormat.Ledger(entitled.Low ?? 0), Most(entitled)] : (string[])[]];

    private static string[] Blank(IrClause clause) => [.. Enumerable.Repeat("", clause.Payout is null ? 3 : 5)];

    private static string Most(Bounds amount) => amount.High is { } high ? QuantityFormat.Ledger(high) : "";

    private string Name((IrPolicy Policy, IrClause Clause) pair) =>
        _isOne ? pair.Clause.Number : $"{pair.Policy.Number} {pair.Clause.Number}";
}
