// Amounts: what must be money, with what the clause implies (元/件 under 每个, 元/年 under 每年).
using Dsl.Semantics.Binding.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

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
        if (frame.IsIncomplete && HasUnitBelow(bound.Type))
            return Error(syntax);
        if (CappedFormula(syntax) is { } capped)
        {
            sink.Add(capped);
            return Error(syntax);
        }
        sink.Report(TypeDiagnostics.AwardNotMoney, bound.Span, what, TextOf(bound), Describe(bound.Type), frame.IsOfSubject && HasUnitBelow(bound.Type) ? $"{what}是整个主体的金额，写成 100万元；按件（每一行）、按年封顶的，写进 奖补 = min(…, 2万元/件)。" : MoneyHint(bound.Type));
        return Error(syntax);
    }

    /// <summary>奖补 = 研发费用 * 15% 不超过 150万元: a ceiling in the words of a comparison; null for anything else.</summary>
    private Syntax.Diagnostics.Diagnostic? CappedFormula(ExpressionSyntax syntax)
    {
        if (syntax is not BinaryExpression { Operator: { Kind: SyntaxKind.LessOrEqual, Text.Length: > 1 } sign, Right: LiteralExpression { Token.Number.Unit: "元" } amount, Left: var formula })
            return null;
        using (sink.Mute())
        {
            if (Bind(formula) is { IsError: true } or { Type: TruthType })
                return null;
        }
        return Syntax.Parsing.SyntaxDiagnostics.StrayCeiling(sink.Source, sign, amount.Span.End, formula.Span, []);
    }

    private static bool HasUnitBelow(DslType type) => type is QuantityType { Dimension: var dimension } && dimension.Factors.Any(static factor => factor.Power < 0);

    private string MoneyHint(DslType type) => type switch
    {
        QuantityType { IsRatio: true } => "比率要乘以一项金额，如 研发费用 * 3%。",
        QuantityType { Dimension: var dimension } when dimension == Dimension.None => "写上单位，如 100万元；倍数要乘以一项金额。",
        QuantityType { Dimension: var dimension } when dimension == Dimension.Of(Units.Yuan).Over(Dimension.Of(Units.Years)) => "按年计算的金额要写明 频次 每年。",
        QuantityType { Dimension: var dimension } when dimension.Factors.Any(static factor => factor.Unit == Units.Yuan && factor.Power > 1) =>
            "金额和金额乘在了一起：其中一个应当是比率或数量。",
        QuantityType { Dimension: var dimension } when dimension.Factors.Any(static factor => factor.Unit == Units.Yuan && factor.Power == 1) && dimension.Factors.FirstOrDefault(static factor => factor.Power > 0 && factor.Unit != Units.Yuan) is { Unit: { } left } =>
            $"多乘了一个以「{left}」为单位的数：单价里有它的，写成 元/{left}；没有的，把这个数写成不带单位的，如 12个月 写 12。",
        QuantityType { Dimension: var dimension } when PerUnit(dimension) is { } unit =>
            frame.Each is { Unit: { } counted } each ? $"明细 {each.Name} 按 {counted} 计量，单价要写 元/{counted}。"
            : $"这是每一{unit}的单价：乘以以「{unit}」为单位的数量；按明细逐{unit}给的，写一行 每个 和明细的名称。",
        QuantityType { Dimension: var dimension } when dimension.Factors.All(static factor => factor.Unit != Units.Yuan) => $"按数量给钱的，乘以单价，如 2万元/{(dimension.Factors is [{ Unit: var counted, Power: 1 }] ? counted.Name : "件")} * 数量。",
        QuantityType => "单价和数量的单位消不掉：单价是 元/件 的，乘以以「件」为单位的数。",
        TruthType => "按条件给钱的，写 若 条件 则 金额 否则 0元。",
        _ => "写成金额，如 100万元。",
    };

    /// <summary>件 of 元/件; null for any other dimension.</summary>
    private static Unit? PerUnit(Dimension dimension)
    {
        var below = dimension.Factors.Where(static factor => factor.Power < 0).ToList();
        return below.Count == 1 && dimension.Times(Dimension.Of(below[0].Unit)) == Dimension.Of(Units.Yuan) ? below[0].Unit : null;
    }
}
