// One clause over the subjects of a block: units, gates, sum, caps; and its result in the words of the interpreter.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Backends.Roslyn.Emitting;
using Dsl.Ir.Facts;
using Dsl.Ir.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Library.Kernels;
using Dsl.Library.Values;

namespace Dsl.Runtime.Batch.Columns;

/// <summary>Runs one clause. Holds no state of a run: safe on several threads.</summary>
internal sealed class ClauseRunner
{
    private static readonly UnitRecords NoRecords = new(null, 0);

    private readonly ClausePlan _plan;
    private readonly ClauseKernel _kernel;
    private readonly KernelRun _run;
    private readonly int _year;
    private readonly UnitStatus _status;
    private readonly ulong _tableWait;
    private readonly ClauseResult _nothing;

    public ClauseRunner(ClausePlan plan, ClauseKernel kernel, KernelRun run)
    {
        (_plan, _kernel, _run, _year) = (plan, kernel, run, run.Year);
        var dataWaits = 0UL;
        for (var bit = 0; bit < plan.Waits.Waits.Count; bit++)
        {
            var wait = plan.Waits.Waits[bit];
            if (!new UnknownItem(wait.Kind, wait.Name).AwaitsDecision)
                dataWaits |= 1UL << bit;
            if (wait.Kind == UnknownKind.Table && wait.Name == Clause.Each?.Name)
                _tableWait = 1UL << bit;
        }
        _status = new(dataWaits);
        _nothing = new()
        {
            Clause = Clause,
            Status = ClauseStatus.NotEligible,
            Amount = Bounds.Exactly(0),
            Levels = Clause.Kind == IrClauseKind.Award ? SharingRule.Split(Bounds.Exactly(0), Clause.Shares) : [],
            CountsInTotals = Clause.CountsInTotals,
        };
    }

    /// <summary>The clause.</summary>
    public IrClause Clause => _plan.Clause;

    /// <summary>Its policy.</summary>
    public IrPolicy Policy => _plan.Policy;

    /// <summary>What the clause comes to for a subject; false where an amount leaves the columns.</summary>
    /// <param name="block">The block.</param>
    /// <param name="subject">The subject's index in it.</param>
    /// <param name="facts">The same subject, for its records.</param>
    /// <param name="units">Filled with its rows (or the subject as a whole).</param>
    /// <param name="state">What it comes to.</param>
    public bool TryEvaluate(SubjectBlock block, int subject, SubjectFacts facts, List<UnitState> units, out ClauseState state)
    {
        units.Clear();
        state = default;
        var frame = new SubjectFrame(_run, block, subject);
        var records = facts.Approvals.IsEmpty && facts.Payments.IsEmpty ? null : new ClauseRecords(facts, Policy, Clause, _year);
        var gate = _kernel.Gate(frame);
        if (Clause.Each is not { } detail)
        {
            if (!TryReadRecords(records, null, out var unit))
                return false;
            units.Add(UnitState.Of(_kernel.Evaluate(frame, default, unit), gate));
            Whole(units[0], ref state);
        }
        else
        {
            var rows = frame.Rows(detail.Ordinal);
            for (var row = rows.First; row < rows.End; row++)
            {
                var key = records is null ? null : (facts.Details[detail.Ordinal] ?? [])[row - rows.First].Key;
                if (!TryReadRecords(records, key, out var unit))
                    return false;
                units.Add(UnitState.Of(_kernel.Evaluate(frame, rows.Row(row), unit), gate));
            }
            if (units.Count > 0)
                OfRows(units, ref state);
            else
                OfAnyRow(UnitState.Of(_kernel.Evaluate(frame, rows.AnyRow, NoRecords), gate), rows.IsMissing, ref state);
        }
        return TryCap(frame, records, ref state) && Fits(state.Amount) && units.TrueForAll(static unit => Fits(unit.Amount));
    }

    private static void Whole(UnitState unit, ref ClauseState state)
    {
        (state.InForce, state.Qualifies) = (unit.Outcome.InForce.Truth, unit.Outcome.Qualifies.Truth);
        (state.IsDue, state.Amount, state.Failed) = (unit.IsDue, unit.Amount, unit.Outcome.Failed);
    }

    private static void OfRows(List<UnitState> units, ref ClauseState state)
    {
        (state.InForce, state.Qualifies, state.IsDue, state.Failed) = (Truth.No, Truth.No, Tri.No, ulong.MaxValue);
        foreach (var unit in units)
        {
            state.InForce = unit.Outcome.InForce.Truth == Truth.No ? state.InForce : Truth.Yes;
            state.Qualifies = unit.Outcome.Qualifies.Truth == Truth.No ? state.Qualifies : Truth.Yes;
            state.IsDue |= unit.IsDue;
            state.Amount += unit.Amount;
            state.Failed &= unit.Outcome.Failed;
        }
    }

    // No rows, or nobody knows how many.
    private void OfAnyRow(UnitState any, bool tableIsMissing, ref ClauseState state)
    {
        (state.InForce, state.Failed) = (any.Outcome.InForce.Truth, any.Outcome.Failed);
        (state.Qualifies, state.IsDue, state.Amount) = (Truth.No, Tri.No, Interval.Zero);
        if (!tableIsMissing)
            return;
        state.Qualifies = any.Outcome.Qualifies.Truth == Truth.No ? Truth.No : Truth.Yes;
        if (any.IsDue.Truth == Truth.No)
            return;
        state.IsDue = Tri.Unknown(_tableWait | any.IsDue.Waits);
        state.Amount = any.Amount.High > 0 ? Interval.NonNegative(_tableWait) : Interval.Zero;
    }

    private bool TryCap(in SubjectFrame frame, ClauseRecords? records, ref ClauseState state)
    {
        if (state.IsDue.Truth == Truth.No)
            return true;
        if (Clause.SubjectCap is not null)
            state.Amount = Interval.Min(state.Amount, _kernel.SubjectCap(frame));
        if (Clause.CumulativeCap is null)
            return true;
        var paid = records?.NetOfEarlierYears(Clause.Each is not null) ?? Rational.Zero;
        if (!FixedPoint.TryConvert(paid, 100, out var paidBefore))
            return false;
        state.Amount = Interval.Min(state.Amount, _kernel.CumulativeCap(frame, paidBefore));
        return true;
    }

    private static bool Fits(Interval amount) => amount.Low <= long.MaxValue && (amount.High == Interval.Infinity || amount.High <= long.MaxValue);

    private static bool TryReadRecords(ClauseRecords? records, string? rowKey, out UnitRecords unit)
    {
        unit = NoRecords;
        if (records is null)
            return true;
        long? approved = null;
        if (records.Approved(rowKey) is { } amount)
        {
            if (!FixedPoint.TryConvert(amount, 100, out var fen))
                return false;
            approved = fen;
        }
        unit = new(approved, records.NetByEarlierYear(rowKey).Count(static year => year.Value.Sign > 0));
        return true;
    }

    /// <summary>
    /// The result as the interpreter gives it (without remarks); null where only the interpreter can say it all: names that depend on
    /// several rows, approvals with what is to be said of them.
    /// </summary>
    public ClauseResult? Result(SubjectFacts facts, in ClauseState state, List<UnitState> units)
    {
        var approvalNotes = ImmutableArray<ApprovalNote>.Empty;
        if (!facts.Approvals.IsEmpty && (approvalNotes = ApprovalNotes(new(facts, Policy, Clause, _year), facts, units)).IsDefault)
            return null;
        var status = _status.Of(state.InForce, state.Qualifies, state.IsDue, state.Amount);
        var isOpen = status is ClauseStatus.MissingFacts or ClauseStatus.AwaitingDecision;
        var unknowns = Unknowns.None;
        if (isOpen && !TryName(state.IsDue.Waits, state.Amount.Waits, facts, units, out unknowns))
            return null;
        var rows = ImmutableArray<RowResult>.Empty;
        if (Clause.Each is { } detail && units.Count > 0 && (rows = Rows(facts, detail, units)).IsDefault)
            return null;
        var bounds = Yuan(state.Amount);
        return _nothing with
        {
            Status = status,
            Amount = bounds,
            Unknowns = unknowns,
            Levels = Clause.Kind == IrClauseKind.Award && (state.Amount.High != 0 || state.Amount.Low != 0) ? SharingRule.Split(bounds, Clause.Shares) : _nothing.Levels,
            Rows = rows,
            PaidThisYear = facts.Payments.IsEmpty ? null : new ClauseRecords(facts, Policy, Clause, _year).PaidThisYear,
            FailedConditions = FailedConditions(state.Failed),
            ApprovalNotes = approvalNotes,
        };
    }

    /// <summary>The result of a clause that another displaced.</summary>
    public ClauseResult Displaced(ClauseResult alone, Displacement by) =>
        alone with { Status = ClauseStatus.Displaced, Amount = _nothing.Amount, Levels = _nothing.Levels, DisplacedBy = by };

    /// <summary>What is to be said of approvals; default where a ceiling would have to be named.</summary>
    private ImmutableArray<ApprovalNote> ApprovalNotes(ClauseRecords records, SubjectFacts facts, List<UnitState> units)
    {
        if (records.Approvals.IsEmpty)
            return [];
        var notes = ImmutableArray.CreateBuilder<ApprovalNote>();
        var rows = Clause.Each is { } detail ? facts.Details[detail.Ordinal] ?? [] : default;
        var keys = new HashSet<string?>();
        for (var i = 0; i < units.Count; i++)
        {
            var key = rows.IsDefault ? null : rows[i].Key;
            keys.Add(key);
            if (records.Approved(key) is not { } approved)
                continue;
            if (units[i].Outcome.IsRefused)
                notes.Add(new(key, ApprovalRemarks.NotQualified(approved)));
            else if (Clause.Award is IrFormula)
                notes.Add(new(key, ApprovalRemarks.ByFormula(approved)));
            else if (units[i].Outcome.IsCut)
                return default;
        }
        notes.AddRange(ApprovalRemarks.Stray(records, keys));
        return notes.ToImmutable();
    }

    private ImmutableArray<RowResult> Rows(SubjectFacts facts, IrDetail detail, List<UnitState> units)
    {
        var rows = ImmutableArray.CreateBuilder<RowResult>(units.Count);
        var input = facts.Details[detail.Ordinal] ?? [];
        for (var i = 0; i < units.Count; i++)
        {
            var status = units[i].Status(_status);
            var unknowns = Unknowns.None;
            if (status is ClauseStatus.MissingFacts or ClauseStatus.AwaitingDecision
                && !TryName(units[i].IsDue.Waits | units[i].Amount.Waits, facts, input[i], out unknowns))
                return default;
            rows.Add(new(input[i].Key, status, Yuan(units[i].Amount), unknowns, null));
        }
        return rows.MoveToImmutable();
    }

    private bool TryName(ulong due, ulong amount, SubjectFacts facts, List<UnitState> units, out Unknowns unknowns)
    {
        var ofRows = 0UL;
        for (var bit = 0; bit < _plan.Waits.Waits.Count; bit++)
            ofRows |= IsOfRow(_plan.Waits.Waits[bit]) ? 1UL << bit : 0;
        var isNamed = TryName((due | amount) & ~ofRows, facts, null, out unknowns);
        if (!isNamed || Clause.Each is not { } detail || ((due | amount) & ofRows) == 0)
            return isNamed;
        // A wait of a row is named with the key of each row that has it, in the part (condition or amount) that is still open.
        var rows = facts.Details[detail.Ordinal] ?? [];
        for (var i = 0; i < units.Count; i++)
        {
            if (!TryName((units[i].IsDue.Waits & due | units[i].Amount.Waits & amount) & ofRows, facts, rows[i], out var ofRow))
                return false;
            unknowns |= ofRow;
        }
        return true;
    }

    private static bool IsOfRow(Wait wait) => wait.Scope == WaitScope.Row || wait is { Scope: WaitScope.OpenText, Field.Detail: not null };

    private bool TryName(ulong waits, SubjectFacts facts, RowFacts? row, out Unknowns unknowns)
    {
        unknowns = Unknowns.None;
        for (; waits != 0; waits &= waits - 1)
        {
            var wait = _plan.Waits.Waits[BitOperations.TrailingZeroCount(waits)];
            if (wait.Scope == WaitScope.Interpreted)
                return false;
            unknowns |= Unknowns.Of(wait.Kind, NameOf(wait, facts, row));
        }
        return true;
    }

    private static string NameOf(Wait wait, SubjectFacts facts, RowFacts? row) => wait.Scope switch
    {
        WaitScope.Row => $"{wait.Field?.Detail}[{row?.Key}].{wait.Name}",
        WaitScope.OpenText when wait.Field is { } field =>
            $"{wait.Name}（{(((field.Detail is null ? facts.Values : row?.Values ?? [])[field.Ordinal] ?? field.Default) as TextValue)?.Text}）",
        _ => wait.Name,
    };

    private static ImmutableArray<int> FailedConditions(ulong failed)
    {
        if (failed == 0)
            return [];
        var indexes = ImmutableArray.CreateBuilder<int>(BitOperations.PopCount(failed));
        for (; failed != 0; failed &= failed - 1)
            indexes.Add(BitOperations.TrailingZeroCount(failed));
        return indexes.MoveToImmutable();
    }

    private static Bounds Yuan(Interval fen) => new(
        new Rational((BigInteger)fen.Low, 100), fen.High == Interval.Infinity ? null : new Rational((BigInteger)fen.High, 100));
}
