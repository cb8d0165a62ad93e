// The long form: one row per subject, clause and (for 每个) detail row; what caps took away is a row of its own, so that rows add up.
using System.Collections.Immutable;
using Dsl.Batch.Registries;
using Dsl.Data.Outputs;
using Dsl.Facts.Records;
using Dsl.Facts.Results;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Batch.Results;

internal sealed class LongTable : ResultTable
{
    private readonly LongCells _cells = new();

    public LongTable(IrProgram program)
        : base(program)
    {
        HasQuantity = program.Policies.Any(static policy =>
            policy.Clauses.Any(static clause => clause.Frequency.Allowance is not null));
        HasParts = program.Policies.Any(static policy => policy.Clauses.Any(static clause => clause.Payout is not null));
        Columns =
        [
            .. Texts(KeyHeader, "文号", "条款", "事项行", "状态"), .. Amounts(["金额", "最高", .. Levels]),
            .. Texts("让位于", "缺少", "等待"), new("计入合计", ResultCell.Truth), .. Texts("形式", "对象", "备注"),
            .. HasQuantity ? Texts(RecordFields.Quantity) : [],
            .. HasParts ? [.. Texts(RecordFields.Part), .. Amounts([EntitledColumn, MostColumn])] : Array.Empty<ResultColumn>(),
        ];
    }

    /// <summary>Whether a clause counts something, so that there is a column for it.</summary>
    public bool HasQuantity { get; }

    /// <summary>Whether a clause is paid in parts, so that there are columns for them.</summary>
    public bool HasParts { get; }

    /// <summary>应得 of a clause that is paid in parts, from its lower end…</summary>
    public const string EntitledColumn = "应得";

    /// <summary>… to its upper end.</summary>
    public const string MostColumn = "应得最高";

    public override ImmutableArray<ResultColumn> Columns { get; }

    public override void Write(ResultBatch results, CellWriter writer)
    {
        var columns = new LongColumns(this, _cells, Levels, results, writer);
        for (var i = 0; i < results.Facts.Length; i++)
        {
            if (results.IsInColumns(i))
            {
                columns.Write(i);
                continue;
            }
            foreach (var row in Rows(results.Facts[i], results.ResultOf(i)))
                writer.Add(row);
        }
    }

    public override IEnumerable<string[]> Rows(SubjectFacts facts, SubjectResult result) =>
        result.Policies.SelectMany(policy => policy.Clauses.SelectMany(clause => Rows(facts, policy.Policy, clause)));

    /// <summary>The rows of one clause.</summary>
    public IEnumerable<string[]> Rows(SubjectFacts facts, IrPolicy policy, ClauseResult clause) =>
        ResultLines.Of(clause).Select(line => Row(facts, policy, clause, line));

    private string[] Row(SubjectFacts facts, IrPolicy policy, ClauseResult clause, ResultLine line)
    {
        var (row, at) = (new string[Columns.Length], 0);
        foreach (var cell in (ReadOnlySpan<string>)[facts.Key, policy.Number, clause.Clause.Number, line.RowKey, line.Status.Word(),
            Money(line.Amount.Low), Money(line.Amount.High)])
            row[at++] = cell;
        foreach (var level in Levels)
            row[at++] = Money(level, line.Levels);
        foreach (var cell in (ReadOnlySpan<string>)[
            UnknownText.Of(line.DisplacedBy), Joined(line.Unknowns, awaitsDecision: false), Joined(line.Unknowns, awaitsDecision: true),
            clause.CountsInTotals && clause.Clause.Form.Length == 0 ? "是" : "否", clause.Clause.Form, facts.Subject.Name,
            RemarkOf(facts, clause, line)])
            row[at++] = cell;
        if (HasQuantity)
            row[at++] = line.Quantity?.Low?.ToString() ?? "";
        if (HasParts)
            (row[at], row[at + 1], row[at + 2]) = (line.Part, Money(line.Entitled?.Low), Money(line.Entitled?.High));
        return row;
    }

    /// <summary>缺少, or 等待.</summary>
    public static string Joined(Unknowns unknowns, bool awaitsDecision) =>
        unknowns.IsNone ? "" : string.Join('、', awaitsDecision ? UnknownText.Awaited(unknowns) : UnknownText.Missing(unknowns));

    private static string Money(Rational? amount) => amount is { } known ? QuantityFormat.Ledger(known) : "";

    private static string Money(string level, ImmutableArray<LevelAmount> levels)
    {
        foreach (var amount in levels)
        {
            if (amount.Level == level)
                return Money(amount.Amount.Low);
        }
        return "";
    }

    private static string RemarkOf(SubjectFacts facts, ClauseResult clause, ResultLine line)
    {
        if (facts.DamagedDetails.IsEmpty && clause.ApprovalNotes.IsEmpty && clause.ReceivedNotes.IsEmpty)
            return "";
        var damaged = facts.DamagedDetails.IsEmpty ? [] : new[] { DamagedDetails(facts) };
        return string.Join('；',
            damaged.Concat(clause.ApprovalNotes.Concat(clause.ReceivedNotes).Where(note => (note.RowKey ?? "") == line.RowKey)
                .Select(static note => note.Text.TrimEnd('。'))));
    }
}
