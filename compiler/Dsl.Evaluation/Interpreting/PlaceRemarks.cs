// What is said of 名额 and 总额: the position of a subject, and what the budget came to. Each sentence is written once, here.
using Dsl.Evaluation.Places;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Writes the notes on places.</summary>
internal static class PlaceRemarks
{
    /// <summary>The notes of a clause.</summary>
    public static IEnumerable<string> Of(IrClause clause, PlaceStanding standing)
    {
        if (standing.Given is not { } place)
        {
            var names = string.Join('、',
                new[] { clause.Quota is null ? "" : "名额", clause.Budget is null ? "" : "总额" }.Where(static name => name.Length > 0));
            yield return $"{names}要与申报本条款的全部主体一起排定，这里只有一个主体：先记 0元，最高 {Wording.Money(standing.Claimed)}。";
            yield break;
        }
        if (clause.Quota is { } quota)
            yield return OfQuota(quota, place);
        if (clause.Budget is { } budget && place.OfQuota != PlaceOutcome.Beyond)
            yield return budget.Order is { } order ? InTurn(order, place) : Shared(place);
    }

    private static string OfQuota(IrQuota quota, SettledPlace place)
    {
        var (figures, places) = (place.Figures, Number(place.Figures.Terms.Places));
        var head = $"名额 {(quota.IsYearly ? "每年 " : "")}{places} 个";
        var held = figures.Holders == 0 ? "" : $"，以前年度已占 {figures.Holders} 个";
        if (place.Position is not { } position)
            return $"{head}{held}：以前年度已经得到名额。";
        return $"{head}{held}：{Wording.Of(quota.Order)}，在申报的 {figures.Claims} 个主体中{Position(position)}，"
            + place.OfQuota switch
            {
                PlaceOutcome.Within => "在名额以内。",
                PlaceOutcome.Beyond => "名额已满。",
                _ => $"是否在名额以内还不能定（{Reason(position)}）。",
            };
    }

    private static string Shared(SettledPlace place)
    {
        var head = $"总额 {Wording.Money(place.Figures.Terms.Budget)}，应给合计 {Wording.Money(place.Figures.Asked)}";
        var before = place.OfQuota == PlaceOutcome.Within ? place.Claimed : place.Claimed with { Low = 0 };
        return place.Amount == before ? $"{head}：不用压缩。"
            : $"{head}：按比例压缩，由 {Wording.Money(before)} 减为 {Wording.Money(place.Amount)}。";
    }

    private static string InTurn(IrOrder order, SettledPlace place)
    {
        var position = place.Turn is { } turn ? Position(turn) : "";
        return $"总额 {Wording.Money(place.Figures.Terms.Budget)}，应给合计 {Wording.Money(place.Figures.Asked)}："
            + $"{Wording.Of(order)}{position}，"
            + place.Outcome switch
            {
                PlaceOutcome.Within => "在总额以内。",
                PlaceOutcome.Beyond => "总额已经用完，延至下年。",
                _ => "是否在总额以内还不能定（并列，或者有主体的次序、金额没有确定）。",
            };
    }

    private static string Position(PlaceRange position) =>
        position.First == position.Last ? $"排第 {position.First}" : $"排第 {position.First} 至 {position.Last}";

    private static string Reason(PlaceRange position) =>
        position.First == position.Last ? "名额数没有确定" : "并列，或者有主体的名次、条件没有确定";

    private static string Number(Bounds places) => QuantityFormat.Display(places, DslType.Number);
}
