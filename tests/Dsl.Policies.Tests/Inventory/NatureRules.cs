// Which declarations a row's 性质 allows: 说明 and 核定 must not take in what the text gives as a formula.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Policies.Tests.Inventory;

/// <summary>The allowed forms per 性质.</summary>
internal static class NatureRules
{
    /// <summary>性质 of a row whose text is lost in the copy at hand: there is nothing to quote.</summary>
    public const string Lost = "原文缺失";

    /// <summary>What every declaration of a policy says of itself.</summary>
    public static IEnumerable<IrLegalBasis> Bases(IrPolicy policy) =>
        policy.Clauses.Select(clause => clause.LegalBasis)
            .Concat(policy.Targets.Select(target => target.LegalBasis))
            .Concat(policy.Pools.Select(pool => pool.LegalBasis))
            .Concat(policy.Duties.Select(duty => duty.LegalBasis))
            .Concat(policy.Procedures.Select(procedure => procedure.LegalBasis));

    /// <summary>What is wrong with the row's declaration; null where it has the form that its 性质 asks for.</summary>
    public static string? Problem(IrPolicy policy, InventoryRow row) => row.Nature switch
    {
        "范围" => Unless(
            policy.Clauses.Where(clause => clause.Kind != ClauseKind.Declaratory)
                .All(clause => clause.Conditions.Any(condition => condition.FromScope)),
            "a clause without the scope's conditions"),
        "冲突" => Declaratory(policy, row) ?? Unless(policy.Combination.OthersInArea, "竞合 本区其他政策 从高不重复 is missing"),
        "从新" => Declaratory(policy, row) ?? Unless(policy.Combination.SupersedesEarlier, "竞合 以往政策 从新 is missing"),
        "施行" => Declaratory(policy, row) ?? Unless(
            !policy.EffectiveDateIsAssumed && CivilDate.Format(policy.EffectiveDate) == row.Figures.Single(), "施行日期 differs"),
        "施行未写" => Unless(
            policy.EffectiveDateIsAssumed && CivilDate.Format(policy.EffectiveDate) == row.Figures.Single(),
            "施行日期 is written, or 成文日期 differs"),
        "资金池" => Unless(
            policy.Pools.SingleOrDefault(pool => pool.LegalBasis.Number == row.Number) is { } pool
            && SameFigures(row, Figures.In(pool.Size)),
            "no 资金池 of that 规模"),
        "目标" => Unless(
            policy.Targets.SingleOrDefault(target => target.LegalBasis.Number == row.Number) is { } target
                && SameFigures(row, Figures.In(target.Value)),
            "no 目标 of that 值"),
        "目标其中" => Unless(
            policy.Targets.SingleOrDefault(target => target.LegalBasis.Number == row.Number) is { } target
                && SameFigures(row, target.Parts.SelectMany(part => Figures.In(part.Value))),
            "no 目标 with those 其中"),
        "时限" => Unless(
            policy.Duties.SingleOrDefault(duty => duty.LegalBasis.Number == row.Number) is { Deadline: { } deadline }
                && SameFigures(row, Figures.In(deadline)),
            "no 义务 with that 期限"),
        "程序" => Unless(policy.Procedures.SingleOrDefault(procedure => procedure.LegalBasis.Number == row.Number) is { Steps.Length: > 0 },
            "no 程序 with steps"),
        "说明" or Lost => Declaratory(policy, row),
        _ => policy.FindClause(row.Number) is { } clause ? ClauseProblem(clause, row) : "no 条款 of that number",
    };

    private static string? ClauseProblem(IrClause clause, InventoryRow row) => row.Nature switch
    {
        "公式" => Unless(clause.Award is IrFormula, "not a formula"),
        "公式以绩效为条件" =>
            Unless(clause.Award is IrFormula && clause.Conditions.Any(IsPerformance), "not a formula on condition of 绩效"),
        "配套" => Unless(clause.Award is IrFormula { Amount: IrArithmetic { Operator: ArithmeticOperator.Multiply } },
            "not a share of a higher award"),
        "分担" => Unless(clause.Award is IrFormula && clause.Shares.Length > 1, "not split between levels"),
        "核定" => Unless(clause.Award is IrApproval { Ceiling: not null }, "not 核定 with a ceiling"),
        "核定另行给予" =>
            Unless(clause is { Award: IrApproval { Ceiling: not null }, IsStackable: true }, "not 核定 with a ceiling, 另行给予"),
        "核定股权投资" =>
            Unless(clause is { Award: IrApproval { Ceiling: not null }, Form: "股权投资" }, "not 核定 with a ceiling, 形式 股权投资"),
        "核定无上限" => Unless(clause.Award is IrApproval { Ceiling: null }, "not 核定 without a ceiling"),
        "核定上限为比例" =>
            Unless(clause.Award is IrApproval { Ceiling: not null and not IrConstant }, "not 核定 with a computed ceiling"),
        "分档核定" => Unless(clause is { Award: IrApproval { Ceiling: not null }, PerRow: not null }, "not 核定 with a ceiling per row"),
        "一事一议" => Unless(clause.Award is IrCaseByCase, "not 一事一议"),
        "资格" => Unless(clause is { Kind: ClauseKind.Entitlement, Award: null, Entitlement.Length: > 0 }, "not 享受"),
        _ => $"性质 「{row.Nature}」 is not known",
    };

    private static string? Declaratory(IrPolicy policy, InventoryRow row) =>
        Unless(policy.FindClause(row.Number) is { Kind: ClauseKind.Declaratory, Award: null, LegalBasis.Note.Length: > 0 },
            "not 说明 with its reason");

    private static bool IsPerformance(IrCondition condition) =>
        !condition.FromScope
        && Facts(condition.Expression).Any(fact => fact.Field.IsRecognition && fact.Field.Name.Contains("绩效", StringComparison.Ordinal));

    private static IEnumerable<IrFact> Facts(IrExpression expression) => expression switch
    {
        IrFact fact => [fact],
        IrAnd n => n.Operands.SelectMany(Facts),
        _ => [],
    };

    private static bool SameFigures(InventoryRow row, IEnumerable<Rational> actual) =>
        row.Figures.SelectMany(Figures.Parse).Order().SequenceEqual(actual.Order());

    private static string? Unless(bool holds, string problem) => holds ? null : problem;
}
