// The kinds of phrases. Each pattern spans the phrase from its first word to its last.
using System.Text.RegularExpressions;
using Dsl.Drafting.Phrases;
using static Dsl.Drafting.Phrasing.PhraseWords;

namespace Dsl.Drafting.Phrasing;

internal static partial class PhrasePatterns
{
    private const string Begin = "^(?<pre>.*?)";

    private const string Least = "(?:" + Often + "(?:(?:" + Receiver + ")??" + Each + "|" + Receiver + ")?" + Often + Most + "?"
        + Often + ")";

    private const string Tail = "(?:标准|额度)?" + Lead + "(?:给予|发放|予以)?" + "(?:" + Receiver + ")??" + Often + "(?:" + Kind
        + "){0,2}$";

    // 一次性给予企业奖励50万元, 按每人2万元标准给予补助, 给予最高100万元支持, 奖励2万元/件
    public static Regex Fixed { get; } = new(Begin + "(?<pay>" + Measured + Lead + Most + "?" + "(?:" + Give + "(?:标准为?)?|按照?|(?"
        + "(measure)|(?!)))" + Least + Amount
        + "(?<within>以内|封顶)?(?:每(?<afterunit>家|户|人|名|件|个|项))?的?" + Tail + ")", RegexOptions.CultureInvariant);

    // 每新引进1家企业给予2万元
    public static Regex PerCount { get; } = new(Begin + "(?<per>每(?<what>" + Plain + "{0,14}?)(?:(?<one>" + FigureMask.Count
        + "+)|一(?<oneunit>[家人名个项件户场套台]|次(?!性)))(?<noun>[^,;:]{0,50}?)的?)(?<pay>" + Lead + Give + Least + Amount + "的?"
        + Tail + ")", RegexOptions.CultureInvariant);

    // 每件奖励2000元, 每人一次性给予5万元
    public static Regex EachFixed { get; } = new(Begin + "(?<pay>" + Lead + "(?:进行)?" + Each + "的?" + Lead + Often + "(?:" + Give
        + ")?(?:" + Receiver + ")?" + Most
        + "?" + Amount + "的?" + Tail + ")", RegexOptions.CultureInvariant);

    // 按投资额的20%给予补贴, 按不超过研发投入30%的比例给予补助
    public static Regex RateBy { get; } = new(Begin + "(?<pay>" + Lead + "(?:按照?|以|根据|依据)(?:其|该企业)?" + Most + "?" + Base
        + "(?:的|为基数)?" + Most
        + "?" + Share
        + "(?:的?(?:比例|标准|额度))?" + Lead + Within + "(?:" + End + ")$)", RegexOptions.CultureInvariant);

    // 给予融资总额1%的补贴, 给予不超过实际投资总额10%的补助
    public static Regex RateGiven { get; } = new(Begin + "(?<pay>" + Lead + "(?:给予|予以|补助|补贴|资助|奖励|奖补)(?:其|该?企业)?" + Most
        + "?" + Base + "的?"
        + Most + "?" + Share
        + "的?(?:比例|额度)?的?" + Within + Often + "(?:" + Kind + "){0,2}$)", RegexOptions.CultureInvariant);

    // 按照市级补助经费1:0.5予以配套, 最高按照国拨经费给予1:1配套
    public static Regex Matching { get; } = new(Begin + "(?<pay>" + Lead + Most + "?(?:按照?|以|给予)(?:其)?" + Base
        + "的?(?:给予)?(?<ratio>" + FigureMask.Ratio
        + "+)(?:的?比例)?" + Lead + "(?:给予|予以|进行)?" + Often + "(?:" + Kind + "){1,2}$)", RegexOptions.CultureInvariant);

    // 对其租金给予50%的补助
    public static Regex RateOf { get; } = new(Begin + "(?<pay>" + Lead + "对(?:其|该企业)?(?:" + Base + Lead + "(?:给予|予以)" + Most
        + "?" + Share + "|"
        + Base + "的" + Share
        + "(?:的比例)?(?:给予|予以))的?(?:比例|额度)?的?" + Often + "(?:" + Kind + "){1,2}$)", RegexOptions.CultureInvariant);

    // 分别给予100万元、50万元奖励
    public static Regex Tiers { get; } = new(Begin + "(?<pay>" + Measured + "(?<one>每(?:成功)?(?:引进|招收|引荐|招用)"
        + FigureMask.Count + "+)?" + Lead
        + "(?:" + Each
        + Often + ")?(?:" + Give + "|按照?)?" + Least + "(?<tier>" + FigureMask.Money + "+|" + FigureMask.Price
        + "+|" + FigureMask.MoneyOfYear + "+)(?:[、和](?<tier>" + FigureMask.Money + "+|" + FigureMask.Price + "+|" + FigureMask.MoneyOfYear
        + "+)){1,9}(?:的?标准)?的?" + Tail + ")", RegexOptions.CultureInvariant);

    // 分别按营业额的15%、10%给予奖励
    public static Regex RateTiers { get; } = new(Begin + "(?<pay>" + Lead + "(?:按照?|给予)(?:其)?" + Base + "的?" + Most
        + "?(?<tier>" + FigureMask.Share
        + "+)(?:[、和](?<tier>" + FigureMask.Share + "+)){1,9}(?:的?(?:比例|标准))?的?" + Lead + "(?:给予|予以|进行)?(?:" + Receiver
        + ")??(?:" + Kind
        + "){1,2}$)", RegexOptions.CultureInvariant);

    // 单个项目最高200万元, 每家企业每年不超过20万元, 补助金额不超过500万元
    public static Regex Cap { get; } = new("^(?:且|但|并)?" + Scope + "?的?" + CapWords
        + "(?<period>(?:每年度?|年度|全年|当年|年(?=补|奖|资)|(?<monthly>每月))"
        + "(?:累计|合计)?"
        + "|(?<total>[三两二]年累计|[三两二]年"
        + "合计|累计))?" + CapWords + "(?<total>累计)?(?:最高|最多|不超过|不高于|上限为?|封顶|限额)" + CapWords + "(?:不超过)?(?<cap>"
        + FigureMask.Money + "+)(?:以内|封顶|为限)?(?:的?(?:" + Kind + "))?$", RegexOptions.CultureInvariant);

    // 对……的人才给予奖励: how much is said by the phrase behind it
    public static Regex BareGive { get; } = new(Begin + "(?<pay>" + Lead + "(?:给予|予以)(?:一定|适当|相应)?的?(?:" + Kind + ")$)",
        RegexOptions.CultureInvariant);

    // 补贴期限3年, 连续补贴3年, 享受补贴不超过2年
    public static Regex Period { get; } = new("^(?:且|但)?(?:每人|每家)?(?:连续|最长|最多)*(?:给予|享受)?(?:补贴|补助|资助|支持|奖励|扶持"
        + "|奖补|贴息|政策)*(?:的)?"
        + "(?:期限|年限"
        + "|时间|期)?(?:最长|最多"
        + "|连续|为)*(?:不超过)?(?:(?<years>" + FigureMask.Years + "+)|(?<months>" + FigureMask.Date
        + "+))(?:的?(?:" + Kind + "))?$", RegexOptions.CultureInvariant);

    // 自认定次年起连续3年, 连续3年
    public static Regex Window { get; } = new("^(?:(?<since>[从自]" + Plain + "{1,20}?起)(?:的)?(?:连续|后)?(?<years>" + FigureMask.Years
        + "+)内?|(?:连续|最长)(?<years>" + FigureMask.Years + "+)内?)$", RegexOptions.CultureInvariant);

    // 同一企业只奖励一次, 每人仅可申请一次
    [GeneratedRegex("^(?:且)?(?:(?:同一|每)" + Plain + "{1,10}?)?(?:仅|只|限)(?:可以|可|能)?(?:享受|申请|奖励|补贴|补助|支持|给予"
        + "|申报|资助)一次(?:奖励|补贴|补助)?$",
        RegexOptions.CultureInvariant)]
    public static partial Regex Once();

    // 用于研发和市场开拓
    [GeneratedRegex("^(?:主要|专项|重点|全部|专门)?用于(?:(?![不未每除仅限另]).)+$", RegexOptions.CultureInvariant)]
    public static partial Regex Purpose();

    // 除享受省级资金外, 在市级奖励的基础上
    [GeneratedRegex("^(?:除" + Plain + "{2,40}外|在" + Plain + "{2,30}基础上)$", RegexOptions.CultureInvariant)]
    public static partial Regex Beside();

    // 根据绩效评价结果, 视园区规模
    [GeneratedRegex("^(?:根据|依据|按照?|视|结合|综合|参考)" + Plain + "{2,50}$", RegexOptions.CultureInvariant)]
    public static partial Regex Judged();

    // 依据《旅游民宿基本要求与评价》, 根据海关统计数据: where a fact is taken from, which changes no amount
    [GeneratedRegex("^(?:根据|依据|按照?)(?:《[^《》]{2,40}》(?:等?(?:的?(?:规定|要求|标准))?)|" + Plain
        + "{2,40}(?:统计|申报|核销|报关|结算|开票|备案|年报)数据)$", RegexOptions.CultureInvariant)]
    public static partial Regex Grounds();

    // 鼓励企业参加展会: an aim in front of the award
    [GeneratedRegex("^(?:大力|积极|全面|着力|进一步)?(?:鼓励|支持|推动|推进|促进|引导|加快|加强|加大|培育|围绕|发挥)(?!的)" + Plain
        + "{2,60}$",
        RegexOptions.CultureInvariant)]
    public static partial Regex Aim();
}
