// The IR as text for people and tests: what the compiler made of each clause, every default shown.
using System.Text;
using Dsl.Ir.Nodes;
using Dsl.Library.Values;

namespace Dsl.Ir.Printing;

/// <summary>Writes programs.</summary>
public sealed class IrPrinter
{
    private readonly StringBuilder _text = new();

    private IrPrinter() { }

    /// <summary>The whole program.</summary>
    public static string Print(IrProgram program)
    {
        var printer = new IrPrinter();
        foreach (var parameter in program.Parameters)
            printer.Parameter(parameter);
        foreach (var policy in program.Policies)
            printer.Policy(policy);
        return printer._text.ToString();
    }

    /// <summary>An expression, fully bracketed.</summary>
    public static string Print(IrExpression expression) => ExpressionPrinter.Print(expression);

    private void Parameter(IrParameter parameter)
    {
        var values = parameter.IsExternal ? "外部" : string.Join(" | ", parameter.History.Select(item =>
            (item.From is { } from ? $"{CivilDate.Format(from)} 起 " : "") + ExpressionPrinter.Value(item.Value, parameter.Type)));
        Line(0, $"参数 {parameter.Name} : {parameter.Type} = {values}");
    }

    private void Policy(IrPolicy policy)
    {
        var until = policy.ExpiryDate is { } expiry ? CivilDate.Format(expiry) : "";
        Line(0, $"政策 {policy.Number} {policy.Title}");
        Line(1, $"施行 {CivilDate.Format(policy.EffectiveDate)}..{until}{(policy.EffectiveDateIsAssumed ? "（按成文日期）" : "")}");
        Line(1, $"地区 {policy.Area}", policy.Area.Length > 0);
        Line(1, "竞合 本区其他政策 从高不重复", policy.Combination.OthersInArea);
        Line(1, "竞合 本政策内 从高不重复", policy.Combination.WithinPolicy);
        Line(1, "竞合 以往政策 从新", policy.Combination.SupersedesEarlier);
        foreach (var clause in policy.Clauses)
            Clause(clause);
        foreach (var target in policy.Targets)
            Target(target);
        foreach (var pool in policy.Pools)
            Line(1, $"资金池 {pool.Basis.Number} 规模 {Print(pool.Size)} 条款 {Numbers(pool.Clauses)}");
        foreach (var duty in policy.Duties)
            Line(1, $"义务 {duty.Basis.Number} 期限 {(duty.Deadline is { } deadline ? Print(deadline) : "无")}");
        foreach (var procedure in policy.Procedures)
            Procedure(procedure);
        foreach (var invariant in policy.Invariants)
            Line(1, $"恒有 条款 {invariant.Number} {Print(invariant.Condition)}");
    }

    private void Clause(IrClause clause)
    {
        Line(1, $"条款 {clause.Number} {clause.Basis.Title}".TrimEnd());
        if (clause.Kind == IrClauseKind.Declaratory)
        {
            Line(2, "说明");
            return;
        }
        Line(2, $"对象 {clause.Subject.Name}{(clause.Each is { } each ? $" 每个 {each.Name}" : "")}");
        foreach (var local in clause.Locals)
            Line(2, $"令 {local.Name} = {Print(local.Value)}");
        foreach (var condition in clause.Conditions)
            Line(2, $"条件 {Print(condition.Expression)}{(condition.FromScope ? "（范围）" : "")}");
        Line(2, $"享受 {clause.Entitlement}", clause.Entitlement.Length > 0);
        if (clause.Award is { } award)
            Award(clause, award);
    }

    private void Award(IrClause clause, IrAward award)
    {
        Line(2, award switch
        {
            IrFormula formula => $"奖补 = {Print(formula.Amount)}",
            IrDiscretion { Ceiling: { } ceiling } => $"奖补 = 核定 最高 {Print(ceiling)}",
            IrDiscretion => "奖补 = 核定 不封顶",
            _ => "奖补 = 一事一议",
        });
        Line(2, $"频次 {Frequency(clause.Frequency)}", clause.Frequency.Kind != IrFrequencyKind.Unlimited);
        if (clause.SubjectCap is { } cap)
            Line(2, $"单位上限 {Print(cap)}");
        if (clause.CumulativeCap is { } total)
            Line(2, $"累计上限 {Print(total)}");
        Line(2, $"取整 {clause.Rounding.Mode switch { IrRoundingMode.Down => "向下", IrRoundingMode.Up => "向上", _ => "四舍五入" }} 到 {clause.Rounding.Step}元");
        Line(2, $"分担 {string.Join(' ', clause.Shares.Select(static share => $"{share.Level} {share.Parts}/{share.TotalParts}"))}", !clause.Shares.IsEmpty);
        Line(2, $"受益人 {clause.Beneficiary}", clause.Beneficiary.Length > 0);
        Line(2, $"事项 {clause.Matter}", clause.Matter is not null);
        Line(2, $"形式 {clause.Form}", clause.Form.Length > 0);
        Line(2, "另行给予", clause.IsAdditional);
        if (clause.PassThrough is { } pass)
            Line(2, $"落实 {pass.PolicyNumber} {pass.ClauseNumber}{(pass.IsInProgram ? "（不重复计入合计）" : "")}");
    }

    private static string Frequency(IrFrequency frequency) => frequency.Kind switch
    {
        IrFrequencyKind.Once => "一次",
        IrFrequencyKind.Yearly => $"每年{(frequency.Years is { } most ? $" 最多 {most}年" : "")}",
        _ => $"每年 自 {(frequency.Anchor is { } anchor ? Print(anchor) : "")} 次年起 连续 {frequency.Years}年",
    };

    private void Target(IrTarget target)
    {
        var figure = target.Indicator is { } indicator ? Print(indicator) : $"外部 : {target.Type}";
        Line(1, $"目标 {target.Basis.Number} {figure} {ExpressionPrinter.Sign(target.Comparison)} {Print(target.Value)}{(target.Deadline is { } deadline ? $" 期限 {Print(deadline)}" : "")}");
        foreach (var part in target.Parts)
            Line(2, $"其中 {part.Text} : {(part.Indicator is { } own ? Print(own) : "外部")} {ExpressionPrinter.Sign(part.Comparison)} {Print(part.Value)}");
    }

    private void Procedure(IrProcedure procedure)
    {
        Line(1, $"程序 {procedure.Basis.Number} 条款 {Numbers(procedure.Clauses)}");
        if (procedure.Applies is { } applies)
            Line(2, $"情形 {Print(applies)}");
        foreach (var step in procedure.Steps)
            Line(2, $"须经 {Print(step.Expression)}");
    }

    private static string Numbers(IReadOnlyCollection<string> numbers) => numbers.Count == 0 ? "全部" : string.Join('、', numbers);

    private void Line(int depth, string text, bool isSaid = true)
    {
        if (isSaid)
            _text.Append(' ', depth * 2).Append(text).Append('\n');
    }
}
