// Policies and clauses as the back ends see them: every rule resolved, every default explicit.
using System.Collections.Immutable;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Text;

namespace Dsl.Ir.Nodes;

/// <summary>A checked set of policies, ready to be evaluated. Only policies without errors are in it.</summary>
/// <param name="Schema">The data definitions.</param>
/// <param name="Parameters">The 参数.</param>
/// <param name="Policies">The policies, in order of file path.</param>
public sealed record IrProgram(IrSchema Schema, ImmutableArray<IrParameter> Parameters, ImmutableArray<IrPolicy> Policies)
{
    /// <summary>The policies, earlier ones first (by 施行日期, then 文号): the order in which clauses meet.</summary>
    public ImmutableArray<IrPolicy> ByAge =>
        [.. Policies.OrderBy(static policy => policy.EffectiveDate).ThenBy(static policy => policy.Number, StringComparer.Ordinal)];
}

/// <summary>How the clauses of a policy combine with other support.</summary>
/// <param name="OthersInArea">本区其他政策 从高不重复.</param>
/// <param name="WithinPolicy">本政策内 从高不重复.</param>
/// <param name="SupersedesEarlier">以往政策 从新.</param>
public sealed record IrCombination(bool OthersInArea, bool WithinPolicy, bool SupersedesEarlier)
{
    /// <summary>Awards add.</summary>
    public static IrCombination None { get; } = new(false, false, false);
}

/// <summary>A policy document. Reference identity.</summary>
public sealed class IrPolicy
{
    public required string Title { get; init; }

    /// <summary>文号; the title where none is written. Unique in a program.</summary>
    public required string Number { get; init; }

    /// <summary>发文机关.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>地区, or the issuer where none is said: policies of one area compete.</summary>
    public string Area { get; init; } = "";

    /// <summary>级次, such as 区级: who pays where a clause does not say.</summary>
    public string Level { get; init; } = "";

    /// <summary>施行日期, else 成文日期.</summary>
    public required DateOnly EffectiveDate { get; init; }

    /// <summary>Whether <see cref="EffectiveDate"/> is the 成文日期 because no 施行日期 is written.</summary>
    public bool EffectiveDateIsAssumed { get; init; }

    /// <summary>失效日期, the last day in force; null while open.</summary>
    public DateOnly? ExpiryDate { get; init; }

    /// <summary>What may name other documents, as it is written: the file of the policy, and the text of the document (原文).</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>竞合.</summary>
    public IrCombination Combination { get; init; } = IrCombination.None;

    /// <summary>竞合 between clauses that are named.</summary>
    public ImmutableArray<IrExclusion> Exclusions { get; init; } = [];

    /// <summary>合计上限, in the order in which they are applied.</summary>
    public ImmutableArray<IrJointCap> JointCaps { get; init; } = [];

    /// <summary>Clauses, in the order of the file (also 说明 and 享受).</summary>
    public ImmutableArray<IrClause> Clauses { get; init; } = [];

    /// <summary>目标.</summary>
    public ImmutableArray<IrTarget> Targets { get; init; } = [];

    /// <summary>资金池.</summary>
    public ImmutableArray<IrPool> Pools { get; init; } = [];

    /// <summary>义务.</summary>
    public ImmutableArray<IrDuty> Duties { get; init; } = [];

    /// <summary>程序.</summary>
    public ImmutableArray<IrProcedure> Procedures { get; init; } = [];

    /// <summary>算例.</summary>
    public ImmutableArray<IrExample> Examples { get; init; } = [];

    /// <summary>恒有.</summary>
    public ImmutableArray<IrInvariant> Invariants { get; init; } = [];

    /// <summary>The procedures (程序) that a clause requires.</summary>
    public IEnumerable<IrProcedure> ProceduresOf(IrClause clause) =>
        Procedures
            .Where(gate => ReferenceEquals(gate.Subject, clause.Subject) && (gate.Clauses.IsEmpty || gate.Clauses.Contains(clause.Number)));

    /// <summary>The clause of a number, or null.</summary>
    public IrClause? FindClause(string number) => Clauses.FirstOrDefault(clause => Identity.Same(clause.Number, number));

    /// <inheritdoc/>
    public override string ToString() => Number;
}

/// <summary>What 条, 依据, 牵头, 责任 say of a clause, target, pool, duty or procedure.</summary>
public sealed record IrLegalBasis
{
    /// <summary>Number as written in half width, such as 3.1.</summary>
    public required string Number { get; init; }

    /// <summary>Title; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>条: place in the document.</summary>
    public string Place { get; init; } = "";

    /// <summary>依据, without the brackets.</summary>
    public ImmutableArray<string> Quotes { get; init; } = [];

    /// <summary>牵头.</summary>
    public ImmutableArray<string> Lead { get; init; } = [];

    /// <summary>责任.</summary>
    public ImmutableArray<string> Responsible { get; init; } = [];

    /// <summary>说明.</summary>
    public string Note { get; init; } = "";

    public SourceLocation Origin { get; init; } = SourceLocation.None;
}

/// <summary>How the amount comes about.</summary>
public abstract record IrAward
{
    /// <summary>What is computed of it: the formula, or the ceiling of 核定; null where there is neither.</summary>
    public IrExpression? Expression => this switch
    {
        IrFormula formula => formula.Amount,
        IrApproval approval => approval.Ceiling,
        _ => null,
    };

    /// <summary>The least that an authority may decide (最低); null where there is none.</summary>
    public IrExpression? Floor => this switch
    {
        IrApproval approval => approval.Least,
        IrCaseByCase free => free.Least,
        _ => null,
    };
}

/// <summary>奖补 = formula.</summary>
/// <param name="Amount">Money; clamped at 0 before rounding.</param>
public sealed record IrFormula(IrExpression Amount) : IrAward;

/// <summary>奖补 = 核定 [最低 x] [最高 y]: fixed by an approval record, from the floor up to the ceiling.</summary>
/// <param name="Ceiling">Money; null for no ceiling.</param>
/// <param name="Least">Money; null for no floor.</param>
public sealed record IrApproval(IrExpression? Ceiling, IrExpression? Least = null) : IrAward;

/// <summary>奖补 = 一事一议 [最低 x]: fixed by an approval record, without ceiling.</summary>
/// <param name="Least">Money; null for no floor.</param>
public sealed record IrCaseByCase(IrExpression? Least = null) : IrAward;

/// <summary>A condition of a clause or of its scope.</summary>
/// <param name="Expression">A truth; for 排除 already negated.</param>
/// <param name="IsExclusion">Written as 排除.</param>
/// <param name="FromScope">Inherited from 范围.</param>
/// <param name="Text">As written, for explanations and why-not counts.</param>
public sealed record IrCondition(IrExpression Expression, bool IsExclusion, bool FromScope, string Text);

/// <summary>取整.</summary>
/// <param name="Mode">Direction.</param>
/// <param name="Step">The unit in yuan: 1/100 for 分, 1 for 元, 10000 for 万元.</param>
public sealed record IrRounding(RoundingMode Mode, Rational Step)
{
    /// <summary>Half away from zero to the fen: the rule where 取整 says nothing.</summary>
    public static IrRounding ToFen { get; } = new(RoundingMode.HalfAwayFromZero, new Rational(1, 100));
}

/// <summary>分担: who pays which part; the last-named level takes what is left.</summary>
/// <param name="Level">市级, 区级 …</param>
/// <param name="Parts">Its part of <see cref="TotalParts"/>.</param>
/// <param name="TotalParts">The sum of all parts.</param>
public sealed record IrShare(string Level, Rational Parts, Rational TotalParts);

/// <summary>落实: the clause passes on a higher level's award.</summary>
/// <param name="PolicyNumber">文号 of the higher level's policy.</param>
/// <param name="ClauseNumber">Its clause; null if only the policy is named.</param>
/// <param name="IsInProgram">Whether that policy (and clause) is part of the program: then this clause adds 0 to totals.</param>
public sealed record IrPassThrough(string PolicyNumber, string? ClauseNumber, bool IsInProgram);

/// <summary>令: a named expression of a clause. Reference identity.</summary>
public sealed class IrLocal(string name, IrExpression value)
{
    public string Name { get; } = name;

    public IrExpression Value { get; } = value;
}

/// <summary>A clause. Reference identity.</summary>
public sealed class IrClause
{
    private bool? _readsHistory;

    /// <summary>Number, title, place, quotes, departments.</summary>
    public required IrLegalBasis LegalBasis { get; init; }

    public required ClauseKind Kind { get; init; }

    /// <summary>Who applies (对象).</summary>
    public required IrSubject Subject { get; init; }

    /// <summary>每个: the detail whose rows are computed one by one; null for the subject as a whole.</summary>
    public IrDetail? PerRow { get; init; }

    /// <summary>Scope conditions first (unless 范围 不限), then 条件 and 排除 in the order written.</summary>
    public ImmutableArray<IrCondition> Conditions { get; init; } = [];

    /// <summary>令, each after those that it uses.</summary>
    public ImmutableArray<IrLocal> Locals { get; init; } = [];

    /// <summary>奖补; null unless <see cref="Kind"/> is Award.</summary>
    public IrAward? Award { get; init; }

    /// <summary>频次.</summary>
    public IrFrequency Frequency { get; init; } = IrFrequency.Unlimited;

    /// <summary>单位上限; null for none. Evaluated on the subject's facts.</summary>
    public IrExpression? SubjectCap { get; init; }

    /// <summary>Whether the rows bear the cut of 单位上限 in proportion; else it is a line of its own.</summary>
    public bool IsSubjectCapShared { get; init; }

    /// <summary>累计上限; null for none.</summary>
    public IrExpression? CumulativeCap { get; init; }

    /// <summary>累计上限 每行, of each row over the years; null for none. Evaluated on the row.</summary>
    public IrExpression? RowCap { get; init; }

    /// <summary>What 合计上限 over this clause computes its amount from.</summary>
    public ImmutableArray<IrExpression> JointLimits { get; init; } = [];

    /// <summary>名额; null for none.</summary>
    public IrQuota? Quota { get; init; }

    /// <summary>总额; null for none.</summary>
    public IrBudget? Budget { get; init; }

    /// <summary>兑付; null where an award is paid at once.</summary>
    public IrPayout? Payout { get; init; }

    /// <summary>取整.</summary>
    public IrRounding Rounding { get; init; } = IrRounding.ToFen;

    /// <summary>分担, or 资金 (one level with all), or the policy's 级次; empty where none is known.</summary>
    public ImmutableArray<IrShare> Shares { get; init; } = [];

    /// <summary>受益人; empty where it is the applicant.</summary>
    public string Beneficiary { get; init; } = "";

    /// <summary>事项; null where the clause never competes.</summary>
    public string? BenefitItem { get; init; }

    /// <summary>Clauses of one contest may stand against one another: 事项, or a name for those that 竞合 names; null for none.</summary>
    public string? Contest { get => field ?? BenefitItem; init; }

    /// <summary>只给一项: of the rows only the highest is paid.</summary>
    public bool PaysOneRow { get; init; }

    /// <summary>形式: kept out of the sum, own total; empty for a grant.</summary>
    public string Form { get; init; } = "";

    /// <summary>另行给予: takes no part in 从高 and 从新.</summary>
    public bool IsStackable { get; init; }

    /// <summary>落实; null for none.</summary>
    public IrPassThrough? PassThrough { get; init; }

    /// <summary>What it gives and what limits that: award and caps.</summary>
    public IEnumerable<IrExpression> Amounts =>
        new[] { Award?.Floor, Award?.Expression, RowCap, SubjectCap, CumulativeCap }.OfType<IrExpression>();

    /// <summary>Every expression of it.</summary>
    public IEnumerable<IrExpression> Expressions =>
        Conditions.Select(static condition => condition.Expression).Concat(Locals.Select(static local => local.Value)).Concat(Amounts)
            .Append(Frequency.Anchor).Append(Frequency.Allowance?.Counted).Concat(Payout?.Parts.Select(static part => part.Stage) ?? [])
            .Concat(new[] { Quota?.Count, Quota?.Order.By, Budget?.Amount, Budget?.Order?.By }).OfType<IrExpression>().Concat(JointLimits);

    /// <summary>Whether what a subject gets depends on all who claim it.</summary>
    public bool NeedsPlaces => Quota is not null || Budget is not null;

    /// <summary>Whether what was paid for earlier years decides on it.</summary>
    public bool LooksBack =>
        CumulativeCap is not null || RowCap is not null || Frequency.IsStepUp || Quota is { IsYearly: false }
        || Frequency is { Kind: FrequencyKind.Once } or { Kind: FrequencyKind.Yearly, Years: not null } || ReadsHistory
        || Payout is not null
        || Amounts.SelectMany(IrWalk.All).Any(static node => node is IrClauseValue { Kind: ClauseValueKind.LargestReceipt });

    /// <summary>Whether a figure of it comes from 兑现记录 (已得, 可补月数), or an allowance is used up by them.</summary>
    public bool ReadsHistory => _readsHistory ??= Frequency.Allowance is not null || !HistoryRead.IsEmpty;

    /// <summary>Numbers of the clauses whose records expressions of it read.</summary>
    public ImmutableArray<string> HistoryRead =>
        [.. Expressions.SelectMany(IrWalk.All).OfType<IrHistory>().Where(static history => history.Kind != HistoryKind.Left)
            .Select(static history => history.ClauseNumber).Distinct()];

    /// <summary>Whether its amount counts in totals: 落实 of a clause that is itself evaluated adds nothing.</summary>
    public bool CountsInTotals => PassThrough is not { IsInProgram: true };

    /// <summary>享受; empty where none.</summary>
    public string Entitlement { get; init; } = "";

    public string Number => LegalBasis.Number;

    /// <inheritdoc/>
    public override string ToString() => LegalBasis.Number;
}
