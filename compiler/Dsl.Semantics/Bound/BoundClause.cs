// A 条款 with resolved references: who, under which conditions, how much, how often, up to what.
using System.Collections.Immutable;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Semantics.Bound;

/// <summary>How the amount is said.</summary>
public enum BoundAwardMode
{
    /// <summary>A formula.</summary>
    Formula,

    /// <summary>核定.</summary>
    Approval,

    /// <summary>一事一议.</summary>
    CaseByCase,
}

/// <summary>奖补.</summary>
/// <param name="Syntax">The line.</param>
/// <param name="Mode">How the amount is said.</param>
/// <param name="Amount">The formula, or the ceiling of 核定; null where there is none.</param>
public sealed record BoundAward(AwardLine Syntax, BoundAwardMode Mode, BoundExpression? Amount)
{
    /// <summary>The least that is decided by 核定 or 一事一议; null where there is none.</summary>
    public BoundExpression? Floor { get; init; }

    /// <summary>比照: conditions and formula are those of another clause; null where they are its own.</summary>
    public BoundLikeness? Like { get; init; }
}

/// <summary>频次.</summary>
/// <param name="Syntax">The line; null where not said.</param>
/// <param name="Kind">Which one.</param>
/// <param name="Years">N.</param>
/// <param name="Anchor">X.</param>
public sealed record BoundFrequency(FrequencyLine? Syntax, FrequencyKind Kind, int? Years, BoundExpression? Anchor)
{
    /// <summary>N of 每次 累计 最多 N次; null for no limit.</summary>
    public int? Times { get; init; }

    /// <summary>累计 最多 N 计 X; null where it is not said, or was reported.</summary>
    public BoundAllowance? Allowance { get; init; }

    /// <summary>自 X; null where it is not said.</summary>
    public BoundWindow? Window { get; init; }

    /// <summary>Not said.</summary>
    public static BoundFrequency Unlimited { get; } = new(null, FrequencyKind.Unlimited, null, null);
}

/// <summary>取整.</summary>
/// <param name="Mode">Direction.</param>
/// <param name="Step">The unit in yuan.</param>
public sealed record BoundRounding(RoundingMode Mode, Rational Step)
{
    /// <summary>Half away from zero to the fen.</summary>
    public static BoundRounding ToFen { get; } = new(RoundingMode.HalfAwayFromZero, new Rational(1, 100));
}

/// <summary>落实.</summary>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">条款; null where only the policy is said.</param>
/// <param name="IsInProgram">Whether that policy (and clause) is among the files.</param>
public sealed record BoundPassThrough(string PolicyNumber, string? ClauseNumber, bool IsInProgram);

/// <summary>A bound clause.</summary>
public sealed class BoundClause
{
    private ImmutableArray<ClauseReference> _references;

    /// <summary>Number, title, quotes.</summary>
    public required BoundLegalBasis LegalBasis { get; init; }

    /// <summary>What it gives.</summary>
    public required ClauseKind Kind { get; init; }

    /// <summary>对象.</summary>
    public required SubjectSymbol Subject { get; init; }

    /// <summary>每个.</summary>
    public DetailSymbol? PerRow { get; init; }

    /// <summary>The scope that it inherits; null for none or 范围 不限.</summary>
    public ScopeConditions? Scope { get; init; }

    /// <summary>条件 and 排除.</summary>
    public ImmutableArray<BoundCondition> Conditions { get; init; } = [];

    /// <summary>令, each after those that it uses.</summary>
    public ImmutableArray<BoundLet> Locals { get; init; } = [];

    /// <summary>奖补.</summary>
    public BoundAward? Award { get; init; }

    /// <summary>频次.</summary>
    public BoundFrequency Frequency { get; init; } = BoundFrequency.Unlimited;

    /// <summary>单位上限.</summary>
    public BoundExpression? SubjectCap { get; init; }

    /// <summary>单位上限 … 按比例: the rows bear the cut in proportion.</summary>
    public bool IsSubjectCapShared { get; init; }

    /// <summary>累计上限.</summary>
    public BoundExpression? CumulativeCap { get; init; }

    /// <summary>累计上限 … 每行: of each row, over facts of the row.</summary>
    public BoundExpression? RowCap { get; init; }

    /// <summary>名额.</summary>
    public BoundQuota? Quota { get; init; }

    /// <summary>总额.</summary>
    public BoundBudget? Budget { get; init; }

    /// <summary>兑付; null where an award is paid at once.</summary>
    public BoundPayout? Payout { get; init; }

    /// <summary>取整.</summary>
    public BoundRounding Rounding { get; init; } = BoundRounding.ToFen;

    /// <summary>分担, or 资金, or the policy's 级次.</summary>
    public ImmutableArray<(string Level, Rational Parts)> Shares { get; init; } = [];

    /// <summary>受益人.</summary>
    public string Beneficiary { get; init; } = "";

    /// <summary>事项.</summary>
    public string? BenefitItem { get; init; }

    /// <summary>形式.</summary>
    public string Form { get; init; } = "";

    /// <summary>另行给予.</summary>
    public bool IsStackable { get; init; }

    /// <summary>落实.</summary>
    public BoundPassThrough? PassThrough { get; init; }

    /// <summary>The blocks of the clauses that it names: what they quote is quoted for it as well.</summary>
    public ImmutableArray<NumberedBlock> Named { get; init; } = [];

    /// <summary>The clauses that it names in conditions and amounts.</summary>
    public ImmutableArray<ClauseReference> References => _references.IsDefault ? _references = ClauseReference.Of(this) : _references;

    /// <summary>享受.</summary>
    public string Entitlement { get; init; } = "";

    /// <summary>The number.</summary>
    public string Number => LegalBasis.Number;
}
