// The sentences that are drafted: each pattern spans the sentence from its first word to its last.
using System.Text.RegularExpressions;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Whole;

internal static partial class AwardPatterns
{
    private const string Begin = "^" + Words.Subject + Words.Recognised;

    private const string Opening = ",?(?:可|将)?" + Words.Payer;

    private const string End = Words.Tail + "{0,3}" + Words.Run + "?" + Words.Purpose + "$";

    // 一次性奖励50万元, 给予最高不超过200万元的资助, 落实市级给予奖补最高800万元
    [GeneratedRegex(
        Begin + Words.Judged + Opening + Words.EachFirm + Words.Often + "(?<most>最高)?可?" + Words.Give + Words.Often + Words.Again
        + Words.EachFirm + Words.Often + "(?:" + Words.Kind + "|金额)?" + Words.Most + "?" + Words.Often
        + "(?:" + Words.Money + "|(?<ofyear>" + FigureMask.MoneyOfYear + "+))(?<most>以内|封顶)?的?" + Words.Often + "(?:" + Words.Kind
        + ")?" + End,
        RegexOptions.CultureInvariant)]
    public static partial Regex Fixed();

    // 按投资额20%给予补贴, 按上级财政奖励经费给予最高50%的配套奖励
    [GeneratedRegex(
        Begin + "(?:,以(?<basis>[\u4e00-\u9fff]{2,25})为(?:基准|基数))?" + Opening + Words.Often + "(?:按照?|以)其?" + Words.Base + "(?:"
        + Words.Share + "(?:给予|予以|进行)?|(?:为基数)?,?(?:给予|予以)" + Words.Share + "的?)"
        + Words.Again + Words.Often + Words.Kind + End,
        RegexOptions.CultureInvariant)]
    public static partial Regex Rate();

    // 给予总投资额最高30%、单个项目最高200万元一次性奖励
    [GeneratedRegex(
        Begin + Opening + Words.Often + "(?:给予|予以|补贴|补助)" + Words.Base + Words.Share + "(?:的?" + Words.Often + Words.Kind + ")?"
        + End,
        RegexOptions.CultureInvariant)]
    public static partial Regex RateGiven();

    // 按照市级资助1:1进行配套资助
    [GeneratedRegex(
        Begin + Opening + Words.Often + "按照?" + Words.Base + "的?(?<ratio>" + FigureMask.Ratio + "+)(?:的?比例)?(?:给予|予以|进行)?"
        + Words.Often + Words.Kind + End,
        RegexOptions.CultureInvariant)]
    public static partial Regex Matching();

    // 对研发投入超过500万元的部分，按3%给予奖励
    [GeneratedRegex(
        "^对(?<noun>[\u4e00-\u9fff]{2,16})(?:超过|超出)(?<floor>" + FigureMask.Money + "+)的?部分" + Opening + Words.Often
        + "按照?(?<share>" + FigureMask.Share + "+)(?:的?比例)?(?:给予|予以)?" + Words.Often + Words.Kind + End,
        RegexOptions.CultureInvariant)]
    public static partial Regex Excess();

    // 每件奖励2000元, 按每人1000元的标准给予补贴, 最高奖励2万元/件
    [GeneratedRegex(
        Begin + Opening + Words.Often + "(?:按照?)?(?:(?:每(?<unit>件|人|名|项|个|台|套|亩|平方米|吨|辆|篇|家)" + Words.Often
        + "(?:给予|予以|奖励|补助|补贴|资助|奖补)?" + Words.Most + "?" + Words.Money
        + ")|(?<most>最高)?(?:给予|奖励|补助|补贴|资助|奖补)" + Words.Most + "?(?<price>" + FigureMask.Price
        + "+))的?(?:标准)?(?:给予|予以)?" + Words.Often + "(?:" + Words.Kind + ")?" + End,
        RegexOptions.CultureInvariant)]
    public static partial Regex PerUnit();

    // 对国家级、省级、市级……，分别给予最高200万元、100万元、30万元的一次性奖励
    [GeneratedRegex(
        Begin + Opening + Words.Often + "分别" + Words.Often + Words.Give + Words.Often + Words.Most + "?(?:(?:人民币)?(?<tier>"
        + FigureMask.Money + "+)[、和,]?){2,8}(?:人民币)?的?" + Words.Often + "(?:" + Words.Kind + ")?$",
        RegexOptions.CultureInvariant)]
    public static partial Regex Tiers();

    // 国家级、省级和市级; 一等奖、二等奖、三等奖
    [GeneratedRegex(
        "(?:(?<case>国家级|省级|市级|区级|县级)[、和及或]?){2,5}|(?:(?<case>[特一二三四]等奖)[、和及或]?){2,5}"
        + "|(?:(?<case>[金银铜]奖)[、和及或]?){2,3}|(?:(?<case>[A-F]类)[、和及或]?){2,6}"
        + "|(?:(?<case>[1-5]A级)[、和及或]?){2,5}|(?:(?<case>[一二三四五]星级)[、和及或]?){2,5}|(?:(?<case>[甲乙丙丁]级)[、和及或]?){2,4}"
        + "|(?:(?<case>大型|中型|小型|微型)[、和及或]?){2,4}",
        RegexOptions.CultureInvariant)]
    public static partial Regex Cases();

    // 年营业收入突破1亿元、5亿元、10亿元的企业, 营业收入首次突破1亿元、5亿元的企业
    [GeneratedRegex(
        "^(?<noun>[\u4e00-\u9fff]{2,16}?)(?<first>首次)?(?<word>达到|达|突破|超过)(?:(?<floor>[" + FigureMask.Money + FigureMask.Count
        + "]+)[、和]?){2,8}(?<behind>(?:\\(含\\))?(?:及?以上)?)的?(?:[\u4e00-\u9fff]{0,10}(?:企业|单位|机构|公司))?$",
        RegexOptions.CultureInvariant)]
    public static partial Regex Floors();

    // 对营业收入较上年每增加1000万元的企业，给予1万元奖励
    [GeneratedRegex(
        "^(?:对于?)?(?<noun>[\u4e00-\u9fff]{2,16}?)[较比]上一?年度?每(?:增加|增长)(?<step>[" + FigureMask.Money + FigureMask.Count
        + "]+)的?(?:企业|单位|机构|公司)?" + Opening + Words.Often + Words.Give + Words.Money + "的?(?:" + Words.Kind + ")?" + End,
        RegexOptions.CultureInvariant)]
    public static partial Regex Increase();

    // A ceiling after an award, as a phrase of its own.
    [GeneratedRegex(Words.Tail, RegexOptions.CultureInvariant)]
    public static partial Regex Tail();
}
