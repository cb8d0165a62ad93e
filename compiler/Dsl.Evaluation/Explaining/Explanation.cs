// Why and how much, as a plain tree of texts: what --explain prints and what its JSON holds.
using System.Collections.Immutable;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Explaining;

/// <summary>The explanation of a subject's result.</summary>
/// <param name="Key">The subject's key.</param>
/// <param name="AsOf">测算日.</param>
/// <param name="Year">年度.</param>
/// <param name="Policies">Policy by policy.</param>
/// <param name="Total">The sum as text.</param>
/// <param name="Notes">Remarks on the whole.</param>
public sealed record Explanation(
    string Key, DateOnly AsOf, int Year, ImmutableArray<PolicyExplanation> Policies, string Total, ImmutableArray<string> Notes)
{
    /// <summary>The version of this form; raised when a member changes its meaning or goes.</summary>
    public const int FormatVersion = 1;
}

/// <summary>The explanation of the clauses of a policy.</summary>
/// <param name="Number">文号.</param>
/// <param name="Clauses">Clause by clause.</param>
/// <param name="Total">The sum as text.</param>
public sealed record PolicyExplanation(string Number, string Title, ImmutableArray<ClauseExplanation> Clauses, string Total);

/// <summary>The explanation of a clause.</summary>
public sealed record ClauseExplanation
{
    /// <summary>条款.</summary>
    public required string Number { get; init; }

    public required string Title { get; init; }

    /// <summary>条: the place in the document; may be empty.</summary>
    public required string Place { get; init; }

    /// <summary>依据.</summary>
    public required ImmutableArray<string> Quotes { get; init; }

    /// <summary>The .policy file; empty where unknown.</summary>
    public required string Path { get; init; }

    /// <summary>The line in the file, 1-based.</summary>
    public required int Line { get; init; }

    public required ClauseStatus Status { get; init; }

    /// <summary>金额..最高 as text.</summary>
    public required string Amount { get; init; }

    /// <summary>The subject as a whole, or row by row under 每个.</summary>
    public required ImmutableArray<UnitExplanation> Units { get; init; }

    /// <summary>What happened between the rows and the amount: sum, caps, rivals, shares; one line each.</summary>
    public required ImmutableArray<string> Steps { get; init; }

    /// <summary>享受; empty for money.</summary>
    public required string Entitlement { get; init; }

    /// <summary>What is missing or awaited, and what would be needed.</summary>
    public required ImmutableArray<NeedExplanation> Needs { get; init; }

    public required ImmutableArray<string> Notes { get; init; }
}

/// <summary>The explanation of a row, or of the subject as a whole.</summary>
public sealed record UnitExplanation
{
    /// <summary>事项行; null for the subject as a whole.</summary>
    public required string? RowKey { get; init; }

    public required ClauseStatus Status { get; init; }

    /// <summary>The amount before the caps of the subject, as text.</summary>
    public required string Amount { get; init; }

    /// <summary>Conditions, scope first.</summary>
    public required ImmutableArray<ConditionExplanation> Conditions { get; init; }

    /// <summary>令 that were used: 占比 = 20人 ÷ 50人 = 40%.</summary>
    public required ImmutableArray<string> Locals { get; init; }

    /// <summary>频次 and the history that counted; null where 频次 is not said.</summary>
    public required ConditionExplanation? Frequency { get; init; }

    /// <summary>What <see cref="Formula"/> is: 算式, or 最高 for the ceiling of a 核定.</summary>
    public required string FormulaLabel { get; init; }

    /// <summary>The formula as written; empty where there is none.</summary>
    public required string Formula { get; init; }

    /// <summary>
    /// The formula with figures put in: min(200万元 × 30% = 60万元, 100万元) = 60万元; empty where there is none or it does not matter.
    /// </summary>
    public required string Figures { get; init; }

    /// <summary>核定, rounding, clamping, displacement; one line each.</summary>
    public required ImmutableArray<string> Steps { get; init; }

    /// <summary>What is missing or awaited for it.</summary>
    public required ImmutableArray<NeedExplanation> Needs { get; init; }
}

/// <summary>A condition with its facts and truth.</summary>
/// <param name="Text">As written.</param>
/// <param name="Truth">Whether it holds (for 排除: whether the exclusion does not apply).</param>
/// <param name="FromScope">Inherited from 范围.</param>
/// <param name="IsExclusion">Written as 排除.</param>
/// <param name="Figures">With figures put in; empty where that says nothing new.</param>
/// <param name="Facts">The facts that it read.</param>
public sealed record ConditionExplanation(
    string Text, Truth Truth, bool FromScope, bool IsExclusion, string Figures, ImmutableArray<FactExplanation> Facts);

/// <summary>A fact and its value.</summary>
/// <param name="Value">Its value as text; 未知, or what is known of it, where missing.</param>
/// <param name="IsKnown">Whether it is known.</param>
public sealed record FactExplanation(string Name, string Value, bool IsKnown);

/// <summary>What is missing or awaited.</summary>
/// <param name="Item">The thing.</param>
/// <param name="Text">What would be needed, as a sentence.</param>
public sealed record NeedExplanation(UnknownItem Item, string Text);
