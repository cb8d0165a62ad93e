// Amounts: what must be money, with what the clause implies (元/件 under 每个, 元/年 under 每年).
using Dsl.Library.Types;
using Dsl.Semantics.Binding.Bound;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Expressions;

internal sealed partial class ExpressionBinder
{
    /// <summary>Binds an amount of money; reports anything else.</summary>
    public BoundExpression BindMoney(ExpressionSyntax syntax, string what)
    {
        var bound = Bind(syntax);
        if (bound.IsError)
            return bound;
        if (TryConvert(bound, DslType.Money) is { } money)
            return money;
        sink.Report(TypeDiagnostics.AwardNotMoney, bound.Span, what, TextOf(bound), Describe(bound.Type), frame.IsOfSubject && HasUnitBelow(bound.Type) ? $"{what}是整个主体的金额，写成 100万元；按件（每一行）、按年封顶的，写进 奖补 = min(…, 2万元/件)。" : MoneyHint(bound.Type));
        return Error(syntax);
    }

    private static bool HasUnitBelow(DslType type) => type is QuantityType { Dimension: var dimension } && dimension.Factors.Any(static factor => factor.Power < 0);

    private string MoneyHint(DslType type) => type switch
    {
        QuantityType { IsRatio: true } => "比率要乘以一个金额，例如 研发费用 * 3%。",
        QuantityType { Dimension: var dimension } when dimension == Dimension.None => "写上单位，例如 100万元；倍数要乘以一个金额。",
        QuantityType { Dimension: var dimension } when dimension == Dimension.Of(Units.Yuan).Over(Dimension.Of(Units.Years)) => "按年计算的金额要写明 频次 每年。",
        QuantityType { Dimension: var dimension } when dimension.Factors.Any(static factor => factor.Unit == Units.Yuan && factor.Power > 1) =>
            "金额和金额乘在了一起：检查是不是应当乘以比率或数量。",
        QuantityType { Dimension: var dimension } when PerUnit(dimension) is { } unit =>
            frame.Each is { Unit: { } counted } each ? $"明细 {each.Name} 按 {counted} 计量，单价要写 元/{counted}。"
            : $"这是每一{unit}的单价：乘以数量，或者写一行 每个 明细（明细按 {unit} 计量）。",
        QuantityType => "按数量给钱的，要乘以单价，例如 2万元/件 * 数量。",
        TruthType => "按条件给钱的，写 若 条件 则 金额 否则 0元。",
        _ => "写成金额，例如 100万元。",
    };

    /// <summary>件 of 元/件; null for any other dimension.</summary>
    private static Unit? PerUnit(Dimension dimension)
    {
        var below = dimension.Factors.Where(static factor => factor.Power < 0).ToList();
        return below.Count == 1 && dimension.Times(Dimension.Of(below[0].Unit)) == Dimension.Of(Units.Yuan) ? below[0].Unit : null;
    }
}
