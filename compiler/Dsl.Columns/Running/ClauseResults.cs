// Results of a clause from its columns, as the interpreter gives them: statuses, amounts in yuan, names of what is missing.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Columns.Blocks;
using Dsl.Columns.Emitting;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Text;

namespace Dsl.Columns.Running;

/// <summary>Makes results of one clause (without remarks). Safe on several threads.</summary>
internal sealed class ClauseResults
{
    private readonly IrPolicy _policy;
    private readonly IReadOnlyList<UnknownBit> _waits;
    private readonly StringDictionary _texts;
    private readonly ExpressionEvaluator _evaluator;
    private readonly UnitStatus _status;
    private readonly ulong _ofRow;
    private readonly ulong _fixed;
    private readonly ClauseResult _nothing;

    // Most results of a registry are refusals, and these are the same for many subjects.
    private readonly ConcurrentDictionary<(ClauseStatus Status, ulong Failed), ClauseResult> _refused = new();
    private readonly ConcurrentDictionary<ulong, Unknowns> _names = new();

    public ClauseResults(ClausePlan plan, EvaluationContext context, StringDictionary texts)
    {
        (_policy, Clause, _waits, _texts, _evaluator) = (plan.Policy, plan.Clause, plan.Unknowns.Bits, texts, new(context));
        var dataWaits = 0UL;
        for (var bit = 0; bit < _waits.Count; bit++)
        {
            dataWaits |= new UnknownItem(_waits[bit].Kind, _waits[bit].Name).AwaitsDecision ? 0 : 1UL << bit;
            _ofRow |= _waits[bit].IsOfRow ? 1UL << bit : 0;
            _fixed |= _waits[bit].Scope == UnknownBitScope.Fixed ? 1UL << bit : 0;
        }
        _status = new(dataWaits);
        _nothing = new()
        {
            Clause = Clause,
            Status = ClauseStatus.NotEligible,
            Amount = Bounds.Exactly(0),
            Levels = LevelsOf(Bounds.Exactly(0)),
            CountsInTotals = Clause.CountsInTotals,
        };
    }

    public IrClause Clause { get; }

    /// <summary>An amount in fen as yuan.</summary>
    public static Rational Yuan(Int128 fen) => fen == 0 ? Rational.Zero : new Rational((BigInteger)fen, 100);

    /// <summary>The result for a subject if the clause stands alone. A refusal comes without its rows.</summary>
    public ClauseResult Alone(FactBatch facts, ClauseColumns columns, int subject)
    {
        var state = columns.State(subject);
        var status = _status.Of(state.InForce, state.Qualifies, state.IsDue, state.Amount);
        var notes = columns.ApprovalNotes.Count > 0 && columns.ApprovalNotes.TryGetValue(subject, out var some) ? some : [];
        Rational? paid = columns.PaidThisYear.Count > 0 && columns.PaidThisYear.TryGetValue(subject, out var amount) ? amount : null;
        if (status.IsRefused())
        {
            var refused = Refused(status, state.Failed);
            return notes.IsEmpty && paid is null ? refused : refused with { ApprovalNotes = notes, PaidThisYear = paid };
        }
        var bounds = Yuan(state.Amount);
        return _nothing with
        {
            Status = status,
            Amount = bounds,
            Unknowns = StatusRule.IsOpen(status) ? Names(facts, columns, subject, state.IsDue.Waits, state.Amount.Waits) : Unknowns.None,
            Levels = state.Amount.High == 0 ? _nothing.Levels : LevelsOf(bounds),
            Rows = Clause.PerRow is null ? [] : Rows(facts, columns, subject),
            PaidThisYear = paid,
            FailedConditions = state.Failed == 0 ? [] : Refused(ClauseStatus.NotEligible, state.Failed).FailedConditions,
            ApprovalNotes = notes,
        };
    }

    /// <summary>The results of all subjects if the clause stands alone; records make objects of some.</summary>
    /// <param name="facts">The subjects.</param>
    /// <param name="columns">What the runner left.</param>
    /// <param name="results">Filled.</param>
    /// <param name="beyond">Subjects that are passed over.</param>
    public void Fill(FactBatch facts, ClauseColumns columns, ClauseColumn results, bool[] beyond)
    {
        var count = columns.Subjects.Count;
        results.Begin(count);
        if (columns.Rows is { } rows)
        {
            (results.Offsets, results.RowKeys) = (rows.Offsets, rows.Keys);
            results.Rows.Reserve(rows.Count);
        }
        if (columns.Plain is { } plain)
            Fill(plain, count, results);
        var hasRecords = columns.ApprovalNotes.Count > 0 || columns.PaidThisYear.Count > 0;
        for (var subject = 0; subject < count; subject++)
        {
            if (beyond[subject] || columns.Plain?.Is[subject] == true)
                continue;
            if (hasRecords && (columns.ApprovalNotes.ContainsKey(subject) || columns.PaidThisYear.ContainsKey(subject)))
            {
                results.Objects.Add(subject, Alone(facts, columns, subject));
                continue;
            }
            var state = columns.State(subject);
            var status = _status.Of(state.InForce, state.Qualifies, state.IsDue, state.Amount);
            results.Failed[subject] = state.Failed;
            Set(results.Amounts, subject, status, status.IsRefused() ? Interval.Zero : state.Amount,
                StatusRule.IsOpen(status) ? Names(facts, columns, subject, state.IsDue.Waits, state.Amount.Waits) : null);
            if (!status.IsRefused() && columns.Rows is not null)
                FillRows(facts, columns, results, subject);
        }
    }

    // All at once: what does not belong to a plain subject is written over afterwards, or never read.
    private void Fill(PlainSubjects plain, int count, ClauseColumn results)
    {
        var amounts = results.Amounts;
        var (due, refused) = ((byte)StatusOf(plain.Due), (byte)StatusOf(plain.Refused));
        plain.Fen.AsSpan(0, count).CopyTo(amounts.Low);
        plain.Fen.AsSpan(0, count).CopyTo(amounts.High);
        plain.Failed[..count].CopyTo(results.Failed);
        Array.Clear(amounts.Unknowns, 0, count);
        for (var i = 0; i < count; i++)
            amounts.Status[i] = plain.Failed[i] == 0 ? due : refused;
    }

    private ClauseStatus StatusOf(in ClauseState state) => _status.Of(state.InForce, state.Qualifies, state.IsDue, state.Amount);

    private void FillRows(FactBatch facts, ClauseColumns columns, ClauseColumn results, int subject)
    {
        var units = columns.Units(subject);
        for (var i = 0; i < units.Length; i++)
        {
            ref var unit = ref units[i];
            var status = unit.Status(_status);
            Set(results.Rows, results.Offsets[subject] + i, status, unit.Amount,
                StatusRule.IsOpen(status) ? Names(unit.IsDue.Waits | unit.Amount.Waits, facts, columns, subject, i) : null);
        }
    }

    private static void Set(AmountColumns amounts, int index, ClauseStatus status, in Interval fen, Unknowns? unknowns)
    {
        amounts.Status[index] = (byte)status;
        amounts.Low[index] = (long)fen.Low;
        amounts.High[index] = fen.High == Interval.Infinity ? AmountColumns.Unbounded : (long)fen.High;
        amounts.Unknowns[index] = unknowns is { IsNone: false } ? unknowns : null;
    }

    /// <summary>The clause as it meets its rivals.</summary>
    /// <param name="runner">The runner of the clause.</param>
    /// <param name="alone">What <see cref="Alone"/> says.</param>
    /// <param name="facts">The subjects.</param>
    /// <param name="columns">What the runner left.</param>
    public EvaluatedClause Evaluated(ClauseRunner runner, ClauseResult alone, FactBatch facts, ClauseColumns columns, int subject)
    {
        var states = columns.Units(subject);
        var units = ImmutableArray.CreateBuilder<EvaluatedUnit>(states.Length);
        for (var i = 0; i < states.Length; i++)
            units.Add(Evaluated(states[i], facts, columns, subject, i));
        var anyRow = states.IsEmpty ? Evaluated(runner.AnyRow(columns, subject), facts, columns, subject, -1) : null;
        return new(_policy, alone, units.MoveToImmutable(), anyRow, columns.Rows is { } rows && rows.IsMissing[subject]);
    }

    private EvaluatedUnit Evaluated(in UnitState unit, FactBatch facts, ClauseColumns columns, int subject, int index) => new(
        columns.Rows is null || index < 0 ? null : _texts.TextOf(columns.RowKey(subject, index)),
        unit.InForce,
        unit.Qualifies,
        new(unit.IsDue.Truth, Names(unit.IsDue.Waits, facts, columns, subject, index)),
        new(Yuan(unit.Amount), Names(unit.Amount.Waits, facts, columns, subject, index)));

    private ClauseResult Refused(ClauseStatus status, ulong failed) =>
        _refused.TryGetValue((status, failed), out var known) ? known
        : _refused.GetOrAdd((status, failed), _nothing with { Status = status, FailedConditions = FailedSet<ulong>.Indexes(failed) });

    private ImmutableArray<LevelAmount> LevelsOf(Bounds amount) =>
        Clause.Kind == ClauseKind.Award ? SharingRule.Split(amount, Clause.Shares) : [];

    private ImmutableArray<RowResult> Rows(FactBatch facts, ClauseColumns columns, int subject)
    {
        var units = columns.Units(subject);
        var rows = ImmutableArray.CreateBuilder<RowResult>(units.Length);
        for (var i = 0; i < units.Length; i++)
        {
            var status = units[i].Status(_status);
            var unknowns = StatusRule.IsOpen(status)
                ? Names(units[i].IsDue.Waits | units[i].Amount.Waits, facts, columns, subject, i) : Unknowns.None;
            rows.Add(new(_texts.TextOf(columns.RowKey(subject, i)), status, Yuan(units[i].Amount), unknowns, null));
        }
        return rows.MoveToImmutable();
    }

    // A wait of a row is named with the key of each row that has it, in the part (condition or amount) that is still open.
    private Unknowns Names(FactBatch facts, ClauseColumns columns, int subject, ulong due, ulong amount)
    {
        var unknowns = Names((due | amount) & ~_ofRow, facts, columns, subject, -1);
        if (((due | amount) & _ofRow) == 0)
            return unknowns;
        var units = columns.Units(subject);
        if (units.IsEmpty)
            return unknowns | Names((due | amount) & _ofRow, facts, columns, subject, -1);
        for (var i = 0; i < units.Length; i++)
            unknowns |= Names((units[i].IsDue.Waits & due | units[i].Amount.Waits & amount) & _ofRow, facts, columns, subject, i);
        return unknowns;
    }

    /// <summary>
    /// The names of some waits; of the subject as a whole, or of a row of which nothing is known, where the unit is negative.
    /// </summary>
    private Unknowns Names(ulong waits, FactBatch facts, ClauseColumns columns, int subject, int unit)
    {
        if (waits == 0)
            return Unknowns.None;
        var names = (waits & _fixed) == 0 ? Unknowns.None
            : _names.TryGetValue(waits & _fixed, out var known) ? known
            : _names.GetOrAdd(waits & _fixed, NamesOfFixed);
        for (waits &= ~_fixed; waits != 0; waits &= waits - 1)
            names |= NameOf(_waits[BitOperations.TrailingZeroCount(waits)], facts, columns, subject, unit);
        return names;
    }

    private Unknowns NamesOfFixed(ulong waits)
    {
        var names = Unknowns.None;
        for (; waits != 0; waits &= waits - 1)
            names |= Unknowns.Of(_waits[BitOperations.TrailingZeroCount(waits)].Kind, _waits[BitOperations.TrailingZeroCount(waits)].Name);
        return names;
    }

    private Unknowns NameOf(UnknownBit wait, FactBatch facts, ClauseColumns columns, int subject, int unit)
    {
        switch (wait.Scope)
        {
            case UnknownBitScope.Row:
                return Unknowns.Of(wait.Kind, $"{wait.Field?.Detail}[{_texts.TextOf(columns.RowKey(subject, unit))}].{wait.Name}");
            case UnknownBitScope.OpenText when wait.Field is { } field:
                var (table, row) = field.Detail is null || columns.Rows is null
                    ? ((TableBlock)columns.Subjects, subject)
                    : (columns.Rows, columns.Rows.Offsets[subject] + unit);
                return Unknowns.Of(wait.Kind, $"{wait.Name}（{_texts.TextOf(table.Codes[field.Ordinal]?.Values[row] ?? 0)}）");
            default:
                var frame = Frame.OfSubject(_policy, facts.Facts[subject]);
                if (wait.Scope == UnknownBitScope.RowExpression && Clause.PerRow is { } detail)
                    frame = frame.ForRow(detail, unit < 0 ? null : facts.Facts[subject].Details[detail.Ordinal]?[unit]);
                return wait.Node is { } node ? _evaluator.Visit(node, frame).Unknowns : Unknowns.None;
        }
    }

    private static Bounds Yuan(in Interval fen) =>
        fen.IsPoint ? Bounds.Exactly(Yuan(fen.Low)) : new(Yuan(fen.Low), fen.High == Interval.Infinity ? null : Yuan(fen.High));
}
