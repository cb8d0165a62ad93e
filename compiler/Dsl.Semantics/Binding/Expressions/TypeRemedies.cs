// What to do about a value of the wrong type or unit.
using System.Collections.Immutable;
using Dsl.Values.Types;
using Dsl.Semantics.Symbols;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Sentences that rules about types take as a fact.</summary>
internal static class TypeRemedies
{
    /// <summary>How a value of another type becomes an amount.</summary>
    /// <param name="each">The rows that the clause pays by; null for none.</param>
    public static string Money(DslType type, DetailSymbol? each) => type switch
    {
        QuantityType { IsRatio: true } => "比率要乘以一项金额，如 研发费用 * 3%。",
        QuantityType { Dimension: var dimension } when dimension == Dimension.None => "写上单位，如 100万元；倍数要乘以一项金额。",
        QuantityType { Dimension: var dimension } when dimension == Dimension.Of(Units.Yuan).Over(Dimension.Of(Units.Years)) =>
            "按年计算的金额要写明 频次 每年。",
        QuantityType { Currency: { } currency } =>
            $"按外币计算的，乘以汇率：参数 汇率 : 元/{currency} = 7.1元/{currency}（或 外部），写成 … * 汇率。",
        QuantityType { Dimension: var dimension } when dimension == Dimension.Of(Units.Yuan).Over(Dimension.Of(Units.Months)) =>
            "这是每个月的金额：乘以月数，如 * 12个月，或乘以一项以「月」为单位的事实。",
        QuantityType { Dimension: var dimension }
            when dimension.Factors.Any(static factor => factor.Unit == Units.Yuan && factor.Power > 1) =>
            "金额和金额乘在了一起：其中一个应当是比率或数量。",
        QuantityType { Dimension: var dimension }
            when dimension.Factors.Any(static factor => factor.Unit == Units.Yuan && factor.Power == 1)
                && dimension.Factors.FirstOrDefault(static factor => factor.Power > 0 && factor.Unit != Units.Yuan) is { Unit: { } left } =>
            $"多乘了一个以「{left}」为单位的数：单价里有它的，写成 元/{left}；没有的，把这个数写成不带单位的，如 12个月 写 12。",
        QuantityType { Dimension: var dimension } when PerUnit(dimension) is { } unit =>
            each is { Unit: { } counted } ? $"明细 {each.Name} 按 {counted} 计量，单价要写 元/{counted}。"
            : $"这是每一{unit}的单价：乘以以「{unit}」为单位的数量；按明细逐{unit}给的，写一行 每个 和明细的名称。",
        QuantityType { Dimension.Factors: var factors } when IsPriceOfSeveral(factors) =>
            $"单价还要依次乘以以{Below(factors)}为单位的数量，如 40元/平方米/月 * 租用面积 * 6个月。",
        QuantityType { Dimension: var dimension } when dimension.Factors.All(static factor => factor.Unit != Units.Yuan) =>
            $"按数量给钱的，乘以单价，如 2万元/{(dimension.Factors is [{ Unit: var counted, Power: 1 }] ? counted.Name : "件")} * 数量。",
        QuantityType => "单价和数量的单位消不掉：单价是 元/件 的，乘以以「件」为单位的数。",
        TruthType => "按条件给钱的，写 若 条件 则 金额 否则 0元。",
        _ => "写成金额，如 100万元。",
    };

    /// <summary>How the amount of a whole subject is written, where that of a row or of a year is.</summary>
    public static string OfSubject(string what) =>
        $"{what}是整个主体的金额，写成 100万元；按件（每一行）、按年封顶的，写进 奖补 = min(…, 2万元/件)。";

    /// <summary>What stands in a cell instead of 其余.</summary>
    public static string OtherCases(DslType type) => $"写出其余情形的界限，如 {TypeSamples.Comparison(type)}；不论什么情形的格写「-」。";

    /// <summary>What stands beside an operator instead.</summary>
    public static string Operand(DslType type, string symbol, bool isNameInQuotes) => type switch
    {
        TruthType => "按条件给不同金额的，写 若 条件 则 金额 否则 金额。",
        DateType => "日期只能加减时间，如 施行日期 + 1个月。",
        TextType when isNameInQuotes => "名称不加引号。",
        _ => $"「{symbol}」的两边都写数或金额。",
    };

    /// <summary>How a value is compared.</summary>
    /// <param name="left">The type on the left.</param>
    /// <param name="text">The text there.</param>
    /// <param name="right">The type on the right.</param>
    /// <param name="meant">What was certainly meant on the right; null for nothing.</param>
    public static string Comparison(DslType left, string text, DslType right, string? meant) => (left, right) switch
    {
        _ when meant is not null => $"写成 {meant}。",
        (DateType, QuantityType { IsBare: true }) => "日期写成 2021-06-21 或 2021年6月21日。",
        (DateType, QuantityType) =>
            $"到测算日满几年，写 {text} 满 3年；不满几年，写 非 {text} 满 3年；与某一天比的，写出日期，如 2021-06-21。",
        (QuantityType { Currency: { } one }, QuantityType { Currency: { } other }) =>
            $"外币乘以汇率再比：参数 汇率 : 元/{(one == Units.Yuan ? other : one)}（或 外部），写成 … * 汇率。",
        (QuantityType { IsBare: false }, QuantityType { IsBare: false }) =>
            $"两边要同一个单位：「{text}」按 {TypeWords.Unit(left)} 计，写如 {TypeSamples.Of(left)}；用错了事实的，改正。",
        (TruthType, _) => $"写成 {text} = 是，或只写 {text}。",
        (TextType or EnumType, _) or (_, TextType or EnumType) => "文字只能用 =、!= 或 属于 来比。",
        _ => $"「{text}」写如 {TypeSamples.Of(left)}。",
    };

    /// <summary>元/平方米·月: money for each of several.</summary>
    private static bool IsPriceOfSeveral(ImmutableArray<(Unit Unit, int Power)> factors) =>
        factors.Length > 2 && factors.All(static factor => factor.Unit == Units.Yuan ? factor.Power == 1 : factor.Power == -1);

    private static string Below(ImmutableArray<(Unit Unit, int Power)> factors) =>
        string.Concat(factors.Where(static factor => factor.Power < 0).Select(static factor => $"「{factor.Unit}」"));

    /// <summary>件 of 元/件; null for any other dimension.</summary>
    private static Unit? PerUnit(Dimension dimension)
    {
        var below = dimension.Factors.Where(static factor => factor.Power < 0).ToList();
        return below.Count == 1 && dimension.Times(Dimension.Of(below[0].Unit)) == Dimension.Of(Units.Yuan) ? below[0].Unit : null;
    }
}
