// One clause over the subjects of a block: units, gates, sum, caps.
using Dsl.Columns.Blocks;
using Dsl.Columns.Emitting;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Values.Terms;
using Dsl.Values.Text;

namespace Dsl.Columns.Running;

/// <summary>Runs the kernel of one clause. Holds no state of a run: safe on several threads.</summary>
internal sealed class ClauseRunner
{
    private static readonly UnitRecords NoRecords = new(null, 0);

    private readonly ClauseKernel _kernel;
    private readonly KernelRun _run;
    private readonly UnitRules _rules;
    private readonly ApprovalChecks _approvals;
    private readonly Tristate _missingTable;

    public ClauseRunner(ClausePlan plan, ClauseKernel kernel, KernelRun run, EvaluationContext context, StringDictionary texts)
    {
        (Policy, Clause, _kernel, _run) = (plan.Policy, plan.Clause, kernel, run);
        _rules = new(plan, kernel, context);
        _missingTable = Tristate.Unknown(plan.Unknowns.BitOf(UnknownBit.OfTable(plan.Clause.PerRow?.Name ?? "")));
        _approvals = new(plan.Policy, plan.Clause, context, texts);
        Results = new(plan, context, texts);
    }

    /// <summary>The policy.</summary>
    public IrPolicy Policy { get; }

    /// <summary>The clause.</summary>
    public IrClause Clause { get; }

    /// <summary>Turns what this runner leaves into results.</summary>
    public ClauseResults Results { get; }

    /// <summary>Evaluates the clause for every subject up to the point where it meets its rivals.</summary>
    /// <param name="facts">The subjects.</param>
    /// <param name="approvals">Their 核定 of this clause.</param>
    /// <param name="payments">Their 兑现记录 of this clause.</param>
    /// <param name="columns">Filled.</param>
    /// <param name="beyond">Subjects that are passed over; set for those whose amounts leave the columns.</param>
    public void Run(FactBatch facts, List<RecordEntry>? approvals, List<RecordEntry>? payments, ClauseColumns columns, bool[] beyond)
    {
        var block = facts.Columns;
        columns.Begin(block, Clause.PerRow is { } detail ? block.Details[detail.Ordinal] : null, _rules.HasWideAmounts);
        CountPaidYears(payments, columns);
        var hasKnown = _kernel.Evaluate(new ColumnBatch(_run, block, columns.Rows, columns.Known), columns.Known);
        var approved = new EntryCursor(approvals);
        var paid = new EntryCursor(payments);
        for (var subject = 0; subject < block.Count; subject++)
        {
            var entries = new SubjectEntries(approved.Of(subject), paid.Of(subject), _run.Year);
            if (beyond[subject])
                continue;
            ref var state = ref columns.State(subject);
            Evaluate(new(_run, block, subject), hasKnown, columns, entries, ref state);
            beyond[subject] = !Fits(state.Amount) || IsLimited(state.Amount.Waits | state.IsDue.Waits) || !Fits(columns.Units(subject));
            if (entries.IsEmpty)
                continue;
            if (entries.PaidThisYear is { } paidThisYear)
                columns.PaidThisYear.Add(subject, ClauseResults.Yuan(paidThisYear));
            if (entries.HasEarlierPayments)
                columns.PaidBefore.Add(subject);
            if (_approvals.Notes(facts, columns, subject, entries) is { IsEmpty: false } notes)
                columns.ApprovalNotes.Add(subject, notes);
        }
    }

    /// <summary>What can be said without any row of a subject.</summary>
    public UnitState AnyRow(ClauseColumns columns, int subject)
    {
        var frame = new SubjectView(_run, columns.Subjects, subject);
        return AtProcedure(frame, _rules.Evaluate(frame, frame.Rows(Clause.PerRow?.Ordinal ?? 0).AnyRow, NoRecords));
    }

    // Only 频次 asks for it, and only where there are payments at all.
    private void CountPaidYears(List<RecordEntry>? payments, ClauseColumns columns)
    {
        if (payments is null || Clause.Frequency.Kind is not (FrequencyKind.Once or FrequencyKind.Yearly))
            return;
        var paid = new EntryCursor(payments);
        for (var subject = 0; subject < columns.Subjects.Count; subject++)
        {
            var entries = new SubjectEntries([], paid.Of(subject), _run.Year);
            var first = columns.FirstUnit(subject);
            for (var i = columns.Units(subject).Length - 1; i >= 0 && !entries.IsEmpty; i--)
                columns.PaidYears[first + i] = entries.PaidYears(columns.RowKey(subject, i));
        }
    }

    private void Evaluate(in SubjectView frame, bool hasKnown, ClauseColumns columns, in SubjectEntries entries, ref ClauseState state)
    {
        var units = columns.Units(frame.Index);
        var (first, known) = (columns.FirstUnit(frame.Index), columns.Known);
        var rows = Clause.PerRow is { } detail ? frame.Rows(detail.Ordinal) : default;
        for (var i = 0; i < units.Length; i++)
        {
            if (!hasKnown || known.Open[first + i] || !_rules.TryEvaluate(known, first + i, columns.PaidYears[first + i], out var outcome))
            {
                var row = Clause.PerRow is null ? default : rows.Row(first + i);
                outcome = _rules.Evaluate(frame, row, entries.IsEmpty ? NoRecords : entries.Of(columns.RowKey(frame.Index, i)));
            }
            units[i] = AtProcedure(frame, outcome);
        }
        state.Set(units.IsEmpty ? OfAnyRow(AnyRow(columns, frame.Index), rows.IsMissing, ref state) : OfUnits(units, ref state));
        if (!state.IsDue.IsNo)
            state.Amount = _rules.Capped(state.Amount, frame, entries);
    }

    // Nobody asks a gate about what does not qualify.
    private UnitState AtProcedure(in SubjectView frame, in UnitOutcome outcome) =>
        UnitState.Of(outcome, outcome.IsRefused ? Tristate.No : _kernel.Procedure(frame));

    private static UnitsRule<Interval, Tristate> OfUnits(ReadOnlySpan<UnitState> units, ref ClauseState state)
    {
        var together = UnitsRule<Interval, Tristate>.None;
        state.Failed = ulong.MaxValue;
        foreach (ref readonly var unit in units)
        {
            together.Add(unit.Outcome.InForce, unit.Outcome.Qualifies, unit.IsDue, unit.Amount);
            state.Failed &= unit.Outcome.Failed;
        }
        return together;
    }

    // No rows, or nobody knows how many.
    private UnitsRule<Interval, Tristate> OfAnyRow(in UnitState any, bool tableIsMissing, ref ClauseState state)
    {
        state.Failed = any.Outcome.Failed;
        return UnitsRule<Interval, Tristate>.OfUnknown(
            any.Outcome.InForce, any.Outcome.Qualifies, any.IsDue, any.Amount, tableIsMissing ? _missingTable : Tristate.No);
    }

    private static bool Fits(ReadOnlySpan<UnitState> units)
    {
        foreach (ref readonly var unit in units)
        {
            if (!Fits(unit.Amount)
                || IsLimited(unit.Amount.Waits | unit.IsDue.Waits | unit.Outcome.Qualifies.Waits | unit.Outcome.Award.Waits))
                return false;
        }
        return true;
    }

    // Where a number left the limits only the interpreter says.
    private static bool IsLimited(ulong waits) => (waits & ExactInterval.Limit) != 0;

    private static bool Fits(in Interval amount) =>
        amount.Low <= long.MaxValue && (amount.High == Interval.Infinity || amount.High <= long.MaxValue);
}
