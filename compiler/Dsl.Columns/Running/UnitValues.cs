// The values of one unit as the columns supply them to the sequence of rules: conditions with bounds or from the block kernel,
// and each form in which an award may be held.
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Rules;
using Dsl.Values.Exact;

namespace Dsl.Columns.Running;

/// <summary>Where a unit is read, and what records say of it.</summary>
/// <param name="Row">The row under 每个; not read by a clause without it.</param>
/// <param name="PaidYears">How many earlier years count as paid.</param>
/// <param name="Approved">核定 of the application year, in fen; null where there is none.</param>
internal readonly record struct UnitInput(SubjectView Subject, RowView Row, int PaidYears, long? Approved);

/// <summary>Conditions with bounds.</summary>
internal readonly struct BoundsValues(ClauseKernel kernel, ClauseProcedures procedures, in UnitInput input, Tristate conditions)
    : IUnitValues<Interval, Tristate>
{
    private readonly UnitInput _input = input;

    public Interval Anchor => kernel.Anchor(_input.Subject, _input.Row);

    public Tristate Conditions { get; } = conditions;

    public int PaidYears => _input.PaidYears;

    // Not computed in columns.
    public int PaidRows => 0;

    public Rational PaidQuantity => Rational.Zero;

    public Tristate Procedures => procedures.Of(_input.Subject);
}

/// <summary>Conditions that the block kernel computed, all of them known.</summary>
internal readonly struct KnownValues(ClauseProcedures procedures, in UnitInput input, UnitColumns columns, int index)
    : IUnitValues<Lane<long>, Tristate>
{
    private readonly UnitInput _input = input;

    public Lane<long> Anchor => new(columns.Anchor[index]);

    public Tristate Conditions => ConditionRule<Tristate, ulong>.AllOfKnown(columns.Failed[index]);

    public int PaidYears => _input.PaidYears;

    public int PaidRows => 0;

    public Rational PaidQuantity => Rational.Zero;

    public Tristate Procedures => procedures.Of(_input.Subject);
}

/// <summary>An award with bounds, in the fraction of the clause.</summary>
internal readonly struct BoundsAward(ClauseKernel kernel, in UnitInput input, AwardForm form, FixedRounding rounding)
    : IAwarded<Interval, Interval>
{
    private readonly UnitInput _input = input;

    public Interval Amount => kernel.Amount(_input.Subject, _input.Row);

    public Interval Floor => throw new InvalidOperationException("The interpreter computes floors.");

    public Interval Approved => form.Approved(_input.Approved);

    public bool IsApproved => _input.Approved is not null;

    public Interval Round(Interval amount) => rounding.Round(amount);
}

/// <summary>An award that no fixed fraction holds.</summary>
internal readonly struct ExactAward(ClauseKernel kernel, in UnitInput input, AwardForm form) : IAwarded<ExactInterval, Interval>
{
    private readonly UnitInput _input = input;

    public ExactInterval Amount => kernel.ExactAmount(_input.Subject, _input.Row);

    public ExactInterval Floor => throw new InvalidOperationException("The interpreter computes floors.");

    public ExactInterval Approved => ExactInterval.From(form.Approved(_input.Approved), 100);

    public bool IsApproved => _input.Approved is not null;

    public Interval Round(ExactInterval amount) => form.Exact.Round(amount);
}

/// <summary>A formula that the block kernel computed in 64 bits.</summary>
internal readonly struct KnownAward(UnitColumns columns, int index, FixedRounding rounding) : IAwarded<Lane<long>, Interval>
{
    public Lane<long> Amount => new(columns.Amount[index]);

    public Lane<long> Floor => throw new InvalidOperationException("The interpreter computes floors.");

    public Lane<long> Approved => throw new InvalidOperationException("The award is a formula.");

    public bool IsApproved => false;

    public Interval Round(Lane<long> amount) => rounding.Round(amount);
}

/// <summary>A formula that the block kernel computed in 128 bits.</summary>
internal readonly struct WideAward(UnitColumns columns, int index, FixedRounding rounding) : IAwarded<Lane<Int128>, Interval>
{
    public Lane<Int128> Amount => new(columns.WideAmount[index]);

    public Lane<Int128> Floor => throw new InvalidOperationException("The interpreter computes floors.");

    public Lane<Int128> Approved => throw new InvalidOperationException("The award is a formula.");

    public bool IsApproved => false;

    public Interval Round(Lane<Int128> amount) => rounding.Round(amount);
}
