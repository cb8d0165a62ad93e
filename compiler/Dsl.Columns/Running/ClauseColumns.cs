// The outcomes of a clause for the subjects of a block before competition: the columns' counterpart of ClauseEvaluation.
using System.Collections.Immutable;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Columns.Running;

/// <summary>What is kept of a unit (the subject, or a row under 每个).</summary>
/// <param name="InForce">Whether the policy is in force.</param>
/// <param name="Qualifies">In force, every condition and the frequency together.</param>
/// <param name="IsDue">Whether the unit qualifies and its procedures are completed.</param>
/// <param name="Amount">The award as far as it is due, in fen.</param>
/// <param name="Failed">Bit i is set where condition i is certainly false.</param>
/// <param name="Marks">What else is kept.</param>
internal readonly record struct UnitState(
    Truth InForce, Truth Qualifies, Tristate IsDue, Interval Amount, ulong Failed, UnitMarks Marks)
{
    public UnitState(in UnitOutcome<Tristate, Interval> unit, ulong failed)
        : this(unit.InForce.Truth, unit.Qualifies.Truth, unit.IsDue, unit.Amount, failed,
            (unit.IsCut ? UnitMarks.Cut : 0) | (IsBeyond(unit) ? UnitMarks.Beyond : 0))
    {
    }

    /// <summary>The status by itself.</summary>
    public ClauseStatus Status(UnitStatus rule) => rule.Of(InForce, Qualifies, IsDue, Amount);

    private static bool IsBeyond(in UnitOutcome<Tristate, Interval> unit) => ClauseState.IsBeyond(
        unit.Amount, unit.Amount.Waits | unit.IsDue.Waits | unit.Qualifies.Waits | unit.Award.Waits);
}

/// <summary>Marks of a unit.</summary>
[Flags]
internal enum UnitMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The approved amount exceeds the ceiling.</summary>
    Cut = 1,

    /// <summary>An amount does not fit the columns: the interpreter evaluates the subject.</summary>
    Beyond = 2,
}

/// <summary>A clause for one subject.</summary>
/// <param name="InForce">Whether the policy is in force for it.</param>
/// <param name="Qualifies">Whether it may qualify.</param>
/// <param name="IsDue">Whether it is certainly due.</param>
/// <param name="Amount">The amount after the caps, in fen.</param>
/// <param name="Failed">Conditions that are certainly false for every unit.</param>
internal readonly record struct ClauseState(Truth InForce, Truth Qualifies, Tristate IsDue, Interval Amount, ulong Failed)
{
    public ClauseState(in ClauseOutcome<Tristate, Interval> clause, ulong failed)
        : this(clause.InForce.Truth, clause.Qualifies.Truth, clause.IsDue, clause.Amount, failed)
    {
    }

    /// <summary>Whether the columns do not hold the clause: the interpreter evaluates the subject.</summary>
    public bool IsOutOfColumns => IsBeyond(Amount, Amount.Waits | IsDue.Waits);

    /// <summary>Whether an amount does not fit, or a number left the limits, of which only the interpreter says where.</summary>
    public static bool IsBeyond(in Interval amount, ulong waits) => (waits & ExactInterval.Limit) != 0
        || amount.Low > long.MaxValue || amount.Low < -long.MaxValue || amount.High != Interval.Infinity && amount.High > long.MaxValue;
}

/// <summary>
/// Subjects of a clause without rows whose outcome is one of two, those of the rules themselves, but for the conditions that fail and the
/// amount.
/// </summary>
internal sealed class PlainSubjects
{
    private (ClauseState Clause, UnitState Unit) _due, _refused;
    private ulong[] _failed = [];

    /// <summary>Whether a subject is one of them.</summary>
    public bool[] Is { get; private set; } = [];

    /// <summary>The awards in fen; 0 where a condition fails.</summary>
    public long[] Fen { get; private set; } = [];

    /// <summary>Bit i is set where condition i is false.</summary>
    public ReadOnlySpan<ulong> Failed => _failed;

    /// <summary>The outcome where no condition fails, without the amount.</summary>
    public ref readonly ClauseState Due => ref _due.Clause;

    /// <summary>The outcome where some condition fails, without saying which.</summary>
    public ref readonly ClauseState Refused => ref _refused.Clause;

    /// <summary>Makes room for a block.</summary>
    public void Begin(int count, ulong[] failed)
    {
        _failed = failed;
        if (Is.Length < count)
            (Is, Fen) = (new bool[failed.Length], new long[failed.Length]);
    }

    /// <summary>Takes the two outcomes.</summary>
    public void Take((ClauseState, UnitState) due, (ClauseState, UnitState) refused) => (_due, _refused) = (due, refused);

    /// <summary>The outcome of a subject.</summary>
    public ClauseState ClauseOf(int subject) => _failed[subject] == 0
        ? _due.Clause with { Amount = Interval.Of(Fen[subject]) } : _refused.Clause with { Failed = _failed[subject] };

    /// <summary>The outcome of a subject as the one unit of the clause.</summary>
    public UnitState UnitOf(int subject) => _failed[subject] == 0
        ? _due.Unit with { Amount = Interval.Of(Fen[subject]) } : _refused.Unit with { Failed = _failed[subject] };
}

/// <summary>A clause over a block. Used by one thread, for one block after another.</summary>
internal sealed class ClauseColumns
{
    private readonly PlainSubjects _plain = new();
    private UnitState[] _units = [];
    private ClauseState[] _states = [];

    /// <summary>The subjects that need no state of their own; null where all have one.</summary>
    public PlainSubjects? Plain { get; private set; }

    /// <summary>The subjects.</summary>
    public SubjectBlock Subjects { get; private set; } = new(0, 0, 0);

    /// <summary>The rows of 每个; null for a clause without it.</summary>
    public RowBlock? Rows { get; private set; }

    /// <summary>What the block kernel says of units whose inputs are all known.</summary>
    public UnitColumns Known { get; } = new();

    /// <summary>Per unit, how many earlier years have a net payment; all 0 at the beginning of a block.</summary>
    public int[] PaidYears { get; private set; } = [];

    /// <summary>Records of the application year so far, in yuan, for the subjects that have some.</summary>
    public Dictionary<int, Rational> PaidThisYear { get; } = [];

    /// <summary>The subjects with records of earlier years.</summary>
    public HashSet<int> PaidBefore { get; } = [];

    /// <summary>What is to be said of approvals, for the subjects that have some.</summary>
    public Dictionary<int, ImmutableArray<ApprovalNote>> ApprovalNotes { get; } = [];

    /// <summary>Begins a block: what is filled in afterwards is not cleared before.</summary>
    public void Begin(SubjectBlock subjects, RowBlock? rows, bool hasWideAmounts)
    {
        (Subjects, Rows, Plain) = (subjects, rows, null);
        PaidThisYear.Clear();
        PaidBefore.Clear();
        ApprovalNotes.Clear();
        if (_states.Length < subjects.Count)
            _states = new ClauseState[subjects.Count];
        var units = rows?.Count ?? subjects.Count;
        if (_units.Length < units)
        {
            var capacity = Math.Max(units, _units.Length * 2);
            (_units, PaidYears) = (new UnitState[capacity], new int[capacity]);
        }
        Array.Clear(PaidYears);
        Known.Begin(units, hasWideAmounts);
    }

    /// <summary>Begins subjects that need no state of their own; they count once <see cref="SetPlain"/> is called.</summary>
    public PlainSubjects BeginPlain()
    {
        _plain.Begin(Subjects.Count, Known.Failed);
        return _plain;
    }

    /// <summary>Reads subjects as plain from now on.</summary>
    public void SetPlain() => Plain = _plain;

    /// <summary>The outcome of the clause for a subject.</summary>
    public ClauseState State(int subject) => Plain is { } plain && plain.Is[subject] ? plain.ClauseOf(subject) : _states[subject];

    /// <summary>Keeps the outcome for a subject that is not plain.</summary>
    public void SetState(int subject, in ClauseState state) => _states[subject] = state;

    /// <summary>Whether the clause may be due for a subject.</summary>
    public bool IsLive(int subject) => (Plain is { } plain && plain.Is[subject]
        ? (plain.Failed[subject] == 0 ? plain.Due : plain.Refused) : _states[subject]).IsDue.Truth != Truth.No;

    /// <summary>The rows of a subject, or the subject as a whole.</summary>
    public Span<UnitState> Units(int subject)
    {
        if (Plain is { } plain && plain.Is[subject])
            _units[subject] = plain.UnitOf(subject);
        return Rows is null ? _units.AsSpan(subject, 1) : _units.AsSpan(Rows.Offsets[subject]..Rows.Offsets[subject + 1]);
    }

    /// <summary>The first unit of a subject.</summary>
    public int FirstUnit(int subject) => Rows is null ? subject : Rows.Offsets[subject];

    /// <summary>The key of unit i of a subject by its number; <see cref="DictionaryCode.Missing"/> for the subject as a whole.</summary>
    public int RowKey(int subject, int unit) => Rows is null ? DictionaryCode.Missing : Rows.Keys[Rows.Offsets[subject] + unit];
}

/// <summary>The status rule over kernel values.</summary>
/// <param name="dataWaits">The bits of a clause that stand for missing data rather than for decisions.</param>
internal sealed class UnitStatus(ulong dataWaits)
{
    /// <summary>The status of a clause or unit without competition.</summary>
    public ClauseStatus Of(Truth inForce, Truth qualifies, Tristate isDue, Interval amount) => StatusRule.Of(
        inForce, qualifies, isDisplaced: false, isDue.Truth, amount.IsPoint, ((isDue.Waits | amount.Waits) & dataWaits) != 0);
}
