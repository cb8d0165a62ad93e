// What a policy has besides clauses: targets, pools, duties, procedures.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Ir.Nodes;

/// <summary>目标: a figure to be met by a date, over the registry or from outside.</summary>
/// <param name="LegalBasis">Number, title, quotes, departments.</param>
/// <param name="Deadline">期限, a date or a year; null for 每年 or none.</param>
/// <param name="Indicator">The figure over the registry; null where external.</param>
/// <param name="Type">The figure's type.</param>
/// <param name="Comparison">The required relation of the figure to <paramref name="Value"/>.</param>
/// <param name="Value">The required value.</param>
/// <param name="Parts">其中.</param>
public sealed record IrTarget(
    IrLegalBasis LegalBasis, IrExpression? Deadline, IrExpression? Indicator, DslType Type, ComparisonOperator Comparison,
    IrExpression Value, ImmutableArray<IrTargetPart> Parts)
{
    /// <summary>The name of the input that brings an external figure: 文号 目标 8, followed by the part's text for a part.</summary>
    public static string InputName(string policyNumber, string number, string? part) =>
        $"{policyNumber} 目标 {number}{(part is null ? "" : " " + part)}";
}

/// <summary>其中: a part of a target.</summary>
/// <param name="Text">As written.</param>
/// <param name="Indicator">The figure of the part (the target's indicator with the part's condition put in); null where external.</param>
/// <param name="Comparison">The required relation.</param>
/// <param name="Value">The required value.</param>
public sealed record IrTargetPart(string Text, IrExpression? Indicator, ComparisonOperator Comparison, IrExpression Value);

/// <summary>资金池: reports what its clauses draw against its size; never cuts an award.</summary>
/// <param name="LegalBasis">Number, title, quotes, departments.</param>
/// <param name="Size">规模, money.</param>
/// <param name="Clauses">Numbers of the clauses of the same policy that draw on it; empty if not stated.</param>
/// <param name="Levels">资金: the levels of government that fill it; empty if not stated.</param>
public sealed record IrPool(IrLegalBasis LegalBasis, IrExpression Size, ImmutableArray<string> Clauses, ImmutableArray<string> Levels);

/// <summary>义务: a duty with a due date.</summary>
/// <param name="LegalBasis">Number, title, quotes, departments.</param>
/// <param name="Deadline">A date expression over 施行日期; null if not stated.</param>
public sealed record IrDuty(IrLegalBasis LegalBasis, IrExpression? Deadline);

/// <summary>程序: a gate.</summary>
/// <param name="LegalBasis">Number, title, quotes, departments.</param>
/// <param name="Subject">The kind of subject whose facts it reads.</param>
/// <param name="Applies">情形; null for always.</param>
/// <param name="Steps">须经: truths that must be 是, with their text.</param>
/// <param name="Clauses">Numbers of the clauses that require the procedure; empty for all of the policy.</param>
public sealed record IrProcedure(
    IrLegalBasis LegalBasis, IrSubject Subject, IrExpression? Applies, ImmutableArray<IrCondition> Steps, ImmutableArray<string> Clauses);

/// <summary>算例.</summary>
public sealed record IrExample
{
    /// <summary>The clause's or target's number.</summary>
    public required string Number { get; init; }

    /// <summary>Whether it is an example of a 目标.</summary>
    public bool IsTarget { get; init; }

    /// <summary>Its title; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The stated facts, records (of the clause itself unless said otherwise) and parameters.</summary>
    public required SubjectFacts Facts { get; init; }

    /// <summary>
    /// The subjects that the target counts, in groups of the same facts; empty if it counts only the one of <see cref="Facts"/>.
    /// </summary>
    public ImmutableArray<IrSubjectGroup> Groups { get; init; } = [];

    /// <summary>What is expected of parts of the target.</summary>
    public ImmutableArray<IrExpectedPart> ExpectedParts { get; init; } = [];

    /// <summary>Values of external parameters.</summary>
    public ImmutableDictionary<string, Value> Parameters { get; init; } = ImmutableDictionary<string, Value>.Empty;

    /// <summary>测算日; null for the policy's effective date.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>年度; null for the year of the as-of date.</summary>
    public int? Year { get; init; }

    /// <summary>连同: other clauses that compete (policy number, clause number).</summary>
    public ImmutableArray<(string PolicyNumber, string ClauseNumber)> CompetingClauses { get; init; } = [];

    /// <summary>本年兑付; null where it is not said.</summary>
    public Rational? ExpectedPayout { get; init; }

    /// <summary>The expected status word, such as 不符合; null where only an amount is expected.</summary>
    public string? ExpectedStatus { get; init; }

    /// <summary>The expected amount (a point) or bounds; null where only a status is expected.</summary>
    public Bounds? ExpectedAmount { get; init; }

    public SourceLocation Origin { get; init; } = SourceLocation.None;

    /// <summary>Where 应得 is written.</summary>
    public SourceLocation ExpectationOrigin { get; init; } = SourceLocation.None;
}

/// <summary>已知 企业 7110家: so many subjects with the same facts.</summary>
/// <param name="Count">How many, at least 0.</param>
/// <param name="Facts">The facts of each.</param>
public sealed record IrSubjectGroup(long Count, SubjectFacts Facts);

/// <summary>其中 in an 算例: what is expected of a part of a target.</summary>
/// <param name="Part">The part's <see cref="IrTargetPart.Text"/>.</param>
/// <param name="Status">The status word; null where only a figure is expected.</param>
/// <param name="Figure">The figure; null where only a status is expected.</param>
public sealed record IrExpectedPart(string Part, string? Status, Bounds? Figure);

/// <summary>恒有.</summary>
/// <param name="Number">The clause's number.</param>
/// <param name="Condition">A truth over the clause's facts, 令 and <see cref="ContextKind.Award"/>.</param>
/// <param name="Origin">Where it is written.</param>
public sealed record IrInvariant(string Number, IrExpression Condition, SourceLocation Origin);
