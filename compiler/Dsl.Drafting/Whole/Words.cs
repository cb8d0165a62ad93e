// Pattern pieces for the words of sentences that grant money.
// What no piece names is left over, and a sentence with something left over is not drafted.
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Whole;

/// <summary>Pieces of patterns over <see cref="FigureMask"/>.</summary>
internal static class Words
{
    /// <summary>Money, a run of signs.</summary>
    public const string Money = "(?:人民币)?(?<money>" + FigureMask.Money + "+)(?:元整|人民币)?";

    /// <summary>给予.</summary>
    public const string Give = "(?:给予|予以|奖励|补助|补贴|资助|奖补|扶持|支持|配套)";

    /// <summary>
    /// What is given: 一次性平台使用费补贴. The words before the last one say what for; words that limit, deny, count or go on with
    /// something else are none of them.
    /// </summary>
    public const string Kind =
        "(?:(?:(?![不未非每前后首各共均另再仅限以超至或和及其按并给予对同年月日元的方人者员分])[\u4e00-\u9fff\"]){0,10}?"
        + "(?:财政后补助|奖励|补助|补贴|资助|奖补|扶持|支持|贴息|配套|资金|奖金|经费|补偿|安家费|津贴)){1,3}";

    /// <summary>How often, said in the midst of the award.</summary>
    public const string Often = "(?:(?<often>一次性|每年))?";

    /// <summary>The words of a ceiling.</summary>
    public const string Most = "(?<most>最高(?:可)?(?:不超过)?|最多(?:不超过)?|不超过|上限为?)";

    /// <summary>Who pays: 由区级财政, 落实市级, 区级, 从市科技发展专项资金中.</summary>
    public const string Payer = "(?:(?:由|落实)?(?<level>国家|省|市|区|县)级(?:财政)?(?:专项资金)?|由(?<level>省|市|区|县)财政"
        + "|从(?<level>省|市|区|县)级?[\u4e00-\u9fff]{0,12}专项资金中)?,?";

    /// <summary>The one whom the sentence speaks of, said again.</summary>
    public const string Again = "(?:其|该?企业|该?单位|申报企业|申报单位)?";

    /// <summary>The one whom the sentence speaks of, where it is a firm: 每家.</summary>
    public const string EachFirm = "(?:(?<firm>每[家户](?:企业|单位|机构)?))?";

    /// <summary>What a share is taken of.</summary>
    public const string Base = "(?<base>(?:(?![按给予不未非每])[\u4e00-\u9fff\"A-Za-z]){2,25}?)";

    /// <summary>A share, a run of signs.</summary>
    public const string Share = "的?(?<most>最高(?:不超过)?|不超过)?(?<share>" + FigureMask.Share + "+)(?:的?(?:比例|标准))?";

    /// <summary>A ceiling after an award: 单个项目最高200万元, 每户企业每年最高贴息30万元.</summary>
    public const string Tail = "(?:[,、]?(?:且|但)?" + TailScope + "(?<yearly>每年度?|年度)?(?<total>累计)?" + TailWords
        + "(?:最高(?:不超过|可达)?|不超过|最多(?:不超过)?|不高于)" + TailWords
        + "(?:人民币)?(?<cap>" + FigureMask.Money + "+)(?:人民币)?(?:的?" + Often + Kind + ")?)";

    /// <summary>Years after an award: 连续补贴3年, 贴息期限不超过2年.</summary>
    public const string Run = "(?:[,、]?(?:且|但)?(?:连续|最长|最多)?(?:补贴|资助|支持|奖励|补助|贴息|扶持|奖补|享受|给予)?(?:期限|期"
        + "|年限)?(?:最长|最多|连续|为)?(?:不超过)?(?<years>"
        + FigureMask.Years + "+))";

    /// <summary>What the money is for, at the end.</summary>
    public const string Purpose =
        "(?:,(?:(?:主要|专项|按规定)*用于|引导其)(?:(?![不未每除仅限另])[^" + FigureMask.AnyFigure + ";:]){2,160})?";

    /// <summary>Whom the sentence is for, with what leads up to it.</summary>
    public const string Subject = "(?:(?<lead>(?:[^,;:()" + FigureMask.AnyFigure
        + "]{2,60},){0,3}?)对于?(?<who>[^;:]{2,200}?)|(?<who>[^;:,]{4,80}(?:的|企业|单位|机构|公司)))";

    /// <summary>根据上年度绩效: what is judged; only a ceiling leaves it to the authority how.</summary>
    public const string Judged = "(?:,?(?<judged>(?:根据|依据)[^,;:" + FigureMask.AnyFigure + "]{2,30}?(?:绩效|评价|考核|评估)[^,;:"
        + FigureMask.AnyFigure + "]{0,4}))?";

    /// <summary>经认定后.</summary>
    public const string Recognised =
        "(?:,?经[^,;:" + FigureMask.AnyFigure + "]{0,8}(?:认定|评定|评审|审核|考核|验收|批准)(?:合格|通过)?后?)?";

    private const string TailScope = "(?:(?<each>(?:每[家户个]|单[个家户]|单一|同一[家个]?)(?:企业|单位|机构|主体|申报单位|申报主体"
        + "|法人单位))|(?:单个|每个|同一)(?<row>项目|活动|展会|产品|课题|作品))?(?:的)?";

    private const string TailWords = "(?:奖励|补助|补贴|资助|奖补|贴息|金额|资金|支持|扶持|额度|配套|可|给予)*";
}
