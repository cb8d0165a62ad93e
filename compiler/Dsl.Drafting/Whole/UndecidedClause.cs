// The clause for a sentence with figures that no pattern spans: 核定 without a figure where it gives money to someone, 说明 otherwise,
// and 待定 in both.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Whole;

/// <summary>Drafts a clause whose amount the user must decide.</summary>
internal static partial class UndecidedClause
{
    private const int MostFigures = 8;

    /// <summary>Whether a sentence says a figure of money or a share.</summary>
    public static bool HasMoney(FigureMask mask) => MoneyFigure().IsMatch(mask.Text);

    /// <summary>Whether a verb of giving governs a figure, and the figure is money for those whom the sentence speaks of.</summary>
    public static bool Gives(FigureMask mask) => Giving().IsMatch(mask.Text) && !NotGiven().IsMatch(mask.Text);

    public static DraftBlock Make(SentenceReading sentence, FigureMask mask)
    {
        var written = string.Join('、',
            mask.Figures.Where(static figure => !figure.IsBare).Take(MostFigures)
                .Select(figure => $"「{sentence.Text.Substring(figure.Start, figure.Length)}」"));
        var gives = Gives(mask);
        return new DraftBlock
        {
            Kind = "条款",
            Title = Names.Title(sentence.Article.Heading, Names.Short(Names.Title(sentence.Text, "待定事项"))),
            Quote = [sentence.Text],
            Lines =
            [
                !gives ? new("说明", "待起草：原文有数，没有把握是不是给对象的钱。")
                : Ceiling().IsMatch(sentence.Text) ? new("说明", "待起草：原文写了上限，没有把握是哪一笔的上限。")
                : new("奖补", "= 核定"),
            ],
            Notes = [gives
                ? $"这一句没有把握，没有起草算式：对象、条件、频次、上限和 {written} 请照原文补写"
                : $"这一句的 {written} 没有起草：是给对象的钱，照原文改写为条款；不是的，写明说明的理由"],
            IsUndecided = true,
        };
    }

    [GeneratedRegex(
        "[" + FigureMask.Money + FigureMask.Share + FigureMask.Price + FigureMask.MoneyOfYear + FigureMask.Ratio + FigureMask.Other
            + FigureMask.Foreign
        + "]|元",
        RegexOptions.CultureInvariant)]
    private static partial Regex MoneyFigure();

    [GeneratedRegex(
        "支持(?:最高)?(?:不超过)?[\uE001]|[\uE001\uE002](?:的?(?:比例|标准|额度))?(?:给予|予以)[^,;。:]{0,8}支持|(?:给予|予以|奖励|补助|"
            + "补贴|资助|奖补|贴息|配套|扶持)[^,;。:" + FigureMask.AnyFigure
            + "]{0,24}[\uE001-\uE002\uE004-\uE006\uE008\uE00A]"
        + "|[\uE001-\uE002\uE004-\uE006\uE008\uE00A](?:的?(?:比例|标准|额度))?[^,;。:" + FigureMask.AnyFigure
        + "]{0,12}(?:奖励|补助|补贴|资助|奖补|贴息|配套|扶持|奖金|安家费|津贴)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Giving();

    // 核定 without its ceiling would be an error.
    [GeneratedRegex("最高|最多|不超过|不高于|上限|封顶|限额|以内", RegexOptions.CultureInvariant)]
    private static partial Regex Ceiling();

    // Documents to hand in, fees and fines, funds and budgets, what is not or no longer given.
    [GeneratedRegex(
        "须提供|需提供|应提供|提供.{0,12}(?:发票|证明|材料|复印件|公证)|发票|收取|缴纳|罚款|处以|追缴|退回|退还|收回|资金池|基金|预算"
        + "|总规模|不予|不再|不得|不给予|不享受|取消|注册资本(?!.*(?:给予|予以|奖励|补助|补贴)[^,;。]{0,12}[\uE001])|(?:贷款|授信)额度|担"
        + "保|股权投资",
        RegexOptions.CultureInvariant)]
    private static partial Regex NotGiven();
}
