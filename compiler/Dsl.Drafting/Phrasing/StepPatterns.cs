// The kinds of phrases whose amount grows in steps, lies between two ends or goes by named cases.
using System.Text.RegularExpressions;
using Dsl.Drafting.Phrases;
using static Dsl.Drafting.Phrasing.PhraseWords;

namespace Dsl.Drafting.Phrasing;

internal static partial class StepPatterns
{
    private const string Begin = "^(?<pre>.*?)";

    private const string Noun = "(?:其)?(?<noun>(?:(?![对按给其])" + Plain + "){2,18}?)??";

    private const string Paid = Lead + "(?:按照?|给予|以)?(?:" + Each + ")?(?:" + Lead + Give + ")?(?:" + PhraseWords.Share
        + "|(?<amount>" + FigureMask.Money + "+|" + FigureMask.Price + "+))(?:的?(?:比例|标准))?的?" + Lead + "(?:" + End + ")?$";

    // 超过500万元的部分按3%给予奖励, 对超出1000亩的部分按每亩40元奖励
    public static Regex Excess { get; } = new(Begin + "(?<pay>" + Lead + "(?:对|按照?|就)?" + Noun + "(?:超过|超出|高于)" + Step
        + "(?:以上)?的?部分的?" + Paid + ")", RegexOptions.CultureInvariant);

    // 按增量部分的10%给予扶持, 对净增部分每人次奖励15元, 较上年增长部分按1%给予奖励
    public static Regex Growth { get; } = new(Begin + "(?<pay>" + Lead + "(?:对|按照?|就)?" + Noun
        + "(?<last>(?:较|比)上一?年度?)?(?:净增量?|净增加|增量|新增|增加|增长)的?部分的?"
        + Paid + ")", RegexOptions.CultureInvariant);

    // 较上年每增加1亿元奖励10万元, 营业收入每满1亿元奖励10万元, 每1美元给予0.03元奖励
    public static Regex EachStep { get; } = new(Begin + "(?:(?<=^|企业|单位|公司|机构|的|[、])(?<by>按照?)?(?<noun>(?:(?!企业|单位"
        + "|公司|机构|的|[较比]上|"
        + "每)[\u4e00-\u9fff])"
        + "{2,14}))?"
        + "(?<pay>(?:按照?)?(?<last>(?:较|比)上一?(?:年度?|届|期))?(?:每(?:(?<kind>增加|增长|新增|满)|(?<done>出口|进口|销售|成交|采购"
        + "|结汇))?|(?(by)|(?!)))" + Step + "的?" + Lead + "(?<more>再)?" + Give
        + "(?:"
        + Receiver + ")?(?<amount>" + FigureMask.Money + "+)的?(?:人民币)?的?" + "(?:" + Kind + ")?$)", RegexOptions.CultureInvariant);

    // 每增加1万平方米递增30万元奖励, 每再增加1亿元再奖励10万元
    public static Regex Further { get; } = new("^(?:且|并)?(?:在此基础上)?每(?:再)?(?:增加|新增|增)" + Step + "的?(?:则|可)?(?:再|另"
        + "|另行)?(?:(?:递增|增加|增|加奖"
        + "|追加|给予|奖励|补助|补贴)+)(?:" + Receiver + ")?(?<amount>" + FigureMask.Money + "+)的?(?:" + Kind + ")?$",
        RegexOptions.CultureInvariant);

    // 给予省内300元、省外800元的一次性面试补贴
    public static Regex Pairs { get; } = new(Begin + "(?<pay>" + Lead + Give + Often
        + "(?:(?<case>(?:(?![给予奖补按每最不共各均])[\u4e00-\u9fffA-Za-z]){2,10}?)"
        + "(?<tier>"
        + FigureMask.Money + "+)[、和]?){2,9}的?" + Often + "(?:" + Kind + ")?$)", RegexOptions.CultureInvariant);

    // 给予企业20万元—150万元资金支持
    public static Regex Range { get; } = new(Begin + "(?<pay>" + Lead + "(?:" + Give + "|按照?)" + Often + "(?:" + Receiver + ")?" + Often
        + "(?<low>" + FigureMask.Money
        + "+)" + To + "(?<high>" + FigureMask.Money + "+)(?:不等)?的?(?:标准)?(?:" + End + ")?$)", RegexOptions.CultureInvariant);

    // 按投资额的4%—15%给予奖励
    public static Regex RateRange { get; } = new(Begin + "(?<pay>" + Lead + "(?:按照?|以|给予)(?:其)?" + Base
        + "的?(?<low>" + FigureMask.Share + "+)" + To + "(?<high>"
        + FigureMask.Share + "+)(?:不等)?(?:的?(?:比例|标准))?的?" + Lead + "(?:" + End + ")$)", RegexOptions.CultureInvariant);

    // 给予不低于10万元的奖励
    public static Regex Floor { get; } = new(Begin + "(?<pay>" + Lead + Give + Often + "(?:" + Receiver
        + ")?不(?:低|少)于(?<low>" + FigureMask.Money
        + "+)的?(?:" + Kind
        + "){0,2}$)", RegexOptions.CultureInvariant);

    // 给予不低于引进成本8%的资金支持
    public static Regex RateFloor { get; } = new(Begin + "(?<pay>" + Lead + "(?:给予|予以|按照?)(?:其)?不(?:低|少)于(?:其)?" + Base
        + "的?(?<low>" + FigureMask.Share
        + "+)(?:的?(?:比例|标准))?的?" + Lead + "(?:" + End + "|" + Kind + ")$)", RegexOptions.CultureInvariant);

    // 500头以上的60万元: the verb is that of the award before it
    public static Regex Elliptic { get; } = new("^(?<pre>[^" + FigureMask.Money + "]{2,40}(?:以上|以下|的))(?<pay>(?<elliptic>)(?<amount>"
        + FigureMask.Money + "+))$", RegexOptions.CultureInvariant);

    // 特装费按50%补助
    public static Regex RateAfter { get; } = new(Begin + "(?<pay>" + Lead + "(?:对|就)?(?:其)?" + Base
        + "按照?(?:其)?" + PhraseWords.Share + "(?:的?比例)?" + Lead
        + "(?:" + End + ")$)", RegexOptions.CultureInvariant);

    // 展位费给予全额补助, 按展位费全额补贴
    public static Regex Full { get; } = new(Begin + "(?<pay>" + Lead + "(?:对|按照?|就)?(?:其)?" + Base
        + "(?:的|进行)?(?:给予|予以)?全额(?:给予|予以)?(?:" + Kind
        + "){1,2}$)", RegexOptions.CultureInvariant);
}
