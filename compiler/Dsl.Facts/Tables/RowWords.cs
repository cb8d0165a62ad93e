// Words by which rows that are no data are known: totals, remarks, who filled a sheet in, units, numbers of columns.
using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dsl.Values.Quantities;
using Dsl.Values.Text;

namespace Dsl.Facts.Tables;

/// <summary>Recognises cells that no key and no value would be.</summary>
public static partial class RowWords
{
    /// <summary>No label is longer; what is longer is text of its own.</summary>
    private const int LongestTotal = 40;

    // What a label can begin with, so that nearly every cell is done with one look.
    private static readonly SearchValues<char> Beginnings =
        SearchValues.Create("合小总累共汇本当此每第以全所各其上企项人金数备注说填制审复负经联日时单编报盖公签附表特打导核主会出校录计货资统"
            + "截電總电法领签抄大平续承转过接一二三四五六七八九十均中最余行栏序Σ T t S s G g P p (〔【[*—-·<《#（［＊－＃ＴＳＧｔｓｇ");

    private static readonly SearchValues<char> NoKeyBeginnings = SearchValues.Create("同无暂空未不没待尚缺示例样【［[（(＃#NnＮｎUuＵｕ");

    // 8=6/7 numbers a column and says how it is reckoned.
    private static readonly SearchValues<char> Reckoning = SearchValues.Create("0123456789+—-*/×÷()");

    private const string Totals = "合计|小计|总计|累计|共计|总和|汇总|总合计|合計|小計|總計|累計|共計",
        AfterTotal = "数|额|金额|行|人数|户数|家数";

    private const string BeforeTotal =
        "(?:本|当|此|每)?(?:页|表|期|年|月|季)|(?:截至|至)?(?:本|当)(?:年|月|季|期)(?:末|底)?|第?[一二三四五六七八九十0-9]+页"
        + "|以上|全部|全区|全市|全县|所有|各项|其中|上述|企业|项目|人才|金额|数量|总";

    private const string Marks = @"[\p{P}\p{S}]*", Counted = "元|万元|亿元|人|家|户|项|个|件|笔|条";

    private const string Notes = "备注|注|说明|填表说明|填报说明|填表须知|注释|注意|注意事项|特别说明|其他说明|附注";

    // Behind these a colon, a blank or nothing follows: 审核通过公司 is a name.
    private const string Roles =
        "经办人?|审核人?|复核人?|审批人?|核准人?|校对人?|录入人?|制表|填表|编制|负责人|单位负责人|单位领导|分管领导|主管领导|主管|会计|出纳"
        + "|联系人|联系电话|联系方式|电话|日期|时间|单位|金额单位|计量单位|货币单位|打印日期|打印时间|导出日期|导出时间|统计日期|"
        + "统计时间|报表日期"
        + @"|数据来源|资料来源|来源|附件\d*|附表\d*|表\d+|法定代表人|法人代表|法人|领导签字|签字|签名|抄送|主送|(?:人民币|金额)?大写";

    // Alone in the place of a key these name no subject: what a sheet reckons, and where its pages go on.
    private const string Alone = "平均|平均值|平均数|均值|最大值|最小值|中位数|总额|总数|总值|(?:企业|人员|项目|单位)总数|总人数|总户数"
        + "|余额|上年数|上年同期|本年数|Σ|∑|其中"
        + "|续表|续上表|续|转下页|接下页|承前页|承上页|接上页|过次页|序号|行次|栏次";

    /// <summary>Whether a cell names a total: 合计, 小计：, 本页合计, 合 计, 渝中区小计, A 汇总.</summary>
    /// <param name="isKey">Whether it stands where a key should: then a name before 合计, 小计 or 总计 makes it a subtotal.</param>
    public static bool IsTotal(ReadOnlySpan<char> cell, bool isKey)
    {
        cell = cell.Trim();
        if (cell.IsEmpty || cell.Length > LongestTotal)
            return false;
        if (isKey && cell[^1] is '计' or '汇' or '总' or '計' or 'l' or 'L' or '值' or ':' or '：' or ')' or '）')
            return Subtotal().IsMatch(WidthFold(cell)) || Total().IsMatch(Compact(cell));
        return MayBegin(cell) && Total().IsMatch(Compact(cell));
    }

    /// <summary>Whether a text that is no key is a total and can hardly be anything else: 累计 and 汇总 may be a kind of figure.</summary>
    public static bool IsPlainTotal(ReadOnlySpan<char> cell) =>
        IsTotal(cell, isKey: false) && Compact(cell).AsSpan().IndexOfAny('累', '汇') < 0;

    /// <summary>Whether a cell is a remark or a line below a table: 备注：…, 填表人：…, 单位：万元, 第1页.</summary>
    public static bool IsFooter(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        if (cell.IsEmpty || !MayBegin(cell))
            return false;
        var folded = WidthFold(cell);
        return Footer().IsMatch(folded) || Footer().IsMatch(Compact(cell));
    }

    /// <summary>The unit that a remark states for a table, such as 万元 in 单位：万元; null where it states none.</summary>
    public static string? StatedUnit(ReadOnlySpan<char> cell) =>
        cell.IndexOfAny("单以按均") >= 0 && UnitStatement().Match(Compact(cell)) is { Success: true } match
            ? match.Groups["unit"].Value
            : null;

    /// <summary>
    /// The unit of a cell that states one for the table and says nothing else: 单位：万元, （金额单位：万元）; null for other cells.
    /// </summary>
    public static string? TableUnit(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        return cell.Length is > 3 and < 20 && cell.Contains("单位", StringComparison.Ordinal)
            && TableStatement().Match(Compact(cell)) is { Success: true } match
            ? StatedUnit(match.Value) : null;
    }

    /// <summary>The unit that a cell of a row of units holds; null where it is none.</summary>
    public static string? UnitCell(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty || cell.Length > 16)
            return null;
        var text = Compact(cell).Trim('(', ')', '[', ']', '〔', '〕', '【', '】');
        if (UnitStatement().Match(text) is { Success: true } match)
            text = match.Groups["unit"].Value;
        return HeaderUnit.IsUnit(text) ? text : null;
    }

    /// <summary>Whether a cell of a row of units or numbers stands for nothing: blank, —, 单位, 计量单位, 栏次.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        return cell.IsEmpty
            || (cell.Length <= 6
                && Compact(cell) is "" or "—" or "——" or "-" or "--" or "/" or "\\" or "*" or "…" or "无" or "单位" or "计量单位" or "栏次"
                    or "序号" or "行次" or "列次" or "列号");
    }

    /// <summary>Whether a cell names a row that numbers columns: 栏次, 行次.</summary>
    public static bool IsNumbersLabel(ReadOnlySpan<char> cell) => cell.Length <= 6 && Compact(cell) is "栏次" or "行次" or "列次" or "列号";

    /// <summary>
    /// Whether a cell stands where a key should and says that there is none: 同上, #N/A, NULL, 无, 示例：….
    /// Somebody's row it is all the same.
    /// </summary>
    public static bool IsNoKey(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        return MayBeNoKey(cell) && NoKey().IsMatch(Compact(cell));
    }

    /// <summary>Whether a cell begins like one that says that there is no key; nearly all do not.</summary>
    public static bool MayBeNoKey(ReadOnlySpan<char> cell) => cell.Length is > 0 and <= LongestTotal && NoKeyBeginnings.Contains(cell[0]);

    /// <summary>Whether a cell holds signs and nothing else, such as the line that ends a table: ----, ……, /.</summary>
    public static bool IsSigns(ReadOnlySpan<char> cell)
    {
        foreach (var character in cell.Trim())
        {
            if (!char.IsPunctuation(character) && !char.IsSymbol(character) && !char.IsWhiteSpace(character))
                return false;
        }
        return !cell.IsWhiteSpace();
    }

    /// <summary>
    /// The place of a cell in a row that numbers columns, with a letter for its kind: 1, (2), A, 乙, ③, 5=3+4; null where it is none.
    /// </summary>
    public static (char Kind, int Number)? ColumnNumber(ReadOnlySpan<char> cell)
    {
        if (cell.Length > 16)
            return null;
        var text = Compact(cell);
        if (text.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign && text.AsSpan(sign + 1).IndexOfAnyExcept(Reckoning) < 0)
            text = text[..sign];
        text = text.Trim('(', ')', '[', ']', '〔', '〕').TrimStart('第').TrimEnd('.', '、', '栏', '列');
        if (text.Length is 0 or > 2)
            return null;
        if (text.All(char.IsAsciiDigit))
            return ('1', int.Parse(text, CultureInfo.InvariantCulture));
        return text.Length > 1 ? null : text[0] switch
        {
            >= 'A' and <= 'Z' => ('A', text[0] - 'A' + 1),
            >= 'a' and <= 'z' => ('A', text[0] - 'a' + 1),
            >= '①' and <= '⑳' => ('①', text[0] - '①' + 1),
            >= '⑴' and <= '⒇' => ('①', text[0] - '⑴' + 1),
            >= 'Ⅰ' and <= 'Ⅻ' => ('Ⅰ', text[0] - 'Ⅰ' + 1),
            _ => "甲乙丙丁戊己庚辛壬癸".IndexOf(text[0], StringComparison.Ordinal) is >= 0 and var stem ? ('甲', stem + 1)
                : "一二三四五六七八九十".IndexOf(text[0], StringComparison.Ordinal) is >= 0 and var numeral ? ('一', numeral + 1) : null,
        };
    }

    /// <summary>A cell in half width without any blanks and invisible characters.</summary>
    public static string Compact(ReadOnlySpan<char> cell)
    {
        var text = new StringBuilder(cell.Length);
        foreach (var character in cell)
        {
            if (!char.IsWhiteSpace(character)
                && char.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                text.Append(WidthFolding.Fold(character));
        }
        return text.ToString();
    }

    /// <summary>Whether a cell that is not empty begins (or ends) like a label of a row that is no data; most cells do not.</summary>
    public static bool MayBegin(ReadOnlySpan<char> cell) =>
        Beginnings.Contains(cell[0]) || !char.IsLetterOrDigit(cell[0]) || cell[^1] is '日' or '月';

    private static string WidthFold(ReadOnlySpan<char> cell) => WidthFolding.Fold(cell.ToString()).Trim();

    [GeneratedRegex(
        $@"^{Marks}(?:{BeforeTotal})?(?:{Totals})(?:{AfterTotal})?(?:[:]?[(\[〔【].{{0,12}}[)\]〕】])?(?:{Marks}(?<![-_#/\\.])(?:共?(?!0\d)[\d,.]+(?:{Counted})?))?{Marks}$|^(?:sub|grand)?[-_]?(?:total|sum)s?[:]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    [GeneratedRegex(
        @"^[\[(【]?(?:同上|同前|同左|同上行|无|暂无|没有|空|空白|空缺|缺|缺失|未知|不详|不明|未填|未填写|未提供|待定|待补|待填|待补充|尚无|尚未取得"
        + @"|(?:示例|样例|例|例如|填写示例|填表示例|填报示例)(?:[:].*)?|null|none|nil|nan|undefined|unknown|n/a|#n/a|#(?:n/a|ref|name|value|div/0|num|null|spill|calc)!?\??)[\])】]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoKey();

    // Excel's own subtotals say “A 汇总”, “A 计数”; offices write 渝中区小计.
    [GeneratedRegex($@"^.+\s(?:{Totals}|计数|平均值|total|subtotal)[:]?$|^.+(?:合计|小计|总计|合計|小計|總計)[:]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Subtotal();

    [GeneratedRegex(
        $@"^[\p{{P}}\p{{S}}\s]*(?:(?:{Notes})(?:[\d一二三四五六七八九十]{{0,2}}[:.、)）]|\s+\S|\s*$)"
        + @"|(?:填表人|填报人|制表人|编制人)(?!才)|(?:填表|填报|制表|编制|报送)(?:单位|日期|时间|部门)"
        + $@"|(?:{Roles})(?:\((?:盖章|签字|签章|公章|章)\))?(?:[:]|\s+\S|\s*$)"
        + @"|\(?(?:盖章|公章|签章|签字)\)?\s*$|第\s*\d+\s*页|共\s*\d+\s*(?:页|条|家|户|项|人|行|笔|个)|以下空白|以下无正文|本表一式|截至\s*\d"
        + @"|以上(?:金额|数据|各项|数字)?(?:均|都)?[以按为]|其中\s*[:]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|(?i:page)\s*\d+|\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*$"
        + $@"|\(?(?:{Alone})\)?[:]?\s*$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Footer();

    [GeneratedRegex(@"^[(\[【]?(?:注|备注)?[:]?(?:金额|货币|计量|计价|数据|本表)?单位(?:[:为是]|均为|统一为)\S{1,8}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex TableStatement();

    [GeneratedRegex(
        @"(?:单位(?:[:为是]|均为|统一为|一律为)?|[以按](?=[^:,，。;；、)]{1,8}(?:为单位|为计量单位|计|填报|填列|填写|填|统计|列示|表示))|均为)[(]?(?:人民币)?"
        + "(?<unit>(?:" + Scales.Pattern + ")?(?:[美欧港日]?元(?:/[^,，。;；、)/]{1,3}){1,3}|"
        + "平方公里|平方米|公顷|公里|元|人|家|户|件|项|个|吨|亩|米)|%|‰)",
        RegexOptions.CultureInvariant)]
    private static partial Regex UnitStatement();
}
