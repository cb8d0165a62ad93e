// Policies and their blocks as lines to compare.
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Diff;

internal sealed class PolicyParts(PartsMaker maker, IrPolicy policy)
{
    /// <summary>Metadata, and the conditions of 范围 by kind of subject.</summary>
    public List<Part> Metadata() =>
    [
        Part.Wording("标题", policy.Title),
        Part.Words("发文机关", policy.Issuer),
        Part.Words("地区", policy.Area),
        Part.Words("施行日期", CivilDate.Format(policy.EffectiveDate)),
        Part.Words("失效日期", policy.ExpiryDate is { } expiry ? CivilDate.Format(expiry) : ""),
        Part.Words("级次", policy.Level),
        Part.Names("竞合", [.. Combination(policy.Combination), .. policy.Exclusions.Select(Exclusion)]),
        .. policy.JointCaps.Select(JointCap),
        .. policy.Clauses.Select(static clause => clause.Subject).Distinct()
            .SelectMany(subject => maker.Conditions($"范围 {subject.Name}", ScopeOf(subject))),
    ];

    /// <summary>The blocks of a kind, each with its lines.</summary>
    public IEnumerable<Item> Items() =>
    [
        .. Clauses(),
        .. policy.Targets.Select(
            target => Item.Of("目标", target.LegalBasis, [.. PartsMaker.LegalBasis(target.LegalBasis), .. Target(target)])),
        .. policy.Pools.Select(pool => Item.Of("资金池", pool.LegalBasis,
            [.. PartsMaker.LegalBasis(pool.LegalBasis), maker.Of("规模", pool.Size), Part.Names("资金", pool.Levels),
                Applies(pool.Clauses, "")])),
        .. policy.Duties.Select(
            duty => Item.Of("义务", duty.LegalBasis, [.. PartsMaker.LegalBasis(duty.LegalBasis), maker.Of("期限", duty.Deadline)])),
        .. policy.Procedures.Select(gate => Item.Of("程序", gate.LegalBasis,
        [
            .. PartsMaker.LegalBasis(gate.LegalBasis), Part.Words("对象", gate.Subject.Name), maker.Of("情形", gate.Applies),
            .. maker.Conditions("须经", gate.Steps), Applies(gate.Clauses, "全部"),
        ])),
    ];

    public IEnumerable<Item> Clauses() =>
        policy.Clauses.Select(clause =>
            Item.Of("条款", clause.LegalBasis, [.. PartsMaker.LegalBasis(clause.LegalBasis), .. Clause(clause)]) with { Clause = clause });

    private IEnumerable<Part> Clause(IrClause clause) =>
    [
        Shares(clause),
        Part.Words("对象", clause.Subject.Name),
        Part.Words("范围", clause.Conditions.Any(static condition => condition.FromScope) || !ScopeOf(clause.Subject).Any() ? "" : "不限"),
        Part.Words("受益人", clause.Beneficiary),
        PassThrough(clause.PassThrough),
        Frequency(clause.Frequency),
        Part.Words("每个", clause.PerRow?.Name ?? ""),
        Part.Words("事项", clause.BenefitItem ?? ""),
        .. maker.Conditions("条件", clause.Conditions.Where(static condition => !condition.FromScope)),
        .. clause.Locals.Select(local => maker.Of($"令 {local.Name}", local.Value) with { IsLocal = true }),
        Award(clause.Award),
        InProportion(maker.Of("单位上限", clause.SubjectCap), clause),
        maker.Of("累计上限", clause.CumulativeCap),
        maker.Of("累计上限 每行", clause.RowCap),
        clause.Quota is { } quota
            ? Ordered("名额", quota.Count, quota.Order, (quota.IsYearly ? "每年 " : "", "")) : Part.Words("名额", ""),
        Budget(clause.Budget),
        .. clause.Payout is { } payout ? Payout(payout) : [],
        clause.Rounding == IrRounding.ToFen ? Part.Words("取整", "") : Part.Words("取整", Wording.Of(clause.Rounding)),
        Part.Words("享受", clause.Entitlement),
        Part.Words("形式", clause.Form),
        Part.Words("另行给予", clause.IsStackable ? "是" : ""),
        .. maker.Proofs(policy, clause.Number, isTarget: false),
    ];

    private IEnumerable<Part> Target(IrTarget target) =>
    [
        maker.Of("期限", target.Deadline),
        maker.Indicator(target.Indicator, target.Type),
        InUnitOf(target, maker.Goal("值", target.Comparison, target.Value)),
        .. target.Parts.Select(part => TargetPart(part)),
        .. maker.Proofs(policy, target.LegalBasis.Number, isTarget: true),
    ];

    /// <summary>A count has no unit of its own: 1万家 and 1万人 differ in the target's type only.</summary>
    private static Part InUnitOf(IrTarget target, Part goal) =>
        goal with { Key = $"{goal.Key} {target.Type.DisplayName}", NamedKey = $"{goal.NamedKey} {target.Type.DisplayName}" };

    private Part TargetPart(IrTargetPart part)
    {
        var goal = maker.Goal("其中", part.Comparison, part.Value);
        var indicator = part.Indicator is { } computed ? maker.Of("其中", computed).Key : part.Text;
        return goal with
        {
            Key = $"{indicator} {goal.Key}", NamedKey = $"{indicator} {goal.NamedKey}", Text = $"{part.Text} : {goal.Text}"
        };
    }

    private IEnumerable<IrCondition> ScopeOf(IrSubject subject) => policy.Clauses
        .Where(clause => ReferenceEquals(clause.Subject, subject))
        .Select(static clause => clause.Conditions.Where(static condition => condition.FromScope))
        .FirstOrDefault(static scope => scope.Any()) ?? [];

    private static IEnumerable<string> Combination(IrCombination combination) =>
        new[]
        {
            combination.OthersInArea ? "本区其他政策 从高不重复" : "", combination.WithinPolicy ? "本政策内 从高不重复" : "",
                combination.SupersedesEarlier ? "以往政策 从新" : "",
        }.Where(static word => word.Length > 0);

    private string Numbers(IEnumerable<IrClause> clauses) =>
        string.Join('、', clauses.Select(clause => maker.Names.Of(policy.Number, clause.Number).Clause ?? clause.Number));

    private string Exclusion(IrExclusion exclusion) => (exclusion.Kind, exclusion.Against.IsEmpty) switch
    {
        (ExclusionKind.Choice, _) => $"择一 条款 {Numbers(exclusion.Clauses)} 依 {exclusion.Choice?.Name}",
        (ExclusionKind.Higher, false) => $"条款 {Numbers(exclusion.Clauses)} 与 条款 {Numbers(exclusion.Against)} 不重复享受",
        (ExclusionKind.OnlyOne, _) => $"条款 {Numbers(exclusion.Clauses)} 只给一项",
        (ExclusionKind.StepUp, _) => $"条款 {Numbers(exclusion.Clauses)} 晋级补差",
        _ => $"条款 {Numbers(exclusion.Clauses)} 从高不重复",
    };

    private Part JointCap(IrJointCap cap)
    {
        var first = cap.First.IsEmpty ? "" : $" 先 条款 {Numbers(cap.First)}";
        var part = maker.Of(cap.Text == "全部" ? "合计上限 全部" : $"合计上限 条款 {Numbers(cap.Clauses)}", cap.Limit);
        return part with { Key = $"{part.Key}{first}", NamedKey = $"{part.NamedKey}{first}", Text = $"不超过 {part.Text}{first}" };
    }

    private static Part InProportion(Part cap, IrClause clause) => !clause.IsSubjectCapShared ? cap
        : cap with { Key = $"{cap.Key} 按比例", NamedKey = $"{cap.NamedKey} 按比例", Text = $"{cap.Text} 按比例" };

    private Part Applies(IEnumerable<string> clauses, string none) =>
        clauses.Select(clause => maker.Names.Of(policy.Number, clause).Clause ?? clause).ToList() is { Count: > 0 } numbers
            ? Part.Names("适用条款", numbers)
            : Part.Words("适用条款", none);

    private static Part Shares(IrClause clause) => new(
        "资金",
        string.Join(' ', clause.Shares.Select(static share => $"{share.Level}:{share.Parts / share.TotalParts}")),
        clause.Shares.Length < 2
            ? string.Concat(clause.Shares.Select(static share => share.Level))
            : $"{string.Join(':', clause.Shares.Select(static share => share.Level))} = "
                + $"{string.Join(':', clause.Shares.Select(static share => share.Parts))}");

    private Part Budget(IrBudget? budget)
    {
        if (budget is null)
            return Part.Words("总额", "");
        if (budget.Order is { } order)
            return Ordered("总额", budget.Amount, order, ("", "超出的 延至下年 "));
        var part = maker.Of("总额", budget.Amount);
        return part with { Text = $"{part.Text} 超出的 按比例压缩" };
    }

    /// <summary>每年 10家 按 得分 从高.</summary>
    private Part Ordered(string label, IrExpression most, IrOrder order, (string Before, string After) words)
    {
        var (part, by) = (maker.Of(label, most, words.Before), maker.Of(label, order.By));
        var end = order.IsLowestFirst ? "从低" : "从高";
        return part with
        {
            Key = $"{part.Key} {by.Key} {end}",
            NamedKey = $"{part.NamedKey} {by.NamedKey} {end}",
            Text = $"{part.Text} {words.After}{Wording.Of(order)}",
        };
    }

    private Part PassThrough(IrPassThrough? target)
    {
        if (target is null)
            return Part.Words("落实", "");
        var (number, clause) = maker.Names.Of(target.PolicyNumber, target.ClauseNumber);
        return Part.Words("落实",
            $"{number}{(clause is null ? "" : $" 条款 {clause}")}{(target.IsInProgram ? "（一并测算，不重复计入合计）" : "")}");
    }

    private IEnumerable<Part> Payout(IrPayout payout)
    {
        yield return Part.Words("兑付", payout switch
        {
            { IsByStage: true, YearsToFirst: 0 } => "按 阶段",
            { YearsToFirst: 0 } => "当年起",
            { YearsToFirst: 1 } => "次年起",
            { YearsToFirst: var years } => $"{years}年后起",
        });
        foreach (var (index, part) in payout.Parts.Index())
        {
            var share = QuantityFormat.Display(part.Share, DslType.Ratio);
            yield return part.Stage is { } stage ? maker.Of($"兑付 第{index + 1}期", stage, $"{share} ")
                : Part.Words($"兑付 第{index + 1}期", share);
        }
    }

    private Part Frequency(IrFrequency frequency)
    {
        var anchor = maker.Of("频次", frequency.Anchor);
        var text = frequency.Kind == FrequencyKind.Unlimited ? "" : Wording.Of(frequency)["频次 ".Length..];
        var kind = $"{frequency.Kind} {frequency.Years} {frequency.YearsToFirst} {frequency.Months} {frequency.MonthsToFirst} "
            + $"{frequency.IsPerOccasion} {frequency.Times} {frequency.Allowance?.Most} {frequency.IsStepUp}";
        var counted = maker.Of("频次", frequency.Allowance?.Counted);
        return frequency.Kind == FrequencyKind.Unlimited ? new("频次", "", "")
            : new("频次", $"{kind} {anchor.Key} {counted.Key}", text) { NamedKey = $"{kind} {anchor.NamedKey} {counted.NamedKey}" };
    }

    /// <summary>核定 最高 10万元 → 核定 最低 5万元 最高 10万元.</summary>
    private Part From(IrAward award, Part part)
    {
        if (award.Floor is not { } floor)
            return part;
        var least = maker.Of("奖补", floor, "最低 ");
        var word = award is IrApproval ? "核定" : "一事一议";
        return part with
        {
            Key = $"{least.Key} {part.Key}",
            NamedKey = $"{least.NamedKey} {part.NamedKey}",
            Text = $"{word} {least.Text}{part.Text[word.Length..]}",
        };
    }

    private Part Award(IrAward? award) => award switch
    {
        IrFormula formula => maker.Of("奖补", formula.Amount),
        IrApproval { Ceiling: { } ceiling } => From(award, maker.Of("奖补", ceiling, "核定 最高 ")),
        IrApproval => From(award, Part.Words("奖补", "核定")),
        IrCaseByCase => From(award, Part.Words("奖补", "一事一议")),
        _ => Part.Words("奖补", ""),
    };
}
