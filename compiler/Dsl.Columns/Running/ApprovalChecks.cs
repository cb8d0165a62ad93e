// 核定 records of a clause that were not taken as they stand: the columns' counterpart of Remarks.OfApprovals.
using System.Collections.Immutable;
using Dsl.Columns.Blocks;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Columns.Running;

/// <summary>Finds approvals that were not taken as they stand. Safe on several threads.</summary>
internal sealed class ApprovalChecks(IrPolicy policy, IrClause clause, EvaluationContext context, StringDictionary texts)
{
    private readonly ExpressionEvaluator _evaluator = new(context);

    /// <summary>What is to be said of the approvals of a subject.</summary>
    public ImmutableArray<ApprovalNote> Notes(FactBatch facts, ClauseColumns columns, int subject, in SubjectEntries entries)
    {
        if (entries.Approvals.IsEmpty)
            return [];
        var notes = ImmutableArray.CreateBuilder<ApprovalNote>();
        var units = columns.Units(subject);
        var keys = new HashSet<int>(units.Length);
        for (var i = 0; i < units.Length; i++)
        {
            var key = columns.RowKey(subject, i);
            keys.Add(key);
            if (entries.Approved(key) is not { } approved)
                continue;
            var unit = units[i];
            if (unit.Qualifies == Truth.No)
                notes.Add(new(TextOf(key), () =>
                    ApprovalRemarks.Refused(clause, ClauseResults.Yuan(approved), unit.InForce == Truth.No, unit.Failed != 0)));
            else if (clause.Award is IrFormula)
                notes.Add(new(TextOf(key), () => ApprovalRemarks.ByFormula(ClauseResults.Yuan(approved))));
            else if ((unit.Marks & UnitMarks.Cut) != 0 && clause.Award is IrApproval { Ceiling: { } ceiling })
            {
                var frame = FrameOf(facts, subject, i);
                notes.Add(
                    new(TextOf(key), () => ApprovalRemarks.Cut(ClauseResults.Yuan(approved), _evaluator.EvaluateNumber(ceiling, frame))));
            }
        }
        foreach (ref readonly var entry in entries.Approvals)
        {
            if (entries.Counts(entry) && !keys.Contains(entry.RowKey))
                notes.Add(ApprovalRemarks.Stray(TextOf(entry.RowKey), ClauseResults.Yuan(entry.Fen)));
        }
        return notes.ToImmutable();
    }

    private Frame FrameOf(FactBatch facts, int subject, int unit)
    {
        var frame = Frame.OfSubject(policy, facts.Facts[subject]);
        return clause.PerRow is { } detail && facts.Facts[subject].Details[detail.Ordinal] is { } rows
            ? frame.ForRow(detail, rows[unit])
            : frame;
    }

    private string? TextOf(int key) => key == DictionaryCode.Missing ? null : texts.TextOf(key);
}
