// What a clause comes to for the subjects of a block before it meets its rivals: the columns' counterpart of the interpreter's ClauseWork.
using System.Collections.Immutable;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Columns.Running;

/// <summary>One unit (the subject, or a row under 每个) under gates.</summary>
/// <param name="Outcome">What the kernel says.</param>
/// <param name="IsDue">Whether the conditions hold and no gate holds it back.</param>
/// <param name="Amount">The award under both, in fen.</param>
internal readonly record struct UnitState(UnitOutcome Outcome, Tristate IsDue, Interval Amount)
{
    /// <summary>A unit behind a gate.</summary>
    public static UnitState Of(UnitOutcome outcome, Tristate gate)
    {
        var isDue = outcome.Qualifies & gate;
        return new(outcome, isDue, AwardRule.WhereDue(isDue, outcome.Award));
    }

    /// <summary>The status by itself.</summary>
    public ClauseStatus Status(UnitStatus rule) => rule.Of(Outcome.InForce.Truth, Outcome.Qualifies.Truth, IsDue, Amount);
}

/// <summary>A clause for one subject.</summary>
internal struct ClauseState
{
    /// <summary>Whether the policy is in force for it.</summary>
    public Truth InForce { get; set; }

    /// <summary>Whether it may qualify.</summary>
    public Truth Qualifies { get; set; }

    /// <summary>Whether it is certainly due.</summary>
    public Tristate IsDue { get; set; }

    /// <summary>The amount after the caps, in fen.</summary>
    public Interval Amount { get; set; }

    /// <summary>Conditions that are certainly false for every unit.</summary>
    public ulong Failed { get; set; }

    /// <summary>Takes over what the units come to together.</summary>
    public void Set(in UnitsRule<Interval, Tristate> units) =>
        (InForce, Qualifies, IsDue, Amount) = (units.InForce.Truth, units.Qualifies.Truth, units.IsDue, units.Amount);
}

/// <summary>A clause over a block. Used by one thread, for one block after another.</summary>
internal sealed class ClauseColumns
{
    private UnitState[] _units = [];
    private ClauseState[] _states = [];

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
        (Subjects, Rows) = (subjects, rows);
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

    /// <summary>What the clause comes to for a subject.</summary>
    public ref ClauseState State(int subject) => ref _states[subject];

    /// <summary>The rows of a subject, or the subject as a whole.</summary>
    public Span<UnitState> Units(int subject) =>
        Rows is null ? _units.AsSpan(subject, 1) : _units.AsSpan(Rows.Offsets[subject]..Rows.Offsets[subject + 1]);

    /// <summary>The first unit of a subject.</summary>
    public int FirstUnit(int subject) => Rows is null ? subject : Rows.Offsets[subject];

    /// <summary>The key of unit i of a subject by its number; <see cref="DictionaryCode.Missing"/> for the subject as a whole.</summary>
    public int RowKey(int subject, int unit) => Rows is null ? DictionaryCode.Missing : Rows.Keys[Rows.Offsets[subject] + unit];
}

/// <summary>Statuses of kernel values.</summary>
/// <param name="dataWaits">The bits of a clause that stand for missing data rather than for decisions.</param>
internal sealed class UnitStatus(ulong dataWaits)
{
    /// <summary>The status of a clause or unit that meets no rival.</summary>
    public ClauseStatus Of(Truth inForce, Truth qualifies, Tristate isDue, Interval amount) => StatusRule.Of(
        inForce, qualifies, isDisplaced: false, isDue.Truth, amount.IsPoint, ((isDue.Waits | amount.Waits) & dataWaits) != 0);
}
