// An 算例 with resolved references: what is known, what is expected.
using System.Collections.Immutable;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;

namespace Dsl.Semantics.Bound;

/// <summary>A fact with its value in an 算例.</summary>
public sealed record BoundGiven(FieldSymbol Field, Value Value);

/// <summary>A 核定 or 兑现 record in an 算例.</summary>
/// <param name="Of">Whose record it is.</param>
/// <param name="Year">年度; null for that of the example.</param>
/// <param name="Amount">In yuan.</param>
/// <param name="RowKey">The row; null for the subject.</param>
public sealed record BoundRecord((string PolicyNumber, string ClauseNumber) Of, int? Year, Rational Amount, string? RowKey)
{
    /// <summary>数量; null where it is not said.</summary>
    public Rational? Quantity { get; init; }

    /// <summary>期次: the year of the award and the number of the part; null where it is not said.</summary>
    public (int Year, int Number)? Part { get; init; }
}

/// <summary>已知 目标: a figure that comes from outside.</summary>
/// <param name="Part">The part that it is for; null for the target as a whole.</param>
/// <param name="Value">The figure.</param>
public sealed record BoundFigure(string? Part, Value Value)
{
    /// <summary>The word for the figure of the target as a whole.</summary>
    public const string Whole = "指标";
}

/// <summary>已知 企业 7110家: 名 = 值. So many subjects with the same facts and nothing else known of them.</summary>
/// <param name="Subject">The kind of subject.</param>
/// <param name="Count">How many.</param>
/// <param name="Facts">What is known of each.</param>
public sealed record BoundGroup(SubjectSymbol Subject, long Count, ImmutableArray<BoundGiven> Facts);

/// <summary>其中 in an 算例: what is expected of a part of a target.</summary>
/// <param name="Part">The part's text, as the target has it.</param>
/// <param name="Status">The status word; null where only a figure is said.</param>
/// <param name="Figure">The figure; null where only a status is said.</param>
public sealed record BoundExpectedPart(string Part, string? Status, Bounds? Figure);

/// <summary>算例.</summary>
public sealed class BoundExample
{
    /// <summary>The block.</summary>
    public required ExampleBlock Syntax { get; init; }

    /// <summary>The number of the clause or target.</summary>
    public required string Number { get; init; }

    /// <summary>Whether it is of a 目标.</summary>
    public bool IsTarget { get; init; }

    /// <summary>Whose facts they are.</summary>
    public required SubjectSymbol Subject { get; init; }

    /// <summary>Facts of the subject.</summary>
    public ImmutableArray<BoundGiven> Facts { get; init; } = [];

    /// <summary>Rows by detail; a detail said to have none (无) has an empty array.</summary>
    public ImmutableDictionary<DetailSymbol, ImmutableArray<ImmutableArray<BoundGiven>>> Rows { get; init; } =
        ImmutableDictionary<DetailSymbol, ImmutableArray<ImmutableArray<BoundGiven>>>.Empty;

    /// <summary>External parameters.</summary>
    public ImmutableDictionary<string, Value> Parameters { get; init; } = ImmutableDictionary<string, Value>.Empty;

    /// <summary>Figures of the target that come from outside.</summary>
    public ImmutableArray<BoundFigure> Figures { get; init; } = [];

    /// <summary>Groups of subjects of the registry (targets only); empty where there is but the one subject.</summary>
    public ImmutableArray<BoundGroup> Groups { get; init; } = [];

    /// <summary>What is expected of parts of the target.</summary>
    public ImmutableArray<BoundExpectedPart> ExpectedParts { get; init; } = [];

    /// <summary>核定.</summary>
    public ImmutableArray<BoundRecord> Approvals { get; init; } = [];

    /// <summary>兑现.</summary>
    public ImmutableArray<BoundRecord> Payments { get; init; } = [];

    /// <summary>测算日.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>年度.</summary>
    public int? Year { get; init; }

    /// <summary>连同.</summary>
    public ImmutableArray<(string PolicyNumber, string ClauseNumber)> CompetingClauses { get; init; } = [];

    /// <summary>The status word of 应得.</summary>
    public string? ExpectedStatus { get; init; }

    /// <summary>The amount or bounds of 应得.</summary>
    public Bounds? ExpectedAmount { get; init; }

    /// <summary>本年兑付; null where it is not said.</summary>
    public Rational? ExpectedPayout { get; init; }

    /// <summary>The 应得 line; null where missing (reported).</summary>
    public ExpectLine? Expectation { get; init; }
}
