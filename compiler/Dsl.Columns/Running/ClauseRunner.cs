// One clause over the subjects of a block.
using Dsl.Columns.Blocks;
using Dsl.Columns.Emitting;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Text;

namespace Dsl.Columns.Running;

/// <summary>Runs the kernel of one clause. Holds no state of a run: safe on several threads.</summary>
internal sealed class ClauseRunner
{
    private readonly ClauseKernel _kernel;
    private readonly KernelRun _run;
    private readonly UnitEvaluator _units;
    private readonly ApprovalChecks _approvals;
    private readonly Tristate _missingTable;
    private readonly bool _isPlain;

    public ClauseRunner(ClausePlan plan, ClauseKernel kernel, KernelRun run, EvaluationContext context, StringDictionary texts)
    {
        (Policy, Clause, _kernel, _run) = (plan.Policy, plan.Clause, kernel, run);
        _units = new(plan, kernel, context);
        _isPlain = _units.IsPlain && plan.Clause is { PerRow: null, SubjectCap: null, CumulativeCap: null };
        _missingTable = Tristate.Unknown(plan.Unknowns.BitOf(UnknownBit.OfTable(plan.Clause.PerRow?.Name ?? "")));
        _approvals = new(plan.Policy, plan.Clause, context, texts);
        Results = new(plan, context, texts);
    }

    public IrPolicy Policy { get; }

    public IrClause Clause { get; }

    /// <summary>Turns what this runner leaves into results.</summary>
    public ClauseResults Results { get; }

    /// <summary>Evaluates the clause for every subject, up to the competitions.</summary>
    /// <param name="facts">The subjects.</param>
    /// <param name="approvals">Their 核定 of this clause.</param>
    /// <param name="payments">Their 兑现记录 of this clause.</param>
    /// <param name="columns">Filled.</param>
    /// <param name="beyond">Subjects that are passed over; set for those whose amounts leave the columns.</param>
    public void Run(FactBatch facts, List<RecordEntry>? approvals, List<RecordEntry>? payments, ClauseColumns columns, bool[] beyond)
    {
        var block = facts.Columns;
        columns.Begin(block, Clause.PerRow is { } detail ? block.Details[detail.Ordinal] : null, _units.HasWideAmounts);
        CountPaidYears(payments, columns);
        var hasKnown = _kernel.Evaluate(new ColumnBatch(_run, block, columns.Rows, columns.Known), columns.Known);
        if (hasKnown && _isPlain && approvals is not { Count: > 0 } && payments is not { Count: > 0 } && TrySetPlain(columns, beyond)
            && columns.Known.Open.AsSpan(0, block.Count).IndexOf(true) < 0)
            return;
        var approved = new EntryCursor(approvals);
        var paid = new EntryCursor(payments);
        for (var subject = 0; subject < block.Count; subject++)
        {
            var entries = new SubjectEntries(approved.Of(subject), paid.Of(subject), _run.Year);
            if (beyond[subject] || columns.Plain?.Is[subject] == true)
                continue;
            var state = Evaluate(new(_run, block, subject), hasKnown, columns, entries);
            columns.SetState(subject, state);
            beyond[subject] = state.IsOutOfColumns || IsBeyond(columns.Units(subject));
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

    /// <summary>What holds of any row of a subject.</summary>
    public UnitState AnyRow(ClauseColumns columns, int subject)
    {
        var unit = AnyRow(new(_run, columns.Subjects, subject), out var failed);
        return new(unit, failed);
    }

    private UnitOutcome<Tristate, Interval> AnyRow(in SubjectView subject, out ulong failed) =>
        _units.Evaluate(new(subject, subject.Rows(Clause.PerRow?.Ordinal ?? 0).AnyRow, 0, null), out failed);

    // Two subjects are put through the rules: one that fails a condition, and one that does not. What the rules say of them holds of all
    // that are alike; where it cannot be written as a known amount, nobody is plain.
    private bool TrySetPlain(ClauseColumns columns, bool[] beyond)
    {
        var (count, known, plain) = (columns.Subjects.Count, columns.Known, columns.BeginPlain());
        if (!_units.TryRoundKnown(known.Amount.AsSpan(0, count), plain.Fen.AsSpan(0, count)))
            return false;
        var (due, refused) = (-1, -1);
        for (var i = 0; i < count && (due < 0 || refused < 0); i++)
        {
            if (known.Open[i] || beyond[i])
                continue;
            if (known.Failed[i] == 0)
                due = due < 0 ? i : due;
            else
                refused = refused < 0 ? i : refused;
        }
        var outcomes = (Due: Outcome(columns, due), Refused: Outcome(columns, refused));
        var isDue = due >= 0 && outcomes.Due.Clause.IsDue.IsYes;
        if ((due >= 0 && !Fits(outcomes.Due.Clause, isDue ? plain.Fen[due] : 0)) || (refused >= 0 && !Fits(outcomes.Refused.Clause, 0)))
            return false;
        plain.Take(outcomes.Due, outcomes.Refused);
        for (var i = 0; i < count; i++)
        {
            plain.Is[i] = !known.Open[i];
            plain.Fen[i] &= isDue & known.Failed[i] == 0 ? -1 : 0;
        }
        columns.SetPlain();
        return true;
    }

    private static bool Fits(in ClauseState state, long fen) =>
        !state.IsOutOfColumns && state.IsDue.Truth != Truth.Unknown && state.Amount.IsPoint && state.Amount.Low == fen;

    private (ClauseState Clause, UnitState Unit) Outcome(ClauseColumns columns, int subject) => subject < 0 ? default
        : (Evaluate(new(_run, columns.Subjects, subject), hasKnown: true, columns, default), columns.Units(subject)[0]);

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

    private ClauseState Evaluate(in SubjectView subject, bool hasKnown, ClauseColumns columns, in SubjectEntries entries)
    {
        var values = new SubjectValues(this, subject, hasKnown, columns, entries);
        var sum = ClauseSequence<Tristate, Interval>.Sum(ref values);
        return new(ClauseSequence<Tristate, Interval>.Cap(Clause, sum, ref values), values.Failed);
    }

    private static bool IsBeyond(ReadOnlySpan<UnitState> units)
    {
        foreach (ref readonly var unit in units)
        {
            if ((unit.Marks & UnitMarks.Beyond) != 0)
                return true;
        }
        return false;
    }

    /// <summary>The units and caps of one subject; each unit is kept as it is evaluated.</summary>
    private ref struct SubjectValues : IClauseUnits<Tristate, Interval>, IClauseCaps<Interval>
    {
        private readonly ClauseRunner _clause;
        private readonly SubjectView _subject;
        private readonly ClauseColumns _columns;
        private readonly SubjectEntries _entries;
        private readonly Span<UnitState> _units;
        private readonly RowRange _rows;
        private readonly int _first;
        private readonly bool _hasKnown;

        public SubjectValues(
            ClauseRunner clause, in SubjectView subject, bool hasKnown, ClauseColumns columns, in SubjectEntries entries)
        {
            (_clause, _subject, _hasKnown, _columns) = (clause, subject, hasKnown, columns);
            _units = columns.Units(subject.Index);
            _first = columns.FirstUnit(subject.Index);
            _entries = entries;
            _rows = clause.Clause.PerRow is { } detail ? subject.Rows(detail.Ordinal) : default;
        }

        /// <summary>Conditions that are certainly false for every unit so far.</summary>
        public ulong Failed { get; private set; } = FailedSet<ulong>.OfNoUnit;

        public readonly int Count => _units.Length;

        public readonly Tristate MissingTable => _rows.IsMissing ? _clause._missingTable : Tristate.No;

        public readonly Interval PaidBefore => Interval.Of(_entries.PaidBefore(hasRows: _clause.Clause.PerRow is not null));

        public UnitOutcome<Tristate, Interval> Unit(int index)
        {
            var (place, known) = (_first + index, _columns.Known);
            var input = new UnitInput(_subject, _clause.Clause.PerRow is null ? default : _rows.Row(place), _columns.PaidYears[place],
                _entries.IsEmpty ? null : _entries.Approved(_columns.RowKey(_subject.Index, index)));
            UnitOutcome<Tristate, Interval> unit;
            ulong failed;
            if (_hasKnown && !known.Open[place])
                (unit, failed) = (_clause._units.EvaluateKnown(input, known, place), known.Failed[place]);
            else
                unit = _clause._units.Evaluate(input, out failed);
            _units[index] = new(unit, failed);
            Failed = FailedSet<ulong>.InCommon(Failed, failed);
            return unit;
        }

        public UnitOutcome<Tristate, Interval> AnyRow()
        {
            var unit = _clause.AnyRow(_subject, out var failed);
            Failed = FailedSet<ulong>.InCommon(Failed, failed);
            return unit;
        }

        public readonly Interval Cap(CapKind kind) => _clause._units.Cap(kind, _subject);

        public readonly void Applied(CapKind kind, Interval limit, Interval before, Interval after)
        {
        }
    }
}
