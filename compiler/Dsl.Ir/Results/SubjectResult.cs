// The result of an evaluation for one subject. Plain data, the same from every back end.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Ir.Results;

/// <summary>The status of a clause or row; the first that holds, in this order.</summary>
public enum ClauseStatus
{
    /// <summary>不在施行期.</summary>
    NotInForce,

    /// <summary>不符合.</summary>
    NotEligible,

    /// <summary>让位.</summary>
    Displaced,

    /// <summary>符合.</summary>
    Eligible,

    /// <summary>资料不全.</summary>
    MissingFacts,

    /// <summary>待核定.</summary>
    AwaitingDecision,
}

public static class ClauseStatusExtensions
{
    private static readonly string[] Words = ["不在施行期", "不符合", "让位", "符合", "资料不全", "待核定"];

    public static string Word(this ClauseStatus status) => Words[(int)status];

    /// <summary>Whether nothing is due, and never was: no competition decided it.</summary>
    public static bool IsRefused(this ClauseStatus status) => status is ClauseStatus.NotInForce or ClauseStatus.NotEligible;

    public static ClauseStatus? Parse(string word) => Array.IndexOf(Words, word) is >= 0 and var index ? (ClauseStatus)index : null;
}

/// <summary>An amount in yuan by level (资金, 分担), in the order in which the clause names the levels.</summary>
public readonly record struct LevelAmount(string Level, Bounds Amount);

/// <summary>Which clause displaced another.</summary>
/// <param name="PolicyNumber">文号; for 其他政策支持 the text of the record.</param>
/// <param name="ClauseNumber">The clause; empty for 其他政策支持.</param>
/// <param name="Rule">从高不重复 or 从新.</param>
public sealed record Displacement(string PolicyNumber, string ClauseNumber, string Rule);

/// <summary>The result of one row under 每个. Amounts are before the caps of the subject.</summary>
/// <param name="Key">The row's key (事项行).</param>
/// <param name="Amount">Rounded bounds in yuan; [0, 0] where not eligible.</param>
/// <param name="Unknowns">The unknowns that can still change the result.</param>
/// <param name="DisplacedBy">Set when <see cref="Status"/> is Displaced.</param>
public sealed record RowResult(string Key, ClauseStatus Status, Bounds Amount, Unknowns Unknowns, Displacement? DisplacedBy)
{
    /// <summary>数量 that is paid for, where the clause counts one (累计 最多 … 计 …); null where it counts none.</summary>
    public Bounds? Quantity { get; init; }

    /// <summary>The rows (of other clauses) that it competes with while it is open who wins; null where it stands alone.</summary>
    public CompetingGroup? Group { get; init; }
}

/// <summary>
/// A remark on records: a 核定 that was cut to the ceiling or ignored, or a deduction of money received in earlier years.
/// </summary>
/// <param name="rowKey">The row that the record names; null for the subject as a whole.</param>
/// <param name="write">Writes the reason; called only when it is read, because a registry has very many remarks.</param>
public sealed class ApprovalNote(string? rowKey, Func<string> write)
{
    /// <summary>The row that the record names; null for the subject as a whole.</summary>
    public string? RowKey { get; } = rowKey;

    /// <summary>Why, in Chinese.</summary>
    public string Text => write();
}

/// <summary>The result of one clause for one subject.</summary>
public sealed record ClauseResult
{
    public required IrClause Clause { get; init; }

    public required ClauseStatus Status { get; init; }

    /// <summary>Bounds of the award in yuan, whole fen: Low is 金额, High is 最高 (null: 不封顶). [0, 0] where nothing is due.</summary>
    public required Bounds Amount { get; init; }

    /// <summary>应得: the award of this year in full, where it is paid in parts (兑付); null elsewhere.</summary>
    public Bounds? Entitled { get; init; }

    /// <summary>The award of this year: 应得 in full, whatever of it is paid this year.</summary>
    public Bounds Award => Entitled ?? Amount;

    /// <summary>The parts that make up <see cref="Amount"/> where awards are paid in parts; empty elsewhere.</summary>
    public ImmutableArray<PartResult> Parts { get; init; } = [];

    /// <summary>数量 that is paid for, where the clause counts one and has no rows; null elsewhere.</summary>
    public Bounds? Quantity { get; init; }

    /// <summary>What still matters: data first (缺少), then decisions (等待).</summary>
    public Unknowns Unknowns { get; init; } = Unknowns.None;

    public ImmutableArray<LevelAmount> Levels { get; init; } = [];

    /// <summary>Rows, for 每个; empty otherwise. Rows that do not qualify are in it.</summary>
    public ImmutableArray<RowResult> Rows { get; init; } = [];

    /// <summary>Set when <see cref="Status"/> is Displaced.</summary>
    public Displacement? DisplacedBy { get; init; }

    /// <summary>Whether the amount counts in totals (not 落实 of an evaluated clause).</summary>
    public bool CountsInTotals { get; init; } = true;

    /// <summary>
    /// The competing group that the clause belongs to while no member has certainly won; null where it counts alone. Totals count a
    /// group once, as its <see cref="CompetingGroup.Amount"/>.
    /// </summary>
    public CompetingGroup? Group { get; init; }

    /// <summary>Sum of 兑现记录 of the application year, shown as 本年已兑现; null where there is none.</summary>
    public Rational? PaidThisYear { get; init; }

    /// <summary>
    /// Index in <see cref="IrClause.Conditions"/> of every condition that is certainly false (why not);
    /// for 每个, those false for every row.
    /// </summary>
    public ImmutableArray<int> FailedConditions { get; init; } = [];

    /// <summary>核定 records that were not taken as they stand; their texts are among <see cref="Notes"/> too.</summary>
    public ImmutableArray<ApprovalNote> ApprovalNotes { get; init; } = [];

    /// <summary>Whether 合计上限 took something off.</summary>
    public bool IsCutTogether { get; init; }

    /// <summary>
    /// What came off the award: money of earlier years (竞合), 合计上限; their texts are among <see cref="Notes"/> too.
    /// </summary>
    public ImmutableArray<ApprovalNote> ReceivedNotes { get; init; } = [];

    /// <summary>
    /// Remarks for the reader, in Chinese: an approval cut to the ceiling, an assumed effective date, a cap that bit, 频次 used up.
    /// </summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>A part of an award of this or an earlier year that is, or may be, due.</summary>
/// <param name="Part">Of which award, and which part.</param>
/// <param name="Amount">In yuan.</param>
public readonly record struct PartResult(PaymentPart Part, Bounds Amount);

/// <summary>Clauses (or rows) that compete while it is open who wins.</summary>
/// <param name="BenefitItem">事项.</param>
/// <param name="RowKey">The row's key where rows compete; null between clauses.</param>
/// <param name="Amount">Counted once: [largest lower, largest upper].</param>
public sealed record CompetingGroup(string BenefitItem, string? RowKey, Bounds Amount)
{
    /// <summary>The possible amount of each 形式, from 0, if members differ in it; empty if all have the same.</summary>
    public ImmutableArray<LevelAmount> Forms { get; init; } = [];

    /// <summary>The joint amount of the members of a 形式.</summary>
    public Bounds AmountOf(string form) => Forms.IsEmpty ? Amount : Forms.FirstOrDefault(amount => amount.Level == form).Amount;
}

/// <summary>Sums of amounts.</summary>
/// <param name="Amount">Sum of lower bounds, and of the upper bounds that exist.</param>
/// <param name="Unbounded">不封顶: how many amounts have no upper bound (left out of High).</param>
/// <param name="Levels">By level.</param>
/// <param name="Forms">By 形式 (股权投资, 授信 …), which is not in <paramref name="Amount"/>.</param>
public sealed record Totals(Bounds Amount, int Unbounded, ImmutableArray<LevelAmount> Levels, ImmutableArray<LevelAmount> Forms)
{
    public static Totals None { get; } = new(Bounds.Exactly(0), 0, [], []);
}

/// <summary>The results under one policy.</summary>
/// <param name="Clauses">One per clause of the subject's kind that is not 说明, in the order of the file.</param>
/// <param name="Totals">Sums; a competing group across policies counts in the policy of its first member.</param>
public sealed record PolicyResult(IrPolicy Policy, ImmutableArray<ClauseResult> Clauses, Totals Totals);

/// <summary>The result for one subject.</summary>
/// <param name="Key">The subject's key.</param>
/// <param name="AsOf">测算日.</param>
/// <param name="Year">年度.</param>
/// <param name="Policies">One per policy of the program.</param>
/// <param name="Totals">Sums over all.</param>
/// <param name="Notes">Remarks on the whole (records not supplied).</param>
public sealed record SubjectResult(string Key, DateOnly AsOf, int Year, ImmutableArray<PolicyResult> Policies, Totals Totals,
    ImmutableArray<string> Notes);
