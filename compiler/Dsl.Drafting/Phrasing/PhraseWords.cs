// Pattern pieces of phrases that give money. What no piece names is left over.
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Phrasing;

/// <summary>
/// Pieces of patterns over <see cref="PhraseLine"/>. Patterns made of them are interpreted: the code that the generator (and
/// RegexOptions.Compiled) of .NET 10 makes of loops that capture within lazy loops leaves its stack or never ends on some texts.
/// </summary>
internal static class PhraseWords
{
    /// <summary>Any character but stops and figures.</summary>
    public const string Plain = "[^,;:()" + FigureMask.AnyFigure + "]";

    /// <summary>What stands in front of the verb: 由区财政, 经认定后, 再, 一次性.</summary>
    public const string Lead = "(?:(?:连续|最长)(?:补贴|给予|支持)?(?<years>" + FigureMask.Years + "+)|(?<years>" + FigureMask.Years
        + "+)内|可以|可|(?<judge>择优|酌情|视情况?|适当)|将|则|即|也|(?<monthly>每月)|同时|并且|并|且|(?<more>再|另外|另行|另|额外)"
        + "|(?<respectively>分别|依次)"
        + "|(?<often>一次性"
        + "|每年(?!度?(?:最高|最多|不超过)))|由?(?:属地|同级|本级|地方)财政|就业补助资金|由?(?:所在)?(?<level>国家|省|市|区|县)级?(?:财政"
        + "|政府)(?:专项资金)?|由?(?<level>国家|省"
        + "|市|区|县)级"
        + "|经" + Plain + "{2,14}?(?:审核|认定|批准|评审|同意|验收|备案|评定|考核)(?:合格|通过)?后?)*";

    /// <summary>给予.</summary>
    public const string Give = "(?:给予|给与|予以|奖励|补助|补贴|资助|奖补|扶持|支持|配套|发放|拨付|可(?:享受|领取|申领|获得))";

    /// <summary>How often, said in the midst of the award.</summary>
    public const string Often = "(?:(?<often>一次性|每年(?!度?(?:最高|最多)))|(?<respectively>分别)|(?<more>再))*";

    /// <summary>按照展览面积: what money for each unit is multiplied with.</summary>
    public const string Measured = "(?:按照?(?:其)?(?<measure>(?:(?![按给予每])" + Plain
        + "){1,10}(?:面积|人数|数量|里程|重量|吨位|吞吐量|(?:车|箱|架|班)次数)))?";

    /// <summary>Whom it is given, or what for: any words that do not limit.</summary>
    public const string Receiver = "(?<recv>(?:(?!给予|予以|标准|金额|额度|总额|提高|增加|上调|[不未非每各均共月按至起第前后首超减以最限"
        + "多仅只差])"
        + "[\u4e00-\u9fff\"A-Za-z]){1,24}?)";

    /// <summary>Words that count or measure, the longer first.</summary>
    public const string Counters = "单(?![个位项家户])|户次|人次|场次|辆次|头次|台套|赛季|分钟|车次|架次|航次|标箱|立方米|平方米|千瓦时|"
        + "千瓦|公里|学时|课时|"
        + "家|户|个|人|名|位|件|项|次"
        + "|场|间|辆|台|套|篇|吨|块|亩|张|栋|箱|列|班|头|只|羽|株|米|座|处|口|站|组|批|例|期|款|艘|集|枚|店|届";

    /// <summary>每家, 每个项目, 每人每天, 每季每亩.</summary>
    public const string Each = "(?<each>(?:(?<monthly>每月)|(?<often>每年)|每(?<second>季))?每(?<eachunit>" + Counters
        + ")(?<eachnoun>(?:(?![每不未非月按至起给奖补最])[\u4e00-\u9fff]){0,8}?)(?:(?<monthly>每月)|(?<often>每年)|每(?<second>天|日|晚|"
        + "季|期|赛季))?)";

    /// <summary>The words of a ceiling.</summary>
    public const string Most = "(?<most>(?:总额|总金额|金额)?(?:最高(?:可)?(?:不超过|可?达|合计)?|最多(?:不超过)?|不超过|上限为?|不高于))";

    /// <summary>A ceiling in the midst of an award: 按10%给予最高20万元补贴, 给予实收资本3%、总额不超过5000万元的奖励.</summary>
    public const string Within = "(?:[、,和且]?(?:给予|予以)?(?:单个(?:项目|企业)|每[家户](?:企业)?)?(?:总额|总金额|金额|补助|补贴|奖励)?"
        + "(?:最高|最多|不超过|不高于|上限为?){1,2}"
        + "(?:可?达|为)?(?<within>" + FigureMask.Money + "+|" + FigureMask.Price + "+)(?:以内|封顶)?的?)?";

    /// <summary>Whether the end itself belongs to a range: （含）, （不含1亿元）.</summary>
    public const string Including = "\\((?:含|不含)(?:本数|[" + FigureMask.AnyFigure + "]{1,14})?\\)";

    /// <summary>What is given.</summary>
    public const string Kind = "(?:(?:(?![不未非每前后首共均另再仅限超至按减最差])[\u4e00-\u9fff\"A-Za-z]){0,16}?(?:奖励|补助|补贴"
        + "|资助|奖补|扶持|支持|贴息"
        + "|配套|资金|奖金|经费|补偿|安家费|津贴|资助金|补助金|开办费|租房费|生活费|奖励金|引才资助))";

    /// <summary>An amount: money, money for each of something, money for each year.</summary>
    public const string Amount = "(?<amount>" + FigureMask.Money + "+|" + FigureMask.Price + "+|" + FigureMask.MoneyOfYear + "+)";

    /// <summary>What a share is taken of.</summary>
    public const string Base = "(?<base>(?:(?![按给予])" + Plain + "){2,40}?)";

    public const string Share = "(?<share>" + FigureMask.Share + "+)";

    /// <summary>Between the ends of a range.</summary>
    public const string To = "(?:—+|[-–~至到])";

    /// <summary>A figure that things are compared with or counted in.</summary>
    public const string Step = "(?<step>(?<sign>[" + FigureMask.Money + FigureMask.Count + FigureMask.Foreign + "])\\k<sign>*)";

    /// <summary>What a sentence ends with once it has said how much: whom it is given, of what kind.</summary>
    public const string End = "(?:(?:给予|予以|进行|给与|发放)?(?:" + Receiver + ")??" + Often + "(?:" + Kind + "){1,2}|" + Give
        + "(?:" + Receiver
        + ")?)";

    /// <summary>Who is meant by a ceiling: 每家企业, 单个项目.</summary>
    public const string Scope = "(?<scope>(?:每(?![年月])(?:一)?|单一?|同一)(?<scopeunit>" + Counters + ")?(?<scopenoun>(?:(?!"
        + "[最不累合每年总奖补扶支])[\u4e00-\u9fff]){0,10}?))";

    /// <summary>Words around a ceiling that say nothing.</summary>
    public const string CapWords = "(?:奖励|补助|补贴|资助|奖补|贴息|扶持|支持|配套|金额|资金|额度|标准|总额|总计|可|给予|达|为|享受"
        + "|该项|此项|本项|原则上|最高|均"
        + "|总|额|其|的|支出|经费|期间)*";
}
